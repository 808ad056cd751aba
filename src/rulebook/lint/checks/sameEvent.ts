import type { Clause } from '../../clause';
import type { LintCheck } from '../finding';
import { coexistingPairs, isRecorded } from '../states';
import { behaviourIn, likeness, plainWords } from '../words';

/** From here on two wordings tell one event. */
const ALIKE = 0.62;
const SHORTEST = 4;

function wordings({ title, statement, triggers = [] }: Clause): string[] {
  const texts = [title.zh, behaviourIn(statement.zh), ...triggers.map(({ text }) => text.zh)];
  return texts.filter((words) => plainWords(words).length >= SHORTEST);
}

/** Whether the clauses are told apart by other means than their wording. */
function toldApart(a: Clause, b: Clause): boolean {
  if (a.overlapGroup !== undefined && a.overlapGroup === b.overlapGroup) return true;
  if (a.catchAll !== undefined || b.catchAll !== undefined || a.subject !== b.subject) return true;
  return 'measure' in a.count && 'measure' in b.count;
}

/** One event that two clauses describe, without a rule which of them counts. */
export const sameEvent: LintCheck = {
  check: 'SAME_EVENT',
  severity: 'warning',
  *look({ states }) {
    const recorded = states.filter(({ clause }) => isRecorded(clause));
    for (const [{ clause: a }, { clause: b }] of coexistingPairs(recorded)) {
      if (toldApart(a, b)) continue;
      const ours = wordings(a);
      const alike = wordings(b).some((words) => ours.some((own) => likeness(own, words) >= ALIKE));
      if (alike) yield { clause: b.id, params: { other: a.id } };
    }
  },
};
