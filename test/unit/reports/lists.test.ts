import { detailsPlan } from '../../../src/reports/details';
import { exceptionsPlan } from '../../../src/reports/exceptions';
import { stableId, uniqueIds } from '../../../src/reports/layout';
import { performancePlan } from '../../../src/reports/performance';
import type { ReportException } from '../../../src/reports/subjects';
import { record } from '../../support/scoring';
import { input, listed, texts } from './support';

const records = [
  record({ subject: '甲', clause: 'GM-02', date: '2026-10-03', at: ['质检', 3] }),
  record({ subject: '甲', clause: 'GM-09', date: '2026-10-09', value: '12', at: ['质检', 4] }),
  record({ subject: '乙', clause: 'GM-16', date: '2026-10-31', at: ['质检', 5] }),
];
const month = input('GM', records, {
  subjects: ['丙', '甲', '乙'],
  teams: { 甲: '一组', 乙: '一组' },
  ids: { 甲: '007' },
});

describe('performance', () => {
  test('ranks everyone, with points, money and sanctions', () => {
    const list = listed(performancePlan(month, 'zh'));
    expect(
      list.map((row) => [
        row['名次'],
        row['姓名'],
        row['工号'],
        row['扣分合计'],
        row['奖励分'],
        row['得分'],
        row['建议扣减（元）'],
        row['处分建议'],
      ]),
    ).toEqual([
      [1, '丙', '', 0, 5, 15, 0, ''],
      [2, '甲', '007', -2, 0, 8, 20, ''],
      [3, '乙', '', -5, 0, 5, 50, '警告批评'],
    ]);
  });

  test('is a landscape list with a merged title only, frozen names, a filter and repeated titles', () => {
    const plan = performancePlan(month, 'zh');
    const last = plan.columns.length - 1;
    expect(plan.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: last },
      { top: 1, left: 0, bottom: 1, right: last },
    ]);
    expect(plan.freeze).toEqual({ rows: 3, columns: 2 });
    expect(plan.filter).toEqual({ top: 2, left: 0, bottom: 5, right: last });
    expect(plan.print).toMatchObject({
      orientation: 'landscape',
      titleRows: { first: 0, last: 2 },
      footer: '第 &P 页 共 &N 页',
    });
    expect(plan.rows[0]?.cells[0]).toEqual({ value: '2026年10月绩效汇总', style: 'title' });
    expect(texts(plan)).toEqual(expect.arrayContaining(['制表人：', '审核人：', '部门负责人：']));
    expect(plan.name.length).toBeLessThanOrEqual(31);
  });

  test('signs and colours points: deductions red and negative, bonuses green', () => {
    const plan = performancePlan(month, 'zh');
    const styles = plan.rows
      .slice(3, 6)
      .map((row) =>
        row.cells.flatMap((cell) =>
          cell?.style.startsWith('deduction') || cell?.style.startsWith('bonus')
            ? [[cell.value, cell.style]]
            : [],
        ),
      );
    expect(styles).toEqual([[[5, 'bonus']], [[-2, 'deduction']], [[-5, 'deduction']]]);
  });

  test('shows tenths only where the rulebook has them', () => {
    const out = input('OUT', [record({ subject: '团队', clause: 'OUT-1.1', at: ['巡查', 2] })], {
      base: '100',
    });
    const row = performancePlan(out, 'zh').rows[3]!;
    expect(row.cells.filter((cell) => cell?.value === -0.5).map((cell) => cell?.style)).toContain(
      'deduction1',
    );
    expect(performancePlan(month, 'zh').rows[3]!.cells.some((cell) => cell?.style === 'decimal1')).toBe(
      false,
    );
  });

  test('says fen where money has them', () => {
    const [first, ...rest] = month.subjects;
    const fen = { ...month, subjects: [{ ...first!, card: { ...first!.card, fine: 1250 } }, ...rest] };
    const row = performancePlan(fen, 'zh').rows.find((candidate) =>
      candidate.cells.some((cell) => cell?.value === 12.5),
    );
    expect(row?.cells.find((cell) => cell?.value === 12.5)?.style).toBe('decimal1');
  });

  test('draws no more bars than can be read', () => {
    const many = input('GM', [], { subjects: Array.from({ length: 100 }, (_, i) => `人${i}`) });
    const chart = performancePlan(many, 'zh').charts?.[0];
    expect(chart!.categories.bottom - chart!.categories.top + 1).toBe(40);
  });
});

describe('details', () => {
  test('hold every entry with the place of its record and the word beside the colour', () => {
    const list = listed(detailsPlan(month, 'zh'));
    expect(
      list.map((row) => [
        row['姓名'],
        row['条款'],
        row['类型'],
        row['分值'],
        row['来源工作表'],
        row['行'],
        row['计算与理由'],
      ]),
    ).toEqual([
      ['丙', 'GM-19', '奖励', 5, '', '', '本月没有任何问题；加 5 分'],
      ['乙', 'GM-16', '扣分', -5, '质检', 5, '发生 1 次；扣 5 分；罚款 50 元'],
      ['甲', 'GM-02', '扣分', -2, '质检', 3, '发生 1 次；扣 2 分；罚款 20 元'],
      ['甲', 'GM-09', '不计', 0, '质检', 4, '12 分钟，未超过 15 分钟，不计'],
    ]);
    const linked = detailsPlan(month, 'zh').rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell?.link ?? []),
    );
    expect(linked).toContainEqual({ sheet: '质检', address: 'A3' });
  });

  test('add up to the score of each person', () => {
    const list = listed(detailsPlan(month, 'zh'));
    for (const { name, card } of month.subjects) {
      const sum = list
        .filter((row) => row['姓名'] === name)
        .reduce((total, row) => total + Number(row['分值']), 0);
      expect(10 + sum).toBe(card.score! / 1000);
    }
  });
});

describe('exceptions', () => {
  const exception: ReportException = {
    sheet: '=质检',
    row: 14,
    column: 'F',
    code: 'CLAUSE_UNMATCHED',
    severity: 'setAside',
    name: '甲',
    date: '2026-10-08',
    sentence: '第 14 行「态度差」没有对应条款。',
    suggestions: ['GM-02', 'GM-03'],
  };

  test('lead to the cell and leave room for what was done', () => {
    const plan = exceptionsPlan({ ...month, exceptions: [exception] }, 'zh');
    expect(listed(plan)[0]).toMatchObject({
      程度: '未计入',
      来源工作表: '=质检',
      行: 14,
      建议: 'GM-02、GM-03',
      处理结果: '',
    });
    expect(plan.table?.columns.filter(({ hand }) => hand).map(({ key }) => key)).toEqual(['handled']);
    expect(plan.rows[3]?.cells.find((cell) => cell?.link)?.link).toEqual({ sheet: '=质检', address: 'F14' });
  });
});

describe('ids', () => {
  test('are the same every time and differ among 20,000 entries', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `人${i % 1000}|C${i % 12}|record|质检!${i}`);
    const ids = uniqueIds(names);
    expect(ids).toEqual(uniqueIds(names));
    expect(new Set(ids).size).toBe(20_000);
    expect(stableId('甲')).toBe(stableId('甲'));
    expect(ids.every((id) => /^[0-9A-Z]{8}$/.test(id))).toBe(true);
  });

  test('count repeated texts', () => {
    expect(new Set(uniqueIds(['a', 'a', 'a'])).size).toBe(3);
  });
});
