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

/** Least and greatest amount in thousandths; undefined where it is unset, without a greatest where it is a minimum. */
export function boundsOf(effect: AmountEffect): { readonly low: number; readonly high?: number } | undefined {
  const scaled = (text: string): number => toScaled(text, THOUSAND) ?? 0;
  if (effect.kind === 'exact') return { low: scaled(effect.value), high: scaled(effect.value) };
  if (effect.kind === 'min') return { low: scaled(effect.min) };
  if (effect.kind === 'range') return { low: scaled(effect.min), high: scaled(effect.max) };
  return undefined;
}

/** What a list of effects takes at least, by type of amount; types with an unset amount are left out. */
export function leastTaken(effects: readonly Effect[]): Map<AmountType, number> {
  const taken = new Map<AmountType, number>();
  const deducted = amountsOf(effects).filter(({ dir }) => dir === 'deduct');
  const unset = new Set(deducted.filter(({ kind }) => kind === 'unset').map(({ type }) => type));
  for (const effect of deducted.filter(({ type }) => !unset.has(type))) {
    taken.set(effect.type, (taken.get(effect.type) ?? 0) + (boundsOf(effect)?.low ?? 0));
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
