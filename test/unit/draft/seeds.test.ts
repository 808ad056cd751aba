import { existsSync, readFileSync } from 'node:fs';
import { draftRegulation, type DraftClause } from '../../../src/draft';

/*
 * The three source texts that the shipped rulebooks come from, read as they are, web page around them and all,
 * against the list of their clauses made by hand. Runs where the texts are.
 */
interface Effect {
  readonly type: string;
  readonly kind?: string;
  readonly value?: string | null;
  readonly min?: string;
  readonly max?: string;
}
interface Entry {
  readonly id: string;
  readonly text: string | null;
  readonly count: { readonly unit: string };
  readonly effects: readonly Effect[];
}
interface Book {
  readonly source_file: string;
  readonly clauses: readonly Entry[];
}

const shared = `${__dirname}/../../../../shared`;
const suite =
  existsSync(`${shared}/seeds`) && existsSync(`${shared}/domain/clauses`) ? describe : describe.skip;

const numbers = (entry: Entry, type: string): number[] =>
  entry.effects
    .filter((effect) => effect.type === type)
    .flatMap(({ value, min, max }) => [value, min, max].flatMap((text) => (text ? [Number(text)] : [])));
const AMOUNTS = [
  ['points', 'points'],
  ['money', 'fine_yuan'],
  ['percent', 'performance_pct'],
] as const;
const listOf = (amount: DraftClause['points']): number[] => (amount === null ? [] : [amount].flat());
const same = (a: readonly number[], b: readonly number[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** Where the words of an entry stand in the text, white space aside; each is looked for behind the one before. */
function placesOf(source: string, entries: readonly Entry[]): ({ start: number; end: number } | undefined)[] {
  const at: number[] = [];
  for (let i = 0; i < source.length; i += 1) if (!/\s/.test(source.charAt(i))) at.push(i);
  const plain = at.map((place) => source.charAt(place)).join('');
  let from = 0;
  return entries.map(({ text }) => {
    const words = (text ?? '').replace(/\s/g, '');
    if (words === '') return undefined;
    let found = plain.indexOf(words, from);
    if (found < 0) found = plain.indexOf(words);
    if (found < 0) return undefined;
    from = found;
    return { start: at[found] ?? 0, end: (at[found + words.length - 1] ?? 0) + 1 };
  });
}

function figures(id: string): Record<'entries' | 'found' | 'amounts' | 'units', number> {
  const book = JSON.parse(readFileSync(`${shared}/domain/clauses/${id}.json`, 'utf8')) as Book;
  const source = readFileSync(`${shared}/seeds/${book.source_file}`, 'utf8');
  const { clauses } = draftRegulation(source);
  const scoring = book.clauses.filter(({ effects }) => effects.some(({ kind }) => kind !== undefined));
  const places = placesOf(source, scoring);
  const result = { entries: 0, found: 0, amounts: 0, units: 0 };
  scoring.forEach((entry, index) => {
    const place = places[index];
    if (place === undefined) return;
    result.entries += 1;
    const over = clauses.filter(
      ({ start, end }) => Math.min(end, place.end) - Math.max(start, place.start) > 3,
    );
    if (over.length === 0) return;
    result.found += 1;
    // an entry may be two rules of the text, or a rule with another one for repeats
    const isRight = (read: readonly DraftClause[]): boolean =>
      AMOUNTS.every(([field, type]) =>
        same(
          read.flatMap((clause) => listOf(clause[field])),
          numbers(entry, type),
        ),
      );
    if (isRight(over) || over.some((clause) => isRight([clause]))) result.amounts += 1;
    if (over.some(({ unit }) => (unit ?? '次') === entry.count.unit)) result.units += 1;
  });
  return result;
}

suite('the source texts', () => {
  // units that a text leaves out count as 次
  test.each([
    ['QA', { entries: 8, found: 8, amounts: 8, units: 8 }],
    ['PM', { entries: 27, found: 27, amounts: 27, units: 26 }],
    ['SVC', { entries: 17, found: 17, amounts: 17, units: 16 }],
    ['GM', { entries: 16, found: 16, amounts: 16, units: 14 }],
    ['CQ', { entries: 10, found: 10, amounts: 10, units: 4 }],
    ['CP', { entries: 10, found: 10, amounts: 10, units: 7 }],
    ['OUT', { entries: 44, found: 44, amounts: 44, units: 33 }],
  ])('%s: at least so many scoring clauses found, with their amounts and units', (id, least) => {
    const found = figures(id);
    expect(found.entries).toBe(least.entries);
    expect(found.found).toBeGreaterThanOrEqual(least.found);
    expect(found.amounts).toBeGreaterThanOrEqual(least.amounts);
    expect(found.units).toBeGreaterThanOrEqual(least.units);
  });

  test('GAS: of a table with shared cells, read cell by cell, only the amounts come out', () => {
    const { source_file: file } = JSON.parse(
      readFileSync(`${shared}/domain/clauses/GAS.json`, 'utf8'),
    ) as Book;
    const { clauses } = draftRegulation(readFileSync(`${shared}/seeds/${file}`, 'utf8'));
    const least = clauses.filter(({ minimum }) => minimum === true).map(({ points }) => points);
    expect(new Set(least)).toEqual(new Set([5, 10, 20]));
    expect(clauses).toHaveLength(least.length);
  });
});
