import {
  calendarDate,
  dayOf,
  daysInMonth,
  dayOfSerial,
  firstDay,
  formatDay,
  formatMonth,
  isWeekend,
  lastDay,
  monthOfDay,
  checkedDay,
  parseDay,
  serialOfDay,
  weekday,
} from '../../../src/facts/date';

const MS_PER_DAY = 86_400_000;

describe('dayOf', () => {
  it.each<[number, number, number, number]>([
    [1970, 1, 1, 0],
    [1970, 1, 2, 1],
    [1969, 12, 31, -1],
    [1900, 3, 1, -25_508],
    [2000, 2, 29, 11_016],
    [2026, 1, 1, 20_454],
    [2026, 10, 8, 20_734],
  ])('%i-%i-%i is day %i', (year, month, date, expected) => {
    expect(dayOf(year, month, date)).toBe(expected);
  });

  it.each<[number, number, number]>([
    [2026, 0, 1],
    [2026, 13, 1],
    [2026, 10, 0],
    [2026, 10, 32],
    [2026, 9, 31],
    [2026, 2, 29],
    [1900, 2, 29],
    [2100, 2, 29],
    [1899, 12, 31],
    [10_000, 1, 1],
  ])('there is no %i-%i-%i', (year, month, date) => {
    expect(dayOf(year, month, date)).toBeUndefined();
  });
});

describe('leap years', () => {
  it.each([2000, 2024, 2028, 2400, 1904])('%i has 29 days in February', (year) => {
    expect(daysInMonth(year, 2)).toBe(29);
    expect(parseDay(`${year}-02-29`)).toBeDefined();
  });

  it.each([1900, 2023, 2026, 2100, 2200])('%i has 28 days in February', (year) => {
    expect(daysInMonth(year, 2)).toBe(28);
    expect(parseDay(`${year}-02-29`)).toBeUndefined();
  });

  it('gives every month its length', () => {
    const lengths = Array.from({ length: 12 }, (_, index) => daysInMonth(2026, index + 1));
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });
});

describe('calendarDate', () => {
  it('agrees with the platform on every day from 1890 to 2110', () => {
    const first = Date.UTC(1890, 0, 1) / MS_PER_DAY;
    const last = Date.UTC(2110, 11, 31) / MS_PER_DAY;
    const wrong: number[] = [];
    for (let day = first; day <= last; day += 1) {
      const platform = new Date(day * MS_PER_DAY);
      const { year, month, date } = calendarDate(day);
      const same =
        year === platform.getUTCFullYear() &&
        month === platform.getUTCMonth() + 1 &&
        date === platform.getUTCDate() &&
        weekday(day) === platform.getUTCDay();
      if (!same) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('agrees with the platform around every turn of a century up to 9999', () => {
    for (let century = 0; century <= 99; century += 1) {
      const start = new Date(0);
      start.setUTCFullYear(century * 100, 1, 27);
      for (let step = 0; step < 4; step += 1) {
        const day = start.getTime() / MS_PER_DAY + step;
        const platform = new Date(day * MS_PER_DAY);
        expect(calendarDate(day)).toEqual({
          year: platform.getUTCFullYear(),
          month: platform.getUTCMonth() + 1,
          date: platform.getUTCDate(),
        });
      }
    }
  });

  it('is undone by dayOf', () => {
    for (const day of [-25_508, -1, 0, 59, 60, 11_016, 20_734, 47_541, 2_932_896]) {
      const { year, month, date } = calendarDate(day);
      expect(dayOf(year, month, date)).toBe(day);
    }
  });
});

describe('weekdays', () => {
  it.each<[string, number, boolean]>([
    ['2026-10-08', 4, false],
    ['2026-10-09', 5, false],
    ['2026-10-10', 6, true],
    ['2026-10-11', 0, true],
    ['1970-01-01', 4, false],
    ['1969-12-28', 0, true],
    ['1900-03-01', 4, false],
  ])('%s is weekday %i', (text, expected, weekend) => {
    const day = parseDay(text) ?? NaN;
    expect(weekday(day)).toBe(expected);
    expect(isWeekend(day)).toBe(weekend);
  });
});

describe('months', () => {
  it.each<[string, string, string]>([
    ['2026-10-08', '2026-10-01', '2026-10-31'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
    ['2027-01-01', '2027-01-01', '2027-01-31'],
    ['2024-02-29', '2024-02-01', '2024-02-29'],
    ['2026-02-01', '2026-02-01', '2026-02-28'],
  ])('the month of %s goes from %s to %s', (text, first, last) => {
    const month = monthOfDay(parseDay(text) ?? NaN);
    expect(formatDay(firstDay(month))).toBe(first);
    expect(formatDay(lastDay(month))).toBe(last);
    expect(formatMonth(month)).toBe(text.slice(0, 7));
  });

  it('counts on over the turn of the year', () => {
    const december = monthOfDay(parseDay('2026-12-05') ?? NaN);
    expect(formatMonth(december + 1)).toBe('2027-01');
    expect(formatMonth(december - 12)).toBe('2025-12');
  });
});

describe('parseDay', () => {
  it.each(['2026-1-1', '2026/01/01', '2026-01-01 ', '26-01-01', '2026-02-30', '', '2026-01-01T00:00'])(
    'is strict about %p',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  it('is undone by formatDay', () => {
    expect(formatDay(parseDay('2026-03-09') ?? NaN)).toBe('2026-03-09');
  });
});

describe('serial dates', () => {
  it.each<[number, string]>([
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [46_303, '2026-10-08'],
    [46_303.999, '2026-10-08'],
  ])('%d of the 1900 system is %s', (serial, text) => {
    expect(formatDay(dayOfSerial(serial))).toBe(text);
  });

  it.each<[number, string]>([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [44_841, '2026-10-08'],
  ])('%d of the 1904 system is %s', (serial, text) => {
    expect(formatDay(dayOfSerial(serial, true))).toBe(text);
  });

  it('writes serials of the 1900 system', () => {
    expect(serialOfDay(parseDay('2026-10-08') ?? NaN)).toBe(46_303);
    expect(serialOfDay(parseDay('1900-03-01') ?? NaN)).toBe(61);
  });
});

describe('checkedDay', () => {
  it('reads what was checked before and nothing else', () => {
    expect(formatDay(checkedDay('2026-10-16'))).toBe('2026-10-16');
    expect(() => checkedDay('2026-02-30')).toThrow('no date: 2026-02-30');
  });
});
