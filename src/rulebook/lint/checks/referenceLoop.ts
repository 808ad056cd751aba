import type { Clause } from '../../clause';
import { isByReading } from '../../primitives';
import type { LintCheck } from '../finding';

/** Clauses that a clause leans on. */
function references({ id, count, jointLiability = [] }: Clause): string[] {
  const targets: unknown[] =
    count.mode === 'treat_as'
      ? isByReading(count.target)
        ? Object.values(count.target.cases)
        : [count.target]
      : count.mode === 'process'
        ? [count.follows]
        : count.mode === 'state' && count.conflict?.clause === id
          ? [id]
          : [];
  // the head's share may stand in the clause itself
  const shares = jointLiability.map(({ clause }) => clause).filter((clause) => clause !== id);
  return [...targets, ...shares].filter((target) => typeof target === 'string');
}

/** Clauses that come back to themselves by 按…处理, by the duty they follow or by the head's share. */
export const referenceLoop: LintCheck = {
  check: 'REFERENCE_LOOP',
  severity: 'error',
  *look({ states }) {
    const next = new Map<string, string[]>();
    for (const { clause } of states) {
      next.set(clause.id, [...(next.get(clause.id) ?? []), ...references(clause)]);
    }
    for (const id of next.keys()) {
      const way = wayBack(id, next);
      if (way !== undefined) yield { clause: id, params: { way: way.join(' → ') } };
    }
  },
};

/** The shortest way from a clause back to itself. */
function wayBack(id: string, next: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  let ways = [{ end: id, path: [id] }];
  while (ways.length > 0) {
    // loading lets no reference lead nowhere
    const longer = ways.flatMap(({ end, path }) =>
      next.get(end)!.map((target) => ({ end: target, path: [...path, target] })),
    );
    const back = longer.find(({ end }) => end === id);
    if (back !== undefined) return back.path;
    ways = longer.filter(({ end }) => {
      if (seen.has(end)) return false;
      seen.add(end);
      return true;
    });
  }
  return undefined;
}
