import { lastDay } from '../../../src/facts/date';
import { explanation, sentence } from '../../../src/i18n';
import { scoreFacts } from '../../../src/month/scoreFacts';
import { reportMonth } from '../../../src/month/report';
import { explainSubject } from '../../../src/month/views/explain';
import { detailsPlan } from '../../../src/reports/details';
import { PLAIN_WEEKDAYS } from '../../../src/facts/workdays';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import {
  clause,
  deduct,
  fine,
  reading,
  smallRulebook,
  switched,
  text,
  unset,
} from '../../support/smallRulebook';
import { cardOf, day, month, reasonsOf, record, refusalCodes, resultOf, score } from '../../support/scoring';
import { gridOf } from '../intake/support/grids';
import { input, listed } from '../reports/support';

const CHANGE = '2026-10-16';
const NOTICE = '客服〔2026〕7号';
/** Records of a clause on days of October. */
const on = (clauseId: string, ...dates: readonly number[]) =>
  dates.map((date) =>
    record({ clause: clauseId, date: `2026-10-${String(date).padStart(2, '0')}`, at: ['质检', date + 1] }),
  );
const revised = (change: object, more: object = {}) =>
  clause('A', { ...more, revisions: [{ from: CHANGE, reference: NOTICE, ...change }] });
const entriesOf = (rulebook: Rulebook, ...dates: readonly number[]) =>
  cardOf(score(rulebook, on('A', ...dates))).entries;

describe('an amount that changes on the 16th', () => {
  const rulebook = smallRulebook([revised({ effects: [deduct('5')] })]);

  it('is that of the day of the event, and the entry says by which version', () => {
    const [before, after] = entriesOf(rulebook, 15, 16);
    expect(before).toMatchObject({
      deducted: 2000,
      reasons: [{ code: 'OCCURRED' }, { code: 'REVISED_LATER', params: { from: CHANGE, reference: NOTICE } }],
    });
    expect(after).toMatchObject({
      deducted: 5000,
      reasons: [{ code: 'OCCURRED' }, { code: 'REVISED', params: { from: CHANGE, reference: NOTICE } }],
    });
    // 100 − 2 − 5
    expect(resultOf(score(rulebook, on('A', 15, 16)))).toMatchObject({ pointsDeducted: '7', score: '93' });
  });

  it('is told in months after it and not in months before it', () => {
    const reasons = (when: string) =>
      reasonsOf(score(rulebook, [record({ clause: 'A', date: `${when}-20` })], { month: when }));
    expect(reasons('2026-09')).toEqual(['A OCCURRED']);
    expect(reasons('2026-11')).toEqual(['A OCCURRED+REVISED']);
  });

  it('tells of every change of the month', () => {
    const twice = smallRulebook([
      clause('A', {
        revisions: [
          { from: '2026-10-06', reference: '1号', effects: [deduct('3')] },
          { from: CHANGE, reference: '2号', effects: [deduct('4')] },
        ],
      }),
    ]);
    const scored = score(twice, on('A', 5, 6, 15, 16));
    // 2 + 3 + 3 + 4
    expect(resultOf(scored).pointsDeducted).toBe('12');
    expect(cardOf(scored).entries.map(({ reasons }) => reasons.slice(1))).toEqual([
      [{ code: 'REVISED_LATER', params: { from: '2026-10-06', reference: '1号' } }],
      [
        { code: 'REVISED', params: { from: '2026-10-06', reference: '1号' } },
        { code: 'REVISED_LATER', params: { from: CHANGE, reference: '2号' } },
      ],
      [
        { code: 'REVISED', params: { from: '2026-10-06', reference: '1号' } },
        { code: 'REVISED_LATER', params: { from: CHANGE, reference: '2号' } },
      ],
      [{ code: 'REVISED', params: { from: CHANGE, reference: '2号' } }],
    ]);
  });

  it('is told of records that cost nothing, too', () => {
    const scored = score(rulebook, [record({ clause: 'A', date: CHANGE, verified: false })]);
    expect(reasonsOf(scored)).toEqual(['A NOT_VERIFIED+REVISED']);
  });
});

