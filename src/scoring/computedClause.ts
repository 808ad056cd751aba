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

/** What a computed clause looks at and what must hold, as data of one shape. */
interface Watch {
  readonly what: (typeof WHAT)[keyof typeof WHAT];
  /** Of categories: from which to which position none may have lost points. */
  readonly first: number;
  readonly last: number;
  /** Of categories: whether the month before is asked for. */
  readonly looksBack: boolean;
  /** Of the total: thousandths that must be reached. */
  readonly bound: number;
}
const WHAT = { categories: 0, violations: 1, costly: 2, total: 3 } as const;

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
  const deducted = watch.looksBack ? previous() : sums.deductedByCategory;
  return measured(watch.what, watch.first, watch.last, deducted, sums);
}

export function holds({ what, bound }: Watch, value: number): boolean {
  return isHeld(what, bound, value);
}

function measured(
  what: number,
  first: number,
  last: number,
  deducted: readonly number[],
  sums: MonthSums,
): number {
  if (what === WHAT.categories) {
    for (let index = first; index <= last; index += 1) if ((deducted[index] ?? 0) > 0) return index;
    return -1;
  }
  if (what === WHAT.total) return totalOf(sums.deductedByCategory);
  return what === WHAT.violations ? sums.violations : sums.costly;
}

function isHeld(what: number, bound: number, value: number): boolean {
  if (what === WHAT.categories) return value < 0;
  return what === WHAT.total ? value >= bound : value === 0;
}

/** Why a clause holds or does not; undefined where there is nothing to tell. */
export function reasonOf(
  { watch, rule }: ComputedClause,
  measured: number,
  ruleset: Ruleset,
): Reason | undefined {
  const held = holds(watch, measured);
  if (watch.what === WHAT.categories) {
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

/** What the computed clauses of a month bring to one subject in numbers. */
export interface BroughtNumbers {
  bonus: number;
  fine: number;
  pct: number;
}

/** The bonus and total clauses in force on a day, in the order of the rulebook. */
export class ComputedClauses {
  /** Those that bring more than numbers. */
  readonly listing: readonly ComputedClause[];
  /** Whether a reading looks at the month before. */
  readonly looksBack: boolean;
  /** What the clauses look at, `ASKED` numbers each. They are asked for every subject's month. */
  private readonly asked: Int32Array;
  /** Bound, and what each brings, `BROUGHT` numbers each. */
  private readonly brought: Float64Array;

  constructor(readonly all: readonly ComputedClause[]) {
    this.listing = all.filter(
      ({ brings }) => brings.discipline.length + brings.liability.length + brings.obligations.length > 0,
    );
    this.looksBack = all.some(({ watch }) => watch.looksBack);
    this.asked = new Int32Array(all.length * ASKED);
    this.brought = new Float64Array(all.length * BROUGHT);
    all.forEach(({ watch, brings }, index) => {
      this.asked.set([watch.what, watch.first, watch.last, watch.looksBack ? 1 : 0], index * ASKED);
      this.brought.set([watch.bound, brings.added, brings.fine, brings.pct], index * BROUGHT);
    });
  }

  /** Numbers of the clauses that hold, summed up into `into`. */
  sumUp(sums: MonthSums, previous: PreviousDeductions, into: BroughtNumbers): BroughtNumbers {
    const { asked, brought } = this;
    let [bonus, fine, pct] = [0, 0, 0];
    for (let a = 0, b = 0; a < asked.length; a += ASKED, b += BROUGHT) {
      const what = asked[a]!;
      const deducted = asked[a + 3] === 1 ? previous() : sums.deductedByCategory;
      const value = measured(what, asked[a + 1]!, asked[a + 2]!, deducted, sums);
      if (!isHeld(what, brought[b]!, value)) continue;
      bonus += brought[b + 1]!;
      fine += brought[b + 2]!;
      pct += brought[b + 3]!;
    }
    into.bonus = bonus;
    into.fine = fine;
    into.pct = pct;
    return into;
  }
}
const [ASKED, BROUGHT] = [4, 4];

/** By ruleset, and for each by the clauses of a version. */
const compiled = new WeakMap<Ruleset, Map<ReadonlyMap<string, RuleClause>, ComputedClauses>>();

/** The bonus and total clauses in force on a day, looked up once for a ruleset. */
export function computedClausesOn(ruleset: Ruleset, day: Day): ComputedClauses {
  const clauses = ruleset.clausesOn(day);
  let known = compiled.get(ruleset);
  if (known === undefined) {
    known = new Map<ReadonlyMap<string, RuleClause>, ComputedClauses>();
    compiled.set(ruleset, known);
  }
  let computed = known.get(clauses);
  if (computed === undefined) {
    const rules = [...clauses.values()];
    computed = new ComputedClauses(
      rules.flatMap((rule): ComputedClause[] => {
        const watch = watchOf(rule, rules, ruleset);
        if (watch === undefined) return [];
        const origin = watch.what === WHAT.total ? 'total' : 'bonus';
        return [{ rule, origin, watch, brings: broughtBy(rule, ruleset, day) }];
      }),
    );
    known.set(clauses, computed);
  }
  return computed;
}

const WATCH_NOTHING = { first: 0, last: -1, looksBack: false, bound: 0 };

function watchOf(rule: RuleClause, rules: readonly RuleClause[], ruleset: Ruleset): Watch | undefined {
  const { count } = rule.clause;
  switch (count.mode) {
    case 'bonus_category': {
      const scope = ruleset.resolve(count.scope);
      const [first, last] = bonusScope(rule, scope, rules, ruleset);
      const looksBack = scope === 'previous-month';
      return { ...WATCH_NOTHING, what: WHAT.categories, first, last, looksBack };
    }
    case 'bonus_clean_month': {
      const what = ruleset.resolve(count.lostBy) === 'violation' ? WHAT.violations : WHAT.costly;
      return { ...WATCH_NOTHING, what };
    }
    case 'total_reached':
      return { ...WATCH_NOTHING, what: WHAT.total, bound: toScaled(count.points, POINT_SCALE) ?? 0 };
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
