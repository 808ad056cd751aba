import { compareDecimals, multiplyDecimals, parseDecimal, type Decimal } from '../../facts/decimal';
import type { Clause } from '../../rulebook/clause';
import { isAmount, type AmountType, type Effect } from '../../rulebook/effects';

/** What a row says it costs, per unit or in all; signs are taken off. */
export interface RowAmounts {
  readonly points?: Decimal;
  readonly fine_yuan?: Decimal;
  readonly performance_pct?: Decimal;
  /** They are given, not taken: only a clause that gives can have led to them. */
  readonly given?: boolean;
}

const absolute = (value: Decimal): Decimal =>
  value.digits < 0n ? { digits: -value.digits, scale: value.scale } : value;

function within(value: Decimal, low: string, high: string | undefined): boolean {
  const least = parseDecimal(low);
  const most = high === undefined ? undefined : parseDecimal(high);
  if (least === undefined) return true;
  return compareDecimals(value, least) >= 0 && (most === undefined || compareDecimals(value, most) <= 0);
}

/**
 * Whether an amount on the row can come from the clause: once, times the quantity, times the multiplier, from
 * its escalation, or any value where the clause leaves it open. A clause without an amount of that type
 * disagrees with any but zero.
 */
function agrees(clause: Clause, type: AmountType, stated: Decimal, qty: Decimal): boolean {
  const value = absolute(stated);
  if (value.digits === 0n) return true;
  const effects: Effect[] = [
    ...clause.effects,
    ...(clause.escalation?.effects ?? []),
    ...(clause.revisions ?? []).flatMap((revision) => revision.effects ?? []),
  ];
  const factors = [parseDecimal('1'), qty];
  const factor = clause.multiplier === undefined ? undefined : parseDecimal(clause.multiplier.factor);
  if (factor !== undefined) factors.push(factor, multiplyDecimals(factor, qty));
  for (const effect of effects) {
    if (!isAmount(effect) || effect.type !== type) continue;
    if (effect.kind === 'unset') return true;
    if (effect.kind === 'min' && within(value, effect.min, undefined)) return true;
    if (effect.kind === 'range' && within(value, effect.min, effect.max)) return true;
    if (effect.kind !== 'exact') continue;
    const amount = parseDecimal(effect.value);
    if (amount === undefined) continue;
    for (const times of factors) {
      if (times !== undefined && compareDecimals(multiplyDecimals(amount, times), value) === 0) return true;
    }
  }
  return false;
}

/** Clauses that are measured may cost any multiple of their amount. */
const OPEN_COUNTS = new Set([
  'excess_per_day',
  'abs_diff_per_day',
  'quota_shortfall',
  'per_hour',
  'deadline_dom',
  'deadline_workdays',
]);

/** The first amount on the row that the clause cannot have led to, or undefined. */
export function amountMismatch(
  clause: Clause,
  amounts: RowAmounts,
  qty: Decimal,
): { readonly type: AmountType; readonly stated: Decimal } | undefined {
  if (OPEN_COUNTS.has(clause.count.mode)) return undefined;
  for (const type of ['points', 'fine_yuan', 'performance_pct'] as const) {
    const stated = amounts[type];
    if (stated !== undefined && !agrees(clause, type, stated, qty)) return { type, stated };
  }
  return undefined;
}

const hasEffect = (clause: Clause, test: (effect: Effect) => boolean): boolean =>
  clause.effects.some(test) || clause.escalation?.effects.some(test) === true;

/** Whether a clause gives anything, as a row with an addition needs it. */
export const gives = (clause: Clause): boolean =>
  hasEffect(clause, (effect) => isAmount(effect) && effect.dir === 'add');

/** Whether a person has to choose an amount for the clause. */
export const asksForChoice = (clause: Clause): boolean =>
  hasEffect(clause, (effect) => isAmount(effect) && (effect.kind === 'range' || effect.kind === 'min'));
