import type { Clause } from '../clause';
import type { LocalizedText } from '../primitives';
import type { Rulebook } from '../rulebook';
import { accepted, clauseOf, dateText, refused, withClause, type EditResult } from './result';

/** What a person states of a new clause; everything else of a clause is added by editing the file. */
export interface NewClause {
  /** Id of `Rulebook.categories`. */
  readonly category: string;
  readonly title: LocalizedText;
  readonly statement: LocalizedText;
  readonly count: Clause['count'];
  readonly effects: Clause['effects'];
  /** What brought it: a decision, a notice, a meeting. It is the clause's citation as well. */
  readonly reference: string;
}

/**
 * A rulebook with another clause from a day on: under a free id in the book's own style, after the last clause of its
 * category and before a catch-all. Refused with EDIT_DATE {found}, EDIT_REFERENCE, EDIT_BEFORE_RULEBOOK {date, begin},
 * EDIT_WORDS, and with what the changed rulebook is refused with.
 */
export function addClause(
  rulebook: Rulebook,
  fields: NewClause,
  from: string,
  id = freeClauseId(rulebook, fields.category),
): EditResult {
  const clause = newClause(rulebook, fields, from, id);
  return 'ok' in clause ? clause : accepted(inserted(rulebook, clause));
}

/**
 * A clause that is only in the draft, stated anew. One that is in force gets a revision instead: refused with
 * EDIT_CLAUSE_UNKNOWN {clause}, EDIT_CLAUSE_IN_FORCE {clause}, and as `addClause`. A clause that came with a rulebook
 * that has never been published needs no reference.
 */
export function amendClause(
  rulebook: Rulebook,
  inForce: Rulebook | undefined,
  id: string,
  fields: NewClause,
  from: string,
): EditResult {
  const old = clauseOf(rulebook, id);
  if (old === undefined) return refused('EDIT_CLAUSE_UNKNOWN', { clause: id });
  if (clauseOf(inForce, id) !== undefined) return refused('EDIT_CLAUSE_IN_FORCE', { clause: id });
  // a clause that came with a book nobody has published needs no reason of its own
  const isOriginal = old.from === undefined && fields.reference.trim() === '';
  const reference = isOriginal ? old.citation.section : fields.reference;
  const clause = newClause(rulebook, { ...fields, reference }, from, id);
  if ('ok' in clause) return clause;
  const { category, title, statement, count, effects } = clause;
  const stated = { ...old, category, title, statement, count, effects };
  const isFromBegin = isOriginal && clause.from === rulebook.effectiveFrom;
  return accepted(
    withClause(rulebook, id, () =>
      isFromBegin ? stated : { ...stated, from: clause.from, fromReference: clause.fromReference },
    ),
  );
}

/**
 * Takes a clause out that is only in the draft. One that is in force is ended, never deleted: refused with
 * EDIT_CLAUSE_UNKNOWN {clause}, EDIT_CLAUSE_IN_FORCE {clause}.
 */
export function removeClause(rulebook: Rulebook, inForce: Rulebook | undefined, id: string): EditResult {
  if (clauseOf(rulebook, id) === undefined) return refused('EDIT_CLAUSE_UNKNOWN', { clause: id });
  if (clauseOf(inForce, id) !== undefined) return refused('EDIT_CLAUSE_IN_FORCE', { clause: id });
  return accepted(withClause(rulebook, id, () => undefined));
}

function newClause(
  rulebook: Rulebook,
  { category, title, statement, count, effects, reference }: NewClause,
  from: string,
  id: string,
): Clause | EditResult {
  const date = dateText(from);
  if (date === undefined) return refused('EDIT_DATE', { found: from });
  const words = [title.zh, title.en, statement.zh, statement.en];
  if (words.some((text) => text.trim() === '')) return refused('EDIT_WORDS');
  if (reference.trim() === '') return refused('EDIT_REFERENCE');
  if (date < rulebook.effectiveFrom)
    return refused('EDIT_BEFORE_RULEBOOK', { date, begin: rulebook.effectiveFrom });
  return {
    id,
    category,
    title,
    statement,
    count,
    effects,
    citation: { source: rulebook.sources[0]?.id ?? '', section: reference.trim() },
    subject: rulebook.subject,
    from: date,
    fromReference: reference.trim(),
  };
}

/** After the clauses of its category; a catch-all stays the last. */
function inserted(rulebook: Rulebook, clause: Clause): Rulebook {
  const { clauses } = rulebook;
  const last = clauses.findLastIndex(({ category }) => category === clause.category);
  let at = last < 0 ? clauses.length : last + 1;
  while (at > 0 && clauses[at - 1]?.catchAll !== undefined) at -= 1;
  return { ...rulebook, clauses: [...clauses.slice(0, at), clause, ...clauses.slice(at)] };
}

const NUMBERED = /^(.*?)(\d+)$/;

/**
 * The next id in the style of the category's last numbered clause: GM-20 after GM-19, CP-A6 after CP-A5. A category
 * without clauses goes on with the book's last.
 */
export function freeClauseId(rulebook: Rulebook, category: string): string {
  const { clauses } = rulebook;
  const taken = new Set(clauses.map(({ id }) => id.toUpperCase()));
  const own = clauses.filter((clause) => clause.category === category);
  const model = [...own]
    .reverse()
    .concat([...clauses].reverse())
    .find(({ id }) => NUMBERED.test(id));
  const [, prefix = `${rulebook.id}-`, digits = '00'] = NUMBERED.exec(model?.id ?? '') ?? [];
  const numbers = clauses.flatMap(({ id }) => {
    const [, same, number] = NUMBERED.exec(id) ?? [];
    return same === prefix ? [Number(number)] : [];
  });
  for (let number = Math.max(0, ...numbers) + 1; ; number += 1) {
    const id = `${prefix}${String(number).padStart(digits.length, '0')}`;
    if (!taken.has(id.toUpperCase())) return id;
  }
}
