import { HAN_NUMERALS, readNumber } from './numbers';
import { unitAfter } from './units';
import type { NormalText } from './normalise';
import type { Question } from './types';
import type { Work } from './work';
import { question } from './question';

export type ScoreKind =
  'points' | 'money' | 'percent' | 'wage_days' | 'wage_hours' | 'forfeit' | 'multiplier';

/** An amount of the text that scores, or the place of one that is missing. */
export interface Score {
  /** The words that make the score, verb and unit included. */
  readonly start: number;
  readonly end: number;
  readonly kind: ScoreKind;
  readonly direction: 'deduct' | 'bonus' | 'score_tier' | 'unknown';
  readonly value: number | readonly [number, number] | null;
  readonly minimum?: true;
  readonly unitAfter?: string;
  readonly percentOf?: string;
  readonly discretion?: true;
  readonly placeholder?: true;
  /** In brackets behind the words it belongs to, as the amounts of headings are. */
  readonly bracketed?: true;
  readonly consequence?: string;
  /** `cap`: a limit of the clause before; `start`: the first step of an escalation. */
  readonly role?: 'cap' | 'start' | 'per_point';
  readonly digits?: string;
  /** Continues a list of amounts. */
  readonly listed?: true;
  readonly questions: readonly Question[];
}

/** Longer runs of digits are no amounts; without an end to them a text of digits would take long to read. */
const NUMBER = `(?:\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,6})?|\\d{1,12}(?:\\.\\d{1,6})?|[${HAN_NUMERALS}]{1,12}|半)`;
const BLANK =
  '(?:\\[[^\\]\\d]{0,4}\\]|[Xx×]{1,3}|_{1,40}|\\*{1,3}|□+|\\([_ ]*\\)|\\u3010[^\\u3011\\d]{0,4}\\u3011)';
const QUANTITY = `(?:${NUMBER}|${BLANK})`;
const MEASURE = '(?:分(?!钟|之|点)|元|块|%)';

const TOKEN = new RegExp(
  `(?<sign>[-+])?(?<a>${QUANTITY})(?:个)?(?<unitA>分|元|%)?(?:以上)?(?:(?<separator>-|~|至|到|或者?)?(?<=以上|-|~|至|到|或者?)(?<b>${QUANTITY}))?(?<unit>${MEASURE})(?<below>以下)?(?<of>的?(?:日|天)?(?:基本|岗位|绩效)?(?:工资|薪))?`,
  'gu',
);

const VERB =
  /(?<!不予?|免于?|未|勿|再|已经)(?:扣|减(?!少|轻|免|速|压)|罚|负激励|乐捐|赞助|(?<!惩|判|查)处(?=以|$)|考核(?=$)|缴纳?(?=$)|奖(?!惩|罚|状|牌|品)|(?<![参增更累附强添叠追施])加(?![班强入盖密工快大重急倍])|正激励|嘉奖|增加(?=$)|累加(?=$))/g;
