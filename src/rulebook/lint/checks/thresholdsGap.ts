import { bandFamilies, meeting, neighbours } from '../bands';
import type { LintCheck } from '../finding';

/** Clauses of one measure with values between them that none of them covers. */
export const thresholdsGap: LintCheck = {
  check: 'THRESHOLDS_GAP',
  severity: 'warning',
  *look(context) {
    for (const [lower, upper] of bandFamilies(context).flatMap(neighbours)) {
      if (meeting(lower, upper) !== 'gap') continue;
      yield {
        clause: upper.state.clause.id,
        params: { other: lower.state.clause.id, measure: upper.family },
      };
    }
  },
};
