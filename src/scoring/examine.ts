import { formatDay, lastDay, monthOfDay, type Day, type MonthKey } from '../facts/date';
import { compareDecimals, decimalOf, formatDecimal, type Decimal } from '../facts/decimal';
import type { Incident } from '../facts/incident';
import type { Clause } from '../rulebook/clause';
import { ProblemError, type Problem } from '../facts/problem';
import { countingKindOf, type CountContext, type Reason } from '../rulebook/counting';
import { ONE, ZERO } from '../rulebook/counting/kind';
import { isAmount, type Effect } from '../rulebook/effects';
import { applicableEffects, whenHolds } from './consequences';
import { countSpansMonths, type RuleClause, type Ruleset } from './ruleset';
import { paramReasons, revisionReasons } from './versionReasons';

/** More units than this on one record is a date or an id in the wrong column. */
const MOST_UNITS = decimalOf(10_000);

/** A record that may be charged, with its clause as in force and how many units it counts. */
export interface Examined {
  readonly incident: Incident;
  readonly index: number;
  readonly rule: RuleClause;
  readonly ruleDay: Day;
  readonly quantity: Decimal;
  readonly units: Decimal;
  readonly reasons: readonly Reason[];
}

/** The earlier records of a bucket: what they measure and the units that they count. */
export interface Bucket {
  readonly measure: Decimal;
  readonly units: Decimal;
}

export const EMPTY_BUCKET: Bucket = { measure: ZERO, units: ZERO };

export type Verdict =
  /** Counts (units above zero) or was checked and does not (units zero). */
  | { readonly kind: 'examined'; readonly examined: Examined }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Belongs to another month or to no score at all. */
  | { readonly kind: 'elsewhere' };

const quantityOf = (incident: Incident): Decimal => incident.qty ?? ONE;

/** Whether a record takes part in a month's score at all. */
export function belongsTo(incident: Incident, rule: RuleClause, month: MonthKey, ruleset: Ruleset): boolean {
  if (countSpansMonths(rule.clause.count)) return monthOfDay(incident.date) <= month;
  return monthOfRecord(incident, ruleset) === month;
}

/** The month of a record by its date, or by its verification where the rulebook is read so. */
function monthOfRecord(incident: Incident, ruleset: Ruleset): MonthKey {
  const { issues } = ruleset.rulebook;
  const byVerification = issues !== undefined && ruleset.resolve(issues.month) === 'verified';
  return monthOfDay(byVerification ? (incident.verifiedOn ?? incident.date) : incident.date);
}

/**
 * Looks at one record: is the clause known, is the record in order, does it belong to the month, is it
 * excused or exempt, and how many units does it count. `prior` are the earlier records of its bucket.
 */
