import { openExcel, type OpenedExcel } from '../excel/support/openExcel';

let excel: OpenedExcel;
afterEach(() => {
  excel.dispose();
});

const opened = (rows: (string | number | boolean | null)[][]): OpenedExcel => {
  excel = openExcel({ sheets: { Sheet1: rows, 'My data': [[10], [20]] } });
  return excel;
};

test.each<[formula: string, value: unknown]>([
  ['=1+2*3', 7],
  ['=-2^2', 4],
  ['=(1+2)*3%', 0.09],
  ['=0.1+0.2', 0.3],
  ['="a"&1&TRUE', 'a1TRUE'],
  ['=1/0', { error: '#DIV/0!' }],
  ['=IFERROR(1/0,"none")', 'none'],
  ['="abc"="ABC"', true],
  ['="b">5', true],
  ['=SUM(B1:B3)', 6],
  ["=SUM('My data'!A1:A2)", 30],
  ['=SUM(B:B)', 6],
  ['=VLOOKUP("乙",C1:D3,2,FALSE)', 80],
  ['=VLOOKUP("丁",C1:D3,2,FALSE)', { error: '#N/A' }],
  ['=INDEX(D1:D3,MATCH("丙",C1:C3,0))', 70],
  ['=XLOOKUP("甲",C1:C3,D1:D3)', 90],
  ['=COUNTIF(D1:D3,">75")', 2],
  ['=SUMIFS(D1:D3,C1:C3,"乙")', 80],
  ['=IF(B1>5,"big","small")', 'small'],
  ['=AND(TRUE,1)', true],
  ['=TEXT(46327,"yyyy-mm-dd")', '2026-11-01'],
  ['=DATE(2026,11,1)', 46_327],
  ['=TODAY()', 46_328],
  ['=ROW(A7)', 7],
  ['=COLUMNS(A1:C1)', 3],
  ['=SUMPRODUCT(B1:B3*D1:D3)', 460],
  ['=LET(x,2,y,x*3,y+1)', 7],
  ['=NOSUCH(1)', { error: '#NAME?' }],
  ['=nosuch', { error: '#NAME?' }],
  ['=Missing!A1', { error: '#REF!' }],
  ['=Z99', 0],
  ['=ROUND(2.345,2)', 2.35],
  ['=SUM(1,,2)', 3],
  ['=LEFT("绩效汇总",2)', '绩效'],
])('%s gives %p', (formula, value) => {
  opened([
    [formula, 1, '甲', 90],
    [null, 2, '乙', 80],
    [null, 3, '丙', 70],
  ]);
  expect(excel.values('Sheet1', 'A1')).toEqual([[value]]);
});

test('a change reaches all that depend on it, through sheets and names', () => {
  opened([[1, '=A1*2', '=B1+Rate', "='My data'!A1+C1"]]);
  excel.workbook.names.push({
    id: 'n',
    name: 'Rate',
    formula: "='My data'!$A$2",
    visible: true,
    comment: '',
  });
  excel.workbook.engine.namesChanged();
  expect(excel.values('Sheet1', 'B1:D1')).toEqual([[2, 22, 32]]);
  excel.edit('Sheet1', 'A1', 5);
  excel.edit('My data', 'A2', 100);
  expect(excel.values('Sheet1', 'B1:D1')).toEqual([[10, 110, 120]]);
});

test('a long chain is calculated in order', () => {
  opened(Array.from({ length: 3000 }, (_, i) => [i === 0 ? 1 : `=A${i}+1`]));
  expect(excel.values('Sheet1', 'A3000')).toEqual([[3000]]);
  excel.edit('Sheet1', 'A1', 11);
  expect(excel.values('Sheet1', 'A3000')).toEqual([[3010]]);
});

test('circular formulas give 0 and do not hang', () => {
  opened([['=B1+1', '=A1+1', '=A1+5']]);
  expect(excel.values('Sheet1', 'A1:C1')).toEqual([[0, 0, 5]]);
});

test('rows of values spill, give way and come back', () => {
  opened([['=SEQUENCE(3,2)', null, '=SUM(A1#)']]);
  expect(excel.values('Sheet1', 'A1:C3')).toEqual([
    [1, 2, 21],
    [3, 4, null],
    [5, 6, null],
  ]);
  excel.edit('Sheet1', 'B2', 'mine');
  expect(excel.values('Sheet1', 'A1:B3')).toEqual([
    [{ error: '#SPILL!' }, null],
    [null, 'mine'],
    [null, null],
  ]);
  excel.edit('Sheet1', 'B2', '');
  expect(excel.values('Sheet1', 'A1:B3')).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
});

test('formulas follow inserted and deleted rows, new sheet names and deleted sheets', async () => {
  opened([[1], [2], ['=SUM(A1:A2)', '=$A$2'], ["='My data'!A2"]]);
  const formulas = (): Promise<unknown> =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getUsedRange();
      range.load('formulas');
      await context.sync();
      return (range.formulas as unknown[][]).map((row) => row.filter((cell) => String(cell).startsWith('=')));
    });
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('2:2').insert('Down');
    context.workbook.worksheets.getItem('My data').name = 'Data';
    await context.sync();
  });
  expect(await formulas()).toEqual([[], [], [], ['=SUM(A1:A3)', '=$A$3'], ['=Data!A2']]);
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A3').delete('Up');
    context.workbook.worksheets.getItem('Data').delete();
    await context.sync();
  });
  expect(await formulas()).toEqual([[], [], ['=SUM(A1:A2)'], ['=#REF!', '=#REF!']]);
});
