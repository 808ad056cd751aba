import { NumberKind } from '../../../src/workbook/grid';
import {
  createWorkbook,
  readStatePart,
  readWorkbook,
  writePlans,
  type LiteralSheet,
} from '../../../src/workbook/xlsx';
import { FULL_PLAN } from './support/plans';
import { problemOf } from './support/problems';
import { partText, unzip } from './support/unzipFixture';

const SHEET: LiteralSheet = {
  name: '质检',
  rows: [
    ['日期', '姓名', { value: '得分', bold: true, fill: 'FFFF00' }],
    [{ date: '2026-10-08' }, '周晓兰', 12.5],
    [{ date: '2026-10-08 09:30' }, '=SUM(1)', { f: 'C2*2', v: 25 }],
    [{ date: '18:00' }, true, { f: 'B1' }],
    [
      { date: '2026-10-08', format: 'm"月"d"日"' },
      { error: '#DIV/0!' },
      { value: 0.5, format: '0%' },
      null,
      { f: 'B2&"x"', v: '周晓兰x' },
    ],
  ],
  merges: ['A1:B1'],
  columnWidths: [14, 10],
  hiddenRows: [2, 7],
  hiddenColumns: [3],
  freeze: { rows: 1, columns: 0 },
  filter: 'A1:C5',
};

describe('making a workbook', () => {
  it('writes values that read back the same', () => {
    const workbook = readWorkbook(
      createWorkbook([SHEET, { name: '隐藏', rows: [], visibility: 'veryHidden' }]),
    );
    expect(workbook.sheets).toEqual([
      { name: '质检', visibility: 'visible', hasCells: true },
      { name: '隐藏', visibility: 'veryHidden', hasCells: true },
    ]);
    const grid = workbook.grid('质检');
    expect(grid.rows).toEqual([
      ['日期', '姓名', '得分'],
      [46303, '周晓兰', 12.5],
      [46303 + 9.5 / 24, '=SUM(1)', 25],
      [0.75, true],
      [46303, { error: '#DIV/0!' }, 0.5, null, '周晓兰x'],
    ]);
    expect(grid.kinds.map((kinds) => kinds && [...kinds])).toEqual([
      undefined,
      [NumberKind.Date],
      [NumberKind.DateTime],
      [NumberKind.Time],
      [NumberKind.Date, 0, NumberKind.Percent],
    ]);
    expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect([...grid.hiddenRows]).toEqual([2, 7]);
    expect([...grid.hiddenColumns]).toEqual([3]);
    expect(grid.uncalculated).toEqual({ count: 1, first: 'C4' });
  });

  it('gives the same bytes every time, without a date in them', () => {
    const first = createWorkbook([SHEET, FULL_PLAN], { state: { a: 1 } });
    expect(
      Buffer.from(createWorkbook([SHEET, FULL_PLAN], { state: { a: 1 } })).equals(Buffer.from(first)),
    ).toBe(true);
    // 1980-01-01, the zero of zip
    expect(new Set(unzip(first).map((entry) => entry.central.readUInt32LE(12)))).toEqual(
      new Set([0x00210000]),
    );
  });

  it('marks plans, and makes them anew later', () => {
    const bytes = createWorkbook([FULL_PLAN, SHEET]);
    expect(readWorkbook(bytes).sheets[0]).toMatchObject({ name: '绩效汇总', madeBy: 'performance:2026-10' });
    expect(writePlans(bytes, [FULL_PLAN]).tabs[0]).toMatchObject({ replaced: true });
  });

  it('counts dates from 1904 when told', () => {
    const workbook = readWorkbook(createWorkbook([SHEET], { date1904: true }));
    expect(workbook.date1904).toBe(true);
    expect(workbook.grid('质检').rows[1]![0]).toBe(46303 - 1462);
  });

  it.each([
    ['no sheets', [], 'NO_SHEETS'],
    [
      'two sheets of one name',
      [
        { name: 'a', rows: [] },
        { name: 'A', rows: [] },
      ],
      'DUPLICATE_SHEET',
    ],
    ['a bad name', [{ name: 'a:b', rows: [] }], 'BAD_SHEET_NAME'],
    ['a date that is none', [{ name: 'a', rows: [[{ date: '2026-02-30' }]] }], 'BAD_DATE'],
    ['a merge that is none', [{ name: 'a', rows: [], merges: ['A0'] }], 'BAD_RANGE'],
  ] as [string, LiteralSheet[], string][])('refuses %s', (_, sheets, code) => {
    expect(problemOf(() => createWorkbook(sheets)).code).toBe(code);
  });
});

describe('the state of a workbook', () => {
  const state = { rulebook: 'GM', note: '<a>&"]]>\u0001\ud800\uffff 中文', list: [1.5, null, true] };
  const bytes = createWorkbook([SHEET]);

  it('travels with the file', () => {
    expect(readStatePart(bytes)).toBeUndefined();
    const written = writePlans(bytes, [], { state }).bytes;
    expect(readStatePart(written)).toEqual(state);
    expect(readWorkbook(written).customXml()).toMatchObject([{ namespace: 'urn:qascore:state:1' }]);
    expect(partText(written, 'xl/_rels/workbook.xml.rels')).toContain(
      '/customXml" Target="../customXml/item1.xml"',
    );
  });

  it('is written only when given, and left untouched when equal', () => {
    expect(Buffer.from(writePlans(bytes, []).bytes).equals(Buffer.from(bytes))).toBe(true);
    const written = writePlans(bytes, [], { state }).bytes;
    expect(Buffer.from(writePlans(written, []).bytes).equals(Buffer.from(written))).toBe(true);
    expect(Buffer.from(writePlans(written, [], { state }).bytes).equals(Buffer.from(written))).toBe(true);
  });

  it('replaces what was there, damaged or not', () => {
    const written = writePlans(bytes, [], { state }).bytes;
    const changed = writePlans(written, [], { state: { rulebook: 'QA' } }).bytes;
    expect(readStatePart(changed)).toEqual({ rulebook: 'QA' });
    expect(unzip(changed).map((entry) => entry.name)).toEqual(unzip(written).map((entry) => entry.name));
  });
});
