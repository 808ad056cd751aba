import { clause, deduct, fine, sanction, smallRulebook, text } from '../../support/smallRulebook';
import { cardOf, reasonsOf, record, resultOf, score, type Fields } from '../../support/scoring';

/** Records of one clause on the 1st, 2nd, 3rd ... of the month. */
const inARow = (clauseId: string, ...list: readonly Fields[]) =>
  list.map((fields, index) => record({ clause: clauseId, date: `2026-10-0${index + 1}`, ...fields }));

describe('a repeat that adds an effect', () => {
  it('comes once, on top of every occurrence', () => {
    const twice = score('GM', inARow('GM-16', {}, {}));
    expect(resultOf(twice)).toMatchObject({
      pointsDeducted: '10',
      fineYuan: '100',
      performanceDeductPct: '100',
      discipline: ['警告批评', '警告批评', '在全体部门会议上做书面检讨'],
    });
    const thrice = score('GM', inARow('GM-16', {}, {}, {}));
    expect(resultOf(thrice)).toMatchObject({ pointsDeducted: '15', fineYuan: '150' });
    expect(reasonsOf(thrice)).toEqual([
      'GM-16 OCCURRED',
      'GM-16 OCCURRED',
      'GM-16 OCCURRED',
      'GM-16 REPEAT_EXTRA',
      'GM-18 TOTAL_REACHED',
      'GM-19 MONTH_NOT_CLEAN',
    ]);
  });

  it('needs the second occurrence, or the third, as “twice or more” is read', () => {
    const pct = (count: number, repeatMin: number) =>
      cardOf(
        score('GM', inARow('GM-16', ...Array.from({ length: count }, () => ({}))), {
          readings: { repeatMin },
        }),
      ).entries.filter((entry) => entry.origin === 'repeat').length;
    expect([pct(1, 2), pct(2, 2), pct(2, 3), pct(3, 3)]).toEqual([0, 1, 0, 1]);
  });

  it('is reached within one record of quantity two', () => {
    const scored = score('GM', inARow('GM-16', { qty: '2' }));
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '10', performanceDeductPct: '100' });
  });

  it('stands at the record with which it was reached', () => {
    const scored = score('GM', [
      ...inARow('GM-16', { at: ['质检', 7] }, { at: ['质检', 9] }, { at: ['质检', 8] }),
    ]);
    const repeat = cardOf(scored).entries.find((entry) => entry.origin === 'repeat');
    expect(repeat).toMatchObject({
      clause: 'GM-16',
      source: { sheet: '质检', row: 9 },
      record: 1,
      reasons: [{ code: 'REPEAT_EXTRA', params: { count: '3', limit: 2, date: '2026-10-02' } }],
    });
  });

  it('comes at the first occurrence with its flag, and once', () => {
    const serious = score('GM', inARow('GM-04', { flags: ['serious'] }));
    expect(resultOf(serious).discipline).toEqual(['辞退', '在全体部门会议上做书面检讨']);
    const more = score('GM', inARow('GM-04', { flags: ['serious'] }, {}, { flags: ['serious'] }));
    expect(resultOf(more).discipline).toEqual(['辞退', '在全体部门会议上做书面检讨']);
  });

  it('does not count what was no violation or was left to another clause', () => {
    const below = score('GM', inARow('GM-04', { value: '61' }, { value: '60' }));
    expect(resultOf(below).discipline).toEqual(['在全体部门会议上做书面检讨']);
    const displaced = smallRulebook(
      [
        clause('A', {
          overlapGroup: 'G',
          escalation: { minCount: 2, mode: 'extra', effects: [deduct('50')] },
        }),
        clause('B', { overlapGroup: 'G', effects: [deduct('9')] }),
      ],
      { overlapGroups: [{ id: 'G', title: text('组'), keep: 'highest' }] },
    );
    const records = [...inARow('A', {}, { eventId: 'E' }), record({ clause: 'B', eventId: 'E' })];
    expect(resultOf(score(displaced, records)).pointsDeducted).toBe('11');
  });

  it('does not reach over the end of the month', () => {
    const scored = score('GM', [
      record({ clause: 'GM-16', date: '2026-09-30' }),
      record({ clause: 'GM-16', date: '2026-10-01' }),
    ]);
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '5', performanceDeductPct: '0' });
  });

  it('looks at each subject alone', () => {
    const scored = score('GM', [record({ clause: 'GM-16' }), record({ clause: 'GM-16', subject: '李四' })]);
    expect(resultOf(scored).performanceDeductPct).toBe('0');
    expect(resultOf(scored, '李四').performanceDeductPct).toBe('0');
  });
});

