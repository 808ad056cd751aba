import fc from 'fast-check';
import { NumberKind } from '../../../src/workbook/grid';
import { isoToSerial } from '../../../src/workbook/xlsx/isoDate';
import { builtInKind, formatCodeKind } from '../../../src/workbook/numberKinds';
import { parseNumber } from '../../../src/workbook/xlsx/numberText';

const parse = (text: string): number => {
  const bytes = new TextEncoder().encode(`>${text}<`);
  return parseNumber(bytes, 1, bytes.length - 1);
};

describe('numbers from bytes', () => {
  it('reads every finite number as JavaScript does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.integer({ min: 0, max: 12 }),
        (digits, places) => {
          const text = (digits / 10 ** places).toFixed(places);
          expect(parse(text)).toBe(Number(text) + 0);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['46303.395833333336', 46303.395833333336],
    ['0.1', 0.1],
    ['.5', 0.5],
    ['5.', 5],
    ['1E3', 1000],
    ['1.5e-7', 1.5e-7],
    ['-0', 0],
    [' 12 ', 12],
    ['9007199254740993', 9007199254740992],
    ['123456789012345678901234567890', 1.2345678901234568e29],
    ['0.0000000000000000000000000001', 1e-28],
  ])('%s', (text, value) => expect(parse(text)).toBe(value));

  it.each([
    '',
    '-',
    '.',
    '-.',
    'abc',
    '1,000',
    '1e',
    '1E400',
    'NaN',
    'Infinity',
    '0x10',
    '1 2',
    '--1',
    '1.2.3',
  ])('is no number: "%s"', (text) => expect(parse(text)).toBeNaN());
});

describe('ISO dates', () => {
  it.each([
    ['2026-10-08', 46303, NumberKind.Date],
    ['2026-10-08T12:00:00', 46303.5, NumberKind.DateTime],
    ['2026-10-08 06:00', 46303.25, NumberKind.DateTime],
    ['2026-10-08T00:00:00.000Z', 46303, NumberKind.DateTime],
    ['18:00', 0.75, NumberKind.Time],
    ['T18:00:00', 0.75, NumberKind.Time],
    ['1900-01-01', 1, NumberKind.Date],
    ['1900-02-28', 59, NumberKind.Date],
    ['1900-03-01', 61, NumberKind.Date],
  ])('%s', (text, serial, kind) => expect(isoToSerial(text)).toEqual({ serial, kind }));

  it('counts from 1904 where the workbook does', () => {
    expect(isoToSerial('1904-01-01', true)?.serial).toBe(0);
    expect(isoToSerial('2026-10-08', true)?.serial).toBe(44841);
  });

  it.each(['', '2026-13-01', '2026-02-29', '2026-10', '10月8日', '25:61', 'Z'])('is no date: "%s"', (text) =>
    expect(isoToSerial(text)).toBeUndefined(),
  );
});

describe('what number formats show', () => {
  const { General, Date: DATE, Time, DateTime, Percent, Text } = NumberKind;

  it.each([
    ['General', General],
    ['0', General],
    ['#,##0.00_);[Red](#,##0.00)', General],
    ['0.00E+00', General],
    ['##0.0E+0', General],
    ['"¥"#,##0', General],
    ['[$¥-804]#,##0.00', General],
    ['0.##"%"', General],
    ['0"天"', General],
    ['# ?/?', General],
    ['[Red]General', General],
    ['[DBNum1][$-804]General', General],
    ['"days" 0', General],
    ['0\\d', General],
    ['_-* #,##0_-;-* #,##0_-;_-@_-', General],
    ['', General],
    ['yyyy-mm-dd', DATE],
    ['yyyy/m/d;@', DATE],
    ['[$-804]yyyy"年"m"月"d"日"', DATE],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', DATE],
    ['yyyy年m月d日', DATE],
    ['m/d', DATE],
    ['mmm', DATE],
    ['mm', DATE],
    ['[$-804]aaaa', DATE],
    ['[$-411]ge.m.d', DATE],
    ['[$-404]e/m/d', DATE],
    ['[>=1]yyyy-mm-dd;0', DATE],
    ['""', General],
    ['h:mm', Time],
    ['h:mm:ss AM/PM', Time],
    ['[$-804]上午/下午h"时"mm"分"', Time],
    ['mm:ss.0', Time],
    ['[h]:mm', Time],
    ['[mm]:ss', Time],
    ['[ss]', Time],
    ['h"时"', Time],
    ['yyyy-mm-dd hh:mm:ss', DateTime],
    ['m/d h:mm', DateTime],
    ['yyyy"年"m"月"d"日" h"时"mm"分"', DateTime],
    ['0%', Percent],
    ['0.00%;[Red]-0.00%', Percent],
    ['@', Text],
    [';;;@', Text],
  ])('%s', (code, kind) => expect(formatCodeKind(code)).toBe(kind));

  it.each([
    [0, General],
    [4, General],
    [9, Percent],
    [10, Percent],
    [14, DATE],
    [20, Time],
    [22, DateTime],
    [27, DATE],
    [31, DATE],
    [32, Time],
    [36, DATE],
    [46, Time],
    [49, Text],
    [50, DATE],
    [55, Time],
    [58, DATE],
    [11, General],
    [163, General],
  ])('format number %i', (id, kind) => expect(builtInKind(id)).toBe(kind));
});
