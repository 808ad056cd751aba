import fc from 'fast-check';
import { parseDay, parseMonth } from '../../../src/facts/date';
import { reportMonth } from '../../../src/month/report';
import { newEffect, type AmountFields } from '../../../src/rulebook/edit/effectForm';
import { printRulebook } from '../../../src/rulebook/print';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { SHIPPED_IDS, shippedRulebook } from '../../../src/rulebook/shipped';
import { gridOf } from '../intake/support/grids';
import { clauseWith, correctItem, formFaults, formOf } from '../../../src/draft/review/correct';
import { finishReview } from '../../../src/draft/review/finish';
import { addPassage, canSplit, mergeWithNext, splitItem } from '../../../src/draft/review/regroup';
import {
  acceptClear,
  decide,
  openItems,
  progressOf,
  readReview,
  setMissingUnits,
  startReview,
  withoutUnit,
  type Review,
} from '../../../src/draft/review/review';

/** Made up for these tests. */
const TEXT = `坐席考核细则
一、考勤
1、迟到10分钟以上，每次扣1分；迟到30分钟以上，每次扣3分。
2、旷工每天扣10分，罚款100元。
二、服务
3、抢话、打断客户讲话每次扣1分。
4、态度冷淡的，酌情扣分。
5、工单应当当日办结。`;

const review = startReview(TEXT);
const about = (words: string, of: Review = review) =>
  of.items.find(({ clause }) => clause.statement.zh.includes(words))!;
const HEAD = {
  id: 'TEAM',
  title: '坐席考核细则',
  version: '1',
  effectiveFrom: '2026-10-01',
  subject: 'agent' as const,
  base: '100',
};

test('every item stands with exactly the words it was read from', () => {
  expect(review.items.map(({ spans }) => spans.map(({ start, end }) => TEXT.slice(start, end)))).toEqual([
    ['迟到10分钟以上，每次扣1分'],
    ['迟到30分钟以上，每次扣3分'],
    ['旷工每天扣10分，罚款100元'],
    ['抢话、打断客户讲话每次扣1分'],
    ['态度冷淡的，酌情扣分'],
  ]);
  // both bounds (以上) and the open amount are asked about, and come first
  expect(openItems(review).map(({ clause }) => clause.statement.zh.slice(0, 4))).toEqual([
    '迟到10',
    '迟到30',
    '态度冷淡',
    '旷工每天',
    '抢话、打',
  ]);
});

test('what was decided survives being written and read', () => {
  const decided = acceptClear(review);
  expect(readReview(JSON.parse(JSON.stringify(decided)))).toEqual(decided);
  expect(readReview({ source: 1 })).toBeUndefined();
});

test('items about which something is asked are not accepted in bulk', () => {
  const clear = review.items.filter(({ questions }) => questions.length === 0).length;
  expect(progressOf(acceptClear(review))).toEqual({
    accepted: clear,
    dropped: 0,
    open: review.items.length - clear,
    asked: review.items.length - clear,
  });
});

test('a missing unit is answered for all at once, for open items only', () => {
  const text = startReview('考核\n1、未报工号，扣1分。\n2、未说结束语，扣1分。\n3、挂客户电话，扣5分。');
  expect(withoutUnit(text)).toBe(3);
  const dropped = decide(text, text.items[0]!.id, 'dropped');
  const answered = setMissingUnits(dropped, '次');
  expect(withoutUnit(answered)).toBe(0);
  expect(answered.items.map(({ clause }) => clause.count.unit)).toEqual(['未写明', '次', '次']);
});

