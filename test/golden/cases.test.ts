import { existsSync, readFileSync } from 'node:fs';
import { scoreFacts } from '../../src/month/scoreFacts';
import { SHIPPED_IDS, shippedRulebook } from '../../src/rulebook/shipped';

interface Case {
  readonly id: string;
  readonly clause: string;
  readonly kind: string;
  readonly month: string;
  readonly records: readonly unknown[];
  readonly settings?: unknown;
  readonly subjects?: readonly string[];
  readonly expected: {
    readonly status: string;
    readonly code?: string;
    readonly results?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...(value as string[])].sort() : value);

/** What a case leaves out is zero, empty or none. */
function full(result: Readonly<Record<string, unknown>>, like: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    [...new Set([...Object.keys(like), ...Object.keys(result)])].map((key) => {
      const value = like[key];
      const blank = Array.isArray(value)
        ? []
        : key === 'tier' || key === 'score' || key === 'rank'
          ? null
          : '0';
      return [key, sorted(key in result ? result[key] : blank)];
    }),
  );
}

describe.each(SHIPPED_IDS)('cases of %s', (id) => {
  const file = `${__dirname}/../../rulesets/${id}.cases.json`;
  const cases: readonly Case[] = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases
    : [];

  test('every clause has a hit and a miss', () => {
    const rulebook = shippedRulebook(id);
    const covered = (kind: string) => new Set(cases.filter((c) => c.kind === kind).map((c) => c.clause));
    const clauses = rulebook?.clauses.map((clause) => clause.id) ?? [];
    expect(clauses.filter((clause) => !covered('hit').has(clause))).toEqual([]);
    expect(clauses.filter((clause) => !covered('miss').has(clause))).toEqual([]);
  });

  test.each(cases.map((c) => [c.id, c] as const))('%s', (_id, c) => {
    const answer = scoreFacts(
      { rulebook: id, month: c.month, records: c.records, settings: c.settings ?? {}, subjects: c.subjects },
      { rulebook: shippedRulebook, entries: false, explain: (r) => r.code, sentence: (r) => r.code },
    );
    if (answer.status !== 'ok') {
      expect({ status: answer.status, code: answer.code }).toEqual({
        status: c.expected.status,
        code: c.expected.code,
      });
      return;
    }
    expect(c.expected.status).toBe('ok');
    expect(Object.keys(answer.results).sort()).toEqual(Object.keys(c.expected.results ?? {}).sort());
    for (const [subject, result] of Object.entries(answer.results)) {
      const actual = Object.fromEntries(Object.entries(result).map(([k, v]) => [k, sorted(v)]));
      expect({ subject, ...actual }).toEqual({
        subject,
        ...full(c.expected.results?.[subject] ?? {}, { ...result }),
      });
    }
  });
});
