import {
  assessIssue,
  caseIncidents,
  dutiesOf,
  headRemarks,
  type Assessment,
  type ServiceIssue,
} from '../../../src/casework';
import { formatDecimal } from '../../../src/facts/decimal';
import { caseRules, settingsFor } from '../../../src/reports/caseInput';
import { shippedCalendar } from '../../../src/rulebook/shippedCalendar';
import { shippedRulebook } from '../../../src/rulebook/shipped';
import type { RulebookSettings } from '../../../src/rulebook/settings';
import { Ruleset } from '../../../src/scoring/ruleset';
import { scoreMonth } from '../../../src/scoring/scoreMonth';
import { parseMonth } from '../../../src/facts/date';
import { COMPLETE, day, issue, rules, SETTINGS, without } from './support/issues';

const assess = (fields: Partial<ServiceIssue>, readings = {}): Assessment =>
  assessIssue(issue(fields), rules(readings), SETTINGS);
const codes = ({ problems }: Assessment) => problems.map(({ code }) => code);
const lines = ({ proposals }: Assessment) =>
  proposals.map(({ subject, role, clause, points, discipline }) =>
    [subject, role, clause, points === undefined ? '' : formatDecimal(points), ...discipline].join(' '),
  );

describe('assessment of a 抱怨', () => {
  it('takes the minimum, and the head’s five points with it', () => {
    const result = assess({});
    expect(lines(result)).toEqual(['周晓兰 responsible GAS-05.2 10', '赵强 head GAS-16 5']);
    expect(result.proposals[0]).toMatchObject({ by: '客户服务中心', to: '人力资源行政部', kind: '抱怨' });
    expect(result.problems).toEqual([]);
  });

  it.each([
    ['10', []],
    ['15', []],
    ['15分', []],
    ['-12', []],
    ['9.9', ['CASE_POINTS_BELOW_MINIMUM']],
    ['0', ['CASE_POINTS_BELOW_MINIMUM']],
    ['十分', ['CASE_POINTS_UNREADABLE']],
  ])('chosen points %s', (chosenPoints, expected) => {
    expect(codes(assess({ chosenPoints }))).toEqual(expected);
  });

  it('names the minimum in the refusal', () => {
    expect(assess({ clause: 'GAS-03.2', chosenPoints: '15' }).problems).toEqual([
      {
        code: 'CASE_POINTS_BELOW_MINIMUM',
        params: { id: '2026-012', clause: 'GAS-03.2', found: '15', min: '20' },
      },
    ]);
  });

  it('lets the head’s points be raised, never lowered', () => {
    expect(lines(assess({ headPoints: '8' }))[1]).toBe('赵强 head GAS-16 8');
    expect(codes(assess({ headPoints: '4' }))).toEqual(['CASE_POINTS_BELOW_MINIMUM']);
  });

  it('leaves the head out under the reading on-fault, or where the head is the person', () => {
    expect(lines(assess({}, { automatic: false }))).toHaveLength(1);
    expect(lines(assess({ people: '赵强' }))).toEqual(['赵强 responsible GAS-05.2 10']);
  });

  it('remarks on a missing head without holding up the rest', () => {
    const result = assessIssue(without(COMPLETE, 'head'), rules(), SETTINGS);
    expect(lines(result)).toEqual(['周晓兰 responsible GAS-05.2 10']);
    expect(result.problems).toEqual([]);
    expect(result.remarks).toEqual([{ code: 'CASE_HEAD_REQUIRED', params: { id: '2026-012' } }]);
  });

  it('assesses each responsible person, the head once', () => {
    expect(lines(assess({ people: '周晓兰、李雷，周晓兰' }))).toEqual([
      '周晓兰 responsible GAS-05.2 10',
      '李雷 responsible GAS-05.2 10',
      '赵强 head GAS-16 5',
    ]);
  });
});

