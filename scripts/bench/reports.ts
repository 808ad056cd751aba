import type { ServiceIssue } from '../../src/casework';
import { firstDay, lastDay, monthOfDay, dayOf } from '../../src/facts/date';
import type { Incident } from '../../src/facts/incident';
import { PLAIN_WEEKDAYS } from '../../src/facts/workdays';
import type { WorkbookReading } from '../../src/intake';
import { caseSettingsOf } from '../../src/month/caseOptions';
import { monthPlans, reportJson } from '../../src/month/plans';
import { regeneratedPlans } from '../../src/month/regenerated';
import { scoreReading, type MonthReport } from '../../src/month/report';
import { Ruleset } from '../../src/scoring/ruleset';
import type { SheetPlan } from '../../src/workbook/sheetPlan';
import { createWorkbook } from '../../src/workbook/xlsx';
import { median, ratioLine, timed, type Line } from './measure';
import { FIRST_YEAR, workload } from './workload';

const PEOPLE = 1000;
const ENTRIES = 20_000;
const CATEGORIES = 12;
const ISSUES = 400;
const REPETITIONS = 5;
const MONTH = monthOfDay(dayOf(FIRST_YEAR, 10, 1) ?? 0);
const LOAD = '1,000 people, 12 categories, 20,000 entries';

/** All tabs of a large month against scoring it and writing the result with its entries as one document. */
export function reportLines(): Line[] {
  const score = largeMonth();
  const tabs: number[] = [];
  const scoring: number[] = [];
  const files: number[] = [];
  for (let i = 0; i < REPETITIONS; i += 1) {
    let report: MonthReport | undefined;
    scoring.push(
      timed(() => {
        report = score();
        JSON.stringify(reportJson(report, 'zh', true));
      }),
    );
    let plans: readonly SheetPlan[] = [];
    tabs.push(
      timed(() => {
        plans = plansOf(report!);
      }),
    );
    files.push(timed(() => createWorkbook(plans)));
  }
  const pairs = tabs.map((ms, i) => [ms, scoring[i] ?? NaN] as const);
  const note = `${median(tabs).toFixed(0)} against ${median(scoring).toFixed(0)} ms; ${ISSUES} issues among them`;
  return [
    ratioLine('plans of all tabs / scoring and serialising', LOAD, pairs, 3, note),
    {
      what: 'the same tabs as a file, ms',
      load: LOAD,
      value: median(files).toFixed(0),
      bar: '',
      note: 'styles, zip and check column included',
    },
  ];
}

function plansOf(report: MonthReport): readonly SheetPlan[] {
  const casework = {
    issues: issues(),
    today: lastDay(MONTH),
    settings: caseSettingsOf(report.ruleset),
    made: new Set<string>(),
  };
  return regeneratedPlans(monthPlans(report, 'zh', { casework }), []).plans;
}

/** Scores the month anew at each call. */
function largeMonth(): () => MonthReport {
  const { rulebook: small } = workload('W1');
  const category = (i: number): string => `C${i % CATEGORIES}`;
  const rulebook = {
    ...small,
    categories: Array.from({ length: CATEGORIES }, (_, i) => ({
      id: category(i),
      title: { zh: category(i), en: category(i) },
    })),
    clauses: small.clauses.map((clause, i) => ({ ...clause, category: category(i) })),
  };
  const recorded = rulebook.clauses.filter(({ count }) => count.mode === 'occurrence');
  const people = Array.from({ length: PEOPLE }, (_, i) => `员工${i}`);
  const incidents = Array.from({ length: ENTRIES }, (_, i): Incident => ({
    date: firstDay(MONTH) + (i % 31),
    subject: people[i % PEOPLE]!,
    clause: recorded[(i + Math.floor(i / PEOPLE)) % recorded.length]!.id,
    source: { sheet: '质检记录', row: i + 2 },
  }));
  const reading: WorkbookReading = {
    sheets: [],
    people: people.map((key, i) => ({ key, name: key, id: `E${i}`, spans: [{ team: `班组${i % 40}` }] })),
    subjects: people,
    events: [],
    metrics: [],
    incidents,
    setAside: [],
    dropped: [],
    findings: [],
    params: [],
    rowCount: ENTRIES,
  };
  return () =>
    scoreReading(
      { reading, ruleset: new Ruleset(rulebook, {}, PLAIN_WEEKDAYS) },
      { rulebook, month: MONTH },
      { incidents, setAside: [] },
    );
}

function issues(): ServiceIssue[] {
  return Array.from({ length: ISSUES }, (_, i) => ({
    id: `${FIRST_YEAR}-${String(i + 1).padStart(3, '0')}`,
    state: '回访',
    receivedOn: firstDay(MONTH) + (i % 28),
    customer: '王先生',
    phone: '000-0000-0000',
    content: '预约上门没有按时到，也没有提前告知，客户在家等了半天。'.repeat(1 + (i % 3)),
    demand: '改进服务',
    handlingDepartment: '客服部',
    limit: '3日内',
    people: `员工${i}`,
  }));
}
