import { ProblemError } from '../../../src/facts/problem';
import type { WorkCalendar } from '../../../src/facts/workdays';
import { counted, refusedBy } from '../../support/counting';
import { day } from '../../support/scoring';

/** 1 to 7 October 2026 off, Saturday the 10th worked; speaks for 2026 only. */
const calendar: WorkCalendar = {
  years: new Set([2026]),
  holidays: new Set([1, 2, 3, 4, 5, 6, 7].map((date) => day(`2026-10-0${date}`))),
  makeupWorkdays: new Set([day('2026-10-10')]),
};

describe('deadline_clock', () => {
  const clock = (inclusive: unknown) => ({ mode: 'deadline_clock', unit: '次', time: '10:00', inclusive });
  const switched = { reading: 'clockInclusive', cases: { true: true, false: false } };

  it.each([
    ['2026-10-08T09:59:59', true, '0', 'SUBMITTED_IN_TIME'],
    ['2026-10-08T10:00:00', true, '0', 'SUBMITTED_IN_TIME'],
    ['2026-10-08T10:00:01', true, '1', 'SUBMITTED_LATE'],
    ['2026-10-08T10:00:00', false, '1', 'SUBMITTED_LATE'],
    ['2026-10-08T09:59:59', false, '0', 'SUBMITTED_IN_TIME'],
    ['2026-10-09T08:00', true, '1', 'SUBMITTED_LATE'],
    ['2026-10-07T23:00', true, '0', 'SUBMITTED_IN_TIME'],
    ['2026-11-01T00:00', true, '1', 'SUBMITTED_LATE'],
  ])('submitted at %s, the stroke in time %p: %s units', (submittedAt, inclusive, units, code) => {
    expect(counted(clock(inclusive), { submittedAt })).toEqual({ units, code });
    expect(counted(clock(switched), { submittedAt }, { readings: { clockInclusive: inclusive } })).toEqual({
      units,
      code,
    });
  });

  it('counts once what was never submitted', () => {
    expect(counted(clock(true), {})).toEqual({ units: '1', code: 'NOT_SUBMITTED' });
  });

  it('minds the minutes of the time', () => {
    const half = { mode: 'deadline_clock', unit: '次', time: '17:30', inclusive: true };
    expect(counted(half, { submittedAt: '2026-10-08T17:30' }).units).toBe('0');
    expect(counted(half, { submittedAt: '2026-10-08T17:31' }).units).toBe('1');
  });
});

describe('deadline_dom', () => {
  const dom = (more: object = {}) => ({
    mode: 'deadline_dom',
    unit: '天',
    day: 5,
    shift: 'none',
    lateDays: 'calendar',
    lateMonth: 'split',
    ...more,
  });
  const due = { date: '2026-10-05' };

  it.each([
    ['2026-10-03', '0', 'ON_TIME'],
    ['2026-10-05', '0', 'ON_TIME'],
    ['2026-10-06', '1', 'LATE_DAYS'],
    ['2026-10-12', '7', 'LATE_DAYS'],
    ['2026-11-03', '26', 'LATE_DAYS'],
  ])('due on the 5th, done on %s: %s days in October', (submittedOn, units, code) => {
    expect(counted(dom(), { ...due, submittedOn })).toEqual({ units, code });
  });

  it('counts what is not done yet to the end of the month', () => {
    expect(counted(dom(), due)).toEqual({ units: '26', code: 'NOT_SUBMITTED_DAYS' });
    expect(counted(dom(), due, { month: '2026-11' })).toEqual({ units: '30', code: 'NOT_SUBMITTED_DAYS' });
  });

  it('gives each month its own late days', () => {
    const late = { ...due, submittedOn: '2026-12-02' };
    expect(counted(dom(), late, { month: '2026-10' }).units).toBe('26');
    expect(counted(dom(), late, { month: '2026-11' }).units).toBe('30');
    expect(counted(dom(), late, { month: '2026-12' }).units).toBe('2');
    expect(counted(dom(), late, { month: '2027-01' })).toEqual({ units: '0', code: 'ON_TIME' });
  });

  it('gives all late days to the month of the due date under that reading', () => {
    const all = dom({
      lateMonth: { reading: 'lateMonth', cases: { split: 'split', 'due-month': 'due-month' } },
    });
    const late = { ...due, submittedOn: '2026-11-03' };
    const readings = { lateMonth: 'due-month' };
    expect(counted(all, late, { readings }).units).toBe('29');
    expect(counted(all, late, { readings, month: '2026-11' }).units).toBe('0');
    expect(counted(all, due, { readings }).units).toBe('26');
  });

  it('moves the due day by the holidays it falls on', () => {
    const holidays = dom({ shift: 'holidays' });
    // the 5th is off until the 7th: due on Thursday the 8th
    expect(counted(holidays, { ...due, submittedOn: '2026-10-08' }, { calendar }).units).toBe('0');
    expect(counted(holidays, { ...due, submittedOn: '2026-10-09' }, { calendar }).units).toBe('1');
    // Sunday the 11th is no statutory holiday
    expect(counted(holidays, { date: '2026-10-11', submittedOn: '2026-10-12' }, { calendar }).units).toBe(
      '1',
    );
  });

  it('moves the due day by weekends as well where the reading says so', () => {
    const weekends = dom({
      shift: { reading: 'weekendShift', cases: { true: 'holidays-and-weekends', false: 'holidays' } },
    });
    const sunday = { date: '2026-10-11', submittedOn: '2026-10-12' };
    expect(counted(weekends, sunday, { calendar, readings: { weekendShift: true } }).units).toBe('0');
    expect(counted(weekends, sunday, { calendar, readings: { weekendShift: false } }).units).toBe('1');
    // Saturday the 10th is worked: no shift
    expect(
      counted(
        weekends,
        { date: '2026-10-10', submittedOn: '2026-10-12' },
        { calendar, readings: { weekendShift: true } },
      ).units,
    ).toBe('2');
  });

  it('counts late working days where the reading says so', () => {
    const working = dom({
      lateDays: { reading: 'lateDays', cases: { calendar: 'calendar', working: 'working' } },
    });
    const late = { ...due, submittedOn: '2026-10-12' };
    // 8, 9, 10 (worked Saturday) and 12 October
    expect(counted(working, late, { calendar, readings: { lateDays: 'working' } }).units).toBe('4');
    expect(counted(working, late, { calendar, readings: { lateDays: 'calendar' } }).units).toBe('7');
  });

  it('does not guess the holidays of a year without a calendar', () => {
    const shifted = dom({ shift: 'holidays' });
    expect(() => counted(shifted, { date: '2027-01-05' }, { calendar, month: '2027-01' })).toThrow(
      ProblemError,
    );
  });
});

