import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMonth } from '../../../src/facts/date';
import { triedSettings } from '../../../src/month/replay/change';
import { replay, type Rules } from '../../../src/month/replay/replay';
import { loadRulebook } from '../../../src/rulebook/load';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { readWorkbook } from '../../../src/workbook/xlsx';
import { ProblemError } from '../../../src/facts/problem';
import { day, shipped } from '../../support/scoring';

const workbook = readWorkbook(readFileSync(join(__dirname, '../../../assets/sample.xlsx')));
const grids = workbook.sheets.filter((sheet) => sheet.hasCells).map((sheet) => workbook.grid(sheet.name));
const today = day('2026-11-22');
const OCTOBER = parseMonth('2026-10')!;

const rulesOf = (rulebook: Rulebook): Rules => ({ rulebook, settings: {} });
const GM = rulesOf(shipped('GM'));

function tried(after: Rules, months?: readonly number[]) {
  return replay(grids, undefined, GM, after, {
    language: 'zh',
    today,
    ...(months === undefined ? {} : { months }),
  });
}

interface ClauseFile {
  readonly id: string;
  readonly effects: { readonly type: string; value: string }[];
}

/** GM with one amount of a clause changed. */
function changed(clause: string, type: string, value: string): Rulebook {
  const json = JSON.parse(readFileSync(join(__dirname, '../../../rulesets/GM.json'), 'utf8')) as {
    readonly clauses: readonly ClauseFile[];
  };
  const effect = json.clauses.find(({ id }) => id === clause)?.effects.find((each) => each.type === type);
  if (effect === undefined) throw new Error(`${clause} has no ${type}`);
  effect.value = value;
  const loaded = loadRulebook(json);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.rulebook;
}

const problemOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error);
  }
  return undefined;
};

test('the same rules change nothing, in every month of the workbook', () => {
  const { months, affected, isSame } = tried(rulesOf(changed('GM-02', 'points', '2')));

  expect(
    months.map(({ month, subjects, ranksMoved, tiersMoved }) => [
      month,
      subjects.length,
      ranksMoved,
      tiersMoved,
    ]),
  ).toEqual([
    ['2026-09', 0, 0, 0],
    ['2026-10', 0, 0, 0],
    ['2026-11', 0, 0, 0],
  ]);
  expect(months.every(({ totals }) => JSON.stringify(totals.before) === JSON.stringify(totals.after))).toBe(
    true,
  );
  expect([affected, isSame]).toEqual([0, true]);
});

// By the hand-made truth of the sample GM-02 is charged four times in October: once, once and twice.
const HITS = { 钟离舟: 1, '刘洋(LT1011)': 1, 柯以安: 2 };

test('a point more for a clause is a point more for each of its hits', () => {
  const dearer = changed('GM-02', 'points', '3');
  const [october] = tried(rulesOf(dearer), [OCTOBER]).months;

  const taken = october!.subjects.filter(({ clauses }) => clauses.length > 0);
  expect(taken.every(({ clauses }) => clauses.length === 1 && clauses[0]!.clause === 'GM-02')).toBe(true);
  const difference = (field: 'pointsDeducted' | 'score') =>
    Object.fromEntries(
      taken.map(({ key, before, after }) => [key, Number(after?.[field]) - Number(before?.[field])]),
    );
  expect(difference('pointsDeducted')).toEqual(HITS);
  expect(difference('score')).toEqual({ 钟离舟: -1, '刘洋(LT1011)': -1, 柯以安: -2 });
  const { before, after } = october!.totals;
  expect(Number(after.pointsDeducted) - Number(before.pointsDeducted)).toBe(4);
  expect({ ...after, pointsDeducted: '' }).toEqual({ ...before, pointsDeducted: '' });
});

test('people whose score stays may change their rank; they are named without a clause', () => {
  const cheaper = changed('GM-02', 'points', '0');
  const [october] = tried(rulesOf(cheaper), [OCTOBER]).months;

  const moved = october!.subjects.filter(({ clauses }) => clauses.length === 0);
  expect(moved.length).toBeGreaterThan(0);
  expect(
    moved.every(({ before, after }) => before!.score === after!.score && before!.rank !== after!.rank),
  ).toBe(true);
  expect(october!.ranksMoved).toBe(
    october!.subjects.filter(({ before, after }) => before!.rank !== after!.rank).length,
  );
});

test('a reading is tried: repeats from the third on leave two occurrences as they are', () => {
  const settings = triedSettings({}, GM.rulebook, { readings: ['repeatMin=3'], params: [] });
  const [october] = tried({ ...GM, settings }, [OCTOBER]).months;

  // 2 points and 20% were chosen for the second occurrence: the same as twice 1 point and 10%.
  expect(october!.totals.after.pointsDeducted).toBe(october!.totals.before.pointsDeducted);
  expect(october!.subjects).toEqual([]);
});

test('fines under another amount, by clause and in sum', () => {
  const dearer = changed('GM-03', 'fine_yuan', '35');
  const [october] = tried(rulesOf(dearer), [OCTOBER]).months;

  expect(october!.subjects.map(({ clauses }) => clauses)).toEqual([
    [
      {
        clause: 'GM-03',
        before: {
          records: 1,
          pointsDeducted: '2',
          pointsAdded: '0',
          fineYuan: '20',
          pct: '0',
          sanctions: [],
        },
        after: { records: 1, pointsDeducted: '2', pointsAdded: '0', fineYuan: '35', pct: '0', sanctions: [] },
      },
    ],
  ]);
  expect(Number(october!.totals.after.fineYuan) - Number(october!.totals.before.fineYuan)).toBe(15);
});

test('what is tried goes over what was settled, dated values included', () => {
  const settled = {
    params: { 'QA-01': '1', 'QA-02': '2' },
    versions: [{ effective: today, params: { 'QA-01': '9', 'QA-03': '4' } }],
  };
  const settings = triedSettings(settled, shipped('QA'), {
    readings: ['floor=none'],
    params: ['QA-01=5', 'base=90'],
  });

  expect(settings).toEqual({
    base: '90',
    params: { 'QA-01': '5', 'QA-02': '2' },
    readings: { floor: 'none' },
    versions: [{ effective: today, params: { 'QA-03': '4' } }],
  });
});

test.each([
  ['REPLAY_PAIR', { readings: ['floor'], params: [] }],
  ['REPLAY_PAIR', { readings: [], params: ['=3'] }],
  ['REPLAY_UNKNOWN', { readings: ['nothing=1'], params: [] }],
  ['REPLAY_UNKNOWN', { readings: [], params: ['GM-02=3'] }],
  // GM states its base, so no other can be tried as a parameter
  ['REPLAY_UNKNOWN', { readings: [], params: ['base=20'] }],
  ['BAD_READING', { readings: ['floor=cellar'], params: [] }],
])('%s for %j', (code, given) => {
  expect(problemOf(() => triedSettings({}, GM.rulebook, given))).toBe(code);
});
