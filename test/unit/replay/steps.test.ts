import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMonth } from '../../../src/facts/date';
import { replay, replayInSteps, type Rules } from '../../../src/month/replay/replay';
import { reportWithCases } from '../../../src/month/build';
import { reviseClause } from '../../../src/rulebook/edit';
import { isAmount, type Effect } from '../../../src/rulebook/effects';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { SHIPPED_IDS } from '../../../src/rulebook/shipped';
import { readWorkbook } from '../../../src/workbook/xlsx';
import { day, shipped } from '../../support/scoring';

const workbook = readWorkbook(readFileSync(join(__dirname, '../../../assets/sample.xlsx')));
const grids = workbook.sheets.filter((sheet) => sheet.hasCells).map((sheet) => workbook.grid(sheet.name));
const OCTOBER = parseMonth('2026-10')!;
const options = { language: 'zh', today: day('2026-11-22'), months: [OCTOBER] } as const;

const rulesOf = (rulebook: Rulebook) => ({ rulebook, settings: { base: '100' } }) satisfies Rules;

/** An exact amount of points, one more. */
const dearer = (effect: Effect): Effect =>
  isAmount(effect) && effect.type === 'points' && effect.dir === 'deduct' && effect.kind === 'exact'
    ? { ...effect, value: String(Number(effect.value) + 1) }
    : effect;

/** Clauses that cost exact points under no condition, without repeats or factors. */
const plainClauses = (rulebook: Rulebook): readonly string[] =>
  rulebook.clauses
    .filter(
      ({ effects, multiplier, escalation, direction, overlapGroup, catchAll, jointLiability }) =>
        effects.some((effect) => JSON.stringify(dearer(effect)) !== JSON.stringify(effect)) &&
        effects.every((effect) => effect.when === undefined) &&
        multiplier === undefined &&
        escalation === undefined &&
        direction === undefined &&
        overlapGroup === undefined &&
        catchAll === undefined &&
        jointLiability === undefined,
    )
    .map(({ id }) => id);

test('the steps say how far it is, and come to what the plain run comes to', () => {
  const rules = rulesOf(shipped('GM'));
  const steps = replayInSteps(grids, undefined, rules, rules, { ...options, months: undefined });
  const told: string[] = [];
  let between = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      expect(step.value).toEqual(replay(grids, undefined, rules, rules, { ...options, months: undefined }));
      break;
    }
    if (step.value === undefined) between += 1;
    else told.push(`${step.value.done}/${step.value.of}`);
  }
  expect(told).toEqual(['0/6', '1/6', '2/6', '3/6', '4/6', '5/6']);
  // a host breathes between two reports as well as within them
  expect(between).toBeGreaterThan(50);
});

test.each(SHIPPED_IDS)('%s against itself: nobody, no rank, no total', (id) => {
  const copy = JSON.parse(JSON.stringify(shipped(id))) as Rulebook;
  const result = replay(grids, undefined, rulesOf(shipped(id)), rulesOf(copy), options);
  expect(result).toMatchObject({
    affected: 0,
    isSame: true,
    months: [{ subjects: [], ranksMoved: 0, tiersMoved: 0 }],
  });
});

test('one point more for a clause is one point more for each unit counted under it, and for nobody else', () => {
  let hits = 0;
  const books = SHIPPED_IDS.filter((id) => plainClauses(shipped(id)).length > 0);
  const present = new Map(
    books.map((id) => [
      id,
      reportWithCases(grids, undefined, { ...options, ...rulesOf(shipped(id)), month: OCTOBER }),
    ]),
  );
  const cases = books.flatMap((id) => plainClauses(shipped(id)).map((clause) => [id, clause] as const));
  const charged = cases.filter(([id, clause]) =>
    present
      .get(id)!
      .subjects.some(({ card }) => card.entries.some((one) => one.clause === clause && one.charged)),
  );
  expect(charged.length).toBeGreaterThan(2);
  fc.assert(
    fc.property(fc.constantFrom(...charged, ...cases), ([id, clause]) => {
      const base = shipped(id);
      const { effects } = base.clauses.find((one) => one.id === clause)!;
      const changed = reviseClause(base, clause, {
        from: base.effectiveFrom,
        reference: '试',
        changes: { effects: effects.map(dearer) },
      });
      if (!changed.ok) throw new Error(JSON.stringify(changed.problems));

      // by hand: the units of every entry of the clause that was charged
      const units = present
        .get(id)!
        .subjects.flatMap(({ key, card }) =>
          card.entries
            .filter((entry) => entry.clause === clause && entry.charged)
            .map((entry) => [key, Number(entry.units.digits) / 10 ** entry.units.scale] as const),
        );
      const [october] = replay(grids, undefined, rulesOf(base), rulesOf(changed.rulebook), options).months;
      const { before, after } = october!.totals;
      const more = Number(after.pointsDeducted) - Number(before.pointsDeducted);
      hits += units.length;

      expect(more).toBeCloseTo(
        units.reduce((sum, [, count]) => sum + count, 0),
        6,
      );
      const moved = october!.subjects.filter(({ clauses }) => clauses.some((one) => one.clause === clause));
      expect(new Set(moved.map(({ key }) => key))).toEqual(new Set(units.map(([key]) => key)));
      expect({ ...after, pointsDeducted: '' }).toEqual({ ...before, pointsDeducted: '' });
    }),
    { numRuns: 12 },
  );
  expect(hits).toBeGreaterThan(0);
});
