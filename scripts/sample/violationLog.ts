import type { LiteralCell, LiteralSheet } from '../../src/workbook/xlsx';
import { banner, cell, centred, day, formula, head, note, title, total, wrapped } from './looks';
import { COMPANY } from './people';
import { NOVEMBER, OCTOBER, SEPTEMBER, type Violation } from './violations';

export const LOG = '质检记录';

const HEADERS = [
  '记录编号',
  '日期',
  '工号',
  '姓名',
  '班次',
  '违规描述',
  '条款',
  '时长(分钟)',
  '扣分',
  '罚款',
  '处理',
  '申诉状态',
  '备注',
];
const FIRST_ROW = 4;
const SUBTOTAL_ROW = FIRST_ROW + SEPTEMBER.length;
const OCTOBER_ROW = SUBTOTAL_ROW + 1;
const SECOND_SUBTOTAL_ROW = OCTOBER_ROW + OCTOBER.length;
const NOVEMBER_ROW = SECOND_SUBTOTAL_ROW + 1;
const SIGNATURE_ROW = NOVEMBER_ROW + NOVEMBER.length + 1;

/** The log with the row each line stands on (1-based). */
export const LOGGED: readonly { readonly row: number; readonly line: Violation }[] = [
  ...SEPTEMBER.map((line, at) => ({ row: FIRST_ROW + at, line })),
  ...OCTOBER.map((line, at) => ({ row: OCTOBER_ROW + at, line })),
  ...NOVEMBER.map((line, at) => ({ row: NOVEMBER_ROW + at, line })),
];

/** The 1-based row of the first line with this number, or of the repeated line. */
export function rowOf(no: string, repeated = false): number {
  const rows = LOGGED.filter(({ line }) => line.no === no).map(({ row }) => row);
  const row = repeated ? rows[1] : rows[0];
  if (row === undefined) throw new Error(`no line ${no}`);
  return row;
}

export function violationLog(): LiteralSheet {
  return {
    name: LOG,
    rows: [
      banner(title(`${COMPANY} 质检违规登记表`), HEADERS.length),
      banner(
        note('条款按《客服部积分奖惩制度细则》;时长填分钟;绩效比例写在“处理”里;申诉三个工作日内提交'),
        HEADERS.length,
      ),
      HEADERS.map((header) => head(header)),
      ...SEPTEMBER.map(cells),
      sumRow('9月小计', FIRST_ROW, SUBTOTAL_ROW - 1, SEPTEMBER),
      ...OCTOBER.map(cells),
      sumRow('10月小计', OCTOBER_ROW, SECOND_SUBTOTAL_ROW - 1, OCTOBER),
      ...NOVEMBER.map(cells),
      [],
      banner(
        '登记人:苗婧          质检主管签字:____________          客服经理签字:____________',
        HEADERS.length,
      ),
    ],
    merges: ['A1:M1', 'A2:M2', `A${SIGNATURE_ROW}:M${SIGNATURE_ROW}`],
    columnWidths: [13, 12, 9, 9, 7, 56, 9, 10, 7, 7, 22, 12, 58],
    rowHeights: { 0: 26, 2: 22 },
    freeze: { rows: 3, columns: 4 },
    filter: `A3:M${SIGNATURE_ROW - 2}`,
  };
}

function cells(line: Violation): LiteralCell[] {
  return [
    cell(line.no),
    line.dateText === undefined ? day(line.date) : centred(line.dateText),
    centred(line.id ?? null),
    centred(line.name),
    centred(line.shift ?? null),
    wrapped(line.what),
    centred(line.clause ?? null),
    centred(line.minutes ?? null),
    centred(line.points ?? null),
    centred(line.fine ?? null),
    cell(line.handling ?? null),
    centred(line.appeal ?? null),
    wrapped(line.remark ?? null),
  ];
}

function sumRow(label: string, from: number, to: number, lines: readonly Violation[]): LiteralCell[] {
  const sum = (column: string, of: (line: Violation) => number | undefined): LiteralCell =>
    formula(
      `SUM(${column}${from}:${column}${to})`,
      lines.reduce((added, line) => added + (of(line) ?? 0), 0),
      { bold: true, fill: 'F2F2F2' },
    );
  return [
    total(label),
    ...Array.from({ length: 7 }, () => total(null)),
    sum('I', (line) => line.points),
    sum('J', (line) => line.fine),
    total(null),
    total(null),
    total(null),
  ];
}
