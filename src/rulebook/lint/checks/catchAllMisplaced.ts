import { isByReading } from '../../primitives';
import type { Clause } from '../../clause';
import type { Found, LintCheck } from '../finding';
import { isRecorded } from '../states';

const WORDED =
  /^(凡)?(以上|上述)[^,，。]{0,8}(没有|未)[^,，。]{0,6}(写明|列明|列出|提及|明确|规定|包括)|^其[他它][^,，。]{0,14}(未|没有)[^,，。]{0,10}(写明|列明|列出|提及|明确|规定|包括)/;

const canCatchAll = ({ catchAll }: Clause): boolean =>
  isByReading(catchAll) ? Object.values(catchAll.cases).includes(true) : catchAll === true;

/** A catch-all before other clauses, one that has nobody's clauses to give way to, one of two, or one not marked. */
export const catchAllMisplaced: LintCheck = {
  check: 'CATCH_ALL',
  severity: 'warning',
  *look({ rulebook: { clauses } }) {
    const recorded = clauses.filter(isRecorded);
    const subjects = new Set<string>();
    for (const [index, clause] of recorded.entries()) {
      const found = (problem: string): Found => ({ clause: clause.id, params: { problem } });
      if (!canCatchAll(clause)) {
        if (WORDED.test(clause.statement.zh)) yield found('unmarked');
        continue;
      }
      if (recorded.slice(index + 1).some((later) => !canCatchAll(later))) yield found('not-last');
      if (!recorded.some((other) => other.subject === clause.subject && !canCatchAll(other)))
        yield found('no-subject');
      if (subjects.has(clause.subject)) yield found('second');
      subjects.add(clause.subject);
    }
  },
};
