import {
  addClause,
  amendClause,
  boundOf,
  dropRevision,
  endClause,
  freeClauseId,
  historyOf,
  proposedVersion,
  removeClause,
  reopenClause,
  restated,
  reviseClause,
  whatChanged,
  withBound,
  withVersion,
  type EditResult,
  type NewClause,
} from '../../../src/rulebook/edit';
import type { Clause } from '../../../src/rulebook/clause';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { cardOf, day, record, score, shipped } from '../../support/scoring';
import { clause, deduct, fine, smallRulebook, text } from '../../support/smallRulebook';

const BOOK = smallRulebook([clause('T-01'), clause('T-02', { from: '2026-03-01', to: '2026-12-31' })]);

function done(result: EditResult): Rulebook {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rulebook;
}

const problemsOf = (result: EditResult): unknown => (result.ok ? 'accepted' : result.problems);

const of = (rulebook: Rulebook, id: string): Clause => rulebook.clauses.find((one) => one.id === id)!;

const points = (value: string): Clause['effects'] => [deduct(value)] as unknown as Clause['effects'];

const dearer = (rulebook: Rulebook, from: string, value: string, reference = '通知'): EditResult =>
  reviseClause(rulebook, 'T-01', { from, reference, changes: { effects: points(value) } });

/** What one record of T-01 on the day costs, in thousandths. */
const cost = (rulebook: Rulebook, date: string, id = 'T-01'): number => {
  const scored = score(rulebook, [record({ date, clause: id })], { month: date.slice(0, 7) });
  return cardOf(scored).deducted;
};

describe('a clause with other values from a date on', () => {
  const revised = done(dearer(BOOK, '2026-10-16', '3', ' 2026 年第 3 号通知 '));

  test('keeps its first values, and names what changed it', () => {
    expect(of(revised, 'T-01').effects).toEqual([deduct('2')]);
    expect(of(revised, 'T-01').revisions).toEqual([
      { from: '2026-10-16', reference: '2026 年第 3 号通知', effects: [deduct('3')] },
    ]);
    expect(BOOK.clauses[0]).not.toHaveProperty('revisions');
  });

  test('costs by the date of the record, also within one month', () => {
    expect([cost(revised, '2026-10-15'), cost(revised, '2026-10-16'), cost(revised, '2026-10-31')]).toEqual([
      2000, 3000, 3000,
    ]);
  });

  test('the same date again joins the first; an earlier one comes before it', () => {
    const twice = done(
      reviseClause(revised, 'T-01', {
        from: '2026-10-16',
        reference: '更正',
        changes: { statement: text('每次扣 3 分') },
      }),
    );
    const thrice = done(dearer(twice, '2026-05-01', '2.5'));

    expect(of(thrice, 'T-01').revisions).toEqual([
      { from: '2026-05-01', reference: '通知', effects: [deduct('2.5')] },
      { from: '2026-10-16', reference: '更正', statement: text('每次扣 3 分'), effects: [deduct('3')] },
    ]);
  });

  test('a changed value is replaced, and changing it back takes the revision out', () => {
    expect(of(done(dearer(revised, '2026-10-16', '4')), 'T-01').revisions).toHaveLength(1);
    expect(cost(done(dearer(revised, '2026-10-16', '4')), '2026-10-20')).toBe(4000);
    expect(done(dearer(revised, '2026-10-16', '2'))).toEqual(BOOK);
  });

  test('a part is taken away from a date on', () => {
    const heavy = smallRulebook([
      clause('T-01', { multiplier: { factor: '2', flag: 'serious', label: text('严重') } }),
    ]);
    const plain = done(
      reviseClause(heavy, 'T-01', { from: '2026-10-16', reference: '通知', changes: { multiplier: null } }),
    );
    expect(of(plain, 'T-01').revisions).toEqual([
      { from: '2026-10-16', reference: '通知', multiplier: null },
    ]);
    const flagged = (date: string): number =>
      cardOf(score(plain, [record({ date, clause: 'T-01', flags: ['serious'] })])).deducted;
    expect([flagged('2026-10-15'), cost(plain, '2026-10-16')]).toEqual([4000, 2000]);
    // nothing doubles any more, so nobody may say it does
    expect(flagged('2026-10-16')).toBe(0);
  });

  test.each([
    [
      { from: '2019-12-31' },
      [{ code: 'EDIT_BEFORE_RULEBOOK', params: { date: '2019-12-31', begin: '2020-01-01' } }],
    ],
    [{ from: '2026-02-30' }, [{ code: 'EDIT_DATE', params: { found: '2026-02-30' } }]],
    [{ reference: ' ' }, [{ code: 'EDIT_REFERENCE', params: {} }]],
    [{ changes: {} }, [{ code: 'EDIT_NOTHING', params: { clause: 'T-01', date: '2026-10-16' } }]],
    [
      { changes: { effects: points('-1') } },
      [
        {
          code: 'RULEBOOK_BAD_AMOUNT',
          path: 'TEAM.clauses[0].revisions[0].effects[0].value',
          params: { found: '"-1"' },
        },
      ],
    ],
  ])('%j is refused', (more, problems) => {
    const request = { from: '2026-10-16', reference: '通知', changes: { effects: points('3') }, ...more };
    expect(problemsOf(reviseClause(BOOK, 'T-01', request))).toEqual(problems);
  });

  test('not before the clause begins, not after it ends, not where there is none', () => {
    const on = (id: string, from: string): unknown =>
      problemsOf(reviseClause(BOOK, id, { from, reference: '通知', changes: { effects: points('3') } }));
    expect(on('T-02', '2026-03-01')).toEqual([
      { code: 'EDIT_BEFORE_CLAUSE', params: { clause: 'T-02', date: '2026-03-01', begin: '2026-03-01' } },
    ]);
    expect(on('T-02', '2027-01-01')).toEqual([
      { code: 'EDIT_AFTER_END', params: { clause: 'T-02', date: '2027-01-01', end: '2026-12-31' } },
    ]);
    expect(on('T-03', '2026-10-16')).toEqual([{ code: 'EDIT_CLAUSE_UNKNOWN', params: { clause: 'T-03' } }]);
    expect(on('T-02', '2026-12-31')).toBe('accepted');
  });

  test('is taken back as long as it is a draft', () => {
    expect(done(dropRevision(revised, BOOK, 'T-01', '2026-10-16'))).toEqual(BOOK);
    expect(problemsOf(dropRevision(revised, revised, 'T-01', '2026-10-16'))).toEqual([
      { code: 'EDIT_REVISION_IN_FORCE', params: { clause: 'T-01', date: '2026-10-16' } },
    ]);
    // what is in force comes back where the draft changed it
    const changed = done(dearer(revised, '2026-10-16', '5'));
    expect(done(dropRevision(changed, revised, 'T-01', '2026-10-16'))).toEqual(revised);
  });

  test('tells its history', () => {
    expect(
      historyOf(of(revised, 'T-01')).map(({ from, reference, clause: state, changed }) => [
        from,
        reference,
        state.effects,
        changed,
      ]),
    ).toEqual([
      [undefined, undefined, [deduct('2')], []],
      ['2026-10-16', '2026 年第 3 号通知', [deduct('3')], ['effects']],
    ]);
  });
});

