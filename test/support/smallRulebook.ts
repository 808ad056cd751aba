import { loadRulebook } from '../../src/rulebook/load';
import type { Rulebook } from '../../src/rulebook/rulebook';

export const text = (words: string) => ({ zh: words, en: words });

type Json = Readonly<Record<string, unknown>>;

/** Effects as rulebook files write them. */
export const deduct = (value: string, more: Json = {}): Json => ({
  type: 'points',
  dir: 'deduct',
  kind: 'exact',
  value,
  ...more,
});
export const fine = (value: string, more: Json = {}): Json => ({ ...deduct(value, more), type: 'fine_yuan' });
export const pay = (value: string, more: Json = {}): Json => ({
  ...deduct(value, more),
  type: 'performance_pct',
});
export const unset = (more: Json = {}): Json => ({
  type: 'points',
  dir: 'deduct',
  kind: 'unset',
  value: null,
  ...more,
});
export const range = (type: string, min: string, max: string): Json => ({
  type,
  dir: 'deduct',
  kind: 'range',
  min,
  max,
});
export const sanction = (choice: string, options: readonly string[], more: Json = {}): Json => ({
  type: 'discipline',
  choice,
  options,
  ...more,
});

/** A setting that the reading `id` chooses among, each option meaning itself or what `cases` says. */
export const switched = (id: string, cases: Json): Json => ({ reading: id, cases });

export const reading = (id: string, ...values: readonly (string | number | boolean)[]): Json => ({
  id,
  title: text(id),
  default: values[0],
  options: values.map((value) => ({ value, label: text(String(value)) })),
});

/** A clause of category `service` that costs two points an occurrence, with `more` over it. */
export const clause = (id: string, more: Json = {}): Json => ({
  id,
  category: 'service',
  title: text(id),
  statement: text(`rule ${id}`),
  count: { mode: 'occurrence', unit: '次' },
  effects: [deduct('2')],
  citation: { source: 'S', section: '一' },
  subject: 'agent',
  ...more,
});

/** A rulebook file with base 100, floor zero and the categories `service` and `attendance`. */
export const rulebookJson = (clauses: readonly Json[], more: Json = {}): Json => ({
  id: 'TEAM',
  title: text('团队规则'),
  version: '1',
  effectiveFrom: '2020-01-01',
  subject: 'agent',
  sources: [{ id: 'S', title: text('制度') }],
  score: {
    base: '100',
    floor: 'zero',
    paysPerformance: false,
    performanceCap: '100',
    ranked: false,
  },
  versionBy: 'record-date',
  categories: [
    { id: 'service', title: text('服务') },
    { id: 'attendance', title: text('考勤') },
  ],
  readings: [],
  params: [],
  clauses,
  ...more,
});

/** The same as a loaded rulebook; a file with problems fails the test that wrote it. */
export function smallRulebook(clauses: readonly Json[], more: Json = {}): Rulebook {
  const result = loadRulebook(rulebookJson(clauses, more));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rulebook;
}
