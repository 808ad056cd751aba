import {
  clause,
  deduct,
  fine,
  pay,
  reading,
  sanction,
  smallRulebook,
  switched,
  text,
} from '../../support/smallRulebook';
import { reasonsOf, record, resultOf, score } from '../../support/scoring';
import type { Rulebook } from '../../../src/rulebook/rulebook';

const ofEvent = (...clauses: readonly (string | object)[]) =>
  clauses.map((item) => record({ eventId: 'E1', ...(typeof item === 'string' ? { clause: item } : item) }));

const deducted = (rulebook: Rulebook | string, records: Parameters<typeof score>[1], readings = {}) =>
  resultOf(score(rulebook, records, { readings })).pointsDeducted;

describe('one event under several clauses of a group', () => {
  it('costs what the heaviest costs', () => {
    expect(deducted('SVC', ofEvent('SVC-04', 'SVC-17'))).toBe('10');
    expect(deducted('SVC', ofEvent('SVC-04', { clause: 'SVC-17', flags: ['aggravated'] }))).toBe('12');
    expect(deducted('SVC', ofEvent('SVC-04', { clause: 'SVC-17', qty: '2' }))).toBe('12');
    expect(deducted('OUT', ofEvent('OUT-4.1', 'OUT-4.2', 'OUT-4.4', 'OUT-4.3'))).toBe('5');
  });

  it('costs all of them under the cumulative reading', () => {
    expect(deducted('SVC', ofEvent('SVC-04', 'SVC-17'), { overlap: 'cumulative' })).toBe('16');
  });

  it('says which clause it was left to', () => {
    const scored = score('SVC', ofEvent('SVC-04', 'SVC-17'));
    expect(reasonsOf(scored)).toEqual(['SVC-04 OCCURRED', 'SVC-17 OCCURRED+OVERLAP']);
    const [, left] = scored.cards[0]?.entries ?? [];
    expect(left).toMatchObject({
      charged: false,
      deducted: 0,
      reasons: [{}, { params: { clause: 'SVC-04' } }],
    });
  });

  it('falls to the clause that stands first when they weigh the same', () => {
    const scored = score('SVC', ofEvent('SVC-15', 'SVC-14'));
    expect(reasonsOf(scored)).toEqual(['SVC-14 OCCURRED', 'SVC-15 OCCURRED+OVERLAP']);
    expect(resultOf(scored).pointsDeducted).toBe('5');
  });

  it('compares points first, then money, pay and sanctions', () => {
    const group = { overlapGroups: [{ id: 'G', title: text('组'), keep: 'highest' }] };
    const inGroup = (id: string, effects: readonly object[]) => clause(id, { effects, overlapGroup: 'G' });
    const rulebook = smallRulebook(
      [
        inGroup('A', [deduct('2')]),
        inGroup('B', [deduct('2'), fine('10')]),
        inGroup('C', [deduct('2'), fine('10'), pay('5')]),
        inGroup('D', [deduct('2'), fine('10'), pay('5'), sanction('fixed', ['警告'])]),
        inGroup('E', [deduct('3')]),
      ],
      group,
    );
    const kept = (...clauses: readonly string[]) =>
      score(rulebook, ofEvent(...clauses))
        .cards[0]?.entries.filter((entry) => entry.charged)
        .map((entry) => entry.clause);
    expect(kept('A', 'B')).toEqual(['B']);
    expect(kept('A', 'B', 'C')).toEqual(['C']);
    expect(kept('A', 'B', 'C', 'D')).toEqual(['D']);
    expect(kept('D', 'E')).toEqual(['E']);
  });

  it('keeps both records of one clause', () => {
    expect(deducted('SVC', ofEvent('SVC-04', 'SVC-04'))).toBe('20');
    // 6 + 6 of one clause outweigh 10 of the other
    expect(deducted('SVC', ofEvent('SVC-17', 'SVC-04', 'SVC-17'))).toBe('12');
  });

  it('leaves other events, other groups and records without an event alone', () => {
    const other = record({ clause: 'SVC-17', eventId: 'E2' });
    const none = record({ clause: 'SVC-17' });
    expect(deducted('SVC', [...ofEvent('SVC-04'), other, none])).toBe('22');
    expect(deducted('SVC', ofEvent('SVC-04', 'SVC-05'))).toBe('20');
  });

  it('leaves the same event of another subject alone', () => {
    const scored = score('SVC', [
      ...ofEvent('SVC-04'),
      record({ clause: 'SVC-17', eventId: 'E1', subject: '李四' }),
    ]);
    expect(resultOf(scored).pointsDeducted).toBe('10');
    expect(resultOf(scored, '李四').pointsDeducted).toBe('6');
  });

  it('takes no account of a record that was no violation', () => {
    expect(deducted('GM', ofEvent({ clause: 'GM-06', value: '15' }, 'GM-14'))).toBe('5');
    const scored = score('GM', ofEvent({ clause: 'GM-04', value: '60' }, 'GM-05'));
    expect(resultOf(scored)).toMatchObject({
      pointsDeducted: '5',
      performanceDeductPct: '50',
      fineYuan: '0',
    });
  });
});

