import { amountsOf, boundsOf, effectsOf, shown, THOUSAND } from '../amounts';
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
        const { low = 0, high = low } = boundsOf(effect) ?? {};
        if (effect.type === 'performance_pct' && high <= WAGE_CAP * THOUSAND) return [];
        const amount = low === high ? shown(low) : `${shown(low)}–${shown(high)}`;
        return [effect.type === 'fine_yuan' ? `¥${amount}` : `${amount}%`];
      });
      if (taken.length > 0) yield { clause: clause.id, params: { amount: [...new Set(taken)].join(' + ') } };
    }
  },
};
