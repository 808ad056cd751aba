import fc from 'fast-check';
import { compared } from '../../../scripts/draft/roundTrip';
import { draftRegulation, type DraftClause } from '../../../src/draft';
import { parseDay } from '../../../src/facts/date';
import { loadRulebook } from '../../../src/rulebook/load';
import { printRulebook } from '../../../src/rulebook/print';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { SHIPPED_IDS, shippedRulebook } from '../../../src/rulebook/shipped';

const DAY = parseDay('2026-10-31')!;
const printed = (id: string): string => printRulebook(shippedRulebook(id)!, { day: DAY });
const clauseIn = (text: string, id: string): DraftClause | undefined => {
  const { clauses, consequences } = draftRegulation(text);
  return [...clauses, ...consequences].find((clause) => clause.id === id);
};
/** The text with something changed inside one article only. */
function edited(text: string, id: string, from: string, to: string): string {
  const start = text.indexOf(`（${id}）`);
  const end = text.indexOf('\n\n', start);
  const article = text.slice(start, end);
  expect(article).toContain(from);
  return text.slice(0, start) + article.replace(from, to) + text.slice(end);
}
const codes = (clause: DraftClause | undefined): string[] => clause?.questions.map(({ code }) => code) ?? [];

test('an amount changed in its line is the amount that is read, and the statement is asked about', () => {
  const clause = clauseIn(edited(printed('PM'), 'PM-6.1', '标准：每次扣2分', '标准：每次扣3分'), 'PM-6.1');
  expect(clause?.points).toBe(3);
  expect(clause?.questions).toContainEqual({ code: 'STATEMENT_DIFFERS', params: { stated: 2, effect: '3' } });
});

test('an amount changed in the statement alone is asked about', () => {
  const clause = clauseIn(edited(printed('PM'), 'PM-6.1', '每次扣2分', '每次扣3分'), 'PM-6.1');
  expect(clause?.points).toBe(2);
  expect(clause?.questions).toContainEqual({ code: 'STATEMENT_DIFFERS', params: { stated: 3, effect: '2' } });
});

test('changed everywhere it is simply the new amount', () => {
  const clause = clauseIn(printed('PM').replaceAll('扣2分', '扣3分'), 'PM-6.1');
  expect(clause?.points).toBe(3);
  expect(codes(clause)).toEqual([]);
});

test('an article taken out is gone, and its number is missed', () => {
  const text = printed('PM');
  const start = text.indexOf('第二条（PM-1.2）');
  const without = text.slice(0, start) + text.slice(text.indexOf('第三条', start));
  const { different, same, clauses } = compared(shippedRulebook('PM')!, without, DAY);
  expect(different).toEqual(['PM-1.2']);
  expect([same, clauses]).toEqual([26, 27]);
  expect(clauseIn(without, 'PM-1.3')?.questions).toEqual([
    { code: 'ARTICLE_GAP', params: { from: 1, to: 3 } },
  ]);
});

test('an article written in between in words of its own is read by the grammar of running text', () => {
  const text = printed('PM').replace(
    '第二条（PM-1.2）',
    '第二条 上班时间吸烟的，每次扣4分。\n\n第二条（PM-1.2）',
  );
  const { clauses } = draftRegulation(text);
  expect(clauses).toHaveLength(28);
  expect(clauses.find(({ points }) => points === 4)).toMatchObject({ unit: '次', direction: 'deduct' });
});

test.each([
  ['the unit', 'SVC-12', '每单扣6分', '每件扣6分', { unit: '件', points: 6 }],
  ['a range for an amount', 'SVC-12', '每单扣6分', '每单扣3至6分', { points: [3, 6] }],
  ['money for points', 'SVC-12', '标准：每单扣6分', '标准：每单罚款30元', { points: null, money: 30 }],
  ['an addition', 'SVC-12', '标准：每单扣6分', '标准：每单加6分', { direction: 'bonus', points: 6 }],
  ['a least amount', 'SVC-12', '标准：每单扣6分', '标准：每单至少扣6分', { points: 6, minimum: true }],
  ['the bound', 'GM-04', '超过60分钟才计', '满45分钟即计', { threshold: 'minutes>=45' }],
  ['the factor', 'SVC-08', '按2倍计', '按3倍计', { multiplier: 3 }],
  [
    'the sanction',
    'GM-07',
    '处分：情节严重的，辞退',
    '处分：情节严重的，记过',
    { consequence: '记过;追究其法律责任' },
  ],
  [
    'a sanction in the same breath',
    'SVC-12',
    '每单扣6分',
    '每单扣6分，并处书面警告一次',
    { points: 6, consequence: '书面警告' },
  ],
])('%s changed in the text is read', (_what, id, from, to, expected) => {
  expect(clauseIn(edited(printed(id.slice(0, id.indexOf('-'))), id, from, to), id)).toMatchObject(expected);
});

test('words that nobody understands are asked about, not guessed', () => {
  const counted = clauseIn(edited(printed('GM'), 'GM-04', '超过60分钟才计', '看领导心情计'), 'GM-04');
  expect(counted?.questions).toContainEqual({
    code: 'LINE_UNREAD',
    params: { label: '计数', found: '看领导心情计' },
  });
  const text = edited(printed('GM'), 'GM-02', '每次扣2分', '醉酒上岗的，每次扣2分');
  const conditioned = clauseIn(text, 'GM-02');
  expect(codes(conditioned)).toContain('CONDITION_UNREAD');
  expect(conditioned).toMatchObject({ points: null, money: 20 });
});

test('an id used twice is asked about', () => {
  const clauses = draftRegulation(printed('PM').replace('（PM-1.2）', '（PM-1.1）')).clauses;
  expect(clauses.map(codes).filter((asked) => asked.includes('ID_TWICE'))).toHaveLength(1);
});

test('articles with an id and no labelled lines keep it', () => {
  const text =
    '第一条（A-1）迟到的，每次扣2分。\n第二条（A-2）【串岗】串岗的，每次扣3分。\n第三条（2）睡岗的，每次扣4分。';
  expect(draftRegulation(text).clauses.map(({ id, title, points }) => [id, title, points])).toEqual([
    ['A-1', undefined, 2],
    ['A-2', '串岗', 3],
    [undefined, undefined, 4],
  ]);
});

/** Shipped rulebooks whose exact amounts are other ones. */
const changedBooks = fc
  .tuple(
    fc.constantFrom(...SHIPPED_IDS),
    fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 20 }),
  )
  .map(([id, amounts]): Rulebook => {
    let next = 0;
    const book = JSON.parse(JSON.stringify(shippedRulebook(id))) as Rulebook;
    for (const clause of book.clauses) {
      for (const effect of clause.effects) {
        if (!('kind' in effect) || effect.kind !== 'exact') continue;
        const amount = amounts[next % amounts.length]!;
        effect.value = effect.type === 'performance_pct' ? String(1 + (amount % 100)) : String(amount / 100);
        next += 1;
      }
    }
    return book;
  });

test('any amounts are read back', () => {
  fc.assert(
    fc.property(changedBooks, (book) => {
      expect(loadRulebook(book).ok).toBe(true);
      const { different } = compared(book, printRulebook(book, { day: DAY }), DAY);
      expect(different).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
