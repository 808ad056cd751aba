import { MONTH_TABS } from '../../../src/month/tabs';
import type { ReportInput, ReportSubject } from '../../../src/reports/subjects';
import { planDiff, regenerate } from '../../../src/workbook/regenerate';
import { NO_CONSEQUENCES, type Entry } from '../../../src/scoring/entry';
import { gridOf, written } from '../workbook/support/tab';
import { day, shipped } from '../../support/scoring';
import { input } from './support';

const PEOPLE = 1000;
const ENTRIES = 20_000;
const CATEGORIES = 12;

/** A month of one size or another, made without scoring: 12 categories, 20 entries a person. */
function month(people: number): ReportInput {
  const pm = shipped('PM');
  const categories = Array.from({ length: CATEGORIES }, (_, i) => ({
    id: `类别${i}`,
    title: { zh: `类别${i}`, en: `Category ${i}` },
  }));
  const clauses = pm.clauses.map((clause, i) => ({ ...clause, category: `类别${i % CATEGORIES}` }));
  const base = input({ ...pm, categories, clauses }, [], { base: '100', subjects: ['模'] });
  const model = base.subjects[0]!.card;
  const subjects = Array.from({ length: people }, (_, i): ReportSubject => {
    const key = `员工${i}`;
    const entries = Array.from({ length: ENTRIES / PEOPLE }, (_item, k): Entry => ({
      ...NO_CONSEQUENCES,
      subject: key,
      date: day('2026-10-01') + (k % 31),
      clause: clauses[(i + k) % clauses.length]!.id,
      category: clauses[(i + k) % clauses.length]!.category,
      origin: 'record',
      charged: true,
      units: { digits: 1n, scale: 0 },
      deducted: 500,
      reasons: [{ code: 'OCCURRED', params: { units: '1' } }],
      source: { sheet: '质检记录', row: i * 20 + k + 2 },
    }));
    const card = {
      ...model,
      subject: key,
      entries,
      deducted: entries.length * 500,
      score: 90_000,
      deductedByCategory: categories.map(() => 1000),
    };
    return { key, name: key, id: `E${i}`, team: `班组${i % 40}`, card, rank: 1, state: 'complete' };
  });
  return { ...base, subjects };
}

const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

describe('1,000 people, 12 categories, 20,000 entries', () => {
  test('every tab is made whole', () => {
    const big = month(PEOPLE);
    const counts = Object.fromEntries(
      MONTH_TABS.map(({ key, make }) => [
        key,
        make(big, 'zh').map(({ table, rows }) => (table ? table.lastRow - table.firstRow + 1 : rows.length)),
      ]),
    );
    expect(counts.performance).toEqual([PEOPLE]);
    expect(counts.details).toEqual([ENTRIES]);
    // title to header, 20 entries, four rows to sign, and the gap before them
    expect(counts.employeeSlips).toEqual([PEOPLE * (8 + 20 + 4)]);
  });

  test('plans take time in proportion to the entries', () => {
    const [small, big] = [month(PEOPLE / 4), month(PEOPLE)];
    const run = (from: ReportInput): void => MONTH_TABS.forEach(({ make }) => make(from, 'zh'));
    run(small);
    const [quarter, whole] = [
      Math.min(
        seconds(() => run(small)),
        seconds(() => run(small)),
      ),
      seconds(() => run(big)),
    ];
    console.log(`plans: ${quarter.toFixed(2)} s for 5,000 entries, ${whole.toFixed(2)} s for 20,000`);
    // in proportion would be 4; quadratic would be 16
    expect(whole / quarter).toBeLessThan(9);
  });

  test('making them anew does so too', () => {
    const [small, big] = [month(PEOPLE / 16), month(PEOPLE / 4)];
    const run = (from: ReportInput): void => {
      for (const plan of MONTH_TABS.flatMap(({ make }) => make(from, 'zh'))) {
        const grid = gridOf(written(regenerate(undefined, plan).plan), plan);
        expect(planDiff(grid, regenerate(grid, plan).plan).changed).toBe(0);
      }
    };
    run(small);
    const [quarter, whole] = [
      Math.min(
        seconds(() => run(small)),
        seconds(() => run(small)),
      ),
      seconds(() => run(big)),
    ];
    console.log(
      `made, written and made anew: ${quarter.toFixed(2)} s for 1,250 entries, ${whole.toFixed(2)} s for 5,000`,
    );
    expect(whole / quarter).toBeLessThan(9);
  });
});
