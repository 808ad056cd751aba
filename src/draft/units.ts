/** What regulations count by. Longer words first. */
export const UNIT_WORDS = [
  '人次',
  '件次',
  '户次',
  '台次',
  '车次',
  '班次',
  '批次',
  '半天',
  '半日',
  '分钟',
  '小时',
  '工时',
  '工作日',
  '个百分点',
  '百分点',
  '季度',
  '次',
  '人',
  '件',
  '项',
  '起',
  '宗',
  '单',
  '例',
  '处',
  '天',
  '日',
  '周',
  '月',
  '年',
  '个',
  '条',
  '题',
  '户',
  '台',
  '份',
  '张',
  '笔',
  '通',
  '票',
  '款',
  '岗',
  '场',
  '班',
  '期',
  '篇',
  '车',
  '辆',
  '间',
  '层',
  '栋',
  '盏',
  '套',
  '部',
  '点',
  '种',
  '类',
  '名',
  '位',
  '封',
  '面',
  '枚',
  '本',
  '门',
  '道',
  '支',
  '组',
  '家',
] as const;

const UNITS = UNIT_WORDS.join('|');

/** `/次`, `/每人次`, `/人/次`, `/人·次`, and after the amount `每次`. */
const AFTER = new RegExp(
  `^(?:/每?(?:一|1)?(${UNITS})(?:[/·.、*]?(${UNITS}))?|每(?:一|1)?个?(${UNITS})(?!\\p{Script=Han}))`,
  'u',
);

export interface Found<T> {
  readonly value: T;
  /** Characters of the string that it took. */
  readonly length: number;
}

/** The unit written right after an amount. */
export function unitAfter(right: string): Found<string> | undefined {
  const match = AFTER.exec(right);
  if (match === null) return undefined;
  const first = match[1] ?? match[3] ?? '';
  const second = match[1] === undefined ? undefined : match[2];
  const pair = second === undefined ? [first] : [first, second];
  if (pair.length === 2 && pair.includes('次')) {
    const other = pair.find((unit) => unit !== '次') ?? '';
    if (other === '人' || other === '件' || other === '户')
      return { value: `${other}次`, length: match[0].length };
  }
  // A second unit that is none of the pair belongs to the next words.
  const taken =
    second !== undefined
      ? match[0].length - (match[0].length - first.length - 1 > 0 ? second.length : 0)
      : match[0].length;
  return { value: normalUnit(first), length: second === undefined ? match[0].length : taken };
}

const normalUnit = (unit: string): string => {
  if (unit === '个百分点' || unit === '%') return '百分点';
  if (unit === '半日') return '半天';
  if (unit === '日') return '天';
  return unit;
};

export interface PerUnit {
  readonly unit: string;
  /** The step that is counted: `1分钟`, `半天`, `1个百分点`. */
  readonly step?: string;
  /** Where in the string the words of the unit begin. */
  readonly at: number;
}

const REACH = 30;
const STEP_WORDS = /超|增|减|迟|低|高|少|多|降|升|晚|延|差|缺|逾/;
const MEASURES = /^(?:半天|分钟|小时|工时|工作日|天|百分点)$/;
const EACH = new RegExp(
  `每([^,;。:每|\\d]{0,6}?)((?:\\d+(?:\\.\\d+)?|一|两|二|三)?(?:个)?)(半天|半日|%|${UNITS})(?![一-龥]?(?:以上|以内|以下))`,
  'g',
);
const ONE = new RegExp(
  `(?<![\\d每第二三四五六七八九十零、.-])(?:一|1)个?(${UNITS})(?!以上|以内|以下|内|及以|起床)`,
  'g',
);
const BEFORE_ONE_NOT =
  /(?:警告|记过|小过|大过|通报|批评|处分|检讨|连续|累计|旷工按|按旷工|视为旷工|第|同|统|上|任|另|当|随|唯|进|不|万)$/;
/** `每月迟到三次` names a period, not a unit. */
const PERIOD = /^(?:月|年|季度|周|天|日)$/;
const ORDINARY = /^[^,;。:|]{0,12},?[^,;。:|]{0,5}$/;

/** The unit that the words before an amount name: `每件次`, `一项不符合`, `发现1起,`. */
export function unitBefore(words: string): PerUnit | undefined {
  const left = words.replace(/\(不?含[^()]*\)/g, '');
  const offset = Math.max(0, left.length - REACH);
  const window = left.slice(offset);
  const eaches = [...window.matchAll(EACH)].filter((match) => {
    const rest = window.slice(match.index + match[0].length);
    return ORDINARY.test(rest) && (!PERIOD.test(match[3] ?? '') || /^[,:]?(?:可|应|给予|另)?$/.test(rest));
  });
  const last = eaches.at(-1);
  const one = [...window.matchAll(ONE)].findLast((match) => isCount(window, match));
  if (one !== undefined && (last === undefined || one.index > last.index + last[0].length)) {
    return { unit: normalUnit(one[1] ?? ''), at: offset + one.index };
  }
  if (last === undefined) return undefined;
  const previous = eaches.at(-2);
  const step = stepOf(last);
  if (previous !== undefined && previous.index + previous[0].length >= last.index - 1) {
    return {
      unit: normalUnit(previous[3] ?? ''),
      at: offset + previous.index,
      ...(step === undefined ? {} : { step }),
    };
  }
  return {
    unit: normalUnit(last[3] ?? ''),
    at: offset + last.index,
    ...(step === undefined ? {} : { step }),
  };
}

function stepOf(match: RegExpExecArray): string | undefined {
  const words = match[1] ?? '';
  const unit = match[3] ?? '';
  if (!STEP_WORDS.test(words) && !MEASURES.test(normalUnit(unit)) && unit !== '%') return undefined;
  if (unit === '半天' || unit === '半日') return '半天';
  const count = (match[2] ?? '').replace('个', '').replace('一', '1').replace('两', '2');
  const measure = unit === '工作日' || unit === '百分点' ? `个${unit}` : unit;
  return `${count === '' ? '1' : count}${measure}`;
}

function isCount(window: string, match: RegExpExecArray): boolean {
  const before = window.slice(0, match.index);
  const rest = window.slice(match.index + match[0].length);
  if (BEFORE_ONE_NOT.test(before)) return false;
  const unit = match[1] ?? '';
  if (/^(?:年|月|周|季度|部|种|类|位|名|层|小时|分钟|工作日|点|班|期)$/.test(unit)) {
    return unit === '分钟' || unit === '小时'
      ? /^[^,;。]{0,3}$/.test(rest)
      : unit === '名' && rest.length < 4;
  }
  return ORDINARY.test(rest) && !/(?:内|以上|工资|薪)/.test(rest.slice(0, 3));
}

/** Words that name `半天` right before the amount: `旷工半天扣`. */
export function halfDayBefore(left: string): boolean {
  return /(?:旷工|缺勤|缺岗|病假|事假|请假|^)半[天日][^,;。]{0,4}$/.test(left);
}

/** `迟到:次扣1分`: the unit alone. */
export function unitAlone(left: string): string | undefined {
  return /(?:^|[:,、])(人次|件次|次|项|起|件|例|处)$/.exec(left)?.[1];
}
