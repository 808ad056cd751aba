import {
  compareDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  PERCENT_SCALE,
  POINT_SCALE,
  scaleByUnits,
  YUAN_SCALE,
  type Decimal,
} from '../facts/decimal';
import type { Incident } from '../facts/incident';
import type { Problem } from '../facts/problem';
import type { Clause } from '../rulebook/clause';
import { isAmount, type DisciplineEffect, type Effect } from '../rulebook/effects';
import type { AmountEffect, AmountType, When } from '../rulebook/effects';
import type { Consequences } from './entry';
import type { Ruleset } from './ruleset';

const SCALES: Readonly<Record<AmountType, number>> = {
  points: POINT_SCALE,
  fine_yuan: YUAN_SCALE,
  performance_pct: PERCENT_SCALE,
};

/** What a person decided for a record or for a clause's month. */
export interface Choices {
  readonly points?: Decimal | undefined;
  readonly pct?: Decimal | undefined;
  readonly discipline?: readonly string[] | undefined;
}

export type Outcome =
  | { readonly ok: true; readonly consequences: Consequences }
  | { readonly ok: false; readonly problem: Problem };

interface Situation {
  readonly clause: Clause;
  readonly flags: readonly string[];
  readonly kind?: string | undefined;
  readonly level?: number | undefined;
}

/** Whether the conditions of an effect hold for a record. */
export function whenHolds(when: When | undefined, situation: Situation, ruleset: Ruleset): boolean {
  if (when === undefined) return true;
  const { flags, clause } = situation;
  if (when.flag !== undefined && !flags.includes(when.flag)) return false;
  if (when.flag_not !== undefined && flags.includes(when.flag_not)) {
    const joins =
      clause.substitute?.flag === when.flag_not && ruleset.resolve(clause.substitute.mode) === 'add';
    if (!joins) return false;
  }
  if (when.kind !== undefined && when.kind !== situation.kind) return false;
  if (when.level !== undefined && when.level !== String(situation.level ?? '')) return false;
  return when.tier === undefined;
}

/** Points of a 抱怨 that a 投诉 costs as well under the reading `complaintPoints`. */
function complaintCostsPoints(effect: Effect, situation: Situation, ruleset: Ruleset): boolean {
  return (
    effect.type === 'points' &&
    effect.when?.kind === '抱怨' &&
    situation.kind === '投诉' &&
    ruleset.rulebook.issues !== undefined &&
    ruleset.resolve(ruleset.rulebook.issues.complaintPoints) === 'points-too'
  );
}

/** The effects that apply to a record. */
export function applicableEffects(
  effects: readonly Effect[],
  situation: Situation,
  ruleset: Ruleset,
): readonly Effect[] {
  return effects.filter(
    (effect) =>
      whenHolds(effect.when, situation, ruleset) || complaintCostsPoints(effect, situation, ruleset),
  );
}

/**
 * What effects come to for a number of units: the one place where an amount is computed.
 * Amounts left to a person are taken from `choices` and refused when missing or outside their bounds.
 */
export function consequencesOf(
  effects: readonly Effect[],
  units: Decimal,
  clause: Clause,
  choices: Choices,
  ruleset: Ruleset,
  ruleDay: number,
  factor: Decimal | undefined,
): Outcome {
  const chosen = linkedChoices(effects, clause, choices, ruleset);
  const problem =
    unsetAmount(effects, clause.id, ruleset, ruleDay) ??
    missingChoice(effects, chosen) ??
    outOfBounds(effects, chosen) ??
    chosen.mismatch ??
    badDiscipline(effects, chosen);
  if (problem !== undefined) return { ok: false, problem };

  const totals = { deducted: 0, added: 0, fine: 0, pct: 0 };
  const lists = {
    discipline: [] as string[],
    liability: [] as string[],
    obligations: [] as string[],
    privileges: [] as string[],
  };
  const times = Math.max(1, Number(units.digits / 10n ** BigInt(units.scale)));
  for (const effect of effects) {
    if (isAmount(effect)) {
      if (effect.dir === 'set') continue;
      const each = eachAmount(effect, clause, chosen, ruleset, ruleDay);
      const counted = factor === undefined ? units : multiplyDecimals(units, factor);
      const amount = scaleByUnits(toUnits(each, SCALES[effect.type]), counted);
      addAmount(totals, effect, amount, clause, ruleset);
    } else if (effect.type === 'discipline') {
      const given = givenDiscipline(effect, chosen);
      const repeats = effect.choice === 'fixed' ? times : 1;
      for (let i = 0; i < repeats; i += 1) lists.discipline.push(...given);
    } else {
      const list =
        effect.type === 'liability'
          ? lists.liability
          : effect.type === 'obligation'
            ? lists.obligations
            : lists.privileges;
      for (let i = 0; i < times; i += 1) list.push(effect.text);
    }
  }
  const { deducted, added, fine, pct } = totals;
  const { discipline, liability, obligations, privileges } = lists;
  return {
    ok: true,
    consequences: { deducted, added, bonus: 0, fine, pct, discipline, liability, obligations, privileges },
  };
}

