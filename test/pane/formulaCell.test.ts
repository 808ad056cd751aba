import { parseMonth } from '../../src/facts/date';
import { questionInCell } from '../../src/month/views/formulaCell';
import { askedBy } from '../../src/month/views/selection';
import type { CellValue, Grid } from '../../src/workbook/grid';

const grid = (sheet: string, rows: CellValue[][], madeBy?: string): Grid => ({
  sheet,
  rows,
  columnCount: 5,
  visibility: 'visible',
  merges: [],
  kinds: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  date1904: false,
  ...(madeBy === undefined ? {} : { madeBy }),
});

// 46296 is 1 October 2026
const grids = [
  grid('得分', [
    ['姓名', '月份'],
    ['江可', 46296],
  ]),
  grid("O'Neil 组", [['钟离舟', 202609]]),
  grid('绩效汇总', [[1, '邵明玥', 'LT1001']], 'performance:2026-09'),
];

const october = parseMonth('2026-10');
const september = parseMonth('2026-09');
const asked = (formula: string) => questionInCell({ sheet: '得分', address: 'C2', formula }, grids);

test.each([
  ['=QASCORE(A2,B2)', { name: 'QASCORE', subject: '江可', month: october }],
  ['=qascore( $A$2 , "2026-10" )', { name: 'QASCORE', subject: '江可', month: october }],
  ['=IF(A2="","",ROUND(QAFINE(A2,B2),2))', { name: 'QAFINE', subject: '江可', month: october }],
  ["=QARANK('O''Neil 组'!A1,'O''Neil 组'!B1)", { name: 'QARANK', subject: '钟离舟', month: september }],
  [
    '=QACOUNT("甲""乙",202610,"GM-02")',
    { name: 'QACOUNT', subject: '甲"乙', month: october, clause: 'GM-02' },
  ],
  ['=QASCORE(A2,B2,"PM")', { name: 'QASCORE', subject: '江可', month: october, rulebook: 'PM' }],
])('%s asks what it says', (formula, question) => {
  expect(asked(formula)).toEqual({ ok: true, question });
});

test.each([
  ['another function', '=SUM(A2,B2)'],
  ['a name that only ends like one', '=MYQASCORE(A2,B2)'],
  ['a call inside a text', '="QASCORE(A2)"&A2'],
  ['an argument that is calculated', '=QASCORE(A2&"","2026-10")'],
  ['a call without its end', '=QASCORE(A2,B2'],
  ['a text', 'QASCORE(A2,B2)'],
])('%s asks nothing', (_what, formula) => {
  expect(asked(formula)).toBeUndefined();
});

test('an argument that is missing or unclear is said', () => {
  expect(asked('=QASCORE(A9,B2)')).toMatchObject({
    ok: false,
    problem: { code: 'FORMULA_ARGUMENT_MISSING' },
  });
  expect(asked('=QASCORE(A2,"soon")')).toMatchObject({ ok: false, problem: { code: 'FORMULA_BAD_MONTH' } });
});

test('a tab of ours asks about its own month, a record names its row', () => {
  const inTab = askedBy({ sheet: '绩效汇总', address: 'A1', formula: '1' }, grids);
  expect(inTab).toEqual({ kind: 'row', texts: ['邵明玥', 'LT1001'], month: september, source: undefined });

  const onSheet = askedBy({ sheet: '得分', address: 'A2:B2', formula: '江可' }, grids);
  expect(onSheet).toEqual({
    kind: 'row',
    texts: ['江可', '江可'],
    month: undefined,
    source: { sheet: '得分', row: 2 },
  });
  expect(askedBy({ sheet: '得分', address: 'A9', formula: '' }, grids)).toBeUndefined();
});
