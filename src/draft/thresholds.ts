import { HAN_NUMERALS, readNumber } from './numbers';
import { splitDigits } from './damage';
import type { Question } from './types';
import { question } from './question';

export interface Threshold {
  readonly text: string;
  readonly questions: readonly Question[];
}

const N = `(?:\\d+(?:\\.\\d+)?|[${HAN_NUMERALS}]{1,4}|半|\\[[^\\]\\d]{0,4}\\]|[Xx_]{1,3})`;
const U = '(?:分钟|秒钟?|个?小时|个?工作日|半天|天|日|人次|次|起|例|宗|件|单|项|户|人|%|分)';

const BETWEEN = new RegExp(
  `(?<over>超过|超出|迟到|早退)?(?<a>${N})(?<ua>${U})?(?<open>以上)?(?<sep>-|~|至|到|,|、|且|,不超过|,小于|(?<=以上))(?<b>${N})(?<ub>${U})(?<inside>(?:\\(含[^)]{0,12}\\))?(?:以内|以下|之内|内))?`,
  'g',
);
const SINGLE = new RegExp(
  `(?<word>连续[^,;。\\d${HAN_NUMERALS}]{0,4}|累计|超过|超出|逾|大于|高于|不足|不到|未达到?|达不到|低于|小于|少于|不满|达到或超过|达到|满|达|≥|>=|>|≤|<=|<|第)?(?<a>${N})(?<unit>${U})?(?<tail>(?:\\((?:不?含)[^)]{0,16}\\))?(?:及其?以上|或以上|\\(含\\)以上|以上|以内|及以内|以下|之内|之后|以后|内|者|的)?)`,
  'g',
);
const SEVERE = /情节[^,;。]{0,3}严重|严重者/;

const MEASURES: Readonly<Record<string, string>> = {
  分钟: 'minutes',
  秒: 'seconds',
  秒钟: 'seconds',
  小时: 'hours',
  个小时: 'hours',
  工作日: 'workdays',
  个工作日: 'workdays',
  天: 'days',
  日: 'days',
  半天: 'half_days',
  '%': 'rate',
  分: 'score',
};

const WINDOW = 60;

/** The bound that the words of a clause set, as the nearest one to its score says. */
export function thresholdOf(words: string): Threshold | undefined {
  const window = words.slice(-WINDOW);
  if (SEVERE.test(window)) return { text: 'severe', questions: [] };
  const period = periodOf(words);
  const between = [...window.matchAll(BETWEEN)].map(
    (match) => [match.index, readBetween(match, period), match[0].length] as const,
  );
  const single = [...window.matchAll(SINGLE)].map(
    (match) => [match.index, readSingle(match, window, period), match[0].length] as const,
  );
  let best: readonly [number, Threshold] | undefined;
  for (const [at, threshold] of [...between, ...single]) {
    if (threshold === undefined) continue;
    const better = best === undefined || at > best[0];
    const insideRange = between.some(
      ([from, range, length]) => range !== undefined && from < at && at < from + length,
    );
    if (better && !(insideRange && !threshold.text.includes(' in '))) best = [at, threshold];
  }
  return best?.[1];
}

function periodOf(words: string): string {
  if (/当月|每月|本月|月内|月累计|按月|一个月/.test(words)) return '/month';
  if (/当年|年内|年度|全年/.test(words)) return '/year';
  if (/当天|当日|每天|每日/.test(words)) return '/day';
  return '';
}

interface Measured {
  readonly name: string;
  readonly factor: number;
}

function measureOf(unit: string | undefined, value: number): Measured | undefined {
  if (unit === undefined) return undefined;
  const name = MEASURES[unit];
  if (name === 'hours' && value <= 4) return { name: 'minutes', factor: 60 };
  if (name !== undefined) return { name, factor: 1 };
  return { name: 'count', factor: 1 };
}

const percentSign = (name: string): string => (name === 'rate' ? '%' : '');

