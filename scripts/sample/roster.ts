import type { LiteralSheet } from '../../src/workbook/xlsx';
import { cell, centred, day, head } from './looks';
import { MEMBERS } from './people';

export const ROSTER = '人员名单';

const HEADERS = [
  '工号',
  '姓名',
  '班组',
  '岗位',
  '部门',
  '入职日期',
  '离职日期',
  '原班组',
  '调组日期',
  '备注',
];

export function roster(): LiteralSheet {
  return {
    name: ROSTER,
    rows: [
      HEADERS.map((header) => head(header)),
      ...MEMBERS.map((member) => [
        centred(member.id),
        centred(member.name),
        centred(member.team),
        centred(member.role),
        centred('客服部'),
        day(member.joined),
        member.left === undefined ? centred(null) : day(member.left),
        centred(member.moved?.from ?? null),
        member.moved ? day(member.moved.on) : centred(null),
        cell(member.remark ?? null),
      ]),
    ],
    columnWidths: [9, 10, 11, 10, 9, 12, 12, 11, 12, 30],
    freeze: { rows: 1, columns: 2 },
    filter: `A1:J${MEMBERS.length + 1}`,
  };
}
