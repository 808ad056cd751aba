import { dayOf, formatDay, parseDay, type Day } from '../../src/facts/date';
import { ProblemError } from '../../src/facts/problem';
import {
  addWorkdays,
  countWorkdays,
  isStatutoryHoliday,
  isWorkday,
  mergeCalendars,
  yearSpan,
} from '../../src/facts/workdays';
import { calendarFromFile, type CalendarFile } from '../../src/rulebook/calendar';
import cn2025 from '../../rulesets/calendars/cn-2025.json';
import cn2026 from '../../rulesets/calendars/cn-2026.json';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no date ${text}`);
  return parsed;
};

const faultOf = (json: unknown): unknown => {
  try {
    calendarFromFile(json);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
};

const fault = (path: string, detail: string) => ({
  code: 'CALENDAR_INVALID',
  params: { path: `calendar${path}`, detail },
});

const file: CalendarFile = {
  year: 2026,
  source: '通知',
  holidays: ['2026-05-01', '2026-05-02'],
  makeupWorkdays: ['2026-05-09'],
};

describe('calendarFromFile', () => {
  it('reads the days and speaks for the year of the file only', () => {
    const calendar = calendarFromFile(file);
    expect(calendar.years).toEqual(new Set([2026]));
    expect([...calendar.holidays].map(formatDay)).toEqual(['2026-05-01', '2026-05-02']);
    expect([...calendar.makeupWorkdays].map(formatDay)).toEqual(['2026-05-09']);
    expect(() => isWorkday(calendar, day('2027-01-01'))).toThrow(ProblemError);
  });

  it('accepts a year without any arrangement', () => {
    const calendar = calendarFromFile({ ...file, holidays: [], makeupWorkdays: [] });
    expect(isWorkday(calendar, day('2026-05-01'))).toBe(true);
  });

  it.each<[string, unknown, string, string]>([
    ['an unknown key', { ...file, region: 'cn' }, '.region', 'UNKNOWN_KEY'],
    [
      'a misspelt list',
      { ...file, makeupWorkdays: undefined, makeUpWorkdays: [] },
      '.makeupWorkdays',
      'MISSING',
    ],
    ['no source', { ...file, source: '' }, '.source', 'TOO_SMALL'],
    ['a year as text', { ...file, year: '2026' }, '.year', 'WRONG_TYPE'],
    ['a year beyond the calendar', { ...file, year: 1899 }, '.year', 'TOO_SMALL'],
    ['no object at all', 'cn-2026', '', 'WRONG_TYPE'],
    ['nothing', undefined, '', 'MISSING'],
    ['a day that is no text', { ...file, holidays: [20260501] }, '.holidays[0]', 'WRONG_TYPE'],
    ['a day that does not exist', { ...file, holidays: ['2026-02-29'] }, '.holidays[0]', 'BAD_DATE'],
    ['a loosely written day', { ...file, holidays: ['2026-5-1'] }, '.holidays[0]', 'BAD_DATE'],
    [
      'the last day of the year before',
      { ...file, holidays: ['2025-12-31'] },
      '.holidays[0]',
      'OUTSIDE_YEAR',
    ],
    ['the first day of the next year', { ...file, holidays: ['2027-01-01'] }, '.holidays[0]', 'OUTSIDE_YEAR'],
    [
      'a make-up day of another year',
      { ...file, makeupWorkdays: ['2027-01-02'] },
      '.makeupWorkdays[0]',
      'OUTSIDE_YEAR',
    ],
    [
      'a holiday listed twice',
      { ...file, holidays: ['2026-05-01', '2026-05-01'] },
      '.holidays[1]',
      'DUPLICATE',
    ],
    [
      'a make-up day listed twice',
      { ...file, makeupWorkdays: ['2026-05-09', '2026-05-09'] },
      '.makeupWorkdays[1]',
      'DUPLICATE',
    ],
    [
      'a make-up day on a Friday',
      { ...file, makeupWorkdays: ['2026-05-08'] },
      '.makeupWorkdays[0]',
      'NOT_A_WEEKEND_DAY',
    ],
    [
      'a day off that is worked',
      { ...file, makeupWorkdays: ['2026-05-02'] },
      '.makeupWorkdays[0]',
      'IN_BOTH_LISTS',
    ],
  ])('refuses %s', (_what, json, path, detail) => {
    expect(faultOf(json)).toEqual(fault(path, detail));
  });

  it('accepts the first and the last day of the year', () => {
    expect(faultOf({ ...file, holidays: ['2026-01-01', '2026-12-31'] })).toBeUndefined();
  });
});

/** First and last day off of each holiday period, as the notices print them. */
const ARRANGEMENTS = [
  {
    file: cn2025,
    periods: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    makeupWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    daysOff: 28,
    workdays: 248,
  },
  {
    file: cn2026,
    periods: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    makeupWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    daysOff: 33,
    workdays: 248,
  },
] as const;

describe.each(ARRANGEMENTS)('the shipped calendar $file.year', ({ file: shipped, periods, ...expected }) => {
  const calendar = calendarFromFile(shipped);
  const { first, last } = yearSpan(shipped.year);

  it('has every day of the holiday periods off and no other', () => {
    const daysOff = periods.flatMap(([from, to]) =>
      Array.from({ length: day(to) - day(from) + 1 }, (_, index) => day(from) + index),
    );
    expect([...calendar.holidays]).toEqual(daysOff);
    expect(daysOff).toHaveLength(expected.daysOff);
    expect(daysOff.filter((off) => isWorkday(calendar, off) || !isStatutoryHoliday(calendar, off))).toEqual(
      [],
    );
  });

  it('works the make-up days', () => {
    expect(shipped.makeupWorkdays).toEqual(expected.makeupWorkdays);
    expect([...calendar.makeupWorkdays].filter((worked) => !isWorkday(calendar, worked))).toEqual([]);
  });

  it('has the working days of the year', () => {
    expect(countWorkdays(calendar, first, last)).toBe(expected.workdays);
  });

  it('names the notice', () => {
    expect(shipped.source).toContain(`${shipped.year}年部分节假日安排的通知`);
  });
});

describe('working days with the shipped calendars', () => {
  const calendar = mergeCalendars([cn2025, cn2026].map(calendarFromFile));

  it('knows both years and no other', () => {
    expect(calendar.years).toEqual(new Set([2025, 2026]));
    expect(() => isWorkday(calendar, dayOf(2027, 1, 4) ?? 0)).toThrow('CALENDAR_MISSING');
  });

  it.each([
    // 24..26 and 29..31 December, 4 January (Sunday, worked), 5..9, 12..14
    ['2025-12-23', 15, '2026-01-14'],
    // 20 (Sunday, worked), 21..24, 28..30 September, 8..10 (10 = Saturday, worked), 12..15 October
    ['2026-09-18', 15, '2026-10-15'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
  ])('counts from %s over %i working days to %s', (from, count, to) => {
    expect(formatDay(addWorkdays(calendar, day(from), count))).toBe(to);
  });
});
