import type { Clause } from '../../clause';
import { amountsOf, boundsOf, effectsOf, isStated } from '../amounts';
import type { LintCheck } from '../finding';
import { coexist, isRecorded, type ClauseState } from '../states';

const isBonus = ({ count: { mode } }: Clause): boolean =>
  mode === 'bonus_category' || mode === 'bonus_clean_month';

/** Whether a record of the clause can lose the bonus. */
function canLose(bonus: ClauseState, other: ClauseState): boolean {
  const { count, category, subject } = bonus.clause;
  if (!isRecorded(other.clause) || !coexist(bonus, other)) return false;
  if (count.mode === 'bonus_clean_month') return true;
  const takes = amountsOf(effectsOf(other.clause)).some(({ dir }) => dir === 'deduct');
  return other.clause.category === category && other.clause.subject === subject && takes;
}

/** A bonus that nothing can lose, or that gives nothing to whoever wins it. */
export const bonusPointless: LintCheck = {
  check: 'BONUS_POINTLESS',
  severity: 'warning',
  *look({ states }) {
    for (const bonus of states.filter(({ clause }) => isBonus(clause))) {
      const { id, effects } = bonus.clause;
      const gives = amountsOf(effects).filter(({ dir }) => dir !== 'deduct');
      const nothing = gives.every((effect) => isStated(effect) && boundsOf(effect).high === 0);
      if (nothing) yield { clause: id, params: { problem: 'no-win' } };
      if (!states.some((other) => canLose(bonus, other)))
        yield { clause: id, params: { problem: 'no-loss' } };
    }
  },
};
