import { counted, refusedBy } from '../../support/counting';

const byReading = { reading: 'aboveInclusive', cases: { true: true, false: false } };

describe('measure_threshold', () => {
  const bound5 = (inclusive: unknown) => ({
    mode: 'measure_threshold',
    unit: '次',
    measure: 'late_minutes',
    measureUnit: '分钟',
    value: '5',
    inclusive,
  });

  it.each([
    ['4', true, '0', 'NOT_REACHED'],
    ['4.999', true, '0', 'NOT_REACHED'],
    ['5', true, '1', 'REACHED'],
    ['5.0', true, '1', 'REACHED'],
    ['6', true, '1', 'REACHED'],
    ['4', false, '0', 'NOT_EXCEEDED'],
    ['5', false, '0', 'NOT_EXCEEDED'],
    ['5.001', false, '1', 'EXCEEDED'],
    ['6', false, '1', 'EXCEEDED'],
  ])('%s minutes, bound included %p: %s units', (value, inclusive, units, code) => {
    expect(counted(bound5(inclusive), { value })).toEqual({ units, code });
    expect(counted(bound5(byReading), { value }, { readings: { aboveInclusive: inclusive } })).toEqual({
      units,
      code,
    });
  });

  it.each([
    ['10', true, '1', 'REACHED'],
    ['10', false, '0', 'ABOVE_BAND'],
    ['9.999', false, '1', 'REACHED'],
    ['10.001', true, '0', 'ABOVE_BAND'],
    ['4', true, '0', 'NOT_REACHED'],
  ])('%s minutes of a band from 5 to 10, its end included %p: %s units', (value, inclusive, units, code) => {
    expect(counted({ ...bound5(true), upTo: { value: '10', inclusive } }, { value })).toEqual({
      units,
      code,
    });
  });

  it('counts the quantity of a record above the bound', () => {
    expect(counted(bound5(true), { value: '9', qty: '3' })).toEqual({ units: '3', code: 'REACHED' });
  });

  it('believes a record without a value', () => {
    expect(counted(bound5(true), { qty: '2' })).toEqual({ units: '2', code: 'OCCURRED' });
  });

  it('does not measure another behaviour of the clause', () => {
    expect(counted(bound5(true), { value: '1' }, { measuredTrigger: false })).toEqual({
      units: '1',
      code: 'OCCURRED',
    });
  });
});

describe('quota_shortfall', () => {
  const quota = (charge: unknown) => ({
    mode: 'quota_shortfall',
    unit: '次',
    measure: 'households_visited',
    measureUnit: '户',
    target: '15',
    charge,
  });
  const switched = { reading: 'quota', cases: { once: 'once', 'per-unit': 'per-unit' } };

  it.each([
    ['12', 'once', '1', 'QUOTA_MISSED'],
    ['12', 'per-unit', '3', 'QUOTA_MISSED'],
    ['0', 'per-unit', '15', 'QUOTA_MISSED'],
    ['14', 'per-unit', '1', 'QUOTA_MISSED'],
    ['15', 'once', '0', 'QUOTA_MET'],
    ['15', 'per-unit', '0', 'QUOTA_MET'],
    ['16', 'per-unit', '0', 'QUOTA_MET'],
  ])('%s of 15 visits, charged %s: %s units', (value, charge, units, code) => {
    expect(counted(quota(charge), { value })).toEqual({ units, code });
    expect(counted(quota(switched), { value }, { readings: { quota: charge } })).toEqual({ units, code });
  });

  it('takes no negative number of visits', () => {
    expect(refusedBy(quota('per-unit'), { value: '-1' })).toBe('VALUE_REQUIRED');
    expect(refusedBy(quota('per-unit'), { value: '0' })).toBeUndefined();
    expect(refusedBy(quota('per-unit'), {})).toBeUndefined();
  });

  it('believes a record that states the shortfall itself', () => {
    expect(counted(quota('once'), {})).toEqual({ units: '1', code: 'OCCURRED' });
    expect(counted(quota('per-unit'), { qty: '4' })).toEqual({ units: '4', code: 'OCCURRED' });
    expect(counted(quota('once'), { value: '20' }, { measuredTrigger: false })).toEqual({
      units: '1',
      code: 'OCCURRED',
    });
  });
});

