import { calendarDate, dayOf, dayOfSerial, monthOfDay, weekday, type Day } from '../../facts/date';
import { NumberKind, type CellValue } from '../../workbook/grid';
import { nearestYear, type Period } from './period';
import { cellText, isNoData, memoText } from './text';

/** A date as a cell says it. */
export interface DateReading {
  readonly day: Day;
  /** Time of day in seconds, where the cell has one. */
  readonly second?: number;
  /** `上午` or `下午` instead of a time. */
  readonly half?: 'am' | 'pm';
  /** The cell names a weekday that this date is not. */
  readonly weekdayMismatch?: true;
  /** The year (or month) is not in the cell but comes from the sheet's period. */
  readonly yearAssumed?: true;
  /** Another date that the cell may mean as well, for example 10.1 typed as a number (10-01 or 10-10). */
  readonly alternative?: Day;
}

export interface DateContext {
  /** The days the sheet speaks of: gives the year of `10.8`. */
  readonly period?: Period | undefined;
  readonly date1904?: boolean | undefined;
}

/** Years that a bare number may stand for; wider for cells formatted as dates. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_415;
/** Time stamps of the attendance platforms count from midnight in China. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const MS_PER_DAY = 86_400_000;

/**
 * The date in a cell: serial numbers (by display kind or range, 1900 or 1904), `2026-10-08`, `2026/9/20`,
 * `2026.9.4`, `26-01-20 星期二`, `9月20日`, `10.8`, `10-09`, `20261008`, date and time, ISO, epoch milliseconds.
 * Undefined where the cell is no date or the year cannot be known.
 */
export function readDate(
  value: CellValue | undefined,
  kind: NumberKind = NumberKind.General,
  context: DateContext = {},
): DateReading | undefined {
  if (typeof value === 'number') return dateOfNumber(value, kind, context);
  if (typeof value !== 'string' || value.length > 80 || isNoData(value)) return undefined;
  const parts = partsOfText(cellText(value));
  return parts === undefined ? undefined : complete(parts, context);
}

function dateOfNumber(value: number, kind: NumberKind, context: DateContext): DateReading | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  const shown = kind === NumberKind.Date || kind === NumberKind.DateTime;
  const serial = context.date1904 === true ? value + 1462 : value;
  if (shown ? serial >= 61 && serial < 2_958_466 : serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1) {
    return ofSerial(value, context.date1904 === true);
  }
  if (shown) return undefined;
  if (Number.isInteger(value)) return ofDigits(String(value));
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(String(value));
  if (match === null || context.period === undefined) return undefined;
  const [month, date] = [Number(match[1]), Number(match[2])];
  const day = nearestYear(month, date, context.period);
  if (day === undefined) return undefined;
  // 10.10 typed as a number is stored as 10.1.
  const other = match[2]!.length === 1 ? nearestYear(month, date * 10, context.period) : undefined;
  return { day, yearAssumed: true, ...(other === undefined ? {} : { alternative: other }) };
}

function ofSerial(serial: number, date1904: boolean): DateReading {
  const day = dayOfSerial(serial, date1904);
  const second = Math.round((serial - Math.floor(serial)) * 86_400);
  if (second === 0) return { day };
  return second === 86_400 ? { day: day + 1, second: 0 } : { day, second };
}

function ofDigits(text: string): DateReading | undefined {
  if (/^(19|20)\d{6}$/.test(text)) {
    const day = dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    return day === undefined ? undefined : { day };
  }
  const ms = /^\d{13}$/.test(text) ? Number(text) : /^1\d{9}$/.test(text) ? Number(text) * 1000 : undefined;
  if (ms !== undefined && ms > 9e11 && ms < 41e11) return ofEpoch(ms);
  if (/^\d{5}$/.test(text) && Number(text) >= FIRST_SERIAL && Number(text) <= LAST_SERIAL) {
    return { day: dayOfSerial(Number(text)) };
  }
  return undefined;
}

