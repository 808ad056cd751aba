import fc from 'fast-check';
import { inspectWorkbook } from '../../../../src/intake/inspect';
import type { CellValue } from '../../../../src/workbook/grid';
import { facts, grid, read } from './helpers';

const HEADER = ['质检编号', '日期', '姓名', '条款', '问题描述', '次数', '备注'];
const NAMES = ['何佳', '周晓兰', '马立新', '王 丽'];
const CODES = ['第1条', '第6条', '第8条', '', '第12条', '第99条'];
const TEXTS = ['语气生硬,敷衍客户', '反查用户资料', '客户没挂机就提前挂断', '工位太乱', '漏单', ''];

const row = fc
  .tuple(
    fc.integer({ min: 1, max: 30 }),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...CODES),
    fc.constantFrom(...TEXTS),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(
    ([date, name, code, text, qty]) =>
      [`2026-09-${String(date).padStart(2, '0')}`, name, code, text, qty] as const,
  );
const rows = fc.uniqueArray(row, { selector: (each) => each.join('|'), minLength: 3, maxLength: 20 });

const sheet = (name: string, records: readonly (readonly (string | number)[])[]) =>
  grid(name, [HEADER, ...records.map((each, i) => [`R${name}${i}${each.join('')}`, ...each, ''])]);
const roster = grid('名单', [['工号', '姓名', '班组'], ...NAMES.map((name, i) => [`K${i}`, name, '一组'])]);
const sorted = (reading: ReturnType<typeof read>): string[] =>
  facts(reading)
    .map((each) => JSON.stringify(each))
    .sort();

test('the order of records does not matter', () => {
  fc.assert(
    fc.property(rows, fc.integer(), (records, seed) => {
      const shuffled = [...records].sort(
        (a, b) => ((JSON.stringify(a).length * 7 + seed) % 13) - ((JSON.stringify(b).length * 7 + seed) % 13),
      );
      expect(sorted(read('SVC', '2026-09', [roster, sheet('记录', shuffled)]))).toEqual(
        sorted(read('SVC', '2026-09', [roster, sheet('记录', records)])),
      );
    }),
    { numRuns: 30 },
  );
});

test('a sheet split in two gives the same records', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 10 }), (records, cut) => {
      const at = Math.min(cut, records.length - 1);
      const whole = read('SVC', '2026-09', [roster, sheet('记录', records)]);
      const split = read('SVC', '2026-09', [
        roster,
        sheet('记录', records.slice(0, at)),
        sheet('记录2', records.slice(at)),
      ]);
      expect(sorted(split)).toEqual(sorted(whole));
    }),
    { numRuns: 30 },
  );
});

test('every data row ends as a record, set aside or dropped', () => {
  fc.assert(
    fc.property(rows, (records) => {
      const reading = read('SVC', '2026-09', [roster, sheet('记录', records)]);
      const ended = new Set(
        [...reading.incidents.map(({ source }) => source), ...reading.setAside, ...reading.dropped].flatMap(
          (each) => (each?.sheet === '记录' ? [each.row] : []),
        ),
      );
      expect([...ended].sort((a, b) => a - b)).toEqual(records.map((_, i) => i + 2));
    }),
    { numRuns: 30 },
  );
});

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    '',
    '姓名',
    '日期',
    '条款',
    '问题描述',
    '扣分',
    '2026-09-03',
    'GM-04',
    '何佳',
    '是',
    '否',
    '申诉成立',
    '=1+1',
    '\ud800',
    '第'.repeat(500),
  ),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant({ error: '#N/A' }),
);

test('no grid throws', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 14 }),
      fc.boolean(),
      (cells, withHeader) => {
        const grids = [grid('表', withHeader ? [HEADER, ...cells] : cells)];
        expect(() => read('GM', '2026-09', grids)).not.toThrow();
        expect(() => inspectWorkbook(grids)).not.toThrow();
      },
    ),
    { numRuns: 300 },
  );
});

test('a wide and a very long sheet are read in time', () => {
  const wide = grid('宽', [
    HEADER,
    Array.from({ length: 16_384 }, (_, i) => (i % 3 === 0 ? 'x'.repeat(50) : i)),
  ]);
  const huge = 'GM-1第1条'.repeat(100_000);
  const start = performance.now();
  read('GM', '2026-09', [wide, grid('长', [HEADER, ['1', '2026-09-01', '何佳', huge, huge, huge, huge]])]);
  expect(performance.now() - start).toBeLessThan(5000);
});
