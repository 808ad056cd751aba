import type { MonthKey } from '../facts/date';
import { PERCENT_SCALE } from '../facts/decimal';
import type { Consequences, Entry } from './entry';
import {
  computedEntries,
  computedLists,
  monthRules,
  scoreOf,
  tierOf,
  totalOf,
  type MonthRules,
  type MonthSums,
  type PreviousDeductions,
  type TierName,
} from './finish';
import type { Refusal } from './refusal';
import type { Ruleset } from './ruleset';

/** The numbers and lists of one subject's month. */
export interface CardTotals {
  readonly subject: string;
  readonly month: MonthKey;
  readonly refusals: readonly Refusal[];
  /** `incomplete`: something of this subject was set aside, so no number here is the whole month. */
  readonly state: 'complete' | 'incomplete';
  /** Thousandths of a point, by records, before any floor. */
  readonly deducted: number;
  readonly added: number;
  readonly bonus: number;
  /** Thousandths; undefined when neither the source nor the user gives a base. */
  readonly score: number | undefined;
  /** Fen. */
  readonly fine: number;
  /** Hundredths of a percent, capped as the rulebook says. */
  readonly performanceDeduct: number;
  /** Hundredths of a percent of pay that is left; undefined where the rulebook does not pay by percentage. */
  readonly performance: number | undefined;
  readonly discipline: readonly string[];
  readonly liability: readonly string[];
  readonly obligations: readonly string[];
  readonly tier: TierName | null;
  /** Thousandths deducted per category, in the order of the rulebook's categories. */
  readonly deductedByCategory: readonly number[];
}

/** One subject's month. Every number is a fold over `entries`. */
export interface Scorecard extends CardTotals {
  readonly entries: readonly Entry[];
}

/** Sums of record entries, as the computed clauses look at them. */
export function sumEntries(entries: readonly Entry[], ruleset: Ruleset): MonthSums {
  const deductedByCategory = ruleset.categories.map(() => 0);
  let [added, fine, pct, violations, costly] = [0, 0, 0, 0, 0];
  for (const entry of entries) {
    const category = ruleset.categories.indexOf(entry.category);
    deductedByCategory[category] = (deductedByCategory[category] ?? 0) + entry.deducted;
    added += entry.added;
    fine += entry.fine;
    pct += entry.pct;
    if (!entry.charged) continue;
    violations += 1;
    if (entry.deducted > 0 || entry.fine > 0 || entry.pct > 0) costly += 1;
  }
  return { deductedByCategory, added, fine, pct, violations, costly };
}

/** Folds a subject's record entries, with the computed ones added, into the scorecard. */
export function foldScorecard(
  subject: string,
  month: MonthKey,
  recordEntries: readonly Entry[],
  refusals: readonly Refusal[],
  previous: PreviousDeductions,
  ruleset: Ruleset,
): Scorecard {
  const rules = monthRules(month, ruleset);
  const sums = sumEntries(recordEntries, ruleset);
  return {
    ...foldTotals(subject, sums, recordEntries, refusals, previous, rules),
    entries: [...recordEntries, ...computedEntries(subject, sums, previous, rules)],
  };
}

/**
 * What a subject's month comes to. `sums` are those of all its records; `listed` are entries of the records
 * that bring more than numbers, as far as they are not known to bring none.
 */
export function foldTotals(
  subject: string,
  sums: MonthSums,
  listed: readonly Entry[],
  refusals: readonly Refusal[],
  previous: PreviousDeductions,
  rules: MonthRules,
): CardTotals {
  const { ruleset } = rules;
  const brought = rules.computed.sumUp(sums, previous, { bonus: 0, fine: 0, pct: 0 });
  const lists: readonly Consequences[] =
    rules.computed.listing.length === 0 ? listed : [...listed, ...computedLists(sums, previous, rules)];
  const performanceDeduct = Math.min(sums.pct + brought.pct, ruleset.performanceCap);
  const deducted = totalOf(sums.deductedByCategory);
  const score = scoreOf(deducted, sums.added, brought.bonus, rules);
  return {
    subject,
    month: rules.month,
    refusals,
    state: refusals.length === 0 ? 'complete' : 'incomplete',
    deducted,
    added: sums.added,
    bonus: brought.bonus,
    score,
    fine: sums.fine + brought.fine,
    performanceDeduct,
    performance: ruleset.rulebook.score.paysPerformance ? 100 * PERCENT_SCALE - performanceDeduct : undefined,
    discipline: listOf(lists, 'discipline'),
    liability: listOf(lists, 'liability'),
    obligations: listOf(lists, 'obligations'),
    tier: tierOf(score, ruleset, rules.day),
    deductedByCategory: sums.deductedByCategory,
  };
}

const NOTHING: readonly string[] = [];

function listOf(
  parts: readonly Consequences[],
  list: 'discipline' | 'liability' | 'obligations',
): readonly string[] {
  return parts.length === 0 ? NOTHING : parts.flatMap((part) => part[list]);
}

/** Competition ranking by score, best first: 1, 1, 3. Subjects without a score have no rank. */
export function rankScores(scores: readonly (number | undefined)[]): (number | undefined)[] {
  const ranks = rankColumn(Float64Array.from(scores, (score) => score ?? NaN));
  return Array.from(ranks, (rank) => (rank === 0 ? undefined : rank));
}

/** The same over a column: `NaN` = no score, rank 0 = none. */
export function rankColumn(scores: Float64Array): Int32Array {
  // NaN sorts last.
  const ascending = scores.slice().sort();
  let count = ascending.length;
  while (count > 0 && Number.isNaN(ascending[count - 1])) count -= 1;
  const ranks = new Int32Array(scores.length);
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index]!;
    if (Number.isNaN(score)) continue;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ascending[middle]! <= score) low = middle + 1;
      else high = middle;
    }
    ranks[index] = count - low + 1;
  }
  return ranks;
}
