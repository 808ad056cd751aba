import {
  assessIssue,
  callBacksDue,
  dueSoonIssues,
  nextStates,
  overdueIssues,
  undatedIssues,
  type CaseFile,
  type CaseSettings,
  type ServiceIssue,
} from '../../casework';
import { formatDay, type Day } from '../../facts/date';
import { sentence, t, type Language, type TextKey } from '../../i18n';
import { caseRules } from '../../reports/caseInput';
import type { Grid } from '../../workbook/grid';
import { caseSettingsOf } from '../caseOptions';
import { complaintRecords } from '../complaintRecords';
import { tabsOfReport } from '../madeTabs';
import type { MonthReport } from '../report';
import { readCases } from '../typedCases';
import { readWorkbookState } from '../workbookState';

/** Where an issue can be looked at. */
export interface IssuePlace {
  readonly kind: 'record' | 'ledger' | 'order';
  readonly sheet: string;
  readonly address: string;
}

export interface IssueLine {
  readonly id: string;
  readonly customer: string;
  readonly content: string;
  readonly state: string;
  /** What comes next in the procedure; empty for a closed issue. */
  readonly next: string;
  /** Due day, days over or left, in words. */
  readonly when: string;
  readonly places: readonly IssuePlace[];
}

/** The issues by what is to be done about them; one issue stands in one list. */
export interface IssueLists {
  readonly overdue: readonly IssueLine[];
  readonly dueSoon: readonly IssueLine[];
  readonly callBacks: readonly IssueLine[];
  readonly undated: readonly IssueLine[];
  readonly others: readonly IssueLine[];
  readonly closed: number;
}

/** The issues of a workbook as people left them, with the settings they are judged by. */
export function issuesOf(
  report: MonthReport,
  workbook: { readonly grids: readonly Grid[]; readonly stateText: string | undefined },
  today: Day,
  language: Language,
): { readonly file: CaseFile; readonly settings: CaseSettings } {
  const settings = caseSettingsOf(report.ruleset);
  const rules = caseRules(report.ruleset);
  const { grids, stateText } = workbook;
  const records = complaintRecords(grids, report.reading, report.month, rules);
  const { file } = readCases(
    { grids, state: readWorkbookState(stateText), records, today, language },
    { settings, assess: (issue) => assessIssue(issue, rules, settings).problems },
  );
  return { file, settings };
}

export function issueLists(
  { file, settings }: ReturnType<typeof issuesOf>,
  grids: readonly Grid[],
  today: Day,
  language: Language,
): IssueLists {
  const { issues } = file;
  const taken = new Set<string>();
  const line = (issue: ServiceIssue, when: string): IssueLine => {
    taken.add(issue.id);
    return issueLine(issue, when, grids, language);
  };
  const overdue = overdueIssues(issues, today, settings).map(({ issue, due, days }) =>
    line(issue, t(language, 'pane.issue.overdue', { due: formatDay(due), days })),
  );
  const dueSoon = dueSoonIssues(issues, today, settings).map(({ issue, due, days }) =>
    line(issue, t(language, 'pane.issue.due', { due: formatDay(due), days })),
  );
  const callBacks = callBacksDue(issues, today, settings).map(({ issue, waiting }) =>
    line(issue, waiting === undefined ? '' : t(language, 'pane.issue.waiting', { days: waiting })),
  );
  const undated = undatedIssues(issues, settings).map(({ issue, problem }) =>
    line(issue, sentence(problem, language)),
  );
  const rest = issues.filter(({ id }) => !taken.has(id));
  const closed = rest.filter(({ state }) => state === '办结');
  return {
    overdue,
    dueSoon,
    callBacks,
    undated,
    others: rest.filter((issue) => !closed.includes(issue)).map((issue) => line(issue, '')),
    closed: closed.length,
  };
}

function issueLine(issue: ServiceIssue, when: string, grids: readonly Grid[], language: Language): IssueLine {
  const next = nextStates(issue.state).map((state) => t(language, `case.state.${state}`));
  return {
    id: issue.id,
    customer: issue.customer ?? '',
    content: issue.content ?? '',
    state: t(language, `case.state.${issue.state}`),
    next: next.join(t(language, 'list.separator')),
    when,
    places: placesOf(issue, grids, language),
  };
}

function placesOf(issue: ServiceIssue, grids: readonly Grid[], language: Language): IssuePlace[] {
  const { source } = issue;
  const record: IssuePlace[] =
    source === undefined ? [] : [{ kind: 'record', sheet: source.sheet, address: `A${source.row}` }];
  const made = (kind: 'ledger' | 'order', tab: TextKey): IssuePlace[] =>
    tabsOfReport(grids, kind, t(language, tab))
      .slice(-1)
      .flatMap(({ grid }): IssuePlace[] => {
        const row = grid.rows.findIndex((cells) => cells.some((cell) => cell === issue.id));
        return row < 0 ? [] : [{ kind, sheet: grid.sheet, address: `A${row + 1}` }];
      });
  return [...record, ...made('ledger', 'tab.ledger'), ...made('order', 'tab.supervisionOrder')];
}
