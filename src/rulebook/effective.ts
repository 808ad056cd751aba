import { checkedDay, type Day } from '../facts/date';
import type { Clause, Revision } from './clause';
import type { Rulebook } from './rulebook';

/** A clause as it stands on a day: revisions applied, or undefined when it is not in force. */
export function clauseOn(clause: Clause, day: Day): Clause | undefined {
  if (clause.from !== undefined && day < checkedDay(clause.from)) return undefined;
  if (clause.to !== undefined && day > checkedDay(clause.to)) return undefined;
  return revisedOn(clause, day);
}

/** The revisions of a clause up to a day applied, whether it is in force then or not. */
export function revisedOn(clause: Clause, day: Day): Clause {
  let current = clause;
  for (const revision of clause.revisions ?? []) {
    if (day < checkedDay(revision.from)) break;
    current = revise(current, revision);
  }
  return current;
}

/** The revision of a clause that holds on a day, and the next one after it; absent where there is none. */
export function revisionsAround(
  clause: Clause,
  day: Day,
): { readonly held: Revision | undefined; readonly next: Revision | undefined } {
  const revisions = clause.revisions ?? [];
  const next = revisions.findIndex((revision) => day < checkedDay(revision.from));
  const passed = next < 0 ? revisions.length : next;
  return { held: revisions[passed - 1], next: revisions[passed] };
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
  const from = checkedDay(rulebook.effectiveFrom);
  const to = rulebook.effectiveTo === undefined ? Infinity : checkedDay(rulebook.effectiveTo);
  return from <= day && day <= to;
}

/** Days on which some clause begins, changes or has ended; the rules are constant between them. */
export function ruleChanges(rulebook: Rulebook): readonly Day[] {
  const days = new Set<Day>();
  const note = (text: string | undefined, shift = 0): void => {
    if (text !== undefined) days.add(checkedDay(text) + shift);
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
