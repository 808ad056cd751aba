import type { Day } from '../../facts/date';
import type { PersonRef, ScheduledShift } from '../types';

/** Finds the shift of a person on a day. Two people of one name with different shifts are told apart by id only. */
export class Schedule {
  private readonly shifts = new Map<string, string | null>();

  constructor(entries: readonly ScheduledShift[]) {
    for (const { who, day, shift } of entries) {
      for (const key of keysOf(who)) this.note(`${key}|${day ?? ''}`, shift);
    }
  }

  private note(key: string, shift: string): void {
    const known = this.shifts.get(key);
    this.shifts.set(key, known === undefined || known === shift ? shift : null);
  }

  shiftOf(who: PersonRef, day: Day): string | undefined {
    for (const when of [String(day), '']) {
      for (const key of keysOf(who)) {
        const found = this.shifts.get(`${key}|${when}`);
        if (found !== undefined) return found ?? undefined;
      }
    }
    return undefined;
  }
}

/** The entries of single days, as they stand. */
export const datedShifts = (entries: readonly ScheduledShift[]): readonly DatedShift[] =>
  entries.filter((entry): entry is DatedShift => entry.day !== undefined);

export type DatedShift = ScheduledShift & { readonly day: Day };

/** Keys under which a person may be known: by id, by account, by name. */
export function keysOf(who: PersonRef): string[] {
  return [
    ...(who.id === undefined ? [] : [`#${who.id}`]),
    ...(who.userId === undefined ? [] : [`@${who.userId}`]),
    ...(who.name === '' ? [] : [who.name]),
  ];
}
