import { formatDay, type MonthKey } from '../facts/date';
import { compareDecimals, formatDecimal, subtractDecimals, type Decimal } from '../facts/decimal';
import type { Incident } from '../facts/incident';
import type { Problem } from '../facts/problem';
import { countingKindOf } from '../rulebook/counting';
import { ZERO } from '../rulebook/counting/kind';
import {
  applicableEffects,
  choicesOf,
  consequencesOf,
  multiplierOf,
  statedEffects,
  unsetAmount,
} from './consequences';
import { refusalOf, uncharge, type Charge } from './charge';
import { NO_CONSEQUENCES, type Entry } from './entry';
import { applyEscalations } from './escalation';
import { bucketMeasure, EMPTY_BUCKET, examine, type Bucket, type Examined } from './examine';
import { applyOverlaps } from './overlap';
import type { Refusal } from './refusal';
import type { Ruleset } from './ruleset';

export interface RecordEntries {
  readonly entries: readonly Entry[];
  readonly refusals: readonly Refusal[];
}

/** A record with its position in the input. */
export interface IndexedIncident {
  readonly incident: Incident;
  readonly index: number;
}

/**
 * One subject's records of one month, charged: refused records set aside, units counted, amounts computed,
 * states, overlaps and repeats settled. Bonuses and month totals come after (see `finish`).
 * The result does not depend on the order of `records`.
 */
export function chargeRecords(
  records: readonly IndexedIncident[],
  month: MonthKey,
  ruleset: Ruleset,
): RecordEntries {
  const refusals: Refusal[] = [];
  const charges: Charge[] = [];
  const priors = new Map<string, Bucket>();
  for (const { incident, index } of [...records].sort(byDateAndPlace)) {
    const refuse = (problem: Problem): void => {
      refusals.push(refusalOf(incident, index, problem));
    };
    const bucket = bucketOf(incident, month, ruleset);
    const prior = (bucket === undefined ? undefined : priors.get(bucket.key)) ?? EMPTY_BUCKET;
    const verdict = examine(incident, index, month, ruleset, prior);
    if (verdict.kind === 'elsewhere') continue;
    if (verdict.kind === 'refused') {
      refuse(verdict.problem);
      continue;
    }
    const outcome = chargeOf(verdict.examined, ruleset);
    if ('code' in outcome) {
      refuse(outcome);
      continue;
    }
    charges.push(outcome);
    if (bucket !== undefined && countsInBucket(verdict.examined)) {
      priors.set(bucket.key, {
        measure: sumOf(prior.measure, bucket.measure),
        units: sumOf(prior.units, verdict.examined.units),
      });
    }
  }
  const settled = settleStates(charges, ruleset, refusals);
  onceADay(settled, ruleset);
  applyOverlaps(settled, ruleset);
  const repeats = applyEscalations(settled, ruleset);
  if (repeats.refusals.length === 0)
    return { entries: [...settled.map(entryOf), ...repeats.entries], refusals };
  // What a repeat refuses must not have displaced another record: the month is charged again without it.
  const refused = new Set(repeats.refusals.map((refusal) => refusal.record));
  const rest = chargeRecords(
    records.filter(({ index }) => !refused.has(index)),
    month,
    ruleset,
  );
  return { entries: rest.entries, refusals: [...rest.refusals, ...repeats.refusals] };
}

const sumOf = (a: Decimal, b: Decimal): Decimal => subtractDecimals(a, { ...b, digits: -b.digits });

/** An exempt or unverified record adds nothing to its day or month. */
function countsInBucket(examined: Examined): boolean {
  const code = examined.reasons[0]?.code;
  return (
    code !== 'EXEMPT' &&
    code !== 'EXCUSED' &&
    code !== 'EXEMPT_SHIFT' &&
    code !== 'NOT_VERIFIED' &&
    code !== 'PROCESS_DUTY'
  );
}

function bucketOf(
  incident: Incident,
  month: MonthKey,
  ruleset: Ruleset,
): { readonly key: string; readonly measure: Decimal } | undefined {
  const rule = ruleset.clausesOn(ruleset.ruleDay(incident.date, month)).get(incident.clause);
  if (rule === undefined) return undefined;
  const { bucket } = countingKindOf(rule.clause.count);
  if (bucket === undefined) return undefined;
  const key = bucket === 'day' ? `${incident.clause}@${incident.date}` : incident.clause;
  return { key, measure: bucketMeasure(incident, rule) };
}

