import { existsSync, readFileSync } from 'node:fs';
import { rulebookDocument } from '../../src/month/rulebookJson';
import { SHIPPED_IDS, shippedRulebook } from '../../src/rulebook/shipped';

interface ClauseEntry {
  readonly id: string;
  readonly effects: readonly Readonly<Record<string, unknown>>[];
  readonly escalation: { readonly effects: readonly unknown[] } | null;
}

const folder = `${__dirname}/../../../shared/domain/clauses`;
const suite = existsSync(folder) ? describe : describe.skip;

suite.each(SHIPPED_IDS)('clause entries of %s', (id) => {
  const file = `${folder}/${id}.json`;
  const entries = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { clauses: ClauseEntry[] }).clauses
    : [];
  const rulebook = shippedRulebook(id);

  test('every entry is a clause, in order', () => {
    expect(rulebook?.clauses.map((clause) => clause.id)).toEqual(entries.map((entry) => entry.id));
  });

  test('every clause shows the same effects', () => {
    if (rulebook === undefined) throw new Error(id);
    const shown = rulebookDocument(rulebook).clauses.map((clause) => ({
      id: clause.id,
      effects: clause.effects.map(({ unit: _unit, ...effect }: Record<string, unknown>) => effect),
    }));
    expect(shown).toEqual(entries.map((entry) => ({ id: entry.id, effects: entry.effects })));
  });

  test('repeats bring the same effects', () => {
    const repeats = rulebook?.clauses.flatMap((clause) =>
      clause.escalation === undefined ? [] : [{ id: clause.id, effects: clause.escalation.effects }],
    );
    const expected = entries.flatMap((entry) =>
      entry.escalation === null ? [] : [{ id: entry.id, effects: entry.escalation.effects }],
    );
    expect(repeats).toEqual(expected);
  });
});

test('the eight rulebooks hold 198 clauses', () => {
  const counts = SHIPPED_IDS.map((id) => shippedRulebook(id)?.clauses.length ?? 0);
  expect(counts.reduce((a, b) => a + b, 0)).toBe(198);
});
