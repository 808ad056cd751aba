/* eslint-disable @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unnecessary-type-assertion -- rulebook files are broken here as plain JSON; loading judges what comes out */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LINT_CHECKS } from '../../../src/rulebook/lint';
import { bands, findingsOf, keyOf, measured, TODAY, type File } from '../../support/lintMutants';
import { day } from '../../support/scoring';

const files = new Map<string, string>();

function book(id: string): File {
  if (id === 'bands') return bands();
  const text = files.get(id) ?? readFileSync(join(__dirname, `../../../rulesets/${id}.json`), 'utf8');
  files.set(id, text);
  return JSON.parse(text) as File;
}
const of = (file: File, id: string): File => file.clauses.find((clause: File) => clause.id === id);
const copy = (file: File, id: string, as: string, more: object = {}): void => {
  file.clauses.push({ ...structuredClone(of(file, id)), id: as, ...more });
};
const say = (file: File, id: string, from: string, to: string): void => {
  const { statement } = of(file, id);
  if (!statement.zh.includes(from)) throw new Error(`${id} does not say ${from}`);
  statement.zh = statement.zh.replaceAll(from, to);
};
const points = (value: string, more: object = {}) => ({
  type: 'points',
  dir: 'deduct',
  kind: 'exact',
  value,
  ...more,
});
const NEW_CLAUSE = {
  title: { zh: '会议室钥匙未归还', en: 'Key' },
  statement: { zh: '借用会议室钥匙不还。', en: 'Key kept.' },
  triggers: [],
};
const aParam = (id: string, more: object = {}) => ({ id, title: { zh: id, en: id }, kind: 'score', ...more });

interface Mutant {
  readonly book: string;
  readonly break: (file: File) => void;
  readonly clause?: string;
  readonly today?: string;
  /** Findings of other checks that the same fault truly brings. */
  readonly also?: readonly string[];
}

