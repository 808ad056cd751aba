import { calendarDate, firstDay, formatDay, isWeekend, type Day } from './date';
import { ProblemError } from './problem';

/**
 * Which days are worked. `years` are the years the calendar speaks for; a working-day rule that needs a day
 * of any other year is refused with `CALENDAR_MISSING` rather than computed on plain weekdays.
 */
export interface WorkCalendar {
  /** `all` for a calendar that claims every year (plain weekdays or one given by hand). */
  readonly years: ReadonlySet<number> | 'all';
  /** Statutory days off, weekends inside the holiday included. */
  readonly holidays: ReadonlySet<Day>;
  /** Weekend days that are worked in exchange. */
  readonly makeupWorkdays: ReadonlySet<Day>;
}

/** Monday to Friday, no holidays. */
export const PLAIN_WEEKDAYS: WorkCalendar = { years: 'all', holidays: new Set(), makeupWorkdays: new Set() };

/** @throws ProblemError CALENDAR_MISSING {year} */
export function requireYear(calendar: WorkCalendar, day: Day): void {
  if (calendar.years === 'all') return;
  const { year } = calendarDate(day);
  if (!calendar.years.has(year)) throw new ProblemError('CALENDAR_MISSING', { year, date: formatDay(day) });
}

/** @throws ProblemError CALENDAR_MISSING */
export function isWorkday(calendar: WorkCalendar, day: Day): boolean {
  requireYear(calendar, day);
  if (calendar.makeupWorkdays.has(day)) return true;
  return !isWeekend(day) && !calendar.holidays.has(day);
}

/** @throws ProblemError CALENDAR_MISSING */
export function isStatutoryHoliday(calendar: WorkCalendar, day: Day): boolean {
  requireYear(calendar, day);
  return calendar.holidays.has(day) && !calendar.makeupWorkdays.has(day);
}

/**
 * The `count`-th working day after `start`; `start` itself is never counted.
 * @throws ProblemError CALENDAR_MISSING
 */
export function addWorkdays(calendar: WorkCalendar, start: Day, count: number): Day {
  let day = start;
  for (let left = count; left > 0;) {
    day += 1;
    if (isWorkday(calendar, day)) left -= 1;
  }
  return day;
}

/**
 * Working days in `from..to`, both inclusive; 0 when the span is empty.
 * @throws ProblemError CALENDAR_MISSING
 */
export function countWorkdays(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day <= to; day += 1) {
    if (isWorkday(calendar, day)) count += 1;
  }
  return count;
}

/** Joins yearly calendars into one. */
export function mergeCalendars(calendars: readonly WorkCalendar[]): WorkCalendar {
  const years = new Set<number>();
  const holidays = new Set<Day>();
  const makeupWorkdays = new Set<Day>();
  for (const calendar of calendars) {
    if (calendar.years === 'all') return calendar;
    calendar.years.forEach((year) => years.add(year));
    calendar.holidays.forEach((day) => holidays.add(day));
    calendar.makeupWorkdays.forEach((day) => makeupWorkdays.add(day));
  }
  return { years, holidays, makeupWorkdays };
}

/** First and last day of a year, for building and checking calendars. */
export function yearSpan(year: number): { readonly first: Day; readonly last: Day } {
  return { first: firstDay(year * 12), last: firstDay((year + 1) * 12) - 1 };
}
