import { readFileSync } from 'node:fs';
import { ExcelPort } from '../../src/workbook/excel/excelPort';
import type { Grid } from '../../src/workbook/grid';
import { readWorkbook } from '../../src/workbook/xlsx';
import { openExcel } from './support/openExcel';

const SAMPLE = 'assets/sample.xlsx';

const plain = (grid: Grid): unknown => ({
  sheet: grid.sheet,
  rows: grid.rows.map((row) => [...row]),
  merges: [...grid.merges].sort((a, b) => a.top - b.top || a.left - b.left),
  hiddenRows: [...grid.hiddenRows],
  hiddenColumns: [...grid.hiddenColumns].filter((column) => column < grid.columnCount),
});

const kindsOf = (grid: Grid): number[][] =>
  grid.rows.map((row, r) => row.map((_, c) => grid.kinds[r]?.[c] ?? 0));

test('a workbook read through Excel says what its file says', async () => {
  const excel = openExcel({ xlsx: SAMPLE });
  const { sheets, state } = await new ExcelPort({ limitedAnswers: false, nameEvents: false }).open();
  const file = readWorkbook(readFileSync(SAMPLE));
  expect(state).toBeUndefined();
  expect(sheets.map(({ grid }) => grid.sheet)).toEqual(file.sheets.map(({ name }) => name));
  for (const { grid } of sheets) {
    const expected = file.grid(grid.sheet);
    expect(plain(grid)).toEqual(plain(expected));
    expect(kindsOf(grid)).toEqual(kindsOf(expected));
  }
  expect(excel.stats.unimplemented).toEqual({});
  excel.dispose();
});
