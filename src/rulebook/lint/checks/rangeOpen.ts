import { openChoices } from '../choices';
import type { LintCheck } from '../finding';

/** A range where nothing says who chooses within it. */
export const rangeOpen: LintCheck = {
  check: 'RANGE_OPEN',
  severity: 'warning',
  look: (context) => openChoices(context, 'range'),
};