/** The refusal of effects whose amount the source leaves open and the user did not set. Never zero by silence. */
export function unsetAmount(
  effects: readonly Effect[],
  clause: string,
  ruleset: Ruleset,
  ruleDay: number,
): Problem | undefined {
  const open = effects.some((effect) => isAmount(effect) && effect.kind === 'unset');
  return open && ruleset.param(clause, ruleDay) === undefined
    ? { code: 'UNSET_POINTS', params: { clause } }
    : undefined;
}

/** Effects of a clause for a record of another one: open amounts stated with the parameter of their own clause. */
export function statedEffects(
  effects: readonly Effect[],
  clause: string,
  ruleset: Ruleset,
  ruleDay: number,
): readonly Effect[] {
  const value = formatDecimal(ruleset.param(clause, ruleDay) ?? decimal('0'));
  return effects.map((effect): Effect =>
    isAmount(effect) && effect.kind === 'unset' ? { ...effect, kind: 'exact', value } : effect,
  );
}

function addAmount(
  totals: { deducted: number; added: number; fine: number; pct: number },
  effect: AmountEffect,
  amount: number,
  clause: Clause,
  ruleset: Ruleset,
): void {
  switch (effect.type) {
    case 'points': {
      const direction = clause.direction === undefined ? effect.dir : ruleset.resolve(clause.direction);
      if (direction === 'deduct') totals.deducted += amount;
      else totals.added += amount;
      return;
    }
    case 'fine_yuan':
      totals.fine += effect.dir === 'deduct' ? amount : -amount;
      return;
    case 'performance_pct':
      totals.pct += effect.dir === 'deduct' ? amount : -amount;
  }
}

/** An exact amount as an integer of its scale; more places than the scale has are rounded half up. */
function toUnits(amount: Decimal, scale: number): number {
  return scaleByUnits(scale, amount);
}

const decimal = (text: string): Decimal => parseDecimal(text) ?? { digits: 0n, scale: 0 };

function eachAmount(
  effect: Exclude<AmountEffect, { dir: 'set' }>,
  clause: Clause,
  chosen: Choices,
  ruleset: Ruleset,
  ruleDay: number,
): Decimal {
  switch (effect.kind) {
    case 'exact':
      return decimal(effect.value);
    case 'min':
    case 'range': {
      const choice =
        effect.type === 'performance_pct' ? chosen.pct : effect.type === 'points' ? chosen.points : undefined;
      return choice ?? decimal(effect.min);
    }
    case 'unset':
      return ruleset.param(clause.id, ruleDay) ?? decimal('0');
  }
}

/** Fills the linked half of a coupled choice, or reports that both were given and disagree. */
function linkedChoices(
  effects: readonly Effect[],
  clause: Clause,
  choices: Choices,
  ruleset: Ruleset,
): Choices & { readonly mismatch?: Problem } {
  const link = clause.linkedRange;
  const ranges = effects.filter((effect) => isAmount(effect) && effect.kind === 'range');
  if (link === undefined || ranges.length < 2 || ruleset.resolve(link.coupled) === 'free') return choices;
  const perPoint = decimal(link.pctPerPoint);
  if (choices.points !== undefined && choices.pct !== undefined) {
    const expected = multiplyDecimals(choices.points, perPoint);
    if (compareDecimals(expected, choices.pct) === 0) return choices;
    const params = {
      clause: clause.id,
      points: formatDecimal(choices.points),
      pct: formatDecimal(choices.pct),
      expected: formatDecimal(expected),
    };
    return { ...choices, mismatch: { code: 'LINK_MISMATCH', params } };
  }
  if (choices.points !== undefined) return { ...choices, pct: multiplyDecimals(choices.points, perPoint) };
  if (choices.pct === undefined) return choices;
  const points = divideExactly(choices.pct, perPoint);
  return points === undefined ? choices : { ...choices, points };
}

