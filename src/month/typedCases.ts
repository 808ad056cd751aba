import {
  applyRows,
  EMPTY_CASE_FILE,
  readCaseFile,
  takeIn,
  type CaseFile,
  type CaseFinding,
  type ComplaintRecord,
  type StepContext,
  type TypedRow,
} from '../casework';
import type { Day } from '../facts/date';
import { ProblemError } from '../facts/problem';
import { t, type Language, type TextKey } from '../i18n';
import { readAssessments } from '../reports/assessment';
import { readCorrectiveActions } from '../reports/correctiveAction';
import { readLedger, withoutTyped } from '../reports/ledger';
import { readSupervisionOrders } from '../reports/supervisionOrder';
import type { Grid } from '../workbook/grid';
import { tabsOfReport } from './madeTabs';
import type { WorkbookState } from './workbookState';

/** The issues of a workbook after everything that people wrote was put into them. */
export interface CaseReading {
  readonly file: CaseFile;
  readonly findings: readonly CaseFinding[];
  /** The workbook's sheets as the tabs are to be made over them: the ledger's own rows belong to the issues now. */
  readonly grids: readonly Grid[];
  /** Year of the newest ledger; older ones are archives and are neither read nor made anew. */
  readonly year?: number | undefined;
}

export interface CaseSources {
  readonly grids: readonly Grid[];
  /** Undefined where the workbook's own document cannot be read. */
  readonly state: WorkbookState | undefined;
  readonly records: readonly ComplaintRecord[];
  readonly today: Day;
  readonly language: Language;
}

/**
 * The saved issues, then what stands on the made tabs, forms before the ledger, because a state typed in the ledger
 * needs what the forms say; then the rows of the complaint sheets. People's words on the tabs win over the saved state.
 */
export function readCases(sources: CaseSources, context: StepContext): CaseReading {
  const { grids, records, today, language } = sources;
  const findings: CaseFinding[] = [];
  let file = savedFile(sources, findings);
  const apply = (rows: readonly TypedRow[], adds: boolean) => {
    const applied = applyRows(file, rows, today, context, { adds });
    file = applied.file;
    findings.push(...applied.findings);
    return applied;
  };
  const tabs = (report: string, name: TextKey) => tabsOfReport(grids, report, t(language, name));
  const ledger = tabs('ledger', 'tab.ledger').at(-1);
  const listed = ledger === undefined ? undefined : readLedger(ledger.grid);
  // issues that only the ledger knows must be there before what the forms say about them
  const known = new Set(file.issues.map(({ id }) => id));
  const unknown = listed?.rows.filter(({ id }) => id !== undefined && !known.has(id)) ?? [];
  if (unknown.length > 0) file = applyRows(file, unknown, today, context, { adds: true }).file;

  apply(newestForms(tabs('order', 'tab.supervisionOrder'), readSupervisionOrders), false);
  apply(newestForms(tabs('correction', 'tab.correctiveAction'), readCorrectiveActions), false);
  const assessment = tabs('assessment', 'tab.assessment').at(-1)?.grid;
  if (assessment !== undefined) apply(readAssessments(assessment).rows, false);
  let made = grids;
  if (ledger !== undefined && listed !== undefined) {
    findings.push(...listed.findings);
    const stripped = withoutTyped(ledger.grid, listed, apply(listed.rows, true));
    made = grids.map((grid) => (grid === ledger.grid ? stripped : grid));
  }
  const year = Number(ledger?.period);
  return {
    file: takeIn(file, records, today).file,
    findings,
    grids: made,
    ...(Number.isInteger(year) ? { year } : {}),
  };
}

/** The saved issues; where they cannot be read the tabs tell them again, and a person is told. */
function savedFile({ state, grids, language }: CaseSources, findings: CaseFinding[]): CaseFile {
  const lost = (params: CaseFinding['params']): CaseFile => {
    const sheet = tabsOfReport(grids, 'ledger', t(language, 'tab.ledger')).at(-1)?.grid.sheet;
    findings.push({
      code: 'CASE_FILE_INVALID',
      ...(params === undefined ? {} : { params }),
      severity: 'warning',
      sheet: sheet ?? t(language, 'tab.ledger'),
      address: 'A1',
    });
    return EMPTY_CASE_FILE;
  };
  if (state === undefined) return lost({ path: '—' });
  if (state.cases === undefined) return EMPTY_CASE_FILE;
  try {
    return readCaseFile(state.cases);
  } catch (error) {
    if (error instanceof ProblemError) return lost(error.problem.params);
    throw error;
  }
}

/** An issue has a form on the tab of every month it was open in; the newest is the one that people write on. */
function newestForms(
  tabs: ReturnType<typeof tabsOfReport>,
  read: (grid: Grid) => readonly TypedRow[],
): readonly TypedRow[] {
  const newest = new Map<string, { readonly period: string; readonly rows: TypedRow[] }>();
  for (const { period, grid } of tabs) {
    for (const row of read(grid)) {
      const id = row.id ?? '';
      const found = newest.get(id);
      if (found?.period === period) found.rows.push(row);
      else newest.set(id, { period, rows: [row] });
    }
  }
  return [...newest.values()].flatMap(({ rows }) => rows);
}