function ofEpoch(ms: number): DateReading {
  const local = ms + CHINA_OFFSET_MS;
  const day = Math.floor(local / MS_PER_DAY);
  const second = Math.floor((local - day * MS_PER_DAY) / 1000);
  return second === 0 ? { day } : { day, second };
}

/** What a text says of a date, before the sheet's period completes it. */
interface Parts {
  readonly whole?: DateReading;
  readonly year?: number;
  readonly month?: number;
  readonly date?: number;
  readonly second?: number;
  readonly half?: 'am' | 'pm';
  readonly weekday?: number;
  /** Month and date may be the other way round (10/8/2026). */
  readonly swappable?: true;
}

const WEEKDAY = /\(?(?:星期|周|礼拜)([日天一二三四五六])\)?|\b(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?,?/i;
const TAIL =
  /^(?:t|,)?(上午|下午|早上|晚上|凌晨|中午|am|pm)?(?:(\d{1,2})[:时点](?:([0-5]?\d)(?:[:分]([0-5]\d)?)?)?(?:\.\d{1,9})?秒?)?(am|pm)?(z|[+-]\d{2}:?\d{2})?$/i;
const FULL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?/;
const SHORT = /^'?(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?![\d/.-])/;
const MONTH_DATE = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?(?![\d/.-])/;
const DATE_ONLY = /^(\d{1,2})[日号]/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/;
const ENGLISH =
  /^(?:(\d{1,2})-?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?-?(?:(\d{1,2})(?:st|nd|rd|th)?(?!\d),?)?-?((?:19|20)\d{2})?/i;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const DAYS_EN = 'sunmontuewedthufrisat';

const partsOfText = memoText((raw: string): Parts | undefined => {
  let text = raw;
  let weekdayNumber: number | undefined;
  const named = WEEKDAY.exec(text);
  if (named !== null) {
    weekdayNumber =
      named[1] === undefined
        ? DAYS_EN.indexOf(named[2]!.toLowerCase()) / 3
        : Math.max(0, '日一二三四五六'.indexOf(named[1]));
    text = `${text.slice(0, named.index)} ${text.slice(named.index + named[0].length)}`;
  }
  text = text.replace(/\s+/g, ' ').trim();
  // A space parts the date from the time; `2026-9-4 10:05` must not become `2026-9-410:05`.
  const spaced = text.replace(/\s*([-/.年月])\s*/g, '$1');
  const head = headOf(spaced);
  if (head === undefined) {
    const digits = ofDigits(spaced.replace(/\.0+$/, ''));
    return digits === undefined ? undefined : { whole: digits };
  }
  const rest = spaced.slice(head.length).replace(/\s+/g, '');
  const tail = TAIL.exec(rest);
  if (tail === null) return undefined;
  const time = timeOf(tail);
  if (time === undefined) return undefined;
  const parts: Parts = {
    ...head.parts,
    ...time,
    ...(weekdayNumber === undefined ? {} : { weekday: weekdayNumber }),
  };
  const zone = tail[6];
  return zone === undefined ? parts : inChina(parts, zone);
});

function headOf(text: string): { readonly length: number; readonly parts: Parts } | undefined {
  const full = FULL.exec(text);
  if (full !== null) {
    return {
      length: full[0].length,
      parts: { year: Number(full[1]), month: Number(full[2]), date: Number(full[3]) },
    };
  }
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [a, b] = [Number(last[1]), Number(last[2])];
    const year = Number(last[3]);
    const parts: Parts =
      a > 12
        ? { year, month: b, date: a }
        : { year, month: a, date: b, ...(b <= 12 && a !== b ? { swappable: true } : {}) };
    return { length: last[0].length, parts };
  }
  const short = SHORT.exec(text);
  if (short !== null) {
    return {
      length: short[0].length,
      parts: { year: 2000 + Number(short[1]), month: Number(short[2]), date: Number(short[3]) },
    };
  }
  const monthDate = MONTH_DATE.exec(text);
  if (monthDate !== null) {
    return {
      length: monthDate[0].length,
      parts: { month: Number(monthDate[1]), date: Number(monthDate[2]) },
    };
  }
  const dateOnly = DATE_ONLY.exec(text);
  if (dateOnly !== null) return { length: dateOnly[0].length, parts: { date: Number(dateOnly[1]) } };
  return englishHead(text);
}

function englishHead(text: string): { readonly length: number; readonly parts: Parts } | undefined {
  const squeezed = text
    .replace(/ (?=\d{4}\b)/, '-')
    .replace(/^([a-z]{3,9}\.?) /i, '$1-')
    .replace(/^(\d{1,2}) /, '$1-');
  const match = ENGLISH.exec(squeezed);
  if (match === null) return undefined;
  const month = MONTHS.indexOf(match[2]!.toLowerCase()) / 3 + 1;
  const date = match[1] ?? match[3];
  if (date === undefined) return undefined;
  return {
    length: match[0].length,
    parts: { month, date: Number(date), ...(match[4] === undefined ? {} : { year: Number(match[4]) }) },
  };
}

function timeOf(tail: RegExpExecArray): Pick<Parts, 'second' | 'half'> | undefined {
  const half = (tail[1] ?? tail[5] ?? '').toLowerCase();
  const afternoon = half === '下午' || half === '晚上' || half === 'pm';
  if (tail[2] === undefined) {
    if (half === '') return {};
    return half === 'am' || half === '上午' || half === '早上'
      ? { half: 'am' }
      : afternoon
        ? { half: 'pm' }
        : undefined;
  }
  let hour = Number(tail[2]);
  if (afternoon && hour < 12) hour += 12;
  const second = hour * 3600 + Number(tail[3] ?? 0) * 60 + Number(tail[4] ?? 0);
  return second <= 86_400 ? { second } : undefined;
}

function inChina(parts: Parts, zone: string): Parts | undefined {
  const day = dayOf(parts.year ?? 0, parts.month ?? 0, parts.date ?? 0);
  if (day === undefined) return undefined;
  const digits = zone.replace(':', '');
  const minutes = /^z$/i.test(zone)
    ? 0
    : (Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3))) * (zone.startsWith('-') ? -1 : 1);
  return { whole: ofEpoch((day * 86_400 + (parts.second ?? 0) - minutes * 60) * 1000) };
}

