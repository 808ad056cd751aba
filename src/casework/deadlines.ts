import { formatDay, type Day } from '../facts/date';
import { ProblemError, type Problem } from '../facts/problem';
import type { Extension, ServiceIssue } from './issue';
import type { CaseSettings } from './settings';
import { awaitsHandling } from './states';
import { limitEnd, readTimeLimit } from './timeLimit';

/** The day by which an issue must be handled, or why there is none. */
export type DueDay = { readonly day: Day } | { readonly problem: Problem };

/**
 * Due day: an extension first, else the time limit from the day the issue went back to handling, the order was
 * issued or, where that is unknown, the issue was received.
 */
export function dueDay(issue: ServiceIssue, settings: CaseSettings): DueDay {
  return issue.extension === undefined ? limitDay(issue, settings) : { day: issue.extension.to };
}

/** The due day without an extension. */
export function limitDay(issue: ServiceIssue, settings: CaseSettings): DueDay {
  const { id } = issue;
  if (issue.limit === undefined) return { problem: { code: 'CASE_LIMIT_REQUIRED', params: { id } } };
  const limit = readTimeLimit(issue.limit, settings.dayUnit);
  if (limit === undefined) {
    return { problem: { code: 'CASE_LIMIT_UNREADABLE', params: { id, found: issue.limit } } };
  }
  const start = issue.reopenedOn ?? issue.orderedOn ?? issue.receivedOn;
  if (start === undefined) return { problem: { code: 'CASE_RECEIVED_REQUIRED', params: { id } } };
  // a date that has passed once says nothing about the second handling
  if (limit.type === 'until' && issue.reopenedOn !== undefined && limit.day < issue.reopenedOn) {
    return { problem: { code: 'CASE_LIMIT_REQUIRED', params: { id } } };
  }
  try {
    return { day: limitEnd(limit, start, settings.calendar) };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}

export function knownDueDay(issue: ServiceIssue, settings: CaseSettings): Day | undefined {
  const due = dueDay(issue, settings);
  return 'day' in due ? due.day : undefined;
}

/**
 * Days by which the due day was missed, 0 when it was kept or is not known. While handling is awaited they count up
 * to today; after that to the day it was handled, or, where only the result is known, to the last day on which the
 * issue was still seen open, so that no more is claimed than is certain.
 */
export function overdueDays(issue: ServiceIssue, today: Day, settings: CaseSettings): number {
  const due = knownDueDay(issue, settings);
  if (due === undefined) return 0;
  const until = awaitsHandling(issue.state) ? today : (issue.handledOn ?? issue.seenOpenOn);
  return until === undefined ? 0 : Math.max(0, until - due);
}

export type Extended =
  { readonly ok: true; readonly issue: ServiceIssue } | { readonly ok: false; readonly problem: Problem };

/** Grants a later due day while the issue still awaits handling. */
export function extendDeadline(
  issue: ServiceIssue,
  to: Day,
  settings: CaseSettings,
  granted: { readonly on?: Day; readonly reason?: string } = {},
): Extended {
  const refuse = (code: string, params: Problem['params'] = {}): Extended => ({
    ok: false,
    problem: { code, params: { id: issue.id, ...params } },
  });
  if (!awaitsHandling(issue.state)) return refuse('CASE_EXTENSION_TOO_LATE', { state: issue.state });
  const due = dueDay(issue, settings);
  if ('problem' in due) return { ok: false, problem: due.problem };
  if (to <= due.day)
    return refuse('CASE_EXTENSION_NOT_LATER', { found: formatDay(to), due: formatDay(due.day) });
  const extension: Extension = {
    to,
    from: due.day,
    ...(granted.on === undefined ? {} : { grantedOn: granted.on }),
    ...(granted.reason === undefined ? {} : { reason: granted.reason }),
  };
  return { ok: true, issue: { ...issue, extension } };
}
