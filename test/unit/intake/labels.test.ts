import { LABELS, labelKind, labelOf } from '../../../src/intake/recognise/rowKinds';

/** Every run of Chinese characters in the patterns of labels: the words they are made of. */
const words = [...new Set(LABELS.flatMap(({ source }) => source.match(/[\u4e00-\u9fff]+/g) ?? []))];
const before = ['', '3', '客服', '热线一组', '2026年9月'];
const after = ['', '3', '数', '人员', '签字', ':', '：', '1、', '_', '）', ' '];

describe('the shortcut past labels', () => {
  test('the patterns give words to try, totals among them', () => {
    expect(words).toEqual(
      expect.arrayContaining(['小计', '合计', '平均', '汇总', '审核', '本表', '以下空白']),
    );
    expect(words.length).toBeGreaterThan(40);
  });

  test('says the same as the patterns of every label, with anything before and behind it', () => {
    let labels = 0;
    for (const first of before)
      for (const word of words)
        for (const last of after)
          for (const text of [first + word + last, `【${first}${word}${last}`]) {
            if (labelOf(text) !== undefined) labels += 1;
            expect([text, labelKind(text)]).toEqual([text, labelOf(text)]);
          }
    expect(labels).toBeGreaterThan(200);
  });

  test('passes names and results by', () => {
    for (const text of ['王伟', '正常', '热线一组', 'KF1001', '2026'])
      expect([labelKind(text), labelOf(text)]).toEqual([undefined, undefined]);
  });
});
