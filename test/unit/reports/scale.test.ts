import { MONTH_TABS, type MonthInput } from '../../../src/month/tabs';
import type { ReportSubject } from '../../../src/reports/subjects';
import { planDiff, regenerate } from '../../../src/workbook/regenerate';
import { NO_CONSEQUENCES, type Entry } from '../../../src/scoring/entry';
import { gridOf, written } from '../workbook/support/tab';
import { day, shipped } from '../../support/scoring';
import { issue } from '../casework/support/issues';
import { input, withIssues } from './support';

const PEOPLE = 1000;
const ENTRIES = 20_000;
const CATEGORIES = 12;
const ISSUES = 400;

/** A month of one size or another, made without scoring: 12 categories, 20 entries a person. */
function month(people: number, issues: number): MonthInput {
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
  const made = Array.from({ length: issues }, (_, i) =>
    issue({ id: `2026-${String(i + 1).padStart(3, '0')}`, state: '回访', people: `员工${i}` }),
  );
  return withIssues({ ...base, subjects }, made);
}

describe('1,000 people, 12 categories, 20,000 entries', () => {
  test('every tab is made whole', () => {
    const big = month(PEOPLE, ISSUES);
    const counts = Object.fromEntries(
      MONTH_TABS.map(({ key, make }) => [
        key,
        make(big, 'zh').map(({ table, rows }) => (table ? table.lastRow - table.firstRow + 1 : rows.length)),
      ]),
    );
    expect(counts.performance).toEqual([PEOPLE]);
    expect(counts.details).toEqual([ENTRIES]);
    expect([counts.ledger, counts.assessment]).toEqual([[ISSUES], [ISSUES]]);
    // nine rows an order, ten a corrective-action form
    expect([counts.orders, counts.corrections]).toEqual([[ISSUES * 9], [ISSUES * 10]]);
    // title to header, 20 entries, four rows to sign, and the gap before them
    expect(counts.employeeSlips).toEqual([PEOPLE * (8 + 20 + 4)]);
  });

  test('making them anew over what they were changes nothing', () => {
    for (const plan of MONTH_TABS.flatMap(({ make }) => make(month(PEOPLE / 16, ISSUES / 16), 'zh'))) {
      const grid = gridOf(written(regenerate(undefined, plan).plan), plan);
      expect([plan.id, planDiff(grid, regenerate(grid, plan).plan).changed]).toEqual([plan.id, 0]);
    }
  });
});
