import {
  CASE_STATES,
  followIssue,
  moveIssue,
  nextStates,
  TRANSITIONS,
  type CaseState,
  type Moved,
  type ServiceIssue,
} from '../../../src/casework';
import { COMPLETE, CONTEXT, date, day, issue, TODAY, without } from './support/issues';

const codes = (moved: Moved): readonly string[] => (moved.ok ? [] : moved.problems.map(({ code }) => code));
const moved = (result: Moved): ServiceIssue => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.issue;
};

/** The steps of the procedure, written out by hand. */
const LEGAL: readonly (readonly [CaseState, CaseState, Partial<ServiceIssue>])[] = [
  ['受理', '督办', {}],
  ['督办', '处理', {}],
  ['处理', '纠正措施', {}],
  ['纠正措施', '检查确认', {}],
  ['检查确认', '回访', {}],
  ['回访', '台账', {}],
  ['回访', '处理', { satisfaction: '不满意' }],
  ['台账', '考核意见', {}],
  ['台账', '办结', { verified: false }],
  ['考核意见', '办结', {}],
];

describe('steps of an issue', () => {
  it('are those of the procedure and no others', () => {
    expect(TRANSITIONS.map(({ from, to }) => `${from}→${to}`)).toEqual(
      LEGAL.map(([from, to]) => `${from}→${to}`),
    );
    expect(nextStates('回访')).toEqual(['台账', '处理']);
    expect(nextStates('办结')).toEqual([]);
  });

  it.each(LEGAL)('allow %s → %s', (from, to, fields) => {
    expect(moved(moveIssue(issue({ state: from, ...fields }), to, TODAY, CONTEXT)).state).toBe(to);
  });

  const legal = new Set(LEGAL.map(([from, to]) => `${from}→${to}`));
  const illegal = CASE_STATES.flatMap((from) => CASE_STATES.map((to) => [from, to] as const)).filter(
    ([from, to]) => !legal.has(`${from}→${to}`),
  );

  it('refuses the 71 others', () => {
    expect(illegal).toHaveLength(71);
  });

  it.each(illegal)('refuse %s → %s', (from, to) => {
    const result = moveIssue(issue({ state: from }), to, TODAY, CONTEXT);
    expect(result).toEqual({
      ok: false,
      problems: [
        {
          code: 'CASE_STEP_ILLEGAL',
          params: { id: '2026-012', from, to, next: nextStates(from).join('、') || '—' },
        },
      ],
    });
  });

  it.each<[CaseState, CaseState, keyof ServiceIssue, string]>([
    ['受理', '督办', 'receivedOn', 'CASE_RECEIVED_REQUIRED'],
    ['受理', '督办', 'content', 'CASE_CONTENT_REQUIRED'],
    ['督办', '处理', 'demand', 'CASE_DEMAND_REQUIRED'],
    ['督办', '处理', 'handlingDepartment', 'CASE_DEPARTMENT_REQUIRED'],
    ['督办', '处理', 'handler', 'CASE_HANDLER_REQUIRED'],
    ['督办', '处理', 'limit', 'CASE_LIMIT_REQUIRED'],
    ['纠正措施', '检查确认', 'measures', 'CASE_MEASURES_REQUIRED'],
    ['回访', '台账', 'satisfaction', 'CASE_CALLBACK_REQUIRED'],
    ['台账', '考核意见', 'result', 'CASE_RESULT_REQUIRED'],
    ['台账', '考核意见', 'verified', 'CASE_VERIFICATION_REQUIRED'],
    ['台账', '考核意见', 'kind', 'CASE_KIND_REQUIRED'],
    ['考核意见', '办结', 'clause', 'CASE_CLAUSE_REQUIRED'],
  ])('%s → %s needs %s', (from, to, field, code) => {
    expect(codes(moveIssue(without(issue({ state: from }), field), to, TODAY, CONTEXT))).toEqual([code]);
  });

  it('need nothing of a customer who stays unknown', () => {
    const anonymous = without(COMPLETE, 'customer', 'phone', 'address');
    expect(moved(moveIssue(anonymous, '督办', TODAY, CONTEXT)).state).toBe('督办');
  });

  it('need a way of handling, on either form', () => {
    const handling = issue({ state: '处理' });
    expect(codes(moveIssue(without(handling, 'handling', 'result'), '纠正措施', TODAY, CONTEXT))).toEqual([
      'CASE_HANDLING_REQUIRED',
    ]);
    expect(moveIssue(without(handling, 'handling'), '纠正措施', TODAY, CONTEXT).ok).toBe(true);
    expect(moveIssue(without(handling, 'result'), '纠正措施', TODAY, CONTEXT).ok).toBe(true);
  });

  it('need a level for a 投诉 only, and never take one by default', () => {
    const complaint = issue({ state: '台账', kind: '投诉' });
    expect(codes(moveIssue(complaint, '考核意见', TODAY, CONTEXT))).toEqual(['CASE_LEVEL_REQUIRED']);
    expect(moveIssue({ ...complaint, level: 3 }, '考核意见', TODAY, CONTEXT).ok).toBe(true);
  });

  it('lead an issue that was not verified past the assessment', () => {
    const unfounded = issue({ state: '台账', verified: false });
    expect(codes(moveIssue(unfounded, '考核意见', TODAY, CONTEXT))).toEqual(['CASE_NOT_VERIFIED']);
    expect(codes(moveIssue(issue({ state: '台账' }), '办结', TODAY, CONTEXT))).toEqual([
      'CASE_ASSESSMENT_REQUIRED',
    ]);
    expect(codes(moveIssue(without(unfounded, 'verified'), '办结', TODAY, CONTEXT))).toEqual([
      'CASE_VERIFICATION_REQUIRED',
    ]);
  });

  it('refuse to close while the assessment has faults', () => {
    const context = { ...CONTEXT, assess: () => [{ code: 'CASE_POINTS_BELOW_MINIMUM' }] };
    expect(codes(moveIssue(issue({ state: '考核意见' }), '办结', TODAY, context))).toEqual([
      'CASE_POINTS_BELOW_MINIMUM',
    ]);
  });

  it('name everything that is missing at once', () => {
    const bare = without(issue({ state: '督办' }), 'demand', 'handler', 'limit');
    expect(codes(moveIssue(bare, '处理', TODAY, CONTEXT))).toEqual([
      'CASE_DEMAND_REQUIRED',
      'CASE_HANDLER_REQUIRED',
      'CASE_LIMIT_REQUIRED',
    ]);
  });

  it('refuse a time limit that cannot be read', () => {
    expect(codes(moveIssue(issue({ state: '督办', limit: '尽快' }), '处理', TODAY, CONTEXT))).toEqual([
      'CASE_LIMIT_UNREADABLE',
    ]);
  });
});