describe('an end', () => {
  test('leaves what was until then', () => {
    const ended = done(endClause(BOOK, 'T-01', '2026-10-15', '停用通知'));
    expect(of(ended, 'T-01')).toMatchObject({ to: '2026-10-15', toReference: '停用通知' });
    expect(cost(ended, '2026-10-15')).toBe(2000);
    expect(
      score(ended, [record({ date: '2026-10-16', clause: 'T-01' })]).refusals.map(({ code }) => code),
    ).toHaveLength(1);
    expect(done(reopenClause(ended, 'T-01'))).toEqual(BOOK);
  });

  test('is refused before the beginning, before a change, without a reason; and there must be one to take back', () => {
    const revised = done(dearer(BOOK, '2026-10-16', '3'));
    expect(problemsOf(endClause(BOOK, 'T-02', '2026-02-28', '通知'))).toEqual([
      { code: 'EDIT_END_BEFORE_BEGIN', params: { clause: 'T-02', date: '2026-02-28', begin: '2026-03-01' } },
    ]);
    expect(problemsOf(endClause(revised, 'T-01', '2026-10-15', '通知'))).toEqual([
      {
        code: 'EDIT_END_BEFORE_REVISION',
        params: { clause: 'T-01', date: '2026-10-15', revision: '2026-10-16' },
      },
    ]);
    expect(problemsOf(endClause(BOOK, 'T-01', '2026-10-15', ''))).toEqual([
      { code: 'EDIT_REFERENCE', params: {} },
    ]);
    expect(problemsOf(reopenClause(BOOK, 'T-01'))).toEqual([
      { code: 'EDIT_NOT_ENDED', params: { clause: 'T-01' } },
    ]);
  });
});

