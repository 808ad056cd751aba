import {
  clause,
  deduct,
  range,
  sanction,
  smallRulebook,
  switched,
  reading,
} from '../../support/smallRulebook';
import { record, refusalCodes, resultOf, score } from '../../support/scoring';

describe('a range that a person chooses from', () => {
  it.each([
    [{ chosenPoints: '2', chosenPct: '20' }, '2', '20'],
    [{ chosenPoints: '5', chosenPct: '50' }, '5', '50'],
    [{ chosenPoints: '3.5', chosenPct: '35' }, '3.5', '35'],
    // one half given, the other follows
    [{ chosenPoints: '3' }, '3', '30'],
    [{ chosenPoints: '2.125' }, '2.125', '21.25'],
    [{ chosenPct: '30' }, '3', '30'],
    [{ chosenPct: '25.5' }, '2.55', '25.5'],
  ])('%j costs %s points and %s %%', (choice, points, pct) => {
    expect(resultOf(score('GM', [record({ clause: 'GM-12', ...choice })]))).toMatchObject({
      pointsDeducted: points,
      performanceDeductPct: pct,
    });
  });

  it('cannot be halved where points would need more than three places', () => {
    const scored = score('GM', [record({ clause: 'GM-12', chosenPct: '20.005' })]);
    expect(scored.refusals).toMatchObject([{ code: 'CHOICE_REQUIRED', params: { what: 'points' } }]);
  });

  it('counts each unit of the quantity', () => {
    expect(resultOf(score('GM', [record({ clause: 'GM-12', qty: '2', chosenPoints: '3' })]))).toMatchObject({
      pointsDeducted: '6',
      performanceDeductPct: '60',
    });
  });

  it('needs both halves where they are free of each other', () => {
    const readings = { linkedRange: 'free' };
    const one = score('GM', [record({ clause: 'GM-12', chosenPoints: '3' })], { readings });
    expect(one.refusals).toMatchObject([
      { code: 'CHOICE_REQUIRED', params: { clause: 'GM-12', what: 'performance_pct', min: '20', max: '50' } },
    ]);
    const both = record({ clause: 'GM-12', chosenPoints: '3', chosenPct: '50' });
    expect(resultOf(score('GM', [both], { readings }))).toMatchObject({
      pointsDeducted: '3',
      performanceDeductPct: '50',
    });
  });

  it('says what would have matched', () => {
    const scored = score('GM', [record({ clause: 'GM-12', chosenPoints: '3.0', chosenPct: '40' })]);
    expect(scored.refusals[0]?.params).toEqual({ clause: 'GM-12', points: '3', pct: '40', expected: '30' });
  });

  it('is refused under a link that leads to nothing', () => {
    const nothing = smallRulebook([
      clause('A', {
        effects: [range('performance_pct', '20', '50'), range('points', '2', '5')],
        linkedRange: { pctPerPoint: '0', coupled: 'coupled' },
      }),
    ]);
    expect(refusalCodes(score(nothing, [record({ clause: 'A', chosenPct: '30' })]))).toEqual([
      'CHOICE_REQUIRED',
    ]);
  });
});

describe('a range of one amount', () => {
  const fineRange = smallRulebook([clause('A', { effects: [range('points', '1', '3')] })]);

  it('includes both ends', () => {
    const deducted = (chosenPoints: string) =>
      resultOf(score(fineRange, [record({ clause: 'A', chosenPoints })])).pointsDeducted;
    expect([deducted('1'), deducted('2.5'), deducted('3')]).toEqual(['1', '2.5', '3']);
  });

  it('says what is allowed', () => {
    const scored = score(fineRange, [record({ clause: 'A', chosenPoints: '3.001' })]);
    expect(scored.refusals[0]).toMatchObject({
      code: 'RANGE_OUT_OF_BOUNDS',
      params: { clause: 'A', found: '3.001', min: '1', max: '3' },
    });
  });
});

describe('a minimum', () => {
  const grievance = { clause: 'GAS-01', kind: '抱怨' };

  it.each([
    [{}, '10'],
    [{ chosenPoints: '10' }, '10'],
    [{ chosenPoints: '15.5' }, '15.5'],
    [{ qty: '2' }, '20'],
  ])('%j costs %s points', (more, points) => {
    expect(resultOf(score('GAS', [record({ ...grievance, ...more })])).pointsDeducted).toBe(points);
  });

  it('names the minimum when the choice is below it', () => {
    const scored = score('GAS', [record({ ...grievance, chosenPoints: '5' })]);
    expect(scored.refusals[0]?.params).toEqual({ clause: 'GAS-01', found: '5', min: '10' });
  });
});

describe('a minimum of money', () => {
  it('stands as it is, for nothing else can be chosen', () => {
    const money = smallRulebook([
      clause('A', { effects: [{ type: 'fine_yuan', dir: 'deduct', kind: 'min', min: '20' }] }),
    ]);
    expect(resultOf(score(money, [record({ clause: 'A', chosenPoints: '1' })])).fineYuan).toBe('20');
  });
});

