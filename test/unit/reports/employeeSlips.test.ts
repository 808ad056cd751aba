import { employeeSlipsPlans } from '../../../src/reports/employeeSlips';
import { regenerate } from '../../../src/workbook/regenerate';
import type { SheetPlan } from '../../../src/workbook/sheetPlan';
import { record } from '../../support/scoring';
import { allValues, find, gridOf, type, written } from '../workbook/support/tab';
import { input, texts } from './support';

const records = [
  record({ subject: '甲', clause: 'GM-02', date: '2026-10-03', at: ['质检', 3] }),
  record({ subject: '甲', clause: 'GM-09', date: '2026-10-09', value: '12', at: ['质检', 4] }),
  record({ subject: '乙', clause: 'GM-12', date: '2026-10-12', chosenPct: '30', at: ['质检', 5] }),
];
const made = (subjects: readonly string[] = ['甲', '乙', '丙'], language: 'zh' | 'en' = 'zh'): SheetPlan =>
  employeeSlipsPlans(
    input(
      'GM',
      records.filter(({ subject }) => subjects.includes(subject)),
      { subjects },
    ),
    language,
  )[0]!;
const rowsOf = (plan: SheetPlan, name: string) => {
  const id = plan.rows
    .find((row) => row.id?.endsWith(':who') && row.cells[1]?.value === name)
    ?.id?.split(':')[0];
  return plan.rows.filter((row) => row.id?.startsWith(`${id}:`));
};
const lines = (plan: SheetPlan, name: string) =>
  rowsOf(plan, name).map((row) =>
    row.cells.flatMap((cell) =>
      cell?.value === undefined || cell.value === null || cell.value === '' ? [] : [cell.value],
    ),
  );

describe('employee slips', () => {
  test('give each person a page in portrait', () => {
    const plan = made();
    expect(plan.print).toMatchObject({ orientation: 'portrait', fitToWidth: true });
    const titles = plan.rows.flatMap((row, index) => (row.id?.endsWith(':title') ? [index] : []));
    expect(titles).toHaveLength(3);
    expect(plan.print.pageBreaks).toEqual(titles.slice(1));
  });

  test('hold own entries only, with the arithmetic, and what was checked', () => {
    const plan = made();
    expect(lines(plan, '甲')).toEqual(
      expect.arrayContaining([
        ['得分', '10 − 2 = 8', '名次', '第 2 名，共 3 名'],
        ['建议', '扣减 20 元'],
        [46_298, 'GM-02', '不在线或未及时应答\n发生 1 次；扣 2 分；罚款 20 元', 1, -2, '20 元', '质检!3'],
        ['查过未计（1 条）'],
        [46_304, 'GM-09', '申诉处理超过 15 分钟\n12 分钟，未超过 15 分钟，不计', 0, 0, '质检!4'],
      ]),
    );
    expect(lines(plan, '乙')).toEqual(
      expect.arrayContaining([
        ['得分', '10 − 3 = 7', '名次', '第 3 名，共 3 名'],
        ['建议', '扣绩效 30%'],
      ]),
    );
    expect(JSON.stringify(lines(plan, '丙'))).not.toMatch(/GM-02|GM-12/);
    expect(lines(plan, '丙')).toContainEqual(['得分', '10 + 5 = 15', '名次', '第 1 名，共 3 名']);
  });

  test('says how a floored score came about', () => {
    const costly = Array.from({ length: 6 }, (_, i) =>
      record({ subject: '甲', clause: 'GM-02', date: `2026-10-0${i + 1}`, at: ['质检', i] }),
    );
    const plan = employeeSlipsPlans(input('GM', costly), 'zh')[0]!;
    expect(texts(plan)).toContain('10 − 2 − 2 − 2 − 2 − 2 − 2 = −2 → 0');
  });

  test('leaves cells to sign', () => {
    const confirm = rowsOf(made(), '甲').find((row) => row.id?.endsWith(':confirm'));
    expect(confirm?.cells[0]?.value).toBe('员工确认');
    expect([confirm?.cells[1]?.style, confirm?.cells[4]?.style]).toEqual(['hand', 'handDateLong']);
  });

  test('keeps what people signed when slips are made anew, whoever came or went', () => {
    const tab = written(regenerate(undefined, made()).plan);
    const sign = (name: string, opinion: string): void => {
      const { row } = find(tab, name);
      const at = (part: string): number => {
        for (let index = row; ; index += 1) if (tab.rows[index]?.[0]?.value === part) return index;
      };
      type(tab, at('员工意见'), 1, opinion);
      type(tab, at('员工确认'), 1, name);
      type(tab, at('员工确认'), 4, 46_327, 1);
    };
    sign('甲', '无异议');
    sign('乙', '请核对 10 月 12 日的记录');
    tab.rows.splice(1, 0, []);
    const plan = made(['甲', '丙', '丁']);
    const next = regenerate(gridOf(tab, plan), plan);
    expect(next.conflicts).toEqual([]);
    expect(lines(next.plan, '甲')).toEqual(
      expect.arrayContaining([
        ['员工意见', '无异议', expect.anything()],
        ['员工确认', '甲', '日期', 46_327, expect.anything()],
      ]),
    );
    const gone = next.plan.rows.findIndex((row) => String(row.cells[0]?.value).startsWith('已撤销'));
    expect(gone).toBeGreaterThan(0);
    expect(next.plan.print.pageBreaks).toContain(gone);
    expect(allValues(next.plan)).toEqual(expect.arrayContaining(['请核对 10 月 12 日的记录', '乙']));
    const again = regenerate(gridOf(written(next.plan), plan), plan);
    expect(again.plan.rows).toEqual(next.plan.rows);
    expect(again.conflicts).toEqual([]);
  });

  test('takes another tab from the thousand-and-first slip on', () => {
    const subjects = Array.from({ length: 1003 }, (_, i) => `人${String(i).padStart(4, '0')}`);
    const plans = employeeSlipsPlans(input('GM', [], { subjects }), 'zh');
    expect(plans.map(({ id, name }) => [id, name])).toEqual([
      ['employeeSlips:2026-10', '员工单'],
      ['employeeSlips2:2026-10', '员工单2'],
    ]);
    expect(plans.map(({ print }) => print.pageBreaks?.length)).toEqual([999, 2]);
  });
});
