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

/**
 * Repeats of a clause within the month. Returns the entries that the repeats bring; charges whose amounts
 * are replaced keep their place as entries without them. Charges are in canonical order.
 */
export function applyEscalations(charges: readonly Charge[], ruleset: Ruleset): RecordEntries {
  const byClause = new Map<string, Charge[]>();
  for (const charge of charges) {
    if (!charge.charged || charge.examined.rule.clause.escalation === undefined) continue;
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
  const escalation = charges.at(-1)!.examined.rule.clause.escalation!;
  const limit = ruleset.resolve(escalation.minCount);
  const reachedAt = reachingCharge(charges, limit, escalation);
  if (reachedAt === undefined) {
    if (escalation.warnings !== undefined && ruleset.resolve(escalation.warnings) === 'first') {
      limitWarnings(charges, escalation, ruleset);
    }
    return undefined;
  }

  const reaching = charges[reachedAt]!;
  const { clause } = reaching.examined.rule;
  const choices = monthChoices(charges, isCoupled(clause, ruleset));
  const effects = applicableEffects(
    escalation.effects,
    { clause, flags: charges.flatMap((charge) => charge.examined.incident.flags ?? []) },
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
    for (const charge of charges.slice(reachedAt)) {
      const { incident, index } = charge.examined;
      const params = { clause: clause.id, ...outcome.problem.params };
      refusals.push(refusalOf(incident, index, { ...outcome.problem, params }));
    }
    return undefined;
  }
  const mode = ruleset.resolve(escalation.mode);
  if (mode !== 'extra') replaceAmounts(charges, mode === 'add' ? limit - 1 : 0);
  limitWarnings(charges, escalation, ruleset);
  return repeatEntry(reaching, charges, limit, mode, outcome.consequences);
}

/** Index of the charge with which the limit is reached, or that carries the flag. */
function reachingCharge(
  charges: readonly Charge[],
  limit: number,
  escalation: Escalation,
): number | undefined {
  let count = ZERO;
  for (const [index, charge] of charges.entries()) {
    count = subtractDecimals(count, { ...charge.examined.units, digits: -charge.examined.units.digits });
    const reached = count.digits >= BigInt(limit) * 10n ** BigInt(count.scale);
    const flagged =
      escalation.orFlag !== undefined && (charge.examined.incident.flags ?? []).includes(escalation.orFlag);
    if (reached || flagged) return index;
  }
  return undefined;
}

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
): Entry {
  const { incident, index, rule } = reaching.examined;
  const total = charges.reduce(
    (sum, charge) =>
      subtractDecimals(sum, { ...charge.examined.units, digits: -charge.examined.units.digits }),
    ZERO,
  );
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
    reasons: [{ code: `REPEAT_${mode.toUpperCase()}`, params }],
    source: incident.source,
    record: index,
  };
}
