import type { Day } from '../facts/date';
import type { Problem } from '../facts/problem';
import { overdueDays } from './deadlines';
import { responsiblePeople, type ServiceIssue } from './issue';
import type { CaseSettings } from './settings';
import { hasReached } from './states';

/**
 * What a verified issue obliges people to besides its assessment: the department reviews it and reports at its
 * meeting, each responsible person writes a statement for the head, and human resources and administration reports
 * to the company on a 投诉 that is to be circulated. Duties never hold an issue open.
 */
export interface Duty {
  readonly issue: string;
  readonly type: 'department-review' | 'written-statement' | 'investigation-report';
  /** The duty's clause in the regulation's own rulebook. */
  readonly clause: string;
  readonly who: string;
}

export function dutiesOf(issue: ServiceIssue, settings: CaseSettings): Duty[] {
  if (issue.verified !== true) return [];
  const duty = (type: Duty['type'], clause: string, who: string): Duty => ({
    issue: issue.id,
    type,
    clause,
    who,
  });
  const department = issue.handlingDepartment ?? issue.accused;
  return [
    ...(department === undefined ? [] : [duty('department-review', 'GAS-P1', department)]),
    ...responsiblePeople(issue).map((person) => duty('written-statement', 'GAS-P2', person)),
    ...(needsReport(issue) ? [duty('investigation-report', 'GAS-P5', settings.departments.hr)] : []),
  ];
}

/** Levels 1 and 2 always, level 3 where circulated criticism was chosen. */
function needsReport({ kind, level, chosenDiscipline }: ServiceIssue): boolean {
  if (kind !== '投诉') return false;
  return level === 1 || level === 2 || (chosenDiscipline ?? '').includes('通报');
}

/** Signs of a head's own failing, for a person to judge: handling past the due day, no corrective measures. */
export function headRemarks(issue: ServiceIssue, today: Day, settings: CaseSettings): Problem[] {
  const days = overdueDays(issue, today, settings);
  const late: Problem[] = days > 0 ? [{ code: 'CASE_HEAD_LATE', params: { id: issue.id, days } }] : [];
  const without = hasReached(issue.state, '检查确认') && issue.measures === undefined;
  return without ? [...late, { code: 'CASE_HEAD_WITHOUT_MEASURES', params: { id: issue.id } }] : late;
}
