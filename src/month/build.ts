import { assessIssue, caseFileJson, type CaseFile, type CaseSettings } from '../casework';
import type { Day } from '../facts/date';
import { t, type Language } from '../i18n';
import { caseRules } from '../reports/caseInput';
import type { BulletinRules } from '../reports/subjects';
import type { Grid } from '../workbook/grid';
import type { RegenerateConflict } from '../workbook/regenerate';
import type { SheetPlan } from '../workbook/sheetPlan';
import { recordsWithCases } from './caseFacts';
import { caseSettingsOf, type CaseOptions } from './caseOptions';
import { complaintRecords } from './complaintRecords';
import { monthPlans } from './plans';
import { regeneratedPlans } from './regenerated';
import { finish, readMonthInSteps, scoreReading, type MonthReport, type ReportOptions } from './report';
import type { MonthTab } from './tabs';
import { readCases, type CaseReading } from './typedCases';
import { readWorkbookState, withPart, type WorkbookState } from './workbookState';

export interface BuildOptions extends Omit<ReportOptions, 'today'> {
  readonly language: Language;
  /** The day on which deadlines are looked at and steps of issues are taken; records are judged by the month alone. */
  readonly today: Day;
  /** The tabs to make; absent = every tab that the month has. */
  readonly tabs?: readonly MonthTab[] | undefined;
  readonly bulletin?: BulletinRules | undefined;
  readonly cases?: CaseOptions | undefined;
  /** When the tabs are made, in words; absent = not written, so that making them again changes nothing. */
  readonly madeAt?: string | undefined;
}

/** A workbook's month: its numbers, the tabs to write and the document that is to travel with the workbook. */
export interface BuiltMonth {
  readonly report: MonthReport;
  /** The issues of the workbook as they now stand. */
  readonly cases: CaseFile;
  readonly caseSettings: CaseSettings;
  /** To be written in this order; what people entered on earlier tabs is in them. */
  readonly plans: readonly SheetPlan[];
  /** Cells of earlier tabs whose entries could not stay. */
  readonly conflicts: readonly RegenerateConflict[];
  /** To be stored together with the plans; undefined = there is nothing to store. */
  readonly stateText: string | undefined;
}

/** What a build has just done. */
export type BuildStep = 'read' | 'cases' | 'scored' | 'planned';

/**
 * The one way from a workbook to its month. Pure: reading the grids and the state, writing the plans and the new state
 * are the caller's.
 * @param grids every sheet of the workbook, made tabs included
 * @param stateText the document the workbook carries, as text; undefined where it has none
 * @throws ProblemError BAD_READING, BAD_PARAM
 */
export function buildMonth(
  grids: readonly Grid[],
  stateText: string | undefined,
  options: BuildOptions,
): BuiltMonth {
  return finish(buildMonthInSteps(grids, stateText, options));
}

/** The same step by step, for callers that show how far it is, may stop in between and must not block. */
export function* buildMonthInSteps(
  grids: readonly Grid[],
  stateText: string | undefined,
  options: BuildOptions,
): Generator<BuildStep | void, BuiltMonth> {
  const { report, state, cases, caseSettings } = yield* scoreCasesInSteps(grids, stateText, options);
  const planned = monthPlans(report, options.language, {
    tabs: options.tabs,
    bulletin: options.bulletin,
    madeAt: options.madeAt,
    casework: {
      issues: cases.file.issues,
      today: options.today,
      settings: caseSettings,
      ledgerYear: cases.year,
      maskPhones: options.cases?.maskPhones,
      maskNames: options.cases?.maskNames,
      made: new Set(grids.flatMap(({ madeBy }) => madeBy ?? [])),
    },
  });
  const { plans, conflicts } = regeneratedPlans(planned, cases.grids);
  yield 'planned';

  // what was typed in the ledger is only in the document once the ledger carries the numbers given to it
  const keepsIssues = plans.some(({ id }) => id.startsWith('ledger:'));
  return {
    report,
    cases: cases.file,
    caseSettings,
    plans,
    conflicts,
    stateText: keepsIssues ? withPart(state, 'cases', caseFileJson(cases.file)) : stateText,
  };
}

/** The month's numbers alone, issues included, as the tabs show them. */
export function reportWithCases(
  grids: readonly Grid[],
  stateText: string | undefined,
  options: BuildOptions,
): MonthReport {
  return finish(reportWithCasesInSteps(grids, stateText, options));
}

/** The same in slices of a few milliseconds. */
export function* reportWithCasesInSteps(
  grids: readonly Grid[],
  stateText: string | undefined,
  options: BuildOptions,
): Generator<BuildStep | void, MonthReport> {
  return (yield* scoreCasesInSteps(grids, stateText, options)).report;
}

interface ScoredCases {
  readonly report: MonthReport;
  readonly state: WorkbookState;
  readonly cases: CaseReading;
  readonly caseSettings: CaseSettings;
}

function* scoreCasesInSteps(
  grids: readonly Grid[],
  stateText: string | undefined,
  options: BuildOptions,
): Generator<BuildStep | void, ScoredCases> {
  const { rulebook, month, language, today } = options;
  const read = yield* readMonthInSteps(grids, { ...options, today: undefined });
  yield 'read';

  const rules = caseRules(read.ruleset);
  const settings = caseSettingsOf(read.ruleset, options.cases);
  const state = readWorkbookState(stateText);
  const cases = readCases(
    { grids, state, records: complaintRecords(grids, read.reading, month, rules), today, language },
    { settings, assess: (issue) => assessIssue(issue, rules, settings).problems },
  );
  const { issues } = cases.file;
  yield 'cases';

  const tab = t(language, 'tab.ledger');
  const records = recordsWithCases(read.reading, {
    issues,
    rules,
    settings,
    month,
    procedure: rulebook.issues !== undefined,
    tab,
  });
  const scored = scoreReading(read, { rulebook, month }, records);
  yield 'scored';
  return {
    report: { ...scored, cases: { file: cases.file, settings }, findings: cases.findings },
    state: state ?? {},
    cases,
    caseSettings: settings,
  };
}
