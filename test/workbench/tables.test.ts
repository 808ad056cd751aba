import { openExcel, type OpenedExcel } from '../excel/support/openExcel';

let excel: OpenedExcel;
beforeEach(() => {
  excel = openExcel({ sheets: { Data: [['name', 'score']] } });
});
afterEach(() => {
  expect(excel.stats.unimplemented).toEqual({});
  excel.dispose();
});

const ROWS = [
  ['甲', 91],
  ['乙', 78],
  ['丙', 85],
  ['丁', 78],
];

async function makeTable(): Promise<void> {
  await excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem('Data').tables.add('A1:B1', true);
    table.name = 'Scores';
    table.rows.add(undefined, ROWS);
    await context.sync();
  });
}

test('the first rows take the place of the empty one; null leaves a cell empty', async () => {
  await makeTable();
  await excel.run(async (context) => {
    context.workbook.tables.getItem('Scores').rows.add(undefined, [['戊', null]] as unknown as string[][]);
    await context.sync();
  });
  expect(excel.values('Data', 'A1:B7')).toEqual([['name', 'score'], ...ROWS, ['戊', null], [null, null]]);
  expect(excel.workbook.sheet('Data')!.tables[0]!.block).toEqual({ top: 0, left: 0, bottom: 5, right: 1 });
});

test('the row of totals comes below the data and goes again', async () => {
  await makeTable();
  await excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Scores');
    table.worksheet.getRange('A6').values = [['below']];
    table.showTotals = true;
    await context.sync();
  });
  expect(excel.values('Data', 'A5:A7')).toEqual([['丁'], ['Total'], ['below']]);
  await excel.run(async (context) => {
    context.workbook.tables.getItem('Scores').showTotals = false;
    await context.sync();
  });
  expect(excel.values('Data', 'A5:A7')).toEqual([['丁'], ['below'], [null]]);
});

const shown = (): Promise<unknown[][]> =>
  excel.run(async (context) => {
    const view = context.workbook.tables.getItem('Scores').getDataBodyRange().getVisibleView().load('values');
    await context.sync();
    return view.values as unknown[][];
  });
const filter = async (apply: (filter: Excel.Filter) => void): Promise<unknown[]> => {
  await excel.run(async (context) => {
    apply(context.workbook.tables.getItem('Scores').columns.getItem('score').filter);
    await context.sync();
  });
  return (await shown()).map((row) => row[0]);
};

test('filters of a column hide the rows that do not pass', async () => {
  await makeTable();
  expect(await filter((f) => f.applyTopItemsFilter(2))).toEqual(['甲', '丙']);
  expect(await filter((f) => f.applyBottomItemsFilter(1))).toEqual(['乙', '丁']);
  // The average is 83.
  expect(await filter((f) => f.applyDynamicFilter('AboveAverage'))).toEqual(['甲', '丙']);
  expect(await filter((f) => f.applyCustomFilter('>80', '<90', 'And'))).toEqual(['丙']);
  expect(await filter((f) => f.applyValuesFilter(['91']))).toEqual(['甲']);
  expect(await filter((f) => f.clear())).toEqual(['甲', '乙', '丙', '丁']);
});

test('a table is told of selections inside it', async () => {
  await makeTable();
  const told: unknown[] = [];
  await excel.run(async (context) => {
    context.workbook.tables.getItem('Scores').onSelectionChanged.add((event) => {
      told.push([event.address, event.isInsideTable]);
      return Promise.resolve();
    });
    await context.sync();
  });
  excel.host.select('Data', 'B3:C3');
  excel.host.select('Data', 'F9');
  excel.host.select('Data', 'F10');
  await excel.settled();
  expect(told).toEqual([
    ['B3:C3', true],
    ['', false],
  ]);
});
