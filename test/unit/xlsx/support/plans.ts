import type { PlanCell, SheetPlan } from '../../../../src/workbook/sheetPlan';
import type { StyleName } from '../../../../src/workbook/styles';

export const cell = (value: PlanCell['value'], style: StyleName = 'text'): PlanCell => ({ value, style });

/** A plan of a title, a header and these records. */
export function planOf(
  records: readonly (readonly [string, number])[],
  more: Partial<SheetPlan> = {},
): SheetPlan {
  return {
    id: 'performance:2026-10',
    name: '绩效汇总',
    columns: [{ width: 12 }, { width: 10 }],
    rows: [
      { height: 30, cells: [cell('绩效汇总表', 'title')] },
      { cells: [cell('姓名', 'header'), cell('得分', 'header')] },
      ...records.map(([name, score]) => ({ id: name, cells: [cell(name), cell(score, 'decimal1')] })),
    ],
    print: { orientation: 'portrait', fitToWidth: true, footer: '第 &P 页 共 &N 页' },
    ...more,
  };
}

/** A plan that uses everything a plan can say. */
export const FULL_PLAN: SheetPlan = planOf(
  [
    ['周晓兰', 83.5],
    ['李雷', 58],
  ],
  {
    columns: [{ width: 12 }, { width: 10 }, { width: 6, hidden: true }],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    freeze: { rows: 2, columns: 1 },
    filter: { top: 1, left: 0, bottom: 3, right: 1 },
    validations: [{ range: { top: 2, left: 1, bottom: 3, right: 1 }, list: ['属实', '不"实"', 'a&b'] }],
    conditionalFormats: [
      {
        range: { top: 2, left: 1, bottom: 3, right: 1 },
        rule: { type: 'lessThan', value: 60 },
        style: { color: 'C00000', fill: 'FFC7CE' },
      },
      {
        range: { top: 2, left: 0, bottom: 3, right: 0 },
        rule: { type: 'equals', text: '李"雷' },
        style: { fill: 'C6EFCE' },
      },
      { range: { top: 2, left: 1, bottom: 3, right: 1 }, rule: { type: 'dataBar', color: '5B9BD5' } },
    ],
    charts: [
      {
        type: 'bar',
        title: '得分 <排名> & 对比',
        categories: { top: 2, left: 0, bottom: 3, right: 0 },
        series: [{ name: '得分', values: { top: 2, left: 1, bottom: 3, right: 1 } }],
        anchor: { top: 5, left: 0, bottom: 15, right: 3 },
      },
      {
        type: 'line',
        title: '趋势',
        categories: { top: 2, left: 0, bottom: 3, right: 0 },
        series: [
          { name: '本月', values: { top: 2, left: 1, bottom: 3, right: 1 } },
          { name: '上月', values: { top: 2, left: 2, bottom: 3, right: 2 } },
        ],
        anchor: { top: 17, left: 0, bottom: 27, right: 3 },
      },
    ],
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: 1 },
      fitToWidth: true,
      footer: '第 &P 页 共 &N 页',
      pageBreaks: [16, 5, 0],
    },
  },
);
