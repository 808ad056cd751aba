import fc from 'fast-check';
import { draftRegulation } from '../../../src/draft';
import { textOfWordXml } from '../../../src/draft/docx';
import { rulebookOf } from '../../../src/draft/rulebook';
import { loadRulebook } from '../../../src/rulebook/load';

const TEXT = [
  '一、纪律(20分)',
  '1、上班聊天,每次扣2分;',
  '2、离开座位超过10分钟的,扣1.5分;',
  '3、漏交日报,每迟一天扣5元,累计不超过20元;',
  '4、恶意挂机,一次罚款50元,并通报批评。',
  '二、奖励',
  '1、提出建议被采纳,奖10-30元;',
  '2、有下列情形之一的,每项加2分:',
  '(1)拾金不昧;',
  '(2)制止事故。',
].join('\n');

const figures = (text: string): unknown =>
  draftRegulation(text).clauses.map(({ points, money, percent, unit, threshold, direction, cap }) => [
    points,
    money,
    percent,
    unit,
    threshold,
    direction,
    cap,
  ]);

const wide = (pattern: RegExp) => (text: string) =>
  text.replace(pattern, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

test('the small text is read as worked out by hand', () => {
  expect(figures(TEXT)).toEqual([
    [2, null, null, '次', null, 'deduct', null],
    [1.5, null, null, null, 'minutes>10', 'deduct', null],
    [null, 5, null, '天', null, 'deduct', '20元'],
    [null, 50, null, '次', null, 'deduct', null],
    [null, [10, 30], null, null, null, 'bonus', null],
    [2, null, null, '项', null, 'bonus', null],
    [2, null, null, '项', null, 'bonus', null],
  ]);
});

test.each([
  ['full-width punctuation', wide(/[,;:()]/g)],
  ['full-width digits', wide(/\d/g)],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['one line', (text: string) => text.replaceAll('\n', ' ')],
  ['blank lines', (text: string) => text.replaceAll('\n', '\n\n')],
  ['blanks around numbers', (text: string) => text.replace(/(扣|罚款|加)(\d)/g, '$1 $2')],
])('the same clauses with %s', (_name, change) => {
  expect(figures(change(TEXT))).toEqual(figures(TEXT));
});

const words = fc.constantFrom(
  ...[
    '扣',
    '分',
    '元',
    '罚款',
    '奖',
    '每次',
    '一次',
    '1',
    '0.5',
    '35',
    '-',
    '、',
    '。',
    ';',
    '(',
    ')',
    '\n',
    ' ',
  ],
  ...[
    '迟到',
    '超过',
    '分钟',
    '以上',
    '下列',
    ':',
    '1、',
    '(1)',
    '第一条',
    '%',
    '绩效',
    '|',
    '\t',
    '[X]',
    '（A-1）',
    '第一条（A-1）',
    '第三条（B）【迟到】',
    '第一章 纪律',
    '标准：',
    '计数：',
    '重复：',
    '连带：客户抱怨的，部门负责人按B扣不低于5分',
    '视同「迟到」，按B计',
    '附则',
    '加倍',
    '警告',
    '\u0000',
  ],
);

test('nothing makes it fail, and every span is one of the source', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
        fc.string({ unit: 'binary', maxLength: 200 }),
      ),
      (text) => {
        const draft = draftRegulation(text);
        let end = 0;
        for (const clause of draft.clauses) {
          expect(clause.start).toBeGreaterThanOrEqual(0);
          expect(clause.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(clause.start, clause.end)).toBe(clause.text);
          expect(clause.confidence).toBeGreaterThan(0);
          expect(clause.start).toBeGreaterThanOrEqual(end);
          end = clause.end;
        }
        const rulebook = rulebookOf(draft, () => []);
        if (rulebook !== undefined) expect(loadRulebook(rulebook)).toMatchObject({ ok: true });
      },
    ),
    { numRuns: 600 },
  );
});

test('the work grows with the length of the text, no faster', () => {
  const short = TEXT.repeat(Math.ceil(10_000 / TEXT.length));
  const long = short + short;
  expect(long.length).toBeGreaterThan(20_000);
  const work = draftRegulation(long).work;
  expect(work).toBeLessThan(2.2 * draftRegulation(short).work);
  expect(work).toBeLessThan(30 * long.length);
  const plain = '没有句号的长文字'.repeat(2500);
  expect(draftRegulation(plain).work).toBeLessThan(30 * plain.length);
});

test('the rulebook leaves open amounts unset and loads', () => {
  const rulebook = rulebookOf(
    draftRegulation('值班办法\n1、漏岗每次扣3分;2、怠慢客户酌情扣分;3、错单每单扣2分,情节严重的加倍扣罚。'),
    () => [],
  );
  expect(loadRulebook(rulebook)).toMatchObject({ ok: true });
  expect(rulebook?.clauses.map((clause) => clause.effects)).toEqual([
    [{ type: 'points', dir: 'deduct', kind: 'exact', value: '3' }],
    [{ type: 'points', dir: 'deduct', kind: 'unset', value: null }],
    [{ type: 'points', dir: 'deduct', kind: 'exact', value: '2' }],
  ]);
  expect(rulebook?.clauses[2]?.multiplier?.factor).toBe('2');
  expect(rulebookOf(draftRegulation('没有条款。'), () => [])).toBeUndefined();
});

test('paragraphs and cells of a Word document', () => {
  const xml =
    '<w:body><w:p><w:r><w:t>值班&amp;交接</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">办法</w:t></w:r></w:p>' +
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>漏岗</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>扣2分</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>';
  expect(textOfWordXml(xml)).toBe('值班&交接 办法\n漏岗 | 扣2分');
});
