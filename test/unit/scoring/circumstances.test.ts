import {
  clause,
  deduct,
  fine,
  sanction,
  smallRulebook,
  switched,
  reading,
  text,
  unset,
} from '../../support/smallRulebook';
import { reasonsOf, record, resultOf, score, type Fields } from '../../support/scoring';

const deducted = (rulebook: string, fields: Fields, readings = {}) =>
  resultOf(score(rulebook, [record(fields)], { readings })).pointsDeducted;

describe('a clause treated like another', () => {
  it('records only, or costs what the other costs', () => {
    const punch = { clause: 'GM-01', qty: '2' };
    const only = score('GM', [record(punch)]);
    expect(resultOf(only)).toMatchObject({ pointsDeducted: '0', obligations: ['补打卡', '补打卡'] });
    const treated = score('GM', [record(punch)], { readings: { missedPunch: 'as-GM-02' } });
    expect(resultOf(treated)).toMatchObject({
      pointsDeducted: '4',
      fineYuan: '40',
      obligations: ['补打卡', '补打卡'],
    });
  });

  const rulebook = smallRulebook([
    clause('A', {
      count: { mode: 'treat_as', unit: '次', as: '旷工', target: 'B' },
      effects: [],
    }),
    clause('B', {
      effects: [unset(), fine('5'), deduct('9', { when: { flag: 'serious' } })],
      to: '2026-10-20',
    }),
  ]);

  it('costs the open amount of the other, or is refused without it', () => {
    const scored = score(rulebook, [record({ clause: 'A' })], { params: { B: '3' } });
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '3', fineYuan: '5' });
    expect(score(rulebook, [record({ clause: 'A' })], { params: { A: '3' } }).refusals).toMatchObject([
      { code: 'UNSET_POINTS', clause: 'A', params: { clause: 'B' } },
    ]);
  });

  it('costs nothing when the other is no longer in force', () => {
    const scored = score(rulebook, [record({ clause: 'A', date: '2026-10-21' })]);
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '0', fineYuan: '0' });
  });
});

describe('a rule over all others', () => {
  it('joins any record with its flag', () => {
    const params = { 'QA-01': '2' };
    const serious = score('QA', [record({ clause: 'QA-01', flags: ['serious'] })], { params });
    expect(resultOf(serious)).toMatchObject({ pointsDeducted: '2', discipline: ['解除劳动合同'] });
    const plain = score('QA', [record({ clause: 'QA-01' })], { params });
    expect(resultOf(plain).discipline).toEqual([]);
  });

  it('counts once when it is recorded by itself', () => {
    const own = score('QA', [record({ clause: 'QA-G1', flags: ['serious'] })]);
    expect(resultOf(own).discipline).toEqual(['解除劳动合同']);
  });

  it('brings its own open amount, not that of the record’s clause', () => {
    const rulebook = smallRulebook([
      clause('A', { effects: [unset()] }),
      clause('G', { count: { mode: 'flag_on_any_record', unit: '次', flag: 'loss' }, effects: [unset()] }),
    ]);
    const records = [record({ clause: 'A', flags: ['loss'] })];
    expect(resultOf(score(rulebook, records, { params: { A: '1', G: '10' } })).pointsDeducted).toBe('11');
    expect(score(rulebook, records, { params: { A: '1' } }).refusals).toMatchObject([
      { code: 'UNSET_POINTS', params: { clause: 'G' } },
    ]);
  });
});

describe('an amount that replaces another on a flag', () => {
  it('replaces it or joins it', () => {
    expect(deducted('PM', { clause: 'PM-8.2' })).toBe('5');
    const complaint = { clause: 'PM-8.2', flags: ['valid_complaint'] };
    expect(deducted('PM', complaint)).toBe('10');
    expect(deducted('PM', complaint, { validComplaint: 'add' })).toBe('15');
    expect(deducted('PM', { ...complaint, flags: ['validComplaint'], qty: '2' })).toBe('20');
  });
});

describe('a complaint', () => {
  const complaint = { clause: 'GAS-03.1', kind: '投诉', level: 2, chosenDiscipline: '记过' };

  it('costs a sanction, and points as well where the reading says so', () => {
    expect(resultOf(score('GAS', [record(complaint)]))).toMatchObject({
      pointsDeducted: '0',
      discipline: ['记过'],
    });
    const both = { readings: { complaintPoints: 'points-too' } };
    expect(resultOf(score('GAS', [record(complaint)], both))).toMatchObject({
      pointsDeducted: '20',
      discipline: ['记过'],
    });
    const more = record({ ...complaint, chosenPoints: '25' });
    expect(resultOf(score('GAS', [more], both)).pointsDeducted).toBe('25');
  });

  it('needs no level where the clause makes no difference by level', () => {
    expect(
      resultOf(score('GAS', [record({ clause: 'GAS-04', kind: '投诉', chosenDiscipline: '警告' })]))
        .discipline,
    ).toEqual(['警告']);
    const byKind = smallRulebook([
      clause('A', {
        effects: [deduct('3', { when: { kind: '抱怨' } }), deduct('6', { when: { kind: '投诉' } })],
      }),
    ]);
    const cost = (kind: string) => resultOf(score(byKind, [record({ clause: 'A', kind })])).pointsDeducted;
    expect([cost('抱怨'), cost('投诉')]).toEqual(['3', '6']);
  });
});

