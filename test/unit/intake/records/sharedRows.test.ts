import { FIELDS } from '../../../../src/intake/recognise/fields';
import { rowsOf } from '../../../../src/intake/recognise/rows';
import { buildMatcher } from '../../../../src/intake/matching/matcher';
import { readDrafts } from '../../../../src/intake/records/readDrafts';
import { readRow, rowContext } from '../../../../src/intake/records/readRow';
import { Verdicts } from '../../../../src/intake/records/verdict';
import type { RecordRow } from '../../../../src/intake/records/draft';
import type { RecordRows } from '../../../../src/intake/records/recordRows';
import type { SheetReading } from '../../../../src/intake/types';
import { readPeriod } from '../../../../src/intake/values/period';
import { NumberKind, type CellValue, type Grid } from '../../../../src/workbook/grid';
import { shipped } from '../../../support/scoring';
import { gridOf } from '../support/grids';

const period = readPeriod('2026-10')!;

function readingOf(fields: readonly string[], rows: number): SheetReading {
  return {
    name: 'Sheet1',
    role: { value: 'qa-log', confidence: 1, reasons: [] },
    titleRows: [],
    headerRows: [1],
    dataStartRow: 2,
    dataEndRow: rows,
    columns: fields.map((field, index) => ({
      index,
      header: field,
      field,
      confidence: 1,
      reason: { code: 'COLUMN_HEADER' },
    })),
    skipped: [],
    fingerprint: '',
  };
}

const draftsOf = (grid: Grid, reading: SheetReading): readonly RecordRow[] => [...recordsOf(grid, reading)];

function recordsOf(grid: Grid, reading: SheetReading): RecordRows {
  const steps = readDrafts(grid, reading, period);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.drafts;
  }
}

describe('rows that are read together', () => {
  const fields = [...Object.keys(FIELDS).filter((field) => field !== 'criterion'), 'violation', 'remark'];
  const others: readonly CellValue[] = [
    '否',
    5,
    '2026-10-08 10:30',
    '50%',
    '记过',
    '+3',
    null,
    { error: '#N/A' },
  ];
  const base = fields.map((): CellValue => '是');
  const rows = [
    fields,
    base,
    ...fields.flatMap((_, changed) =>
      others.map((value) => base.map((cell, column) => (column === changed ? value : cell))),
    ),
  ];

  test.each([undefined, NumberKind.Percent])(
    'say what each says on its own, whatever differs (numbers shown as kind %s)',
    (kind) => {
      const kinds = rows.map((_, r) =>
        kind === undefined || r % 2 === 0 ? undefined : new Uint8Array(fields.length).fill(kind),
      );
      const again = rows.slice(1, 40);
      const doubled = [...rows, ...again];
      const grid = gridOf(doubled, {
        kinds: [...kinds, ...kinds.slice(0, 39)],
        hiddenRows: new Set([3]),
      });
      const reading = readingOf(fields, doubled.length);
      const context = rowContext(grid, reading, { period, date1904: false });
      const drafts = draftsOf(grid, reading);
      expect(drafts.length).toBe(doubled.length - 1);
      expect(
        drafts.map(({ words, names, date, ...own }) => ({ ...words, ...names, ...date, ...own })),
      ).toEqual([...rowsOf(grid, reading)].map((row) => readRow(row, context)));
    },
  );

  test('values in blocks merged over rows count as those of each row', () => {
    const cells = [
      ['violation', 'points', 'name'],
      ['上班迟到', 5, '王伟'],
      [null, null, '李娜'],
      [null, 5, '张敏'],
    ];
    const grid = gridOf(cells, { refs: ['A2:A4', 'B2:B3'] });
    const drafts = draftsOf(grid, readingOf(['violation', 'points', 'name'], 4));
    expect(drafts.map(({ words }) => words.texts)).toEqual([['上班迟到'], ['上班迟到'], ['上班迟到']]);
    // A number merged over rows is one number.
    expect(drafts.map(({ words }) => words.points)).toEqual([
      { digits: 5n, scale: 0 },
      undefined,
      { digits: 5n, scale: 0 },
    ]);
    expect(drafts[0]!.words).toBe(drafts[2]!.words);
  });
});

describe('work done once', () => {
  const log = (count: number): Grid =>
    gridOf([
      ['日期', '姓名', '条款', '问题描述', '质检编号'],
      ...Array.from({ length: count }, (_, i) => [
        46_300 + (i % 28),
        ['王伟', '李娜', '张敏'][i % 3]!,
        null,
        ['上班迟到', '忘记录单'][i % 2]!,
        `Z${i}`,
      ]),
    ]);
  const reading = (count: number) =>
    readingOf(['date', 'name', 'clause', 'violation', 'recordId'], count + 1);

  test('words, names and dates are read as often as they differ', () => {
    const drafts = draftsOf(log(600), reading(600));
    expect(drafts.length).toBe(600);
    expect(new Set(drafts.map(({ words }) => words)).size).toBe(2);
    expect(new Set(drafts.map(({ names }) => names)).size).toBe(3);
    expect(new Set(drafts.map(({ date }) => date)).size).toBe(28);
    expect(new Set(drafts.flatMap(({ recordIds }) => recordIds)).size).toBe(600);
  });

  test('clauses are searched once for everything that is said', () => {
    const matcher = buildMatcher(shipped('GM'));
    let searches = 0;
    const rows = recordsOf(log(600), reading(600));
    const verdicts = new Verdicts(rows, {
      ...matcher,
      search: (text) => {
        searches += 1;
        return matcher.search(text);
      },
    });
    expect([verdicts.of(0).match.kind, verdicts.of(1).match.kind]).toHaveLength(2);
    const once = searches;
    expect(once).toBeGreaterThan(0);
    for (let place = 0; place < rows.length; place += 1) expect(verdicts.of(place).match).toBeDefined();
    expect(searches).toBe(once);
  });
});
