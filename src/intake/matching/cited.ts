import type { Clause } from '../../rulebook/clause';
import { codesIn } from './codes';
import type { Matcher } from './matcher';
import { wordingKey } from './tokens';

/** Words beside a cited clause that point this far to another one make a question of it. */
const CONTRADICTS = 0.15;

/** A clause that a row quotes, and the cell that does so. */
export interface Citation {
  readonly clause: Clause;
  readonly text: string;
}

/**
 * The clause whose whole statement or title stands in one of the texts. Who copies a rule names it, however near
 * another rule comes: no likeness is weighed. None where two clauses have the same words, where two texts quote two
 * clauses, or where the other texts of the row speak of another clause.
 */
export function citedClause(matcher: Matcher, texts: readonly string[]): Citation | undefined {
  let found: Citation | undefined;
  const beside: string[] = [];
  for (const text of texts) {
    const key = wordingKey(text);
    const ids = matcher.whole.has(key) ? matcher.exact.get(key) : undefined;
    if (ids === undefined) {
      beside.push(text);
      continue;
    }
    const [id] = ids;
    const clause = id === undefined ? undefined : matcher.byId.get(id);
    if (ids.size !== 1 || clause === undefined) return undefined;
    if (found !== undefined && found.clause !== clause) return undefined;
    found ??= { clause, text };
  }
  return found === undefined || speaksOfAnother(matcher, beside, found.clause) ? undefined : found;
}

function speaksOfAnother(matcher: Matcher, beside: readonly string[], cited: Clause): boolean {
  if (beside.length === 0) return false;
  for (const text of beside) {
    const code = codesIn(matcher.codes, text);
    if (code.kind === 'unknown' || (code.kind === 'clause' && !code.ids.includes(cited.id))) return true;
  }
  const [best] = matcher.search(beside.join('。'));
  if (best === undefined || best.score < CONTRADICTS) return false;
  return matcher.wordings[best.index]?.clause.id !== cited.id;
}
