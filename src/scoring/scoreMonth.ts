import type { MonthKey } from '../facts/date';
import type { Incident } from '../facts/incident';
import type { Entry } from './entry';
import { jointEntries } from './joint';
import { chargeRecords, type IndexedIncident, type RecordEntries } from './month';
import type { Refusal } from './refusal';
import type { Ruleset } from './ruleset';
import { foldScorecard, sumEntries, type Scorecard } from './scorecard';

/** A month scored: a card for every subject in the order of first mention, and every refusal. */
export interface MonthScore {
  readonly month: MonthKey;
  readonly cards: readonly Scorecard[];
  readonly refusals: readonly Refusal[];
}

/**
 * Scores a month. `subjects` appear even without records; subjects of records of other months appear too.
 * Refused records take no part in any number and mark their subject as incomplete.
 */
export function scoreMonth(
  incidents: readonly Incident[],
  subjects: readonly string[],
  month: MonthKey,
  ruleset: Ruleset,
): MonthScore {
  const bySubject = new Map<string, IndexedIncident[]>(subjects.map((subject) => [subject, []]));
  const all = new Map<number, IndexedIncident>();
  incidents.forEach((incident, index) => {
    const indexed = { incident, index };
    all.set(index, indexed);
    const list = bySubject.get(incident.subject);
    if (list === undefined) bySubject.set(incident.subject, [indexed]);
    else list.push(indexed);
  });

  const records = new Map<string, RecordEntries>();
  for (const [subject, list] of bySubject) records.set(subject, chargeRecords(list, month, ruleset));
  const joint = jointEntries(
    [...records.values()].flatMap((result) => result.entries),
    all,
    month,
    ruleset,
  );
  const jointBySubject = groupBySubject(joint.entries);
  const refusedHeads = groupBySubject(joint.refusals);

  const keys = new Set([...bySubject.keys(), ...jointBySubject.keys(), ...refusedHeads.keys()]);
  const cards = [...keys].map((subject) => {
    const own = records.get(subject) ?? { entries: [], refusals: [] };
    const entries: Entry[] = [...own.entries, ...(jointBySubject.get(subject) ?? [])];
    const refusals: Refusal[] = [...own.refusals, ...(refusedHeads.get(subject) ?? [])];
    const previous = (): readonly number[] => {
      const before = chargeRecords(bySubject.get(subject) ?? [], month - 1, ruleset);
      return sumEntries(before.entries, ruleset).deductedByCategory;
    };
    return foldScorecard(subject, month, entries, refusals, previous, ruleset);
  });
  return { month, cards, refusals: cards.flatMap((card) => card.refusals) };
}

function groupBySubject<T extends { readonly subject: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(item.subject);
    if (list === undefined) groups.set(item.subject, [item]);
    else list.push(item);
  }
  return groups;
}
