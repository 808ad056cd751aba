import { clause, deduct, sanction, smallRulebook } from '../../support/smallRulebook';
import { cardOf, record, resultOf, score, type Fields, type ScoreOptions } from '../../support/scoring';

const grievance = (fields: Fields = {}) =>
  record({ clause: 'GAS-01', kind: '抱怨', head: '王主任', ...fields });
const complaint = (fields: Fields = {}) =>
  record({
    clause: 'GAS-01',
    kind: '投诉',
    level: 3,
    chosenDiscipline: '警告',
    head: '王主任',
    ...fields,
  });
const ofHead = (records: Parameters<typeof score>[1], options: ScoreOptions = {}) =>
  resultOf(score('GAS', records, options), '王主任');

describe('the head’s share in a grievance', () => {
  it('is the minimum, beside what the person chosen pays', () => {
    const scored = score('GAS', [grievance({ chosenPoints: '12' })], { base: '100' });
    expect(resultOf(scored)).toMatchObject({ pointsDeducted: '12', score: '88' });
    expect(resultOf(scored, '王主任')).toMatchObject({ pointsDeducted: '5', score: '95' });
    expect(cardOf(scored, '王主任').entries).toMatchObject([
      {
        origin: 'joint',
        clause: 'GAS-16',
        category: '服务质量管理',
        record: 0,
        reasons: [{ code: 'JOINT_LIABILITY', params: { subject: '张三', clause: 'GAS-01' } }],
      },
    ]);
  });

  it('comes once for a case, whoever and whatever it is about', () => {
    const records = [
      grievance({ eventId: 'C1' }),
      grievance({ eventId: 'C1', clause: 'GAS-03.1' }),
      grievance({ eventId: 'C1', subject: '李四' }),
    ];
    expect(ofHead(records).pointsDeducted).toBe('5');
    expect(ofHead([...records, grievance({ eventId: 'C2' })]).pointsDeducted).toBe('10');
  });

  it('comes for each occurrence that names no case', () => {
    expect(ofHead([grievance(), grievance({ subject: '李四' })]).pointsDeducted).toBe('10');
    expect(ofHead([grievance({ qty: '3' })]).pointsDeducted).toBe('15');
    expect(ofHead([grievance({ qty: '3', eventId: 'C1' })]).pointsDeducted).toBe('5');
  });

  it('is not charged again when the head’s own record is of the case', () => {
    const own = record({ clause: 'GAS-16', kind: '抱怨', subject: '王主任', eventId: 'C1' });
    expect(ofHead([grievance({ eventId: 'C1' }), own]).pointsDeducted).toBe('5');
    expect(ofHead([grievance({ eventId: 'C2' }), own]).pointsDeducted).toBe('10');
  });

  it('does not come to someone who is the head', () => {
    const scored = score('GAS', [grievance({ head: '张三' })]);
    expect(resultOf(scored).pointsDeducted).toBe('10');
  });

  it('needs a head, a violation and the month', () => {
    expect(score('GAS', [grievance({ head: undefined })]).cards.map((card) => card.subject)).toEqual([
      '张三',
    ]);
    const rings = { clause: 'GAS-02', value: '3' };
    expect(score('GAS', [grievance(rings)]).cards.map((card) => card.subject)).toEqual(['张三']);
    expect(ofHead([grievance({ ...rings, value: '4' })]).pointsDeducted).toBe('5');
    expect(score('GAS', [grievance({ date: '2026-09-30' })]).cards).toHaveLength(1);
    expect(score('GAS', [grievance({ verified: false })]).cards).toHaveLength(1);
    expect(score('GAS', [grievance({ chosenPoints: '1' })]).cards).toHaveLength(1);
  });

  it('is left out where heads answer only for their own fault', () => {
    expect(score('GAS', [grievance()], { readings: { jointLiability: 'on-fault' } }).cards).toHaveLength(1);
  });

  it('joins the head’s own records', () => {
    const scored = score('GAS', [grievance(), grievance({ subject: '王主任', head: undefined })]);
    expect(resultOf(scored, '王主任').pointsDeducted).toBe('15');
  });
});

