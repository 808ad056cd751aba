import { formatDay } from '../../../src/facts/date';
import { ProblemError } from '../../../src/facts/problem';
import {
  addWorkdays,
  countWorkdays,
  isStatutoryHoliday,
  isWorkday,
  mergeCalendars,
  PLAIN_WEEKDAYS,
  requireYear,
  yearSpan,
  type WorkCalendar,
} from '../../../src/facts/workdays';
import { day } from '../../support/scoring';

const calendar = (
  years: readonly number[],
  holidays: readonly string[],
  makeupWorkdays: readonly string[] = [],
): WorkCalendar => ({
  years: new Set(years),
  holidays: new Set(holidays.map(day)),
  makeupWorkdays: new Set(makeupWorkdays.map(day)),
});

// 1 to 7 October off (Thursday to Wednesday), Saturday the 10th worked.
const october = calendar(
  [2026],
  ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  ['2026-10-10'],
);

const problemOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
};

describe('isWorkday', () => {
  it.each<[string, boolean, boolean]>([
    ['2026-09-30', true, false],
    ['2026-10-01', false, true],
    ['2026-10-03', false, true],
    ['2026-10-07', false, true],
    ['2026-10-08', true, false],
    ['2026-10-10', true, false],
    ['2026-10-11', false, false],
  ])('%s: worked %p, statutory holiday %p', (text, worked, holiday) => {
    expect(isWorkday(october, day(text))).toBe(worked);
    expect(isStatutoryHoliday(october, day(text))).toBe(holiday);
  });

  it('takes a make-up day that is also listed as a holiday for a working day', () => {
    const both = calendar([2026], ['2026-10-10'], ['2026-10-10']);
    expect(isWorkday(both, day('2026-10-10'))).toBe(true);
    expect(isStatutoryHoliday(both, day('2026-10-10'))).toBe(false);
  });

  it('is Monday to Friday of any year on the plain calendar', () => {
    expect(isWorkday(PLAIN_WEEKDAYS, day('2026-10-01'))).toBe(true);
    expect(isWorkday(PLAIN_WEEKDAYS, day('2026-10-10'))).toBe(false);
    expect(isWorkday(PLAIN_WEEKDAYS, day('2077-01-01'))).toBe(true);
  });
});

describe('a year the calendar does not speak for', () => {
  const missing = { code: 'CALENDAR_MISSING', params: { year: 2027, date: '2027-01-01' } };

  it('is refused by every question about it', () => {
    const first = day('2027-01-01');
    expect(
      problemOf(() => {
        requireYear(october, first);
      }),
    ).toEqual(missing);
    expect(problemOf(() => isWorkday(october, first))).toEqual(missing);
    expect(problemOf(() => isStatutoryHoliday(october, first))).toEqual(missing);
    expect(problemOf(() => addWorkdays(october, day('2026-12-31'), 1))).toEqual(missing);
    expect(problemOf(() => countWorkdays(october, day('2026-12-30'), first))).toEqual(missing);
  });

  it('is not asked about when the span ends before it', () => {
    expect(formatDay(addWorkdays(october, day('2026-12-30'), 1))).toBe('2026-12-31');
    expect(countWorkdays(october, day('2027-01-02'), day('2027-01-01'))).toBe(0);
  });
});

describe('addWorkdays', () => {
  it.each<[string, number, string]>([
    // the day after counts first; the holiday week is skipped, Saturday the 10th is worked
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    ['2026-10-08', 1, '2026-10-09'],
    ['2026-10-09', 2, '2026-10-12'],
    ['2026-10-08', 0, '2026-10-08'],
    // 8, 9, 10, 12..16, 19..23, 26, 27
    ['2026-09-30', 15, '2026-10-27'],
  ])('from %s, %i working days: %s', (from, count, to) => {
    expect(formatDay(addWorkdays(october, day(from), count))).toBe(to);
  });
});

describe('countWorkdays', () => {
  it.each<[string, string, number]>([
    ['2026-10-01', '2026-10-07', 0],
    ['2026-10-01', '2026-10-11', 3],
    ['2026-10-08', '2026-10-08', 1],
    ['2026-10-01', '2026-10-31', 18],
    ['2026-10-09', '2026-10-08', 0],
  ])('%s to %s: %i', (from, to, count) => {
    expect(countWorkdays(october, day(from), day(to))).toBe(count);
  });

  it('counts the weekdays of a month without a calendar', () => {
    expect(countWorkdays(PLAIN_WEEKDAYS, day('2026-10-01'), day('2026-10-31'))).toBe(22);
  });
});

describe('mergeCalendars', () => {
  it('joins the years and their days', () => {
    const merged = mergeCalendars([calendar([2025], ['2025-10-01'], ['2025-09-28']), october]);
    expect(merged.years).toEqual(new Set([2025, 2026]));
    expect(isWorkday(merged, day('2025-10-01'))).toBe(false);
    expect(isWorkday(merged, day('2025-09-28'))).toBe(true);
    expect(isWorkday(merged, day('2026-10-10'))).toBe(true);
  });

  it('lets a calendar for every year stand alone', () => {
    expect(mergeCalendars([october, PLAIN_WEEKDAYS])).toBe(PLAIN_WEEKDAYS);
  });

  it('speaks for no year when there is nothing to join', () => {
    expect(problemOf(() => isWorkday(mergeCalendars([]), day('2026-10-08')))).toEqual({
      code: 'CALENDAR_MISSING',
      params: { year: 2026, date: '2026-10-08' },
    });
  });
});

describe('yearSpan', () => {
  it('goes from New Year to New Year’s Eve', () => {
    const { first, last } = yearSpan(2024);
    expect([formatDay(first), formatDay(last), last - first + 1]).toEqual(['2024-01-01', '2024-12-31', 366]);
  });
});
