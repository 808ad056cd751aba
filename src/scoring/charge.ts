import type { Incident } from '../facts/incident';
import type { Problem } from '../facts/problem';
import { NO_CONSEQUENCES, type Consequences, type Entry } from './entry';
import type { Examined } from './examine';
import type { Refusal, RefusalCode } from './refusal';

/** A record of one subject's month on its way to an entry. */
export interface Charge {
  readonly examined: Examined;
  charged: boolean;
  consequences: Consequences;
  readonly reasons: Entry['reasons'][number][];
}

/** Takes a charge back, keeping why. */
export function uncharge(charge: Charge, reason: Entry['reasons'][number]): void {
  charge.charged = false;
  charge.consequences = NO_CONSEQUENCES;
  charge.reasons.push(reason);
}

export function refusalOf(incident: Incident, index: number, problem: Problem): Refusal {
  return {
    ...problem,
    code: problem.code as RefusalCode,
    subject: incident.subject,
    clause: incident.clause,
    date: incident.date,
    source: incident.source,
    record: index,
  };
}

/** Weight of consequences for "the heavier of two": points, then money, then pay. */
export function compareWeight(a: Consequences, b: Consequences): number {
  return (
    a.deducted - b.deducted || a.fine - b.fine || a.pct - b.pct || a.discipline.length - b.discipline.length
  );
}

export function sumConsequences(list: readonly Consequences[]): Consequences {
  return list.reduce<Consequences>(
    (sum, next) => ({
      deducted: sum.deducted + next.deducted,
      added: sum.added + next.added,
      bonus: sum.bonus + next.bonus,
      fine: sum.fine + next.fine,
      pct: sum.pct + next.pct,
      discipline: [...sum.discipline, ...next.discipline],
      liability: [...sum.liability, ...next.liability],
      obligations: [...sum.obligations, ...next.obligations],
      privileges: [...sum.privileges, ...next.privileges],
    }),
    NO_CONSEQUENCES,
  );
}
