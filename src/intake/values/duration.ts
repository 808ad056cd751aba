import { decimalOf, multiplyDecimals, parseDecimal, type Decimal } from '../../facts/decimal';
import { NumberKind, type CellValue } from '../../workbook/grid';
import { decimalOfNumber } from './number';
import { cellText, isNoData, memoText } from './text';

/** A span of time: minutes, or days where the cell counts days (a day's length is the company's matter). */
export interface Duration {
  readonly minutes?: Decimal;
  readonly days?: Decimal;
}

export type DurationUnit = 'minutes' | 'hours' | 'days';

const SIXTY = decimalOf(60);
const PARTS =
  /^(?:(\d{1,6}(?:\.\d{1,6})?)(?:天|日|d|days?))?(?:(\d{1,6}(?:\.\d{1,6})?)(?:个?小时|时|h|hrs?|hours?))?(?:(\d{1,6}(?:\.\d{1,6})?)(?:分钟?|min|mins|minutes?|m|'))?(?:(\d{1,6})秒)?$/i;
const CLOCK = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;
const BARE = /^\d{1,9}(?:\.\d{1,6})?$/;

const parseText = memoText((raw: string): Duration | 'bare' | undefined => {
  const text = raw.replace(/\s+/g, '');
  if (BARE.test(text)) return 'bare';
  const clock = CLOCK.exec(text);
  if (clock !== null) return { minutes: decimalOf(Number(clock[1]) * 60 + Number(clock[2])) };
  const match = PARTS.exec(text);
  if (match === null || text === '') return undefined;
  const [days, hours, minutes] = [match[1], match[2], match[3]];
  if (days !== undefined) {
    if (hours !== undefined || minutes !== undefined) return undefined;
    const value = parseDecimal(days);
    return value === undefined ? undefined : { days: value };
  }
  if (hours === undefined && minutes === undefined) return undefined;
  const fromHours = hours === undefined ? decimalOf(0) : multiplyDecimals(parseDecimal(hours)!, SIXTY);
  const own = minutes === undefined ? decimalOf(0) : parseDecimal(minutes)!;
  return { minutes: trim(add(fromHours, own)) };
});

function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return {
    digits: a.digits * 10n ** BigInt(scale - a.scale) + b.digits * 10n ** BigInt(scale - b.scale),
    scale,
  };
}

function trim(value: Decimal): Decimal {
  let { digits, scale } = value;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

/**
 * `1小时5分钟`, `7.5小时`, `14分`, `0.5天`, `1:05` (hours and minutes), or a bare number in `unit`.
 * A number shown as a time of day (`01:05`) counts as hours and minutes. Undefined where nothing is said.
 */
export function readDuration(
  value: CellValue | undefined,
  unit: DurationUnit = 'minutes',
  kind: NumberKind = NumberKind.General,
): Duration | undefined {
  if (isNoData(value)) return undefined;
  if (typeof value === 'number') {
    if (kind === NumberKind.Time && value >= 0) return { minutes: decimalOf(Math.round(value * 1440)) };
    const decimal = decimalOfNumber(value);
    return decimal === undefined || decimal.digits < 0n ? undefined : inUnit(decimal, unit);
  }
  if (typeof value !== 'string') return undefined;
  const text = cellText(value);
  const parsed = parseText(text);
  if (parsed !== 'bare') return parsed;
  const decimal = parseDecimal(text.replace(/\s+/g, ''));
  return decimal === undefined ? undefined : inUnit(decimal, unit);
}

function inUnit(value: Decimal, unit: DurationUnit): Duration {
  if (unit === 'days') return { days: trim(value) };
  return { minutes: trim(unit === 'hours' ? multiplyDecimals(value, SIXTY) : value) };
}
