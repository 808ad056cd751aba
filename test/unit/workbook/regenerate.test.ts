import { NumberKind } from '../../../src/workbook/grid';
import { planDiff, regenerate } from '../../../src/workbook/regenerate';
import {
  allValues,
  find,
  gridOf,
  planned,
  smallPlan,
  type,
  written,
  type EditedTab,
  type SmallOptions,
  type SmallRecord,
} from './support/tab';

const people: readonly SmallRecord[] = [
  { id: 'AAAA0001', name: '张三', points: -2 },
  { id: 'AAAA0002', name: '李四', points: 0 },
  { id: 'AAAA0003', name: '王五', points: -5 },
];

const first = (records = people, options?: SmallOptions) =>
  regenerate(undefined, smallPlan(records, options)).plan;
const again = (tab: EditedTab, records = people, options?: SmallOptions) => {
  const plan = smallPlan(records, options);
  return regenerate(gridOf(tab, plan), plan);
};
const NOTE = 3;

describe('making a tab anew', () => {
  test('changes nothing where nothing changed', () => {
    const tab = written(first());
    const { plan, conflicts } = again(tab);
    expect(planDiff(gridOf(tab, plan), plan)).toEqual({ changed: 0, first: [] });
    expect(plan).toEqual(first());
    expect(conflicts).toEqual([]);
  });

  test('adds one hidden column and leaves the rest of the plan as it is', () => {
    const plan = smallPlan(people);
    const sealed = first();
    expect(sealed.columns.slice(0, -1)).toEqual(plan.columns);
    expect(sealed.columns.at(-1)).toMatchObject({ hidden: true });
    expect(
      sealed.rows.map((row) => row.cells.slice(0, plan.columns.length).filter((cell) => cell !== null)),
    ).toEqual(
      plan.rows.map((row) =>
        row.cells
          .map((cell) => (cell?.value === '' ? { ...cell, value: null } : cell))
          .filter((cell) => cell !== null),
      ),
    );
    expect(sealed.merges).toEqual(plan.merges);
    expect(sealed.charts).toEqual(plan.charts);
    expect(sealed.print).toEqual(plan.print);
  });

  test('keeps notes, numbers and dates in hand columns', () => {
    const tab = written(first());
    type(tab, 3, NOTE, '=SUM(A1)\n-2 分\t@all');
    type(tab, 4, NOTE, 12.5);
    type(tab, 5, NOTE + 1, 46_304, NumberKind.Date);
    const { plan } = again(tab);
    expect(planned(plan, 'AAAA0001', '备注')).toBe('=SUM(A1)\n-2 分\t@all');
    expect(plan.rows[4]!.cells[NOTE]).toEqual({ value: 12.5, style: 'handNumber' });
    expect(plan.rows[5]!.cells[NOTE + 1]).toEqual({ value: 46_304, style: 'handDate' });
    expect(plan.rows[3]!.height).toBeGreaterThan(20);
  });

  test('finds entries again after sorting, moving columns and inserting rows', () => {
    const tab = written(first());
    type(tab, 3, NOTE, '甲');
    type(tab, 5, NOTE, '丙');
    tab.rows.splice(3, 3, ...tab.rows.slice(3, 6).reverse());
    for (const row of tab.rows) if (row.length > 5) row.unshift(...row.splice(NOTE, 1));
    tab.rows.splice(4, 0, []);
    const { plan, conflicts } = again(tab);
    expect(planned(plan, 'AAAA0001', '备注')).toBe('甲');
    expect(planned(plan, 'AAAA0003', '备注')).toBe('丙');
    expect(conflicts).toEqual([]);
    expect(plan.rows).toHaveLength(first().rows.length);
  });

  test('finds entries by headers in the other language', () => {
    const tab = written(first());
    type(tab, 3, NOTE, '甲');
    const plan = smallPlan(people, { language: 'en' });
    const made = regenerate(gridOf(tab, plan), plan);
    expect(planned(made.plan, 'AAAA0001', 'Notes')).toBe('甲');
    expect(made.plan.columns).toHaveLength(plan.columns.length + 1);
    expect(made.conflicts).toEqual([]);
  });

  test('marks records that are gone, keeps what was written, and takes them back', () => {
    const tab = written(first());
    type(tab, 4, NOTE, '请假');
    const { plan } = again(tab, [people[0]!, people[2]!]);
    expect(planned(plan, 'AAAA0002', '状态')).toBe('已撤销');
    expect(planned(plan, 'AAAA0002', '备注')).toBe('请假');
    expect(planned(plan, 'AAAA0002', '姓名')).toBe('李四');
    const row = plan.rows.find(({ id }) => id === 'AAAA0002');
    expect(row?.cells[0]?.style).toBe('withdrawn');
    expect(plan.table?.lastRow).toBe(5);
    expect(plan.filter?.bottom).toBe(5);
    expect(plan.validations?.[0]?.range).toEqual({ top: 3, left: 4, bottom: 5, right: 4 });
    expect(plan.charts?.[0]?.categories).toMatchObject({ top: 3, bottom: 4 });

    const second = again(written(plan), [people[0]!, people[2]!]);
    expect(planDiff(gridOf(written(plan), plan), second.plan).changed).toBe(0);
    const back = again(written(plan));
    expect(planned(back.plan, 'AAAA0002', '状态')).toBe('完整');
    expect(planned(back.plan, 'AAAA0002', '备注')).toBe('请假');
    expect(back.plan.rows).toHaveLength(first().rows.length);
    expect(back.conflicts).toEqual([]);
  });

  test('drops rows of a list that holds no records unless something was entered', () => {
    const tab = written(first(people, { keep: 'entered' }));
    type(tab, 4, NOTE, '请假');
    const { plan } = again(tab, [], { keep: 'entered' });
    expect(plan.rows.map(({ id }) => id).filter((id) => id?.startsWith('AAAA'))).toEqual(['AAAA0002']);
  });

  test('moves what stands below when rows are added', () => {
    const { plan } = again(
      written(first()),
      [...people, { id: 'AAAA0004', name: '赵六', points: 1 }].slice(1),
    );
    const sealed = first();
    expect(plan.table?.lastRow).toBe(6);
    expect(plan.charts?.[0]?.anchor.top).toBe((sealed.charts?.[0]?.anchor.top ?? 0) + 1);
    expect(plan.rows.at(-1)?.id).toBe('signatures');
  });

  test('carries columns and rows that a person added', () => {
    const tab = written(first());
    const right = first().columns.length;
    type(tab, 2, right, '奖金');
    type(tab, 3, right, 300);
    type(tab, 5, right, '无');
    tab.rows.splice(5, 0, []);
    type(tab, 5, 0, '合计');
    type(tab, 5, 1, -7);
    const last = tab.rows.length;
    type(tab, last + 1, 0, '以上由李主任核对');
    const { plan } = again(tab);
    expect(planned(plan, 'AAAA0001', '奖金')).toBe(300);
    expect(planned(plan, 'AAAA0002', '奖金')).toBeNull();
    expect(planned(plan, 'AAAA0003', '奖金')).toBe('无');
    const total = plan.rows.findIndex((row) => row.cells[0]?.value === '合计');
    expect(total).toBe(6);
    expect(plan.rows[total]?.cells[1]).toEqual({ value: -7, style: 'handNumber' });
    expect(plan.table?.lastRow).toBe(6);
    expect(plan.rows.at(-1)?.cells[0]?.value).toBe('以上由李主任核对');
    expect(plan.filter?.right).toBe(right);
    expect(planDiff(gridOf(written(plan), plan), again(written(plan)).plan).changed).toBe(0);
  });

  test('keeps a column that a person put among ours', () => {
    const tab = written(first());
    for (const row of tab.rows) row.splice(1, 0, { value: null, kind: 0 });
    type(tab, 2, 1, '岗位');
    type(tab, 4, 1, '早班');
    const { plan, conflicts } = again(tab);
    expect(planned(plan, 'AAAA0002', '岗位')).toBe('早班');
    expect(planned(plan, 'AAAA0002', '姓名')).toBe('李四');
    expect(conflicts).toEqual([]);
  });

  test('does not take a made column of last time for one of a person', () => {
    const tab = written(first(people, { fine: true }));
    const { plan } = again(tab);
    expect(plan.columns).toHaveLength(first().columns.length);
    expect(allValues(plan)).not.toContain('罚款');
  });

  test('keeps what a person wrote in a row of their own under a column that is gone', () => {
    const tab = written(first(people, { fine: true }));
    tab.rows.splice(6, 0, []);
    type(tab, 6, 2, '见附件');
    expect(allValues(again(tab).plan)).toContain('见附件');
  });

  test('overwrites values typed over made cells and says so', () => {
    const tab = written(first());
    type(tab, 3, 1, -9);
    type(tab, 0, 0, '我的标题');
    type(tab, 2, 1, '扣分');
    const { plan, conflicts } = again(tab, [{ ...people[0]!, points: -3 }, ...people.slice(1)]);
    expect(planned(plan, 'AAAA0001', '分值')).toBe(-3);
    expect(plan.rows[0]?.cells[0]?.value).toBe('2026年10月绩效');
    expect(conflicts.map(({ code, address, params }) => [code, address, params.found, params.made])).toEqual([
      ['MADE_HEADER_OVERWRITTEN', 'B3', '扣分', '分值'],
      ['MADE_CELL_OVERWRITTEN', 'A1', '我的标题', '2026年10月绩效'],
      ['MADE_CELL_OVERWRITTEN', 'B4', '-9', '-3'],
    ]);
  });

  test('does not report data that changed', () => {
    expect(
      again(
        written(first()),
        people.map((person) => ({ ...person, points: -8 })),
      ).conflicts,
    ).toEqual([]);
  });

  test('keeps names behind signature labels', () => {
    const tab = written(first());
    const { row } = find(tab, '制表人：');
    type(tab, row, 0, '制表人：陈静');
    type(tab, row, 3, '周明');
    const { plan, conflicts } = again(tab, people.slice(1), { notes: [] });
    const line = plan.rows.find(({ id }) => id === 'signatures');
    expect(line?.cells[0]?.value).toBe('制表人：陈静');
    expect(line?.cells[2]?.value).toBe('审核人：');
    expect(line?.cells[3]?.value).toBe('周明');
    expect(conflicts).toEqual([]);
    const next = written(plan);
    expect(planDiff(gridOf(next, plan), again(next, people.slice(1), { notes: [] }).plan).changed).toBe(0);
  });

  test('lets a proposal in a hand cell follow the data until a person changes it', () => {
    const proposing = (note: string, records = people) => {
      const plan = smallPlan(records);
      const rows = plan.rows.map((row) =>
        row.id?.startsWith('AAAA') === true
          ? {
              ...row,
              cells: row.cells.map((cell, column) =>
                column === NOTE ? { value: note, style: 'hand' as const } : cell,
              ),
            }
          : row,
      );
      return { ...plan, rows };
    };
    const run = (tab: EditedTab, plan = proposing('二级')) => regenerate(gridOf(tab, plan), plan).plan;
    const tab = written(regenerate(undefined, proposing('一级')).plan);
    type(tab, 4, NOTE, '三级');
    const plan = run(tab);
    expect(['AAAA0001', 'AAAA0002', 'AAAA0003'].map((id) => planned(plan, id, '备注'))).toEqual([
      '二级',
      '三级',
      '二级',
    ]);
    expect(run(written(plan)).rows).toEqual(plan.rows);
    expect(planned(run(written(plan), proposing('四级')), 'AAAA0002', '备注')).toBe('三级');
    const gone = run(written(plan), proposing('四级', people.slice(1)));
    expect(planned(gone, 'AAAA0001', '备注')).toBe('二级');
    expect(planned(gone, 'AAAA0003', '备注')).toBe('四级');
  });

  test('finds records whose number or hidden mark was deleted', () => {
    const tab = written(first());
    type(tab, 3, NOTE, '甲');
    type(tab, 4, NOTE, '乙');
    type(tab, 3, 5, null);
    tab.rows[4]!.pop();
    const { plan } = again(tab);
    expect(planned(plan, 'AAAA0001', '备注')).toBe('甲');
    expect(planned(plan, 'AAAA0002', '备注')).toBe('乙');
    expect(plan.rows).toHaveLength(first().rows.length);
  });

  test('works without the hidden column', () => {
    const tab = written(first());
    for (const row of tab.rows) if (row.length > 6) row.splice(6, 1);
    type(tab, 3, NOTE, '甲');
    type(tab, 4, NOTE, '乙');
    const { plan, conflicts } = again(tab, people.slice(1));
    expect(planned(plan, 'AAAA0001', '状态')).toBe('已撤销');
    expect(planned(plan, 'AAAA0001', '备注')).toBe('甲');
    expect(planned(plan, 'AAAA0002', '备注')).toBe('乙');
    expect(plan.rows.filter((row) => row.cells[0]?.value === '规程：某规程')).toHaveLength(1);
    expect(conflicts).toEqual([]);
  });

  test('keeps a copied row as a row of its own, without the number', () => {
    const tab = written(first());
    type(tab, 3, NOTE, '甲');
    tab.rows.splice(
      6,
      0,
      tab.rows[3]!.map((cell) => ({ ...cell })),
    );
    type(tab, 6, NOTE, '又一条');
    const { plan, conflicts } = again(tab);
    expect(planned(plan, 'AAAA0001', '备注')).toBe('甲');
    expect(allValues(plan)).toContain('又一条');
    expect(allValues(plan).filter((value) => value === 'AAAA0001')).toHaveLength(1);
    expect(conflicts.map(({ code }) => code)).toEqual(['RECORD_COPIED']);
  });

  test('keeps everything on a tab whose header row was deleted', () => {
    const tab = written(first());
    type(tab, 3, NOTE, '甲');
    tab.rows.splice(2, 1);
    const { plan, conflicts } = again(tab);
    expect(planned(plan, 'AAAA0001', '备注')).toBe('甲');
    expect(conflicts.map(({ code }) => code)).toContain('LIST_HEADER_MISSING');
  });

  test('keeps the text of a tab that is nothing like the plan', () => {
    const tab: EditedTab = { rows: [] };
    type(tab, 0, 0, '别的内容');
    type(tab, 5, 30, 7);
    const { plan } = again(tab);
    expect(allValues(plan)).toEqual(expect.arrayContaining(['别的内容', 7]));
    expect(plan.rows[0]?.cells[0]?.value).toBe('2026年10月绩效');
  });

  test('holds texts that cells cannot keep as they are', () => {
    const odd = { id: 'AAAA0009', name: 'a\ud800b\u0000c[]:*?/\\\r\nd', points: 0 };
    const plan = first([odd]);
    expect(planned(plan, 'AAAA0009', '姓名')).toBe('a\ufffdbc[]:*?/\\\nd');
    expect(planDiff(gridOf(written(plan), plan), again(written(plan), [odd]).plan).changed).toBe(0);
    const tab = written(plan);
    type(tab, 3, NOTE, '长'.repeat(32_767));
    expect(String(planned(again(tab, [odd]).plan, 'AAAA0009', '备注'))).toHaveLength(32_767);
  });
});
