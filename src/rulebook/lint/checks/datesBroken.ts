import { checkedDay } from '../../../facts/date';
import type { Clause } from '../../clause';
import type { Rulebook } from '../../rulebook';
import type { Found, LintCheck } from '../finding';
import { plainWords } from '../words';

/** Days out of the rulebook's own, and clauses of one title that follow each other with a gap or an overlap. */
export const datesBroken: LintCheck = {
  check: 'DATES',
  severity: 'warning',
  *look({ rulebook }) {
    for (const clause of rulebook.clauses) yield* outside(clause, rulebook);
    const byTitle = new Map<string, Clause[]>();
    for (const clause of rulebook.clauses) {
      const title = plainWords(clause.title.zh);
      byTitle.set(title, [...(byTitle.get(title) ?? []), clause]);
    }
    for (const clauses of byTitle.values()) yield* successions(clauses);
  },
};

function* outside({ id, from, to, revisions = [] }: Clause, book: Rulebook): Generator<Found> {
  const found = (problem: string, date: string): Found => ({ clause: id, params: { problem, date } });
  if (to !== undefined && to < book.effectiveFrom) yield found('before-book', to);
  if (book.effectiveTo !== undefined && from !== undefined && from > book.effectiveTo)
    yield found('after-book', from);
  for (const revision of revisions) {
    const ends = [to, book.effectiveTo].filter((end) => end !== undefined);
    if (ends.some((end) => revision.from > end)) yield found('revision-late', revision.from);
    else if (revision.from <= book.effectiveFrom) yield found('revision-early', revision.from);
  }
}

/** Dated clauses of one title: each begins on the day after the one before ended. */
function* successions(clauses: readonly Clause[]): Generator<Found> {
  const dated = clauses.filter(({ from, to }) => from !== undefined || to !== undefined);
  const ordered = dated.map((clause) => ({ ...clause, start: clause.from ?? '' }));
  ordered.sort((a, b) => (a.start < b.start ? -1 : 1));
  let before: { readonly id: string; readonly to?: string | undefined } | undefined;
  for (const { id, from, to } of ordered) {
    if (before !== undefined && from !== undefined) {
      const start = checkedDay(from);
      const end = before.to === undefined ? Infinity : checkedDay(before.to);
      const params = { other: before.id, date: from };
      if (start <= end) yield { clause: id, params: { problem: 'overlap', ...params } };
      else if (start > end + 1) yield { clause: id, params: { problem: 'gap', ...params } };
    }
    before = { id, to };
  }
}
