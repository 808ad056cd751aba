import {
  awaitsHandling,
  callBacksDue,
  CASE_STATES,
  dueDay,
  dueSoonIssues,
  extendDeadline,
  formatTimeLimit,
  knownDueDay,
  overdueDays,
  overdueIssues,
  readTimeLimit,
  undatedIssues,
} from '../../../src/casework';
import { date, day, issue, SETTINGS, without } from './support/issues';

const WORKING = { ...SETTINGS, dayUnit: 'working' as const };

describe('time limits', () => {
  it.each([
    ['当天', { type: 'same-day' }],
    ['当日办结', { type: 'same-day' }],
    ['3日内', { type: 'days', days: 3, unit: 'calendar' }],
    ['３ 天', { type: 'days', days: 3, unit: 'calendar' }],
    ['三日内', { type: 'days', days: 3, unit: 'calendar' }],
    ['十日内', { type: 'days', days: 10, unit: 'calendar' }],
    ['十五日内', { type: 'days', days: 15, unit: 'calendar' }],
    ['二十一天内', { type: 'days', days: 21, unit: 'calendar' }],
    ['5个工作日内', { type: 'days', days: 5, unit: 'working' }],
    ['两个工作日', { type: 'days', days: 2, unit: 'working' }],
    ['5个自然日', { type: 'days', days: 5, unit: 'calendar' }],
    ['within 3 days', { type: 'days', days: 3, unit: 'calendar' }],
    ['5 working days', { type: 'days', days: 5, unit: 'working' }],
    ['2026年10月15日前', { type: 'until', day: day('2026-10-15') }],
    ['2026-10-15', { type: 'until', day: day('2026-10-15') }],
  ])('%s', (text, limit) => {
    expect(readTimeLimit(text)).toEqual(limit);
  });

  it.each(['', '尽快', '日内', '0日内', '2026-02-30', '三五日内', '3', '24小时'])('“%s” is none', (text) => {
    expect(readTimeLimit(text)).toBeUndefined();
  });

  it('read plain days as the organisation does', () => {
    expect(readTimeLimit('3日内', 'working')).toEqual({ type: 'days', days: 3, unit: 'working' });
    expect(readTimeLimit('3个自然日内', 'working')).toEqual({ type: 'days', days: 3, unit: 'calendar' });
  });

  it.each(['当天', '3日内', '5个工作日内', '2026-10-15前'])('%s is written as it is read', (text) => {
    const limit = readTimeLimit(text);
    expect(limit && formatTimeLimit(limit)).toBe(text);
    const other = limit && formatTimeLimit(limit, 'working');
    expect(other && readTimeLimit(other, 'working')).toEqual(limit);
  });
});

describe('due days in 2026, worked out on the calendar', () => {
  it.each([
    ['2026-09-29', '当天', '2026-09-29'],
    // Tuesday; the National Day holiday counts as any calendar day
    ['2026-09-29', '3日内', '2026-10-02'],
    // 30 Sept, then 8 and 9 Oct
    ['2026-09-29', '3个工作日内', '2026-10-09'],
    // and the worked Saturday 10 Oct, Monday 12 Oct
    ['2026-09-29', '5个工作日内', '2026-10-12'],
    // 28–30 Sept (25–27 off), 8–10, 12–16, 19–22 Oct
    ['2026-09-24', '15个工作日内', '2026-10-22'],
    // the worked Saturday 14 Feb, then Spring Festival to 23 Feb, 24 and 25 Feb
    ['2026-02-13', '3个工作日内', '2026-02-25'],
    ['2026-10-08', '2026-10-20前', '2026-10-20'],
  ])('ordered %s, %s: %s', (ordered, limit, due) => {
    expect(date(knownDueDay(issue({ orderedOn: day(ordered), limit }), SETTINGS))).toBe(due);
  });

  it('count 「N日内」 in working days where that reading is chosen', () => {
    expect(date(knownDueDay(issue({ orderedOn: day('2026-09-29'), limit: '3日内' }), WORKING))).toBe(
      '2026-10-09',
    );
  });

  it('count from the order, else from receipt, and anew after a return', () => {
    const received = issue({ limit: '3日内' });
    expect(date(knownDueDay(received, SETTINGS))).toBe('2026-10-11');
    const ordered = { ...received, orderedOn: day('2026-10-09') };
    expect(date(knownDueDay(ordered, SETTINGS))).toBe('2026-10-12');
    expect(date(knownDueDay({ ...ordered, reopenedOn: day('2026-10-20') }, SETTINGS))).toBe('2026-10-23');
  });

  it('are refused without a calendar of the year, a limit, or a day to count from', () => {
    expect(dueDay(issue({ orderedOn: day('2026-12-30'), limit: '3个工作日内' }), SETTINGS)).toEqual({
      problem: { code: 'CALENDAR_MISSING', params: { year: 2027, date: '2027-01-01' } },
    });
    expect(dueDay(without(issue(), 'limit'), SETTINGS)).toMatchObject({
      problem: { code: 'CASE_LIMIT_REQUIRED' },
    });
    expect(dueDay(issue({ limit: '尽快' }), SETTINGS)).toMatchObject({
      problem: { code: 'CASE_LIMIT_UNREADABLE', params: { found: '尽快' } },
    });
    expect(dueDay(without(issue(), 'receivedOn'), SETTINGS)).toMatchObject({
      problem: { code: 'CASE_RECEIVED_REQUIRED' },
    });
    expect(dueDay(issue({ limit: '2026-10-10前', reopenedOn: day('2026-10-12') }), SETTINGS)).toMatchObject({
      problem: { code: 'CASE_LIMIT_REQUIRED' },
    });
  });
});

