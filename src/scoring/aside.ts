import { monthOfDay, type MonthKey } from '../facts/date';
import type { Incident } from '../facts/incident';

/** Whether a record counts in another month than that of its date under some reading. */
export function countsElsewhere(incident: Incident): boolean {
  return incident.verifiedOn !== undefined && monthOfDay(incident.verifiedOn) !== monthOfDay(incident.date);
}

/** Whether a record takes part in cases that department heads share in. */
export function concernsHeads(incident: Incident): boolean {
  return incident.head !== undefined || incident.eventId !== undefined;
}

/** Which records stand aside from the sums of their month. */
export class Aside {
  /** Records that may matter in any month, by subject. */
  private readonly roaming = new Map<number, Set<number>>();
  /** Subjects of records that concern department heads, by month, with how many they have. */
  private readonly concerned = new Map<MonthKey, Map<number, number>>();

  roamingOf(subject: number): ReadonlySet<number> | undefined {
    return this.roaming.get(subject);
  }

  /** Whether a subject has records that may matter in any month. */
  isRoamer(subject: number): boolean {
    return this.roaming.size > 0 && this.roaming.has(subject);
  }

  noteRoaming(record: number, subject: number, sign: 1 | -1): void {
    const records = this.roaming.get(subject) ?? new Set<number>();
    if (sign === 1) records.add(record);
    else records.delete(record);
    if (records.size === 0) this.roaming.delete(subject);
    else this.roaming.set(subject, records);
  }

  noteConcerned(subject: number, month: MonthKey, sign: 1 | -1): void {
    const subjects = this.concerned.get(month) ?? new Map<number, number>();
    subjects.set(subject, (subjects.get(subject) ?? 0) + sign);
    this.concerned.set(month, subjects);
  }

  /** Subjects whose charged records department heads may share in, in the order of their ids. */
  concernedIn(month: MonthKey): readonly number[] {
    const subjects = new Set(this.roaming.keys());
    this.concerned.get(month)?.forEach((count, subject) => {
      if (count > 0) subjects.add(subject);
    });
    return [...subjects].sort((a, b) => a - b);
  }
}
