import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MEMBERS, memberOf } from '../../scripts/sample/people';
import { shiftOn } from '../../scripts/sample/shifts';
import { NOT_CHARGED, RESULTS, SET_ASIDE } from '../../scripts/sample/truth';
import { NOVEMBER, OCTOBER, SEPTEMBER } from '../../scripts/sample/violations';
import { sampleWorkbook } from '../../scripts/sample/workbook';
import { readWorkbook } from '../../src/workbook/xlsx';

const FILE = path.join(__dirname, '../../assets/sample.xlsx');

describe('sample workbook', () => {
  test('the committed file is what the script writes', () => {
    expect(Buffer.from(sampleWorkbook()).equals(readFileSync(FILE))).toBe(true);
  });

  test('sheets in order', () => {
    expect(readWorkbook(readFileSync(FILE)).sheets.map((sheet) => sheet.name)).toEqual([
      '说明',
      '人员名单',
      '每日统计',
      '质检记录',
      '投诉登记',
      '月度指标',
      '9月汇总',
    ]);
  });

  test('everyone logged was on the shift that the log names', () => {
    const wrong = [...SEPTEMBER, ...OCTOBER, ...NOVEMBER].filter(
      (line) => line.id !== undefined && shiftOn(memberOf(line.id), line.date)?.name !== line.shift,
    );
    expect(wrong).toEqual([]);
  });

  test('the truth covers everyone and no row twice', () => {
    const shared = MEMBERS.filter(({ name }, at) => MEMBERS.some((one, i) => i !== at && one.name === name));
    const keys = MEMBERS.map((member) =>
      shared.includes(member) ? `${member.name}(${member.id})` : member.name,
    );
    expect(Object.keys(RESULTS).sort()).toEqual(keys.sort());
    const rows = [...SET_ASIDE, ...NOT_CHARGED].map(({ sheet, row }) => `${sheet}!${row}`);
    expect(new Set(rows).size).toBe(rows.length);
  });
});