describe('exemptions', () => {
  it('take a record with a written reason out', () => {
    const exempt = { clause: 'GM-09', value: '40', flags: ['exempt'], exemptReason: '系统故障' };
    expect(reasonsOf(score('GM', [record(exempt)]))).toEqual(['GM-09 EXEMPT', 'GM-19 MONTH_CLEAN']);
    expect(deducted('GM', { ...exempt, flags: [] })).toBe('2');
  });

  it('take the night shift out where the reading says so', () => {
    const night = { shift: '夜班', chosenPoints: '2' };
    expect(deducted('GM', { clause: 'GM-11', ...night })).toBe('0');
    expect(deducted('GM', { clause: 'GM-11', shift: '早班' })).toBe('2');
    expect(deducted('GM', { clause: 'GM-12', ...night })).toBe('2');
    const wide = { nightExemption: 'GM-11+GM-12' };
    expect(deducted('GM', { clause: 'GM-12', ...night }, wide)).toBe('0');
    expect(deducted('GM', { clause: 'GM-12', chosenPoints: '2' }, wide)).toBe('2');
  });

  it('take an excused record out', () => {
    const scored = score('PM', [record({ clause: 'PM-1.1', value: '9', flags: ['excused'] })]);
    expect(reasonsOf(scored)).toEqual(['PM-1.1 EXCUSED']);
  });

  it('leave duties of the process out of every score', () => {
    const scored = score('GAS', [record({ clause: 'GAS-P1' })]);
    expect(reasonsOf(scored)).toEqual(['GAS-P1 PROCESS_DUTY']);
    expect(resultOf(scored).obligations).toEqual([]);
  });

  it('do not use the day’s allowance up', () => {
    const rulebook = smallRulebook([
      clause('A', {
        count: { mode: 'excess_per_day', unit: '人', measure: 'late', allowance: '2' },
        exemption: { text: text('特殊情况'), flag: 'exempt' },
      }),
    ]);
    const scored = score(rulebook, [
      record({ clause: 'A', value: '2', flags: ['exempt'], exemptReason: '暴雨' }),
      record({ clause: 'A', value: '3' }),
      record({ clause: 'A', value: '1', date: '2026-10-09' }),
    ]);
    expect(resultOf(scored).pointsDeducted).toBe('2');
  });
});

describe('records that are counted together', () => {
  const team = (fields: Fields) => record({ subject: '一班', ...fields });

  it('share the allowance of their day', () => {
    const late = (value: string, date: string) => team({ clause: 'OUT-2.3', value, date });
    const scored = score('OUT', [late('1', '2026-10-08'), late('3', '2026-10-08'), late('2', '2026-10-09')]);
    // 4 people on the 8th: 2 over; 2 on the 9th: none
    expect(resultOf(scored, '一班').pointsDeducted).toBe('0.4');
  });

  it('reach the number of the month together', () => {
    const params = { 'CQ-D2': '6', frequencyThreshold: '3' };
    const complaints = ['2026-10-03', '2026-10-10', '2026-10-17', '2026-10-24'].map((date) =>
      record({ clause: 'CQ-D2', date }),
    );
    const scored = score('CQ', complaints, { params });
    expect(reasonsOf(scored)).toEqual([
      'CQ-D2 COUNT_BELOW',
      'CQ-D2 COUNT_BELOW',
      'CQ-D2 COUNT_REACHED',
      'CQ-D2 COUNT_ALREADY_CHARGED',
    ]);
    expect(resultOf(scored).pointsDeducted).toBe('6');
  });

  it('hold a state once a month', () => {
    const params = { 'CQ-A1': '4' };
    const states = [record({ clause: 'CQ-A1', qty: '2' }), record({ clause: 'CQ-A1', date: '2026-10-09' })];
    expect(resultOf(score('CQ', states, { params })).pointsAdded).toBe('4');
  });
});

describe('two records of one day', () => {
  const twice = [
    record({ clause: 'PM-1.1', value: '6', at: ['打卡', 2] }),
    record({ clause: 'PM-1.1', value: '9', at: ['打卡', 3] }),
    record({ clause: 'PM-1.1', value: '7', date: '2026-10-09' }),
  ];

  it('count separately, or once where the reading says so', () => {
    expect(resultOf(score('PM', twice)).pointsDeducted).toBe('6');
    const once = score('PM', twice, { readings: { sameDay: 'once' } });
    expect(resultOf(once).pointsDeducted).toBe('4');
    expect(reasonsOf(once)).toEqual(['PM-1.1 REACHED', 'PM-1.1 REACHED+SAME_DAY', 'PM-1.1 REACHED']);
  });

  it('do not count one that was no violation', () => {
    const below = record({ clause: 'PM-1.1', value: '2' });
    expect(
      resultOf(score('PM', [below, ...twice.slice(0, 1)], { readings: { sameDay: 'once' } })).pointsDeducted,
    ).toBe('2');
  });
});