describe('a repeat that replaces the month’s amounts', () => {
  it.each<[readonly Fields[], string, string]>([
    [[{}], '1', '10'],
    [[{}, { chosenPct: '30' }], '3', '30'],
    [[{ chosenPoints: '2' }, {}], '2', '20'],
    [[{ qty: '2', chosenPct: '100' }], '10', '100'],
    [[{ qty: '3', chosenPct: '50' }], '5', '50'],
    [[{}, {}, {}, { chosenPct: '40' }], '4', '40'],
  ])('%j costs %s points and %s %%', (list, points, pct) => {
    expect(resultOf(score('GM', inARow('GM-13', ...list)))).toMatchObject({
      pointsDeducted: points,
      performanceDeductPct: pct,
    });
  });

  it('keeps the entries of the occurrences, without their amounts', () => {
    const scored = score('GM', inARow('GM-13', {}, { chosenPct: '30' }));
    const entries = cardOf(scored).entries.filter((entry) => entry.clause === 'GM-13');
    expect(entries).toMatchObject([
      { charged: true, deducted: 0, pct: 0, reasons: [{ code: 'OCCURRED' }, { code: 'REPLACED_BY_REPEAT' }] },
      { charged: true, deducted: 0, pct: 0 },
      { origin: 'repeat', deducted: 3000, pct: 3000 },
    ]);
  });

  it('takes the last choice of the month that is not blank', () => {
    const scored = score('GM', inARow('GM-13', { chosenPct: '20' }, { chosenPct: '40' }, {}));
    expect(resultOf(scored).performanceDeductPct).toBe('40');
    const reordered = score('GM', inARow('GM-13', { chosenPct: '40' }, {}, { chosenPct: '20' }).reverse());
    expect(resultOf(reordered).performanceDeductPct).toBe('20');
  });

  it('refuses the occurrences from the repeat on when nothing was chosen', () => {
    const scored = score('GM', inARow('GM-13', {}, {}, {}));
    expect(scored.refusals.map(({ code, record: at }) => [code, at])).toEqual([
      ['CHOICE_REQUIRED', 1],
      ['CHOICE_REQUIRED', 2],
    ]);
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '1', performanceDeductPct: '10' });
  });

  it('refuses a choice out of bounds or against the link', () => {
    expect(score('GM', inARow('GM-13', {}, { chosenPct: '10' })).refusals[0]).toMatchObject({
      code: 'RANGE_OUT_OF_BOUNDS',
      params: { clause: 'GM-13', found: '10', min: '20', max: '100' },
    });
    expect(score('GM', inARow('GM-13', {}, { chosenPct: '30', chosenPoints: '4' })).refusals[0]?.code).toBe(
      'LINK_MISMATCH',
    );
  });
});

describe('a repeat that joins what was counted before', () => {
  const readings = { escalation: 'add' };

  it.each<[readonly Fields[], number, string, string]>([
    // the first occurrence stays, the choice is added
    [[{}, { chosenPct: '30' }], 2, '4', '40'],
    [[{ qty: '2', chosenPct: '30' }], 2, '4', '40'],
    [[{ qty: '3', chosenPct: '30' }], 2, '4', '40'],
    [[{}, {}, { chosenPct: '30' }], 2, '4', '40'],
    // from the third on: the first two stay
    [[{}, {}, { chosenPct: '30' }], 3, '5', '50'],
    [[{}, { qty: '2', chosenPct: '30' }], 3, '5', '50'],
    [[{}, {}], 3, '2', '20'],
  ])('%j from the occurrence number %i on: %s points, %s %%', (list, repeatMin, points, pct) => {
    const scored = score('GM', inARow('GM-13', ...list), { readings: { ...readings, repeatMin } });
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: points, performanceDeductPct: pct });
  });

  it('keeps whole thousandths and fen of a part', () => {
    const rulebook = smallRulebook([
      clause('A', {
        effects: [deduct('0.001'), fine('0.01')],
        multiplier: { factor: '1.5', flag: 'aggravated', label: text('严重') },
        escalation: { minCount: 3, mode: 'add', effects: [deduct('1')] },
      }),
    ]);
    // 3 units: 0.0045 -> 0.005 points and 4.5 -> 5 fen; two thirds of that are 3.33 -> 3
    const scored = score(rulebook, [record({ clause: 'A', qty: '3', flags: ['aggravated'] })]);
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '1.003', fineYuan: '0.03' });
  });

  it('takes back a part of an hour as well', () => {
    const rulebook = smallRulebook([
      clause('A', {
        count: { mode: 'per_hour', unit: '工时', measure: 'hours', rounding: 'proportional' },
        effects: [deduct('1')],
        escalation: { minCount: 2, mode: 'replace', effects: [deduct('10')] },
      }),
    ]);
    const hours = (...values: readonly string[]) =>
      resultOf(score(rulebook, inARow('A', ...values.map((value) => ({ value }))))).pointsDeducted;
    expect(hours('0.5', '1.25')).toBe('1.75');
    expect(hours('0.5', '1.5')).toBe('10');
    expect(hours('2.5')).toBe('10');
  });
});