const BONUS = /[奖加]|正激励/;
const FILLER =
  /^(?!分(?:标准|项|细则|值|原则|说明|办法|事项|依据|情况|数线|制|内容|类))(?!.*(?:标准|项目|细则|原则|方式|办法|制度|条例|事项|达到|超过|低于(?<!不低于)|满|累计|下列|以下|工资表))[\p{Script=Han}:("“”']{0,12}$/u;
const NOT_SCORES =
  /(?:满分|总分|基本分|基础分|标准分|起始分|起点分|基准分(?:为|是|:)|最高分|最低分|分值|权重|占|共计?|合计|总计|平均|价值|价格|单价|收费|成本|损失|金额|低于|不足|未达到?|不到|达到|高于|超过|大于|小于|少于|不满|超出|满|介于|考分)(?:为|是|:|在|约)?$/;
const MINIMUM = /(?:不低于|不少于|至少|最少|最低)(?:为|扣|减|罚)?$/;
const CAP_BEFORE =
  /(?:封顶|上限为?|最高(?:分|额)?(?:累计)?(?:可)?(?:扣|罚|加|奖)?(?:款|分)?(?:不得?超过|不高于|至|为|到)?|(?:累计|总计|合计|总|加分|奖励|扣分|扣款|罚款|月)?(?:不得|不)超过|最多(?:可|只)?(?:扣|罚|加|奖)?(?:款|除)?|以)$/;
const CAP_AFTER = /^(?:封顶|为(?:上)?限|为最高|为止)/;
const ACCUMULATED = /(?:累计|扣满|扣光|扣完|扣分达|扣分超过|积满|共扣|累积)[^,;。]{0,6}$/;
const VERB_AFTER =
  /^(?:以内|以下|以上|左右|不等)?(?:的)?(?:经济|现金|一次性)?(罚款|处罚|罚金|扣款|扣罚|负激励|乐捐|奖励|奖金|奖分|奖(?!品|牌|状)|加分|积分奖分|的?积分)/;
const RATE_NOT = /(?:工资|底薪|补贴|补助|费用|费|价|餐补|提成|津贴|薪资|标准为)(?:为|是|:)?$/;
const EACH_BEFORE = /(?:每[^,;。每:|]{0,8}|(?<![第\d])(?:一|1)(?:次|项|起|例|处|宗|件))$/;
const TIER = /(?:不得|得分?|计|评分?为?|记|给|可得)(?:为|:)?$/;
const PERCENT_OF_BEFORE =
  /((?:当月|当日|当季|当年|本月|月度?|季度|年度|全部|个人)?(?:的)?(?:绩效(?:工资|奖金|考核(?:工资|奖金|分)?)?|基本工资|岗位工资|工资|奖金|薪资|薪酬|提成|年终奖|考核分|得分|总分)(?:总额|部分)?)的?(?:扣除?|扣减|扣罚|下浮|减少|减发|上浮)?$/;
const PERCENT_OF_AFTER =
  /^的?((?:当月|当日|本月|月度?|年度)?(?:绩效(?:工资|奖金)?|基本工资|工资|奖金|薪资|提成))/;

/** `扣分10-20分(含20分)的`: a total that was reached, not an amount. */
const TIER_OF_TOTAL = /^(?:\([^)]{0,12}\))?(?:的|者|时|以上|以下|及以)/;

const LEFT = 60;
const RIGHT = 30;

/** Every amount that scores, in the order of the text. `stops` are places that an amount's words do not cross. */
export function findScores(normal: NormalText, stops: readonly boolean[], work: Work): Score[] {
  const { text } = normal;
  const scores: Score[] = [];
  let previous = 0;
  for (const match of text.matchAll(TOKEN)) {
    const left = leftOf(text, match.index, previous, stops);
    const right = text.slice(match.index + match[0].length, match.index + match[0].length + RIGHT);
    work.done += left.length + right.length;
    const score = nextOfList(match, text, scores.at(-1)) ?? readToken(match, left, right);
    if (score === undefined) continue;
    scores.push(score);
    previous = score.end;
  }
  return scores;
}

/** Words before `at` back to the last stop, at most `LEFT` of them. */
export function leftOf(text: string, at: number, previous: number, stops: readonly boolean[]): string {
  let from = at;
  const least = Math.max(previous, at - LEFT);
  while (from > least && stops[from] !== true) from -= 1;
  return text.slice(from, at);
}

/** `分别处20元,50元,100元`: an amount that continues a list of amounts. */
function nextOfList(match: RegExpExecArray, text: string, last: Score | undefined): Score | undefined {
  if (last === undefined || match.index !== last.end + 1 || !/[,、]/.test(text.charAt(last.end)))
    return undefined;
  const kind: ScoreKind | undefined = { 分: 'points' as const, 元: 'money' as const }[
    match.groups?.unit ?? ''
  ];
  const value = valueOf(match.groups?.a ?? '', undefined);
  const listed =
    /分别|依次|各为/.test(text.slice(Math.max(0, last.start - 12), last.end)) || last.listed === true;
  if (kind !== last.kind || !listed || value.value === null) return undefined;
  const end = match.index + match[0].length;
  const tail = VERB_AFTER.exec(text.slice(end, end + RIGHT))?.[0].length ?? 0;
  return {
    start: match.index,
    end: end + tail,
    kind,
    direction: last.direction,
    value: value.value,
    listed: true,
    questions: [],
  };
}

interface Verb {
  readonly at: number;
  readonly direction: 'deduct' | 'bonus';
}

/** The verb that governs an amount: the nearest one with nothing but its object in between. */
export function verbBefore(left: string): Verb | undefined {
  const from = Math.max(0, left.length - 16);
  const window = left.slice(from);
  const verb = [...window.matchAll(VERB)].at(-1);
  if (verb === undefined) return undefined;
  const filler = window.slice(verb.index + verb[0].length);
  if (!FILLER.test(filler)) return undefined;
  // 加扣, 处罚, 扣罚 and 扣减 begin with their first verb.
  let at = from + verb.index;
  while (at > 0 && /[扣处加惩]/.test(left.charAt(at - 1)) && /[扣罚减]/.test(left.charAt(at))) {
    if (/[每一1]处$/.test(left.slice(0, at))) break;
    at -= 1;
  }
  return { at, direction: BONUS.test(verb[0]) && !/^[^奖]*罚/.test(filler.slice(0, 2)) ? 'bonus' : 'deduct' };
}

function readToken(match: RegExpExecArray, left: string, right: string): Score | undefined {
  const groups = match.groups ?? {};
  const start = match.index;
  const { sign, a = '', b, unit = '' } = groups;
  if (unit === '%') return readPercent(match, left, right);
  const signed = sign !== undefined && !/[\d%A-Za-z]$/.test(left) ? sign : undefined;
  const verb = verbBefore(left);
  const kind: ScoreKind = unit === '分' ? 'points' : 'money';
  const han = [a, b ?? ''].some((text) => /[^\d.,]/.test(text));
  const value = valueOf(a, b);
  if (groups.of !== undefined && unit !== '元') return undefined;
  const shared = {
    kind,
    value: value.value,
    ...(value.placeholder ? { placeholder: true as const } : {}),
    ...(b === undefined && /^\d+$/.test(a) ? { digits: a } : {}),
    questions: value.questions,
  };
  const end = start + match[0].length;
  const per = unitAfter(right);
  const after = end + (per?.length ?? 0);
  const rest = right.slice(per?.length ?? 0);
  const verbAfter = VERB_AFTER.exec(rest);

  if (isPerPoint(left, kind)) {
    return { ...shared, start: start - 3, end: after, direction: 'deduct', role: 'per_point' };
  }
  if (/^(?:起步|起罚|起)(?=[,;。]|$)/.test(rest)) {
    const bonus = verb?.direction === 'bonus';
    return { ...shared, start, end: after + 2, direction: bonus ? 'bonus' : 'deduct', role: 'start' };
  }
  if (isCap(left, rest, verb)) {
    return { ...shared, start, end: after, direction: verb?.direction ?? 'deduct', role: 'cap' };
  }
  if (kind === 'points' && ACCUMULATED.test(left) && !/(?:[,的者]|次|起)[^,]{0,3}扣$/.test(left))
    return undefined;
  if (signed !== undefined) {
    return {
      ...shared,
      start,
      end: after,
      direction: signed === '-' ? 'deduct' : 'bonus',
      ...(per === undefined ? {} : { unitAfter: per.value }),
    };
  }
  const adjacency =
    verb !== undefined &&
    !(kind === 'points' && /^(?:以上|以下|及以[上下])(?:的|者|为|,)/.test(rest) && left.length - verb.at > 2);
  const fresh = {
    ...shared,
    ...(per === undefined ? {} : { unitAfter: per.value }),
    ...(/\($|\([^()]{0,12}$/.test(left) && rest.startsWith(')') ? { bracketed: true as const } : {}),
  };
  if (
    verb !== undefined &&
    kind === 'points' &&
    /扣分(?:在|为|达|总计)?$/.test(left) &&
    TIER_OF_TOTAL.test(rest)
  )
    return undefined;
  if (verb !== undefined && adjacency) {
    const minimum = MINIMUM.test(left) || /^(?:以上|起)(?=[,;。)]|$)/.test(rest);
    return {
      ...fresh,
      start: start - (left.length - verb.at),
      end: after + (verbAfter !== null && /罚|扣款|奖/.test(verbAfter[1] ?? '') ? verbAfter[0].length : 0),
      direction: verb.direction,
      ...(minimum ? { minimum: true as const } : {}),
    };
  }
  if (verbAfter !== null && !(han && /^[一-龥]/.test(a) && kind === 'points')) {
    const bonus = /奖|加|积分/.test(verbAfter[1] ?? '') && !(verbAfter[1] ?? '').includes('罚');
    let tail = after + verbAfter[0].length;
    const more = unitAfter(rest.slice(verbAfter[0].length));
    if (more !== undefined) tail += more.length;
    return {
      ...fresh,
      start,
      end: tail,
      direction: bonus ? 'bonus' : 'deduct',
      ...(more === undefined ? {} : { unitAfter: more.value }),
    };
  }
  if (value.value === null && !value.placeholder) return undefined;
  if (per !== undefined && !RATE_NOT.test(left) && !han)
    return { ...fresh, start, end: after, direction: 'unknown' };
  if (NOT_SCORES.test(left)) return undefined;
  if (EACH_BEFORE.test(left) && !RATE_NOT.test(left) && !(han && kind === 'points')) {
    return { ...fresh, start, end, direction: 'unknown' };
  }
  if (kind === 'points' && TIER.test(left) && !/^(?:以上|以下|及以|之)/.test(rest) && !value.placeholder) {
    return { ...fresh, start: start - 1, end, direction: left.endsWith('记') ? 'unknown' : 'score_tier' };
  }
  return undefined;
}

function isPerPoint(left: string, kind: ScoreKind): boolean {
  return (
    kind === 'money' &&
    /(?:每|1|一)(?:扣)?(?:1|一)?分(?:扣|罚|折合?|对应|等于|计|奖|相当于|为|=|核减|值|按|扣款|罚款|折算成?|人民币)*$/.test(
      left,
    )
  );
}

function isCap(left: string, rest: string, verb: Verb | undefined): boolean {
  if (CAP_AFTER.test(rest)) return true;
  const cap = CAP_BEFORE.exec(left);
  if (cap === null || cap[0] === '以') return false;
  return verb === undefined || verb.at + 8 > cap.index || /最|累计|封顶|上限/.test(cap[0]);
}

function valueOf(
  a: string,
  b: string | undefined,
): { value: number | readonly [number, number] | null; placeholder: boolean; questions: Question[] } {
  const first = readNumber(a);
  if (b === undefined) {
    if (first !== undefined) return { value: first, placeholder: false, questions: [] };
    return { value: null, placeholder: true, questions: [question('PLACEHOLDER', { found: a })] };
  }
  const second = readNumber(b);
  if (first === undefined || second === undefined) {
    return {
      value: null,
      placeholder: true,
      questions: [question('PLACEHOLDER', { found: `${a}-${b}` })],
    };
  }
  const questions: Question[] = first < second ? [] : [question('RANGE_REVERSED', { found: `${a}-${b}` })];
  return { value: [first, second], placeholder: false, questions };
}

/** A percentage scores where something is taken from pay or granted of it. */
function readPercent(match: RegExpExecArray, left: string, right: string): Score | undefined {
  const groups = match.groups ?? {};
  const { a = '', b } = groups;
  const verb = /(?:扣|罚|减|奖|给予|发放|上浮|下浮|降低|只发|按)[^,;。|]{0,14}$/.exec(left);
  const before = PERCENT_OF_BEFORE.exec(left);
  const after = PERCENT_OF_AFTER.exec(right);
  const of = before?.[1] ?? after?.[1];
  if (verb === null || of === undefined) return undefined;
  if (/超过|低于|达到|达|高于|不足/.test(left.slice(-4))) return undefined;
  const value = valueOf(a, b);
  const bonus = /^(?:奖|给予|发放|上浮)/.test(verb[0]) && !/扣|罚/.test(verb[0]);
  return {
    start: match.index - verb[0].length,
    end: match.index + match[0].length + (before === null ? (after?.[0].length ?? 0) : 0),
    kind: 'percent',
    direction: bonus ? 'bonus' : 'deduct',
    value: value.value,
    percentOf: of,
    ...(value.placeholder ? { placeholder: true as const } : {}),
    questions: value.questions,
  };
}
