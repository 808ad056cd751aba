import type { Clause } from '../../rulebook/clause';
import { loadRulebook } from '../../rulebook/load';
import type { RulebookProblem } from '../../rulebook/issues';
import type { Rulebook } from '../../rulebook/rulebook';
import { rulebookWith, type RulebookHead } from '../rulebook';
import { groupBands } from './attendance';
import { isItemId, type Review } from './review';

export type ReviewHead = Omit<RulebookHead, 'general' | 'book'>;

export type Finished =
  | { readonly ok: true; readonly rulebook: Rulebook }
  /** `open`: items nobody decided about; `problems`: what the rulebook's own checks refuse. */
  | { readonly ok: false; readonly open: number; readonly problems: readonly RulebookProblem[] };

/**
 * The rulebook of the clauses a person accepted, numbered in the order of the text; articles that have an id of their own
 * keep it. Nothing becomes a rulebook while a clause is undecided.
 */
export function finishReview(review: Review, head: ReviewHead): Finished {
  const open = review.items.filter(({ decision }) => decision === 'open').length;
  const accepted = review.items.filter(({ decision }) => decision === 'accepted');
  if (open > 0 || accepted.length === 0) return { ok: false, open, problems: [] };
  const clauses = numbered(
    accepted.map(({ clause }) => clause),
    head,
  );
  const { book } = review;
  const grouped = groupBands(clauses);
  const own = book?.overlapGroups ?? [];
  const added = (grouped.overlapGroups ?? []).filter(({ id }) => own.every((group) => group.id !== id));
  const overlapGroups = [...own, ...added];
  const made = rulebookWith(
    {
      ...head,
      general: review.general,
      ...(book === undefined ? {} : { book: { ...book, score: { ...book.score, base: head.base } } }),
    },
    grouped.clauses,
  );
  const loaded = loadRulebook(overlapGroups.length === 0 ? made : { ...made, overlapGroups });
  return loaded.ok ? loaded : { ok: false, open: 0, problems: loaded.problems };
}

/** Clauses that have no id of their own yet get the next free number. */
function numbered(clauses: readonly Clause[], { id, subject }: ReviewHead): Clause[] {
  const taken = new Set(clauses.filter((clause) => !isItemId(clause.id)).map((clause) => clause.id));
  const digits = Math.max(2, String(clauses.length).length);
  let number = 0;
  const next = (): string => {
    do number += 1;
    while (taken.has(numberedId(id, number, digits)));
    return numberedId(id, number, digits);
  };
  return clauses.map((clause) => (isItemId(clause.id) ? { ...clause, id: next(), subject } : clause));
}

const numberedId = (id: string, number: number, digits: number): string =>
  `${id}-${String(number).padStart(digits, '0')}`;
