import type { Problem } from '../facts/problem';
import type { ServiceIssue } from './issue';
import type { CaseSettings } from './settings';
import type { RequirementName } from './states';
import { readTimeLimit } from './timeLimit';
import { callBackOutcome } from './words';

/** What steps are checked against. */
export interface StepContext {
  readonly settings: CaseSettings;
  /** What is still wrong with the assessment of an issue; left out where no rulebook is at hand. */
  readonly assess?: ((issue: ServiceIssue) => readonly Problem[]) | undefined;
}

type Requirement = (issue: ServiceIssue, context: StepContext) => readonly Problem[];

const needs =
  (code: string, holds: (issue: ServiceIssue) => boolean): Requirement =>
  (issue) =>
    holds(issue) ? [] : [{ code, params: { id: issue.id } }];

const REQUIREMENTS: Readonly<Record<RequirementName, Requirement>> = {
  received: needs('CASE_RECEIVED_REQUIRED', ({ receivedOn }) => receivedOn !== undefined),
  content: needs('CASE_CONTENT_REQUIRED', ({ content }) => content !== undefined),
  demand: needs('CASE_DEMAND_REQUIRED', ({ demand }) => demand !== undefined),
  department: needs('CASE_DEPARTMENT_REQUIRED', ({ handlingDepartment }) => handlingDepartment !== undefined),
  handler: needs('CASE_HANDLER_REQUIRED', ({ handler }) => handler !== undefined),
  limit: ({ id, limit, extension }, { settings }) => {
    if (extension !== undefined) return [];
    if (limit === undefined) return [{ code: 'CASE_LIMIT_REQUIRED', params: { id } }];
    if (readTimeLimit(limit, settings.dayUnit) !== undefined) return [];
    return [{ code: 'CASE_LIMIT_UNREADABLE', params: { id, found: limit } }];
  },
  handling: needs('CASE_HANDLING_REQUIRED', ({ handling, result }) => (handling ?? result) !== undefined),
  measures: needs('CASE_MEASURES_REQUIRED', ({ measures }) => measures !== undefined),
  calledBack: ({ id, satisfaction }) => {
    if (satisfaction === undefined) return [{ code: 'CASE_CALLBACK_REQUIRED', params: { id } }];
    if (callBackOutcome(satisfaction) !== undefined) return [];
    return [{ code: 'CASE_SATISFACTION_UNCLEAR', params: { id, found: satisfaction } }];
  },
  contented: needs('CASE_BACK_TO_HANDLING', (issue) => !isDissatisfied(issue) || settledAnyway(issue)),
  discontented: needs('CASE_NOT_DISSATISFIED', isDissatisfied),
  result: needs('CASE_RESULT_REQUIRED', ({ result }) => result !== undefined),
  upheld: ({ id, verified }) => {
    if (verified === true) return [];
    return [
      { code: verified === false ? 'CASE_NOT_VERIFIED' : 'CASE_VERIFICATION_REQUIRED', params: { id } },
    ];
  },
  notUpheld: ({ id, verified }) => {
    if (verified === false) return [];
    return [
      { code: verified === true ? 'CASE_ASSESSMENT_REQUIRED' : 'CASE_VERIFICATION_REQUIRED', params: { id } },
    ];
  },
  kind: needs('CASE_KIND_REQUIRED', ({ kind }) => kind !== undefined),
  level: needs('CASE_LEVEL_REQUIRED', ({ kind, level }) => kind !== '投诉' || level !== undefined),
  assessed: (issue, { assess }) => {
    if (issue.clause === undefined) return [{ code: 'CASE_CLAUSE_REQUIRED', params: { id: issue.id } }];
    return assess?.(issue) ?? [];
  },
};

function isDissatisfied({ satisfaction }: ServiceIssue): boolean {
  return satisfaction !== undefined && callBackOutcome(satisfaction) === 'dissatisfied';
}

/** A customer who stays dissatisfied after a second handling; the ledger's remark says why it ends there. */
function settledAnyway({ rounds, note }: ServiceIssue): boolean {
  return (rounds ?? 0) > 0 && note !== undefined;
}

/** Everything of the list that an issue does not meet. */
export function unmet(
  names: readonly RequirementName[],
  issue: ServiceIssue,
  context: StepContext,
): readonly Problem[] {
  return names.flatMap((name) => REQUIREMENTS[name](issue, context));
}
