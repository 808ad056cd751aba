import {
  applyRows,
  caseFileJson,
  EMPTY_CASE_FILE,
  readCaseFile,
  takeIn,
  type CaseFile,
  type ComplaintRecord,
  type StepContext,
} from '../../../src/casework';
import { assessIssue } from '../../../src/casework';
import type { Day } from '../../../src/facts/date';
import { assessmentPlan, readAssessments } from '../../../src/reports/assessment';
import { caseRules } from '../../../src/reports/caseInput';
import { correctiveActionPlan, readCorrectiveActions } from '../../../src/reports/correctiveAction';
import { ledgerPlan, readLedger, withoutTyped } from '../../../src/reports/ledger';
import { readSupervisionOrders, supervisionOrderPlan } from '../../../src/reports/supervisionOrder';
import type { Grid } from '../../../src/workbook/grid';
import { regenerate } from '../../../src/workbook/regenerate';
import { gridOf, inputOf, RULESET, Sheet } from './support/caseTabs';
import { date, day, SETTINGS } from './support/issues';

const RECORDS: readonly ComplaintRecord[] = [
  {
    sheet: '投诉登记',
    row: 2,
    receivedOn: day('2026-09-29'),
    channel: '来电',
    customer: '王晓明',
    phone: '13912345678',
    content: '预约安检未按时上门',
    accusedDepartment: '安检部',
    accusedPerson: '刘洋',
  },
];

interface Tabs {
  readonly ledger: Grid;
  readonly orders: Grid;
  readonly corrections: Grid;
  readonly assessment: Grid;
}

/** One run of the month as the application makes it: read the tabs, take in the records, make the tabs anew. */
function run(state: unknown, tabs: Tabs | undefined, today: Day) {
  const context: StepContext = {
    settings: SETTINGS,
    assess: (found) => assessIssue(found, caseRules(RULESET), SETTINGS).problems,
  };
  let file: CaseFile = state === undefined ? EMPTY_CASE_FILE : readCaseFile(state);
  const findings: string[] = [];
  let ledger: Grid | undefined;
  const put = (rows: Parameters<typeof applyRows>[1], adds: boolean) => {
    const applied = applyRows(file, rows, today, context, { adds });
    file = applied.file;
    findings.push(...applied.findings.map(({ code, address }) => `${code} ${address}`));
    return applied;
  };
  if (tabs !== undefined) {
    put(readSupervisionOrders(tabs.orders), false);
    put(readCorrectiveActions(tabs.corrections), false);
    put(readAssessments(tabs.assessment).rows, false);
    const reading = readLedger(tabs.ledger);
    ledger = withoutTyped(tabs.ledger, reading, put(reading.rows, true));
  }
  file = takeIn(file, RECORDS, today).file;
  const input = inputOf(file.issues, { today });
  const anew = (grid: Grid | undefined, plan: ReturnType<typeof ledgerPlan>): Grid =>
    gridOf(regenerate(grid, plan).plan);
  const made: Tabs = {
    ledger: anew(ledger, ledgerPlan(input, 'zh')),
    orders: anew(tabs?.orders, supervisionOrderPlan(input, 'zh')),
    corrections: anew(tabs?.corrections, correctiveActionPlan(input, 'zh')),
    assessment: anew(tabs?.assessment, assessmentPlan(input, 'zh')),
  };
  return { state: caseFileJson(file), tabs: made, findings, issue: file.issues[0] };
}

/** Types values beside labels of a form, or under headers of the issue's row. */
function write(grid: Grid, values: Readonly<Record<string, string>>): Grid {
  const sheet = new Sheet(grid);
  for (const [label, value] of Object.entries(values)) {
    const [row, column] = sheet.find(label);
    let target: readonly [number, number] = [row, column + 1];
    try {
      target = [sheet.find('2026-001')[0], column];
    } catch {
      // a form: the value stands beside its label
    }
    sheet.set(target[0], target[1], value);
  }
  return sheet.toGrid();
}

