import { lastDay, type Day, type MonthKey } from '../facts/date';
import { compareDecimals, formatScaled, parseDecimal, POINT_SCALE } from '../facts/decimal';
import { ONE, ZERO } from '../rulebook/counting/kind';
import {
  computedClausesOn,
  holds,
  measure,
  reasonOf,
  totalOf,
  type ComputedClause,
  type ComputedClauses,
  type MonthSums,
  type PreviousDeductions,
} from './computedClause';
import { NO_CONSEQUENCES, type Consequences, type Entry } from './entry';
import type { RuleClause, Ruleset } from './ruleset';
import { revisionReasons } from './versionReasons';

export { totalOf, type MonthSums, type PreviousDeductions };

/** The rules by which a month is finished, looked up once for all subjects. */
export interface MonthRules {
  readonly month: MonthKey;
  readonly day: Day;
  readonly ruleset: Ruleset;
  readonly computed: ComputedClauses;
  /** Thousandths below which no score falls. */
  readonly floor: number;
}

export function monthRules(month: MonthKey, ruleset: Ruleset): MonthRules {
  const day = lastDay(month);
  const floor = ruleset.resolve(ruleset.rulebook.score.floor) === 'zero' ? 0 : -Infinity;
  return { month, day, ruleset, computed: computedClausesOn(ruleset, day), floor };
}

/** What the computed clauses that hold bring besides numbers. */
export function computedLists(
  sums: MonthSums,
  previous: PreviousDeductions,
  rules: MonthRules,
): readonly Consequences[] {
  return rules.computed.listing
    .filter(({ watch }) => holds(watch, measure(watch, sums, previous)))
    .map((computed) => computed.brings);
}

/** Bonus, total and tier entries of one subject's month. */
export function computedEntries(
  subject: string,
  sums: MonthSums,
  previous: PreviousDeductions,
  rules: MonthRules,
): Entry[] {
  const entries = rules.computed.all.flatMap((computed) => {
    const entry = entryFor(computed, subject, sums, previous, rules);
    return entry === undefined ? [] : [entry];
  });
  const bonus = entries.reduce((total, entry) => total + entry.bonus, 0);
  const score = scoreOf(totalOf(sums.deductedByCategory), sums.added, bonus, rules);
  return [...entries, ...tierEntries(subject, score, rules)];
}

function entryFor(
  computed: ComputedClause,
  subject: string,
  sums: MonthSums,
  previous: PreviousDeductions,
  { day, ruleset }: MonthRules,
): Entry | undefined {
  const { watch } = computed;
  const { clause } = computed.rule;
  const measured = measure(watch, sums, previous);
  const held = holds(watch, measured);
  const reason = reasonOf(computed, measured, ruleset);
  if (reason === undefined) return undefined;
  const { added, ...consequences } = held ? computed.brings : NO_CONSEQUENCES;
  return {
    ...consequences,
    added: 0,
    bonus: added,
    subject,
    date: day,
    clause: clause.id,
    category: clause.category,
    origin: computed.origin,
    charged: held,
    units: held ? ONE : ZERO,
    reasons: [reason, ...revisionReasons(ofMonth(computed.rule, day), ruleset)],
  };
}

/** What the month as a whole brings stands under the rules of its last day. */
const ofMonth = (rule: RuleClause, day: Day) => ({ rule, ruleDay: day, incident: { date: day } });

/** Thousandths: base - deducted + added + bonus, floored where the rulebook floors it; undefined without a base. */
export function scoreOf(
  deducted: number,
  added: number,
  bonus: number,
  { ruleset, floor }: MonthRules,
): number | undefined {
  if (ruleset.base === undefined) return undefined;
  return Math.max(floor, ruleset.base - deducted + added + bonus);
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

function tierEntries(subject: string, score: number | undefined, rules: MonthRules): Entry[] {
  const { ruleset, day } = rules;
  const tier = tierOf(score, ruleset, day);
  if (tier !== 'high' && tier !== 'low') return [];
  return [...ruleset.clausesOn(day).values()].flatMap((rule) => {
    const { clause } = rule;
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
      reasons: [{ code: 'TIER_REACHED', params: { tier } }, ...revisionReasons(ofMonth(rule, day), ruleset)],
    };
    return [entry];
  });
}
