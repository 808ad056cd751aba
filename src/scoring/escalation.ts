import { formatDay } from '../facts/date';
import { compareDecimals, decimalOf, formatDecimal, subtractDecimals, type Decimal } from '../facts/decimal';
import type { Clause, Escalation } from '../rulebook/clause';
import { ONE, ZERO } from '../rulebook/counting/kind';
import { applicableEffects, consequencesOf, type Choices } from './consequences';
import type { Consequences, Entry } from './entry';
import { refusalOf, type Charge } from './charge';
import type { RecordEntries } from './month';
import type { Refusal } from './refusal';
import type { Ruleset } from './ruleset';
import { revisionReasons } from './versionReasons';

/**
 * Repeats of a clause within the month. Returns the entries that the repeats bring; charges whose amounts
 * are replaced keep their place as entries without them. Charges are in canonical order.
 *
 * Where the clause changes within the month, occurrences are counted over the change and the version of the
 * record that reaches the limit says what the limit is and what reaching it brings. It does not touch later
 * records whose own version knows no repeats.
 */
export function applyEscalations(charges: readonly Charge[], ruleset: Ruleset): RecordEntries {
  const byClause = new Map<string, Charge[]>();
  for (const charge of charges) {
    if (!charge.charged || !charge.examined.rule.repeats) continue;
    const { id } = charge.examined.rule.clause;
    byClause.set(id, [...(byClause.get(id) ?? []), charge]);
  }
  const entries: Entry[] = [];
  const refusals: Refusal[] = [];
  for (const list of byClause.values()) {
    const entry = escalate(list, ruleset, refusals);
    if (entry !== undefined) entries.push(entry);
  }
  return { entries, refusals };
}

function escalate(charges: readonly Charge[], ruleset: Ruleset, refusals: Refusal[]): Entry | undefined {
  const reachedAt = reachingIndex(charges, ruleset);
  if (reachedAt < 0) {
    const own = charges.filter((charge) => escalationOf(charge) !== undefined);
    const last = own.at(-1);
    const escalation = last === undefined ? undefined : escalationOf(last);
    if (escalation?.warnings !== undefined && ruleset.resolve(escalation.warnings) === 'first') {
      limitWarnings(own, escalation, ruleset);
    }
    return undefined;
  }

  const reaching = charges[reachedAt]!;
  const { clause } = reaching.examined.rule;
  const escalation = escalationOf(reaching)!;
  const limit = ruleset.resolve(escalation.minCount);
  const meant = charges.filter((charge, index) => index <= reachedAt || escalationOf(charge) !== undefined);
  const choices = monthChoices(meant, isCoupled(clause, ruleset));
  const effects = applicableEffects(
    escalation.effects,
    { clause, flags: meant.flatMap((charge) => charge.examined.incident.flags ?? []) },
    ruleset,
  );
  const outcome = consequencesOf(
    effects,
    ONE,
    clause,
    choices,
    ruleset,
    reaching.examined.ruleDay,
    undefined,
  );
  if (!outcome.ok) {
    for (const charge of meant.slice(reachedAt)) {
      const { incident, index } = charge.examined;
      const params = { clause: clause.id, ...outcome.problem.params };
      refusals.push(refusalOf(incident, index, { ...outcome.problem, params }));
    }
    return undefined;
  }
  const mode = ruleset.resolve(escalation.mode);
  if (mode !== 'extra') replaceAmounts(meant, mode === 'add' ? limit - 1 : 0);
  limitWarnings(meant, escalation, ruleset);
  const reasons = revisionReasons(reaching.examined, ruleset);
  return repeatEntry(reaching, meant, limit, mode, outcome.consequences, reasons);
}

const escalationOf = (charge: Charge): Escalation | undefined => charge.examined.rule.clause.escalation;

/** Index of the charge that reaches the limit of its own version, or that carries its flag; -1 = none. */
function reachingIndex(charges: readonly Charge[], ruleset: Ruleset): number {
  let count = ZERO;
  return charges.findIndex((charge) => {
    const { units, incident } = charge.examined;
    count = sumOf(count, units);
    const escalation = escalationOf(charge);
    if (escalation === undefined) return false;
    const { orFlag } = escalation;
    if (orFlag !== undefined && incident.flags?.includes(orFlag) === true) return true;
    return count.digits >= BigInt(ruleset.resolve(escalation.minCount)) * 10n ** BigInt(count.scale);
  });
}

