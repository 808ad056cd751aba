/**
 * Calendar days as whole numbers (days since 1970-01-01) and months as `year * 12 + month - 1`.
 * No time zone ever takes part: a date on a sheet is that date everywhere.
 */

export type Day = number;
export type MonthKey = number;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar date, or undefined when there is no such date. `month` is 1-12. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) {
    return undefined;
  }
  return Date.UTC(year, month - 1, date) / MS_PER_DAY;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export interface CalendarDate {
  readonly year: number;
  /** 1-12 */
  readonly month: number;
  readonly date: number;
}

/** Year, month and date of a day (proleptic Gregorian; Howard Hinnant's civil-from-days arithmetic). */
export function calendarDate(day: Day): CalendarDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** 0 = Sunday. */
export function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function isWeekend(day: Day): boolean {
  const w = weekday(day);
  return w === 0 || w === 6;
}

export function monthOfDay(day: Day): MonthKey {
  const { year, month } = calendarDate(day);
  return year * 12 + month - 1;
}

export function firstDay(month: MonthKey): Day {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MS_PER_DAY;
}

export function lastDay(month: MonthKey): Day {
  return firstDay(month + 1) - 1;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** `2026-10-08` */
export function formatDay(day: Day): string {
  const { year, month, date } = calendarDate(day);
  return `${year}-${pad(month)}-${pad(date)}`;
}

/** `2026-10` */
export function formatMonth(month: MonthKey): string {
  return `${Math.floor(month / 12)}-${pad((month % 12) + 1)}`;
}

/** Strict `yyyy-mm-dd`; loose texts of sheets are read by intake. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * A day of a text that was checked when it came in, such as a date of a loaded rulebook.
 * @throws Error for any other text
 */
export function checkedDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`no date: ${text}`);
  return day;
}

/**
 * A month as people write it: `2026-10`, `2026/10`, `2026.10`, `2026年10月`, `202610`, a date within it,
 * or a serial date. Anything unclear gives undefined.
 */
export function parseMonth(input: string | number): MonthKey | undefined {
  if (typeof input === 'number') {
    if (!Number.isInteger(input)) return undefined;
    if (input >= 190_001 && input <= 999_912) return monthKey(Math.floor(input / 100), input % 100);
    if (input >= 36_526 && input <= 73_415) return monthOfDay(dayOfSerial(input));
    return undefined;
  }
  const text = input.normalize('NFKC').trim();
  const compact = /^(\d{4})(\d{2})$/.exec(text);
  if (compact !== null) return monthKey(Number(compact[1]), Number(compact[2]));
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:月|[-/.月]\s*(\d{1,2})\s*日?)?$/.exec(text);
  if (match === null) return undefined;
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (match[3] !== undefined && dayOf(year, month, Number(match[3])) === undefined) return undefined;
  return monthKey(year, month);
}

function monthKey(year: number, month: number): MonthKey | undefined {
  return year >= 1900 && year <= 9999 && month >= 1 && month <= 12 ? year * 12 + month - 1 : undefined;
}

/** Whole days between the serial numbers of Excel's 1900 system and 1970-01-01. */
const SERIAL_EPOCH = 25_569;

/** The day of an Excel serial date; the time of day is cut off. Valid from 1900-03-01. */
export function dayOfSerial(serial: number, date1904 = false): Day {
  return Math.floor(serial) - SERIAL_EPOCH + (date1904 ? 1462 : 0);
}

export function serialOfDay(day: Day): number {
  return day + SERIAL_EPOCH;
}