describe('rate_below', () => {
  const rate = (cause: unknown) => ({ mode: 'rate_below', unit: '次', measure: 'rate', limit: '95', cause });

  it.each([
    // 95 % of 200000 is exactly 190000
    ['189999.99', '200000', '1', 'RATE_BELOW'],
    ['190000', '200000', '0', 'RATE_MET'],
    ['190000.01', '200000', '0', 'RATE_MET'],
    // 949.99 / 1000 would round to 95.0 %
    ['949.99', '1000', '1', 'RATE_BELOW'],
    ['0', '0', '0', 'RATE_NOT_APPLICABLE'],
    ['0', '1', '1', 'RATE_BELOW'],
  ])('%s collected of %s due: %s units', (collected, due, units, code) => {
    expect(counted(rate('automatic'), { collected, due })).toEqual({ units, code });
  });

  it('waits for the cause where the reading asks for it', () => {
    const cause = { reading: 'cause', cases: { automatic: 'automatic', confirmed: 'confirmed' } };
    const low = { collected: '90', due: '100' };
    expect(counted(rate(cause), low, { readings: { cause: 'automatic' } }).units).toBe('1');
    expect(counted(rate(cause), low, { readings: { cause: 'confirmed' } })).toEqual({
      units: '0',
      code: 'CAUSE_NOT_CONFIRMED',
    });
    expect(
      counted(rate(cause), { ...low, flags: ['cause_confirmed'] }, { readings: { cause: 'confirmed' } }),
    ).toEqual({ units: '1', code: 'RATE_BELOW' });
    expect(counted(rate(cause), { ...low, flags: [] }, { readings: { cause: 'confirmed' } }).units).toBe('0');
  });

  it('believes a record without amounts', () => {
    expect(counted(rate('automatic'), {})).toEqual({ units: '1', code: 'OCCURRED' });
  });
});

describe('count_threshold', () => {
  const threshold = {
    mode: 'count_threshold',
    unit: '次',
    measure: 'complaints',
    threshold: 'frequencyThreshold',
  };
  const params = { frequencyThreshold: '3' };

  it.each([
    ['0', '1', '0', 'COUNT_BELOW'],
    ['1', '1', '0', 'COUNT_BELOW'],
    ['2', '1', '1', 'COUNT_REACHED'],
    ['0', '3', '1', 'COUNT_REACHED'],
    ['0', '7', '1', 'COUNT_REACHED'],
    ['3', '1', '0', 'COUNT_ALREADY_CHARGED'],
    ['5', '2', '0', 'COUNT_ALREADY_CHARGED'],
  ])('%s before and %s now of 3: %s units', (prior, qty, units, code) => {
    const priorUnits = Number(prior) >= 3 ? '1' : '0';
    expect(counted(threshold, { qty }, { prior, priorUnits, params })).toEqual({ units, code });
  });

  it('looks at what was charged, not at what came before, as the threshold may change within the month', () => {
    // four before under a threshold of 5, which is 3 from now on; and three before, charged, now 5
    expect(counted(threshold, {}, { prior: '4', params })).toEqual({ units: '1', code: 'COUNT_REACHED' });
    const five = { frequencyThreshold: '5' };
    expect(counted(threshold, { qty: '2' }, { prior: '3', priorUnits: '1', params: five })).toEqual({
      units: '0',
      code: 'COUNT_ALREADY_CHARGED',
    });
  });

  it('charges the first record once under a threshold of zero', () => {
    const zero = { frequencyThreshold: '0' };
    expect(counted(threshold, {}, { params: zero })).toEqual({ units: '1', code: 'COUNT_REACHED' });
    expect(counted(threshold, {}, { params: zero, prior: '1', priorUnits: '1' }).units).toBe('0');
  });
});

describe('rank_last', () => {
  const last = (tied: unknown) => ({ mode: 'rank_last', unit: '次', tied });

  it.each([
    [{}, '1', 'RANK_LAST'],
    [{ last: true, groupSize: 5 }, '1', 'RANK_LAST'],
    [{ last: false, groupSize: 5 }, '0', 'RANK_NOT_LAST'],
    [{ last: true, groupSize: 2 }, '1', 'RANK_LAST'],
    [{ last: true, groupSize: 1 }, '0', 'RANK_GROUP_OF_ONE'],
  ])('%p: %s units', (fields, units, code) => {
    expect(counted(last('all'), fields)).toEqual({ units, code });
  });

  it('takes all of the tied or none', () => {
    const tied = { last: true, tied: true, groupSize: 4 };
    const switched = { reading: 'tiedLast', cases: { all: 'all', none: 'none' } };
    expect(counted(last(switched), tied, { readings: { tiedLast: 'all' } }).code).toBe('RANK_LAST');
    expect(counted(last(switched), tied, { readings: { tiedLast: 'none' } })).toEqual({
      units: '0',
      code: 'RANK_TIED',
    });
    expect(counted(last('none'), { ...tied, tied: false }).units).toBe('1');
  });
});
