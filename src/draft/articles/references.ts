import type { Clause } from '../../rulebook/clause';
import { question } from '../question';
import type { Question } from '../types';

/** The clause without what it says about articles that the text does not have; each of them is asked about. */
export function withinText(
  clause: Clause,
  ids: ReadonlySet<string>,
): { clause: Clause; questions: readonly Question[] } {
  const gone: string[] = [];
  const has = (id: string): boolean => {
    if (!ids.has(id)) gone.push(id);
    return ids.has(id);
  };
  const kept: Clause = { ...clause };
  const { count, jointLiability } = clause;
  if (jointLiability !== undefined) {
    const shares = jointLiability.filter((share) => has(share.clause));
    if (shares.length > 0) kept.jointLiability = shares;
    else delete kept.jointLiability;
  }
  if (count.mode === 'treat_as' && typeof count.target === 'string' && !has(count.target)) {
    kept.count = { ...count, target: null };
  } else if (count.mode === 'state' && count.conflict !== undefined && !has(count.conflict.clause)) {
    const { conflict: _conflict, ...plain } = count;
    kept.count = plain;
  } else if (count.mode === 'process' && count.follows !== undefined && !has(count.follows)) {
    const { follows: _follows, ...plain } = count;
    kept.count = plain;
  }
  return {
    clause: kept,
    questions: [...new Set(gone)].map((id) => question('REFERENCE_GONE', { clause: id })),
  };
}
