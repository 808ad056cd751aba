import { finishReview, type ReviewHead } from '../../draft/review/finish';
import type { Review } from '../../draft/review/review';
import { firstDay, formatDay, parseDay, type Day, type MonthKey } from '../../facts/date';
import { toScaled } from '../../facts/decimal';
import type { Language } from '../../i18n';
import { lintRulebook } from '../../rulebook/lint';
import type { Rulebook } from '../../rulebook/rulebook';
import { shownFault, shownFinding, type ShownFinding } from '../lintJson';
import { freeRulebookId, publishRulebook } from '../teamRulebooks';
import type { WorkbookSettings } from '../workbookSettings';
import { dropReview } from './review';
import type { Settlement } from './settle';

/** What a person says about the rulebook as a whole, as typed. */
export interface HeadForm {
  readonly title: string;
  readonly base: string;
  readonly from: string;
  readonly subject: Rulebook['subject'];
}

export type HeadFault = 'title' | 'base' | 'from';

/** What the text gives of it; in force from the month shown. */
export const headFormOf = ({ title, base, book }: Review, month: MonthKey): HeadForm => ({
  title,
  base: base ?? book?.score?.base ?? '',
  from: book?.effectiveFrom ?? formatDay(firstDay(month)),
  subject: book?.subject ?? 'agent',
});

const plain = (text: string): string => text.normalize('NFKC').trim();

export function headFaults({ title, base, from }: HeadForm): HeadFault[] {
  const scaled = toScaled(plain(base), 1000);
  return [
    ...(plain(title) === '' ? (['title'] as const) : []),
    ...(plain(base) !== '' && (scaled === undefined || scaled < 0) ? (['base'] as const) : []),
    ...(parseDay(plain(from)) === undefined ? (['from'] as const) : []),
  ];
}

/** A rulebook ready to be used, or what stands against it. */
export type Checked =
  | { readonly ok: true; readonly rulebook: Rulebook; readonly warnings: readonly ShownFinding[] }
  | { readonly ok: false; readonly open: number; readonly errors: readonly ShownFinding[] };

/** Makes the rulebook of a review and looks it over. Without faults in the form only. */
export function checkReview(
  review: Review,
  form: HeadForm,
  settings: WorkbookSettings,
  language: Language,
  today: Day,
): Checked {
  const head: ReviewHead = {
    id: review.book?.id ?? freeRulebookId(settings),
    title: plain(form.title),
    version: review.book?.version ?? '1',
    effectiveFrom: formatDay(parseDay(plain(form.from)) ?? 0),
    subject: form.subject,
    base: plain(form.base) === '' ? null : plain(form.base),
  };
  const finished = finishReview(review, head);
  if (!finished.ok) {
    const errors = finished.problems.map((problem) => shownFault(problem, undefined, language));
    return { ok: false, open: finished.open, errors };
  }
  const { rulebook } = finished;
  const findings = lintRulebook(rulebook, { today }).map((finding) => shownFinding(finding, language));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, open: 0, errors };
  return { ok: true, rulebook, warnings: findings };
}

/** Puts the rulebook in force in this workbook; its text has done its duty. */
export const acceptReviewed =
  (rulebook: Rulebook): Settlement =>
  (state) =>
    dropReview(publishRulebook(rulebook)(state));
