import { parseDay } from '../../facts/date';
import type { Clause, Revision } from '../clause';
import { clauseOn } from '../effective';

/** Parts of a clause that may change from a date on. */
export const DATED_FIELDS = [
  'statement',
  'effects',
  'count',
  'multiplier',
  'escalation',
  'exemption',
] as const;
export type DatedField = (typeof DATED_FIELDS)[number];

/** How a clause stands on a day, whether or not it is in force then. */
export function stateOn(clause: Clause, date: string): Clause {
  const { from: _from, to: _to, ...always } = clause;
  return clauseOn(always, parseDay(date) ?? 0) ?? always;
}

/** One stretch of a clause's history. */
export interface HistoryStep {
  /** First day of the stretch; absent for wording that was there from the beginning. */
  readonly from?: string | undefined;
  /** What brought it; absent for the beginning of a clause that came with its rulebook. */
  readonly reference?: string | undefined;
  /** The clause as it stands from that day on. */
  readonly clause: Clause;
  /** What differs from the stretch before; empty for the first. */
  readonly changed: readonly DatedField[];
}

/** A clause from its beginning to its latest revision. */
export function historyOf(clause: Clause): HistoryStep[] {
  const { revisions = [] } = clause;
  const first: HistoryStep = {
    from: clause.from,
    reference: clause.fromReference,
    clause: stateOn({ ...clause, revisions: [] }, clause.from ?? '1900-01-01'),
    changed: [],
  };
  return [first, ...revisions.map((revision) => stepOf(clause, revision))];
}

function stepOf(clause: Clause, revision: Revision): HistoryStep {
  return {
    from: revision.from,
    reference: revision.reference,
    clause: stateOn(clause, revision.from),
    changed: DATED_FIELDS.filter((field) => revision[field] !== undefined),
  };
}
