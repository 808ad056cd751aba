import { regeneratedPlans } from '../../../src/month/regenerated';
import { findTab, MONTH_TABS } from '../../../src/month/tabs';
import { planDiff } from '../../../src/workbook/regenerate';
import { createWorkbook, readWorkbook, writePlans } from '../../../src/workbook/xlsx';
import { record } from '../../support/scoring';
import { issue } from '../casework/support/issues';
import { input, withIssues } from './support';

const ODD = [
  '=1+1',
  '+甲',
  '-乙',
  '@丙',
  '制\t表',
  '换\n行',
  `长${'名'.repeat(60)}`,
  'a[]:*?/\\b',
  'x\ud800y',
  '1.50',
  '007',
];
const month = (clause = 'GM-02') =>
  input(
    'GM',
    ODD.map((subject, i) =>
      record({
        subject,
        clause,
        date: '2026-10-12',
        exemptReason: subject,
        at: [ODD[i]!.slice(0, 20), i + 2],
      }),
    ),
    { teams: { '=1+1': '=组' }, withPrevious: true },
  );
const ISSUES = ODD.map((text, i) =>
  issue({
    id: `2026-${String(i + 1).padStart(3, '0')}`,
    state: '纠正措施',
    customer: text,
    content: text,
    demand: text,
    handling: text,
    measures: text,
    note: text,
  }),
);
const plans = (from = withIssues(month(), ISSUES)) => MONTH_TABS.flatMap(({ make }) => make(from, 'zh'));
const gridsOf = (bytes: Uint8Array) => {
  const file = readWorkbook(bytes);
  return file.sheets.map(({ name }) => file.grid(name));
};

describe('tabs in a file', () => {
  test('hold texts that look like formulas, numbers or nothing a cell can hold, as text', () => {
    const bytes = createWorkbook(regeneratedPlans(plans(), []).plans);
    const performance = gridsOf(bytes).find(({ sheet }) => sheet === '绩效汇总')!;
    const names = performance.rows.slice(3).map((row) => row[1]);
    for (const name of ODD) expect(names).toContain(name.replace('\ud800', '\ufffd'));
  });

  test('do not change when they are made again from the same data', () => {
    let bytes = createWorkbook([{ name: '我的表', rows: [['a']] }]);
    for (let round = 0; round < 3; round += 1) {
      const grids = gridsOf(bytes);
      const made = regeneratedPlans(plans(), grids);
      expect(made.conflicts).toEqual([]);
      for (const plan of made.plans) {
        const grid = grids.find(({ madeBy }) => madeBy === plan.id);
        if (round > 0) expect([plan.id, planDiff(grid!, plan)]).toEqual([plan.id, { changed: 0, first: [] }]);
      }
      const next = writePlans(bytes, made.plans).bytes;
      if (round > 1) expect(Buffer.from(next).equals(Buffer.from(bytes))).toBe(true);
      bytes = next;
    }
  });

  test('leave a tab of the same name alone that a person made', () => {
    const bytes = createWorkbook([{ name: '绩效汇总', rows: [['手工']] }]);
    const written = writePlans(bytes, regeneratedPlans(plans(), gridsOf(bytes)).plans);
    expect(written.tabs.find(({ planId }) => planId.startsWith('performance'))).toMatchObject({
      name: '绩效汇总 (2)',
      replaced: false,
    });
    const own = gridsOf(written.bytes).find(({ sheet }) => sheet === '绩效汇总');
    expect(own?.rows).toEqual([['手工']]);
    expect(own?.madeBy).toBeUndefined();
  });

  test('are found by name and by title', () => {
    expect(findTab('performance')?.key).toBe('performance');
    expect(findTab(' 员工单 ')?.key).toBe('employeeSlips');
    expect(findTab('Explanation')?.key).toBe('notes');
    expect(findTab('nothing')).toBeUndefined();
  });
});
