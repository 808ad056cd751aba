import { compareWeight, sumConsequences, uncharge, type Charge } from './charge';
import type { Ruleset } from './ruleset';

/**
 * One real event under several clauses of an overlap group: the heaviest clause stays (or the one that the
 * group names as the specific rule), the others are checked and not charged. A catch-all clause gives way to
 * any other clause of the event.
 */
export function applyOverlaps(charges: readonly Charge[], ruleset: Ruleset): void {
  const byEvent = new Map<string, Charge[]>();
  for (const charge of charges) {
    const { eventId } = charge.examined.incident;
    if (eventId === undefined || !charge.charged) continue;
    const list = byEvent.get(eventId);
    if (list === undefined) byEvent.set(eventId, [charge]);
    else list.push(charge);
  }
  for (const event of byEvent.values()) {
    if (event.length < 2) continue;
    giveWay(event, ruleset);
    for (const group of ruleset.rulebook.overlapGroups ?? []) {
      settleGroup(
        event.filter((charge) => charge.charged && charge.examined.rule.clause.overlapGroup === group.id),
        ruleset.resolve(group.keep),
        group.specific,
      );
    }
  }
}

function giveWay(event: readonly Charge[], ruleset: Ruleset): void {
  const isCatchAll = (charge: Charge): boolean => {
    const { catchAll } = charge.examined.rule.clause;
    return catchAll !== undefined && ruleset.resolve(catchAll);
  };
  const other = event.find((charge) => !isCatchAll(charge));
  if (other === undefined) return;
  for (const charge of event.filter(isCatchAll)) {
    uncharge(charge, { code: 'CATCH_ALL_GIVES_WAY', params: { clause: other.examined.rule.clause.id } });
  }
}

function settleGroup(
  charges: readonly Charge[],
  keep: 'highest' | 'specific' | 'cumulative',
  specific: string | undefined,
): void {
  if (keep === 'cumulative') return;
  const byClause = new Map<string, Charge[]>();
  for (const charge of charges) {
    const { id } = charge.examined.rule.clause;
    byClause.set(id, [...(byClause.get(id) ?? []), charge]);
  }
  if (byClause.size < 2) return;
  const kept =
    keep === 'specific' && specific !== undefined && byClause.has(specific) ? specific : heaviest(byClause);
  for (const [id, list] of byClause) {
    if (id === kept) continue;
    for (const charge of list) uncharge(charge, { code: 'OVERLAP', params: { clause: kept } });
  }
}

function heaviest(byClause: ReadonlyMap<string, readonly Charge[]>): string {
  const ranked = [...byClause].sort(
    ([, a], [, b]) =>
      compareWeight(
        sumConsequences(b.map((charge) => charge.consequences)),
        sumConsequences(a.map((charge) => charge.consequences)),
      ) || a[0]!.examined.rule.order - b[0]!.examined.rule.order,
  );
  return ranked[0]![0];
}
