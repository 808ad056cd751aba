import { formatMonth, lastDay } from '../facts/date';
import { explanation, sentence, t, type Language } from '../i18n';
import type { BulletinRules, ReportException, ReportInput, ReportSource } from '../reports/subjects';
import type { SheetPlan } from '../workbook/sheetPlan';
import { caseSettingsOf } from './caseOptions';
import { entryJson } from './entryJson';
import { previousSubjects } from './previous';
import type { Finding } from '../intake/types';
import type { MonthReport, SetAside } from './report';
import { subjectResult } from './results';
import { MONTH_TABS, type MonthInput, type MonthTab } from './tabs';

const ROW_OF_ADDRESS = /(\d+)$/;

export interface PlanOptions {
  /** Absent = every tab. */
  readonly tabs?: readonly MonthTab[] | undefined;
  readonly bulletin?: BulletinRules | undefined;
  /** When the tabs are made, in words; absent = not written, so that making them again changes nothing. */
  readonly madeAt?: string | undefined;
  /** Absent = no issues. */
  readonly casework?: Casework | undefined;
}

/** The issues that the casework tabs are made from. */
export interface Casework extends Omit<MonthInput, keyof ReportInput> {
  /** Plan ids of the tabs that the workbook already has. */
  readonly made: ReadonlySet<string>;
}

/** The tabs of a month, in the order in which they stand in the workbook. */
export function monthPlans(report: MonthReport, language: Language, options: PlanOptions = {}): SheetPlan[] {
  const { tabs } = options;
  const wanted = tabs ?? MONTH_TABS;
  const casework = options.casework ?? noCases(report);
  const input: MonthInput = {
    ...reportInput(report, language, { ...options, tabs: wanted }),
    ...casework,
  };
  return MONTH_TABS.filter((tab) => wanted.includes(tab)).flatMap((tab) => {
    const plans = tab.make(input, language);
    return tabs === undefined ? plans.filter((plan) => isExpected(plan, tab, input, casework.made)) : plans;
  });
}

const noCases = ({ month, ruleset }: MonthReport): Casework => ({
  issues: [],
  today: lastDay(month),
  settings: caseSettingsOf(ruleset),
  made: new Set(),
});

/**
 * Casework tabs belong to rulebooks that have the procedure and to workbooks that have issues. A tab of forms without
 * a form is made only where the rulebook has the procedure, and made anew where it stands already.
 */
function isExpected(
  plan: SheetPlan,
  { casework }: MonthTab,
  { rulebook, issues }: MonthInput,
  made: ReadonlySet<string>,
): boolean {
  if (casework === undefined || rulebook.issues !== undefined || made.has(plan.id)) return true;
  return casework === 'list' ? issues.length > 0 : plan.rows.some(({ id }) => id !== 'none');
}

/** What reports of the month are made from. */
export function reportInput(
  report: MonthReport,
  language: Language,
  { tabs = [], bulletin, madeAt }: PlanOptions = {},
): ReportInput {
  return {
    rulebook: report.rulebook,
    ruleset: report.ruleset,
    month: report.month,
    subjects: report.subjects,
    exceptions: exceptions(report, language),
    previous: tabs.some(({ key }) => key === 'bulletin') ? previousSubjects(report) : undefined,
    sources: sources(report, language),
    counts: report.counts,
    bulletin,
    madeAt,
  };
}

/** The sheets read, with the records that each gave to the month. */
function sources({ reading, subjects }: MonthReport, language: Language): ReportSource[] {
  const records = new Map<string, number>();
  for (const { card } of subjects) {
    for (const { origin, source } of card.entries) {
      if (origin === 'record' && source !== undefined)
        records.set(source.sheet, (records.get(source.sheet) ?? 0) + 1);
    }
  }
  return reading.sheets
    .filter(({ role }) => role.value !== 'made')
    .map(({ name, role, dataStartRow, dataEndRow }) => ({
      sheet: name,
      role: t(language, `role.${role.value}`),
      rows:
        role.value === 'none' || dataEndRow < dataStartRow
          ? undefined
          : { first: dataStartRow, last: dataEndRow },
      records: records.get(name) ?? 0,
    }));
}

/** Everything left out or to be looked at, a line each. */
export function exceptions(report: MonthReport, language: Language): ReportException[] {
  const names = new Map(report.subjects.map((subject) => [subject.key, subject.name]));
  const setAside = report.setAside.map((row): ReportException => ({
    sheet: row.sheet,
    row: row.row,
    column: row.column,
    code: row.code,
    severity: 'setAside',
    name: row.subjects.map((key) => names.get(key) ?? key).join(t(language, 'list.separator')),
    date: row.date,
    sentence: sentence(row, language),
    suggestions: row.suggestions,
  }));
  // A row left out, of this month or another, stands in the list once.
  const leftOut = new Set(report.reading.setAside.map((row) => `${row.sheet}!${row.row}|${row.code}`));
  const said = (finding: Finding): boolean =>
    leftOut.has(`${finding.sheet}!${ROW_OF_ADDRESS.exec(finding.address)?.[1] ?? ''}|${finding.code}`);
  const open = [...report.reading.findings, ...(report.findings ?? [])].filter((finding) => !said(finding));
  const findings = open.map((finding): ReportException => {
    const row = ROW_OF_ADDRESS.exec(finding.address)?.[1];
    return {
      sheet: finding.sheet,
      row: row === undefined ? 0 : Number(row),
      column: row === undefined ? undefined : finding.address.slice(0, -row.length),
      code: finding.code,
      severity: finding.severity,
      name: '',
      sentence: sentence(finding, language),
      suggestions: [],
    };
  });
  return [...setAside, ...findings];
}

/** The month as other programs read it (`qascore report --json`). */
export function reportJson(report: MonthReport, language: Language, withEntries: boolean) {
  return {
    rulebook: report.rulebook.id,
    month: formatMonth(report.month),
    results: report.subjects.map((subject) => ({
      name: subject.name,
      ...(subject.id === undefined ? {} : { id: subject.id }),
      ...(subject.team === undefined ? {} : { team: subject.team }),
      key: subject.key,
      state: subject.state,
      ...subjectResult(subject.card, subject.rank),
    })),
    setAside: report.setAside.map((row) => setAsideJson(row, language)),
    counts: report.counts,
    ...(withEntries
      ? {
          entries: report.subjects.flatMap((subject) =>
            subject.card.entries.map((entry) =>
              entryJson(entry, { name: subject.name, id: subject.id }, (reason) =>
                explanation(reason, language),
              ),
            ),
          ),
        }
      : {}),
  };
}

function setAsideJson(row: SetAside, language: Language) {
  return {
    sheet: row.sheet,
    row: row.row,
    ...(row.column === undefined ? {} : { column: row.column }),
    code: row.code,
    message: sentence(row, language),
    subjects: row.subjects,
    ...(row.suggestions.length === 0 ? {} : { suggestions: row.suggestions }),
  };
}
