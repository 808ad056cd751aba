import { readFileSync } from 'node:fs';
import { loadRulebook } from '../src/rulebook/load';
import { buildMatcher, type Matcher } from '../src/intake/matching/matcher';
import { matchClause } from '../src/intake/matching/matchClause';

/**
 * Scores clause matching on the labelled texts: how many automatic matches are right, how many texts are
 * matched without asking, and whether the right clause is among the first three suggestions. `tune` was looked
 * at while the lexicon and the thresholds were set; `measure` never was.
 */
interface Labelled {
  readonly rulebook: string;
  readonly text: string;
  /** null = no clause, or several equally (`fits`): must not be matched automatically. */
  readonly clause: string | null;
  readonly fits?: readonly string[];
  readonly part: 'tune' | 'measure';
}

const rows = JSON.parse(readFileSync('test/fixtures/matching/labelled.json', 'utf8')) as Labelled[];
const matchers = new Map<string, Matcher>();
for (const id of new Set(rows.map((row) => row.rulebook))) {
  const loaded = loadRulebook(JSON.parse(readFileSync(`rulesets/${id}.json`, 'utf8')));
  if (!loaded.ok) throw new Error(`${id} does not load`);
  matchers.set(id, buildMatcher(loaded.rulebook));
}

let allWrong = 0;
let allAutomatic = 0;
/** Wrong automatic matches that are tolerated, of all automatic ones. */
const TOLERATED = 0.005;

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
for (const part of ['tune', 'measure'] as const) {
  let automatic = 0;
  let wrong = 0;
  let clear = 0;
  let matched = 0;
  let recalled = 0;
  for (const row of rows) {
    const matcher = matchers.get(row.rulebook);
    if (row.part !== part || matcher === undefined) continue;
    const match = matchClause(matcher, {
      codes: [],
      texts: [row.text],
      categories: [],
      amounts: {},
      qty: { digits: 1n, scale: 0 },
      elements: {},
    });
    const id = match.kind === 'matched' ? match.clause.id : undefined;
    if (id !== undefined) automatic += 1;
    if (id !== undefined && id !== row.clause) wrong += 1;
    if (
      id !== row.clause &&
      (process.argv.includes('--list') || (id !== undefined && process.argv.includes('--wrong')))
    ) {
      if (part === 'tune' || process.argv.includes('--all')) {
        const shown = match.kind === 'uncertain' || match.kind === 'unmatched' ? match.suggestions : [];
        const reason = JSON.stringify(match.reason);
        console.log(
          `  ${row.clause ?? '-'} | ${row.text} | ${id ?? match.kind} ${reason} ${JSON.stringify(shown.slice(0, 3))}`,
        );
      }
    }
    if (row.clause === null) continue;
    clear += 1;
    if (id === row.clause) matched += 1;
    const first = matcher.search(row.text).slice(0, 3);
    if (id === row.clause || first.some(({ index }) => matcher.wordings[index]?.clause.id === row.clause))
      recalled += 1;
  }
  allWrong += wrong;
  allAutomatic += automatic;
  console.log(
    `${part}: automatic ${percent(matched, clear)} of ${clear} clear texts, precision ${percent(automatic - wrong, automatic)} (${wrong} wrong of ${automatic}), recall@3 ${percent(recalled, clear)}`,
  );
}
console.log(`all: ${allWrong} wrong of ${allAutomatic} automatic (${percent(allWrong, allAutomatic)})`);
if (allWrong > allAutomatic * TOLERATED) process.exitCode = 1;