export function examine(
  incident: Incident,
  index: number,
  month: MonthKey,
  ruleset: Ruleset,
  prior: Bucket,
): Verdict {
  const ruleDay = ruleset.ruleDay(incident.date, month);
  const rule = ruleset.clausesOn(ruleDay).get(incident.clause);
  const unknown = clauseProblem(incident, rule, ruleDay, ruleset);
  if (unknown !== undefined) {
    return monthOfRecord(incident, ruleset) === month
      ? { kind: 'refused', problem: unknown }
      : { kind: 'elsewhere' };
  }
  if (rule === undefined || !belongsTo(incident, rule, month, ruleset)) return { kind: 'elsewhere' };

  const { clause } = rule;
  const quantity = quantityOf(incident);
  const invalid = quantityProblem(quantity, rule) ?? flagProblem(incident, rule);
  if (invalid !== undefined) return { kind: 'refused', problem: invalid };

  const base = { incident, index, rule, ruleDay, quantity };
  const checked = (...reasons: Reason[]): Verdict => ({
    kind: 'examined',
    examined: { ...base, units: ZERO, reasons: [...reasons, ...revisionReasons(base, ruleset)] },
  });
  if (countingKindOf(clause.count).source === 'process') return checked({ code: 'PROCESS_DUTY' });
  if (incident.verified === false) return checked({ code: 'NOT_VERIFIED' });
  if (incident.flags?.includes('excused') === true) return checked({ code: 'EXCUSED' });
  const shiftRule = clause.exemption?.shifts;
  if (
    shiftRule !== undefined &&
    incident.shift !== undefined &&
    shiftRule.names.includes(incident.shift) &&
    ruleset.resolve(shiftRule.applies)
  ) {
    return checked({ code: 'EXEMPT_SHIFT', params: { shift: incident.shift } });
  }
  const missing = kindProblem(incident, rule, ruleset);
  if (missing !== undefined) return { kind: 'refused', problem: missing };
  if (incident.flags?.includes('exempt') === true) {
    const { exemptReason: reason = '' } = incident;
    if (reason.trim() === '') {
      return { kind: 'refused', problem: { code: 'EXEMPT_REASON_REQUIRED', params: { clause: clause.id } } };
    }
    return checked({ code: 'EXEMPT', params: { reason } });
  }
  const context = countContext(incident, rule, ruleDay, month, ruleset, prior);
  const open =
    paramProblem(incident, rule, ruleDay, ruleset) ??
    countingKindOf(clause.count).check?.(clause.count, incident, context);
  if (open !== undefined) {
    return { kind: 'refused', problem: { ...open, params: { clause: clause.id, ...open.params } } };
  }
  return counted(base, context, ruleset);
}

function counted(
  base: Omit<Examined, 'units' | 'reasons'>,
  context: CountContext,
  ruleset: Ruleset,
): Verdict {
  const { clause } = base.rule;
  const count = countingKindOf(clause.count).count;
  if (count === undefined) return { kind: 'elsewhere' };
  try {
    const result = count(clause.count, base.incident, base.quantity, context);
    if (
      result.units.digits === 0n &&
      monthOfDay(base.incident.date) !== context.month &&
      countSpansMonths(base.rule.clause.count)
    ) {
      return { kind: 'elsewhere' };
    }
    const hits = base.incident.triggersHit ?? 1;
    const each =
      hits > 1 && clause.eachTrigger !== undefined && ruleset.resolve(clause.eachTrigger) === 'each'
        ? hits
        : 1;
    const units = each === 1 ? result.units : { ...result.units, digits: result.units.digits * BigInt(each) };
    const reasons = [
      result.reason,
      ...(each === 1 ? [] : [{ code: 'EACH_BEHAVIOUR', params: { count: each } }]),
      ...revisionReasons(base, ruleset),
      ...(ruleset.params.isDated
        ? paramReasons(clause, effectsFor(base.incident, clause, ruleset), base.ruleDay, ruleset)
        : []),
    ];
    return { kind: 'examined', examined: { ...base, units, reasons } };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'refused', problem: error.problem };
    throw error;
  }
}

/** What a record adds to its bucket, for records counted together by day or month. */
export function bucketMeasure(incident: Incident, rule: RuleClause): Decimal {
  return countingKindOf(rule.clause.count).measure?.(incident, quantityOf(incident)) ?? ZERO;
}

function clauseProblem(
  incident: Incident,
  rule: RuleClause | undefined,
  ruleDay: Day,
  ruleset: Ruleset,
): Problem | undefined {
  const params = { clause: incident.clause };
  if (!ruleset.knows(incident.clause)) return { code: 'UNKNOWN_CLAUSE', params };
  if (rule === undefined)
    return { code: 'CLAUSE_NOT_IN_FORCE', params: { ...params, date: formatDay(ruleDay) } };
  if (countingKindOf(rule.clause.count).source === 'computed') return { code: 'CLAUSE_COMPUTED', params };
  return undefined;
}

