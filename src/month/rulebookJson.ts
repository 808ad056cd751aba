import type { Clause } from '../rulebook/clause';
import { isAmount } from '../rulebook/effects';
import type { Rulebook } from '../rulebook/rulebook';

/** A rulebook's line in the list of rulebooks. */
export function rulebookSummary(rulebook: Rulebook) {
  return {
    id: rulebook.id,
    title: rulebook.title.zh,
    titleEn: rulebook.title.en,
    version: rulebook.version,
    subject: rulebook.subject,
    clauses: rulebook.clauses.length,
  };
}

/** A rulebook as other programs read it: every clause with its effects and the unit that amounts count by. */
export function rulebookDocument(rulebook: Rulebook) {
  const { clauses, ...rest } = rulebook;
  return {
    ...rest,
    title: rulebook.title.zh,
    titleEn: rulebook.title.en,
    clauses: clauses.map(clauseDocument),
  };
}

function clauseDocument(clause: Clause) {
  const { effects, statement, title, ...rest } = clause;
  return {
    ...rest,
    title: title.zh,
    titleEn: title.en,
    statement: statement.zh,
    statementEn: statement.en,
    effects: effects.map((effect) => (isAmount(effect) ? { ...effect, unit: clause.count.unit } : effect)),
  };
}