function readBetween(match: RegExpExecArray, period: string): Threshold | undefined {
  const { a = '', ua, ub, b = '', open, sep, over } = match.groups ?? {};
  const low = readNumber(a);
  const high = readNumber(b);
  if (
    low === undefined ||
    high === undefined ||
    (ua === undefined && (sep === ',' || sep === '、' || sep === '且'))
  ) {
    return undefined;
  }
  const upper = measureOf(ub, high);
  const lower = measureOf(ua ?? ub, low);
  if (upper === undefined || lower === undefined || low * lower.factor >= high * upper.factor)
    return undefined;
  if ((sep === ',' || sep === '、' || sep === '且') && open === undefined) return undefined;
  const closed = open === undefined && ua === undefined && over !== '超过';
  const dash = sep === '-' || sep === '~';
  const bracket = closed || dash ? '[' : '(';
  const sign = percentSign(upper.name);
  return {
    text: `${upper.name} in ${bracket}${low * lower.factor}${sign},${high * upper.factor}${sign}]${period}`,
    questions: [],
  };
}

const COUNTS = /^(?:人次|次|起|例|宗|件|单|项|户|人)$/;

function readSingle(match: RegExpExecArray, window: string, period: string): Threshold | undefined {
  const { word = '', a = '', unit, tail = '' } = match.groups ?? {};
  const before = window.slice(Math.max(0, match.index - 3), match.index);
  const value = readNumber(a);
  if (value === undefined) {
    return /\[|X|x|_/.test(a) && word !== '' && unit !== undefined
      ? {
          text: `${MEASURES[unit] ?? 'count'}${comparator(word, tail, false)}?${period}`,
          questions: [question('THRESHOLD_OPEN', { found: match[0] })],
        }
      : undefined;
  }
  if (/[每\d.]$/.test(before) || /每[^,]{0,4}$/.test(before)) return undefined;
  if (word === '第') {
    return unit !== undefined && COUNTS.test(unit)
      ? { text: `occurrence=${value}${period}`, questions: [] }
      : undefined;
  }
  const bareScore =
    unit === undefined && /^(?:以下|以上)/.test(tail) && /分在?$|成绩在?$|得分在?$/.test(before)
      ? 'score'
      : undefined;
  const measure = bareScore === undefined ? measureOf(unit, value) : { name: bareScore, factor: 1 };
  if (measure === undefined) return undefined;
  const count = measure.name === 'count';
  if (word === '' && (tail === '' || tail === '的' || tail === '者')) {
    if (measure.name === 'minutes' && tail === '的' && unit === '分钟')
      return { text: `minutes>=${value}${period}`, questions: [] };
    if (count && value > 1 && tail !== '') return { text: `count>=${value}${period}`, questions: [] };
    return undefined;
  }
  const sign = comparator(word, tail, count);
  if (sign === undefined) return undefined;
  const questions: Question[] = [];
  const lost = unit === '分钟' && value > 120 ? splitDigits(a) : undefined;
  if (lost !== undefined && lost[1] <= 120) {
    return {
      text: `minutes in [${lost[0]},${lost[1]}]${period}`,
      questions: [question('LOST_HYPHEN', { found: a, low: lost[0], high: lost[1] })],
    };
  }
  if (measure.name === 'half_days') return { text: `half_days>=${1}${period}`, questions };
  const percent = percentSign(measure.name);
  const consecutive = word.startsWith('连续') ? ' consecutive' : '';
  if (/^(?:以上|以内|以下|之内|内)$/.test(tail) && !/超|不足|低于/.test(word)) {
    questions.push(question('BOUND_SIDE', { found: match[0] }));
  }
  return {
    text: `${measure.name}${sign}${value * measure.factor}${percent}${period}${consecutive}`,
    questions,
  };
}

function comparator(word: string, tail: string, count: boolean): string | undefined {
  if (/^(?:不足|不到|未达|达不到|低于|小于|少于|不满|<$)/.test(word)) return '<';
  if (/≤|<=/.test(word)) return '<=';
  if (/达到|≥|>=|^满$|^达$/.test(word)) return '>=';
  if (/及|或|\(含/.test(tail) && tail.includes('以上')) return '>=';
  if (/超|逾|大于|高于|>/.test(word)) return '>';
  if (tail.includes('以上')) return count ? '>=' : '>';
  if (/以内|以下|内/.test(tail)) return '<=';
  if (/之后|以后/.test(tail)) return '>';
  if (/连续|累计/.test(word)) return '>=';
  return undefined;
}
