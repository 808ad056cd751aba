import type { Day } from '../facts/date';
import type { Problem } from '../facts/problem';
import { dueDay, knownDueDay, overdueDays } from './deadlines';
import type { ServiceIssue } from './issue';
import type { CaseSettings } from './settings';
import { awaitsHandling } from './states';

export interface DatedIssue {
  readonly issue: ServiceIssue;
  readonly due: Day;
  /** Days past the due day, or days left until it. */
  readonly days: number;
}

const byId = (a: { issue: ServiceIssue }, b: { issue: ServiceIssue }): number =>
  a.issue.id < b.issue.id ? -1 : a.issue.id > b.issue.id ? 1 : 0;

/** Issues awaiting handling whose due day has passed, the longest first. The due day itself is still in time. */
export function overdueIssues(
  issues: readonly ServiceIssue[],
  today: Day,
  settings: CaseSettings,
): DatedIssue[] {
  return open(issues, settings)
    .map(({ issue, due }) => ({ issue, due, days: overdueDays(issue, today, settings) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || byId(a, b));
}

/** Issues awaiting handling that fall due today or within the days before the due day, the nearest first. */
export function dueSoonIssues(
  issues: readonly ServiceIssue[],
  today: Day,
  settings: CaseSettings,
): DatedIssue[] {
  return open(issues, settings)
    .map(({ issue, due }) => ({ issue, due, days: due - today }))
    .filter(({ days }) => days >= 0 && days <= settings.dueSoonDays)
    .sort((a, b) => a.days - b.days || byId(a, b));
}

function open(issues: readonly ServiceIssue[], settings: CaseSettings): { issue: ServiceIssue; due: Day }[] {
  return issues
    .filter((issue) => awaitsHandling(issue.state))
    .flatMap((issue) => {
      const due = knownDueDay(issue, settings);
      return due === undefined ? [] : [{ issue, due }];
    });
}

/** Issues under an order whose due day cannot be told, with the reason. */
export function undatedIssues(
  issues: readonly ServiceIssue[],
  settings: CaseSettings,
): { readonly issue: ServiceIssue; readonly problem: Problem }[] {
  return issues
    .filter(({ state }) => state === '督办' || state === '处理')
    .flatMap((issue) => {
      const due = dueDay(issue, settings);
      return 'problem' in due ? [{ issue, problem: due.problem }] : [];
    });
}

export interface CallBackDue {
  readonly issue: ServiceIssue;
  /** Days since the check was passed; undefined when that day is not known. */
  readonly waiting?: number | undefined;
  readonly late: boolean;
}

/** Customers still to be called back, those waiting longest first. */
export function callBacksDue(
  issues: readonly ServiceIssue[],
  today: Day,
  settings: CaseSettings,
): CallBackDue[] {
  return issues
    .filter(({ state, calledBackOn }) => state === '回访' && calledBackOn === undefined)
    .map((issue): CallBackDue => {
      const waiting = issue.checkedOn === undefined ? undefined : today - issue.checkedOn;
      const late = settings.callBackDays !== undefined && (waiting ?? 0) > settings.callBackDays;
      return { issue, waiting, late };
    })
    .sort((a, b) => (b.waiting ?? -1) - (a.waiting ?? -1) || byId(a, b));
}
