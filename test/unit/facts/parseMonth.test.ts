import { formatMonth, parseMonth } from '../../../src/facts/date';

const read = (input: string | number): string | undefined => {
  const month = parseMonth(input);
  return month === undefined ? undefined : formatMonth(month);
};

describe('parseMonth', () => {
  it.each<[string | number, string]>([
    ['2026-10', '2026-10'],
    ['2026-1', '2026-01'],
    ['2026/10', '2026-10'],
    ['2026.10', '2026-10'],
    ['2026年10月', '2026-10'],
    ['2026年10', '2026-10'],
    ['2026 年 10 月', '2026-10'],
    ['２０２６年１０月', '2026-10'],
    [' 202610 ', '2026-10'],
    ['2026-10-08', '2026-10'],
    ['2026年10月8日', '2026-10'],
    ['2024-02-29', '2024-02'],
    [202_610, '2026-10'],
    [190_001, '1900-01'],
    [999_912, '9999-12'],
    [46_303, '2026-10'],
    [36_526, '2000-01'],
    [73_415, '2100-12'],
  ])('reads %p as %s', (input, expected) => {
    expect(read(input)).toBe(expected);
  });

  it.each<string | number>([
    '',
    '10月',
    '2026',
    '2026-00',
    '2026-13',
    '202613',
    '202600',
    '1899-12',
    '189912',
    '26-10',
    '2026-10-32',
    '2026-02-29',
    '2026-10-08 08:00',
    '2026-10至2026-11',
    'October 2026',
    2026,
    202_613,
    202_600,
    46_303.5,
    36_525,
    73_416,
    190_000,
    1_000_001,
    NaN,
  ])('finds no month in %p', (input) => {
    expect(read(input)).toBeUndefined();
  });
});
