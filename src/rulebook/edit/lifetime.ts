import type { Clause } from '../clause';
import type { Rulebook } from '../rulebook';
import { accepted, beginOf, clauseOf, dateText, refused, withClause, type EditResult } from './result';

/**
 * A clause that ends with a day; records until then stay under it. Refused with EDIT_CLAUSE_UNKNOWN {clause},
 * EDIT_DATE {found}, EDIT_REFERENCE, EDIT_END_BEFORE_BEGIN {clause, date, begin}, EDIT_END_BEFORE_REVISION {clause, date,
 * revision}.
 * @param lastDay the last day in force, `2026-12-31`
 * @param reference what ended it
 */
export function endClause(rulebook: Rulebook, id: string, lastDay: string, reference: string): EditResult {
  const clause = clauseOf(rulebook, id);
  if (clause === undefined) return refused('EDIT_CLAUSE_UNKNOWN', { clause: id });
  const date = dateText(lastDay);
  if (date === undefined) return refused('EDIT_DATE', { found: lastDay });
  if (reference.trim() === '') return refused('EDIT_REFERENCE');
  const begin = beginOf(rulebook, clause);
  if (date < begin) return refused('EDIT_END_BEFORE_BEGIN', { clause: id, date, begin });
  const later = clause.revisions?.find((revision) => revision.from > date);
  if (later !== undefined)
    return refused('EDIT_END_BEFORE_REVISION', { clause: id, date, revision: later.from });
  return accepted(withClause(rulebook, id, (old) => ({ ...old, to: date, toReference: reference.trim() })));
}

/** Takes the end of a clause back. Refused with EDIT_CLAUSE_UNKNOWN {clause}, EDIT_NOT_ENDED {clause}. */
export function reopenClause(rulebook: Rulebook, id: string): EditResult {
  const clause = clauseOf(rulebook, id);
  if (clause === undefined) return refused('EDIT_CLAUSE_UNKNOWN', { clause: id });
  if (clause.to === undefined) return refused('EDIT_NOT_ENDED', { clause: id });
  return accepted(withClause(rulebook, id, withoutEnd));
}

function withoutEnd({ to: _to, toReference: _reference, ...open }: Clause): Clause {
  return open;
}