describe('corrections', () => {
  test('what a form cannot take is named', () => {
    const form = formOf(about('抢话').clause);
    const amount = form.effects[0] as AmountFields;
    const faults = (change: Partial<AmountFields>) =>
      formFaults({ ...form, effects: [{ ...amount, ...change }] });
    expect(formFaults(form)).toEqual([]);
    expect(formFaults({ ...form, title: ' ' })).toEqual(['title']);
    expect(faults({ low: '-1' })).toEqual(['amount']);
    expect(faults({ low: '1.2345' })).toEqual(['amount']);
    expect(faults({ kind: 'min', low: '' })).toEqual(['amount']);
    expect(faults({ kind: 'range', low: '3', high: '3' })).toEqual(['range']);
    expect(faults({ kind: 'range', low: '', high: '3' })).toEqual(['amount']);
    expect(formFaults({ ...form, effects: [newEffect('discipline')] })).toEqual(['sanctions']);
    expect(() => clauseWith(about('抢话').clause, { ...form, unit: '' })).toThrow();
  });

  test('an amount is exact, at least, a range or open, and full-width digits are digits', () => {
    const { clause } = about('抢话');
    const form = formOf(clause);
    const amount = form.effects[0] as AmountFields;
    const effect = (change: Partial<AmountFields>) =>
      clauseWith(clause, { ...form, effects: [{ ...amount, ...change }] }).effects;
    expect(effect({ low: '２.５' })).toEqual([
      { type: 'points', dir: 'deduct', kind: 'exact', value: '2.5' },
    ]);
    expect(effect({ kind: 'min' })).toEqual([{ type: 'points', dir: 'deduct', kind: 'min', min: '1' }]);
    expect(effect({ kind: 'range', high: '3' })).toEqual([
      { type: 'points', dir: 'deduct', kind: 'range', min: '1', max: '3' },
    ]);
    expect(effect({ low: '' })).toEqual([{ type: 'points', dir: 'deduct', kind: 'unset', value: null }]);
  });

  test('conditions, sanctions and duties of a clause stay through a correction', () => {
    const gm06 = shippedRulebook('GM')!.clauses.find(({ id }) => id === 'GM-06')!;
    const form = formOf(gm06);
    expect(clauseWith(gm06, form).effects).toEqual(gm06.effects);
    expect(gm06.effects.some((effect) => 'when' in effect)).toBe(true);
  });

  test('a form saved as it is changes nothing but the questions', () => {
    const item = about('旷工');
    const corrected = correctItem(review, item.id, formOf(item.clause));
    expect(about('旷工', corrected)).toMatchObject({
      decision: 'accepted',
      questions: [],
      clause: item.clause,
    });
  });

  test('attendance events are counted by themselves only when a person says so, minutes where there is a bound', () => {
    const late = about('迟到10');
    expect(late.clause.derive).toBeUndefined();
    const form = formOf(late.clause);
    expect(form.takesAttendance).toBe(false);
    expect(clauseWith(late.clause, { ...form, takesAttendance: true }).derive).toEqual([
      { from: 'attendance', kinds: ['late', 'severe_late', 'absent_late'], value: 'minutes' },
    ]);
    const absent = about('旷工').clause;
    expect(clauseWith(absent, { ...formOf(absent), takesAttendance: true }).derive).toEqual([
      { from: 'attendance', kinds: ['absent'] },
    ]);
    expect(formOf(about('抢话').clause).takesAttendance).toBeUndefined();
  });
});

describe('split and merge', () => {
  const rude = about('抢话');
  const at = TEXT.indexOf('打断');

  test('a part without an amount of its own takes that of the whole, and asks', () => {
    const split = splitItem(review, rude.id, at);
    const [first, second] = [split.items[3]!, split.items[4]!];
    expect([first.clause.statement.zh, second.clause.statement.zh]).toEqual([
      '抢话',
      '打断客户讲话每次扣1分',
    ]);
    expect(first.clause.effects).toEqual(rude.clause.effects);
    expect(first.questions.map(({ code }) => code)).toEqual(['INHERITED']);
    expect(second.questions).toEqual([]);
    expect(new Set(split.items.map(({ id }) => id)).size).toBe(split.items.length);
  });

  test('merging clauses of different amounts asks which holds', () => {
    const merged = mergeWithNext(review, about('迟到10').id);
    const both = merged.items[0]!;
    expect(both.clause.effects).toMatchObject([{ value: '1' }]);
    expect(both.questions.map(({ code }) => code)).toContain('MERGED');
    expect(both.spans).toHaveLength(2);
  });

  test('the last item has no next one, and a place outside an item splits nothing', () => {
    expect(mergeWithNext(review, review.items.at(-1)!.id)).toBe(review);
    expect(canSplit(review, rude.id, 0)).toBe(false);
    expect(splitItem(review, rude.id, 0)).toBe(review);
  });

  test('words that no clause covers become one, with the amount left open', () => {
    const start = TEXT.indexOf('工单应当');
    const added = addPassage(review, { start, end: TEXT.length });
    const item = about('工单应当当日办结', added);
    expect(item.clause.effects).toEqual([{ type: 'points', dir: 'deduct', kind: 'unset', value: null }]);
    expect(item.questions.map(({ code }) => code)).toEqual(['UNIT_MISSING', 'AMOUNT_MISSING']);
    expect(added.items.at(-1)).toBe(item);
    expect(added.unread.some((each) => each.start < TEXT.length && each.end > start)).toBe(false);
  });

  test('no splitting or merging loses or doubles a word', () => {
    const covered = ({ items }: Review): number[] =>
      items
        .flatMap(({ spans }) => spans)
        .flatMap(({ start, end }) => Array.from({ length: end - start }, (_unused, index) => start + index))
        .sort((a, b) => a - b);
    const all = covered(review);
    const step = fc.oneof(
      fc.record({ do: fc.constant('split' as const), item: fc.nat(8), at: fc.nat(TEXT.length) }),
      fc.record({ do: fc.constant('merge' as const), item: fc.nat(8), at: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = review;
        for (const each of steps) {
          const id = now.items[each.item % now.items.length]!.id;
          now = each.do === 'split' ? splitItem(now, id, each.at) : mergeWithNext(now, id);
        }
        expect(covered(now)).toEqual(all);
        expect(new Set(now.items.map(({ id }) => id)).size).toBe(now.items.length);
      }),
    );
  });
});