const sumOf = (a: Decimal, b: Decimal): Decimal => subtractDecimals(a, { ...b, digits: -b.digits });

function isCoupled(clause: Clause, ruleset: Ruleset): boolean {
  return clause.linkedRange !== undefined && ruleset.resolve(clause.linkedRange.coupled) === 'coupled';
}

/**
 * One choice per clause, subject and month: the last that is not blank. Coupled points and percent are taken
 * from one record, so that halves of two decisions never meet.
 */
function monthChoices(charges: readonly Charge[], coupled: boolean): Choices {
  let points: Decimal | undefined;
  let pct: Decimal | undefined;
  let discipline: readonly string[] | undefined;
  for (const { examined } of charges) {
    const { chosenPoints, chosenPct, chosenDiscipline } = examined.incident;
    if (chosenPoints !== undefined || chosenPct !== undefined) {
      points = coupled ? chosenPoints : (chosenPoints ?? points);
      pct = coupled ? chosenPct : (chosenPct ?? pct);
    }
    discipline = chosenDiscipline ?? discipline;
  }
  return { points, pct, discipline };
}

/** Takes back points, money and pay of the single occurrences, except of the first `kept` units. */
function replaceAmounts(charges: readonly Charge[], kept: number): void {
  let left = decimalOf(kept);
  for (const charge of charges) {
    const { units } = charge.examined;
    const keep = compareDecimals(left, units) < 0 ? left : units;
    left = subtractDecimals(left, keep);
    if (compareDecimals(keep, units) === 0) continue;
    const { consequences } = charge;
    const share = (amount: number): number => shareOf(amount, keep, units);
    charge.consequences = {
      ...consequences,
      deducted: share(consequences.deducted),
      added: share(consequences.added),
      fine: share(consequences.fine),
      pct: share(consequences.pct),
    };
    charge.reasons.push({ code: 'REPLACED_BY_REPEAT', params: { kept: formatDecimal(keep) } });
  }
}

/** The part of an amount that `keep` of `units` bring, in whole counts; halves are rounded up. */
function shareOf(amount: number, keep: Decimal, units: Decimal): number {
  const scale = Math.max(keep.scale, units.scale);
  const part = keep.digits * 10n ** BigInt(scale - keep.scale);
  const whole = units.digits * 10n ** BigInt(scale - units.scale);
  const absolute = BigInt(Math.abs(amount));
  return Math.sign(amount) * Number((absolute * part * 2n + whole) / (whole * 2n));
}

function limitWarnings(charges: readonly Charge[], escalation: Escalation, ruleset: Ruleset): void {
  if (escalation.warnings === undefined) return;
  const warnings = ruleset.resolve(escalation.warnings);
  if (warnings === 'each') return;
  charges.forEach((charge, index) => {
    const single = charge.examined.rule.clause.effects.flatMap((effect) =>
      effect.type === 'discipline' && effect.choice === 'fixed' && effect.when === undefined
        ? effect.options
        : [],
    );
    const discipline = [...charge.consequences.discipline];
    let keep = warnings === 'first' && index === 0 ? 1 : 0;
    charge.consequences = {
      ...charge.consequences,
      discipline: discipline.filter((name) => {
        if (!single.includes(name)) return true;
        keep -= 1;
        return keep >= 0;
      }),
    };
  });
}

function repeatEntry(
  reaching: Charge,
  charges: readonly Charge[],
  limit: number,
  mode: 'extra' | 'replace' | 'add',
  consequences: Consequences,
  more: Entry['reasons'],
): Entry {
  const { incident, index, rule } = reaching.examined;
  const total = charges.reduce((sum, charge) => sumOf(sum, charge.examined.units), ZERO);
  const params = { count: formatDecimal(total), limit, date: formatDay(incident.date) };
  return {
    ...consequences,
    subject: incident.subject,
    date: incident.date,
    clause: rule.clause.id,
    category: rule.clause.category,
    origin: 'repeat',
    charged: true,
    units: ONE,
    reasons: [{ code: `REPEAT_${mode.toUpperCase()}`, params }, ...more],
    source: incident.source,
    record: index,
  };
}
