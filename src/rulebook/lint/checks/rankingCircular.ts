import { amountsOf } from '../amounts';
import type { LintCheck } from '../finding';

const APART = /人工|手工|手动|录入|上(个)?月|上期|不含本条|另行|单独排名/;

/** A rank or total that the clause itself changes: points for the last place, points for points lost. */
export const rankingCircular: LintCheck = {
  check: 'RANKING_CIRCULAR',
  severity: 'warning',
  *look({ states }) {
    for (const { clause } of states) {
      const { count, statement, notes = [] } = clause;
      const ranks = count.mode === 'rank_last';
      if (!ranks && count.mode !== 'total_reached') continue;
      if (!amountsOf(clause.effects).some(({ type }) => type === 'points')) continue;
      if (ranks && [statement, ...notes].some(({ zh }) => APART.test(zh))) continue;
      yield { clause: clause.id, params: { of: ranks ? 'rank' : 'total' } };
    }
  },
};
