import { formatDay, parseDay } from '../../facts/date';
import type { Problem } from '../../facts/problem';
import type { Clause } from '../clause';
import { loadRulebook } from '../load';
import type { Rulebook } from '../rulebook';

/** What an operation on a rulebook gives: the changed rulebook, loaded anew, or why it was refused. */
export type EditResult =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const refused = (code: string, params: NonNullable<Problem['params']> = {}): EditResult => ({
  ok: false,
  problems: [{ code, params }],
});

/** A changed rulebook as its file would be read; whatever is wrong with it refuses the change. */
export const accepted = (candidate: Rulebook): EditResult =>
  loadRulebook(JSON.parse(JSON.stringify(candidate)));

/** The same rulebook with one clause replaced, or taken out. */
export const withClause = (
  rulebook: Rulebook,
  id: string,
  change: (clause: Clause) => Clause | undefined,
): Rulebook => ({
  ...rulebook,
  clauses: rulebook.clauses.flatMap((clause) => (clause.id === id ? (change(clause) ?? []) : clause)),
});

export const clauseOf = (rulebook: Rulebook | undefined, id: string): Clause | undefined =>
  rulebook?.clauses.find((clause) => clause.id === id);

/** A date as people type it, as rulebook files write it; undefined where it is none. */
export function dateText(text: string): string | undefined {
  const day = parseDay(text.normalize('NFKC').trim());
  return day === undefined ? undefined : formatDay(day);
}

/** The first day on which a clause can be in force. */
export const beginOf = (rulebook: Rulebook, clause: Clause): string =>
  clause.from !== undefined && clause.from > rulebook.effectiveFrom ? clause.from : rulebook.effectiveFrom;

/** Texts of dates as rulebook files write them sort like the dates. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
