import { dayOf, formatDay, type Day } from '../facts/date';
import { addWorkdays, type WorkCalendar } from '../facts/workdays';
import { compact } from './words';

/** Whether 「N日内」 without another word counts calendar or working days. */
export type DayUnit = 'calendar' | 'working';

/** A time limit as the supervision order states it. */
export type TimeLimit =
  | { readonly type: 'same-day' }
  | { readonly type: 'days'; readonly days: number; readonly unit: DayUnit }
  | { readonly type: 'until'; readonly day: Day };

const SAME_DAY = /^(?:限|于|请)?(?:当天|当日|即日|sameday)(?:内|完成|办结|办理)?$/;
const DAYS =
  /^(?:限|于|请|within)?(\d{1,3}|[一二两三四五六七八九十]{1,3})个?(工作日|工作天|workingdays?|workdays?|自然日|日历日|日历天|calendardays?|日|天|days?)(?:之内|以内|内)?(?:完成|办结|办理)?$/;
const UNTIL =
  /^(?:限|于|请|by)?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:之前|以前|前)?(?:完成|办结|办理)?$/;
const DIGITS = '一二三四五六七八九';

/** Reads `当天`, `3日内`, `三天`, `5个工作日内`, `2026-10-15前`; undefined for anything else, and for 0 days. */
export function readTimeLimit(text: string, plainUnit: DayUnit = 'calendar'): TimeLimit | undefined {
  const words = compact(text);
  if (SAME_DAY.test(words)) return { type: 'same-day' };
  const until = UNTIL.exec(words);
  if (until !== null) {
    const day = dayOf(Number(until[1]), Number(until[2]), Number(until[3]));
    return day === undefined ? undefined : { type: 'until', day };
  }
  const match = DAYS.exec(words);
  if (match === null) return undefined;
  const days = readCount(match[1]!);
  if (days === undefined || days < 1) return undefined;
  const unit = match[2]!;
  if (/^(?:工作|work)/.test(unit)) return { type: 'days', days, unit: 'working' };
  return { type: 'days', days, unit: /^(?:自然|日历|calendar)/.test(unit) ? 'calendar' : plainUnit };
}

function readCount(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (word: string): number => (word === '两' ? 2 : DIGITS.indexOf(word) + 1);
  const match = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null) return undefined;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return tens === undefined || ones !== undefined ? undefined : digit(tens);
  return (tens === undefined ? 1 : digit(tens)) * 10 + (ones === undefined ? 0 : digit(ones));
}

/** The limit in the words of the form; `readTimeLimit` gives the same limit back whatever the plain unit is. */
export function formatTimeLimit(limit: TimeLimit, plainUnit: DayUnit = 'calendar'): string {
  switch (limit.type) {
    case 'same-day':
      return '当天';
    case 'until':
      return `${formatDay(limit.day)}前`;
    case 'days':
      if (limit.unit === 'working') return `${limit.days}个工作日内`;
      return plainUnit === 'calendar' ? `${limit.days}日内` : `${limit.days}个自然日内`;
  }
}

/**
 * The last day of a limit whose clock starts on `start`; the start itself is not counted.
 * @throws ProblemError CALENDAR_MISSING for working days of a year without a calendar
 */
export function limitEnd(limit: TimeLimit, start: Day, calendar: WorkCalendar): Day {
  switch (limit.type) {
    case 'same-day':
      return start;
    case 'until':
      return limit.day;
    case 'days':
      return limit.unit === 'calendar' ? start + limit.days : addWorkdays(calendar, start, limit.days);
  }
}
