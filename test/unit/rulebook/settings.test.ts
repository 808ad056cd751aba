import { ProblemError } from '../../../src/facts/problem';
import { formatDecimal } from '../../../src/facts/decimal';
import { formatDay } from '../../../src/facts/date';
import {
  ParamTable,
  readingsInForce,
  requireDay,
  unsetClauses,
  versionDay,
} from '../../../src/rulebook/settings';
import { clause, fine, deduct, reading, smallRulebook, switched, unset } from '../../support/smallRulebook';
import { day, shipped } from '../../support/scoring';

const problemOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
};

const rulebook = smallRulebook(
  [
    clause('A', { sameDay: switched('sameDay', { separate: 'separate', once: 'once' }) }),
    clause('B', {
      escalation: {
        minCount: switched('repeatMin', { 2: 2, 3: 3 }),
        mode: 'extra',
        effects: [deduct('1')],
      },
    }),
    clause('C', { catchAll: switched('lastResort', { true: true, false: false }) }),
  ],
  {
    readings: [
      reading('sameDay', 'separate', 'once'),
      reading('repeatMin', 2, 3),
      reading('lastResort', true, false),
    ],
  },
);

describe('readingsInForce', () => {
  it('starts from the defaults', () => {
    expect(readingsInForce(rulebook)).toEqual({ sameDay: 'separate', repeatMin: 2, lastResort: true });
  });

  it('takes the choices over them and ignores readings of other rulebooks', () => {
    expect(readingsInForce(rulebook, { repeatMin: 3, lastResort: false, overlap: 'highest' })).toEqual({
      sameDay: 'separate',
      repeatMin: 3,
      lastResort: false,
    });
  });

  it('takes a value written as text for the option it spells', () => {
    expect(readingsInForce(rulebook, { repeatMin: '3', lastResort: 'false' })).toEqual({
      sameDay: 'separate',
      repeatMin: 3,
      lastResort: false,
    });
  });

  it('refuses a value that is no option', () => {
    expect(problemOf(() => readingsInForce(rulebook, { repeatMin: 4 }))).toEqual({
      code: 'BAD_READING',
      params: { reading: 'repeatMin', found: '4', allowed: '2 | 3' },
    });
  });
});

describe('ParamTable', () => {
  const on = (table: ParamTable, id: string, date: string): string | undefined => {
    const value = table.on(id, day(date));
    return value === undefined ? undefined : formatDecimal(value);
  };

  it('gives plain values on any day', () => {
    const table = new ParamTable({ 'QA-01': '2.5' });
    expect(on(table, 'QA-01', '2020-01-01')).toBe('2.5');
    expect(on(table, 'QA-02', '2020-01-01')).toBeUndefined();
    expect(table.changes()).toEqual([]);
  });

  it('gives a dated value from its day on, over the plain one before', () => {
    const table = new ParamTable({ 'QA-01': '2' }, [
      { effective: day('2026-11-01'), params: { 'QA-01': '4' } },
      { effective: day('2026-10-15'), params: { 'QA-01': '3', 'QA-02': '1' } },
    ]);
    expect(on(table, 'QA-01', '2026-10-14')).toBe('2');
    expect(on(table, 'QA-01', '2026-10-15')).toBe('3');
    expect(on(table, 'QA-01', '2026-10-31')).toBe('3');
    expect(on(table, 'QA-01', '2026-11-01')).toBe('4');
    expect(on(table, 'QA-02', '2026-10-14')).toBeUndefined();
    expect(on(table, 'QA-02', '2027-10-14')).toBe('1');
    expect(table.changes().map(formatDay)).toEqual(['2026-10-15', '2026-11-01']);
  });

  it.each(['', '二', '1e2', '1,5'])('refuses %p', (found) => {
    expect(problemOf(() => new ParamTable({ X: found }))).toEqual({
      code: 'BAD_PARAM',
      params: { param: 'X', found },
    });
    expect(problemOf(() => new ParamTable({}, [{ effective: 0, params: { X: found } }]))).toEqual({
      code: 'BAD_PARAM',
      params: { param: 'X', found },
    });
  });
});

describe('unsetClauses', () => {
  it('lists the clauses whose amount the user must give', () => {
    const book = smallRulebook([clause('A'), clause('B', { effects: [fine('5'), unset()] })]);
    expect(unsetClauses(book)).toEqual(['B']);
    expect(unsetClauses(shipped('QA'))).toEqual([
      'QA-01',
      'QA-02',
      'QA-03',
      'QA-04',
      'QA-05',
      'QA-06',
      'QA-07',
      'QA-08',
    ]);
    expect(unsetClauses(shipped('SVC'))).toEqual([]);
  });
});

describe('versionDay', () => {
  it('is the day of the record or the end of the month', () => {
    const [recorded, end] = [day('2026-10-08'), day('2026-10-31')];
    expect(versionDay(shipped('QA'), { versionBy: 'record-date' }, recorded, end)).toBe(recorded);
    expect(versionDay(shipped('QA'), { versionBy: 'month-end' }, recorded, end)).toBe(end);
    expect(versionDay(shipped('GM'), {}, recorded, end)).toBe(recorded);
  });
});

describe('requireDay', () => {
  it('reads a date or says where a bad one stands', () => {
    expect(requireDay('2026-10-08', 'from')).toBe(day('2026-10-08'));
    expect(problemOf(() => requireDay('8.10.', 'from'))).toEqual({
      code: 'BAD_DATE',
      params: { where: 'from', found: '8.10.' },
    });
  });
});