function quantityProblem(quantity: Decimal, rule: RuleClause): Problem | undefined {
  const params = { clause: rule.clause.id, found: formatDecimal(quantity), unit: rule.clause.count.unit };
  if (quantity.digits <= 0n) return { code: 'NEGATIVE_QTY', params };
  if (compareDecimals(quantity, MOST_UNITS) > 0) return { code: 'QTY_TOO_LARGE', params };
  if (countingKindOf(rule.clause.count).divisible === true) return undefined;
  return quantity.digits % 10n ** BigInt(quantity.scale) === 0n
    ? undefined
    : { code: 'FRACTIONAL_QTY', params };
}

function flagProblem(incident: Incident, rule: RuleClause): Problem | undefined {
  const unknown = incident.flags?.find((flag) => !rule.flags.has(flag));
  return unknown === undefined
    ? undefined
    : { code: 'FLAG_NOT_ALLOWED', params: { clause: rule.clause.id, flag: unknown } };
}

function kindProblem(incident: Incident, rule: RuleClause, ruleset: Ruleset): Problem | undefined {
  const { effects, id } = rule.clause;
  if (!effects.some((effect) => effect.when?.kind !== undefined)) return undefined;
  if (incident.kind !== '抱怨' && incident.kind !== '投诉')
    return { code: 'KIND_REQUIRED', params: { clause: id } };
  const situation = {
    clause: rule.clause,
    flags: incident.flags ?? [],
    kind: incident.kind,
    level: incident.level,
  };
  const byLevel = effects.some(
    (effect) =>
      effect.when?.level !== undefined && whenHolds({ ...effect.when, level: undefined }, situation, ruleset),
  );
  const level = incident.level;
  if (byLevel && level !== 1 && level !== 2 && level !== 3)
    return { code: 'LEVEL_REQUIRED', params: { clause: id } };
  return undefined;
}

function paramProblem(
  incident: Incident,
  rule: RuleClause,
  ruleDay: Day,
  ruleset: Ruleset,
): Problem | undefined {
  const { clause } = rule;
  const unset = effectsFor(incident, clause, ruleset).some(
    (effect) => isAmount(effect) && effect.kind === 'unset',
  );
  if (unset && ruleset.param(clause.id, ruleDay) === undefined) {
    return { code: 'UNSET_POINTS', params: { clause: clause.id } };
  }
  const missing = countingKindOf(clause.count)
    .params?.(clause.count)
    .find((id) => ruleset.param(id, ruleDay) === undefined);
  return missing === undefined ? undefined : { code: 'PARAM_REQUIRED', params: { param: missing } };
}

function effectsFor(incident: Incident, clause: Clause, ruleset: Ruleset): readonly Effect[] {
  const situation = { clause, flags: incident.flags ?? [], kind: incident.kind, level: incident.level };
  return applicableEffects(clause.effects, situation, ruleset);
}

function countContext(
  incident: Incident,
  rule: RuleClause,
  ruleDay: Day,
  month: MonthKey,
  ruleset: Ruleset,
  prior: Bucket,
): CountContext {
  return {
    month,
    monthEnd: lastDay(month),
    readings: ruleset.readings,
    calendar: ruleset.calendar,
    param: (id) => ruleset.param(id, ruleDay),
    prior: prior.measure,
    priorUnits: prior.units,
    measuredTrigger: statesMeasuredTrigger(incident, rule),
  };
}

const plainText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/**
 * Whether the record speaks of the clause's measured behaviour. A clause without such a mark is measured as a
 * whole; a record that names another behaviour is not; a value alone means the measured one.
 */
function statesMeasuredTrigger(incident: Incident, rule: RuleClause): boolean {
  const triggers = rule.clause.triggers ?? [];
  const measured = triggers.find((trigger) => trigger.measured === true);
  if (measured === undefined || incident.trigger === undefined) return true;
  const named = plainText(incident.trigger);
  const match = triggers.find(
    (trigger) =>
      plainText(trigger.id) === named ||
      plainText(trigger.text.zh) === named ||
      plainText(trigger.text.en) === named,
  );
  return match === undefined ? incident.value !== undefined : match === measured;
}
