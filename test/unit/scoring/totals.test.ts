import { ProblemError } from '../../../src/facts/problem';
import { resultsBySubject } from '../../../src/month/results';
import { rankScores } from '../../../src/scoring/scorecard';
import { clause, deduct, fine, smallRulebook, text, unset } from '../../support/smallRulebook';
import { cardOf, day, reasonsOf, record, resultOf, score, shipped } from '../../support/scoring';

describe('a threshold on the month’s total', () => {
  const month = (qty: string) => score('GM', [record({ clause: 'GM-13' }), record({ clause: 'GM-03', qty })]);

  it('is reached at the number itself', () => {
    // 1 + 2 x 4 = 9, 1 + 2 x 5 = 11, GM-04 alone = 10
    expect(reasonsOf(month('4'))).toContain('GM-18 TOTAL_NOT_REACHED');
    expect(resultOf(month('4'))).toMatchObject({ pointsDeducted: '9', performanceDeductPct: '10' });
    expect(reasonsOf(month('5'))).toContain('GM-18 TOTAL_REACHED');
    const ten = score('GM', [record({ clause: 'GM-04' })]);
    expect(resultOf(ten)).toMatchObject({
      pointsDeducted: '10',
      score: '0',
      performanceDeductPct: '100',
      performancePct: '0',
      discipline: ['在全体部门会议上做书面检讨'],
    });
  });

  it('says how far it is, and nothing without a deduction', () => {
    const entry = cardOf(month('4')).entries.find(({ clause: id }) => id === 'GM-18');
    expect(entry).toMatchObject({
      charged: false,
      origin: 'total',
      reasons: [{ params: { total: '9', bound: '10' } }],
    });
    expect(reasonsOf(score('GM', [record({ clause: 'GM-08' })]))).toEqual([
      'GM-08 OCCURRED',
      'GM-19 MONTH_NOT_CLEAN',
    ]);
  });
});

describe('caps and sums', () => {
  it('caps the performance percentage at what the rulebook says', () => {
    const scored = score('GM', [record({ clause: 'GM-05', qty: '3' })]);
    expect(resultOf(scored)).toMatchObject({ performanceDeductPct: '100', performancePct: '0' });
    const half = smallRulebook([clause('A', { effects: [{ ...deduct('30'), type: 'performance_pct' }] })], {
      score: { base: '100', floor: 'zero', paysPerformance: true, performanceCap: '50', ranked: false },
    });
    const capped = (qty: string) => resultOf(score(half, [record({ clause: 'A', qty })]));
    expect(capped('1')).toMatchObject({ performanceDeductPct: '30', performancePct: '70' });
    expect(capped('2')).toMatchObject({ performanceDeductPct: '50', performancePct: '50' });
  });

  it('keeps points, money and pay apart', () => {
    const scored = score('GM', [record({ clause: 'GM-02', qty: '2' }), record({ clause: 'GM-11' })]);
    expect(resultOf(scored)).toMatchObject({
      pointsDeducted: '6',
      fineYuan: '40',
      performanceDeductPct: '20',
      performancePct: '80',
      discipline: ['警告批评'],
    });
  });

  it('adds tenths without a remainder', () => {
    const rulebook = smallRulebook([clause('A', { effects: [deduct('0.1'), fine('0.1')] })]);
    const thirty = Array.from({ length: 30 }, () => record({ clause: 'A' }));
    expect(resultOf(score(rulebook, thirty))).toMatchObject({
      pointsDeducted: '3',
      score: '97',
      fineYuan: '3',
    });
  });

  it('leaves the percentage out where the rulebook pays none', () => {
    expect(resultOf(score('SVC', [record({ clause: 'SVC-01' })]))).not.toHaveProperty('performancePct');
  });
});

describe('base and floor', () => {
  const heavy = [record({ clause: 'SVC-01', qty: '11' })];

  it('stops at zero, or goes below it, and keeps the deduction', () => {
    expect(resultOf(score('SVC', heavy))).toMatchObject({ pointsDeducted: '110', score: '0' });
    expect(resultOf(score('SVC', heavy, { readings: { floor: 'none' } }))).toMatchObject({
      pointsDeducted: '110',
      score: '-10',
    });
  });

  it('has no score without a base', () => {
    const records = [record({ clause: 'PM-2.1' })];
    expect(resultOf(score('PM', records))).toMatchObject({ pointsDeducted: '5', score: null });
    expect(resultOf(score('PM', records, { base: '90.5' })).score).toBe('85.5');
  });

  it('is that of the source where it states one', () => {
    expect(resultOf(score('SVC', [], { base: '50', subjects: ['张三'] })).score).toBe('100');
  });

  it('is no guess when it cannot be read', () => {
    expect(() => score('PM', [], { base: 'hundred' })).toThrow(ProblemError);
    expect(() => score('PM', [], { base: '99.9999' })).toThrow('BAD_PARAM');
  });
});

describe('the amount that the user gives for an open clause', () => {
  const open = smallRulebook([clause('A', { effects: [unset()] })]);
  const one = [record({ clause: 'A' })];

  it('counts to a thousandth and is not negative', () => {
    expect(resultOf(score(open, one, { params: { A: '1.125' } })).pointsDeducted).toBe('1.125');
    expect(resultOf(score(open, one, { params: { A: '0' } })).pointsDeducted).toBe('0');
    for (const amount of ['-1', '0.0001', '两分']) {
      expect(() => score(open, one, { params: { A: amount } })).toThrow('BAD_PARAM');
    }
    const versions = [{ effective: day('2026-10-01'), params: { A: '-2' } }];
    expect(() => score(open, one, { versions })).toThrow('BAD_PARAM');
  });
});