describe('extension', () => {
  const open = issue({ state: '处理', orderedOn: day('2026-10-08') });

  it('moves the due day', () => {
    const extended = extendDeadline(open, day('2026-10-16'), SETTINGS, {
      on: day('2026-10-10'),
      reason: '等配件',
    });
    expect(extended.ok && extended.issue.extension).toEqual({
      to: day('2026-10-16'),
      from: day('2026-10-11'),
      grantedOn: day('2026-10-10'),
      reason: '等配件',
    });
    expect(extended.ok && date(knownDueDay(extended.issue, SETTINGS))).toBe('2026-10-16');
  });

  it('is later than the due day, or none', () => {
    for (const to of ['2026-10-11', '2026-10-10']) {
      expect(extendDeadline(open, day(to), SETTINGS)).toMatchObject({
        ok: false,
        problem: { code: 'CASE_EXTENSION_NOT_LATER', params: { found: to, due: '2026-10-11' } },
      });
    }
    expect(extendDeadline(open, day('2026-10-12'), SETTINGS).ok).toBe(true);
  });

  it('comes too late once handled, and needs a due day', () => {
    expect(extendDeadline({ ...open, state: '纠正措施' }, day('2026-10-20'), SETTINGS)).toMatchObject({
      problem: { code: 'CASE_EXTENSION_TOO_LATE' },
    });
    expect(extendDeadline(without(open, 'limit'), day('2026-10-20'), SETTINGS)).toMatchObject({
      problem: { code: 'CASE_LIMIT_REQUIRED' },
    });
  });
});

describe('overdue', () => {
  const open = issue({ state: '处理', orderedOn: day('2026-10-08'), limit: '3日内' });

  it.each([
    ['2026-10-10', 0],
    ['2026-10-11', 0],
    ['2026-10-12', 1],
    ['2026-10-15', 4],
  ])('on %s by %d days, the due day being 2026-10-11', (today, days) => {
    expect(overdueDays(open, day(today), SETTINGS)).toBe(days);
  });

  it('stops on the day of handling', () => {
    const handled = { ...open, state: '回访' as const, handledOn: day('2026-10-13') };
    expect(overdueDays(handled, day('2026-11-30'), SETTINGS)).toBe(2);
    expect(overdueDays({ ...handled, handledOn: day('2026-10-11') }, day('2026-11-30'), SETTINGS)).toBe(0);
  });

  it('claims no more than what was seen where that day is not known', () => {
    const seen = { ...open, state: '回访' as const, seenOpenOn: day('2026-10-12') };
    expect(overdueDays(seen, day('2026-11-30'), SETTINGS)).toBe(1);
    expect(overdueDays({ ...open, state: '回访' }, day('2026-11-30'), SETTINGS)).toBe(0);
  });

  it('lists what is open, the longest first', () => {
    const issues = [
      { ...open, id: '2026-001' },
      { ...open, id: '2026-002', limit: '当天' },
      { ...open, id: '2026-003', state: '纠正措施' as const },
      { ...open, id: '2026-004', limit: '10日内' },
      { ...open, id: '2026-005', limit: '随时' },
    ];
    expect(
      overdueIssues(issues, day('2026-10-12'), SETTINGS).map(({ issue: { id }, days }) => [id, days]),
    ).toEqual([
      ['2026-002', 4],
      ['2026-001', 1],
    ]);
    expect(undatedIssues(issues, SETTINGS).map(({ issue: { id }, problem }) => [id, problem.code])).toEqual([
      ['2026-005', 'CASE_LIMIT_UNREADABLE'],
    ]);
  });

  it('awaits handling until it is handled', () => {
    expect(CASE_STATES.filter(awaitsHandling)).toEqual(['受理', '督办', '处理']);
  });
});

describe('due soon', () => {
  const due = (id: string, limit: string) =>
    issue({ id, state: '督办', orderedOn: day('2026-10-08'), limit });
  const issues = [
    due('2026-001', '5日内'),
    due('2026-002', '4日内'),
    due('2026-003', '7日内'),
    due('2026-004', '3日内'),
  ];

  it('from two days before to the due day itself', () => {
    // due on 13, 12, 15 and 11 October
    expect(
      dueSoonIssues(issues, day('2026-10-12'), SETTINGS).map(({ issue: { id }, days }) => [id, days]),
    ).toEqual([
      ['2026-002', 0],
      ['2026-001', 1],
    ]);
    expect(dueSoonIssues(issues, day('2026-10-13'), SETTINGS).map(({ issue: { id } }) => id)).toEqual([
      '2026-001',
      '2026-003',
    ]);
  });
});

describe('call-backs due', () => {
  it('are those not made yet, the longest waiting first', () => {
    const waiting = (id: string, fields: object) => issue({ id, state: '回访', ...fields });
    const issues = [
      waiting('2026-001', { checkedOn: day('2026-10-12') }),
      waiting('2026-002', { checkedOn: day('2026-10-09') }),
      waiting('2026-003', { checkedOn: day('2026-10-09'), calledBackOn: day('2026-10-10') }),
      waiting('2026-004', {}),
      issue({ id: '2026-005', state: '检查确认' }),
    ];
    const list = callBacksDue(issues, day('2026-10-15'), { ...SETTINGS, callBackDays: 3 });
    expect(list.map(({ issue: { id }, waiting: days, late }) => [id, days, late])).toEqual([
      ['2026-002', 6, true],
      ['2026-001', 3, false],
      ['2026-004', undefined, false],
    ]);
    expect(callBacksDue(issues, day('2026-12-15'), SETTINGS).some(({ late }) => late)).toBe(false);
  });
});