describe('warnings of a clause whose amount escalates', () => {
  const warnings = (repeatedWarning: string, ...list: readonly Fields[]) =>
    resultOf(score('GM', inARow('GM-08', ...list), { readings: { repeatedWarning } })).discipline;
  const three = [{}, {}, { chosenPct: '50' }];

  it('come each time, the first time, or not at all', () => {
    expect(warnings('each', ...three)).toEqual(['严重警告批评', '严重警告批评', '严重警告批评']);
    expect(warnings('first', ...three)).toEqual(['严重警告批评']);
    expect(warnings('replaced', ...three)).toEqual([]);
  });

  it('come for each unit of a record', () => {
    const inOne = { qty: '3', chosenPct: '50' };
    expect(warnings('each', inOne)).toHaveLength(3);
    expect(warnings('first', inOne)).toEqual(['严重警告批评']);
    expect(warnings('replaced', inOne)).toEqual([]);
  });

  it('stay as they are before the repeat', () => {
    expect(warnings('replaced', {})).toEqual(['严重警告批评']);
    expect(resultOf(score('GM', inARow('GM-08', {})))).toMatchObject({ pointsDeducted: '0', score: '10' });
  });

  it('do not take a sanction of a flag along', () => {
    expect(warnings('replaced', {}, { chosenPct: '50', flags: ['serious'] })).toEqual(['辞退']);
    expect(warnings('first', { flags: ['serious'] }, { chosenPct: '50' })).toEqual(['严重警告批评', '辞退']);
  });

  it('are not touched where the clause says nothing about them', () => {
    const rulebook = smallRulebook([
      clause('A', {
        effects: [sanction('fixed', ['警告'])],
        escalation: { minCount: 2, mode: 'replace', effects: [sanction('fixed', ['记过'])] },
      }),
    ]);
    expect(resultOf(score(rulebook, inARow('A', {}, {}))).discipline).toEqual(['警告', '警告', '记过']);
  });
});

describe('the choice of a sanction in a repeat', () => {
  it('is the last that is not blank', () => {
    const rulebook = smallRulebook([
      clause('A', {
        escalation: { minCount: 2, mode: 'extra', effects: [sanction('one_of', ['记过', '降级'])] },
      }),
    ]);
    const records = inARow('A', { chosenDiscipline: '记过' }, { chosenDiscipline: '降级' }, {});
    expect(resultOf(score(rulebook, records)).discipline).toEqual(['降级']);
  });
});

describe('an open amount in a repeat', () => {
  const rulebook = smallRulebook([
    clause('A', {
      escalation: {
        minCount: 2,
        mode: 'extra',
        effects: [{ type: 'points', dir: 'deduct', kind: 'unset', value: null }],
      },
    }),
  ]);

  it('is asked for, never taken for zero', () => {
    const scored = score(rulebook, inARow('A', {}, {}));
    expect(scored.refusals).toMatchObject([{ code: 'UNSET_POINTS', params: { clause: 'A' }, record: 1 }]);
    expect(resultOf(score(rulebook, inARow('A', {}, {}), { params: { A: '7' } })).pointsDeducted).toBe('11');
  });
});
