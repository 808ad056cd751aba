import { firstRefusal, statusOf, type Refusal, type RefusalCode } from '../../../src/scoring/refusal';
import { clause, smallRulebook } from '../../support/smallRulebook';
import {
  cardOf,
  day,
  record,
  refusalCodes,
  resultOf,
  score,
  shipped,
  type Fields,
  type ScoreOptions,
} from '../../support/scoring';

const dated = smallRulebook([clause('A', { from: '2026-10-15', to: '2026-10-20' }), clause('B')]);
const only2025: ScoreOptions = {
  calendar: { years: new Set([2025]), holidays: new Set(), makeupWorkdays: new Set() },
};
const complaint = { kind: '投诉', level: 2 };

describe('what refuses a record', () => {
  it.each<[RefusalCode, string, Fields, ScoreOptions]>([
    ['UNKNOWN_CLAUSE', 'GM', { clause: 'GM-99' }, {}],
    ['UNKNOWN_CLAUSE', 'GM', { clause: 'toString' }, {}],
    ['CLAUSE_COMPUTED', 'GM', { clause: 'GM-18' }, {}],
    ['CLAUSE_COMPUTED', 'GM', { clause: 'GM-19' }, {}],
    ['CLAUSE_COMPUTED', 'CP', { clause: 'CP-H1' }, {}],
    ['CLAUSE_COMPUTED', 'OUT', { clause: 'OUT-1.B' }, {}],
    ['NEGATIVE_QTY', 'GM', { clause: 'GM-02', qty: '0' }, {}],
    ['NEGATIVE_QTY', 'GM', { clause: 'GM-02', qty: '-1' }, {}],
    ['NEGATIVE_QTY', 'OUT', { clause: 'OUT-7.5', qty: '-0.5' }, {}],
    ['FRACTIONAL_QTY', 'GM', { clause: 'GM-02', qty: '1.5' }, {}],
    ['QTY_TOO_LARGE', 'GM', { clause: 'GM-02', qty: '10001' }, {}],
    ['FLAG_NOT_ALLOWED', 'GM', { clause: 'GM-02', flags: ['serious'] }, {}],
    ['FLAG_NOT_ALLOWED', 'GM', { clause: 'GM-07', flags: ['serious', 'loss'] }, {}],
    ['FLAG_NOT_ALLOWED', 'PM', { clause: 'PM-2.1', flags: ['excused'] }, {}],
    ['KIND_REQUIRED', 'GAS', { clause: 'GAS-01' }, {}],
    ['KIND_REQUIRED', 'GAS', { clause: 'GAS-01', kind: '表扬' }, {}],
    ['LEVEL_REQUIRED', 'GAS', { clause: 'GAS-01', kind: '投诉', chosenDiscipline: '警告' }, {}],
    ['LEVEL_REQUIRED', 'GAS', { clause: 'GAS-01', kind: '投诉', level: 4 }, {}],
    ['EXEMPT_REASON_REQUIRED', 'GM', { clause: 'GM-09', flags: ['exempt'] }, {}],
    ['EXEMPT_REASON_REQUIRED', 'GM', { clause: 'GM-09', flags: ['exempt'], exemptReason: '  ' }, {}],
    ['UNSET_POINTS', 'QA', { clause: 'QA-01' }, { params: { 'QA-02': '1' } }],
    ['PARAM_REQUIRED', 'CQ', { clause: 'CQ-D2' }, { params: { 'CQ-D2': '3' } }],
    ['PARAM_REQUIRED', 'OUT', { clause: 'OUT-7.4', attrition: '9' }, {}],
    ['CALENDAR_MISSING', 'OUT', { clause: 'OUT-7.2', date: '2026-10-05' }, only2025],
    ['VALUE_REQUIRED', 'OUT', { clause: 'OUT-2.3' }, {}],
    ['VALUE_REQUIRED', 'OUT', { clause: 'OUT-2.5', reported: '50' }, {}],
    ['VALUE_REQUIRED', 'OUT', { clause: 'OUT-7.4' }, { params: { attritionQuota: '2' } }],
    ['VALUE_REQUIRED', 'OUT', { clause: 'OUT-7.5', value: '-3' }, {}],
    ['VALUE_REQUIRED', 'PM', { clause: 'PM-9.3', collected: '5' }, {}],
    ['CHOICE_REQUIRED', 'GM', { clause: 'GM-12' }, {}],
    ['CHOICE_REQUIRED', 'GAS', { clause: 'GAS-01', ...complaint }, {}],
    ['CHOICE_REQUIRED', 'GM', { clause: 'GM-15', flags: ['loss'] }, {}],
    ['RANGE_OUT_OF_BOUNDS', 'GM', { clause: 'GM-12', chosenPoints: '1.999' }, {}],
    ['RANGE_OUT_OF_BOUNDS', 'GM', { clause: 'GM-12', chosenPct: '50.01' }, {}],
    ['BELOW_MINIMUM', 'GAS', { clause: 'GAS-01', kind: '抱怨', chosenPoints: '9.999' }, {}],
    ['LINK_MISMATCH', 'GM', { clause: 'GM-12', chosenPoints: '3', chosenPct: '40' }, {}],
    ['DISCIPLINE_NOT_ALLOWED', 'GAS', { clause: 'GAS-01', ...complaint, chosenDiscipline: '罚站' }, {}],
    [
      'DISCIPLINE_NOT_ALLOWED',
      'GAS',
      { clause: 'GAS-01', ...complaint, chosenDiscipline: ['警告', '记过'] },
      {},
    ],
    [
      'DISCIPLINE_NOT_ALLOWED',
      'GM',
      { clause: 'GM-17', flags: ['loss'], chosenDiscipline: ['辞退', '记过'] },
      {},
    ],
  ])('%s: %s %j', (code, rulebook, fields, options) => {
    const scored = score(rulebook, [record(fields)], { base: '100', ...options });
    expect(refusalCodes(scored)).toEqual([code]);
    expect(cardOf(scored).state).toBe('incomplete');
    expect(cardOf(scored).entries.filter((entry) => entry.origin === 'record')).toEqual([]);
  });

  it('CLAUSE_NOT_IN_FORCE before the first and after the last day', () => {
    const dates = ['2026-10-14', '2026-10-15', '2026-10-20', '2026-10-21'];
    const scored = score(
      dated,
      dates.map((date) => record({ clause: 'A', date })),
    );
    expect(scored.refusals.map(({ code, params }) => [code, params?.date])).toEqual([
      ['CLAUSE_NOT_IN_FORCE', '2026-10-14'],
      ['CLAUSE_NOT_IN_FORCE', '2026-10-21'],
    ]);
    expect(resultOf(scored).pointsDeducted).toBe('4');
  });

  it('STATE_CONFLICT for a state that another record of the month contradicts', () => {
    const records = [record({ clause: 'CP-A1' }), record({ clause: 'CP-D1', date: '2026-10-30' })];
    const scored = score('CP', records);
    expect(scored.refusals).toMatchObject([
      { code: 'STATE_CONFLICT', clause: 'CP-A1', params: { clause: 'CP-A1', opposite: 'CP-D1' } },
    ]);
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '5', pointsAdded: '0' });
    expect(refusalCodes(score('CP', records, { readings: { stateConflict: 'allow' } }))).toEqual([]);
  });
});