describe('ranks', () => {
  it.each<[readonly (number | undefined)[], readonly (number | undefined)[]]>([
    [[], []],
    [[5], [1]],
    [
      [5, 5, 3],
      [1, 1, 3],
    ],
    [
      [3, 5, 5, 4, 3],
      [4, 1, 1, 3, 4],
    ],
    [
      [0, undefined, -2],
      [1, undefined, 2],
    ],
  ])('of %j are %j', (scores, ranks) => {
    expect(rankScores(scores)).toEqual(ranks);
  });

  it('come with several subjects of a rulebook that ranks them', () => {
    const ranked = score('CP', [
      record({ clause: 'CP-A2', subject: '甲' }),
      record({ clause: 'CP-A4', subject: '乙' }),
      record({ clause: 'CP-D4', subject: '丙' }),
    ]);
    const ranks = Object.entries(resultsBySubject(ranked.cards, shipped('CP'))).map(([name, { rank }]) => [
      name,
      rank,
    ]);
    expect(ranks).toEqual([
      ['甲', 1],
      ['乙', 1],
      ['丙', 3],
    ]);
    const alone = score('CP', [record({ clause: 'CP-A2' })]);
    expect(resultsBySubject(alone.cards, shipped('CP'))['张三']).not.toHaveProperty('rank');
    const unranked = score('SVC', [record({ clause: 'SVC-01' })], { subjects: ['李四'] });
    expect(resultsBySubject(unranked.cards, shipped('SVC'))['李四']).not.toHaveProperty('rank');
  });
});

describe('tiers', () => {
  const customer = (qty: string, params: Readonly<Record<string, string>>, tierInclusive = true) =>
    resultOf(
      score('CP', [record({ clause: 'CP-A2', qty }), record({ clause: 'CP-D1' })], {
        params,
        readings: { tierInclusive },
      }),
    );
  const both = { highCutoff: '10', lowCutoff: '-2' };

  it.each([
    // 3 x qty - 5
    ['5', both, true, 'high'],
    ['5', both, false, 'middle'],
    ['6', both, false, 'high'],
    ['4', both, true, 'middle'],
    ['1', both, true, 'low'],
    ['1', both, false, 'middle'],
    ['6', { highCutoff: '10' }, true, 'high'],
    ['4', { highCutoff: '10' }, true, 'UNSET'],
    ['1', { lowCutoff: '-2' }, true, 'low'],
    ['4', { lowCutoff: '-2' }, true, 'UNSET'],
    ['6', {}, true, 'UNSET'],
  ] as const)('%s referrals, cut-offs %j, the cut-off itself %p: %s', (qty, params, inclusive, tier) => {
    expect(customer(qty, params, inclusive).tier).toBe(tier);
  });

  it('bring what the rulebook lists for them', () => {
    const high = score('CP', [record({ clause: 'CP-A2', qty: '4' })], { params: both });
    expect(reasonsOf(high)).toEqual([
      'CP-A2 OCCURRED',
      'CP-H1 TIER_REACHED',
      'CP-H2 TIER_REACHED',
      'CP-H3 TIER_REACHED',
      'CP-H4 TIER_REACHED',
    ]);
    expect(cardOf(high).entries[1]?.privileges).toEqual(['优先获得限量产品和优惠']);
    const low = score('CP', [record({ clause: 'CP-D3' })], { params: both });
    expect(reasonsOf(low).slice(1)).toEqual([
      'CP-L1 TIER_REACHED',
      'CP-L2 TIER_REACHED',
      'CP-L3 TIER_REACHED',
    ]);
    expect(cardOf(low).entries.flatMap((entry) => entry.privileges)).toEqual([
      '无法获得优惠和限量产品',
      '仅能获得基本服务和支持',
      '难以参与特殊活动和项目',
    ]);
  });

  it('are none where the rulebook has none, and unset without a score', () => {
    expect(resultOf(score('SVC', [record({ clause: 'SVC-01' })])).tier).toBeNull();
    const tier = (param: string) => ({ param, title: text(param) });
    const tiered = smallRulebook([clause('A')], {
      score: { base: null, floor: 'none', paysPerformance: false, performanceCap: '100', ranked: false },
      tiers: { high: tier('high'), low: tier('low'), middle: text('中'), inclusive: true },
      params: [
        { id: 'high', title: text('高'), kind: 'score' },
        { id: 'low', title: text('低'), kind: 'score' },
      ],
    });
    expect(resultOf(score(tiered, [record({ clause: 'A' })], { params: { high: '9', low: '1' } })).tier).toBe(
      'UNSET',
    );
  });

  it('bring only what has a text', () => {
    const tiered = smallRulebook(
      [clause('A', { count: { mode: 'tier', unit: '期', tier: 'high' }, effects: [deduct('1')] })],
      {
        tiers: {
          high: { param: 'high', title: text('高') },
          low: { param: 'low', title: text('低') },
          middle: text('中'),
          inclusive: true,
        },
        params: [
          { id: 'high', title: text('高'), kind: 'score' },
          { id: 'low', title: text('低'), kind: 'score' },
        ],
      },
    );
    const scored = score(tiered, [], { subjects: ['张三'], params: { high: '100', low: '0' } });
    expect(cardOf(scored).entries).toMatchObject([{ clause: 'A', privileges: [], deducted: 0 }]);
  });
});
