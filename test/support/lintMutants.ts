import { loadRulebook } from '../../src/rulebook/load';
import { lintRulebook, type LintFinding } from '../../src/rulebook/lint';
import { clause, deduct, rulebookJson, text } from './smallRulebook';
import { day } from './scoring';

/* Rulebook files are changed freely here; loading decides whether what comes out is one. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- files as plain JSON
export type File = any;

export const TODAY = day('2026-11-22');

export function findingsOf(file: File, today = TODAY): readonly LintFinding[] {
  const result = loadRulebook(file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return lintRulebook(result.rulebook, { today });
}

export const keyOf = ({ check, clause: id, params }: LintFinding): string =>
  JSON.stringify([check, id ?? null, params]);

const banded = (id: string, title: string, statement: string, points: string, more: object = {}) =>
  clause(id, {
    title: text(title),
    statement: { zh: statement, en: `rule ${id}` },
    effects: [deduct(points)],
    ...more,
  });

/** A clean rulebook whose clauses come in families of bands. */
export const bands = (): File =>
  structuredClone(
    rulebookJson([
      banded('L1', '轻微迟到', '上班迟到1-5分钟的，每次扣1分。', '1', { category: 'attendance' }),
      banded('L2', '一般迟到', '上班迟到6-15分钟的，每次扣2分。', '2', { category: 'attendance' }),
      banded('L3', '严重晚到', '上班迟到16分钟以上的，每次扣5分。', '5', { category: 'attendance' }),
      banded('P1', '短时离岗', '离岗超过10分钟、不超过30分钟的，每次扣2分。', '2', {
        count: measured('off_post_minutes', '10', false),
      }),
      banded('P2', '长时离岗', '离岗超过30分钟的，每次扣4分。', '4', {
        count: measured('off_post_minutes', '30', false),
      }),
      banded('R1', '回访率偏低', '回访率低于95%、不低于90%的，扣3分。', '3', { count: rate('95') }),
      banded('R2', '回访率过低', '回访率低于90%的，扣6分。', '6', { count: rate('90') }),
    ]),
  ) as File;

export const measured = (measure: string, value: string, inclusive: boolean) => ({
  mode: 'measure_threshold',
  unit: '次',
  measure,
  measureUnit: '分钟',
  value,
  inclusive,
});
const rate = (limit: string) => ({
  mode: 'rate_below',
  unit: '次',
  measure: 'call_back_rate',
  limit,
  cause: 'automatic',
});
