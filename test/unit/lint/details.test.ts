import { lintRulebook } from '../../../src/rulebook/lint';
import { amountsInChinese, amountsInEnglish } from '../../../src/rulebook/lint/statedAmounts';
import { behaviourIn, formulas, likeness, wordingOf } from '../../../src/rulebook/lint/words';
import { PLAIN_WEEKDAYS } from '../../../src/facts/workdays';
import { clause, deduct, fine, pay, range, smallRulebook, text, unset } from '../../support/smallRulebook';
import { measured } from '../../support/lintMutants';
import { day, shipped } from '../../support/scoring';
import type { Rulebook } from '../../../src/rulebook/rulebook';

/** Clause and parameters of the findings of a check. */
const found = (check: string, book: Rulebook) =>
  lintRulebook(book, { today: day('2026-11-22') })
    .filter((finding) => finding.check === check)
    .map((finding) => [finding.clause, finding.params]);

test.each([
  ['每次扣3分', [['points', 3000, 'deduct']]],
  ['每次扣三分', [['points', 3000, 'deduct']]],
  ['奖励 2 分', [['points', 2000, 'add']]],
  [
    '罚款20元并减2分',
    [
      ['fine_yuan', 20000, 'deduct'],
      ['points', 2000, 'deduct'],
    ],
  ],
  [
    '扣绩效50%至100%',
    [
      ['performance_pct', 50000, 'deduct'],
      ['performance_pct', 100000, 'deduct'],
    ],
  ],
  ['累计扣分达到10分', []],
  ['5分钟以上', []],
  ['每次5分', [['points', 5000, undefined]]],
])('amounts in %s', (statement, expected) => {
  expect(amountsInChinese(statement).map(({ type, amount, dir }) => [type, amount, dir])).toEqual(expected);
});

test('amounts in English', () => {
  const found = amountsInEnglish(
    'Costs 2 to 5 points and CNY 20, 30 yuan or 10%; not counted until it reaches 10 points.',
  );

  expect(found.map(({ type, amount }) => [type, amount])).toEqual([
    ['points', 2000],
    ['points', 5000],
    ['fine_yuan', 20000],
    ['fine_yuan', 30000],
    ['performance_pct', 10000],
  ]);
});

test('likeness is 1 for one wording, 0 for nothing shared, whatever the width and the marks', () => {
  const like = (a: string, b: string): number => likeness(wordingOf(a), wordingOf(b));

  expect([like('未及时录单', '未及时，录单。'), like('迟到', '早退')]).toEqual([1, 0]);
  // 未及 及时 are shared of four pairs each
  expect(like('未及时录单', '未及时回访')).toBe(0.5);
});

test('what many statements have in common is no behaviour', () => {
  const statements = ['迟到，视情节处理。', '早退，视情节处理。', '旷工，视情节处理。'];

  expect(behaviourIn('旷工，视情节处理，每次扣5分。', formulas(statements))).toBe('旷工');
});

test('the worth of an item and words that only look like verbs are no charge', () => {
  const book = smallRulebook([
    clause('A', { statement: text('礼貌用语（10分）未使用文明用语（-2'), title: text('礼貌用语') }),
    clause('B', { statement: text('不按时下班、无故加班 2 分/次'), title: text('无故拖延下班') }),
  ]);

  expect(lintRulebook(book, { today: day('2026-11-22') }).map(({ check }) => check)).not.toContain(
    'STATEMENT_DIFFERS',
  );
});

test('an unset amount is never compared with a stated one', () => {
  const book = smallRulebook([
    clause('A', {
      effects: [unset({ when: { flag_not: 'serious' } }), deduct('1', { when: { flag: 'serious' } })],
    }),
  ]);

  expect(lintRulebook(book, { today: day('2026-11-22') }).map(({ check }) => check)).not.toContain(
    'HEAVIER_COSTS_LESS',
  );
});

test('a calendar that knows every year leaves no deadline open', () => {
  const checks = lintRulebook(shipped('OUT'), { today: day('2050-01-01'), calendar: PLAIN_WEEKDAYS });

  expect(checks.map(({ check }) => check)).toEqual(['BASE_UNSET']);
});

test('what two versions of a clause have in common is told once', () => {
  const book = smallRulebook([
    clause('A', {
      effects: [{ type: 'points', dir: 'deduct', kind: 'min', min: '2' }],
      statement: text('rule'),
      revisions: [
        { from: '2026-10-16', reference: '7号', statement: text('other rule') },
        {
          from: '2026-11-01',
          reference: '8号',
          effects: [{ type: 'points', dir: 'deduct', kind: 'min', min: '3' }],
        },
      ],
    }),
  ]);

  expect(found('MINIMUM_OPEN', book)).toEqual([
    ['A', { amount: '2' }],
    ['A', { amount: '3' }],
  ]);
});

test('a clause that takes pay shows how much: a range, a minimum, an amount left open', () => {
  const statement = text('rule');
  const book = smallRulebook([
    clause('RANGE', { statement, effects: [range('fine_yuan', '20', '50')] }),
    clause('MIN', { statement, effects: [{ type: 'fine_yuan', dir: 'deduct', kind: 'min', min: '20' }] }),
    clause('OPEN', { statement, effects: [unset({ type: 'fine_yuan' })] }),
    clause('BOTH', { statement, effects: [fine('30'), range('performance_pct', '10', '25'), fine('30')] }),
    clause('SMALL', { statement, effects: [pay('20'), range('performance_pct', '10', '20')] }),
    clause('GIVES', { statement, effects: [{ ...fine('30'), dir: 'add' }] }),
  ]);

  expect(found('MONEY_CLAUSE', book)).toEqual([
    ['RANGE', { amount: '¥20–50' }],
    ['MIN', { amount: '¥20' }],
    ['OPEN', { amount: '¥X' }],
    ['BOTH', { amount: '¥30 + 10–25%' }],
  ]);
});

