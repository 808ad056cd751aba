import { clause, deduct, smallRulebook, text } from '../../support/smallRulebook';
import {
  cardOf,
  day,
  reasonsOf,
  record,
  refusalCodes,
  resultOf,
  score,
  type ScoreOptions,
} from '../../support/scoring';

describe('the edges of a month', () => {
  const dates = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'];
  const records = dates.map((date) => record({ clause: 'SVC-01', date }));

  it('belong to it', () => {
    expect(resultOf(score('SVC', records)).pointsDeducted).toBe('20');
    expect(resultOf(score('SVC', records, { month: '2026-09' })).pointsDeducted).toBe('10');
    expect(resultOf(score('SVC', records, { month: '2026-11' })).pointsDeducted).toBe('10');
    expect(resultOf(score('SVC', records, { month: '2026-12' })).pointsDeducted).toBe('0');
  });

  it('hold in February of a leap year and at the turn of the year', () => {
    const edge = ['2028-02-29', '2028-03-01', '2027-12-31', '2028-01-01'].map((date) =>
      record({ clause: 'SVC-01', date }),
    );
    const deducted = (month: string) => resultOf(score('SVC', edge, { month })).pointsDeducted;
    expect(['2027-12', '2028-01', '2028-02', '2028-03'].map(deducted)).toEqual(['10', '10', '10', '10']);
  });
});

describe('records of another month', () => {
  it('show their subject and refuse nothing, whatever is wrong with them', () => {
    const scored = score('GAS', [
      record({ clause: 'GAS-99', date: '2026-09-30' }),
      record({ clause: 'GAS-01', date: '2026-11-01' }),
      record({ clause: 'GAS-01', date: '2026-09-30', qty: '0', kind: '抱怨' }),
    ]);
    expect(scored.cards.map(({ subject, state }) => [subject, state])).toEqual([['张三', 'complete']]);
    expect(scored.refusals).toEqual([]);
    expect(
      refusalCodes(score('GAS', [record({ clause: 'GAS-99', date: '2026-09-30' })], { month: '2026-09' })),
    ).toEqual(['UNKNOWN_CLAUSE']);
  });

  it('are looked for by the month of verification under that reading', () => {
    const unknown = [record({ clause: 'GAS-99', date: '2026-09-30', verifiedOn: '2026-10-02' })];
    const readings = { issueMonth: 'verified' };
    expect(refusalCodes(score('GAS', unknown, { readings }))).toEqual(['UNKNOWN_CLAUSE']);
    expect(refusalCodes(score('GAS', unknown))).toEqual([]);
  });
});

describe('people without records', () => {
  it('come first, in the order given, and once', () => {
    const scored = score(
      'SVC',
      [record({ clause: 'SVC-01' }), record({ clause: 'SVC-01', subject: '赵六' })],
      {
        subjects: ['李四', '张三'],
      },
    );
    expect(scored.cards.map((card) => card.subject)).toEqual(['李四', '张三', '赵六']);
    expect(resultOf(scored, '李四')).toMatchObject({ pointsDeducted: '0', score: '100' });
  });
});

describe('the month of a service-quality issue', () => {
  const issue = record({
    clause: 'GAS-01',
    kind: '抱怨',
    date: '2026-09-28',
    verifiedOn: '2026-10-03',
  });
  const deducted = (month: string, issueMonth: string) =>
    resultOf(score('GAS', [issue], { month, readings: { issueMonth } })).pointsDeducted;

  it('is that of the event, or of its verification', () => {
    expect([deducted('2026-09', 'occurred'), deducted('2026-10', 'occurred')]).toEqual(['10', '0']);
    expect([deducted('2026-09', 'verified'), deducted('2026-10', 'verified')]).toEqual(['0', '10']);
  });

  it('is that of the event when no day of verification is given', () => {
    const undated = record({ clause: 'GAS-01', kind: '抱怨' });
    expect(resultOf(score('GAS', [undated], { readings: { issueMonth: 'verified' } })).pointsDeducted).toBe(
      '10',
    );
  });

  it('costs nothing when it was not verified', () => {
    const scored = score('GAS', [record({ clause: 'GAS-01', verified: false })]);
    expect(reasonsOf(scored)).toEqual(['GAS-01 NOT_VERIFIED']);
    expect(resultOf(scored).pointsDeducted).toBe('0');
  });
});

