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
/** What others do about a fault, not the fault. */
const OUTCOME = new Set([...groupTokens('complain grumble dispute'), ...tokensOf('客户 不满 不满意')]);

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
  const text = texts.join('。');
  const least = Number(clause.count.value);
  if (clause.count.measureUnit.includes('分') && (leastMinutes(text) ?? least) < least) return true;
  return !Array.from(tokenize(text)).some((token) => token === DURATION || BOUND.has(token));
}

const SPAN =
  /(超过|超出|超)?\s*(?:(\d{1,4}(?:\.\d)?|[一二两三四五六七八九十])个?(半)?|(半)个?)(小时|钟头|刻钟|分钟)/g;
const UNIT_MINUTES: Readonly<Record<string, number>> = { 小时: 60, 钟头: 60, 刻钟: 15, 分钟: 1 };

/**
 * The longest time that a text states in words (`半小时`) or as a bound (`超过30分钟`); undefined where it states none or an
 * exact number, which is measured like any value.
 */
function leastMinutes(text: string): number | undefined {
  let longest: number | undefined;
  for (const [, bound, number, andHalf, half, unit = ''] of text.slice(0, 400).matchAll(SPAN)) {
    const digits = number !== undefined && /\d/.test(number);
    if (digits && bound === undefined && andHalf === undefined) return undefined;
    const count =
      half === undefined
        ? (digits ? Number(number) : CHINESE.indexOf((number ?? '').replace('两', '二'))) +
          (andHalf === undefined ? 0 : 0.5)
        : 0.5;
    longest = Math.max(longest ?? 0, count * (UNIT_MINUTES[unit] ?? 1));
  }
  return longest;
}

const CHINESE = '零一二三四五六七八九十';

/** A text such as `报表问题` or `客户投诉`: it names a matter and says nothing that somebody did wrong. */
export function namesNoFault(texts: readonly string[]): boolean {
  const tokens = Array.from(tokenize(texts.join('。'))).filter((token) => token !== BREAK);
  const last = tokens.at(-1);
  if (last === undefined || tokens.some((token) => ADVERSE.has(token))) return false;
  return MATTER.has(last) || tokens.every((token) => OUTCOME.has(token));
}

const tells = (token: number): boolean => token !== BREAK && !GENERIC.has(token);