function divideExactly(value: Decimal, by: Decimal): Decimal | undefined {
  const numerator = value.digits * 10n ** BigInt(by.scale) * 1000n;
  const denominator = by.digits * 10n ** BigInt(value.scale);
  if (denominator === 0n || numerator % denominator !== 0n) return undefined;
  return { digits: numerator / denominator, scale: 3 };
}

function missingChoice(effects: readonly Effect[], chosen: Choices): Problem | undefined {
  for (const effect of effects) {
    if (isAmount(effect) && effect.kind === 'range') {
      const choice = effect.type === 'performance_pct' ? chosen.pct : chosen.points;
      if (choice === undefined) {
        return { code: 'CHOICE_REQUIRED', params: { what: effect.type, min: effect.min, max: effect.max } };
      }
    }
    if (effect.type === 'discipline' && (effect.choice === 'one_of' || effect.choice === 'one_or_more')) {
      if ((chosen.discipline ?? []).length === 0) {
        return {
          code: 'CHOICE_REQUIRED',
          params: { what: 'discipline', options: effect.options.join('、') },
        };
      }
    }
  }
  return undefined;
}

function outOfBounds(effects: readonly Effect[], chosen: Choices): Problem | undefined {
  for (const effect of effects) {
    if (!isAmount(effect) || (effect.kind !== 'range' && effect.kind !== 'min')) continue;
    const choice =
      effect.type === 'performance_pct' ? chosen.pct : effect.type === 'points' ? chosen.points : undefined;
    if (choice === undefined) continue;
    const found = formatDecimal(choice);
    if (effect.kind === 'min') {
      if (compareDecimals(choice, decimal(effect.min)) < 0) {
        return { code: 'BELOW_MINIMUM', params: { found, min: effect.min } };
      }
    } else if (
      compareDecimals(choice, decimal(effect.min)) < 0 ||
      compareDecimals(choice, decimal(effect.max)) > 0
    ) {
      return { code: 'RANGE_OUT_OF_BOUNDS', params: { found, min: effect.min, max: effect.max } };
    }
  }
  return undefined;
}

function badDiscipline(effects: readonly Effect[], chosen: Choices): Problem | undefined {
  const given = chosen.discipline ?? [];
  for (const effect of effects) {
    if (effect.type !== 'discipline' || (effect.choice !== 'one_of' && effect.choice !== 'one_or_more'))
      continue;
    const outside =
      effect.open_list === true ? undefined : given.find((name) => !effect.options.includes(name));
    const tooMany = effect.choice === 'one_of' && given.length > 1;
    if (outside !== undefined || tooMany) {
      return {
        code: 'DISCIPLINE_NOT_ALLOWED',
        params: { found: outside ?? given.join('、'), options: effect.options.join('、') },
      };
    }
  }
  return undefined;
}

function givenDiscipline(effect: DisciplineEffect, chosen: Choices): readonly string[] {
  const decided = chosen.discipline ?? [];
  switch (effect.choice) {
    case 'fixed':
      return effect.options;
    case 'up_to':
      return decided.length > 0 ? decided : effect.options.slice(-1);
    case 'discretionary':
      return decided.length > 0 ? decided : effect.options;
    case 'one_of':
    case 'one_or_more':
      return decided;
  }
}

/** The factor of a clause's multiplier for a record, undefined when it does not apply. */
export function multiplierOf(
  clause: Clause,
  flags: readonly string[],
  ruleset: Ruleset,
): Decimal | undefined {
  const { multiplier } = clause;
  if (multiplier === undefined) return undefined;
  const whole = flags.includes(multiplier.flag);
  const parts = multiplier.parts;
  const byParts =
    parts !== undefined &&
    (ruleset.resolve(parts.join) === 'either'
      ? parts.flags.some((flag) => flags.includes(flag))
      : parts.flags.every((flag) => flags.includes(flag)));
  return whole || byParts ? decimal(multiplier.factor) : undefined;
}

export function choicesOf(incident: Incident): Choices {
  return {
    points: incident.chosenPoints,
    pct: incident.chosenPct,
    discipline: incident.chosenDiscipline,
  };
}