describe('a change of rules within the month', () => {
  const rulebook = smallRulebook([
    clause('A', {
      revisions: [{ from: '2026-10-15', reference: '3号通知', effects: [deduct('5')] }],
    }),
  ]);

  it('applies from its day on', () => {
    const on = (date: string) => resultOf(score(rulebook, [record({ clause: 'A', date })])).pointsDeducted;
    expect([on('2026-10-14'), on('2026-10-15')]).toEqual(['2', '5']);
  });

  const versions = [{ effective: day('2026-10-15'), params: { 'QA-01': '4' } }];
  const qa = [
    record({ clause: 'QA-01', date: '2026-10-14' }),
    record({ clause: 'QA-01', date: '2026-10-15' }),
  ];
  const deducted = (options: ScoreOptions) => resultOf(score('QA', qa, options)).pointsDeducted;

  it('takes the amount of the record’s date, or that of the month’s end', () => {
    const params = { 'QA-01': '3' };
    expect(deducted({ params, versions })).toBe('7');
    expect(deducted({ params, versions, readings: { versionBy: 'month-end' } })).toBe('8');
  });

  it('refuses before the first amount', () => {
    const scored = score('QA', qa, { versions });
    expect(scored.refusals).toMatchObject([{ code: 'UNSET_POINTS', record: 0 }]);
    expect(resultOf(scored).pointsDeducted).toBe('4');
    expect(deducted({ params: { 'QA-01': '0' }, versions })).toBe('4');
  });
});

describe('late days over the end of a month', () => {
  // due on Monday 5 October, handed in on 3 November
  const late = record({ clause: 'OUT-7.2', subject: '一班', date: '2026-10-05', submittedOn: '2026-11-03' });
  const deducted = (month: string, readings = {}) =>
    resultOf(score('OUT', [late], { month, readings, subjects: ['一班'] }), '一班').pointsDeducted;

  it('are split between the months or stay with the due month', () => {
    expect(['2026-09', '2026-10', '2026-11', '2026-12'].map((month) => deducted(month))).toEqual([
      '0',
      '26',
      '3',
      '0',
    ]);
    const readings = { lateMonth: 'due-month' };
    expect(['2026-10', '2026-11'].map((month) => deducted(month, readings))).toEqual(['29', '0']);
  });

  it('show no entry in a month without late days, except in their own', () => {
    const entries = (month: string, submittedOn: string) =>
      cardOf(
        score('OUT', [record({ clause: 'OUT-7.2', subject: '一班', date: '2026-10-05', submittedOn })], {
          month,
        }),
        '一班',
      ).entries.filter((entry) => entry.origin === 'record').length;
    expect(entries('2026-10', '2026-10-05')).toBe(1);
    expect(entries('2026-11', '2026-10-05')).toBe(0);
  });

  it('run on while nothing is handed in', () => {
    const open = record({ clause: 'OUT-7.3', subject: '一班', date: '2026-10-05' });
    const inMonth = (month: string) => resultOf(score('OUT', [open], { month }), '一班').pointsDeducted;
    expect([inMonth('2026-10'), inMonth('2026-11')]).toEqual(['13', '15']);
  });
});

describe('a settlement after acceptance', () => {
  // working days: 10 from the day after 1 October, Monday to Friday -> 15 October
  const settlement = (fields = {}) =>
    record({ clause: 'GAS-10.3', kind: '抱怨', date: '2026-10-20', acceptedOn: '2026-10-01', ...fields });

  it('counts once in the month of its record only', () => {
    const late = settlement({ settledOn: '2026-12-01' });
    expect(resultOf(score('GAS', [late])).pointsDeducted).toBe('10');
    expect(resultOf(score('GAS', [late], { month: '2026-11' })).pointsDeducted).toBe('0');
  });
});

describe('a clause with dates', () => {
  it('counts on its first and its last day', () => {
    const rulebook = smallRulebook([
      clause('A', { from: '2026-10-02', to: '2026-10-30', title: text('限期') }),
    ]);
    const dates = ['2026-10-02', '2026-10-30'].map((date) => record({ clause: 'A', date }));
    expect(resultOf(score(rulebook, dates)).pointsDeducted).toBe('4');
  });
});
