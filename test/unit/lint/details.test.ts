import { lintRulebook } from '../../../src/rulebook/lint';
import { amountsInChinese, amountsInEnglish } from '../../../src/rulebook/lint/statedAmounts';
import { behaviourIn, formulas, likeness, wordingOf } from '../../../src/rulebook/lint/words';
import { PLAIN_WEEKDAYS } from '../../../src/facts/workdays';
import { clause, deduct, smallRulebook, text, unset } from '../../support/smallRulebook';
import { day, shipped } from '../../support/scoring';

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