describe('call-back', () => {
  const called = (satisfaction: string, fields: Partial<ServiceIssue> = {}) =>
    issue({
      state: '回访',
      satisfaction,
      checkedOn: day('2026-10-12'),
      orderedOn: day('2026-10-08'),
      ...fields,
    });

  it('sends a dissatisfied customer’s issue back to handling', () => {
    const result = moveIssue(called('不满意', { handledOn: day('2026-10-10') }), '处理', TODAY, CONTEXT);
    const back = moved(result);
    expect(back.rounds).toBe(1);
    expect([date(back.reopenedOn), back.handledOn, back.checkedOn, back.calledBackOn]).toEqual([
      '2026-10-15',
      undefined,
      undefined,
      undefined,
    ]);
    expect(back.satisfaction).toBe('不满意');
  });

  it('does not let it go on the first time, nor without a remark', () => {
    expect(codes(moveIssue(called('不满意', { note: '客户要求过高' }), '台账', TODAY, CONTEXT))).toEqual([
      'CASE_BACK_TO_HANDLING',
    ]);
    expect(codes(moveIssue(called('不满意', { rounds: 1 }), '台账', TODAY, CONTEXT))).toEqual([
      'CASE_BACK_TO_HANDLING',
    ]);
    expect(moveIssue(called('不满意', { rounds: 1, note: '客户要求过高' }), '台账', TODAY, CONTEXT).ok).toBe(
      true,
    );
  });

  it('does not send a satisfied one back', () => {
    expect(codes(moveIssue(called('满意'), '处理', TODAY, CONTEXT))).toEqual(['CASE_NOT_DISSATISFIED']);
    expect(codes(moveIssue(called('无法回访'), '处理', TODAY, CONTEXT))).toEqual(['CASE_NOT_DISSATISFIED']);
  });

  it('asks again where the words leave it open', () => {
    expect(codes(moveIssue(called('3'), '台账', TODAY, CONTEXT))).toEqual(['CASE_SATISFACTION_UNCLEAR']);
  });
});

