import { openChoices } from '../choices';
import type { LintCheck } from '../finding';

/** A least amount (至少, 不低于) where nothing says who sets the actual one. */
export const minimumOpen: LintCheck = {
  check: 'MINIMUM_OPEN',
  severity: 'warning',
  look: (context) => openChoices(context, 'min'),
};
