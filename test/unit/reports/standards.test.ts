import { standardsPlan } from '../../../src/reports/standards';
import { day, shipped } from '../../support/scoring';
import { input, listed } from './support';

const rows = (id: string, options = {}, language: 'zh' | 'en' = 'zh') =>
  new Map(
    listed(standardsPlan(input(id, [], options), language)).map((row) => [
      row[language === 'zh' ? '条款' : 'Clause'],
      row,
    ]),
  );

describe('standards', () => {
  test('has a row a clause, by category in the order of the rulebook', () => {
    for (const id of ['QA', 'PM', 'SVC', 'GM', 'CQ', 'CP', 'GAS', 'OUT']) {
      const book = shipped(id);
      const list = listed(standardsPlan(input(id, []), 'zh'));
      expect(list).toHaveLength(book.clauses.length);
      const order = list.map((row) => book.categories.findIndex(({ title }) => title.zh === row['类别']));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  test('says amounts, money, pay and sanctions in words', () => {
    const gm = rows('GM');
    expect(gm.get('GM-02')?.['考核标准']).toBe('每次罚款 20 元\n每次扣 2 分');
    expect(gm.get('GM-05')?.['考核标准']).toBe('每次扣当月绩效 50%\n每次扣 5 分');
    expect(gm.get('GM-12')?.['考核标准']).toContain('每次扣当月绩效 20～50%，由人选定');
    expect(gm.get('GM-18')?.['考核标准']).toBe('扣当月绩效 100%\n在全体部门会议上做书面检讨');
    expect(rows('GM', {}, 'en').get('GM-02')?.Standard).toBe(
      'fine 20 yuan per time\ndeduct 2 points per time',
    );
  });

  test('says thresholds, repeats, multipliers and exemptions', () => {
    const gm = rows('GM');
    expect(gm.get('GM-09')?.['计法与加重、免责']).toBe('超过 15 分钟才计\n除外：特殊情况除外');
    expect(gm.get('GM-16')?.['计法与加重、免责']).toBe('当月第 2 次起，另加扣当月绩效 100%');
    expect(rows('GM', { readings: { repeatMin: 3 } }).get('GM-16')?.['计法与加重、免责']).toBe(
      '当月第 3 次起，另加扣当月绩效 100%',
    );
    expect(rows('SVC').get('SVC-09')?.['计法与加重、免责']).toBe('情况严重：按 2 倍');
    expect(rows('PM').get('PM-1.1')?.['计法与加重、免责']).toBe('满 5 分钟即计\n有正当理由的不计');
    expect(rows('PM', { readings: { aboveInclusive: false } }).get('PM-1.1')?.['计法与加重、免责']).toContain(
      '超过 5 分钟才计',
    );
  });

  test('shows what is not set, and what was set here', () => {
    expect(rows('QA').get('QA-01')?.['考核标准']).toBe('每次扣：未设定');
    expect(rows('QA', { params: { 'QA-01': '0.5' } }).get('QA-01')?.['考核标准']).toBe(
      '每次扣 0.5 分（本单位设定）',
    );
  });

  test('follows annex 4 where grievances and complaints differ', () => {
    const row = rows('GAS').get('GAS-03.1');
    expect(row?.['考核标准：客户抱怨']).toBe('每次扣不低于 20 分');
    expect(row?.['考核标准：客户投诉']).toBe(
      '一级：记大过或解除劳动合同（选一种）\n二级：警告或记过或记大过（选一种）\n三级：通报批评或警告或记过（选一种）',
    );
    expect(row?.['计法与加重、免责']).toBe('客户抱怨时部门负责人连带：按 GAS-16 扣不低于 5 分');
  });

  test('has a row a version where a clause changes within the month', () => {
    const book = shipped('SVC');
    const [clause, ...rest] = book.clauses;
    const revised = {
      ...book,
      clauses: [
        {
          ...clause!,
          revisions: [
            {
              from: '2026-10-16',
              reference: '客服〔2026〕7 号',
              effects: [{ type: 'points', dir: 'deduct', kind: 'exact', value: '12' } as const],
            },
          ],
        },
        ...rest,
      ],
    };
    const list = listed(standardsPlan(input(revised, []), 'zh')).slice(0, 2);
    expect(list.map((row) => [row['条款'], row['考核标准']])).toEqual([
      ['SVC-01', '每次扣 10 分'],
      ['SVC-01@2026-10-16', '每次扣 12 分'],
    ]);
    expect(String(list[1]?.['出处与生效'])).toContain('2026-10-16 修订：客服〔2026〕7 号');
    const november = listed(standardsPlan(input(revised, [], { month: '2026-11' }), 'zh'));
    expect(november[0]).toMatchObject({ 条款: 'SVC-01', 考核标准: '每次扣 12 分' });
  });

  test('has a row a version where a parameter changes within the month', () => {
    const list = rows('QA', {
      params: { 'QA-01': '1' },
      versions: [{ effective: day('2026-10-20'), params: { 'QA-01': '2' } }],
    });
    expect(list.get('QA-01')?.['考核标准']).toBe('每次扣 1 分（本单位设定）');
    expect(list.get('QA-01@2026-10-20')?.['考核标准']).toBe('每次扣 2 分（本单位设定）');
    expect(list.size).toBe(10);
  });

  test('speaks of every clause of every rulebook in both languages without a gap', () => {
    for (const id of ['QA', 'PM', 'SVC', 'GM', 'CQ', 'CP', 'GAS', 'OUT']) {
      for (const language of ['zh', 'en'] as const) {
        const values = listed(standardsPlan(input(id, []), language)).flatMap((row) => Object.values(row));
        for (const value of values) expect(String(value)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      }
    }
  });
});