describe('the share in a catch-all grievance', () => {
  const rest = grievance({ clause: 'GAS-19' });

  it('stands under the catch-all itself, and once', () => {
    expect(cardOf(score('GAS', [rest]), '王主任').entries.map((entry) => entry.clause)).toEqual(['GAS-19']);
    expect(ofHead([rest]).pointsDeducted).toBe('5');
  });

  it('is joined by the general share where the reading says so', () => {
    expect(ofHead([rest], { readings: { catchAllHead: 'double' } }).pointsDeducted).toBe('10');
    expect(
      ofHead([rest], { readings: { catchAllHead: 'double', jointLiability: 'on-fault' } }).pointsDeducted,
    ).toBe('5');
  });
});

describe('the head’s share in a complaint', () => {
  const chosen: ScoreOptions = { readings: { jointSanction: 'chosen' } };

  it('is nothing by itself', () => {
    expect(score('GAS', [complaint()]).cards.map((card) => card.subject)).toEqual(['张三']);
  });

  it('is a sanction of its own where one is to be chosen', () => {
    const scored = score('GAS', [complaint({ headDiscipline: '通报批评' })], chosen);
    expect(resultOf(scored).discipline).toEqual(['警告']);
    expect(resultOf(scored, '王主任')).toMatchObject({ discipline: ['通报批评'], pointsDeducted: '0' });
  });

  it('still costs points only for grievances', () => {
    expect(ofHead([grievance()], chosen).pointsDeducted).toBe('5');
  });

  it('is refused without a choice or with one outside the level’s list', () => {
    const missing = score('GAS', [complaint()], chosen);
    expect(missing.refusals).toMatchObject([
      { code: 'CHOICE_REQUIRED', subject: '王主任', clause: 'GAS-16', record: 0 },
    ]);
    expect(cardOf(missing).state).toBe('complete');
    expect(cardOf(missing, '王主任').state).toBe('incomplete');
    const wrong = score('GAS', [complaint({ headDiscipline: '解除劳动合同' })], chosen);
    expect(wrong.refusals).toMatchObject([{ code: 'DISCIPLINE_NOT_ALLOWED', subject: '王主任' }]);
  });

  it('needs a level even where the person’s own clause does not', () => {
    const open = { clause: 'GAS-04', level: undefined, headDiscipline: '警告' };
    expect(score('GAS', [complaint(open)], chosen).refusals).toMatchObject([
      { code: 'LEVEL_REQUIRED', subject: '王主任', params: { clause: 'GAS-16' } },
    ]);
    expect(ofHead([complaint({ ...open, level: 2 })], chosen).discipline).toEqual(['警告']);
  });

  it('comes once for a case and from the first record of it, whatever the order', () => {
    const records = [
      complaint({ eventId: 'C1', subject: '李四', date: '2026-10-09', headDiscipline: '记过' }),
      complaint({ eventId: 'C1', date: '2026-10-08', headDiscipline: '通报批评' }),
    ];
    expect(ofHead(records, chosen).discipline).toEqual(['通报批评']);
    expect(ofHead([...records].reverse(), chosen).discipline).toEqual(['通报批评']);
  });
});

describe('a share under a clause that is not in force', () => {
  it('does not come', () => {
    const rulebook = smallRulebook([
      clause('A', {
        effects: [
          deduct('3', { when: { kind: '抱怨' } }),
          sanction('one_of', ['警告'], { when: { kind: '投诉' } }),
        ],
        jointLiability: [{ role: 'department_head', clause: 'H', min: '1.5', kind: '抱怨', applies: [] }],
      }),
      clause('H', { from: '2026-10-15' }),
    ]);
    const on = (date: string) =>
      score(rulebook, [record({ clause: 'A', kind: '抱怨', head: '王主任', date })]);
    expect(on('2026-10-14').cards).toHaveLength(1);
    expect(resultOf(on('2026-10-15'), '王主任').pointsDeducted).toBe('1.5');
  });
});