describe('the behaviours a clause lists', () => {
  it('measures the one that is measured', () => {
    expect(deducted('PM', { clause: 'PM-1.1', trigger: 'late', value: '4' })).toBe('0');
    expect(deducted('PM', { clause: 'PM-1.1', trigger: ' LATE ', value: '5' })).toBe('2');
    expect(deducted('PM', { clause: 'PM-1.1', trigger: 'no-punch', value: '4' })).toBe('2');
    expect(deducted('PM', { clause: 'PM-1.1', value: '4' })).toBe('0');
  });

  it('takes a behaviour it does not know by its value', () => {
    expect(deducted('PM', { clause: 'PM-1.1', trigger: '晚到', value: '4' })).toBe('0');
    expect(deducted('PM', { clause: 'PM-1.1', trigger: '晚到' })).toBe('2');
  });

  it('finds a behaviour by its words as well as by its id', () => {
    const measured = smallRulebook([
      clause('A', {
        count: {
          mode: 'measure_threshold',
          unit: '次',
          measure: 'm',
          measureUnit: '分钟',
          value: '5',
          inclusive: true,
        },
        triggers: [
          { id: 'late', text: { zh: '迟到', en: 'Late' }, measured: true },
          { id: 'gone', text: { zh: '早退', en: 'Gone early' } },
        ],
      }),
    ]);
    const cost = (trigger: string) =>
      resultOf(score(measured, [record({ clause: 'A', trigger, value: '1' })])).pointsDeducted;
    expect([cost('迟到'), cost('迟 到'), cost('late'), cost('早退'), cost('gone EARLY')]).toEqual([
      '0',
      '0',
      '0',
      '2',
      '2',
    ]);
  });

  it('counts several of one event once, or each', () => {
    const cold = { clause: 'PM-2.4', triggersHit: 3 };
    expect(deducted('PM', cold)).toBe('2');
    expect(deducted('PM', cold, { triggers: 'each' })).toBe('6');
    expect(deducted('PM', { ...cold, qty: '2' }, { triggers: 'each' })).toBe('12');
    expect(deducted('PM', { ...cold, triggersHit: 1 }, { triggers: 'each' })).toBe('2');
    expect(deducted('PM', { clause: 'PM-2.1', triggersHit: 3 }, { triggers: 'each' })).toBe('5');
  });
});

describe('conditions of an effect', () => {
  const rulebook = smallRulebook(
    [
      clause('A', {
        effects: [
          deduct('1'),
          deduct('2', { when: { flag: 'serious' } }),
          deduct('4', { when: { flag_not: 'loss' } }),
          deduct('8', { when: { flag: 'serious', flag_not: 'loss' } }),
          deduct('16', { when: { tier: 'high' } }),
          sanction('fixed', ['警告'], { when: { flag: 'loss' } }),
        ],
        eachTrigger: switched('each', { any: 'any', each: 'each' }),
      }),
    ],
    { readings: [reading('each', 'any', 'each')] },
  );
  const cost = (...flags: readonly string[]) => resultOf(score(rulebook, [record({ clause: 'A', flags })]));

  it('must all hold', () => {
    expect(cost().pointsDeducted).toBe('5');
    expect(cost('serious').pointsDeducted).toBe('15');
    expect(cost('loss')).toMatchObject({ pointsDeducted: '1', discipline: ['警告'] });
    expect(cost('loss', 'serious')).toMatchObject({ pointsDeducted: '3', discipline: ['警告'] });
  });
});

describe('rates and ranks', () => {
  it('deducts below the rate, with its cause confirmed where the reading asks', () => {
    const low = { clause: 'PM-9.3', collected: '94', due: '100' };
    expect(deducted('PM', low)).toBe('10');
    expect(deducted('PM', low, { collectionCause: 'confirmed' })).toBe('0');
    expect(deducted('PM', { ...low, flags: ['causeConfirmed'] }, { collectionCause: 'confirmed' })).toBe(
      '10',
    );
    expect(deducted('PM', { ...low, collected: '95' })).toBe('0');
  });

  it('deducts from the last of a group', () => {
    expect(deducted('PM', { clause: 'PM-4.2', last: true, groupSize: 6 })).toBe('5');
    expect(
      deducted('PM', { clause: 'PM-4.2', last: true, groupSize: 6, tied: true }, { tiedLast: 'none' }),
    ).toBe('0');
  });
});
