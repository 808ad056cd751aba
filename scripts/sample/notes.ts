import type { LiteralSheet } from '../../src/workbook/xlsx';
import { COMPANY } from './people';

export const NOTES = '说明';

/** The team's own page of habits. */
export function notes(): LiteralSheet {
  return {
    name: NOTES,
    rows: [
      [{ value: `${COMPANY} 质检与考勤资料`, bold: true }],
      [],
      ['1. “每日统计”每月2日前从考勤系统导出后整张贴入,不要改列。'],
      ['2. “质检记录”当天登记;重名的同事(刘洋)一定写工号;条款记不清可以先空着。'],
      ['3. 绩效比例和警告写在“处理”里;申诉成立的不删行,在“申诉状态”注明。'],
      ['4. “9月汇总”用公式统计,10月起准备改用新办法。'],
      ['5. 班次:早班 09:00-17:30,晚班 14:30-23:00,夜班 22:30-次日07:00。'],
      [],
      [{ value: '维护:苗婧  最近更新:2026-11-02', color: '7F7F7F' }],
    ],
    columnWidths: [80],
  };
}