function chargeOf(examined: Examined, ruleset: Ruleset): Charge | Problem {
  const reasons = [...examined.reasons];
  if (examined.units.digits === 0n) {
    return { examined, charged: false, consequences: NO_CONSEQUENCES, reasons };
  }
  const { incident, rule, units, ruleDay } = examined;
  const { clause } = rule;
  const flags = incident.flags ?? [];
  const situation = { clause, flags, kind: incident.kind, level: incident.level };
  const own = applicableEffects(clause.effects, situation, ruleset);
  const borrowed = [
    ...treatedAs(examined, ruleset),
    ...rule.general.filter((extra) => flags.includes(extra.flag)),
  ];
  const open = borrowed
    .map((extra) => unsetAmount(extra.effects, extra.clause, ruleset, ruleDay))
    .find(Boolean);
  if (open !== undefined) return open;
  const others = borrowed.flatMap((extra) => statedEffects(extra.effects, extra.clause, ruleset, ruleDay));
  const factor = multiplierOf(clause, flags, ruleset);
  const outcome = consequencesOf(
    [...own, ...others],
    units,
    clause,
    choicesOf(incident),
    ruleset,
    ruleDay,
    factor,
  );
  if (!outcome.ok) return { ...outcome.problem, params: { clause: clause.id, ...outcome.problem.params } };
  if (factor !== undefined) reasons.push({ code: 'MULTIPLIED', params: { factor: formatDecimal(factor) } });
  return { examined, charged: true, consequences: outcome.consequences, reasons };
}

/** The clause that a treat-as clause points to under the reading in force, with its unconditional effects. */
function treatedAs(examined: Examined, ruleset: Ruleset) {
  const { count } = examined.rule.clause;
  const target = count.mode === 'treat_as' ? ruleset.resolve(count.target) : null;
  const clause = target === null ? undefined : ruleset.clausesOn(examined.ruleDay).get(target)?.clause;
  if (clause === undefined) return [];
  return [{ clause: clause.id, effects: clause.effects.filter((effect) => effect.when === undefined) }];
}

/** A state contradicted by a record of the opposite clause in the same period is refused. */
function settleStates(charges: readonly Charge[], ruleset: Ruleset, refusals: Refusal[]): Charge[] {
  return charges.filter((charge) => {
    const { count } = charge.examined.rule.clause;
    if (count.mode !== 'state' || count.conflict === undefined) return true;
    const { clause: opposite, on } = count.conflict;
    if (ruleset.resolve(on) === 'allow') return true;
    const contradicted = charges.some(
      (other) => other.examined.rule.clause.id === opposite && other.examined.units.digits > 0n,
    );
    if (!contradicted) return true;
    const { incident, index } = charge.examined;
    refusals.push(
      refusalOf(incident, index, { code: 'STATE_CONFLICT', params: { clause: incident.clause, opposite } }),
    );
    return false;
  });
}

/** Under the reading `sameDay` = once, one day's further records of a clause are not charged. */
function onceADay(charges: readonly Charge[], ruleset: Ruleset): void {
  const seen = new Set<string>();
  for (const charge of charges) {
    const { clause } = charge.examined.rule;
    if (!charge.charged || clause.sameDay === undefined || ruleset.resolve(clause.sameDay) !== 'once')
      continue;
    const key = `${clause.id}@${charge.examined.incident.date}`;
    if (seen.has(key))
      uncharge(charge, { code: 'SAME_DAY', params: { date: formatDay(charge.examined.incident.date) } });
    seen.add(key);
  }
}

/** Written out field by field: there are as many entries as records, and a spread costs ten times the time. */
function entryOf(charge: Charge): Entry {
  const { incident, index, rule, units } = charge.examined;
  const { deducted, added, bonus, fine, pct, discipline, liability, obligations, privileges } =
    charge.consequences;
  return {
    deducted,
    added,
    bonus,
    fine,
    pct,
    discipline,
    liability,
    obligations,
    privileges,
    subject: incident.subject,
    date: incident.date,
    clause: incident.clause,
    category: rule.clause.category,
    origin: 'record',
    charged: charge.charged,
    units: charge.charged ? units : ZERO,
    reasons: charge.reasons,
    source: incident.source,
    record: index,
  };
}

/** Date, then sheet and row, then content: the same order whatever order the records come in. */
export function byDateAndPlace(a: IndexedIncident, b: IndexedIncident): number {
  const [left, right] = [a.incident, b.incident];
  return (
    left.date - right.date ||
    compareText(left.source?.sheet, right.source?.sheet) ||
    (left.source?.row ?? 0) - (right.source?.row ?? 0) ||
    compareText(left.source?.column, right.source?.column) ||
    compareText(left.clause, right.clause) ||
    compareOptional(left.qty, right.qty) ||
    compareOptional(left.value, right.value) ||
    compareOptional(left.chosenPoints, right.chosenPoints) ||
    compareOptional(left.chosenPct, right.chosenPct) ||
    compareText(contentOf(left), contentOf(right)) ||
    a.index - b.index
  );
}

const contentOf = (incident: Incident): string =>
  JSON.stringify(incident, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

function compareText(a: string | undefined, b: string | undefined): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareOptional(a: Decimal | undefined, b: Decimal | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  return compareDecimals(a, b);
}
