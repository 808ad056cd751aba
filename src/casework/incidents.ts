import type { Day } from '../facts/date';
import { compareDecimals, parseDecimal } from '../facts/decimal';
import type { Incident } from '../facts/incident';
import type { Problem } from '../facts/problem';
import { assessIssue, eventDay, readPoints, type Proposal } from './assessment';
import type { CaseRules } from './caseRules';
import { responsiblePeople, type ServiceIssue } from './issue';
import type { CaseSettings } from './settings';

export interface CaseIncidents {
  readonly incidents: readonly Incident[];
  /** Verified issues that could not become records, with the issue they belong to. */
  readonly problems: readonly { readonly issue: ServiceIssue; readonly problem: Problem }[];
}

/**
 * The records that verified issues put before scoring, one a responsible person; the issue's id joins them, so that
 * the head answers once a case. Issues that are not verified give none.
 */
export function caseIncidents(
  issues: readonly ServiceIssue[],
  rules: CaseRules,
  settings: CaseSettings,
): CaseIncidents {
  const incidents: Incident[] = [];
  const problems: { issue: ServiceIssue; problem: Problem }[] = [];
  for (const issue of issues) {
    if (issue.verified !== true) continue;
    const assessment = assessIssue(issue, rules, settings);
    const date = eventDay(issue);
    if (assessment.problems.length > 0 || date === undefined || issue.clause === undefined) {
      problems.push(...assessment.problems.map((problem) => ({ issue, problem })));
      continue;
    }
    const shared = incidentFields(issue);
    const byHead = rules.clauseOn(issue.clause, date)?.subject === 'department_head';
    const subjects = byHead ? [issue.head ?? ''] : responsiblePeople(issue);
    const clause = issue.clause;
    incidents.push(...subjects.map((subject): Incident => ({ date, subject, clause, ...shared })));
    incidents.push(...raisedHeadShares(issue, assessment.proposals, date));
  }
  return { incidents, problems };
}

/**
 * The head's minimum follows from the records above. Only points that a person raised beyond it need a record of
 * the head's own, which then stands for the share.
 */
function raisedHeadShares(issue: ServiceIssue, proposals: readonly Proposal[], date: Day): Incident[] {
  return proposals.flatMap((proposal): Incident[] => {
    const { role, points, range } = proposal;
    const minimum = range.minPoints === undefined ? undefined : parseDecimal(range.minPoints);
    if (role !== 'head' || points === undefined || minimum === undefined) return [];
    if (compareDecimals(points, minimum) <= 0) return [];
    return [
      {
        date,
        subject: proposal.subject,
        clause: proposal.clause,
        kind: proposal.kind,
        eventId: issue.id,
        verified: true,
        chosenPoints: points,
        ...(issue.verifiedOn === undefined ? {} : { verifiedOn: issue.verifiedOn }),
        ...(issue.source === undefined ? {} : { source: issue.source }),
      },
    ];
  });
}

function incidentFields(issue: ServiceIssue): Omit<Incident, 'date' | 'subject' | 'clause'> {
  const points = issue.chosenPoints === undefined ? undefined : readPoints(issue.chosenPoints);
  return {
    eventId: issue.id,
    verified: true,
    ...(issue.verifiedOn === undefined ? {} : { verifiedOn: issue.verifiedOn }),
    ...(issue.kind === undefined ? {} : { kind: issue.kind }),
    ...(issue.kind !== '投诉' || issue.level === undefined ? {} : { level: issue.level }),
    ...(issue.head === undefined ? {} : { head: issue.head }),
    ...(points === undefined ? {} : { chosenPoints: points }),
    ...(issue.chosenDiscipline === undefined ? {} : { chosenDiscipline: [issue.chosenDiscipline] }),
    ...(issue.headDiscipline === undefined ? {} : { headDiscipline: [issue.headDiscipline] }),
    ...(issue.source === undefined ? {} : { source: issue.source }),
  };
}
