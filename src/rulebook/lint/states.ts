import { checkedDay, formatDay } from '../../facts/date';
import type { Clause } from '../clause';
import { countingKindOf } from '../counting';
import { revisedOn } from '../effective';
import type { Rulebook } from '../rulebook';

/** A clause between two of its revisions, both days included; an absent day is open. */
export interface ClauseState {
  readonly clause: Clause;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Each clause once for each of its revisions, oldest first. */
export function clauseStates(rulebook: Rulebook): ClauseState[] {
  return rulebook.clauses.flatMap((clause) => {
    const { from, to, revisions = [], ...own } = clause;
    const states = [
      { clause: own, from },
      ...revisions.map((revision) => ({
        clause: revisedOn({ ...own, revisions }, checkedDay(revision.from)),
        from: revision.from,
      })),
    ];
    return states.map((state, index): ClauseState => {
      const next = revisions[index]?.from;
      return { ...state, to: next === undefined ? to : formatDay(checkedDay(next) - 1) };
    });
  });
}

/** Whether two states are in force on some common day. */
export function coexist(a: ClauseState, b: ClauseState): boolean {
  const before = (end: string | undefined, start: string | undefined): boolean =>
    end !== undefined && start !== undefined && end < start;
  return !before(a.to, b.from) && !before(b.to, a.from);
}

/** Clauses that records are counted under: no bonus, no total, no duty. */
export function isRecorded(clause: Clause): boolean {
  return countingKindOf(clause.count).source === 'record';
}

/** Pairs of states of different clauses that are in force together, in the order of the rulebook. */
export function* coexistingPairs(states: readonly ClauseState[]): Generator<[ClauseState, ClauseState]> {
  for (const [index, a] of states.entries()) {
    for (const b of states.slice(index + 1)) if (a.clause.id !== b.clause.id && coexist(a, b)) yield [a, b];
  }
}
