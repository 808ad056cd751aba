import { lastDay, type MonthKey } from '../facts/date';
import { compareDecimals, formatScaled, parseDecimal, POINT_SCALE, toScaled } from '../facts/decimal';
import { ONE } from '../rulebook/counting/kind';
import { isAmount } from '../rulebook/effects';
import { consequencesOf } from './consequences';
import { NO_CONSEQUENCES, type Entry } from './entry';
import type { RuleClause, Ruleset } from './ruleset';

/**
 * What the computed clauses of a rulebook look at: the month's sums of one subject's records. The fold over
 * columns and the fold over entries both end in this, so bonuses are decided in one place.
 */
export interface MonthSums {
  /** Thousandths deducted per category, in the order of `Ruleset.categories`. */
  readonly deductedByCategory: readonly number[];
  /** Thousandths added by records. */
  readonly added: number;
  readonly fine: number;
  readonly pct: number;
  /** Charged records, whether they cost anything or not. */
  readonly violations: number;
  /** Charged records that cost points, money or pay. */
  readonly costly: number;
}

/** The month before, where a reading looks at it. */
export type PreviousDeductions = () => readonly number[];

/** Bonus, total and tier entries of one subject's month. */
export function computedEntries(
  subject: string,
  month: MonthKey,
  sums: MonthSums,
  previous: PreviousDeductions,
  ruleset: Ruleset,
): Entry[] {
  const day = lastDay(month);
  const entries: Entry[] = [];
  for (const rule of computedClauses(ruleset, day)) {
    const decision = decide(rule, sums, previous, ruleset, day);
    if (decision !== undefined) entries.push(entryFor(rule, subject, day, decision, ruleset));
  }
  const score = scoreOf(sums, bonusOf(entries), ruleset);
  return [...entries, ...tierEntries(subject, day, score, ruleset)];
}

