import type { LintCheck } from '../finding';
import { coexistingPairs } from '../states';
import { plainWords } from '../words';

/** Two clauses in force together whose titles are the same: a list or a sheet that names one means either. */
export const duplicateTitle: LintCheck = {
  check: 'DUPLICATE_TITLE',
  severity: 'warning',
  *look({ states }) {
    for (const [{ clause: a }, { clause: b }] of coexistingPairs(states)) {
      const same = plainWords(a.title.zh) === plainWords(b.title.zh);
      const dated = [a, b].some(({ id }) =>
        states.some(({ clause, from, to }) => clause.id === id && (from ?? to) !== undefined),
      );
      if (same && !dated) yield { clause: b.id, params: { other: a.id, title: b.title.zh } };
    }
  },
};
