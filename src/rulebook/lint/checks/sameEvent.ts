import type { Clause } from '../../clause';
import { amountsOf } from '../amounts';
import { bandFamilies } from '../bands';
import type { LintCheck } from '../finding';
import { coexistingPairs, isRecorded } from '../states';
import { behaviourIn, formulas, likeness, plainWords, wordingOf, type Wording } from '../words';

/** From here on two wordings tell one event. */
const ALIKE = 0.62;
const SHORTEST = 4;
/** A listed behaviour may be a few words that only mean something within its clause (记录不完整). */
const SHORTEST_TRIGGER = 6;

function wordings({ title, statement, triggers = [] }: Clause, known: ReadonlySet<string>): Wording[] {
  const own = [title.zh, behaviourIn(statement.zh, known)];
  const listed = triggers.map(({ text }) => text.zh);
  const longer = (least: number) => (words: string) => plainWords(words).length >= least;
  return [...own.filter(longer(SHORTEST)), ...listed.filter(longer(SHORTEST_TRIGGER))].map(wordingOf);
}

/** Whether one gives what the other takes. */
function opposed(a: Clause, b: Clause): boolean {
  const theirs = amountsOf(b.effects);
  const amounts = amountsOf(a.effects).flatMap(({ dir }) => theirs.map((other) => dir !== other.dir));
  return amounts.length > 0 && amounts.every(Boolean);
}

/** Whether the clauses are told apart by other means than their wording. */
function toldApart(a: Clause, b: Clause): boolean {
  if (a.overlapGroup !== undefined && a.overlapGroup === b.overlapGroup) return true;
  if (a.catchAll !== undefined || b.catchAll !== undefined || a.subject !== b.subject) return true;
  if (opposed(a, b)) return true;
  return 'measure' in a.count && 'measure' in b.count;
}

/** One event that two clauses describe, without a rule which of them counts. */
export const sameEvent: LintCheck = {
  check: 'SAME_EVENT',
  severity: 'warning',
  *look(context) {
    const { states, rulebook } = context;
    const recorded = states.filter(({ clause }) => isRecorded(clause));
    const known = formulas(rulebook.clauses.map(({ statement }) => statement.zh));
    const families = bandFamilies(context).map((bands) => new Set(bands.map(({ state }) => state.clause.id)));
    const words = new Map(recorded.map(({ clause }) => [clause, wordings(clause, known)]));
    for (const [{ clause: a }, { clause: b }] of coexistingPairs(recorded)) {
      if (toldApart(a, b) || families.some((ids) => ids.has(a.id) && ids.has(b.id))) continue;
      const ours = words.get(a)!;
      const alike = words.get(b)!.some((other) => ours.some((own) => likeness(own, other) >= ALIKE));
      if (alike) yield { clause: b.id, params: { other: a.id } };
    }
  },
};
