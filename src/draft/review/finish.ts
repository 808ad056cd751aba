import { loadRulebook } from '../../rulebook/load';
import type { RulebookProblem } from '../../rulebook/issues';
import type { Rulebook } from '../../rulebook/rulebook';
import { rulebookWith, type RulebookHead } from '../rulebook';
import { groupBands } from './attendance';
import type { Review } from './review';

export type ReviewHead = Omit<RulebookHead, 'general'>;

export type Finished =
  | { readonly ok: true; readonly rulebook: Rulebook }
  /** `open`: items nobody decided about; `problems`: what the rulebook's own checks refuse. */
  | { readonly ok: false; readonly open: number; readonly problems: readonly RulebookProblem[] };

/**
 * The rulebook of the clauses a person accepted, numbered in the order of the text. Nothing becomes a rulebook while a
 * clause is undecided.
 */
export function finishReview(review: Review, head: ReviewHead): Finished {
  const open = review.items.filter(({ decision }) => decision === 'open').length;
  const accepted = review.items.filter(({ decision }) => decision === 'accepted');
  if (open > 0 || accepted.length === 0) return { ok: false, open, problems: [] };
  const digits = Math.max(2, String(accepted.length).length);
  const clauses = accepted.map(({ clause }, index) => ({
    ...clause,
    id: `${head.id}-${String(index + 1).padStart(digits, '0')}`,
    subject: head.subject,
  }));
  const grouped = groupBands(clauses);
  const made = { ...rulebookWith({ ...head, general: review.general }, clauses), ...grouped };
  const loaded = loadRulebook(made);
  return loaded.ok ? loaded : { ok: false, open: 0, problems: loaded.problems };
}