describe('another clause', () => {
  const fields: NewClause = {
    category: 'service',
    title: text('未戴耳机'),
    statement: text('每次扣 1 分'),
    count: { mode: 'occurrence', unit: '次' },
    effects: points('1'),
    reference: '部门会议',
  };

  test('counts from its first day and stands after its category', () => {
    const more = done(addClause(BOOK, fields, '2026-10-16'));
    expect(more.clauses.map(({ id }) => id)).toEqual(['T-01', 'T-02', 'T-03']);
    expect(of(more, 'T-03')).toMatchObject({
      from: '2026-10-16',
      fromReference: '部门会议',
      subject: 'agent',
      citation: { source: 'S', section: '部门会议' },
    });
    expect(cost(more, '2026-10-16', 'T-03')).toBe(1000);
  });

  test('ids go on in the style of the book', () => {
    const next = (book: string, category?: string): string =>
      freeClauseId(shipped(book), category ?? shipped(book).clauses.at(-1)!.category);
    expect(next('GM')).toBe('GM-20');
    expect(freeClauseId(shipped('CP'), of(shipped('CP'), 'CP-A5').category)).toBe('CP-A6');
    expect(freeClauseId(shipped('OUT'), of(shipped('OUT'), 'OUT-1.13').category)).toBe('OUT-1.14');
    expect(freeClauseId(smallRulebook([clause('rule')]), 'service')).toBe('TEAM-01');
  });

  test('a catch-all stays the last', () => {
    const book = smallRulebook([clause('T-01'), clause('T-99', { catchAll: true })]);
    expect(done(addClause(book, fields, '2026-10-16')).clauses.map(({ id }) => id)).toEqual([
      'T-01',
      'T-100',
      'T-99',
    ]);
  });

  test('is stated anew or taken out while it is a draft; one in force is not', () => {
    const more = done(addClause(BOOK, fields, '2026-10-16'));
    const amended = done(
      amendClause(
        more,
        BOOK,
        'T-03',
        { ...fields, effects: points('4'), category: 'attendance' },
        '2026-11-01',
      ),
    );
    expect(of(amended, 'T-03')).toMatchObject({
      category: 'attendance',
      effects: [deduct('4')],
      from: '2026-11-01',
    });
    expect(done(removeClause(more, BOOK, 'T-03'))).toEqual(BOOK);
    expect(problemsOf(removeClause(more, more, 'T-03'))).toEqual([
      { code: 'EDIT_CLAUSE_IN_FORCE', params: { clause: 'T-03' } },
    ]);
    expect(problemsOf(amendClause(more, BOOK, 'T-01', fields, '2026-11-01'))).toEqual([
      { code: 'EDIT_CLAUSE_IN_FORCE', params: { clause: 'T-01' } },
    ]);
  });

  test('in a rulebook nobody has published, a clause of its own is corrected without a reason', () => {
    const old = of(BOOK, 'T-01');
    const stated = { ...fields, statement: old.statement, title: old.title, reference: '' };
    const corrected = done(amendClause(BOOK, undefined, 'T-01', stated, '2020-01-01'));
    expect(of(corrected, 'T-01')).toEqual({ ...old, effects: [deduct('1')] });
    const later = done(amendClause(BOOK, undefined, 'T-01', { ...stated, reference: '会议' }, '2026-10-16'));
    expect(of(later, 'T-01')).toMatchObject({ from: '2026-10-16', fromReference: '会议' });
  });

  test('needs words, a reason and a day of the rulebook', () => {
    const problem = (more: Partial<NewClause>, from = '2026-10-16'): unknown =>
      problemsOf(addClause(BOOK, { ...fields, ...more }, from));
    expect(problem({ title: { zh: '', en: 'x' } })).toEqual([{ code: 'EDIT_WORDS', params: {} }]);
    expect(problem({ reference: '' })).toEqual([{ code: 'EDIT_REFERENCE', params: {} }]);
    expect(problem({}, '2019-01-01')).toEqual([
      { code: 'EDIT_BEFORE_RULEBOOK', params: { date: '2019-01-01', begin: '2020-01-01' } },
    ]);
    expect(problem({}, '下周')).toEqual([{ code: 'EDIT_DATE', params: { found: '下周' } }]);
    expect(problem({ category: 'none' })).toMatchObject([{ code: 'RULEBOOK_UNKNOWN_CATEGORY' }]);
  });

  test('what refers to a clause keeps it in the book', () => {
    const book = smallRulebook([
      clause('T-01'),
      clause('T-02', { count: { mode: 'treat_as', unit: '次', as: 'points', target: 'T-01' } }),
    ]);
    const result = removeClause(book, undefined, 'T-01');
    expect(result.ok).toBe(false);
  });
});

