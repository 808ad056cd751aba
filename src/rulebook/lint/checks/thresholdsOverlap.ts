import { bandFamilies, meeting, neighbours } from '../bands';
import type { LintCheck } from '../finding';

/** Clauses of one measure of which a value can meet two, without a rule for that. */
export const thresholdsOverlap: LintCheck = {
  check: 'THRESHOLDS_OVERLAP',
  severity: 'warning',
  *look(context) {
    for (const [lower, upper] of bandFamilies(context).flatMap(neighbours)) {
      const [a, b] = [lower.state.clause, upper.state.clause];
      if (a.overlapGroup !== undefined && a.overlapGroup === b.overlapGroup) continue;
      if (meeting(lower, upper) === 'overlap')
        yield { clause: b.id, params: { other: a.id, measure: upper.family } };
    }
  },
};