describe('sanctions', () => {
  it('takes one of the list for the level of the complaint', () => {
    const complaint = (level: number, chosenDiscipline: unknown) =>
      score('GAS', [record({ clause: 'GAS-01', kind: '投诉', level, chosenDiscipline })]);
    expect(resultOf(complaint(1, '解除劳动合同')).discipline).toEqual(['解除劳动合同']);
    expect(resultOf(complaint(2, ['记大过'])).discipline).toEqual(['记大过']);
    expect(resultOf(complaint(3, '通报批评')).discipline).toEqual(['通报批评']);
    expect(refusalCodes(complaint(1, '警告'))).toEqual(['DISCIPLINE_NOT_ALLOWED']);
    expect(refusalCodes(complaint(3, []))).toEqual(['CHOICE_REQUIRED']);
  });

  it('takes any one sanction where the list is open', () => {
    const scored = score('GAS', [record({ clause: 'GAS-04', chosenDiscipline: '降级' })]);
    expect(resultOf(scored).discipline).toEqual(['降级']);
    const two = score('GAS', [record({ clause: 'GAS-04', chosenDiscipline: ['降级', '警告'] })]);
    expect(two.refusals[0]).toMatchObject({
      code: 'DISCIPLINE_NOT_ALLOWED',
      params: { found: '降级、警告' },
    });
  });

  it('takes one or more where the clause says so', () => {
    const loss = (chosenDiscipline: unknown) =>
      resultOf(score('GM', [record({ clause: 'GM-15', flags: ['loss'], chosenDiscipline })])).discipline;
    expect(loss('辞退')).toEqual(['辞退', '在全体部门会议上做书面检讨']);
    expect(loss(['辞退', '追究法律责任'])).toEqual(['辞退', '追究法律责任', '在全体部门会议上做书面检讨']);
  });

  it('proposes the last of “up to” unless less was decided', () => {
    const serious = { clause: 'QA-01', flags: ['serious'] };
    const params = { 'QA-01': '1' };
    expect(resultOf(score('QA', [record(serious)], { params })).discipline).toEqual(['解除劳动合同']);
    expect(
      resultOf(score('QA', [record({ ...serious, chosenDiscipline: '纪律处分' })], { params })).discipline,
    ).toEqual(['纪律处分']);
  });

  it('lists what is discretionary once a person flags it', () => {
    const params = { 'QA-08': '1' };
    const plain = score('QA', [record({ clause: 'QA-08' })], { params });
    expect(resultOf(plain).discipline).toEqual([]);
    const flagged = { clause: 'QA-08', flags: ['discretionary'] };
    expect(resultOf(score('QA', [record(flagged)], { params })).discipline).toEqual(['其他纪律处分(未列明)']);
    expect(
      resultOf(score('QA', [record({ ...flagged, chosenDiscipline: '停职' })], { params })).discipline,
    ).toEqual(['停职']);
  });

  it('lists a fixed one for each occurrence, a chosen one once', () => {
    expect(resultOf(score('GM', [record({ clause: 'GM-10', qty: '3' })])).discipline).toEqual([
      '辞退',
      '辞退',
      '辞退',
    ]);
    const chosen = { clause: 'GM-17', qty: '2', flags: ['loss'], chosenDiscipline: '辞退' };
    expect(resultOf(score('GM', [record(chosen)])).discipline).toEqual([
      '辞退',
      '在全体部门会议上做书面检讨',
    ]);
  });

  it('ignores choices that no rule needs', () => {
    const decided = { clause: 'GM-02', chosenPoints: '9', chosenPct: '90', chosenDiscipline: '辞退' };
    expect(resultOf(score('GM', [record(decided)]))).toMatchObject({
      pointsDeducted: '2',
      performanceDeductPct: '0',
      discipline: [],
    });
  });
});

describe('liabilities, obligations and additions', () => {
  const rulebook = smallRulebook(
    [
      clause('A', {
        effects: [
          { type: 'liability', text: '赔偿' },
          { type: 'obligation', text: '书面说明' },
          { ...deduct('3'), dir: 'add' },
          { ...deduct('20'), type: 'fine_yuan', dir: 'add' },
          { ...deduct('5'), type: 'performance_pct', dir: 'add' },
        ],
      }),
      clause('B', { direction: switched('attitude', { add: 'add', deduct: 'deduct' }) }),
      clause('C', { effects: [sanction('fixed', ['表扬'])] }),
    ],
    { readings: [reading('attitude', 'add', 'deduct')] },
  );

  it('come once for each unit', () => {
    expect(resultOf(score(rulebook, [record({ clause: 'A', qty: '2' })]))).toMatchObject({
      liability: ['赔偿', '赔偿'],
      obligations: ['书面说明', '书面说明'],
      pointsAdded: '6',
      fineYuan: '-40',
      performanceDeductPct: '-10',
    });
  });

  it('follow the reading where the source contradicts itself', () => {
    const b = [record({ clause: 'B' })];
    expect(resultOf(score(rulebook, b))).toMatchObject({
      pointsAdded: '2',
      pointsDeducted: '0',
      score: '102',
    });
    expect(resultOf(score(rulebook, b, { readings: { attitude: 'deduct' } }))).toMatchObject({
      pointsAdded: '0',
      pointsDeducted: '2',
      score: '98',
    });
  });
});
