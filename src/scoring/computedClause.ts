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

/** The decision of one computed clause: what it measures, whether that holds, and why in words. */
interface Decider {
  readonly origin: Entry['origin'];
  /** Whether it asks for the month before. */
  readonly looksBack: boolean;
  readonly measure: (sums: MonthSums, previous: PreviousDeductions) => number;
  readonly holds: (measured: number) => boolean;
  /** Undefined where there is nothing to tell. */
  readonly reason: (measured: number, holds: boolean) => Reason | undefined;
}

/** A computed clause with everything looked up that does not depend on the subject. */
export interface ComputedClause extends Decider {
  readonly rule: RuleClause;
  /** What it brings when it holds. */
  readonly brings: Consequences;
}

const compiled = new WeakMap<ReadonlyMap<string, RuleClause>, readonly ComputedClause[]>();

/** The bonus and total clauses in force on a day, in the order of the rulebook. */
export function computedClausesOn(ruleset: Ruleset, day: Day): readonly ComputedClause[] {
  const clauses = ruleset.clausesOn(day);
  let list = compiled.get(clauses);
  if (list === undefined) {
    const rules = [...clauses.values()];
    list = rules.flatMap((rule) => {
      const decider = deciderOf(rule, rules, ruleset);
      return decider === undefined ? [] : [{ ...decider, rule, brings: broughtBy(rule, ruleset, day) }];
    });
    compiled.set(clauses, list);
  }
  return list;
}

function deciderOf(rule: RuleClause, rules: readonly RuleClause[], ruleset: Ruleset): Decider | undefined {
  const { count } = rule.clause;
  switch (count.mode) {
    case 'bonus_category': {
      const scope = ruleset.resolve(count.scope);
      const looksBack = scope === 'previous-month';
      const [first, last] = bonusScope(rule, scope, rules, ruleset);
      return {
        origin: 'bonus',
        looksBack,
        measure: (sums, previous) => {
          const deducted = looksBack ? previous() : sums.deductedByCategory;
          for (let index = first; index <= last; index += 1) if ((deducted[index] ?? 0) > 0) return index;
          return -1;
        },
        holds: (blocked) => blocked < 0,
        reason: (blocked, holds) =>
          holds
            ? { code: 'CATEGORY_CLEAN' }
            : { code: 'CATEGORY_DEDUCTED', params: { category: ruleset.categories[blocked] ?? '' } },
      };
    }
    case 'bonus_clean_month': {
      const byViolation = ruleset.resolve(count.lostBy) === 'violation';
      return {
        origin: 'bonus',
        looksBack: false,
        measure: (sums) => (byViolation ? sums.violations : sums.costly),
        holds: (lost) => lost === 0,
        reason: (lost, holds) =>
          holds ? { code: 'MONTH_CLEAN' } : { code: 'MONTH_NOT_CLEAN', params: { count: lost } },
      };
    }
    case 'total_reached': {
      const bound = toScaled(count.points, POINT_SCALE) ?? 0;
      return {
        origin: 'total',
        looksBack: false,
        measure: (sums) => totalOf(sums.deductedByCategory),
        holds: (total) => total >= bound,
        reason: (total, holds) =>
          holds || total > 0
            ? {
                code: holds ? 'TOTAL_REACHED' : 'TOTAL_NOT_REACHED',
                params: { total: formatScaled(total, POINT_SCALE), bound: count.points },
              }
            : undefined,
      };
    }
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