describe('the reading by which the month’s end decides', () => {
  const versionBy = switched('versionBy', { 'record-date': 'record-date', 'month-end': 'month-end' });
  const readings = { versionBy: 'month-end' };
  const book = (...clauses: Parameters<typeof smallRulebook>[0]) =>
    smallRulebook(clauses, { versionBy, readings: [reading('versionBy', 'record-date', 'month-end')] });

  it('charges the whole month by the last version and says so where it matters', () => {
    const scored = score(book(revised({ effects: [deduct('5')] })), on('A', 15, 16), { readings });
    expect(resultOf(scored).pointsDeducted).toBe('10');
    expect(cardOf(scored).entries[0]?.reasons.slice(1)).toEqual([
      { code: 'RULE_OF_MONTH_END', params: { date: '2026-10-31' } },
      { code: 'REVISED', params: { from: CHANGE, reference: NOTICE } },
    ]);
    expect(reasonsOf(scored)[1]).toBe('A OCCURRED+REVISED');
  });

  it('charges what happened before the clause began, and refuses all of a clause that ended', () => {
    const rulebook = book(clause('A', { from: CHANGE }), clause('B', { to: '2026-10-15' }), clause('C'));
    const scored = score(rulebook, [...on('A', 15, 16), ...on('C', 3)], { readings });
    expect(resultOf(scored).pointsDeducted).toBe('6');
    expect(reasonsOf(scored)).toEqual(['C OCCURRED', 'A OCCURRED+RULE_OF_MONTH_END', 'A OCCURRED']);
    expect(refusalCodes(score(rulebook, on('B', 15), { readings }))).toEqual(['CLAUSE_NOT_IN_FORCE']);
  });
});

describe('a clause that begins or ends on the 16th', () => {
  it('begins with the records of that day', () => {
    const scored = score(smallRulebook([clause('A', { from: CHANGE })]), on('A', 15, 16, 17));
    expect(resultOf(scored).pointsDeducted).toBe('4');
    expect(scored.refusals).toMatchObject([
      { code: 'CLAUSE_NOT_IN_FORCE', record: 0, params: { clause: 'A', date: '2026-10-15' } },
    ]);
  });

  it('ends with the records of that day', () => {
    const scored = score(smallRulebook([clause('A', { to: CHANGE }), clause('B')]), on('A', 15, 16, 17));
    expect(resultOf(scored).pointsDeducted).toBe('4');
    expect(scored.refusals).toMatchObject([{ code: 'CLAUSE_NOT_IN_FORCE', record: 2 }]);
  });
});

describe('a month’s bonus that changes on the 16th', () => {
  it('is that of the month’s last day, and says by which version', () => {
    const rulebook = smallRulebook([
      clause('A'),
      clause('B', {
        count: { mode: 'bonus_clean_month', unit: '月', lostBy: 'violation' },
        effects: [{ ...deduct('3'), dir: 'add' }],
        revisions: [{ from: CHANGE, reference: NOTICE, effects: [{ ...deduct('4'), dir: 'add' }] }],
      }),
    ]);
    const scored = score(rulebook, [], { subjects: ['张三'] });
    expect(resultOf(scored)).toMatchObject({ bonus: '4', score: '104' });
    expect(reasonsOf(scored)).toEqual(['B MONTH_CLEAN+REVISED']);
  });
});

describe('a number of occurrences that changes on the 16th', () => {
  const threshold = clause('A', {
    count: { mode: 'count_threshold', unit: '次', measure: 'complaints', threshold: 'limit' },
  });
  const rulebook = smallRulebook([threshold], {
    params: [{ id: 'limit', title: text('次数'), kind: 'count' }],
  });
  const charged = (before: string, after: string, ...dates: readonly number[]) => {
    const versions = [{ effective: day(CHANGE), params: { limit: after } }];
    const scored = score(rulebook, on('A', ...dates), { params: { limit: before }, versions });
    return cardOf(scored)
      .entries.filter((entry) => entry.charged)
      .map((entry) => entry.source?.row);
  };

  it('counts what was before the change, and charges once', () => {
    // row = day + 1
    expect(charged('3', '5', 1, 2, 3, 16, 17, 18)).toEqual([4]);
    expect(charged('5', '3', 1, 2, 16, 17)).toEqual([17]);
  });

  it('charges the first record after a change that was reached already', () => {
    expect(charged('5', '3', 1, 2, 3, 4, 16, 17)).toEqual([17]);
    expect(charged('5', '3', 1, 2, 3, 4)).toEqual([]);
  });

  it('says which number it was', () => {
    const versions = [{ effective: day(CHANGE), params: { limit: '2' } }];
    const scored = score(rulebook, on('A', 15, 16), { params: { limit: '3' }, versions });
    expect(cardOf(scored).entries.map(({ reasons }) => reasons)).toEqual([
      [
        { code: 'COUNT_BELOW', params: { value: '1', bound: '3' } },
        { code: 'VALUE_UNTIL', params: { param: 'limit', value: '3', from: CHANGE } },
      ],
      [
        { code: 'COUNT_REACHED', params: { value: '2', bound: '2' } },
        { code: 'VALUE_SINCE', params: { param: 'limit', value: '2', from: CHANGE } },
      ],
    ]);
  });
});

