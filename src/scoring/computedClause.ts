import type { Day } from '../facts/date';
import { formatScaled, POINT_SCALE, toScaled } from '../facts/decimal';
import type { Reason } from '../rulebook/counting';
import { ONE } from '../rulebook/counting/kind';
import { isAmount } from '../rulebook/effects';
import { consequencesOf } from './consequences';
import { NO_CONSEQUENCES, type Consequences, type Entry } from './entry';
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

/** Deductions of the month before by category, where a reading looks at it. */
export type PreviousDeductions = () => readonly number[];

/**
 * What a computed clause looks at and what must hold, as data of one shape: it is asked for every subject's month,
 * and a call of a function kept in each clause would cost more than the question.
 */
interface Watch {
  readonly what: 'categories' | 'violations' | 'costly' | 'total';
  /** Of `categories`: from which to which position none may have lost points. */
  readonly first: number;
  readonly last: number;
  /** Of `categories`: whether the month before is asked for. */
  readonly looksBack: boolean;
  /** Of `total`: thousandths that must be reached. */
  readonly bound: number;
}

/** A computed clause with everything looked up that does not depend on the subject. */
export interface ComputedClause {
  readonly rule: RuleClause;
  readonly origin: Entry['origin'];
  readonly watch: Watch;
  /** What it brings when it holds. */
  readonly brings: Consequences;
}

/** What a clause measures: the first category that lost points (-1: none), records, or thousandths. */
export function measure(watch: Watch, sums: MonthSums, previous: PreviousDeductions): number {
  switch (watch.what) {
    case 'categories': {
      const deducted = watch.looksBack ? previous() : sums.deductedByCategory;
      for (let index = watch.first; index <= watch.last; index += 1) {
        if ((deducted[index] ?? 0) > 0) return index;
      }
      return -1;
    }
    case 'violations':
      return sums.violations;
    case 'costly':
      return sums.costly;
    case 'total':
      return totalOf(sums.deductedByCategory);
  }
}

export function holds(watch: Watch, measured: number): boolean {
  if (watch.what === 'categories') return measured < 0;
  return watch.what === 'total' ? measured >= watch.bound : measured === 0;
}

/** Why a clause holds or does not; undefined where there is nothing to tell. */
export function reasonOf(
  { watch, rule }: ComputedClause,
  measured: number,
  ruleset: Ruleset,
): Reason | undefined {
  const held = holds(watch, measured);
  if (watch.what === 'categories') {
    return held
      ? { code: 'CATEGORY_CLEAN' }
      : { code: 'CATEGORY_DEDUCTED', params: { category: ruleset.categories[measured]! } };
  }
  const { count } = rule.clause;
  if (count.mode === 'total_reached') {
    if (!held && measured === 0) return undefined;
    const params = { total: formatScaled(measured, POINT_SCALE), bound: count.points };
    return { code: held ? 'TOTAL_REACHED' : 'TOTAL_NOT_REACHED', params };
  }
  return held ? { code: 'MONTH_CLEAN' } : { code: 'MONTH_NOT_CLEAN', params: { count: measured } };
}

/** By ruleset, and for each by the clauses of a version. */
const compiled = new WeakMap<Ruleset, Map<ReadonlyMap<string, RuleClause>, readonly ComputedClause[]>>();

/** The bonus and total clauses in force on a day, in the order of the rulebook. */
export function computedClausesOn(ruleset: Ruleset, day: Day): readonly ComputedClause[] {
  const clauses = ruleset.clausesOn(day);
  let lists = compiled.get(ruleset);
  if (lists === undefined) {
    lists = new Map<ReadonlyMap<string, RuleClause>, readonly ComputedClause[]>();
    compiled.set(ruleset, lists);
  }
  let list = lists.get(clauses);
  if (list === undefined) {
    const rules = [...clauses.values()];
    list = rules.flatMap((rule): ComputedClause[] => {
      const watch = watchOf(rule, rules, ruleset);
      if (watch === undefined) return [];
      const origin = watch.what === 'total' ? 'total' : 'bonus';
      return [{ rule, origin, watch, brings: broughtBy(rule, ruleset, day) }];
    });
    lists.set(clauses, list);
  }
  return list;
}

const WATCH_NOTHING = { first: 0, last: -1, looksBack: false, bound: 0 };

function watchOf(rule: RuleClause, rules: readonly RuleClause[], ruleset: Ruleset): Watch | undefined {
  const { count } = rule.clause;
  switch (count.mode) {
    case 'bonus_category': {
      const scope = ruleset.resolve(count.scope);
      const [first, last] = bonusScope(rule, scope, rules, ruleset);
      const looksBack = scope === 'previous-month';
      return { ...WATCH_NOTHING, what: 'categories', first, last, looksBack };
    }
    case 'bonus_clean_month': {
      const what = ruleset.resolve(count.lostBy) === 'violation' ? 'violations' : 'costly';
      return { ...WATCH_NOTHING, what };
    }
    case 'total_reached':
      return { ...WATCH_NOTHING, what: 'total', bound: toScaled(count.points, POINT_SCALE) ?? 0 };
    default:
      return undefined;
  }
}

/** First and last index of the categories that a category bonus looks at. */
function bonusScope(
  rule: RuleClause,
  scope: 'category' | 'since-previous-bonus' | 'cumulative' | 'previous-month',
  rules: readonly RuleClause[],
  ruleset: Ruleset,
): readonly [number, number] {
  const own = ruleset.categories.indexOf(rule.clause.category);
  if (scope === 'category' || scope === 'previous-month') return [own, own];
  let first = 0;
  if (scope === 'since-previous-bonus') {
    for (const other of rules) {
      if (other.clause.count.mode !== 'bonus_category') continue;
      const index = ruleset.categories.indexOf(other.clause.category);
      if (index < own) first = Math.max(first, index + 1);
    }
  }
  return [first, own];
}

/** Computed clauses state exact amounts and fixed sanctions; nothing is chosen. */
function broughtBy(rule: RuleClause, ruleset: Ruleset, day: Day): Consequences {
  const effects = rule.clause.effects.filter((effect) => !isAmount(effect) || effect.kind === 'exact');
  const outcome = consequencesOf(effects, ONE, rule.clause, {}, ruleset, day, undefined);
  return outcome.ok ? outcome.consequences : NO_CONSEQUENCES;
}

export function totalOf(deductedByCategory: readonly number[]): number {
  let total = 0;
  for (const deducted of deductedByCategory) total += deducted;
  return total;
}
