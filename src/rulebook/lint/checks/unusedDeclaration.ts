import { isAmount } from '../../effects';
import { countingKindOf } from '../../counting';
import { isByReading } from '../../primitives';
import { effectsOf } from '../amounts';
import type { LintCheck } from '../finding';

/** Things declared that nothing uses: they look like rules and change nothing. */
export const unusedDeclaration: LintCheck = {
  check: 'UNUSED',
  severity: 'warning',
  *look({ rulebook, states }) {
    const clauses = states.map(({ clause }) => clause);
    const wanted = new Set<string>(
      clauses.flatMap((clause) => [
        ...(countingKindOf(clause.count).params?.(clause.count) ?? []),
        ...(effectsOf(clause).some((effect) => isAmount(effect) && effect.kind === 'unset')
          ? [clause.id]
          : []),
      ]),
    );
    if (rulebook.tiers !== undefined)
      [rulebook.tiers.high, rulebook.tiers.low].forEach(({ param }) => wanted.add(param));
    const lists: readonly [string, readonly { readonly id: string }[], (id: string) => boolean][] = [
      ['param', rulebook.params, (id) => wanted.has(id)],
      ['category', rulebook.categories, (id) => clauses.some(({ category }) => category === id)],
      ['source', rulebook.sources, (id) => clauses.some(({ citation }) => citation.source === id)],
      [
        'group',
        rulebook.overlapGroups ?? [],
        (id) => new Set(clauses.filter((c) => c.overlapGroup === id).map((c) => c.id)).size > 1,
      ],
      ['reading', rulebook.readings, (id) => decides(rulebook, id)],
    ];
    for (const [kind, items, isUsed] of lists) {
      for (const { id } of items) if (!isUsed(id)) yield { params: { kind, id } };
    }
  },
};

/** Whether the options of a reading differ anywhere in what they bring. */
function decides(value: unknown, reading: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isByReading(value) && value.reading === reading) {
    return new Set(Object.values(value.cases).map((option) => JSON.stringify(option))).size > 1;
  }
  return Object.values(value).some((item) => decides(item, reading));
}
