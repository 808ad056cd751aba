import { draftRegulation } from '../../../src/draft';
import { rulebookOf } from '../../../src/draft/rulebook';
import { parseDay } from '../../../src/facts/date';
import { printRulebook } from '../../../src/rulebook/print';
import {
  clause,
  deduct,
  fine,
  pay,
  range,
  reading,
  sanction,
  smallRulebook,
  text,
  unset,
} from '../../support/smallRulebook';

const DAY = parseDay('2026-10-31')!;
type Json = Readonly<Record<string, unknown>>;

const back = (clauses: readonly Json[], more: Json = {}) =>
  rulebookOf(draftRegulation(printRulebook(smallRulebook(clauses, more), { day: DAY })), () => [])!;

const band = (value: string, inclusive: boolean, upTo?: Json): Json => ({
  mode: 'measure_threshold',
  unit: '次',
  measure: 'minutes',
  measureUnit: '分钟',
  value,
  inclusive,
  ...(upTo === undefined ? {} : { upTo }),
});

test.each<[string, Json]>([
  ['from ten', band('10', true)],
  ['over ten', band('10', false)],
  ['over ten up to thirty', band('10', false, { value: '30', inclusive: true })],
  ['from ten, under thirty', band('10', true, { value: '30', inclusive: false })],
  ['within ten', band('0', false, { value: '10', inclusive: true })],
  ['half a minute to 2.5', band('0.5', true, { value: '2.5', inclusive: true })],
])('a band %s is printed and read back with both its ends', (_name, count) => {
  expect(back([clause('T-1', { count })]).clauses[0]?.count).toEqual(count);
});

test.each<[string, readonly Json[]]>([
  ['a fine and points', [deduct('2'), fine('50')]],
  ['points added', [deduct('3', { dir: 'add' })]],
  ['a reward', [fine('100', { dir: 'add' })]],
  ['a range of points', [range('points', '1', '5')]],
  ['a range of pay', [range('performance_pct', '20', '50')]],
  ['at least', [{ type: 'points', dir: 'deduct', kind: 'min', min: '10' }]],
  ['open points', [unset()]],
  ['pay less', [pay('10')]],
  ['pay set', [pay('80', { dir: 'set' })]],
  ['under a condition', [deduct('2'), deduct('5', { when: { flag: 'serious' } })]],
  ['one of several sanctions', [deduct('2'), sanction('one_of', ['警告', '记过'])]],
  ['sanctions up to', [deduct('2'), sanction('up_to', ['警告', '辞退'])]],
  ['one or more', [deduct('2'), sanction('one_or_more', ['警告', '待岗'])]],
  ['a fixed sanction', [deduct('2'), sanction('fixed', ['书面警告'])]],
])('%s', (_name, effects) => {
  expect(back([clause('T-1', { effects })]).clauses[0]?.effects).toEqual(effects);
});

test('an open amount is printed with the value in force, and read back as that', () => {
  const book = smallRulebook([clause('T-1', { effects: [unset()] })]);
  const printed = printRulebook(book, { day: DAY, settings: { params: { 'T-1': '4' } } });
  expect(rulebookOf(draftRegulation(printed), () => [])!.clauses[0]?.effects).toEqual([deduct('4')]);
});

test('readings in force, general rules and open parameters stand below, and become no clause', () => {
  const readings = [reading('aboveInclusive', true, false)];
  const count = band('5', true);
  const switchedCount = {
    ...count,
    inclusive: { reading: 'aboveInclusive', cases: { true: true, false: false } },
  };
  const params = [{ id: 'high', title: text('优秀线'), kind: 'score', suggested: '95' }];
  const tiers = {
    high: { param: 'high', title: text('优秀') },
    low: { param: 'low', title: text('待改进') },
    middle: text('合格'),
    inclusive: true,
  };
  const more = {
    readings,
    params: [...params, { id: 'low', title: text('待改进线'), kind: 'score' }],
    tiers,
    general: [text('本办法由客服部解释')],
  };
  const book = smallRulebook([clause('T-1', { count: switchedCount })], more);
  const strict = printRulebook(book, { day: DAY, settings: { readings: { aboveInclusive: false } } });
  expect(strict).toContain('优秀线（high）：未设定，建议95。');
  expect(strict).toContain('待改进线（low）：未设定。');
  const read = rulebookOf(draftRegulation(strict), () => [])!;
  expect(read.clauses.map(({ id }) => id)).toEqual(['T-1']);
  expect(read.clauses[0]?.count).toMatchObject({ value: '5', inclusive: false });
  expect(read.general).toEqual([text('本办法由客服部解释')]);
});
