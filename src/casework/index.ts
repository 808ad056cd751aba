/** Service-quality issues from receipt to closing: states, deadlines, lists, assessment. Pure; today is an argument. */
export { assessIssue, eventDay, type Assessment, type Proposal } from './assessment';
export { caseFileJson, readCaseFile } from './caseFile';
export { rangeOf, type CaseClause, type CaseRules, type Range } from './caseRules';
export {
  CHANNELS,
  formChannel,
  FORM_CHANNELS,
  investigatingDepartment,
  proposingDepartment,
  readChannel,
  type Channel,
  type FormChannel,
} from './channels';
export type { ComplaintRecord } from './complaintRecord';
export { dueDay, extendDeadline, knownDueDay, overdueDays, type DueDay } from './deadlines';
export { dutiesOf, headRemarks, type Duty } from './duties';
export { caseIncidents, type CaseIncidents } from './incidents';
export {
  COMPLAINT_LEVELS,
  ISSUE_KINDS,
  responsiblePeople,
  type ComplaintLevel,
  type DayField,
  type IssueKind,
  type IssuePatch,
  type ServiceIssue,
  type TextField,
} from './issue';
export {
  callBacksDue,
  dueSoonIssues,
  overdueIssues,
  undatedIssues,
  type CallBackDue,
  type DatedIssue,
} from './lists';
export { maskName, maskPhone } from './privacy';
export { EMPTY_CASE_FILE, inOrder, parseIssueId, takeIn, type CaseFile, type TakenIn } from './register';
export type { StepContext } from './requirements';
export { caseSettings, type CaseSettings } from './settings';
export { awaitsHandling, CASE_STATES, hasReached, nextStates, TRANSITIONS, type CaseState } from './states';
export { suggestKind, suggestLevel, type Suggestion } from './suggestions';
export { formatTimeLimit, readTimeLimit, type TimeLimit } from './timeLimit';
export { followIssue, moveIssue, type Moved } from './transitions';
export { applyRows, type Applied, type CaseFinding, type TypedRow } from './typedRows';
export { callBackOutcome, readKind, readLevel, readState } from './words';