/** At least three broken rulebooks for each check. */
const MUTANTS: Readonly<Record<string, readonly Mutant[]>> = {
  STATEMENT_DIFFERS: [
    { book: 'PM', clause: 'PM-2.1', break: (f) => (of(f, 'PM-2.1').effects[0].value = '3') },
    { book: 'GM', clause: 'GM-02', break: (f) => say(f, 'GM-02', '20 元', '30 元') },
    { book: 'SVC', clause: 'SVC-08', break: (f) => (of(f, 'SVC-08').multiplier.factor = '3') },
    { book: 'GM', clause: 'GM-13', break: (f) => (of(f, 'GM-13').escalation.effects[1].max = '8') },
    { book: 'CP', clause: 'CP-A2', break: (f) => say(f, 'CP-A2', '加 3', '扣 3') },
    { book: 'OUT', clause: 'OUT-1.3', break: (f) => say(f, 'OUT-1.3', '扣5分', '扣三分') },
    {
      book: 'OUT',
      clause: 'OUT-3.2',
      break: (f) => (of(f, 'OUT-3.2').statement.en = 'Passing the buck costs 4 points.'),
    },
    { book: 'PM', clause: 'PM-2.2', break: (f) => say(f, 'PM-2.2', '扣2分', '罚款50元，扣2分') },
    {
      book: 'SVC',
      clause: 'SVC-01',
      break: (f) =>
        (of(f, 'SVC-01').revisions = [{ from: '2026-07-01', reference: 'notice', effects: [points('12')] }]),
    },
  ],
  REFERENCE_LOOP: [
    { book: 'GM', clause: 'GM-01', break: (f) => (of(f, 'GM-01').count.target.cases['as-GM-02'] = 'GM-01') },
    {
      book: 'GM',
      clause: 'GM-02',
      break: (f) => (of(f, 'GM-02').count = { mode: 'treat_as', unit: '次', as: '未打卡', target: 'GM-01' }),
    },
    {
      book: 'GAS',
      clause: 'GAS-P1',
      break: (f) => {
        of(f, 'GAS-P1').count.follows = 'GAS-P2';
        of(f, 'GAS-P2').count.follows = 'GAS-P1';
      },
    },
    {
      book: 'GAS',
      clause: 'GAS-16',
      break: (f) =>
        (of(f, 'GAS-16').jointLiability = [{ ...of(f, 'GAS-01').jointLiability[0], clause: 'GAS-01' }]),
    },
    { book: 'CP', clause: 'CP-A1', break: (f) => (of(f, 'CP-A1').count.conflict.clause = 'CP-A1') },
  ],
  UNREACHABLE: [
    { book: 'CP', break: (f) => f.params.forEach((param: File) => (param.suggested = '10')) },
    { book: 'CP', clause: 'CP-H1', break: (f) => (of(f, 'CP-H1').effects[0].when.tier = 'low') },
    { book: 'CP', break: (f) => (f.tiers.low.param = 'highCutoff'), also: ['UNUSED'] },
    { book: 'CP', clause: 'CP-L1', break: (f) => (of(f, 'CP-L1').effects[0].when.kind = '投诉') },
    {
      book: 'CP',
      clause: 'CP-H1',
      break: (f) => {
        delete f.tiers;
        f.params = [];
        f.readings = f.readings.filter(({ id }: File) => id !== 'tierInclusive');
      },
    },
    {
      book: 'GM',
      clause: 'GM-18',
      break: (f) => {
        f.clauses = f.clauses.filter(({ id }: File) => ['GM-18', 'GM-19', 'GM-10'].includes(id));
        f.readings = f.readings.filter(({ id }: File) => ['floor', 'warningBreaksCleanMonth'].includes(id));
        delete f.overlapGroups;
      },
    },
  ],
  AMOUNT_UNSET: [
    {
      book: 'PM',
      clause: 'PM-2.1',
      break: (f) => (of(f, 'PM-2.1').effects[0] = { ...points(''), kind: 'unset', value: null }),
    },
    {
      book: 'OUT',
      clause: 'OUT-7.1',
      break: (f) => (of(f, 'OUT-7.1').effects[0] = { ...points(''), kind: 'unset', value: null }),
    },
    {
      book: 'GM',
      clause: 'GM-16',
      break: (f) => of(f, 'GM-16').escalation.effects.push({ ...points(''), kind: 'unset', value: null }),
    },
  ],
  BASE_UNSET: [
    { book: 'SVC', break: (f) => (f.score.base = null) },
    { book: 'GM', break: (f) => (f.score.base = null) },
    { book: 'CP', break: (f) => (f.score.base = null) },
  ],
  MINIMUM_OPEN: [
    {
      book: 'GAS',
      clause: 'GAS-01',
      break: (f) => (f.general = f.general.filter(({ zh }: File) => !zh.includes('提出处理意见'))),
    },
    {
      book: 'PM',
      clause: 'PM-2.1',
      break: (f) => (of(f, 'PM-2.1').effects[0] = { ...points(''), kind: 'min', min: '5', value: undefined }),
    },
    {
      book: 'CP',
      clause: 'CP-D3',
      break: (f) => (of(f, 'CP-D3').effects[0] = { ...points(''), kind: 'min', min: '10', value: undefined }),
    },
  ],
  RANGE_OPEN: [
    {
      book: 'GM',
      clause: 'GM-08',
      break: (f) => {
        say(f, 'GM-08', '，由考核人选定', '');
        delete of(f, 'GM-08').notes;
      },
    },
    {
      book: 'GM',
      clause: 'GM-12',
      break: (f) => {
        say(f, 'GM-12', '，由考核人选定', '，由人选定');
        delete of(f, 'GM-12').notes;
      },
    },
    {
      book: 'GM',
      clause: 'GM-13',
      break: (f) => {
        say(f, 'GM-13', '，由考核人选定', '');
        delete of(f, 'GM-13').notes;
      },
    },
  ],
  THRESHOLDS_OVERLAP: [
    { book: 'bands', clause: 'L2', break: (f) => say(f, 'L1', '1-5', '1-6') },
    { book: 'bands', clause: 'L3', break: (f) => say(f, 'L2', '6-15分钟', '6分钟以上') },
    { book: 'bands', clause: 'P2', break: (f) => say(f, 'P1', '、不超过30分钟', '') },
    { book: 'bands', clause: 'R1', break: (f) => say(f, 'R1', '、不低于90%', '') },
    { book: 'bands', clause: 'P2', break: (f) => (of(f, 'P2').count.value = '20') },
    {
      book: 'GM',
      clause: 'GM-20',
      break: (f) =>
        copy(f, 'GM-03', 'GM-20', {
          ...NEW_CLAUSE,
          statement: { zh: '忘锁后门超过60分钟。', en: '-' },
          count: measured('off_post_minutes', '90', false),
        }),
      also: ['MONEY_CLAUSE', 'HEAVIER_COSTS_LESS'],
    },
  ],
  THRESHOLDS_GAP: [
    { book: 'bands', clause: 'L2', break: (f) => say(f, 'L2', '6-15', '8-15') },
    { book: 'bands', clause: 'L3', break: (f) => say(f, 'L3', '16', '20') },
    { book: 'bands', clause: 'P2', break: (f) => (of(f, 'P2').count.value = '45') },
    { book: 'bands', clause: 'P2', break: (f) => say(f, 'P1', '不超过30分钟', '不满30分钟') },
    { book: 'bands', clause: 'R1', break: (f) => say(f, 'R1', '不低于90%', '高于90%') },
  ],
  HEAVIER_COSTS_LESS: [
    {
      book: 'GAS',
      clause: 'GAS-01',
      break: (f) =>
        ([of(f, 'GAS-01').effects[1].options, of(f, 'GAS-01').effects[3].options] = [
          ['通报批评'],
          ['解除劳动合同'],
        ]),
    },
    {
      book: 'GAS',
      clause: 'GAS-02',
      break: (f) =>
        of(f, 'GAS-02').effects.push(
          { ...points('30'), when: { kind: '投诉', level: '3' } },
          { ...points('20'), when: { kind: '投诉', level: '1' } },
        ),
      also: ['STATEMENT_DIFFERS'],
    },
    {
      book: 'GAS',
      clause: 'GAS-07.1',
      break: (f) => of(f, 'GAS-07.1').effects.push({ ...points('1'), when: { kind: '投诉' } }),
      also: ['STATEMENT_DIFFERS'],
    },
    {
      book: 'PM',
      clause: 'PM-8.2',
      break: (f) => ([of(f, 'PM-8.2').effects[0].value, of(f, 'PM-8.2').effects[1].value] = ['10', '5']),
    },
    {
      book: 'GM',
      clause: 'GM-13',
      break: (f) => {
        of(f, 'GM-13').effects[1].value = '3';
        say(f, 'GM-13', '减 1 分', '减 3 分');
        of(f, 'GM-13').statement.en = 'Log not kept.';
      },
    },
    {
      book: 'bands',
      clause: 'L3',
      break: (f) => {
        of(f, 'L3').effects[0].value = '1';
        say(f, 'L3', '扣5分', '扣1分');
      },
    },
    {
      book: 'bands',
      clause: 'R2',
      break: (f) => {
        of(f, 'R2').effects[0].value = '2';
        say(f, 'R2', '扣6分', '扣2分');
      },
    },
  ],
  SAME_EVENT: [
    { book: 'SVC', clause: 'SVC-12', break: (f) => delete of(f, 'SVC-05').overlapGroup, also: ['UNUSED'] },
    {
      book: 'PM',
      clause: 'PM-99',
      break: (f) => copy(f, 'PM-7.2', 'PM-99', { title: { zh: '快件登记有误', en: 'x' } }),
    },
    {
      book: 'CP',
      clause: 'CP-D9',
      break: (f) => copy(f, 'CP-D3', 'CP-D9', { title: { zh: '公司声誉受损', en: 'x' } }),
    },
    {
      book: 'OUT',
      clause: 'OUT-9',
      break: (f) =>
        copy(f, 'OUT-3.2', 'OUT-9', {
          ...NEW_CLAUSE,
          statement: { zh: '在现场大声说笑。', en: '-' },
          triggers: [{ id: 'a', text: { zh: '推诿客户的问题', en: 'x' } }],
        }),
    },
  ],
  CATCH_ALL: [
    {
      book: 'GAS',
      clause: 'GAS-19',
      break: (f) =>
        f.clauses.unshift(
          ...f.clauses.splice(
            f.clauses.findIndex(({ id }: File) => id === 'GAS-19'),
            1,
          ),
        ),
    },
    { book: 'GAS', clause: 'GAS-19', break: (f) => delete of(f, 'GAS-19').catchAll, also: ['UNUSED'] },
    {
      book: 'GAS',
      clause: 'GAS-19',
      break: (f) => (of(f, 'GAS-19').subject = 'customer'),
      also: ['SUBJECT_MIXED'],
    },
    {
      book: 'PM',
      clause: 'PM-99',
      break: (f) =>
        copy(f, 'PM-2.2', 'PM-99', { ...NEW_CLAUSE, statement: { zh: '其他未列明的问题。', en: '-' } }),
    },
    {
      book: 'PM',
      clause: 'PM-99',
      break: (f) => {
        of(f, 'PM-10.2').catchAll = true;
        copy(f, 'PM-2.2', 'PM-99', { ...NEW_CLAUSE, catchAll: true });
      },
    },
  ],
  SUBJECT_MIXED: [
    { book: 'PM', clause: 'PM-2.1', break: (f) => (of(f, 'PM-2.1').subject = 'team') },
    { book: 'OUT', clause: 'OUT-1.5', break: (f) => (of(f, 'OUT-1.5').subject = 'agent') },
    { book: 'CP', clause: 'CP-D3', break: (f) => (of(f, 'CP-D3').subject = 'agent') },
    { book: 'PM', clause: 'PM-2.2', break: (f) => say(f, 'PM-2.2', '每次扣2分', '每次班组扣2分') },
    { book: 'OUT', clause: 'OUT-3.2', break: (f) => say(f, 'OUT-3.2', '扣1分', '扣当事人1分') },
  ],
  RANKING_CIRCULAR: [
    {
      book: 'PM',
      clause: 'PM-4.2',
      break: (f) => {
        of(f, 'PM-4.2').from = '2021-01-01';
        of(f, 'PM-4.2').to = '2027-12-31';
        of(f, 'PM-4.2').revisions = [
          {
            from: '2026-03-01',
            reference: 'n',
            statement: { zh: '名次排在最后的，每次扣5分。', en: 'Last place.' },
          },
        ];
      },
    },
    { book: 'PM', clause: 'PM-4.2', break: (f) => say(f, 'PM-4.2', '名次由人工录入；', '') },
    { book: 'GM', clause: 'GM-18', break: (f) => of(f, 'GM-18').effects.push(points('1')) },
    {
      book: 'SVC',
      clause: 'SVC-18',
      break: (f) =>
        copy(f, 'SVC-11', 'SVC-18', {
          ...NEW_CLAUSE,
          statement: { zh: '排名最末。', en: '-' },
          catchAll: undefined,
          count: { mode: 'rank_last', unit: '次', tied: 'all' },
        }),
    },
  ],
  BONUS_POINTLESS: [
    {
      book: 'OUT',
      clause: 'OUT-1.B',
      break: (f) => {
        of(f, 'OUT-1.B').category = '八、附则';
        f.categories.push({ id: '八、附则', title: { zh: '附则', en: 'Other' } });
      },
    },
    {
      book: 'OUT',
      clause: 'OUT-2.B',
      break: (f) => (
        (of(f, 'OUT-2.B').effects[0].value = '0'),
        say(f, 'OUT-2.B', '2分', '0分'),
        (of(f, 'OUT-2.B').statement.en = '-')
      ),
    },
    {
      book: 'OUT',
      clause: 'OUT-6.B',
      break: (f) =>
        f.clauses.forEach(
          (clause: File) =>
            clause.id.startsWith('OUT-6.') && !clause.id.endsWith('B') && (clause.to = '2021-12-31'),
        ) ?? ((of(f, 'OUT-6.B').from = '2022-01-01'), undefined),
    },
    {
      book: 'GM',
      clause: 'GM-19',
      break: (f) => (of(f, 'GM-19').effects = [{ ...points('0'), dir: 'add' }]),
      also: ['STATEMENT_DIFFERS'],
    },
  ],
  CALENDAR_MISSING: [
    {
      book: 'OUT',
      clause: 'OUT-7.3',
      break: (f) => {
        f.effectiveFrom = '2027-06-01';
        of(f, 'OUT-7.3').count.shift = 'none';
        of(f, 'OUT-7.3').count.lateDays = 'working';
        f.readings = f.readings.filter(({ id }: File) => id !== 'shiftAttritionList');
      },
    },
    { book: 'OUT', clause: 'OUT-7.4', today: '2029-03-01', break: () => undefined },
    { book: 'OUT', clause: 'OUT-7.2', break: (f) => (f.effectiveFrom = '2028-01-01') },
    { book: 'OUT', clause: 'OUT-7.4', break: (f) => (f.effectiveTo = '2027-12-31') },
    {
      book: 'OUT',
      clause: 'OUT-7.3',
      break: (f) => ((f.effectiveFrom = '2020-01-01'), (f.effectiveTo = '2024-12-31')),
    },
  ],
  DATES: [
    { book: 'PM', clause: 'PM-2.1', break: (f) => (of(f, 'PM-2.1').to = '2019-12-31') },
    {
      book: 'PM',
      clause: 'PM-2.1',
      break: (f) => ((f.effectiveTo = '2026-12-31'), (of(f, 'PM-2.1').from = '2027-01-01')),
    },
    {
      book: 'PM',
      clause: 'PM-2.1b',
      break: (f) => (
        (of(f, 'PM-2.1').to = '2026-06-30'),
        copy(f, 'PM-2.1', 'PM-2.1b', { from: '2026-07-05', to: undefined })
      ),
    },
    {
      book: 'PM',
      clause: 'PM-2.1b',
      break: (f) => (
        (of(f, 'PM-2.1').to = '2026-06-30'),
        copy(f, 'PM-2.1', 'PM-2.1b', { from: '2026-06-15', to: undefined })
      ),
      also: ['SAME_EVENT'],
    },
    {
      book: 'PM',
      clause: 'PM-2.1',
      break: (f) => (
        (of(f, 'PM-2.1').to = '2026-06-30'),
        (of(f, 'PM-2.1').revisions = [{ from: '2026-08-01', reference: 'n', effects: [points('5')] }])
      ),
    },
    {
      book: 'PM',
      clause: 'PM-2.1',
      break: (f) =>
        (of(f, 'PM-2.1').revisions = [{ from: '2019-08-01', reference: 'n', effects: [points('5')] }]),
    },
  ],
  DUPLICATE_TITLE: [
    {
      book: 'PM',
      clause: 'PM-2.2',
      break: (f) => (of(f, 'PM-2.2').title.zh = of(f, 'PM-2.1').title.zh),
      also: ['SAME_EVENT'],
    },
    {
      book: 'OUT',
      clause: 'OUT-7.6',
      break: (f) => (of(f, 'OUT-7.6').title.zh = `${of(f, 'OUT-1.5').title.zh} `),
      also: ['SAME_EVENT'],
    },
    { book: 'CP', clause: 'CP-H2', break: (f) => (of(f, 'CP-H2').title.zh = of(f, 'CP-H1').title.zh) },
  ],
  UNUSED: [
    { book: 'PM', break: (f) => f.params.push(aParam('bonusPool')) },
    { book: 'OUT', break: (f) => f.categories.push({ id: '八、附则', title: { zh: '附则', en: 'Other' } }) },
    { book: 'SVC', break: (f) => f.sources.push({ id: 'annex', title: { zh: '附件', en: 'Annex' } }) },
    { book: 'CP', break: (f) => (of(f, 'CP-D2').overlapGroup = undefined), also: ['SAME_EVENT'] },
    {
      book: 'OUT',
      break: (f) => (of(f, 'OUT-7.5').count.rounding.cases = { floor: 'floor', proportional: 'floor' }),
    },
  ],
  MONEY_CLAUSE: [
    {
      book: 'PM',
      clause: 'PM-2.1',
      break: (f) => (of(f, 'PM-2.1').effects = [{ ...points('50'), type: 'fine_yuan' }]),
      also: ['STATEMENT_DIFFERS'],
    },
    {
      book: 'SVC',
      clause: 'SVC-03',
      break: (f) => of(f, 'SVC-03').effects.push({ ...points('30'), type: 'performance_pct' }),
    },
    {
      book: 'GM',
      clause: 'GM-11',
      break: (f) => (
        (of(f, 'GM-11').effects[1].value = '25'),
        say(f, 'GM-11', '绩效 20%', '绩效 25%'),
        (of(f, 'GM-11').statement.en = '-')
      ),
    },
  ],
};

test('every check has its mutants', () => {
  const few = LINT_CHECKS.filter(({ check }) => (MUTANTS[check]?.length ?? 0) < 3);
  expect(few.map(({ check }) => check)).toEqual([]);
});

const cases = Object.entries(MUTANTS).flatMap(([check, mutants]) =>
  mutants.map((mutant, index) => [check, index + 1, mutant] as const),
);

test.each(cases)('%s finds mutant %i, and no other check speaks up', (check, _index, mutant) => {
  const before = new Set(findingsOf(book(mutant.book)).map(keyOf));
  const file = book(mutant.book);
  mutant.break(file);
  const after = findingsOf(
    JSON.parse(JSON.stringify(file)),
    mutant.today === undefined ? TODAY : day(mutant.today),
  );

  const added = after.filter((finding) => !before.has(keyOf(finding)));
  const expected = new Set([check, ...(mutant.also ?? [])]);
  expect(added.filter((finding) => finding.check === check).map(({ clause }) => clause)).toContain(
    mutant.clause,
  );
  expect(added.filter((finding) => !expected.has(finding.check))).toEqual([]);
});

test('the clean families of bands are not accused', () => {
  expect(findingsOf(book('bands'))).toEqual([]);
});
