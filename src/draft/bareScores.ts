import { leftOf, verbBefore, type Score } from './scores';
import { HAN_NUMERALS, readNumber } from './numbers';
import { GAP, type NormalText } from './normalise';
import { question } from './question';

/** Scores that are not written as number and unit: `(-5)`, `扣1,`, `扣半天工资`, `酌情扣分`, `加倍扣罚`. */
export function findBareScores(normal: NormalText, stops: readonly boolean[]): Score[] {
  const { text, gaps } = normal;
  const atEnd = (end: number): boolean =>
    end >= text.length ||
    /[,;。)|!、]/.test(text.charAt(end)) ||
    (gaps[end] ?? 0) > GAP.none ||
    stops[end] === true;
  return READERS.flatMap(([pattern, read, anywhere]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (anywhere !== true && !atEnd(match.index + match[0].length)) return [];
      const found = read(match, leftOf(text, match.index, 0, stops), text);
      return found === undefined ? [] : [found];
    }),
  );
}

type Reader = (match: RegExpExecArray, left: string, text: string) => Score | undefined;

const N = `(?:\\d+(?:\\.\\d+)?|[${HAN_NUMERALS}]{1,3}|半)`;

const signed: Reader = (match) => {
  const { sign, a = '', b } = match.groups ?? {};
  const first = readNumber(a);
  const second = b === undefined ? undefined : readNumber(b);
  if (first === undefined) return undefined;
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: 'points',
    direction: sign === '+' ? 'bonus' : 'deduct',
    value: second === undefined ? first : [first, second],
    questions: [],
  };
};

const bareNumber: Reader = (match, left) => {
  const { verb = '', a = '', b } = match.groups ?? {};
  if (/不$|未$|没有$/.test(left)) return undefined;
  const first = readNumber(a);
  const second = b === undefined ? undefined : readNumber(b);
  if (first === undefined) return undefined;
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: verb.includes('罚') ? 'money' : 'points',
    direction: /[加奖]/.test(verb) ? 'bonus' : 'deduct',
    value: second === undefined ? first : [first, second],
    questions: [question('NO_AMOUNT_UNIT', { found: match[0] })],
  };
};

const wage: Reader = (match) => {
  const { a = '', measure = '' } = match.groups ?? {};
  const days = /^(?:当|当天|本|全)$/.test(a) ? 1 : readNumber(a);
  if (days === undefined || measure.includes('月')) return undefined;
  const hours = measure.includes('小时');
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: hours ? 'wage_hours' : 'wage_days',
    direction: 'deduct',
    value: days,
    consequence: match[0],
    questions: [],
  };
};

const forfeit: Reader = (match, left) => {
  if (/(?:不|未|免|无需|没有)$/.test(left)) return undefined;
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: 'forfeit',
    direction: 'deduct',
    value: null,
    consequence: match[0],
    questions: [],
  };
};

const WITHOUT_NUMBER =
  /(?:[的者,;)]|^|每[^,;。]{1,12}|[次项件起宗例天人点处单]|酌情|情节|情况|程度|予以?|给予|相应|适当|应|则|将|会|并|直接|可)(?:的|给予|予以|将|相应|酌情|适当)?$/;

const noNumber: Reader = (match, left, text) => {
  const verb = match[0];
  if (!WITHOUT_NUMBER.test(left) || /(?:不|未有?|免|没有|无)(?:予|作|再|做)?$/.test(left)) return undefined;
  if (/^[:]/.test(text.slice(match.index + verb.length))) return undefined;
  if (/(?:下列|以下|如下|之一)[^,;。]{0,16}$/.test(left)) return undefined;
  const bonus = /[加奖]/.test(verb);
  const discretion = /酌情|视|根据|情况|情节|适当|相应/.test(left.slice(-14));
  return {
    start: match.index,
    end: match.index + verb.length,
    kind: /元|款/.test(verb) ? 'money' : 'points',
    direction: bonus ? 'bonus' : 'deduct',
    value: null,
    ...(discretion ? { discretion: true as const } : {}),
    questions: [question(discretion ? 'AMOUNT_OPEN' : 'AMOUNT_MISSING', { found: verb })],
  };
};

