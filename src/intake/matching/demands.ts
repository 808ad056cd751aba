import type { Clause } from '../../rulebook/clause';
import { ELEMENTS, elementOf } from './elements';
import type { RowEvidence } from './evidence';
import { adverseTokens, DURATION, genericTokens, groupTokens, tokensOf } from './lexicon';
import { BREAK, tokenize } from './tokens';

const ADVERSE = adverseTokens();
const GENERIC = genericTokens();
/** Words by which a text speaks of a bound or of time gone by. */
const BOUND = groupTokens('exceed late');
/** Nouns that only say that there is something to speak about. */
const MATTER = tokensOf('问题 情况 事情 事项 内容 方面 质量 工作');

/** A title of cause and result: `业务不熟致客户误解`. */
const RESULT = /(?:致|导致|造成|引起|引发|引来)([^致]{2,})$/;

/**
 * Whether a text tells the result without which the clause is not fulfilled. Where the title names a result
 * (客户争议, 有效投诉, 法律纠纷), the cause alone is no violation of it: other clauses charge the cause.
 */
export function statesResult(clause: Clause, texts: readonly string[], evidence: RowEvidence): boolean {
  const result = RESULT.exec(clause.title.zh)?.[1];
  if (result === undefined) return true;
  if (ELEMENTS.some((element) => evidence.elements[element] === true && elementOf(element).test(result)))
    return true;
  const wanted = new Set(Array.from(tokenize(result)).filter(tells));
  return wanted.size === 0 || Array.from(tokenize(texts.join('。'))).some((token) => wanted.has(token));
}

/** Whether a clause that begins at a measured bound meets a row that states neither a value nor a bound. */
export function unmeasured(clause: Clause, texts: readonly string[], evidence: RowEvidence): boolean {
  if (clause.count.mode !== 'measure_threshold' || evidence.measured === true) return false;
  // Listed behaviours beside the measured one stand on their own.
  if ((clause.triggers ?? []).some(({ measured }) => measured !== true)) return false;
  return !Array.from(tokenize(texts.join('。'))).some((token) => token === DURATION || BOUND.has(token));
}

/** A text such as `报表问题`: it names a matter and says nothing that went wrong with it. */
export function namesNoFault(texts: readonly string[]): boolean {
  const tokens = Array.from(tokenize(texts.join('。'))).filter((token) => token !== BREAK);
  const last = tokens.at(-1);
  return last !== undefined && MATTER.has(last) && !tokens.some((token) => ADVERSE.has(token));
}

const tells = (token: number): boolean => token !== BREAK && !GENERIC.has(token);
