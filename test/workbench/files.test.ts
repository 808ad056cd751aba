import { readFileSync } from 'node:fs';
import { fromLiteral, fromXlsx } from '../../src/workbench/model/load';
import { toGrids } from '../../src/workbench/model/save';
import type { Change } from '../../src/workbench/model/changes';
import { createWorkbook, readWorkbook } from '../../src/workbook/xlsx';

test('a file is opened with values, merges, kinds, hidden rows and columns, names and sheet states', () => {
  const bytes = createWorkbook([
    {
      name: '记录',
      rows: [
        ['姓名', '日期', '得分'],
        ['甲', { date: '2026-10-08' }, 0.5],
        [null, null, { error: '#N/A' }],
      ],
      merges: ['A4:B5'],
      hiddenRows: [2],
      hiddenColumns: [1],
    },
    { name: 'other', rows: [[true]], visibility: 'hidden' },
  ]);
  const workbook = fromXlsx(bytes);
  const [sheet, other] = workbook.sheets;
  expect([sheet!.name, sheet!.visibility, other!.name, other!.visibility]).toEqual([
    '记录',
    'Visible',
    'other',
    'Hidden',
  ]);
  expect([sheet!.value(1, 0), sheet!.value(1, 1), sheet!.value(2, 2)]).toEqual([
    '甲',
    46_303,
    { error: '#N/A' },
  ]);
  expect(sheet!.formatAt(1, 1).numberFormat).toBe('yyyy/m/d');
  expect(sheet!.merges).toEqual([{ top: 3, left: 0, bottom: 4, right: 1 }]);
  expect([sheet!.isRowHidden(2), sheet!.columns[1]?.hidden]).toEqual([true, true]);
});

test('grids of a file come out as they went in', () => {
  const bytes = readFileSync('assets/sample.xlsx');
  const file = readWorkbook(bytes);
  const cells = (name: string): unknown[] => file.grid(name).rows.map((row) => trimmed(row));
  for (const grid of toGrids(fromXlsx(bytes))) {
    expect(grid.rows.map((row) => trimmed(row))).toEqual(cells(grid.sheet).slice(0, grid.rows.length));
    const { hiddenRows, hiddenColumns, merges, visibility } = file.grid(grid.sheet);
    expect([grid.hiddenRows, grid.hiddenColumns, grid.merges, grid.visibility]).toEqual([
      hiddenRows,
      hiddenColumns,
      merges,
      visibility,
    ]);
  }
});

function trimmed(row: readonly unknown[]): unknown[] {
  const last = row.findLastIndex((value) => value !== null);
  return row.slice(0, last + 1);
}

test('listeners hear of every change, with the block and who made it', () => {
  const workbook = fromLiteral({ A: [[1, 2]] });
  const heard: string[] = [];
  const stop = workbook.onChange((change: Change) => {
    heard.push('block' in change ? `${change.kind} ${change.block.top},${change.block.left}` : change.kind);
  });
  const [sheet] = workbook.sheets;
  workbook.enter(sheet!, 3, 1, 'x');
  workbook.entered(sheet!, { top: 3, left: 1, bottom: 3, right: 1 }, 'user');
  workbook.merge(sheet!, { top: 5, left: 0, bottom: 5, right: 1 }, 'addin');
  workbook.setFormat(sheet!, { top: 0, left: 0, bottom: 0, right: 1 }, 'font.bold', true);
  workbook.setColumnWidth(sheet!, 2, 2, 90);
  workbook.addSheet('B');
  stop();
  workbook.addSheet('C');
  expect(heard).toEqual(['contents 3,1', 'merges', 'format 0,0', 'sizes 0,2', 'sheetAdded']);
});