const reward: Reader = (match, left) => {
  if (/不$|未$/.test(left)) return undefined;
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: 'points',
    direction: 'bonus',
    value: null,
    ...(/酌情|适当|相应|一定/.test(match[0]) || /酌情|视|根据/.test(left.slice(-16))
      ? { discretion: true as const }
      : {}),
    questions: [question('AMOUNT_OPEN', { found: match[0] })],
  };
};

const noPoints: Reader = (match) => ({
  start: match.index,
  end: match.index + match[0].length,
  kind: 'points',
  direction: 'score_tier',
  value: 0,
  questions: [question('WHOLE_ITEM', { found: match[0] })],
});

const multiplied: Reader = (match, left) => {
  const { times } = match.groups ?? {};
  const factor = times === undefined ? 2 : readNumber(times);
  if (factor === undefined || left.endsWith('不')) return undefined;
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: 'multiplier',
    direction: /奖|加分/.test(match[0]) ? 'bonus' : 'deduct',
    value: factor,
    questions: [],
  };
};

/** Patterns, what they mean, and whether more words of the clause may follow at once. */
const READERS: readonly (readonly [RegExp, Reader, true?])[] = [
  [new RegExp(`(?<=\\()(?<sign>[-+])(?<a>\\d+(?:\\.\\d+)?)(?:-(?<b>\\d+(?:\\.\\d+)?))?(?=\\))`, 'g'), signed],
  [new RegExp(`(?<=[\\p{Script=Han}:,|)])(?<sign>[-+])(?<a>\\d+(?:\\.\\d+)?)(?=[|;。]|$)`, 'gu'), signed],
  [
    new RegExp(`(?<verb>扣除?|减|扣罚|罚款?|加)(?<a>\\d+(?:\\.\\d+)?)(?:-(?<b>\\d+(?:\\.\\d+)?))?`, 'g'),
    bareNumber,
  ],
  [
    new RegExp(
      `(?:扣除?|扣发|罚|扣罚|减发|不发|停发|不计)(?:其|员工|本人|该员工)?(?:人民币)?(?<a>当|当天|本|全|${N})(?:个)?(?<measure>天|日|小时|月)(?:的)?(?:基本|岗位|绩效|全额|全部)?(?:工资|薪资|薪金|薪水|薪酬|薪)`,
      'g',
    ),
    wage,
    true,
  ],
  [
    new RegExp(
      `(?:扣除?|取消|扣发|不享受|不发放?|停发|免|处|无)(?:其|该员工|个人)?(?:当月|本月|该月|当年|当季|当期|年度)?(?:的|全部)?(?:(?:全勤|满勤|考勤)(?:工资|奖金?)|全勤|满勤|奖金|提成|津贴|补贴|年终奖|绩效(?:工资|奖金)?|年终奖金?|季度奖金?|评优资格)(?:处罚)?`,
      'g',
    ),
    forfeit,
  ],
  [new RegExp(`(?:扣除?|减去?|加|罚|奖)(?:相应)?(?:的)?(?:分数|分值|积分|分|元|款)`, 'g'), noNumber],
  [new RegExp(`(?:相应|适当|酌情)(?:给予|予以)?(?:扣分|加分|减分|扣罚|扣款)`, 'g'), noNumber],
  [
    new RegExp(
      `(?:予以|给予|酌情|适当|进行|可获)(?:一定|适当|相应|酌情)?(?:的)?(?:现金|物质|精神|经济|额外)?(?:奖励|加分)`,
      'g',
    ),
    reward,
  ],
  [
    new RegExp(`(?:本项|该项|此项|本条|该条|当项)?(?:不得分|得0分|计0分|记0分|记零分|为0分)`, 'g'),
    noPoints,
    true,
  ],
  [
    new RegExp(`(?:加倍|翻倍|双倍|(?<times>${N})倍)(?:的)?(?:扣分|扣罚|处罚|罚款|扣款|扣除|奖励|加分)?`, 'g'),
    multiplied,
  ],
];

export { verbBefore };