describe('a dated amount', () => {
  const params = { 'QA-01': '3' };
  const qa = on('QA-01', 15, 16);
  const reasons = (effective: string) =>
    reasonsOf(
      score('QA', qa, { params, versions: [{ effective: day(effective), params: { 'QA-01': '4' } }] }),
    );

  it('is told of where it changes within the month, and only there', () => {
    expect(reasons(CHANGE)).toEqual(['QA-01 OCCURRED+VALUE_UNTIL', 'QA-01 OCCURRED+VALUE_SINCE']);
    expect(reasons('2026-10-01')).toEqual(['QA-01 OCCURRED', 'QA-01 OCCURRED']);
    expect(reasons('2026-09-15')).toEqual(['QA-01 OCCURRED', 'QA-01 OCCURRED']);
    expect(reasons('2026-11-01')).toEqual(['QA-01 OCCURRED', 'QA-01 OCCURRED']);
    expect(reasons('2026-10-31')).toEqual(['QA-01 OCCURRED+VALUE_UNTIL', 'QA-01 OCCURRED+VALUE_UNTIL']);
  });
});

describe('an amount that only a flag asks for', () => {
  const rulebook = smallRulebook([
    clause('A', {
      effects: [deduct('2', { when: { flag_not: 'serious' } }), unset({ when: { flag: 'serious' } })],
    }),
  ]);
  const versions = [{ effective: day(CHANGE), params: { A: '7' } }];

  it('is told of where it was asked for', () => {
    const records = [...on('A', 15, 16), record({ clause: 'A', date: '2026-10-17', flags: ['serious'] })];
    const scored = score(rulebook, records, { versions });
    // 2 + 2 + 7
    expect(resultOf(scored).pointsDeducted).toBe('11');
    expect(reasonsOf(scored)).toEqual(['A OCCURRED', 'A OCCURRED', 'A OCCURRED+VALUE_SINCE']);
  });
});

