/** Where a service-quality issue stands, in the order of the procedure; the words people write in the ledger. */
export const CASE_STATES = [
  '受理',
  '督办',
  '处理',
  '纠正措施',
  '检查确认',
  '回访',
  '台账',
  '考核意见',
  '办结',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a step needs; each is a check in `requirements.ts`. */
export type RequirementName =
  | 'received'
  | 'content'
  | 'demand'
  | 'department'
  | 'handler'
  | 'limit'
  | 'handling'
  | 'measures'
  | 'calledBack'
  | 'contented'
  | 'discontented'
  | 'result'
  | 'upheld'
  | 'notUpheld'
  | 'kind'
  | 'level'
  | 'assessed';

export interface Transition {
  readonly from: CaseState;
  readonly to: CaseState;
  /** What the state that is left must have brought. */
  readonly requires: readonly RequirementName[];
}

/** Every legal step; anything else is refused. */
export const TRANSITIONS: readonly Transition[] = [
  { from: '受理', to: '督办', requires: ['received', 'content'] },
  { from: '督办', to: '处理', requires: ['demand', 'department', 'handler', 'limit'] },
  { from: '处理', to: '纠正措施', requires: ['handling'] },
  { from: '纠正措施', to: '检查确认', requires: ['handling', 'measures'] },
  { from: '检查确认', to: '回访', requires: [] },
  { from: '回访', to: '台账', requires: ['calledBack', 'contented'] },
  { from: '回访', to: '处理', requires: ['calledBack', 'discontented'] },
  { from: '台账', to: '考核意见', requires: ['result', 'upheld', 'kind', 'level'] },
  { from: '台账', to: '办结', requires: ['result', 'notUpheld'] },
  { from: '考核意见', to: '办结', requires: ['assessed'] },
];

/** The states that may follow, in the order of the table. */
export function nextStates(state: CaseState): readonly CaseState[] {
  return TRANSITIONS.filter(({ from }) => from === state).map(({ to }) => to);
}

/** States in which the responsible department still has to act, so that the time limit runs. */
const AWAITING_HANDLING: ReadonlySet<CaseState> = new Set(['受理', '督办', '处理']);

export function awaitsHandling(state: CaseState): boolean {
  return AWAITING_HANDLING.has(state);
}

/** Whether the procedure has come as far as `mark`. */
export function hasReached(state: CaseState, mark: CaseState): boolean {
  return CASE_STATES.indexOf(state) >= CASE_STATES.indexOf(mark);
}
