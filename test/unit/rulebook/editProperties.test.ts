import fc from 'fast-check';
import { formatDay } from '../../../src/facts/date';
import {
  addClause,
  dropRevision,
  endClause,
  reopenClause,
  reviseClause,
  type EditResult,
} from '../../../src/rulebook/edit';
import { isAmount, type Effect } from '../../../src/rulebook/effects';
import { loadRulebook } from '../../../src/rulebook/load';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { SHIPPED_IDS } from '../../../src/rulebook/shipped';
import { day, record, score, shipped } from '../../support/scoring';

const FIRST = '2026-10-16';

const dates = fc.integer({ min: day(FIRST), max: day('2026-12-31') }).map(formatDay);
const amounts = fc.integer({ min: 0, max: 20_000 }).map((value) => String(value / 100));

/** One edit of a rulebook that begins on the first day or later. */
type Edit = (rulebook: Rulebook, base: Rulebook) => EditResult;

const pick = (rulebook: Rulebook, index: number) => rulebook.clauses[index % rulebook.clauses.length]!;

const withAmount = (effect: Effect, value: string): Effect =>
  isAmount(effect) && effect.kind === 'exact' ? { ...effect, value } : effect;

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(60), dates, amounts).map(([index, from, value]): Edit => (rulebook) => {
    const clause = pick(rulebook, index);
    const effects = clause.effects.map((effect) => withAmount(effect, value));
    return reviseClause(rulebook, clause.id, { from, reference: '通知', changes: { effects } });
  }),
  fc.tuple(fc.nat(60), dates).map(
    ([index, from]): Edit =>
      (rulebook) =>
        endClause(rulebook, pick(rulebook, index).id, from, '停用'),
  ),
  fc.nat(60).map(
    (index): Edit =>
      (rulebook) =>
        reopenClause(rulebook, pick(rulebook, index).id),
  ),
  fc.tuple(fc.nat(60), dates).map(
    ([index, from]): Edit =>
      (rulebook, base) =>
        dropRevision(rulebook, base, pick(rulebook, index).id, from),
  ),
  fc.tuple(fc.nat(60), dates, amounts).map(
    ([index, from, value]): Edit =>
      (rulebook) =>
        addClause(
          rulebook,
          {
            category: pick(rulebook, index).category,
            title: { zh: '新', en: 'New' },
            statement: { zh: '新', en: 'New' },
            count: { mode: 'occurrence', unit: '次' },
            effects: [{ type: 'points', dir: 'deduct', kind: 'exact', value }],
            reference: '会议',
          },
          from,
        ),
  ),
);

/** Occurrences of the first half of October under every clause, without what a person would have to add. */
const recordsOf = (rulebook: Rulebook) =>
  rulebook.clauses.map((clause, index) =>
    record({
      date: `2026-10-${String(1 + (index % 15)).padStart(2, '0')}`,
      clause: clause.id,
      subject: `人${index % 3}`,
    }),
  );

test('whatever is edited from a day on, the rulebook loads and the days before score as they did', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...SHIPPED_IDS),
      fc.array(edits, { minLength: 1, maxLength: 8 }),
      (id, list) => {
        const base = shipped(id);
        let rulebook = base;
        for (const edit of list) {
          const result = edit(rulebook, base);
          if (!result.ok) continue;
          rulebook = result.rulebook;
          taken += 1;
        }
        expect(loadRulebook(JSON.parse(JSON.stringify(rulebook)))).toEqual({ ok: true, rulebook });

        const records = recordsOf(base);
        // versions by the record's date, as the readings of every shipped book have it by default
        const [before, after] = [base, rulebook].map((book) => score(book, records, { base: '100' }));
        const recorded = (scored: typeof before) =>
          scored!.cards.map(({ subject, entries }) => [
            subject,
            entries
              .filter(({ origin }) => origin === 'record')
              .map(({ clause, date, charged, deducted, added, fine, pct, discipline }) => [
                clause,
                date,
                charged,
                deducted,
                added,
                fine,
                pct,
                discipline,
              ]),
          ]);
        expect(recorded(after)).toEqual(recorded(before));
        expect(after!.refusals.map(({ code }) => code)).toEqual(before!.refusals.map(({ code }) => code));
      },
    ),
    { numRuns: 150 },
  );
  expect(taken).toBeGreaterThan(100);
});
