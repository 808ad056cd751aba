import type { LintCheck } from '../finding';

/** No base: deductions add up, but there is no score before the user gives one. */
export const baseUnset: LintCheck = {
  check: 'BASE_UNSET',
  severity: 'warning',
  *look({ rulebook: { score } }) {
    if (score.base === null) yield { params: { suggested: score.suggestedBase ?? '—' } };
  },
};
