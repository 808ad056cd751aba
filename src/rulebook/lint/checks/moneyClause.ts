import type { AmountEffect } from '../../effects';
import { amountsOf, boundsOf, effectsOf, isStated, shown, THOUSAND } from '../amounts';
import type { LintCheck } from '../finding';

/** Percent of a month's wage that may be withheld at most where an employer recovers a loss. */
const WAGE_CAP = 20;

/** Clauses that take pay: fines, and shares of performance pay above the cap for wage deductions. */
export const moneyClause: LintCheck = {
  check: 'MONEY_CLAUSE',
  severity: 'warning',
  *look({ states }) {
    for (const { clause } of states) {
      const taken = amountsOf(effectsOf(clause)).flatMap((effect) => {
        if (effect.dir !== 'deduct' || effect.type === 'points') return [];
        const { amount, high } = spanOf(effect);
        if (effect.type === 'performance_pct' && high <= WAGE_CAP * THOUSAND) return [];
        return [effect.type === 'fine_yuan' ? `¥${amount}` : `${amount}%`];
      });
      if (taken.length > 0) yield { clause: clause.id, params: { amount: [...new Set(taken)].join(' + ') } };
    }
  },
};

/** An amount in words and its greatest, in thousandths; X where the rulebook leaves it open. */
function spanOf(effect: AmountEffect): { readonly amount: string; readonly high: number } {
  if (!isStated(effect)) return { amount: 'X', high: Infinity };
  const { low, high = low } = boundsOf(effect);
  return { amount: low === high ? shown(low) : `${shown(low)}–${shown(high)}`, high };
}
