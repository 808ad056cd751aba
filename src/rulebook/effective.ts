import { parseDay, type Day } from '../facts/date';
import type { Clause, Revision } from './clause';
import type { Rulebook } from './rulebook';

/** A clause as it stands on a day: revisions applied, or undefined when it is not in force. */
export function clauseOn(clause: Clause, day: Day): Clause | undefined {
  if (clause.from !== undefined && day < (parseDay(clause.from) ?? 0)) return undefined;
  if (clause.to !== undefined && day > (parseDay(clause.to) ?? 0)) return undefined;
  let current = clause;
  for (const revision of clause.revisions ?? []) {
    if (day < (parseDay(revision.from) ?? 0)) break;
    current = revise(current, revision);
  }
  return current;
}

function revise(clause: Clause, revision: Revision): Clause {
  const { from: _from, reference: _reference, ...changes } = revision;
  const next: Record<string, unknown> = { ...clause };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete next[key];
    else if (value !== undefined) next[key] = value;
  }
  return next as Clause;
}

/** Whether a rulebook is in force on a day. */
export function isInForce(rulebook: Rulebook, day: Day): boolean {
  const from = parseDay(rulebook.effectiveFrom) ?? 0;
  const to = rulebook.effectiveTo === undefined ? Infinity : (parseDay(rulebook.effectiveTo) ?? 0);
  return from <= day && day <= to;
}

/** Days on which some clause begins, changes or has ended; the rules are constant between them. */
export function ruleChanges(rulebook: Rulebook): readonly Day[] {
  const days = new Set<Day>();
  const note = (text: string | undefined, shift = 0): void => {
    const day = text === undefined ? undefined : parseDay(text);
    if (day !== undefined) days.add(day + shift);
  };
  note(rulebook.effectiveFrom);
  note(rulebook.effectiveTo, 1);
  for (const clause of rulebook.clauses) {
    note(clause.from);
    note(clause.to, 1);
    clause.revisions?.forEach((revision) => {
      note(revision.from);
    });
  }
  return [...days].sort((a, b) => a - b);
}
