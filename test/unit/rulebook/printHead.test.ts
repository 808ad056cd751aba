import { parseDay } from '../../../src/facts/date';
import { printContext } from '../../../src/rulebook/print/context';
import { headLines, readHeadLine } from '../../../src/rulebook/print/headLines';
import { HEAD_LABELS, type HeadLabel } from '../../../src/rulebook/print/labels';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { shippedRulebook } from '../../../src/rulebook/shipped';

const DAY = parseDay('2026-10-31')!;
const GM = shippedRulebook('GM')!;

const words = (book: Rulebook, label: HeadLabel): string | undefined =>
  headLines(printContext(book, DAY), 3).find((line) => line.label === label)?.words;
const withScore = (change: Partial<Rulebook['score']>): Rulebook => ({
  ...GM,
  score: { ...GM.score, ...change },
});

test.each<[HeadLabel, Rulebook, string]>([
  ['base', withScore({ base: '100' }), '100分'],
  ['base', withScore({ base: null }), '由使用单位设定'],
  ['base', withScore({ base: null, suggestedBase: '12' }), '由使用单位设定，建议12分'],
  ['floor', withScore({ floor: 'none' }), '不设下限，可以为负分'],
  ['floor', withScore({ floor: 'zero' }), '扣到0分为止'],
  ['performance', withScore({ paysPerformance: false, performanceCap: '100' }), '不与当月绩效挂钩'],
  [
    'performance',
    withScore({ paysPerformance: false, performanceCap: '50' }),
    '不与当月绩效挂钩，合计以50%为限',
  ],
  [
    'performance',
    withScore({ paysPerformance: true, performanceCap: '100' }),
    '按当月绩效的百分比扣发，合计以100%为限',
  ],
  ['ranked', withScore({ ranked: true }), '按得分从高到低排名'],
  ['ranked', withScore({ ranked: false }), '不排名'],
  ['versionBy', { ...GM, versionBy: 'month-end' }, '整月按月末有效的条文'],
  ['versionBy', { ...GM, versionBy: 'record-date' }, '按事发当日有效的条文'],
  ['articles', GM, '共3条'],
])('%s says %#: what it says is read back', (label, book, said) => {
  expect(words(book, label)).toBe(said);
  const read = readHeadLine(label, said)!;
  const { score, versionBy } = book;
  const stated = { ...score, versionBy, articles: 3 };
  for (const [key, value] of Object.entries({ ...read.score, ...read.book })) {
    expect([key, value]).toEqual([key, (stated as Record<string, unknown>)[key]]);
  }
  if (label === 'articles') expect(read.articles).toBe(3);
});

test('tiers with and without their cut-offs, and what issues bring, come back', () => {
  const gas = shippedRulebook('GAS')!;
  const issues = (month: 'occurred' | 'verified', complaintPoints: 'sanction-only' | 'points-too') => ({
    ...gas,
    issues: { month, complaintPoints },
  });
  for (const book of [issues('occurred', 'points-too'), issues('verified', 'sanction-only')]) {
    expect(readHeadLine('issues', words(book, 'issues')!)?.book.issues).toEqual(book.issues);
  }
  const tiered = ['QA', 'PM', 'SVC', 'CQ', 'CP', 'OUT']
    .map((id) => shippedRulebook(id)!)
    .find(({ tiers }) => tiers)!;
  for (const inclusive of [true, false]) {
    const book = { ...tiered, tiers: { ...tiered.tiers!, inclusive } };
    expect(readHeadLine('tiers', words(book, 'tiers')!)?.book.tiers).toMatchObject({
      inclusive,
      high: { param: tiered.tiers!.high.param },
      low: { param: tiered.tiers!.low.param },
    });
  }
});

test.each(Object.keys(HEAD_LABELS) as HeadLabel[])(
  '%s in words nobody printed is not understood',
  (label) => {
    expect(readHeadLine(label, label === 'version' || label === 'id' ? '' : '大家看着办')).toBeUndefined();
  },
);
