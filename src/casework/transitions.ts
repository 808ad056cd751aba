import type { Day } from '../facts/date';
import type { Problem } from '../facts/problem';
import type { IssuePatch, ServiceIssue } from './issue';
import { unmet, type StepContext } from './requirements';
import { nextStates, TRANSITIONS, type CaseState, type Transition } from './states';

export type Moved =
  | { readonly ok: true; readonly issue: ServiceIssue }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const transition = (from: CaseState, to: CaseState): Transition | undefined =>
  TRANSITIONS.find((step) => step.from === from && step.to === to);

/**
 * One step of the procedure, taken today. Refused with `CASE_STEP_ILLEGAL` `{id, from, to, next}` where there is no
 * such step, else with everything that is missing for it.
 */
export function moveIssue(issue: ServiceIssue, to: CaseState, today: Day, context: StepContext): Moved {
  return step(issue, to, context, (from) => ({
    ...stamps(issue, from, to, today),
    ...handled(from, to, today),
  }));
}

function step(
  issue: ServiceIssue,
  to: CaseState,
  context: StepContext,
  stamp: (from: CaseState) => IssuePatch,
): Moved {
  const found = transition(issue.state, to);
  if (found === undefined) return { ok: false, problems: [illegal(issue, to)] };
  const problems = unmet(found.requires, issue, context);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, issue: { ...issue, ...stamp(found.from), state: to } };
}

function illegal({ id, state }: ServiceIssue, to: CaseState): Problem {
  const next = nextStates(state).join('、') || '—';
  return { code: 'CASE_STEP_ILLEGAL', params: { id, from: state, to, next } };
}

function stamps(issue: ServiceIssue, from: CaseState, to: CaseState, today: Day): IssuePatch {
  if (from === '回访' && to === '处理') {
    return {
      reopenedOn: today,
      rounds: (issue.rounds ?? 0) + 1,
      handledOn: undefined,
      seenOpenOn: undefined,
      checkedOn: undefined,
      calledBackOn: undefined,
      extension: undefined,
    };
  }
  switch (to) {
    case '督办':
      return { orderedOn: issue.orderedOn ?? today };
    case '回访':
      return { checkedOn: issue.checkedOn ?? today };
    case '台账':
      return { calledBackOn: issue.calledBackOn ?? today };
    case '办结':
      return { closedOn: issue.closedOn ?? today };
    default:
      return {};
  }
}

const handled = (from: CaseState, to: CaseState, today: Day): IssuePatch =>
  from === '处理' && to === '纠正措施' ? { handledOn: today } : {};

/**
 * Follows an issue to a state in which someone found it, over every step in between: all must be legal and have
 * what they require. The day on which it was handled is not known then and stays open.
 */
export function followIssue(issue: ServiceIssue, to: CaseState, today: Day, context: StepContext): Moved {
  const open = shortestPath(issue.state, to, ({ requires }) => unmet(requires, issue, context).length === 0);
  if (open !== undefined) return walk(issue, open, today, context);
  // Of the two ways out of 台账, the one the investigation points to tells what is missing.
  const barred = issue.verified === false ? 'upheld' : 'notUpheld';
  const path =
    shortestPath(issue.state, to, ({ requires }) => !requires.includes(barred)) ??
    shortestPath(issue.state, to, () => true);
  if (path === undefined) return { ok: false, problems: [illegal(issue, to)] };
  return walk(issue, path, today, context);
}

function walk(issue: ServiceIssue, path: readonly CaseState[], today: Day, context: StepContext): Moved {
  let current = issue;
  for (const to of path) {
    const before = current;
    const moved = step(before, to, context, (from) => stamps(before, from, to, today));
    if (!moved.ok) return moved;
    current = moved.issue;
  }
  return { ok: true, issue: current };
}

function shortestPath(
  from: CaseState,
  to: CaseState,
  allows: (step: Transition) => boolean,
): readonly CaseState[] | undefined {
  const paths: CaseState[][] = [[from]];
  const seen = new Set<CaseState>([from]);
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const last = path.at(-1)!;
    if (last === to) return path.slice(1);
    for (const candidate of TRANSITIONS) {
      if (candidate.from !== last || seen.has(candidate.to) || !allows(candidate)) continue;
      seen.add(candidate.to);
      paths.push([...path, candidate.to]);
    }
  }
  return undefined;
}