describe('deadline_workdays after losing people', () => {
  const attrition = (more: object = {}) => ({
    mode: 'deadline_workdays',
    unit: '天',
    workdays: 5,
    trigger: { event: 'attrition', quota: 'quota', excess: '2', inclusive: true },
    lateDays: 'calendar',
    lateMonth: 'split',
    charge: 'per-day',
    ...more,
  });
  const exclusive = { event: 'attrition', quota: 'quota', excess: '2', inclusive: false };
  const params = { quota: '3' };
  // lost on Thursday the 8th; Monday to Friday: 9, 12, 13, 14, 15 -> due on the 15th
  const lost = (more: object) => ({ date: '2026-10-08', ...more });

  it.each([
    ['4', '2026-10-20', '0', 'ATTRITION_WITHIN'],
    ['5', '2026-10-15', '0', 'ON_TIME'],
    ['5', '2026-10-16', '1', 'LATE_DAYS'],
    ['5', '2026-10-20', '5', 'LATE_DAYS'],
    ['6', '2026-10-20', '5', 'LATE_DAYS'],
  ])('%s lost, replaced on %s: %s days', (people, replenishedOn, units, code) => {
    expect(counted(attrition(), lost({ attrition: people, replenishedOn }), { params })).toEqual({
      units,
      code,
    });
  });

  it('starts above the bound only where the bound does not count', () => {
    const more = { replenishedOn: '2026-10-20' };
    const above = attrition({ trigger: exclusive });
    expect(counted(above, lost({ ...more, attrition: '5' }), { params }).code).toBe('ATTRITION_WITHIN');
    expect(counted(above, lost({ ...more, attrition: '6' }), { params }).units).toBe('5');
  });

  it('counts people not replaced to the end of the month', () => {
    expect(counted(attrition(), lost({ attrition: '5' }), { params })).toEqual({
      units: '16',
      code: 'NOT_SUBMITTED_DAYS',
    });
    expect(counted(attrition(), lost({ attrition: '5' }), { params, month: '2026-11' }).units).toBe('30');
  });

  it('skips the holidays of the calendar', () => {
    // lost on 30 September; 8, 9, 10 (worked), 12, 13 -> due on the 13th
    const before = { date: '2026-09-30', attrition: '5', replenishedOn: '2026-10-14' };
    expect(counted(attrition(), before, { params, calendar }).units).toBe('1');
  });

  it('needs the number of people lost', () => {
    expect(refusedBy(attrition(), {})).toBe('VALUE_REQUIRED');
    expect(refusedBy(attrition(), { attrition: '0' })).toBeUndefined();
  });
});

describe('deadline_workdays after acceptance', () => {
  const settlement = {
    mode: 'deadline_workdays',
    unit: '次',
    workdays: 10,
    trigger: { event: 'acceptance' },
    lateDays: 'calendar',
    lateMonth: 'split',
    charge: 'once',
  };
  // accepted on Thursday 1 October; Monday to Friday: due on the 15th
  const accepted = { acceptedOn: '2026-10-01' };

  it.each([
    ['2026-10-15', '0', 'ON_TIME'],
    ['2026-10-16', '1', 'LATE_DAYS'],
    ['2026-12-24', '1', 'LATE_DAYS'],
  ])('settled on %s: %s', (settledOn, units, code) => {
    expect(counted(settlement, { ...accepted, settledOn })).toEqual({ units, code });
  });

  it('is late when unsettled at the end of the month and the day has passed', () => {
    expect(counted(settlement, accepted)).toEqual({ units: '1', code: 'NOT_SUBMITTED_DAYS' });
    expect(counted(settlement, { acceptedOn: '2026-10-20' })).toEqual({ units: '0', code: 'ON_TIME' });
  });

  it('believes a record without the day of acceptance', () => {
    expect(counted(settlement, { qty: '2' })).toEqual({ units: '2', code: 'OCCURRED' });
  });

  it('needs nothing else', () => {
    expect(refusedBy(settlement, {})).toBeUndefined();
  });
});