describe('where a refusal points', () => {
  it('names the subject, the clause, the day, the row and what was found', () => {
    const scored = score('GM', [
      record({ clause: 'GM-02', at: ['质检', 4] }),
      record({ clause: 'GM-02', subject: '李四', date: '2026-10-09', qty: '0', at: ['质检', 5] }),
    ]);
    expect(scored.refusals).toEqual([
      {
        code: 'NEGATIVE_QTY',
        params: { clause: 'GM-02', found: '0', unit: '次' },
        subject: '李四',
        clause: 'GM-02',
        date: day('2026-10-09'),
        source: { sheet: '质检', row: 5 },
        record: 1,
      },
    ]);
    expect(cardOf(scored).state).toBe('complete');
    expect(cardOf(scored, '李四').state).toBe('incomplete');
  });
});

describe('the first of several reasons', () => {
  const codesOf = (rulebook: string, steps: readonly Fields[], options: ScoreOptions = {}) =>
    steps.map((fields) => refusalCodes(score(rulebook, [record(fields)], options)).join());

  it('goes from the quantity over flags, kind and level to the choice', () => {
    const faults = { clause: 'GAS-01', qty: '-0.5', flags: ['serious'], chosenDiscipline: '罚站' };
    expect(
      codesOf('GAS', [
        { ...faults, clause: 'GAS-00' },
        faults,
        { ...faults, qty: '0.5' },
        { ...faults, qty: '1' },
        { ...faults, qty: '1', flags: [] },
        { ...faults, qty: '1', flags: [], kind: '投诉' },
        { ...faults, qty: '1', flags: [], kind: '投诉', level: 3 },
        { ...faults, qty: '1', flags: [], kind: '投诉', level: 3, chosenDiscipline: '警告' },
      ]),
    ).toEqual([
      'UNKNOWN_CLAUSE',
      'NEGATIVE_QTY',
      'FRACTIONAL_QTY',
      'FLAG_NOT_ALLOWED',
      'KIND_REQUIRED',
      'LEVEL_REQUIRED',
      'DISCIPLINE_NOT_ALLOWED',
      '',
    ]);
  });

  it('asks for the amount before the other parameters', () => {
    const steps = [{ clause: 'CQ-D2' }];
    expect(codesOf('CQ', steps)).toEqual(['UNSET_POINTS']);
    expect(codesOf('CQ', steps, { params: { 'CQ-D2': '3' } })).toEqual(['PARAM_REQUIRED']);
    expect(codesOf('CQ', steps, { params: { 'CQ-D2': '3', frequencyThreshold: '2' } })).toEqual(['']);
  });

  it('puts the bounds of a choice before its link', () => {
    expect(
      codesOf('GM', [
        { clause: 'GM-12', chosenPoints: '6', chosenPct: '30' },
        { clause: 'GM-12', chosenPoints: '5', chosenPct: '30' },
        { clause: 'GM-12', chosenPoints: '5', chosenPct: '50' },
      ]),
    ).toEqual(['RANGE_OUT_OF_BOUNDS', 'LINK_MISMATCH', '']);
  });

  it('asks nothing of a record that is no violation', () => {
    expect(codesOf('GAS', [{ clause: 'GAS-01', verified: false }, { clause: 'GAS-P1' }])).toEqual(['', '']);
    expect(codesOf('GM', [{ clause: 'GM-11', value: '30', shift: '夜班' }])).toEqual(['']);
  });
});

