import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { draftRegulation } from '../../src/draft';

interface Gold {
  readonly text: string;
  readonly start: number;
  readonly direction: string;
  readonly points: number | number[] | null;
  readonly money: number | number[] | null;
  readonly unit: string | null;
  readonly ambiguous?: unknown;
}

interface Tally {
  gold: number;
  found: number;
  value: number;
  unit: number;
  direction: number;
  drafted: number;
  extra: number;
}

const SCORE_LENGTH = 12;
const empty = (): Tally => ({ gold: 0, found: 0, value: 0, unit: 0, direction: 0, drafted: 0, extra: 0 });
const add = (to: Tally, from: Tally): void => {
  for (const key of Object.keys(to) as (keyof Tally)[]) to[key] += from[key];
};
const percent = (part: number, whole: number): string =>
  whole === 0 ? '    -' : `${((100 * part) / whole).toFixed(1)}%`;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const body = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('# '))
    .join('\n');

/** Annotated places in a variant: the n-th occurrence of the same characters once white space and width are set aside. */
function placed(gold: readonly Gold[], base: string, variant: string): { start: number; end: number }[] {
  const folded = fold(variant);
  const original = fold(base);
  return gold.map(({ start, text }) => {
    const from = original.at.findIndex((place) => place >= start);
    const to = original.at.findLastIndex((place) => place < start + text.length);
    return { start: folded.at[from] ?? 0, end: (folded.at[to] ?? 0) + 1 };
  });
}

function fold(text: string): { at: number[] } {
  const at: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (!/\s/.test(text.charAt(i))) at.push(i);
  return { at };
}

function score(name: string, text: string, base: string, all: readonly Gold[], showMisses: boolean): Tally {
  const tally = empty();
  const places = placed(all, base, text);
  const scoring = all.flatMap((gold, index) => {
    const place = places[index];
    return gold.direction === 'none' || gold.ambiguous || place === undefined ? [] : [{ gold, ...place }];
  });
  const unclear = all.flatMap((gold, index) => {
    const place = places[index];
    return gold.ambiguous && place !== undefined ? [place] : [];
  });
  const drafted = draftRegulation(text).clauses;
  const pairs: { overlap: number; g: number; d: number }[] = [];
  scoring.forEach(({ start, end }, g) => {
    drafted.forEach((clause, d) => {
      const overlap = Math.min(end, clause.end) - Math.max(Math.max(start, end - SCORE_LENGTH), clause.start);
      if (overlap > 0) pairs.push({ overlap: overlap - Math.abs(end - clause.end) * 0.01, g, d });
    });
  });
  pairs.sort((a, b) => b.overlap - a.overlap || b.g - a.g || b.d - a.d);
  const usedGold = new Set<number>();
  const usedDraft = new Set<number>();
  for (const { g, d } of pairs) {
    const gold = scoring[g]?.gold;
    const clause = drafted[d];
    if (gold === undefined || clause === undefined || usedGold.has(g) || usedDraft.has(d)) continue;
    usedGold.add(g);
    usedDraft.add(d);
    tally.found += 1;
    const right = same(gold.points, clause.points) && same(gold.money, clause.money);
    if (right) tally.value += 1;
    if (same(gold.unit, clause.unit)) tally.unit += 1;
    if (gold.direction === clause.direction) tally.direction += 1;
    if (showMisses && (!right || !same(gold.unit, clause.unit))) {
      console.log(
        `  ${name} ${JSON.stringify([gold.points, gold.money, gold.unit])} read as ${JSON.stringify([clause.points, clause.money, clause.unit])}: ${gold.text}`,
      );
    }
  }
  tally.gold = scoring.length;
  tally.drafted = drafted.length;
  drafted.forEach((clause, d) => {
    if (
      usedDraft.has(d) ||
      unclear.some(({ start, end }) => Math.min(end, clause.end) > Math.max(start, clause.start))
    )
      return;
    tally.extra += 1;
    if (showMisses)
      console.log(`  ${name} extra: ${JSON.stringify([clause.points, clause.money])} ${clause.text}`);
  });
  if (showMisses) {
    scoring.forEach(({ gold }, g) => {
      if (!usedGold.has(g)) console.log(`  ${name} missed: ${gold.text}`);
    });
  }
  return tally;
}

const line = (name: string, tally: Tally): string =>
  [
    name.padEnd(36),
    `clauses ${String(tally.gold).padStart(3)}`,
    `found ${percent(tally.found, tally.gold)}`,
    `amounts ${percent(tally.value, tally.gold)}`,
    `units ${percent(tally.unit, tally.gold)}`,
    `direction ${percent(tally.direction, tally.gold)}`,
    `extra ${percent(tally.extra, tally.drafted)}`,
  ].join('  ');

/**
 * Scores drafts of regulation texts against hand annotations, for the texts as they are and for each mechanical
 * variant of them. A draft clause belongs to the annotated clause whose score (the last twelve characters of it)
 * it overlaps most, one to one; annotations marked ambiguous count neither way. One text in three, by its place
 * in the list, was held out while the grammar was made.
 */
export function scoreAnnotated(folder: string, showMisses: boolean): void {
  if (!existsSync(path.join(folder, 'dev.txt'))) {
    console.log(`No annotated texts in ${folder}; nothing scored.`);
    return;
  }
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const ids = read('dev.txt')
    .split(/\s+/)
    .filter((id) => id !== '');
  const total = empty();
  const groups = { developed: empty(), 'held out': empty() };
  [...ids].sort().forEach((id, index) => {
    const text = body(read(`${id}.txt`));
    const { clauses } = JSON.parse(read(`${id}.json`)) as { clauses: Gold[] };
    const tally = score(id, text, text, clauses, showMisses);
    add(total, tally);
    add(index % 3 === 2 ? groups['held out'] : groups.developed, tally);
    console.log(line(id, tally));
  });
  for (const [name, tally] of Object.entries(groups)) console.log(line(name, tally));
  console.log(line('ALL', total));
  const variants = path.join(folder, 'variants');
  for (const variant of existsSync(variants) ? readdirSync(variants).sort() : []) {
    const sum = empty();
    for (const id of ids) {
      const file = path.join('variants', variant, `${id}.txt`);
      if (!existsSync(path.join(folder, file))) continue;
      const { clauses } = JSON.parse(read(`${id}.json`)) as { clauses: Gold[] };
      add(sum, score(`${variant}/${id}`, body(read(file)), body(read(`${id}.txt`)), clauses, showMisses));
    }
    console.log(line(`variant ${variant}`, sum));
  }
}