function complete(parts: Parts, context: DateContext): DateReading | undefined {
  if (parts.whole !== undefined) return parts.whole;
  const { period } = context;
  let day: Day | undefined;
  let assumed = false;
  if (parts.year !== undefined) day = dayOf(parts.year, parts.month ?? 0, parts.date ?? 0);
  else if (period !== undefined) {
    assumed = true;
    day =
      parts.month === undefined
        ? ofPeriod(parts.date ?? 0, period)
        : nearestYear(parts.month, parts.date ?? 0, period);
  }
  if (day === undefined) return undefined;
  const other =
    parts.swappable === true ? dayOf(parts.year ?? 0, parts.date ?? 0, parts.month ?? 0) : undefined;
  if (other !== undefined && within(other, period) && !within(day, period)) {
    return { ...finish(other, parts), yearAssumed: true };
  }
  const undecided =
    other !== undefined && (period === undefined || within(day, period) === within(other, period));
  return {
    ...finish(day, parts),
    ...(assumed ? { yearAssumed: true } : {}),
    ...(undecided ? { alternative: other } : {}),
  };
}

function finish(day: Day, parts: Parts): DateReading {
  return {
    day,
    ...(parts.second === undefined ? {} : { second: parts.second }),
    ...(parts.half === undefined ? {} : { half: parts.half }),
    ...(parts.weekday !== undefined && parts.weekday !== weekday(day) ? { weekdayMismatch: true } : {}),
  };
}

function within(day: Day, period: Period | undefined): boolean {
  return period !== undefined && day >= period.from && day <= period.to;
}

/** A date without a month needs a period within one month. */
function ofPeriod(date: number, period: Period): Day | undefined {
  if (monthOfDay(period.from) !== monthOfDay(period.to)) return undefined;
  const { year, month } = calendarDate(period.from);
  return dayOf(year, month, date);
}