test('differences between two versions, with their days', () => {
  const after = done(
    endClause(
      done(
        addClause(
          done(dearer(BOOK, '2026-10-16', '3', '第 3 号')),
          {
            category: 'attendance',
            title: text('新'),
            statement: text('新'),
            count: { mode: 'occurrence', unit: '次' },
            effects: [],
            reference: '会议',
          },
          '2026-11-01',
        ),
      ),
      'T-02',
      '2026-11-30',
      '停用',
    ),
  );
  const told = whatChanged(BOOK, after).map((change) =>
    change.what === 'values'
      ? [change.id, change.from, change.fields, change.before.effects, change.after.effects, change.reference]
      : change.what === 'book'
        ? change.fields
        : [change.what, 'from' in change ? change.from : '', 'clause' in change ? change.clause.id : ''],
  );
  expect(told).toEqual([
    ['T-01', '2026-10-16', ['effects'], [deduct('2')], [deduct('3')], '第 3 号'],
    ['ended', '2026-12-01', 'T-02'],
    ['added', '', 'T-03'],
  ]);
  expect(whatChanged(after, after)).toEqual([]);
  expect(whatChanged(after, BOOK).map(({ what }) => what)).toEqual(['values', 'ended', 'removed']);
});

test('a first value changed under a later revision is told on its day only, as the later one is the same', () => {
  const before = done(dearer(BOOK, '2026-10-16', '3'));
  const after = {
    ...before,
    clauses: before.clauses.map((one) => (one.id === 'T-01' ? { ...one, effects: points('1') } : one)),
  };
  expect(whatChanged(before, after)).toMatchObject([
    { what: 'values', from: '2020-01-01', fields: ['effects'] },
  ]);
});

test('what changes besides the clauses is named by its part', () => {
  const after = smallRulebook(
    [clause('T-01'), clause('T-02', { from: '2026-04-01', to: '2026-12-31', category: 'attendance' })],
    {
      title: text('新名'),
      general: [text('总则')],
      version: '9',
    },
  );
  expect(whatChanged(BOOK, after)).toMatchObject([
    { what: 'book', fields: ['title', 'general'] },
    { what: 'begin', clause: { id: 'T-02' }, before: '2026-03-01' },
    { what: 'category', after: { category: 'attendance' } },
  ]);
});

test('an end taken back is told from the first day on which the clause holds again', () => {
  const ended = smallRulebook([clause('T-01', { to: '2026-10-31' })]);
  const open = smallRulebook([clause('T-01')]);
  expect(whatChanged(ended, open)).toMatchObject([{ what: 'reopened', from: '2026-11-01' }]);
  expect(whatChanged(open, ended)).toMatchObject([{ what: 'ended', from: '2026-11-01' }]);
  const evidence = smallRulebook([clause('T-01', { evidence: [text('录音')] })]);
  expect(whatChanged(open, evidence)).toMatchObject([{ what: 'other', after: { id: 'T-01' } }]);
});

test('a version is the old one and the day, and is not used twice', () => {
  const today = day('2026-11-22');
  expect(proposedVersion('2026.1', today)).toBe('2026.1/2026-11-22');
  expect(proposedVersion('2026.1/2026-10-01', today)).toBe('2026.1/2026-11-22');
  expect(proposedVersion('2026.1/2026-11-22', today)).toBe('2026.1/2026-11-22.2');
  expect(proposedVersion('2026.1/2026-11-22.2', today)).toBe('2026.1/2026-11-22.3');
  expect(done(withVersion(BOOK, BOOK, ' 2 ')).version).toBe('2');
  expect(problemsOf(withVersion(BOOK, BOOK, '1'))).toEqual([
    { code: 'EDIT_VERSION_TAKEN', params: { version: '1' } },
  ]);
  expect(problemsOf(withVersion(BOOK, BOOK, ''))).toEqual([{ code: 'EDIT_VERSION', params: {} }]);
});

