import { adverseTokens, DURATION, NEGATION } from './lexicon';
import { BREAK, tokenize } from './tokens';
import { clauseHas, type WordingIndex } from './wordingIndex';

const ADVERSE = adverseTokens();

/** Says of the whole record that nothing is to be charged. */
const DENIAL =
  /误报|误判|登记有误|不属实|不成立|未发现(?:违规|问题|异常)|无(?:违规|问题|异常)|没有(?:违规|问题)|不构成|不算违规|不计(?:迟到|违规|考核)|不予考核|不考核|免于考核/;

const NORM = /应|须|不得|严禁|要|未|没|忘|漏|拒/;

/**
 * A text that denies what the clause charges: `未在办公区吸烟` against a clause on smoking, `佩戴了工牌` against one
 * on not wearing it, or a denial of the whole.
 */
export function contradictsByNegation(
  index: WordingIndex,
  clause: number,
  statement: string,
  phrase: string,
  text: string,
): boolean {
  if (DENIAL.test(text)) return true;
  const wanted = Array.from(tokenize(phrase));
  const tokens = Array.from(tokenize(text));
  if (wanted[0] === NEGATION && !tokens.some((token) => ADVERSE.has(token) || token === BREAK)) {
    const undone = wanted[1];
    if (undone !== undefined && tokens.includes(undone)) return true;
  }
  // A rule stated as a duty, or with a negation of its own, is broken by leaving something undone.
  if (NORM.test(statement) || wanted.includes(NEGATION)) return false;
  let denied = false;
  for (const token of tokens) {
    if (token === BREAK) denied = false;
    else if (token === NEGATION) denied = true;
    else if (denied && token >= 0xe000 && token !== DURATION && !ADVERSE.has(token)) {
      if (clauseHas(index, clause, 0, token) && !clauseHas(index, clause, NEGATION, token)) return true;
    }
  }
  return false;
}
