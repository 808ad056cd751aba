import type { Clause, Revision } from '../clause';
import type { Rulebook } from '../rulebook';
import {
  accepted,
  beginOf,
  clauseOf,
  dateText,
  isSame,
  refused,
  withClause,
  type EditResult,
} from './result';
import { DATED_FIELDS, stateOn, type DatedField } from './states';

/** New values of a clause's dated parts; null takes a part away, absent leaves it. */
export type ClauseChanges = { readonly [F in DatedField]?: Revision[F] };

export interface RevisionRequest {
  /** First day of the new values, `2026-10-16`. */
  readonly from: string;
  /** What changed it: a decision, a notice, a meeting. */
  readonly reference: string;
  readonly changes: ClauseChanges;
}

/**
 * A clause with other values from a date on; what held before stays as it is. A second change of the same date joins
 * the first: its values win, and it gives the reference. Values that are the same as the day before are not written,
 * so that changing something back takes the revision out.
 *
 * Refused with EDIT_CLAUSE_UNKNOWN {clause}, EDIT_DATE {found}, EDIT_REFERENCE, EDIT_BEFORE_RULEBOOK {date, begin},
 * EDIT_BEFORE_CLAUSE {clause, date, begin}, EDIT_AFTER_END {clause, date, end}, EDIT_NOTHING {clause, date}, and with
 * what the changed rulebook is refused with.
 */
export function reviseClause(
  rulebook: Rulebook,
  id: string,
  { from, reference, changes }: RevisionRequest,
): EditResult {
  const clause = clauseOf(rulebook, id);
  if (clause === undefined) return refused('EDIT_CLAUSE_UNKNOWN', { clause: id });
  const date = dateText(from);
  if (date === undefined) return refused('EDIT_DATE', { found: from });
  if (reference.trim() === '') return refused('EDIT_REFERENCE');
  if (date < rulebook.effectiveFrom)
    return refused('EDIT_BEFORE_RULEBOOK', { date, begin: rulebook.effectiveFrom });
  if (clause.from !== undefined && date <= clause.from)
    return refused('EDIT_BEFORE_CLAUSE', { clause: id, date, begin: beginOf(rulebook, clause) });
  const end = clause.to ?? rulebook.effectiveTo;
  if (end !== undefined && date > end) return refused('EDIT_AFTER_END', { clause: id, date, end });

  const revisions = clause.revisions ?? [];
  const others = revisions.filter((revision) => revision.from !== date);
  const written = differences(
    stateOn({ ...clause, revisions: others }, date),
    applied(stateOn(clause, date), changes),
  );
  const isEmpty = Object.keys(written).length === 0;
  if (isEmpty && others.length === revisions.length) return refused('EDIT_NOTHING', { clause: id, date });
  const next = isEmpty ? others : [...others, { from: date, reference: reference.trim(), ...written }];
  return accepted(withClause(rulebook, id, (old) => withRevisions(old, next)));
}

function applied(state: Clause, changes: ClauseChanges): Clause {
  const next: Record<string, unknown> = { ...state };
  for (const field of DATED_FIELDS) {
    const value = changes[field];
    if (value === null) delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  return next as Clause;
}

/** What a revision has to write to lead from one state to another. */
function differences(before: Clause, after: Clause): Partial<Revision> {
  const changed = DATED_FIELDS.filter((field) => !isSame(before[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field] ?? null]));
}

export function withRevisions(clause: Clause, revisions: readonly Revision[]): Clause {
  const { revisions: _old, ...rest } = clause;
  if (revisions.length === 0) return rest;
  return { ...rest, revisions: [...revisions].sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

/**
 * Takes a revision back. One that stands in the rulebook in force has counted: a new revision changes it, and the
 * history stays. Refused with EDIT_CLAUSE_UNKNOWN {clause}, EDIT_REVISION_UNKNOWN {clause, date},
 * EDIT_REVISION_IN_FORCE {clause, date}.
 * @param inForce the rulebook of that id that scores now; undefined where there is none
 */
export function dropRevision(
  rulebook: Rulebook,
  inForce: Rulebook | undefined,
  id: string,
  from: string,
): EditResult {
  const clause = clauseOf(rulebook, id);
  if (clause === undefined) return refused('EDIT_CLAUSE_UNKNOWN', { clause: id });
  const revisions = clause.revisions ?? [];
  if (!revisions.some((revision) => revision.from === from))
    return refused('EDIT_REVISION_UNKNOWN', { clause: id, date: from });
  const published = clauseOf(inForce, id)?.revisions?.find((revision) => revision.from === from);
  const others = revisions.filter((revision) => revision.from !== from);
  // a draft may have changed a revision in force: taking that back leaves the one in force
  if (
    published !== undefined &&
    isSame(
      published,
      revisions.find((revision) => revision.from === from),
    )
  )
    return refused('EDIT_REVISION_IN_FORCE', { clause: id, date: from });
  const kept = published === undefined ? others : [...others, published];
  return accepted(withClause(rulebook, id, (old) => withRevisions(old, kept)));
}
