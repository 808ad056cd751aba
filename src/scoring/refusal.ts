import type { Problem } from '../facts/problem';
import type { Source } from '../facts/incident';
import type { Day } from '../facts/date';

/**
 * Codes with which a record is refused, in the order in which they win when several apply
 * (facts format: unknown clause, quantity, flags, kind, level, exemption reason, parameters, choices, state).
 */
export const REFUSAL_CODES = [
  'UNKNOWN_CLAUSE',
  'CLAUSE_NOT_IN_FORCE',
  'CLAUSE_COMPUTED',
  'NEGATIVE_QTY',
  'QTY_TOO_LARGE',
  'FRACTIONAL_QTY',
  'FLAG_NOT_ALLOWED',
  'KIND_REQUIRED',
  'LEVEL_REQUIRED',
  'EXEMPT_REASON_REQUIRED',
  'UNSET_POINTS',
  'PARAM_REQUIRED',
  'CALENDAR_MISSING',
  'VALUE_REQUIRED',
  'CHOICE_REQUIRED',
  'RANGE_OUT_OF_BOUNDS',
  'BELOW_MINIMUM',
  'LINK_MISMATCH',
  'DISCIPLINE_NOT_ALLOWED',
  'STATE_CONFLICT',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Answer statuses of `qascore score`. */
export type RefusalStatus = 'refused' | 'needs-input' | 'rejected';

const NEEDS_INPUT: ReadonlySet<string> = new Set([
  'LEVEL_REQUIRED',
  'KIND_REQUIRED',
  'CHOICE_REQUIRED',
  'PARAM_REQUIRED',
  'EXEMPT_REASON_REQUIRED',
  'VALUE_REQUIRED',
]);
const REFUSED: ReadonlySet<string> = new Set(['UNSET_POINTS', 'CALENDAR_MISSING']);

export function statusOf(code: string): RefusalStatus {
  return REFUSED.has(code) ? 'refused' : NEEDS_INPUT.has(code) ? 'needs-input' : 'rejected';
}

/** A record that takes no part in any number until someone acts. */
export interface Refusal extends Problem {
  readonly code: RefusalCode;
  readonly subject: string;
  readonly clause: string;
  readonly date: Day;
  readonly source?: Source | undefined;
  readonly record?: number | undefined;
}

/** The refusal whose code comes first in the order of the contract; undefined for an empty list. */
export function firstRefusal(refusals: readonly Refusal[]): Refusal | undefined {
  let best: Refusal | undefined;
  let rank = Infinity;
  for (const refusal of refusals) {
    const position = REFUSAL_CODES.indexOf(refusal.code);
    if (position < rank) {
      best = refusal;
      rank = position;
    }
  }
  return best;
}