describe('a group with a specific rule', () => {
  it('keeps the specific rule though it costs less', () => {
    expect(deducted('CP', ofEvent('CP-D1', 'CP-D2'))).toBe('3');
    expect(deducted('CP', ofEvent('CP-D1', 'CP-D2'), { overdueBreach: 'highest' })).toBe('5');
    expect(deducted('CP', ofEvent('CP-D1', 'CP-D2'), { overdueBreach: 'cumulative' })).toBe('8');
  });

  it('keeps the heaviest when the specific rule is not among the records', () => {
    const rulebook = smallRulebook(
      [
        clause('A', { overlapGroup: 'G', effects: [deduct('1')] }),
        clause('B', { overlapGroup: 'G', effects: [deduct('4')] }),
        clause('C', { overlapGroup: 'G', effects: [deduct('3')] }),
      ],
      { overlapGroups: [{ id: 'G', title: text('组'), keep: 'specific', specific: 'A' }] },
    );
    expect(deducted(rulebook, ofEvent('B', 'C'))).toBe('4');
    expect(deducted(rulebook, ofEvent('B', 'C', 'A'))).toBe('1');
  });
});

describe('a catch-all clause', () => {
  it('gives way to any other clause of the event', () => {
    const scored = score('SVC', ofEvent('SVC-11', 'SVC-13'));
    expect(reasonsOf(scored)).toEqual(['SVC-11 OCCURRED+CATCH_ALL_GIVES_WAY', 'SVC-13 OCCURRED']);
    expect(resultOf(scored).pointsDeducted).toBe('5');
  });

  it('stays when it is alone, alone in its event, or recorded twice', () => {
    expect(deducted('SVC', [record({ clause: 'SVC-11' })])).toBe('10');
    expect(deducted('SVC', [...ofEvent('SVC-11'), record({ clause: 'SVC-13', eventId: 'E2' })])).toBe('15');
    expect(deducted('SVC', ofEvent('SVC-11', 'SVC-11'))).toBe('20');
  });

  it('counts beside the others where the reading says so', () => {
    expect(deducted('SVC', ofEvent('SVC-11', 'SVC-13'), { overlap: 'cumulative' })).toBe('15');
  });
});

describe('a record that a repeat refuses', () => {
  const rulebook = smallRulebook(
    [
      clause('A', {
        overlapGroup: 'G',
        effects: [deduct('5')],
        escalation: {
          minCount: 2,
          mode: 'replace',
          effects: [{ type: 'points', dir: 'deduct', kind: 'range', min: '10', max: '20' }],
        },
      }),
      clause('B', { overlapGroup: 'G' }),
      clause('C', { catchAll: switched('rest', { true: true, false: false }) }),
    ],
    {
      overlapGroups: [{ id: 'G', title: text('组'), keep: 'highest' }],
      readings: [reading('rest', true, false)],
    },
  );

  it('displaces no other clause of its event', () => {
    const records = [
      record({ clause: 'A', date: '2026-10-01' }),
      record({ clause: 'A', date: '2026-10-02', eventId: 'E1' }),
      record({ clause: 'B', date: '2026-10-02', eventId: 'E1' }),
    ];
    const scored = score(rulebook, records);
    expect(scored.refusals).toMatchObject([{ code: 'CHOICE_REQUIRED', record: 1 }]);
    expect(resultOf(scored).pointsDeducted).toBe('7');
  });

  it('does not make a catch-all give way', () => {
    const records = [
      record({ clause: 'A', date: '2026-10-01' }),
      record({ clause: 'A', date: '2026-10-02', eventId: 'E1' }),
      record({ clause: 'C', date: '2026-10-02', eventId: 'E1' }),
    ];
    expect(resultOf(score(rulebook, records)).pointsDeducted).toBe('7');
  });
});
