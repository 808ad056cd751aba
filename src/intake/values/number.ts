import type { Decimal } from '../../facts/decimal';
import { parseDecimal } from '../../facts/decimal';
import { NumberKind, type CellValue } from '../../workbook/grid';
import { cellText, isNoData, memoText } from './text';

/** Units in one spelling; anything else stays as written. */
const UNIT_NAMES: Readonly<Record<string, string>> = {
  分: '分',
  积分: '分',
  点: '分',
  point: '分',
  points: '分',
  pt: '分',
  pts: '分',
  学分: '分',
  元: '元',
  块: '元',
  圆: '元',
  元整: '元',
  rmb: '元',
  yuan: '元',
  cny: '元',
  '%': '%',
  '%绩效': '%',
  百分点: '%',
  分钟: '分钟',
  min: '分钟',
  mins: '分钟',
  minute: '分钟',
  minutes: '分钟',
  小时: '小时',
  时: '小时',
  个小时: '小时',
  h: '小时',
  hour: '小时',
  hours: '小时',
  天: '天',
  日: '天',
  day: '天',
  days: '天',
  次: '次',
  单: '单',
  宗: '宗',
  起: '起',
  例: '例',
  人: '人',
  题: '题',
  工时: '工时',
  户: '户',
  户次: '户次',
  个: '个',
  条: '条',
  件: '件',
  张: '张',
  通: '通',
  人次: '人次',
  处: '处',
  名: '名',
  位: '位',
  项: '项',
};

/** A number as a sheet holds it. */
export interface Quantity {
  readonly value: Decimal;
  /** Unit in one spelling (分 元 % 分钟 小时 天 次 ...), when the cell itself says it. */
  readonly unit?: string;
  /** Whether the words around it take away (扣, 罚) or give (加, 奖). */
  readonly verb?: 'deduct' | 'add';
}

// verb, sign, digits with separators, fraction, unit: every part is bounded, nothing nests.
const QUANTITY =
  /^(扣除?|减|罚款?|奖励?|加|计)?(?:绩效|分|款)?[:]?([+-]?)[¥$]?(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.(\d{1,15}))?([^\d\s.,+-]{0,6})$/i;
const CHINESE_DIGITS = '零一二三四五六七八九十';
const CHINESE_COUNT =
  /^([零一二两三四五六七八九十半])(个|次|单|宗|起|例|人|题|天|户|条|件|张|通|分|元|处|名|位|项)$/;

const quantityOfText = memoText((raw: string): Quantity | undefined => {
  const text = raw.replace(/\s+/g, '').replace(/[−–—]/g, '-');
  const match = QUANTITY.exec(text);
  if (match === null) return chineseCount(text);
  const unit = unitOf(match[5] ?? '');
  if (unit === null) return undefined;
  const whole = (match[3] ?? '').replaceAll(',', '');
  const value = parseDecimal(
    `${match[2] === '-' ? '-' : ''}${whole}${match[4] === undefined ? '' : `.${match[4]}`}`,
  );
  if (value === undefined) return undefined;
  const verb = verbOf(match[1]);
  return { value, ...(unit === '' ? {} : { unit }), ...(verb === undefined ? {} : { verb }) };
});

function unitOf(written: string): string | null {
  if (written === '') return '';
  return UNIT_NAMES[written.toLowerCase()] ?? null;
}

function verbOf(word: string | undefined): Quantity['verb'] {
  if (word === undefined || word === '' || word === '计') return undefined;
  return word.startsWith('加') || word.startsWith('奖') ? 'add' : 'deduct';
}

function chineseCount(text: string): Quantity | undefined {
  const match = CHINESE_COUNT.exec(text);
  if (match === null) return undefined;
  const [digit, unit] = [match[1]!, match[2]!];
  if (digit === '半') return { value: { digits: 5n, scale: 1 }, unit };
  const n = digit === '两' ? 2 : CHINESE_DIGITS.indexOf(digit);
  return { value: { digits: BigInt(n), scale: 0 }, unit };
}

/** The numbers that most cells hold. */
const SMALL: readonly (Decimal | undefined)[] = Array.from({ length: 256 }, (_, n) => parseDecimal(n));

/** A spreadsheet double as an exact decimal of at most 15 significant digits (what Excel shows). */
export function decimalOfNumber(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (value >= 0 && value < SMALL.length && Number.isInteger(value)) return SMALL[value];
  if (Number.isInteger(value)) return parseDecimal(value);
  const rounded = Number(value.toPrecision(15));
  const plain = parseDecimal(rounded);
  if (plain !== undefined) return plain;
  if (Math.abs(rounded) >= 1) return undefined;
  return parseDecimal(rounded.toFixed(15).replace(/0+$/, '').replace(/\.$/, ''));
}

/**
 * The number in a cell with its unit: `2分`, `50元`, `5.00%`, `扣2分`, `+5`, `-5`, `1,200`, full-width digits, `两单`.
 * A number shown as a percentage (0.35 displayed 35%) gives 35 with the unit `%`.
 * `'none'` for blank and no-data marks, undefined for a text that is no number.
 */
export function readQuantity(
  value: CellValue | undefined,
  kind: NumberKind = NumberKind.General,
): Quantity | 'none' | undefined {
  if (isNoData(value)) return 'none';
  if (typeof value === 'number') {
    const decimal = decimalOfNumber(value);
    if (decimal === undefined) return undefined;
    return kind === NumberKind.Percent ? { value: hundredfold(decimal), unit: '%' } : { value: decimal };
  }
  if (typeof value !== 'string') return undefined;
  return quantityOfText(cellText(value));
}

/** The bare decimal of a cell whatever its unit; undefined where there is none. */
export function readDecimal(value: CellValue | undefined, kind?: NumberKind): Decimal | undefined {
  const quantity = readQuantity(value, kind);
  return quantity === undefined || quantity === 'none' ? undefined : quantity.value;
}

/** A percentage in percent. `assumed` where a bare fraction below 1 was taken as a ratio (0.35 = 35 %). */
export interface PercentReading {
  readonly value: Decimal;
  readonly assumed?: 'ratio';
}

/** Reads `0.35`, `35`, `"35%"`, `5.00%` and percent-formatted numbers as percent. A bare 1 stays 1. */
export function readPercent(value: CellValue | undefined, kind?: NumberKind): PercentReading | undefined {
  const quantity = readQuantity(value, kind);
  if (quantity === undefined || quantity === 'none') return undefined;
  if (quantity.unit === '%') return { value: quantity.value };
  if (quantity.unit !== undefined) return undefined;
  const { digits, scale } = quantity.value;
  const one = 10n ** BigInt(scale);
  const size = digits < 0n ? -digits : digits;
  return size > 0n && size < one
    ? { value: hundredfold(quantity.value), assumed: 'ratio' }
    : { value: quantity.value };
}

function hundredfold(value: Decimal): Decimal {
  return value.scale >= 2
    ? { digits: value.digits, scale: value.scale - 2 }
    : { digits: value.digits * 10n ** BigInt(2 - value.scale), scale: 0 };
}
