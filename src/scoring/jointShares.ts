import type { MonthKey } from '../facts/date';
import type { Entry } from './entry';
import { jointEntries } from './joint';
import { chargeRecords, type IndexedIncident } from './month';
import type { Refusal } from './refusal';
import type { Ruleset } from './ruleset';

/** What one department head shares in others' records of a month. */
export interface JointShare {
  readonly entries: readonly Entry[];
  readonly refusals: readonly Refusal[];
}

/** Shares by head, from the records of every subject that heads may share in. */
export function jointShares(
  recordsBySubject: readonly (readonly IndexedIncident[])[],
  month: MonthKey,
  ruleset: Ruleset,
): ReadonlyMap<string, JointShare> {
  const records = new Map<number, IndexedIncident>();
  const charged = recordsBySubject.flatMap((own) => {
    own.forEach((record) => records.set(record.index, record));
    return chargeRecords(own, month, ruleset).entries;
  });
  const joint = jointEntries(charged, records, month, ruleset);
  const shares = new Map<string, { entries: Entry[]; refusals: Refusal[] }>();
  const shareOf = (head: string): { entries: Entry[]; refusals: Refusal[] } => {
    const known = shares.get(head) ?? { entries: [], refusals: [] };
    shares.set(head, known);
    return known;
  };
  joint.entries.forEach((entry) => shareOf(entry.subject).entries.push(entry));
  joint.refusals.forEach((refusal) => shareOf(refusal.subject).refusals.push(refusal));
  return shares;
}