describe('clauses of one title in succession', () => {
  const succession = (...dates: readonly { readonly from?: string; readonly to?: string }[]) =>
    found(
      'DATES',
      smallRulebook(
        dates.map((span, index) => clause(`A${index + 1}`, { title: text('准时交接'), ...span })),
      ),
    );

  test('follow each other day on day', () => {
    expect(
      succession({ to: '2026-03-31' }, { from: '2026-04-01', to: '2026-10-15' }, { from: '2026-10-16' }),
    ).toEqual([]);
  });

  test('may be written in any order', () => {
    expect(succession({ from: '2026-10-16' }, { to: '2026-10-15' })).toEqual([]);
    expect(succession({ from: '2026-10-17' }, { to: '2026-10-15' })).toEqual([
      ['A1', { problem: 'gap', other: 'A2', date: '2026-10-17' }],
    ]);
  });

  test('overlap on the day on which one ends and the next begins, and where one never ends', () => {
    expect(succession({ to: '2026-10-16' }, { from: '2026-10-16' })).toEqual([
      ['A2', { problem: 'overlap', other: 'A1', date: '2026-10-16' }],
    ]);
    expect(succession({ from: '2026-03-01' }, { from: '2026-10-16' })).toEqual([
      ['A2', { problem: 'overlap', other: 'A1', date: '2026-10-16' }],
    ]);
  });

  test('that only end have no day on which they begin', () => {
    expect(succession({ to: '2026-03-31' }, { to: '2026-10-15' })).toEqual([]);
  });
});

describe('bands', () => {
  const band = (id: string, title: string, statement: string, points: string, more: object = {}) =>
    clause(id, {
      title: text(title),
      statement: { zh: statement, en: 'rule' },
      effects: [deduct(points)],
      ...more,
    });

  test('in one overlap group meet where the group says which counts', () => {
    const clauses = (group: object) => [
      band('L1', '短时离岗', '离岗超过10分钟的，每次扣2分。', '2', {
        count: measured('off_post', '10', false),
        ...group,
      }),
      band('L2', '长时离岗', '离岗超过30分钟的，每次扣4分。', '4', {
        count: measured('off_post', '30', false),
        ...group,
      }),
    ];
    const overlapGroups = [{ id: 'OFF', title: text('离岗'), keep: 'highest' }];
    expect(found('THRESHOLDS_OVERLAP', smallRulebook(clauses({})))).toEqual([
      ['L2', { other: 'L1', measure: 'off_post' }],
    ]);
    expect(
      found('THRESHOLDS_OVERLAP', smallRulebook(clauses({ overlapGroup: 'OFF' }), { overlapGroups })),
    ).toEqual([]);
  });

  test('end where the rulebook says so, whatever the statement leaves out', () => {
    const upTo = (value: string) => ({ value, inclusive: true });
    const bands = (end: string) =>
      smallRulebook([
        band('L1', '短时离岗', '离岗的，每次扣2分。', '2', {
          count: { ...measured('off_post', '10', false), upTo: upTo(end) },
        }),
        band('L2', '长时离岗', '离岗超过30分钟的，每次扣4分。', '4', {
          count: measured('off_post', '30', false),
        }),
      ]);
    expect(found('THRESHOLDS_OVERLAP', bands('30'))).toEqual([]);
    expect(found('THRESHOLDS_GAP', bands('30'))).toEqual([]);
    expect(found('THRESHOLDS_OVERLAP', bands('40'))).toEqual([['L2', { other: 'L1', measure: 'off_post' }]]);
    expect(found('THRESHOLDS_GAP', bands('20'))).toEqual([['L2', { other: 'L1', measure: 'off_post' }]]);
  });

  test('without a start come first, in whatever order they are written', () => {
    const short = band('S', '迟到片刻', '上班迟到不足5分钟的，每次扣1分。', '1');
    const long = band('L', '严重晚到', '上班迟到8分钟以上的，每次扣3分。', '3');
    const gap = [['L', { other: 'S', measure: '迟到 分钟' }]];
    const gapsOf = (...clauses: Parameters<typeof smallRulebook>[0]) =>
      found('THRESHOLDS_GAP', smallRulebook(clauses));
    expect(gapsOf(short, long)).toEqual(gap);
    expect(gapsOf(long, short)).toEqual(gap);
  });

  test('of falling short weigh more the lower they end', () => {
    const low = band('L', '抽检低分', '抽检低于80%的，每次扣1分。', '1');
    const high = band('H', '抽检欠佳', '抽检低于90%的，每次扣3分。', '3');
    const cheaper = [['L', { what: 'measure', type: 'points', heavy: '1', light: '3' }]];
    expect(found('HEAVIER_COSTS_LESS', smallRulebook([low, high]))).toEqual(cheaper);
    expect(found('HEAVIER_COSTS_LESS', smallRulebook([high, low]))).toEqual(cheaper);
  });
});

test('a doubled amount with more places than are kept is compared as it is charged', () => {
  // 0.333 x 1.5 = 0.4995, charged as 0.500
  const book = smallRulebook([
    clause('A', {
      statement: { zh: '每次扣0.333分，情节严重的扣0.5分。', en: 'rule' },
      effects: [deduct('0.333')],
      multiplier: { factor: '1.5', flag: 'serious', label: text('严重') },
    }),
  ]);

  expect(found('STATEMENT_DIFFERS', book)).toEqual([]);
});
