import { dayOf, serialOfDay } from '../../src/facts/date';
import { PLAIN_WEEKDAYS } from '../../src/facts/workdays';
import { loadRulebook } from '../../src/rulebook/load';
import type { Rulebook } from '../../src/rulebook/rulebook';
import type { RowColumns } from '../../src/scoring/factRows';
import { Ruleset } from '../../src/scoring/ruleset';

/** A row as the host hands it: serial date, name and id, clause, quantity, flag. */
export type Row = readonly [number, string, string, number, number];

export const COLUMNS: RowColumns = {
  date: 0,
  subject: 1,
  clause: 2,
  quantity: 3,
  flag: { column: 4, name: 'serious' },
};

/** What every pass knows of a clause: amounts in thousandths of a point. */
export interface BenchClause {
  readonly id: string;
  readonly category: number;
  readonly points: number;
  readonly doubled: boolean;
}

/** A load of records with the rules that score them; everything follows from the numbers in `SIZES`. */
export interface Workload {
  readonly name: string;
  readonly records: number;
  readonly subjects: readonly string[];
  readonly months: number;
  readonly clauses: readonly BenchClause[];
  readonly rulebook: Rulebook;
  /** The rows as the text they arrive in, so that every pass reads strings that were never hashed before. */
  readonly text: string;
}

export const CATEGORIES = 6;
/** Thousandths. */
export const BASE = 100_000;
export const CATEGORY_BONUS = 2_000;
export const CLEAN_BONUS = 10_000;
export const FIRST_YEAR = 2026;

export const SIZES = {
  W1: { records: 10_000, subjects: 50, months: 1, clauses: 20 },
  W2: { records: 100_000, subjects: 200, months: 12, clauses: 60 },
  W3: { records: 1_000_000, subjects: 1_000, months: 12, clauses: 60 },
} as const;
export type WorkloadName = keyof typeof SIZES;

/** Small, fast and the same everywhere (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FAMILY = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平';

function subjectsOf(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const name = `${FAMILY[i % 20] ?? ''}${GIVEN[Math.floor(i / 20) % 20] ?? ''}`;
    return `${name}-${String(10_001 + i * 7)}`;
  });
}

function clausesOf(count: number): BenchClause[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `BENCH-${String(i + 1).padStart(2, '0')}`,
    category: i % CATEGORIES,
    points: 500 * (1 + (i % 10)),
    doubled: i % 3 === 0,
  }));
}

/**
 * The workload of a name. Some months of some subjects are free of records and one category is rarely hit, so
 * that bonuses are won and lost.
 */
export function workload(name: WorkloadName): Workload {
  const size = SIZES[name];
  const random = randomFrom(size.records);
  const subjects = subjectsOf(size.subjects);
  const clauses = clausesOf(size.clauses);
  const first = serialOfDay(dayOf(FIRST_YEAR, 1, 1) ?? 0);
  const starts = Array.from({ length: size.months + 1 }, (_, month) =>
    month === 12 ? first + 365 : serialOfDay(dayOf(FIRST_YEAR, month + 1, 1) ?? 0),
  );
  const rows: Row[] = [];
  while (rows.length < size.records) {
    const subject = Math.floor(random() * subjects.length);
    const month = Math.floor(random() * size.months);
    const clause = clauses[Math.floor(random() * clauses.length)]!;
    const away = (subject * 31 + month * 17) % 41 === 0;
    const rare = clause.category === CATEGORIES - 1 && random() > 0.02;
    if (away || rare) continue;
    const [start = 0, end = 0] = starts.slice(month, month + 2);
    const date = start + Math.floor(random() * (end - start));
    const quantity = random() < 0.8 ? 1 : 1 + Math.floor(random() * 4);
    const flag = clause.doubled && random() < 0.15 ? 1 : 0;
    rows.push([date, subjects[subject]!, clause.id, quantity, flag]);
  }
  return {
    name,
    records: rows.length,
    subjects,
    months: size.months,
    clauses,
    rulebook: rulebookOf(clauses),
    text: JSON.stringify(rows),
  };
}

/** The same records under a rulebook in which every clause costs half a point more. */
export function dearer(load: Workload): Workload {
  const clauses = load.clauses.map((clause) => ({ ...clause, points: clause.points + 500 }));
  return { ...load, clauses, rulebook: rulebookOf(clauses) };
}

/** Freshly parsed rows, as after a load from the host. */
export function rowsOf(load: Workload): Row[] {
  return JSON.parse(load.text) as Row[];
}

/** The rules of the workload; `floored` sets the reading by which no score falls below zero. */
export function rulesetOf(load: Workload, floored = false): Ruleset {
  const settings = { readings: { floor: floored ? 'zero' : 'none' } };
  return new Ruleset(load.rulebook, settings, PLAIN_WEEKDAYS);
}

const both = (text: string) => ({ zh: text, en: text });
const decimal = (thousandths: number): string => String(thousandths / 1000);
const points = (dir: 'deduct' | 'add', thousandths: number) => [
  { type: 'points', dir, kind: 'exact', value: decimal(thousandths) },
];

function rulebookOf(clauses: readonly BenchClause[]): Rulebook {
  const common = (id: string, category: number) => ({
    id,
    category: `C${category}`,
    title: both(id),
    statement: both(id),
    citation: { source: 'bench', section: '1' },
    subject: 'agent',
  });
  const recorded = clauses.map((clause) => ({
    ...common(clause.id, clause.category),
    count: { mode: 'occurrence', unit: '次' },
    effects: points('deduct', clause.points),
    ...(clause.doubled ? { multiplier: { factor: '2', flag: 'serious', label: both('严重') } } : {}),
  }));
  const bonuses = Array.from({ length: CATEGORIES }, (_, category) => ({
    ...common(`BONUS-${category}`, category),
    count: { mode: 'bonus_category', unit: '月', scope: 'category' },
    effects: points('add', CATEGORY_BONUS),
  }));
  const clean = {
    ...common('CLEAN', 0),
    count: { mode: 'bonus_clean_month', unit: '月', lostBy: 'violation' },
    effects: points('add', CLEAN_BONUS),
  };
  const floor = { reading: 'floor', cases: { none: 'none', zero: 'zero' } };
  const result = loadRulebook({
    id: 'BENCH',
    title: both('Bench'),
    version: '1',
    effectiveFrom: '2020-01-01',
    subject: 'agent',
    sources: [{ id: 'bench', title: both('Bench') }],
    score: { base: decimal(BASE), floor, paysPerformance: false, performanceCap: '100', ranked: true },
    versionBy: 'record-date',
    categories: Array.from({ length: CATEGORIES }, (_, i) => ({ id: `C${i}`, title: both(`C${i}`) })),
    readings: [
      {
        id: 'floor',
        title: both('floor'),
        default: 'none',
        options: ['none', 'zero'].map((value) => ({ value, label: both(value) })),
      },
    ],
    params: [],
    clauses: [...recorded, ...bonuses, clean],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]));
  return result.rulebook;
}
