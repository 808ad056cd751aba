import { formatMonth } from '../../facts/date';
import { formatScaled, POINT_SCALE, YUAN_SCALE } from '../../facts/decimal';
import type { MonthReport, SubjectMonth } from '../report';
import { subjectResult, type SubjectResult } from '../results';
import { amountsByClause, amountsJson, isSame, type AmountsJson } from './amounts';

/** A subject's month under one set of rules. */
export type SubjectSide = SubjectResult & { readonly state: SubjectMonth['state'] };

export interface ClauseChange {
  readonly clause: string;
  readonly before: AmountsJson;
  readonly after: AmountsJson;
}

export interface SubjectChange {
  readonly key: string;
  readonly name: string;
  /** Null: no subject under these rules. */
  readonly before: SubjectSide | null;
  readonly after: SubjectSide | null;
  /** The clauses that make the difference, in the order of their first entry. */
  readonly clauses: readonly ClauseChange[];
}

export interface MonthTotals {
  readonly subjects: number;
  readonly pointsDeducted: string;
  readonly pointsAdded: string;
  readonly fineYuan: string;
  readonly charged: number;
  readonly setAside: number;
}

export interface MonthChange {
  /** `2026-10` */
  readonly month: string;
  /** Only those of whom something changes, ranks included. */
  readonly subjects: readonly SubjectChange[];
  readonly ranksMoved: number;
  readonly tiersMoved: number;
  readonly totals: { readonly before: MonthTotals; readonly after: MonthTotals };
}

/** What changes from one report of a month to another of the same workbook. */
export function compareReports(before: MonthReport, after: MonthReport): MonthChange {
  const [ours, theirs] = [before, after].map(
    ({ subjects }) => new Map(subjects.map((subject) => [subject.key, subject])),
  );
  const keys = new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  const subjects = [...keys].flatMap((key) => subjectChange(key, ours?.get(key), theirs?.get(key)) ?? []);
  const moved = (what: 'rank' | 'tier'): number =>
    subjects.filter(({ before: a, after: b }) => a?.[what] !== b?.[what]).length;
  return {
    month: formatMonth(before.month),
    subjects,
    ranksMoved: moved('rank'),
    tiersMoved: moved('tier'),
    totals: { before: totals(before), after: totals(after) },
  };
}

function subjectChange(
  key: string,
  before: SubjectMonth | undefined,
  after: SubjectMonth | undefined,
): SubjectChange | undefined {
  const sides = [before, after].map((subject): SubjectSide | null =>
    subject === undefined ? null : { ...subjectResult(subject.card, subject.rank), state: subject.state },
  );
  const clauses = clauseChanges(before, after);
  const [from = null, to = null] = sides;
  if (clauses.length === 0 && isSame(from, to)) return undefined;
  return { key, name: before?.name ?? after?.name ?? key, before: from, after: to, clauses };
}

function clauseChanges(before: SubjectMonth | undefined, after: SubjectMonth | undefined): ClauseChange[] {
  const ours = amountsByClause(before?.card.entries ?? []);
  const theirs = amountsByClause(after?.card.entries ?? []);
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((clause) => {
    const change = { clause, before: amountsJson(ours.get(clause)), after: amountsJson(theirs.get(clause)) };
    return isSame(change.before, change.after) ? [] : [change];
  });
}

function totals({ subjects, counts }: MonthReport): MonthTotals {
  const sum = (pick: (subject: SubjectMonth) => number): number =>
    subjects.reduce((total, subject) => total + pick(subject), 0);
  return {
    subjects: subjects.length,
    pointsDeducted: formatScaled(
      sum(({ card }) => card.deducted),
      POINT_SCALE,
    ),
    pointsAdded: formatScaled(
      sum(({ card }) => card.added + card.bonus),
      POINT_SCALE,
    ),
    fineYuan: formatScaled(
      sum(({ card }) => card.fine),
      YUAN_SCALE,
    ),
    charged: counts.charged,
    setAside: counts.setAside,
  };
}
