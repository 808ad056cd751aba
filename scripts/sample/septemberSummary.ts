import type { LiteralCell, LiteralSheet } from '../../src/workbook/xlsx';
import { banner, cell, centred, formula, head, title } from './looks';
import { COMPANY, MEMBERS } from './people';
import { SEPTEMBER, type Violation } from './violations';
import { LOG } from './violationLog';

export const SUMMARY = '9月汇总';

const HEADERS = ['工号', '姓名', '班组', '违规条数', '扣分合计', '罚款合计', '得分', '备注'];
const FIRST_ROW = 3;
/** Formulas compare real dates only: a date typed as text is not counted, which the team has not noticed. */
const WITHIN = `${LOG}!$B$4:$B$60,">="&DATE(2026,9,1),${LOG}!$B$4:$B$60,"<="&DATE(2026,9,30)`;
const CONDITIONS = `${LOG}!$C$4:$C$60,$A#,${WITHIN},${LOG}!$L$4:$L$60,"<>申诉成立"`;

/** The summary the team keeps with formulas over its own log. */
export function septemberSummary(): LiteralSheet {
  const members = MEMBERS.filter((member) => member.joined < '2026-10-01');
  const last = FIRST_ROW + members.length - 1;
  const counted = (id: string): Violation[] =>
    SEPTEMBER.filter((line) => line.id === id && line.dateText === undefined && line.appeal !== '申诉成立');
  const sum = (lines: readonly Violation[], of: (line: Violation) => number | undefined): number =>
    lines.reduce((added, line) => added + (of(line) ?? 0), 0);
  const all = members.flatMap((member) => counted(member.id));
  const bottom = (column: string, value: number): LiteralCell =>
    formula(`SUM(${column}${FIRST_ROW}:${column}${last})`, value, { bold: true, fill: 'F2F2F2' });
  return {
    name: SUMMARY,
    rows: [
      banner(title(`${COMPANY} 2026年9月质检扣分汇总`), HEADERS.length),
      HEADERS.map((header) => head(header)),
      ...members.map((member, at) => {
        const row = FIRST_ROW + at;
        const where = CONDITIONS.replace('$A#', `$A${row}`);
        const lines = counted(member.id);
        const points = sum(lines, (line) => line.points);
        return [
          centred(member.id),
          centred(member.name),
          centred(member.moved?.from ?? member.team),
          formula(`COUNTIFS(${where})`, lines.length),
          formula(`SUMIFS(${LOG}!$I$4:$I$60,${where})`, points),
          formula(
            `SUMIFS(${LOG}!$J$4:$J$60,${where})`,
            sum(lines, (line) => line.fine),
          ),
          formula(`10-E${row}`, 10 - points),
          cell(null),
        ];
      }),
      [
        { value: '合计', bold: true, fill: 'F2F2F2', border: 'thin', align: 'center' },
        cell(null),
        cell(null),
        bottom('D', all.length),
        bottom(
          'E',
          sum(all, (line) => line.points),
        ),
        bottom(
          'F',
          sum(all, (line) => line.fine),
        ),
        cell(null),
        cell(null),
      ],
    ],
    merges: ['A1:H1'],
    columnWidths: [9, 10, 11, 10, 10, 10, 9, 24],
    rowHeights: { 0: 26 },
    freeze: { rows: 2, columns: 0 },
  };
}
