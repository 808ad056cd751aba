import { longRegulation } from '../../../scripts/draft/longText';
import { draftRegulation } from '../../../src/draft';
import { parseDay } from '../../../src/facts/date';
import { printRulebook } from '../../../src/rulebook/print';
import { shippedRulebook } from '../../../src/rulebook/shipped';

const perCharacter = (text: string): number => draftRegulation(text).work / text.length;

test('twice the text is twice the work', () => {
  const [one, two] = [longRegulation(20_000), longRegulation(40_000)];
  expect([one.length > 20_000, two.length > 40_000]).toEqual([true, true]);
  expect(draftRegulation(two).clauses.length).toBeGreaterThan(1.9 * draftRegulation(one).clauses.length);
  expect(perCharacter(one)).toBeLessThan(6);
  expect(Math.abs(perCharacter(two) / perCharacter(one) - 1)).toBeLessThan(0.05);
});

test('a printed regulation of 20,000 characters is read with a few looks at each', () => {
  const text = printRulebook(shippedRulebook('GAS')!, { day: parseDay('2026-10-31')! });
  expect(text.length).toBeGreaterThan(20_000);
  expect(perCharacter(text)).toBeLessThan(6);
});

test.each([
  ['white space', ' \n'.repeat(10_000)],
  ['articles', '第一条（A-1）'.repeat(2_000)],
  ['labels', '第一条（A-1）'.concat('标准：'.repeat(5_000))],
  ['one endless line of amounts', `第一条（A-1）迟到。标准：${'每次扣2分；'.repeat(3_000)}`],
  ['one endless condition', `第一条（A-1）迟到。标准：${'客户抱怨且'.repeat(3_000)}的，扣2分`],
])('nothing but %s is no more work', (_name, text) => {
  expect(perCharacter(text)).toBeLessThan(12);
});
