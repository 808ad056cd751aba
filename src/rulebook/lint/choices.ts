import { amountsOf, boundsOf, effectsOf, isStated, shown } from './amounts';
import type { Found, LintContext } from './finding';
import { namesChooser } from './words';

/** Amounts of a kind that a person chooses, where neither the clause nor the rules about the whole say who. */
export function* openChoices({ rulebook, states }: LintContext, kind: 'min' | 'range'): Generator<Found> {
  const general = (rulebook.general ?? []).map(({ zh }) => zh);
  if (namesChooser(general)) return;
  for (const { clause } of states) {
    const open = amountsOf(effectsOf(clause))
      .filter(isStated)
      .find((effect) => effect.kind === kind);
    if (open === undefined) continue;
    const texts = [clause.statement, ...(clause.notes ?? [])].map(({ zh }) => zh);
    if (namesChooser(texts)) continue;
    const { low, high } = boundsOf(open);
    yield {
      clause: clause.id,
      params: { amount: high === undefined ? shown(low) : `${shown(low)}–${shown(high)}` },
    };
  }
}