describe('firstRefusal', () => {
  const refusal = (code: RefusalCode): Refusal => ({ code, subject: '张三', clause: 'A', date: 0 });

  it('finds the one that comes first in the order of the facts format', () => {
    expect(firstRefusal([])).toBeUndefined();
    const list = [refusal('STATE_CONFLICT'), refusal('LEVEL_REQUIRED'), refusal('UNSET_POINTS')];
    expect(firstRefusal(list)).toBe(list[1]);
    expect(firstRefusal([...list, refusal('UNKNOWN_CLAUSE')])?.code).toBe('UNKNOWN_CLAUSE');
  });

  it('takes the earlier record of two with the same code', () => {
    const [one, two] = [refusal('NEGATIVE_QTY'), refusal('NEGATIVE_QTY')];
    expect(firstRefusal([one, two])).toBe(one);
  });
});

describe('statusOf', () => {
  it.each([
    ['UNSET_POINTS', 'refused'],
    ['CALENDAR_MISSING', 'refused'],
    ['KIND_REQUIRED', 'needs-input'],
    ['LEVEL_REQUIRED', 'needs-input'],
    ['CHOICE_REQUIRED', 'needs-input'],
    ['PARAM_REQUIRED', 'needs-input'],
    ['EXEMPT_REASON_REQUIRED', 'needs-input'],
    ['VALUE_REQUIRED', 'needs-input'],
    ['UNKNOWN_CLAUSE', 'rejected'],
    ['NEGATIVE_QTY', 'rejected'],
    ['LINK_MISMATCH', 'rejected'],
    ['STATE_CONFLICT', 'rejected'],
  ])('%s answers %s', (code, status) => {
    expect(statusOf(code)).toBe(status);
  });
});

describe('a refused record', () => {
  it('takes part in no sum, overlap or repeat', () => {
    const scored = score('GM', [
      record({ clause: 'GM-02' }),
      record({ clause: 'GM-16', qty: '0' }),
      record({ clause: 'GM-16' }),
    ]);
    expect(resultOf(scored)).toMatchObject({
      pointsDeducted: '7',
      fineYuan: '70',
      performanceDeductPct: '0',
    });
  });

  it('does not use up a day or a month', () => {
    const chosen = smallRulebook([
      clause('A', {
        count: { mode: 'state', unit: '期', count: 'once' },
        effects: [{ type: 'points', dir: 'deduct', kind: 'range', min: '2', max: '5' }],
      }),
    ]);
    const scored = score(chosen, [
      record({ clause: 'A', date: '2026-10-01' }),
      record({ clause: 'A', date: '2026-10-02', chosenPoints: '4' }),
    ]);
    expect(refusalCodes(scored)).toEqual(['CHOICE_REQUIRED']);
    expect(resultOf(scored).pointsDeducted).toBe('4');
  });

  it('is listed even where the rulebook is unknown to the subject’s other records', () => {
    expect(shipped('GM').clauses.some(({ id }) => id === 'PM-1.1')).toBe(false);
    expect(refusalCodes(score('GM', [record({ clause: 'PM-1.1' })]))).toEqual(['UNKNOWN_CLAUSE']);
  });
});
