import { counted, refusedBy } from '../../support/counting';

describe('occurrence', () => {
  const occurrence = { mode: 'occurrence', unit: '次' };

  it('counts the quantity', () => {
    expect(counted(occurrence, {})).toEqual({ units: '1', code: 'OCCURRED' });
    expect(counted(occurrence, { qty: '4' })).toEqual({ units: '4', code: 'OCCURRED' });
  });
});

describe('flag_on_any_record', () => {
  it('counts like an occurrence when it is recorded by itself', () => {
    const flagged = { mode: 'flag_on_any_record', unit: '次', flag: 'serious' };
    expect(counted(flagged, { qty: '2' })).toEqual({ units: '2', code: 'OCCURRED' });
  });
});

describe('treat_as', () => {
  it('counts the quantity', () => {
    const treated = { mode: 'treat_as', unit: '次', as: '迟到', target: null };
    expect(counted(treated, { qty: '2' })).toEqual({ units: '2', code: 'TREATED_AS' });
  });
});

describe('excess_per_day', () => {
  const excess = { mode: 'excess_per_day', unit: '人', measure: 'late_count', allowance: '2' };

  it.each([
    ['0', '1', '0', 'WITHIN_ALLOWANCE'],
    ['0', '2', '0', 'WITHIN_ALLOWANCE'],
    ['0', '3', '1', 'OVER_ALLOWANCE'],
    ['0', '7', '5', 'OVER_ALLOWANCE'],
    // the day's earlier records have used the allowance up, wholly or in part
    ['1', '1', '0', 'WITHIN_ALLOWANCE'],
    ['1', '2', '1', 'OVER_ALLOWANCE'],
    ['2', '1', '1', 'OVER_ALLOWANCE'],
    ['5', '3', '3', 'OVER_ALLOWANCE'],
    ['5', '0', '0', 'WITHIN_ALLOWANCE'],
  ])('%s people earlier and %s now, 2 allowed: %s units', (prior, value, units, code) => {
    expect(counted(excess, { value }, { prior })).toEqual({ units, code });
  });

  it('takes a quantity for the excess itself', () => {
    expect(counted(excess, { qty: '3' })).toEqual({ units: '3', code: 'OVER_ALLOWANCE_STATED' });
  });

  it('needs one of the two, and no negative number', () => {
    expect(refusedBy(excess, {})).toBe('VALUE_REQUIRED');
    expect(refusedBy(excess, { value: '-1' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(excess, { value: '0' })).toBeUndefined();
    expect(refusedBy(excess, { qty: '1' })).toBeUndefined();
  });
});

describe('abs_diff_per_day', () => {
  const difference = (how: unknown) => ({ mode: 'abs_diff_per_day', unit: '人', difference: how });
  const switched = {
    reading: 'headcount',
    cases: { absolute: 'absolute', 'over-report': 'over-report' },
  };

  it.each([
    ['52', '50', 'absolute', '2', 'HEADCOUNT_DIFFERS'],
    ['47', '50', 'absolute', '3', 'HEADCOUNT_DIFFERS'],
    ['50', '50', 'absolute', '0', 'HEADCOUNT_AGREES'],
    ['52', '50', 'over-report', '2', 'HEADCOUNT_DIFFERS'],
    ['47', '50', 'over-report', '0', 'HEADCOUNT_AGREES'],
  ])('%s reported, %s there, %s: %s units', (reported, actual, how, units, code) => {
    expect(counted(difference(how), { reported, actual })).toEqual({ units, code });
    expect(counted(difference(switched), { reported, actual }, { readings: { headcount: how } })).toEqual({
      units,
      code,
    });
  });

  it('takes a quantity for the difference itself', () => {
    expect(counted(difference('absolute'), { qty: '2' })).toEqual({ units: '2', code: 'OCCURRED' });
  });

  it('needs both counts or a quantity', () => {
    expect(refusedBy(difference('absolute'), { reported: '5' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(difference('absolute'), { actual: '5' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(difference('absolute'), {})).toBe('VALUE_REQUIRED');
    expect(refusedBy(difference('absolute'), { reported: '5', actual: '5' })).toBeUndefined();
    expect(refusedBy(difference('absolute'), { qty: '1' })).toBeUndefined();
  });
});

describe('per_hour', () => {
  const hours = (rounding: unknown) => ({ mode: 'per_hour', unit: '工时', measure: 'hours', rounding });
  const switched = { reading: 'rounding', cases: { floor: 'floor', proportional: 'proportional' } };

  it.each([
    ['7', 'floor', '7', 'HOURS_MISSING'],
    ['7.9', 'floor', '7', 'HOURS_MISSING'],
    ['0.9', 'floor', '0', 'HOURS_BELOW_ONE'],
    ['7.9', 'proportional', '7.9', 'HOURS_MISSING'],
    ['0.25', 'proportional', '0.25', 'HOURS_MISSING'],
    ['0', 'proportional', '0', 'HOURS_BELOW_ONE'],
  ])('%s hours, %s: %s units', (value, rounding, units, code) => {
    expect(counted(hours(rounding), { value })).toEqual({ units, code });
    expect(counted(hours(switched), { value }, { readings: { rounding } })).toEqual({ units, code });
  });

  it('takes a quantity for the hours', () => {
    expect(counted(hours('proportional'), { qty: '1.5' })).toEqual({ units: '1.5', code: 'HOURS_MISSING' });
  });

  it('needs one of the two, and no negative number', () => {
    expect(refusedBy(hours('floor'), {})).toBe('VALUE_REQUIRED');
    expect(refusedBy(hours('floor'), { value: '-1' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(hours('floor'), { value: '1' })).toBeUndefined();
    expect(refusedBy(hours('floor'), { qty: '1' })).toBeUndefined();
  });
});

describe('rate_below', () => {
  const rate = { mode: 'rate_below', unit: '次', measure: 'rate', limit: '95', cause: 'automatic' };

  it('needs both amounts or neither, and no negative one', () => {
    expect(refusedBy(rate, { collected: '5' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(rate, { due: '5' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(rate, { collected: '5', due: '-5' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(rate, { collected: '-5', due: '5' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(rate, {})).toBeUndefined();
    expect(refusedBy(rate, { collected: '5', due: '5' })).toBeUndefined();
  });
});

describe('state', () => {
  const state = (count: unknown) => ({ mode: 'state', unit: '期', count });
  const switched = { reading: 'stateCount', cases: { once: 'once', 'per-event': 'per-event' } };

  it('holds once a period however often it is recorded', () => {
    expect(counted(state('once'), { qty: '3' })).toEqual({ units: '1', code: 'STATE_HOLDS' });
    expect(counted(state('once'), {}, { prior: '1' })).toEqual({ units: '0', code: 'STATE_ALREADY_COUNTED' });
  });

  it('counts each event where the reading says so', () => {
    const readings = { stateCount: 'per-event' };
    expect(counted(state(switched), { qty: '3' }, { readings, prior: '1' })).toEqual({
      units: '3',
      code: 'OCCURRED',
    });
    expect(counted(state(switched), { qty: '3' }, { readings: { stateCount: 'once' } }).units).toBe('1');
  });
});

describe('computed clauses and duties', () => {
  it.each([
    { mode: 'bonus_category', unit: '类/月', scope: 'category' },
    { mode: 'bonus_clean_month', unit: '人/月', lostBy: 'violation' },
    { mode: 'total_reached', unit: '人/月', points: '10' },
    { mode: 'tier', unit: '期', tier: 'high' },
    { mode: 'process', unit: '例' },
  ])('$mode counts no records', (count) => {
    expect(() => counted(count, {})).toThrow('counts no records');
  });
});