test('bounds are read and written as the way of counting states them', () => {
  expect(boundOf({ mode: 'occurrence', unit: '次' })).toBeUndefined();
  expect(withBound({ mode: 'occurrence', unit: '次' }, { unit: '单', value: '3' })).toEqual({
    mode: 'occurrence',
    unit: '单',
  });
  expect(boundOf({ mode: 'total_reached', unit: '月', points: '12' })).toEqual({ value: '12' });
  const late: Clause['count'] = {
    mode: 'measure_threshold',
    unit: '次',
    measure: 'late_minutes',
    measureUnit: '分钟',
    value: '20',
    inclusive: { reading: 'r', cases: { yes: true } },
  };
  expect(boundOf(late)).toEqual({ value: '20', unit: '分钟' });
  expect(withBound(late, { value: ' ２５ ' })).toEqual({ ...late, value: '25' });
  const due: Clause['count'] = {
    mode: 'deadline_dom',
    unit: '天',
    day: 5,
    shift: 'none',
    lateDays: 'calendar',
    lateMonth: 'split',
  };
  expect(boundOf(due)).toEqual({ value: '5' });
  expect(withBound(due, { value: '8' })).toEqual({ ...due, day: 8 });
});

describe('a statement with its new amounts', () => {
  const stated = (statement: Clause['statement'], before: unknown[], after: unknown[]): unknown =>
    restated(
      { ...of(BOOK, 'T-01'), statement, effects: before as Clause['effects'] },
      after as Clause['effects'],
    );

  test.each([
    ['每发现一次扣2分，罚款20元。', '每发现一次扣3分，罚款20元。'],
    ['首次扣两分', '首次扣3分'],
    ['2 次以上，每次扣 2 分', '2 次以上，每次扣 3 分'],
    ['超过 2 分钟，扣 2 分', '超过 2 分钟，扣 3 分'],
    ['扣 12 分', '扣 12 分'],
  ])('%s', (before, after) => {
    expect(
      stated(
        { zh: before, en: 'Costs 2 points and 20 yuan' },
        [deduct('2'), fine('20')],
        [deduct('3'), fine('20')],
      ),
    ).toEqual({ zh: after, en: 'Costs 3 points and 20 yuan' });
  });

  test('one amount for two effects of which one changes is left to a person', () => {
    const words = { zh: '扣 2 分，严重的扣 2 分', en: '2 points' };
    expect(
      stated(
        words,
        [deduct('2'), deduct('2', { when: { flag: 'serious' } })],
        [deduct('3'), deduct('2', { when: { flag: 'serious' } })],
      ),
    ).toEqual(words);
  });

  test.each([
    // money and percentages, in words and with signs
    ['fine_yuan', '20', '50', '罚款20元', 'CNY 20', '罚款50元', 'CNY 50'],
    ['fine_yuan', '20', '50', '罚款 20 元', 'a fine of 20 yuan', '罚款 50 元', 'a fine of 50 yuan'],
    ['performance_pct', '10', '20', '扣当月绩效10%', '10% of pay', '扣当月绩效20%', '20% of pay'],
    ['points', '0.5', '1', '扣半分', '0.5 points', '扣1分', '1 point'],
    // numbers that are something else stay
    [
      'points',
      '5',
      '6',
      '迟到5分钟，五分部的人',
      '5 minutes late',
      '迟到5分钟，五分部的人',
      '5 minutes late',
    ],
    ['points', '5', '6', '扣十五分', 'RMB 5', '扣十五分', 'RMB 5'],
  ])('%s %s becomes %s', (type, from, to, zh, en, newZh, newEn) => {
    const amount = (value: string) => ({ type, dir: 'deduct', kind: 'exact', value });
    expect(stated({ zh, en }, [amount(from)], [amount(to)])).toEqual({ zh: newZh, en: newEn });
  });

  test('an amount that becomes another kind, or goes, keeps its words', () => {
    const words = { zh: '至少扣 2 分', en: 'at least 2 points' };
    const least = { type: 'points', dir: 'deduct', kind: 'min', min: '2' };
    expect(stated(words, [least], [{ ...least, min: '3' }])).toEqual({
      zh: '至少扣 3 分',
      en: 'at least 3 points',
    });
    expect(stated(words, [least], [])).toEqual(words);
    expect(stated(words, [least], [fine('3')])).toEqual(words);
    expect(
      stated(words, [least], [{ type: 'points', dir: 'deduct', kind: 'range', min: '2', max: '5' }]),
    ).toEqual(words);
  });

  test('ranges and single points', () => {
    const band = (min: string, max: string) => ({ type: 'points', dir: 'deduct', kind: 'range', min, max });
    expect(stated({ zh: '扣 1-3 分', en: '1 to 3 points' }, [band('1', '3')], [band('2', '5')])).toEqual({
      zh: '扣 2-5 分',
      en: '2 to 5 points',
    });
    expect(stated({ zh: '扣 2 分', en: '2 points' }, [deduct('2')], [deduct('1')])).toEqual({
      zh: '扣 1 分',
      en: '1 point',
    });
  });
});
