import { PERCENT_SCALE, POINT_SCALE, parseDecimal, scaleByUnits, toScaled, YUAN_SCALE } from '../facts/decimal';
import { countingKindOf } from '../rulebook/counting';
import { isAmount } from '../rulebook/effects';
import { flagBit } from './factTable';
import type { RuleClause, Ruleset } from './ruleset';

/** What a bare record of a clause costs per unit, or that it must be looked at in full. */
export interface PlainAmount {
  readonly points: number;
  /** Points per unit with the multiplier's flag. */
  readonly multiplied: number;
  readonly multiplierBit: number;
  readonly adds: boolean;
  readonly fine: number;
  readonly pct: number;
  readonly category: number;
}

/**
 * The per-unit amounts of a clause when they are fixed: every record counts its quantity, every effect is an
 * exact number without a condition, and nothing depends on other records. Undefined for any other clause.
 */
export function plainAmount(rule: RuleClause, ruleset: Ruleset): PlainAmount | undefined {
  const { clause } = rule;
  const fixed =
    countingKindOf(clause.count).plain &&
    clause.escalation === undefined &&
    clause.sameDay === undefined &&
    clause.jointLiability === undefined;
  if (!fixed) return undefined;
  const amounts = { points: 0, fine: 0, pct: 0 };
  let adds = false;
  for (const effect of clause.effects) {
    if (!isAmount(effect) || effect.kind !== 'exact' || effect.when !== undefined) return undefined;
    if (effect.type === 'points') {
      adds = (clause.direction === undefined ? effect.dir : ruleset.resolve(clause.direction)) === 'add';
      amounts.points += toScaled(effect.value, POINT_SCALE) ?? 0;
    } else if (effect.dir !== 'deduct') return undefined;
    else if (effect.type === 'fine_yuan') amounts.fine += toScaled(effect.value, YUAN_SCALE) ?? 0;
    else amounts.pct += toScaled(effect.value, PERCENT_SCALE) ?? 0;
  }
  if (clause.effects.filter((effect) => effect.type === 'points').length > 1) return undefined;
  const factor = clause.multiplier === undefined ? undefined : parseDecimal(clause.multiplier.factor);
  const numbersOnly = amounts.fine === 0 && amounts.pct === 0;
  return {
    ...amounts,
    multiplied: factor === undefined ? amounts.points : scaleByUnits(amounts.points, factor),
    multiplierBit: clause.multiplier !== undefined && numbersOnly ? flagBit(clause.multiplier.flag) : 0,
    adds,
    category: ruleset.categories.indexOf(clause.category),
  };
}

/** Amounts of every clause of a table for every version of the rules, as columns for the fold. */
export interface PlainAmounts {
  readonly clauseCount: number;
  /** 1 = bare records of the clause may be folded. Index = version * clauseCount + clause. */
  readonly foldable: Uint8Array;
  readonly points: Int32Array;
  readonly multiplied: Int32Array;
  readonly multiplierBit: Uint8Array;
  /** Column of the sums: category for deductions, categories + category for additions. */
  readonly column: Uint16Array;
  readonly fine: Int32Array;
  readonly pct: Int32Array;
  readonly hasMoney: boolean;
}

export function compileAmounts(clauseIds: readonly string[], versionDays: readonly number[], ruleset: Ruleset): PlainAmounts {
  const clauseCount = clauseIds.length;
  const size = clauseCount * versionDays.length;
  const amounts: PlainAmounts = {
    clauseCount,
    foldable: new Uint8Array(size),
    points: new Int32Array(size),
    multiplied: new Int32Array(size),
    multiplierBit: new Uint8Array(size),
    column: new Uint16Array(size),
    fine: new Int32Array(size),
    pct: new Int32Array(size),
    hasMoney: false,
  };
  let hasMoney = false;
  versionDays.forEach((day, version) => {
    const clauses = ruleset.clausesOn(day);
    clauseIds.forEach((id, clause) => {
      const rule = clauses.get(id);
      const amount = rule === undefined ? undefined : plainAmount(rule, ruleset);
      if (amount === undefined) return;
      const at = version * clauseCount + clause;
      amounts.foldable[at] = 1;
      amounts.points[at] = amount.points;
      amounts.multiplied[at] = amount.multiplied;
      amounts.multiplierBit[at] = amount.multiplierBit;
      amounts.column[at] = amount.adds ? ruleset.categories.length + amount.category : amount.category;
      amounts.fine[at] = amount.fine;
      amounts.pct[at] = amount.pct;
      hasMoney ||= amount.fine !== 0 || amount.pct !== 0;
    });
  });
  return { ...amounts, hasMoney };
}