describe('the rulebook', () => {
  const accepted = (of: Review): Review => ({
    ...of,
    items: of.items.map((item) => ({ ...item, decision: 'accepted' })),
  });

  test('waits for every decision, and for at least one clause', () => {
    expect(finishReview(review, HEAD)).toEqual({ ok: false, open: 5, problems: [] });
    const none = {
      ...review,
      items: review.items.map((item) => ({ ...item, decision: 'dropped' as const })),
    };
    expect(finishReview(none, HEAD)).toEqual({ ok: false, open: 0, problems: [] });
  });

  test('numbers its clauses in the order of the text, without those left out', () => {
    const finished = finishReview(decide(accepted(review), about('旷工').id, 'dropped'), HEAD);
    expect(finished.ok && finished.rulebook.clauses.map(({ id, title }) => `${id} ${title.zh}`)).toEqual([
      'TEAM-01 迟到10分钟以上',
      'TEAM-02 迟到30分钟以上',
      'TEAM-03 抢话、打断客户讲话',
      'TEAM-04 态度冷淡',
    ]);
  });

  test('bands of one kind of attendance event are charged once', () => {
    const banded = ['迟到10', '迟到30'].reduce((now, words) => {
      const { id, clause } = about(words, now);
      return correctItem(now, id, { ...formOf(clause), takesAttendance: true });
    }, review);
    const finished = finishReview(accepted(banded), HEAD);
    if (!finished.ok) throw new Error(JSON.stringify(finished));
    expect(finished.rulebook.overlapGroups).toMatchObject([{ id: 'attendance', keep: 'highest' }]);
    expect(finished.rulebook.clauses.map(({ overlapGroup }) => overlapGroup)).toEqual([
      'attendance',
      'attendance',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('bands of time', () => {
  const bands = startReview(
    '考勤\n1、迟到10分钟以内，扣1分/次。\n2、迟到10分钟至30分钟，扣3分/次。\n3、迟到超过30分钟，扣5分/次。\n4、当月迟到累计3次以上，扣10分。',
  );
  const banded = bands.items.reduce((now, { id, clause }) => {
    const form = formOf(clause);
    const takesAttendance = form.takesAttendance !== undefined;
    return correctItem(now, id, { ...form, unit: '次', takesAttendance });
  }, bands);

  test('keep both of their ends', () => {
    expect(bands.items.slice(0, 3).map(({ clause }) => clause.count)).toMatchObject([
      { value: '0', inclusive: false, upTo: { value: '10', inclusive: true } },
      { value: '10', inclusive: false, upTo: { value: '30', inclusive: true } },
      { value: '30', inclusive: false },
    ]);
  });

  test('a bound that nothing watches keeps attendance events away', () => {
    expect(bands.items.map(({ clause }) => formOf(clause).takesAttendance)).toEqual([
      false,
      false,
      false,
      undefined,
    ]);
  });

  test('each late arrival is charged under its own band, once', () => {
    const finished = finishReview(banded, HEAD);
    if (!finished.ok) throw new Error(JSON.stringify(finished));
    const minutes = [4, 10, 11, 30, 31];
    const cells = minutes.map((late, index) => [`2026-10-${12 + index}`, '周岚', '迟到', late]);
    const report = reportMonth(
      [gridOf([['日期', '姓名', '考勤结果', '迟到时长(分钟)'], ...cells], { sheet: '考勤明细' })],
      {
        rulebook: finished.rulebook,
        month: parseMonth('2026-10')!,
        settings: {},
        today: parseDay('2026-11-02')!,
      },
    );
    const charged = report.subjects[0]!.card.entries.filter((entry) => entry.charged);
    expect(charged.map(({ clause, deducted }) => `${clause} ${deducted / 1000}`)).toEqual([
      'TEAM-01 1',
      'TEAM-01 1',
      'TEAM-02 3',
      'TEAM-02 3',
      'TEAM-03 5',
    ]);
  });
});

describe('a printed rulebook', () => {
  test.each(SHIPPED_IDS)(
    '%s, accepted as it is read back, keeps its clauses, references and groups',
    (id) => {
      const shipped = shippedRulebook(id)!;
      const read = startReview(printRulebook(shipped, { day: parseDay('2026-10-31')! }));
      const head = {
        ...HEAD,
        id,
        title: shipped.title.zh,
        base: shipped.score.base,
        subject: shipped.subject,
      };
      const all = { ...read, items: read.items.map((item) => ({ ...item, decision: 'accepted' as const })) };
      const finished = finishReview(readReview(JSON.parse(JSON.stringify(all)))!, head);
      if (!finished.ok) throw new Error(JSON.stringify(finished));
      const shape = ({ clauses, overlapGroups }: Rulebook): unknown => [
        // chapters put the clauses of one category together
        clauses
          .map(({ id, subject, overlapGroup, jointLiability }) => [
            id,
            subject,
            overlapGroup,
            jointLiability?.[0]?.clause,
          ])
          .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
        overlapGroups?.map((group) => group.id),
      ];
      expect(shape(finished.rulebook)).toEqual(shape(shipped));
    },
  );
});