describe('assessment of a 投诉', () => {
  it.each([
    [1, '记大过', true],
    [1, '解除劳动合同', true],
    [1, '警告', false],
    [2, '警告', true],
    [2, '记大过', true],
    [2, '通报批评', false],
    [3, '通报批评', true],
    [3, '记过', true],
    [3, '记大过', false],
  ] as const)('level %d allows %s: %s', (level, chosenDiscipline, allowed) => {
    const result = assess({ kind: '投诉', level, chosenDiscipline });
    expect(codes(result)).toEqual(allowed ? [] : ['CASE_SANCTION_NOT_ALLOWED']);
    expect(lines(result)).toEqual(allowed ? [`周晓兰 responsible GAS-05.2  ${chosenDiscipline}`] : []);
  });

  it('asks for the level and for one sanction', () => {
    expect(codes(assess({ kind: '投诉', chosenDiscipline: '警告' }))).toEqual(['CASE_LEVEL_REQUIRED']);
    expect(codes(assess({ kind: '投诉', level: 2 }))).toEqual(['CASE_SANCTION_REQUIRED']);
    expect(codes(assess({ kind: '投诉', level: 2, chosenDiscipline: '警告、记过' }))).toEqual([
      'CASE_ONE_SANCTION',
    ]);
  });

  it('goes from human resources to the company', () => {
    expect(assess({ kind: '投诉', level: 3, chosenDiscipline: '警告' }).proposals[0]).toMatchObject({
      by: '人力资源行政部',
      to: '公司',
    });
  });

  it('costs points besides under that reading only', () => {
    const complaint = { kind: '投诉', level: 3, chosenDiscipline: '警告' } as const;
    expect(lines(assess(complaint, { pointsToo: true }))).toEqual(['周晓兰 responsible GAS-05.2 10 警告']);
  });

  it('asks for the head’s own sanction under that reading only', () => {
    const complaint = { kind: '投诉', level: 3, chosenDiscipline: '警告' } as const;
    expect(codes(assess(complaint, { sanction: 'chosen' }))).toEqual(['CASE_SANCTION_REQUIRED']);
    expect(lines(assess({ ...complaint, headDiscipline: '通报批评' }, { sanction: 'chosen' }))[1]).toBe(
      '赵强 head GAS-16  通报批评',
    );
  });

  it('takes another sanction where the source’s list is open, and needs no level there', () => {
    expect(lines(assess({ clause: 'GAS-04', kind: '投诉', chosenDiscipline: '降职' }))).toEqual([
      '周晓兰 responsible GAS-04  降职',
    ]);
  });
});

describe('what is assessed', () => {
  it.each<[Partial<ServiceIssue> | keyof ServiceIssue, string]>([
    ['verified', 'CASE_VERIFICATION_REQUIRED'],
    [{ verified: false }, 'CASE_NOT_VERIFIED'],
    ['clause', 'CASE_CLAUSE_REQUIRED'],
    [{ clause: 'GAS-99' }, 'CASE_CLAUSE_UNKNOWN'],
    ['kind', 'CASE_KIND_REQUIRED'],
    ['people', 'CASE_PERSON_REQUIRED'],
    ['receivedOn', 'CASE_RECEIVED_REQUIRED'],
  ])('not without %j', (change, code) => {
    const changed = typeof change === 'string' ? without(COMPLETE, change) : issue(change);
    const result = assessIssue(changed, rules(), SETTINGS);
    expect([result.proposals, codes(result)]).toEqual([[], [code]]);
  });

  it('the head, where the clause is the head’s own', () => {
    expect(lines(assess({ clause: 'GAS-17' }))).toEqual(['赵强 responsible GAS-17 10']);
    expect(codes(assessIssue(without(issue({ clause: 'GAS-17' }), 'head'), rules(), SETTINGS))).toEqual([
      'CASE_HEAD_REQUIRED',
    ]);
  });
});