describe('repeats over a change on the 16th', () => {
  const repeat = (minCount: number, value: string, mode = 'extra') => ({
    minCount,
    mode,
    effects: [fine(value)],
  });
  const fineAndPoints = (rulebook: Rulebook, ...dates: readonly number[]) => {
    const { fineYuan, pointsDeducted } = resultOf(score(rulebook, on('A', ...dates)));
    return [fineYuan, pointsDeducted];
  };
  const repeatOf = (rulebook: Rulebook, ...dates: readonly number[]) =>
    entriesOf(rulebook, ...dates).find(({ origin }) => origin === 'repeat');

  it('count occurrences of both versions, and bring what the reaching record’s version says', () => {
    const rulebook = smallRulebook([
      revised({ escalation: repeat(2, '80') }, { escalation: repeat(3, '30') }),
    ]);
    expect(fineAndPoints(rulebook, 1, 2)).toEqual(['0', '4']);
    expect(fineAndPoints(rulebook, 1, 2, 3)).toEqual(['30', '6']);
    expect(fineAndPoints(rulebook, 1, 16)).toEqual(['80', '4']);
    // Two before the change reach nothing; the third reaches the new limit of two.
    expect(fineAndPoints(rulebook, 1, 2, 16)).toEqual(['80', '6']);
    // Reached before the change: once a month.
    expect(fineAndPoints(rulebook, 1, 2, 3, 16)).toEqual(['30', '8']);
    expect(repeatOf(rulebook, 1, 2, 16)).toMatchObject({
      date: day(CHANGE),
      reasons: [
        { code: 'REPEAT_EXTRA', params: { count: '3', limit: 2, date: CHANGE } },
        { code: 'REVISED', params: { from: CHANGE, reference: NOTICE } },
      ],
    });
    expect(repeatOf(rulebook, 1, 2, 3, 16)?.reasons).toMatchObject([
      { code: 'REPEAT_EXTRA', params: { count: '4', limit: 3, date: '2026-10-03' } },
      { code: 'REVISED_LATER' },
    ]);
  });

  it('a higher limit waits for it', () => {
    const rulebook = smallRulebook([
      revised({ escalation: repeat(4, '80') }, { escalation: repeat(3, '30') }),
    ]);
    expect(fineAndPoints(rulebook, 1, 2, 16)).toEqual(['0', '6']);
    expect(fineAndPoints(rulebook, 1, 2, 16, 17)).toEqual(['80', '8']);
  });

  it('that begin on the 16th count what was before', () => {
    const rulebook = smallRulebook([revised({ escalation: repeat(3, '30') })]);
    expect(fineAndPoints(rulebook, 1, 2, 3)).toEqual(['0', '6']);
    expect(fineAndPoints(rulebook, 1, 2, 16)).toEqual(['30', '6']);
    expect(fineAndPoints(rulebook, 1, 2, 3, 16)).toEqual(['30', '8']);
  });

  it('that end on the 16th bring nothing after it and leave later records alone', () => {
    const rulebook = smallRulebook([
      revised({ escalation: null }, { escalation: repeat(2, '30', 'replace') }),
    ]);
    expect(fineAndPoints(rulebook, 1, 16)).toEqual(['0', '4']);
    expect(fineAndPoints(rulebook, 16, 17)).toEqual(['0', '4']);
    // 30 yuan in the place of two times 2 points, and 2 points for the 16th
    expect(fineAndPoints(rulebook, 1, 2, 16)).toEqual(['30', '2']);
  });
});

describe('from end to end', () => {
  const rulebook = smallRulebook([revised({ effects: [deduct('5')] }, { title: text('接电话未及时录单') })]);

  it('`score` says so in its entries', () => {
    const facts = {
      rulebook: 'TEAM',
      month: '2026-10',
      records: ['2026-10-15', '2026-10-16'].map((date) => ({ date, subject: '张三', clause: 'A' })),
    };
    const answer = scoreFacts(facts, {
      rulebook: () => rulebook,
      entries: true,
      explain: (reason) => explanation(reason, 'en'),
      sentence: (refusal) => sentence(refusal, 'en'),
    });
    expect(answer).toMatchObject({
      status: 'ok',
      results: { 张三: { pointsDeducted: '7', score: '93' } },
      entries: [
        {
          points: '-2',
          reason: `occurred 1 time(s); by the rule before the revision of ${CHANGE} (${NOTICE})`,
        },
        { points: '-5', reason: `occurred 1 time(s); by the revision from ${CHANGE} on (${NOTICE})` },
      ],
    });
  });

  it('the tab of details and the explanation in the pane say so', () => {
    const rows = listed(detailsPlan(input(rulebook, on('A', 15, 16)), 'zh'));
    expect(rows.map((row) => [row['分值'], row['计算与理由']])).toEqual([
      [-2, expect.stringContaining(`按 ${CHANGE} 修订（${NOTICE}）以前的规定`)],
      [-5, expect.stringContaining(`按 ${CHANGE} 起的修订（${NOTICE}）`)],
    ]);

    const log = gridOf([
      ['日期', '姓名', '问题描述'],
      ['2026-10-15', '张三', '接电话未及时录单'],
      ['2026-10-16', '张三', '接电话未及时录单'],
    ]);
    const report = reportMonth([log], {
      rulebook,
      month: month('2026-10'),
      settings: {},
      calendar: PLAIN_WEEKDAYS,
      today: lastDay(month('2026-10')),
    });
    expect(report.subjects.map(({ name, card }) => [name, card.deducted])).toEqual([['张三', 7000]]);
    const explained = explainSubject(report.subjects[0]!, report, 'zh');
    expect(explained.charged.map(({ amount, reasons }) => [amount, reasons.at(-1)])).toEqual([
      ['−2 分', `按 ${CHANGE} 修订（${NOTICE}）以前的规定`],
      ['−5 分', `按 ${CHANGE} 起的修订（${NOTICE}）`],
    ]);
    expect(explained.arithmetic).toBe('100 − 2 − 5 = 93');
  });
});