interface Decision {
  readonly holds: boolean;
  readonly origin: 'bonus' | 'total';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

function decide(
  rule: RuleClause,
  sums: MonthSums,
  previous: PreviousDeductions,
  ruleset: Ruleset,
  day: number,
): Decision | undefined {
  const { count } = rule.clause;
  switch (count.mode) {
    case 'bonus_category': {
      const scope = ruleset.resolve(count.scope);
      const deducted = scope === 'previous-month' ? previous() : sums.deductedByCategory;
      const blocked = bonusScope(rule, scope, ruleset, day).find((index) => (deducted[index] ?? 0) > 0);
      return blocked === undefined
        ? { holds: true, origin: 'bonus', code: 'CATEGORY_CLEAN' }
        : { holds: false, origin: 'bonus', code: 'CATEGORY_DEDUCTED', params: { category: ruleset.categories[blocked] ?? '' } };
    }
    case 'bonus_clean_month': {
      const lost = ruleset.resolve(count.lostBy) === 'violation' ? sums.violations : sums.costly;
      return lost === 0
        ? { holds: true, origin: 'bonus', code: 'MONTH_CLEAN' }
        : { holds: false, origin: 'bonus', code: 'MONTH_NOT_CLEAN', params: { count: lost } };
    }
    case 'total_reached': {
      const total = sum(sums.deductedByCategory);
      const bound = toScaled(count.points, POINT_SCALE) ?? 0;
      const params = { total: formatScaled(total, POINT_SCALE), bound: count.points };
      return total >= bound
        ? { holds: true, origin: 'total', code: 'TOTAL_REACHED', params }
        : total > 0
          ? { holds: false, origin: 'total', code: 'TOTAL_NOT_REACHED', params }
          : undefined;
    }
    default:
      return undefined;
  }
}

/** Indexes of the categories that a category bonus looks at. */
function bonusScope(
  rule: RuleClause,
  scope: 'category' | 'since-previous-bonus' | 'cumulative' | 'previous-month',
  ruleset: Ruleset,
  day: number,
): readonly number[] {
  const own = ruleset.categories.indexOf(rule.clause.category);
  if (scope === 'category' || scope === 'previous-month') return [own];
  let first = 0;
  if (scope === 'since-previous-bonus') {
    for (const other of computedClauses(ruleset, day)) {
      if (other.clause.count.mode !== 'bonus_category') continue;
      const index = ruleset.categories.indexOf(other.clause.category);
      if (index < own) first = Math.max(first, index + 1);
    }
  }
  return Array.from({ length: own - first + 1 }, (_, i) => first + i);
}

const computedCache = new WeakMap<ReadonlyMap<string, RuleClause>, readonly RuleClause[]>();

function computedClauses(ruleset: Ruleset, day: number): readonly RuleClause[] {
  const clauses = ruleset.clausesOn(day);
  let list = computedCache.get(clauses);
  if (list === undefined) {
    const modes = new Set(['bonus_category', 'bonus_clean_month', 'total_reached', 'tier']);
    list = [...clauses.values()].filter((rule) => modes.has(rule.clause.count.mode));
    computedCache.set(clauses, list);
  }
  return list;
}

function entryFor(rule: RuleClause, subject: string, day: number, decision: Decision, ruleset: Ruleset): Entry {
  const { clause } = rule;
  const { added, ...consequences } = decision.holds ? given(rule, ruleset, day) : NO_CONSEQUENCES;
  return {
    ...consequences,
    added: 0,
    bonus: added,
    subject,
    date: day,
    clause: clause.id,
    category: clause.category,
    origin: decision.origin,
    charged: decision.holds,
    units: decision.holds ? ONE : { digits: 0n, scale: 0 },
    reasons: [{ code: decision.code, ...(decision.params === undefined ? {} : { params: decision.params }) }],
  };
}

/** Computed clauses state exact amounts and fixed sanctions; nothing is chosen. */
function given(rule: RuleClause, ruleset: Ruleset, day: number) {
  const effects = rule.clause.effects.filter((effect) => !isAmount(effect) || effect.kind === 'exact');
  const outcome = consequencesOf(effects, ONE, rule.clause, {}, ruleset, day, undefined);
  return outcome.ok ? outcome.consequences : NO_CONSEQUENCES;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export function bonusOf(entries: readonly Entry[]): number {
  return entries.reduce((total, entry) => total + entry.bonus, 0);
}

/** Thousandths: base - deducted + added + bonus, floored where the rulebook floors it; undefined without a base. */
export function scoreOf(sums: MonthSums, bonus: number, ruleset: Ruleset): number | undefined {
  if (ruleset.base === undefined) return undefined;
  const score = ruleset.base - sum(sums.deductedByCategory) + sums.added + bonus;
  return ruleset.resolve(ruleset.rulebook.score.floor) === 'zero' ? Math.max(0, score) : score;
}

export type TierName = 'high' | 'middle' | 'low' | 'UNSET';

/** Tier of a score; `UNSET` where the user has not set the cut-offs that would decide it. Null without tiers. */
export function tierOf(score: number | undefined, ruleset: Ruleset, day: number): TierName | null {
  const { tiers } = ruleset.rulebook;
  if (tiers === undefined) return null;
  const high = ruleset.param(tiers.high.param, day);
  const low = ruleset.param(tiers.low.param, day);
  const value = score === undefined ? undefined : parseDecimal(formatScaled(score, POINT_SCALE));
  if (value === undefined) return 'UNSET';
  const inclusive = ruleset.resolve(tiers.inclusive);
  if (high !== undefined) {
    const side = compareDecimals(value, high);
    if (side > 0 || (side === 0 && inclusive)) return 'high';
  }
  if (low !== undefined) {
    const side = compareDecimals(value, low);
    if (side < 0 || (side === 0 && inclusive)) return 'low';
  }
  return high === undefined || low === undefined ? 'UNSET' : 'middle';
}

function tierEntries(subject: string, day: number, score: number | undefined, ruleset: Ruleset): Entry[] {
  const tier = tierOf(score, ruleset, day);
  if (tier !== 'high' && tier !== 'low') return [];
  return computedClauses(ruleset, day).flatMap(({ clause }) => {
    if (clause.count.mode !== 'tier' || clause.count.tier !== tier) return [];
    const privileges = clause.effects.flatMap((effect) => ('text' in effect ? [effect.text] : []));
    const entry: Entry = {
      ...NO_CONSEQUENCES,
      privileges,
      subject,
      date: day,
      clause: clause.id,
      category: clause.category,
      origin: 'tier',
      charged: true,
      units: ONE,
      reasons: [{ code: 'TIER_REACHED', params: { tier } }],
    };
    return [entry];
  });
}