describe('records for scoring', () => {
  const gas = shippedRulebook('GAS');
  if (gas === undefined) throw new Error('no GAS');
  const october = parseMonth('2026-10') ?? 0;
  const scored = (issues: readonly ServiceIssue[], settings: RulebookSettings = {}) => {
    const ruleset = new Ruleset(gas, { base: '100', ...settings }, shippedCalendar());
    const { incidents, problems } = caseIncidents(issues, caseRules(ruleset), settingsFor(ruleset));
    const result = scoreMonth(incidents, [], october, ruleset);
    return {
      problems: problems.map(({ problem }) => problem.code),
      refusals: result.refusals.map(({ code }) => code),
      cards: Object.fromEntries(
        result.cards.map((card) => [
          card.subject,
          [(card.deducted / 1000).toString(), ...card.discipline].join(' '),
        ]),
      ),
    };
  };

  it('charge person and head as the proposals say', () => {
    expect(scored([issue({ chosenPoints: '12' })])).toEqual({
      problems: [],
      refusals: [],
      cards: { 周晓兰: '12', 赵强: '5' },
    });
    expect(scored([issue({ headPoints: '8', people: '周晓兰、李雷' })]).cards).toEqual({
      周晓兰: '10',
      李雷: '10',
      赵强: '8',
    });
  });

  it('charge a 投诉 with its sanction alone', () => {
    const complaint = issue({ kind: '投诉', level: 2, chosenDiscipline: '记过' });
    expect(scored([complaint]).cards).toEqual({ 周晓兰: '0 记过' });
    const both = { readings: { jointSanction: 'chosen', complaintPoints: 'points-too' } };
    expect(scored([{ ...complaint, headDiscipline: '警告' }], both).cards).toEqual({
      周晓兰: '10 记过',
      赵强: '0 警告',
    });
  });

  it('come of verified issues only', () => {
    expect(scored([issue({ verified: false }), without(COMPLETE, 'verified')])).toEqual({
      problems: [],
      refusals: [],
      cards: {},
    });
  });

  it('are withheld with the reason where the assessment has a fault', () => {
    expect(scored([issue({ chosenPoints: '5' })])).toEqual({
      problems: ['CASE_POINTS_BELOW_MINIMUM'],
      refusals: [],
      cards: {},
    });
  });

  it('carry the decision and the issue’s number', () => {
    const ruleset = new Ruleset(gas, { base: '100' }, shippedCalendar());
    const source = { sheet: '投诉登记', row: 7 };
    const complaint = issue({
      kind: '投诉',
      level: 3,
      chosenDiscipline: '警告',
      reportedOn: day('2026-10-07'),
      verifiedOn: day('2026-10-12'),
      source,
    });
    expect(caseIncidents([complaint], caseRules(ruleset), settingsFor(ruleset)).incidents).toEqual([
      {
        date: day('2026-10-07'),
        subject: '周晓兰',
        clause: 'GAS-05.2',
        eventId: '2026-012',
        verified: true,
        verifiedOn: day('2026-10-12'),
        kind: '投诉',
        level: 3,
        head: '赵强',
        chosenDiscipline: ['警告'],
        source,
      },
    ]);
  });
});

describe('duties', () => {
  it('follow from verified issues', () => {
    expect(dutiesOf(COMPLETE, SETTINGS).map(({ clause, who }) => `${clause} ${who}`)).toEqual([
      'GAS-P1 营业部',
      'GAS-P2 周晓兰',
    ]);
    expect(dutiesOf(issue({ verified: false }), SETTINGS)).toEqual([]);
  });

  it.each([
    [{ kind: '投诉', level: 1 }, true],
    [{ kind: '投诉', level: 2 }, true],
    [{ kind: '投诉', level: 3, chosenDiscipline: '警告' }, false],
    [{ kind: '投诉', level: 3, chosenDiscipline: '通报批评' }, true],
    [{ kind: '抱怨' }, false],
  ] as const)('an investigation report for %j: %s', (fields, needed) => {
    expect(dutiesOf(issue(fields), SETTINGS).some(({ clause }) => clause === 'GAS-P5')).toBe(needed);
  });

  it('hint at a head’s own failing without charging it', () => {
    const late = issue({ state: '回访', orderedOn: day('2026-10-08'), handledOn: day('2026-10-13') });
    expect(headRemarks(without(late, 'measures'), day('2026-10-20'), SETTINGS)).toEqual([
      { code: 'CASE_HEAD_LATE', params: { id: '2026-012', days: 2 } },
      { code: 'CASE_HEAD_WITHOUT_MEASURES', params: { id: '2026-012' } },
    ]);
    expect(headRemarks({ ...late, handledOn: day('2026-10-11') }, day('2026-10-20'), SETTINGS)).toEqual([]);
  });
});
