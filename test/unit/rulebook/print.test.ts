import { parseDay } from '../../../src/facts/date';
import { printRulebook } from '../../../src/rulebook/print';
import { hanNumeral } from '../../../src/rulebook/print/numerals';
import { phrase } from '../../../src/rulebook/print/phrase';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { shippedRulebook } from '../../../src/rulebook/shipped';

const day = (text: string): number => parseDay(text)!;
const DAY = day('2026-10-31');
const copy = (id: string): Rulebook => JSON.parse(JSON.stringify(shippedRulebook(id))) as Rulebook;
const article = (text: string, id: string): string[] =>
  (/第[^第]*?条（ID）[\s\S]*?(?=\n\n|$)/.exec(text.replaceAll(`（${id}）【`, '（ID）【'))?.[0] ?? '')
    .split('\n')
    .map((line) => line.trim());

test('an article has its number, id, title and statement, and a line for everything that holds', () => {
  const text = printRulebook(shippedRulebook('GM')!, { day: DAY });
  expect(article(text, 'GM-13').slice(1)).toEqual([
    '标准：每次扣当月绩效10%；每次扣1分。',
    '情形：「未认真填写GM工作日志」「下班未交接即离岗」。',
    '重复：同一人当月满2次，合计改为：扣当月绩效20%至100%；扣2至10分。',
    '折算：每10%对应1分，按比例选定。',
    '出处：《客服部积分奖惩制度细则》处罚条例。',
  ]);
  expect(text).toContain('第十三条（GM-13）【日志不认真或未交接】GM 工作日志填写不认真，');
  expect(text.startsWith('客服部积分奖惩制度细则\n')).toBe(true);
  expect(text).toContain('基本分：10分。');
  expect(text).toContain('第二章　奖励条例');
});

test('amounts come from the data, not from the statement', () => {
  const book = copy('SVC');
  const effect = book.clauses[7]!.effects[0]!;
  if (!('kind' in effect) || effect.kind !== 'exact') throw new Error('SVC-08');
  effect.value = '7.5';
  const lines = article(printRulebook(book, { day: DAY }), 'SVC-08');
  expect(lines[0]).toContain('扣6分');
  expect(lines).toContain('标准：每次扣7.5分。');
  expect(lines).toContain('加倍：造成客户不满或引起投诉（情节加重）的，按2倍计。');
});

test('chapters follow the categories and the articles are numbered through', () => {
  const text = printRulebook(shippedRulebook('OUT')!, { day: DAY });
  expect(text.match(/^第.+章.*$/gm)?.slice(0, 2)).toEqual([
    '第一章　现场管理〔一、现场管理〕',
    '第二章　考勤制度〔二、考勤制度〕',
  ]);
  expect(text.match(/^第.+?条（/gm)).toHaveLength(44);
  expect(text).toContain('第四十四条（OUT-7.B）');
  expect(text).toContain('附录二　待定数值\n\n规定的人员流失人数（attritionQuota）：未设定。');
});

test('what the user settled is printed', () => {
  const text = printRulebook(shippedRulebook('QA')!, {
    day: DAY,
    settings: { base: '120', params: { 'QA-01': '3' }, readings: { triggers: 'each', floor: 'none' } },
  });
  expect(text).toContain('基本分：120分。');
  expect(text).toContain('下限：不设下限，可以为负分。');
  expect(article(text, 'QA-01')).toContain('标准：每次扣3分。');
  expect(article(text, 'QA-01').some((line) => line.endsWith('一次有几种的每种各计。'))).toBe(true);
  expect(article(text, 'QA-02')).toContain('标准：每次扣分，分值待定。');
  expect(text).toContain('一次服务命中几种行为：每种行为各计一次。');
});

test('a setting that is no option is refused', () => {
  expect(() =>
    printRulebook(shippedRulebook('QA')!, { day: DAY, settings: { readings: { floor: 'maybe' } } }),
  ).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'BAD_READING' }) }));
});

test('the day chooses the clauses and their versions', () => {
  const book = copy('CP');
  book.clauses[0]!.to = '2026-06-30';
  book.clauses[1]!.revisions = [
    {
      from: '2026-07-01',
      reference: '客服通知3号',
      effects: [{ type: 'points', dir: 'deduct', kind: 'exact', value: '4' }],
    },
  ];
  const before = printRulebook(book, { day: day('2026-06-30') });
  const after = printRulebook(book, { day: day('2026-07-01') });
  expect(before).toContain('条数：共17条。');
  expect(article(before, 'CP-D1')).toContain('施行：至2026-06-30止。');
  expect(article(before, 'CP-D2')).toContain('标准：每次扣3分。');
  expect(after).toContain('条数：共16条。');
  expect(after).not.toContain('（CP-D1）');
  expect(article(after, 'CP-D2')).toEqual(
    expect.arrayContaining(['标准：每次扣4分。', '修订：自2026-07-01起，客服通知3号。']),
  );
});

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [55, '五十五'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [118, '一百一十八'],
  [999, '九百九十九'],
])('article %d is 第%s条', (value, words) => {
  expect(hanNumeral(value)).toBe(words);
});

test('a phrase reads what it says, whatever the width, and nothing else', () => {
  const bound = phrase('超过{value:n}{unit}才计');
  expect(bound.say({ value: '60', unit: '分钟' })).toBe('超过60分钟才计');
  expect(bound.read('超过 ６０ 分钟才计')).toEqual({ value: '60', unit: '分钟' });
  expect(bound.read('超过分钟才计')).toBeUndefined();
  expect(bound.read('超过60分钟才计，另计')).toBeUndefined();
});
