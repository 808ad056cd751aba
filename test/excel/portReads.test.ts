import { readFileSync } from 'node:fs';
import { ExcelPort } from '../../src/workbook/excel/excelPort';
import type { Grid } from '../../src/workbook/grid';
import { readWorkbook } from '../../src/workbook/xlsx';
import { WEB_LIMITS } from '../../src/workbench/host';
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

test('a workbook is read in two requests, a sheet of it in one', async () => {
  const excel = openExcel({ xlsx: SAMPLE });
  const port = new ExcelPort({ limitedAnswers: false, nameEvents: false });
  const { sheets } = await port.open();
  expect(excel.stats.syncs).toBe(2);
  await port.readSheets([sheets[0]!.id]);
  expect(excel.stats.syncs).toBe(3);
  excel.dispose();
});

test('where answers are limited, large sheets come block by block', async () => {
  const rows = Array.from({ length: 60_000 }, (_, r) => [
    `2026-10-0${1 + (r % 9)}`,
    `客服${r}`,
    'GM-02',
    r,
    `第 ${r} 条`,
  ]);
  const excel = openExcel({ sheets: { 记录: rows }, limits: WEB_LIMITS });
  const unlimited = new ExcelPort({ limitedAnswers: false, nameEvents: false });
  await expect(unlimited.open()).rejects.toMatchObject({ problem: { code: 'HOST_TOO_LARGE' } });
  excel.stats.reset();
  const { sheets } = await new ExcelPort({ limitedAnswers: true, nameEvents: false }).open();
  const [grid] = sheets.map((sheet) => sheet.grid);
  expect(grid!.rows).toHaveLength(60_000);
  expect(grid!.rows[59_999]!.slice(1)).toEqual(['客服59999', 'GM-02', 59_999, '第 59999 条']);
  expect(excel.stats.largestResponse).toBeLessThan(WEB_LIMITS.payload);
  excel.dispose();
});