describe('an issue from receipt to closing, through the tabs alone', () => {
  it('goes its way, is overdue over the holiday, comes back once and is assessed', () => {
    let now = run(undefined, undefined, day('2026-09-29'));
    expect(now.issue).toMatchObject({ id: '2026-001', state: '受理', accused: '安检部 刘洋' });
    expect(run(now.state, now.tabs, day('2026-09-29')).tabs.ledger.rows).toEqual(now.tabs.ledger.rows);

    const ledger = (values: Record<string, string>, today: string) => {
      now = run(now.state, { ...now.tabs, ledger: write(now.tabs.ledger, values) }, day(today));
    };
    ledger({ 承办部门: '安检部', 处理时限: '3个工作日内', '抱怨/投诉': '抱怨', 状态: '督办' }, '2026-09-29');
    expect([now.issue?.state, date(now.issue?.orderedOn), now.findings]).toEqual(['督办', '2026-09-29', []]);

    ledger({ 状态: '处理' }, '2026-09-30');
    expect(now.findings.map((finding) => finding.split(' ')[0])).toEqual([
      'CASE_DEMAND_REQUIRED',
      'CASE_HANDLER_REQUIRED',
    ]);
    now = run(
      now.state,
      {
        ...now.tabs,
        orders: write(now.tabs.orders, { '客户要求:': '尽快安检', 承办人: '刘洋' }),
        ledger: write(now.tabs.ledger, { 状态: '处理' }),
      },
      day('2026-10-10'),
    );
    expect([now.issue?.state, now.findings]).toEqual(['处理', []]);
    // 30 Sept, 8 and 9 Oct: due on 9 October, a day late on the 10th
    expect(now.tabs.ledger.rows.find((row) => row.includes('2026-001'))?.[18]).toBe(1);

    now = run(
      now.state,
      {
        ...now.tabs,
        corrections: write(now.tabs.corrections, {
          服务质量问题处理情况: '已上门',
          服务质量问题纠正措施: '提前短信',
        }),
        ledger: write(now.tabs.ledger, { 处理结果: '已安检', '客户满意度(回访)': '不满意', 状态: '回访' }),
      },
      day('2026-10-12'),
    );
    expect([now.issue?.state, now.findings]).toEqual(['回访', []]);

    ledger({ 状态: '处理' }, '2026-10-13');
    expect([now.issue?.state, now.issue?.rounds, date(now.issue?.reopenedOn)]).toEqual([
      '处理',
      1,
      '2026-10-13',
    ]);

    ledger({ '客户满意度(回访)': '满意', 状态: '台账' }, '2026-10-15');
    expect([now.issue?.state, now.findings]).toEqual(['台账', []]);

    ledger({ 状态: '办结' }, '2026-10-15');
    expect(now.findings.map((finding) => finding.split(' ')[0])).toEqual(['CASE_VERIFICATION_REQUIRED']);
    now = run(
      now.state,
      {
        ...now.tabs,
        assessment: write(now.tabs.assessment, {
          核实: '是',
          考核条款: 'GAS-13.1',
          部门负责人: '赵强',
          扣分: '8',
        }),
        ledger: write(now.tabs.ledger, { 状态: '办结' }),
      },
      day('2026-10-16'),
    );
    expect(now.findings.map((finding) => finding.split(' ')[0])).toEqual(['CASE_POINTS_BELOW_MINIMUM']);
    now = run(
      now.state,
      {
        ...now.tabs,
        assessment: write(now.tabs.assessment, { 扣分: '10' }),
        ledger: write(now.tabs.ledger, { 状态: '办结' }),
      },
      day('2026-10-16'),
    );
    expect([now.issue?.state, date(now.issue?.closedOn), now.findings]).toEqual(['办结', '2026-10-16', []]);
    expect(now.tabs.assessment.rows.some((row) => row.includes('刘洋 扣10分\n赵强 扣5分'))).toBe(true);

    const again = run(now.state, now.tabs, day('2026-10-16'));
    expect(again.state).toEqual(now.state);
    for (const tab of ['ledger', 'orders', 'corrections', 'assessment'] as const) {
      expect(again.tabs[tab].rows).toEqual(now.tabs[tab].rows);
    }
  });

  it('finds everything again from the ledger where the saved state is lost', () => {
    const first = run(undefined, undefined, day('2026-09-29'));
    const typed = write(first.tabs.ledger, { 承办部门: '安检部', 处理时限: '当天' });
    const again = run(undefined, { ...first.tabs, ledger: typed }, day('2026-09-30'));
    expect(again.issue).toMatchObject({
      id: '2026-001',
      handlingDepartment: '安检部',
      source: { sheet: '投诉登记', row: 2 },
    });
  });
});
