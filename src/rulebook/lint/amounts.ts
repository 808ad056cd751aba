import { formatScaled, toScaled } from '../../facts/decimal';
import type { Clause } from '../clause';
import { isAmount, type AmountEffect, type AmountType, type Effect } from '../effects';

/** Everything a clause may bring, repeats included. */
export function effectsOf(clause: Clause): readonly Effect[] {
  return [...clause.effects, ...(clause.escalation?.effects ?? [])];
}

export function amountsOf(effects: readonly Effect[]): AmountEffect[] {
  return effects.filter(isAmount);
}

/** An amount that the rulebook itself states. */
export type StatedEffect = Exclude<AmountEffect, { kind: 'unset' }>;

export function isStated(effect: AmountEffect): effect is StatedEffect {
  return effect.kind !== 'unset';
}

/** An amount of a loaded rulebook in thousandths. */
export const thousandths = (amount: string): number => toScaled(amount, THOUSAND)!;

/** Least and greatest amount in thousandths, without a greatest where it is a minimum. */
export function boundsOf(effect: StatedEffect): { readonly low: number; readonly high?: number } {
  if (effect.kind === 'exact') return { low: thousandths(effect.value), high: thousandths(effect.value) };
  const low = thousandths(effect.min);
  return effect.kind === 'min' ? { low } : { low, high: thousandths(effect.max) };
}

/** What a list of effects takes at least, by type of amount; types with an unset amount are left out. */
export function leastTaken(effects: readonly Effect[]): Map<AmountType, number> {
  const taken = new Map<AmountType, number>();
  const deducted = amountsOf(effects).filter(({ dir }) => dir === 'deduct');
  const unset = new Set(deducted.filter(({ kind }) => kind === 'unset').map(({ type }) => type));
  for (const effect of deducted.filter(isStated).filter(({ type }) => !unset.has(type))) {
    taken.set(effect.type, (taken.get(effect.type) ?? 0) + boundsOf(effect).low);
  }
  return taken;
}

/** The types of amount of which `heavy` takes less than `light`. */
export function cheaperTypes(
  heavy: ReadonlyMap<AmountType, number>,
  light: ReadonlyMap<AmountType, number>,
): { readonly type: AmountType; readonly heavy: string; readonly light: string }[] {
  return [...light].flatMap(([type, amount]) => {
    const other = heavy.get(type);
    if (other === undefined || other >= amount) return [];
    return [{ type, heavy: shown(other), light: shown(amount) }];
  });
}

export const THOUSAND = 1000;

/** Thousandths as a plain decimal. */
export const shown = (scaled: number): string => formatScaled(scaled, THOUSAND);
