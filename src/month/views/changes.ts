import type { MonthReport, SubjectMonth } from '../report';
import { pointsText } from './figures';

/** A subject whose numbers a change of settings would alter. */
export interface SubjectChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface Changes {
  readonly subjects: readonly SubjectChange[];
  /** Rows left out before and after. */
  readonly setAside: { readonly before: number; readonly after: number };
}

/** What another setting would do to the month, subject by subject. */
export function changesBetween(before: MonthReport, after: MonthReport): Changes {
  const old = new Map(before.subjects.map((subject) => [subject.key, subject]));
  return {
    subjects: after.subjects.flatMap((subject): SubjectChange[] => {
      const was = old.get(subject.key);
      if (was !== undefined && fingerprint(was) === fingerprint(subject)) return [];
      return [{ name: subject.name, before: shown(was), after: shown(subject) }];
    }),
    setAside: { before: before.counts.setAside, after: after.counts.setAside },
  };
}

function fingerprint({ card, state }: SubjectMonth): string {
  const { score, deducted, added, bonus, fine, performanceDeduct, discipline, liability, tier } = card;
  return JSON.stringify([
    state,
    score,
    deducted,
    added,
    bonus,
    fine,
    performanceDeduct,
    discipline,
    liability,
    tier,
  ]);
}

function shown(subject: SubjectMonth | undefined): string {
  if (subject === undefined) return '—';
  const { score, deducted, fine, performanceDeduct } = subject.card;
  return [
    score === undefined ? pointsText(-deducted) : pointsText(score),
    fine === 0 ? '' : `¥${fine / 100}`,
    performanceDeduct === 0 ? '' : `−${performanceDeduct / 100}%`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