describe('days of steps', () => {
  it('are noted once, by the step that they belong to', () => {
    const ordered = moved(moveIssue(COMPLETE, '督办', day('2026-10-08'), CONTEXT));
    const handling = moved(moveIssue(ordered, '处理', day('2026-10-09'), CONTEXT));
    const correction = moved(moveIssue(handling, '纠正措施', day('2026-10-10'), CONTEXT));
    const check = moved(moveIssue(correction, '检查确认', day('2026-10-12'), CONTEXT));
    const callBack = moved(moveIssue(check, '回访', day('2026-10-13'), CONTEXT));
    const ledger = moved(moveIssue(callBack, '台账', day('2026-10-14'), CONTEXT));
    const assessment = moved(moveIssue(ledger, '考核意见', day('2026-10-15'), CONTEXT));
    const closed = moved(moveIssue(assessment, '办结', day('2026-10-16'), CONTEXT));
    expect(
      [closed.orderedOn, closed.handledOn, closed.checkedOn, closed.calledBackOn, closed.closedOn].map(date),
    ).toEqual(['2026-10-08', '2026-10-10', '2026-10-13', '2026-10-14', '2026-10-16']);
    expect(
      moved(moveIssue(issue({ state: '考核意见', closedOn: day('2026-10-11') }), '办结', TODAY, CONTEXT))
        .closedOn,
    ).toBe(day('2026-10-11'));
  });
});

describe('following an issue to where it was found', () => {
  it('walks every step in between', () => {
    expect(moved(followIssue(COMPLETE, '办结', TODAY, CONTEXT)).state).toBe('办结');
    expect(moved(followIssue(issue({ verified: false }), '办结', TODAY, CONTEXT)).state).toBe('办结');
  });

  it('does not claim to know when it was handled', () => {
    expect(moved(followIssue(COMPLETE, '回访', TODAY, CONTEXT)).handledOn).toBeUndefined();
  });

  it('stops at the first step that lacks something', () => {
    expect(codes(followIssue(without(COMPLETE, 'measures'), '办结', TODAY, CONTEXT))).toEqual([
      'CASE_MEASURES_REQUIRED',
    ]);
    expect(codes(followIssue(without(COMPLETE, 'verified'), '办结', TODAY, CONTEXT))).toEqual([
      'CASE_VERIFICATION_REQUIRED',
    ]);
    expect(codes(followIssue(without(COMPLETE, 'clause'), '办结', TODAY, CONTEXT))).toEqual([
      'CASE_CLAUSE_REQUIRED',
    ]);
    expect(codes(followIssue(issue({ verified: false }), '考核意见', TODAY, CONTEXT))).toEqual([
      'CASE_NOT_VERIFIED',
    ]);
  });

  it('never goes back but over a call-back', () => {
    expect(codes(followIssue(issue({ state: '台账' }), '处理', TODAY, CONTEXT))).toEqual([
      'CASE_STEP_ILLEGAL',
    ]);
    expect(codes(followIssue(issue({ state: '办结' }), '受理', TODAY, CONTEXT))).toEqual([
      'CASE_STEP_ILLEGAL',
    ]);
    const dissatisfied = issue({ state: '检查确认', satisfaction: '不满意' });
    expect(moved(followIssue(dissatisfied, '处理', TODAY, CONTEXT)).rounds).toBe(1);
  });
});
