import { lastDay, type MonthKey } from '../facts/date';
import { PERCENT_SCALE } from '../facts/decimal';
import type { Entry } from './entry';
import { computedEntries, scoreOf, tierOf, type MonthSums, type PreviousDeductions, type TierName } from './finish';
import type { Refusal } from './refusal';
import type { Ruleset } from './ruleset';

/** One subject's month. Every number is a fold over `entries`. */
export interface Scorecard {
  readonly subject: string;
  readonly month: MonthKey;
  readonly entries: readonly Entry[];
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
  const card = foldSums(subject, month, sumEntries(recordEntries, ruleset), refusals, previous, ruleset);
  return {
    ...card,
    entries: [...recordEntries, ...card.entries],
    discipline: [...recordEntries.flatMap((entry) => entry.discipline), ...card.discipline],
    liability: [...recordEntries.flatMap((entry) => entry.liability), ...card.liability],
    obligations: [...recordEntries.flatMap((entry) => entry.obligations), ...card.obligations],
  };
}

/**
 * The scorecard that sums of record entries lead to. Its `entries` are the computed ones only, and its lists
 * lack what records bring: for records that bring nothing but numbers it is the whole card.
 */
export function foldSums(
  subject: string,
  month: MonthKey,
  sums: MonthSums,
  refusals: readonly Refusal[],
  previous: PreviousDeductions,
  ruleset: Ruleset,
): Scorecard {
  const computed = computedEntries(subject, month, sums, previous, ruleset);
  let { fine, pct } = sums;
  let bonus = 0;
  for (const entry of computed) {
    bonus += entry.bonus;
    fine += entry.fine;
    pct += entry.pct;
  }
  const performanceDeduct = Math.min(pct, ruleset.performanceCap);
  const score = scoreOf(sums, bonus, ruleset);
  return {
    subject,
    month,
    entries: computed,
    refusals,
    state: refusals.length === 0 ? 'complete' : 'incomplete',
    deducted: sums.deductedByCategory.reduce((a, b) => a + b, 0),
    added: sums.added,
    bonus,
    score,
    fine,
    performanceDeduct,
    performance: ruleset.rulebook.score.paysPerformance ? 100 * PERCENT_SCALE - performanceDeduct : undefined,
    discipline: computed.flatMap((entry) => entry.discipline),
    liability: computed.flatMap((entry) => entry.liability),
    obligations: computed.flatMap((entry) => entry.obligations),
    tier: tierOf(score, ruleset, lastDay(month)),
    deductedByCategory: sums.deductedByCategory,
  };
}

/** Competition ranking by score, best first: 1, 1, 3. Subjects without a score have no rank. */
export function rankScores(scores: readonly (number | undefined)[]): (number | undefined)[] {
  const order = scores
    .map((score, index) => ({ score, index }))
    .filter((item): item is { score: number; index: number } => item.score !== undefined)
    .sort((a, b) => b.score - a.score);
  const ranks = new Array<number | undefined>(scores.length).fill(undefined);
  let rank = 0;
  let previous: number | undefined;
  order.forEach((item, position) => {
    if (item.score !== previous) rank = position + 1;
    previous = item.score;
    ranks[item.index] = rank;
  });
  return ranks;
}
