import { firstDay, lastDay, type Day } from '../facts/date';
import type { Entry } from '../scoring/entry';
import type { ReportSubject } from './subjects';

/** What records brought: how many were charged, and their points, additions less deductions, in thousandths. */
export interface Tally {
  readonly hits: number;
  readonly points: number;
}

export const NO_TALLY: Tally = { hits: 0, points: 0 };

/** Everything that records brought in a month: records themselves, joint shares and what repeats bring. */
export function recordEntries(subjects: readonly ReportSubject[]): Entry[] {
  return subjects.flatMap(({ card }) =>
    card.entries.filter(
      ({ charged, origin }) => charged && origin !== 'bonus' && origin !== 'total' && origin !== 'tier',
    ),
  );
}

/** Sums by a key; entries without one are left out. What repeats bring is no record of its own. */
export function tallyBy<Key>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key | undefined,
): Map<Key, Tally> {
  const sums = new Map<Key, { hits: number; points: number }>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const sum = sums.get(key) ?? { hits: 0, points: 0 };
    if (entry.origin !== 'repeat') sum.hits += 1;
    sum.points += entry.added - entry.deducted;
    sums.set(key, sum);
  }
  return sums;
}

/** Nothing in the month cost points, money or pay or calls for a sanction, and nothing is open. */
export function isClean({ card, state }: ReportSubject): boolean {
  const costs = card.entries.some(
    ({ charged, deducted, fine, pct, discipline }) =>
      charged && (deducted > 0 || fine > 0 || pct > 0 || discipline.length > 0),
  );
  return state === 'complete' && !costs;
}

export interface Week {
  readonly first: Day;
  readonly last: Day;
}

/** The month in stretches of seven days from its first. */
export function weeksOf(month: number): Week[] {
  const [start, end] = [firstDay(month), lastDay(month)];
  return Array.from({ length: Math.ceil((end - start + 1) / 7) }, (_, index) => ({
    first: start + index * 7,
    last: Math.min(end, start + index * 7 + 6),
  }));
}
