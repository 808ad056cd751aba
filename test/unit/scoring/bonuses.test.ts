import { clause, reading, smallRulebook, switched } from '../../support/smallRulebook';
import { cardOf, reasonsOf, record, resultOf, score } from '../../support/scoring';

const team = (clauseId: string, date = '2026-10-08') => record({ clause: clauseId, date, subject: '一班' });

const bonus = (scope: string, ...records: ReturnType<typeof team>[]) =>
  resultOf(
    score('OUT', records, { base: '100', readings: { bonusScope: scope }, subjects: ['一班'] }),
    '一班',
  ).bonus;

describe('a bonus for a category without deductions', () => {
  it.each([
    ['category', '10'],
    ['since-previous-bonus', '10'],
    ['cumulative', '10'],
    ['previous-month', '10'],
  ])('%s: five categories bring %s in a clean month', (scope, points) => {
    expect(bonus(scope)).toBe(points);
  });

  it.each([
    // category 1 has a bonus of its own
    ['OUT-1.1', 'category', '8'],
    ['OUT-1.1', 'since-previous-bonus', '8'],
    ['OUT-1.1', 'cumulative', '0'],
    // category 3 has none: it belongs to the next bonus, that of category 4
    ['OUT-3.1', 'category', '10'],
    ['OUT-3.1', 'since-previous-bonus', '8'],
    ['OUT-3.1', 'cumulative', '4'],
    // category 5 likewise belongs to that of category 6
    ['OUT-5.1', 'category', '10'],
    ['OUT-5.1', 'since-previous-bonus', '8'],
    ['OUT-5.1', 'cumulative', '6'],
    ['OUT-7.6', 'category', '8'],
    ['OUT-7.6', 'since-previous-bonus', '8'],
    ['OUT-7.6', 'cumulative', '8'],
  ])('a deduction under %s, scope %s: %s', (clauseId, scope, points) => {
    expect(bonus(scope, team(clauseId))).toBe(points);
  });

  it('looks at the month before where the reading says so', () => {
    expect(bonus('previous-month', team('OUT-1.1', '2026-09-30'))).toBe('8');
    expect(bonus('previous-month', team('OUT-1.1', '2026-08-31'))).toBe('10');
    expect(bonus('previous-month', team('OUT-1.1', '2026-10-01'))).toBe('10');
    expect(bonus('category', team('OUT-1.1', '2026-09-30'))).toBe('10');
  });

  it('is not lost by a record that cost nothing', () => {
    const onTime = record({ clause: 'OUT-7.1', subject: '一班', submittedAt: '2026-10-08T09:00' });
    expect(bonus('category', onTime)).toBe('10');
  });

  it('joins the score and says for which category', () => {
    const scored = score('OUT', [team('OUT-1.1')], { base: '100' });
    expect(resultOf(scored, '一班')).toMatchObject({ pointsDeducted: '0.5', bonus: '8', score: '107.5' });
    expect(reasonsOf(scored, '一班').slice(1, 3)).toEqual([
      'OUT-1.B CATEGORY_DEDUCTED',
      'OUT-2.B CATEGORY_CLEAN',
    ]);
    expect(cardOf(scored, '一班').entries[1]).toMatchObject({
      charged: false,
      bonus: 0,
      reasons: [{ params: { category: '一、现场管理' } }],
    });
  });
});

describe('the reward for a clean month', () => {
  const clean = (...records: ReturnType<typeof record>[]) =>
    resultOf(score('GM', records, { subjects: ['张三'] }));

  it('comes without any violation', () => {
    expect(clean()).toMatchObject({ bonus: '5', score: '15', performancePct: '100' });
    expect(clean(record({ clause: 'GM-02', date: '2026-09-30' }))).toMatchObject({ bonus: '5' });
    expect(clean(record({ clause: 'GM-04', value: '60' }))).toMatchObject({ bonus: '5', score: '15' });
    expect(
      clean(record({ clause: 'GM-09', value: '90', flags: ['exempt'], exemptReason: '系统故障' })),
    ).toMatchObject({ bonus: '5' });
  });

  it('is lost by a deduction', () => {
    expect(clean(record({ clause: 'GM-02' }))).toMatchObject({ bonus: '0', score: '8' });
  });

  it('is lost by a warning alone, unless the reading says otherwise', () => {
    const warning = record({ clause: 'GM-08' });
    expect(clean(warning)).toMatchObject({ bonus: '0', score: '10' });
    const kept = score('GM', [warning], { readings: { warningBreaksCleanMonth: false } });
    expect(resultOf(kept)).toMatchObject({ bonus: '5', score: '15' });
    const costly = score('GM', [record({ clause: 'GM-02' })], {
      readings: { warningBreaksCleanMonth: false },
    });
    expect(resultOf(costly).bonus).toBe('0');
  });
});

describe('a bonus that begins and ends', () => {
  const rulebook = smallRulebook(
    [
      clause('A'),
      clause('B', {
        category: 'attendance',
        from: '2026-10-31',
        count: {
          mode: 'bonus_category',
          unit: '月',
          scope: switched('scope', { category: 'category', cumulative: 'cumulative' }),
        },
        effects: [{ type: 'points', dir: 'add', kind: 'exact', value: '1.5' }],
      }),
    ],
    { readings: [reading('scope', 'category', 'cumulative')] },
  );

  it('is that of the last day of the month', () => {
    const bonusIn = (month: string) => resultOf(score(rulebook, [], { month, subjects: ['张三'] })).bonus;
    expect([bonusIn('2026-09'), bonusIn('2026-10')]).toEqual(['0', '1.5']);
  });

  it('looks at the categories up to its own', () => {
    const scored = score(rulebook, [record({ clause: 'A' })], { readings: { scope: 'cumulative' } });
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '2', bonus: '0', score: '98' });
  });
});
