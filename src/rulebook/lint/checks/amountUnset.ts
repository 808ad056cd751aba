import { isAmount } from '../../effects';
import { effectsOf } from '../amounts';
import type { LintCheck } from '../finding';

/** Amounts that the source leaves open (扣 X 分): the clause refuses until its parameter is given. */
export const amountUnset: LintCheck = {
  check: 'AMOUNT_UNSET',
  severity: 'warning',
  *look({ states }) {
    for (const { clause } of states) {
      const unset = effectsOf(clause).some((effect) => isAmount(effect) && effect.kind === 'unset');
      if (unset) yield { clause: clause.id };
    }
  },
};
