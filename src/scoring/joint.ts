import { parseDecimal, POINT_SCALE, scaleByUnits } from '../facts/decimal';
import type { MonthKey } from '../facts/date';
import type { Problem } from '../facts/problem';
import { ONE } from '../rulebook/counting/kind';
import { applicableEffects, consequencesOf } from './consequences';
import { NO_CONSEQUENCES, type Entry } from './entry';
import { refusalOf } from './charge';
import { byDateAndPlace, type IndexedIncident } from './month';
import type { Refusal } from './refusal';
import type { Ruleset } from './ruleset';
import { revisionReasons } from './versionReasons';

export interface JointResult {
  readonly entries: readonly Entry[];
  readonly refusals: readonly Refusal[];
}

const caseKey = (head: string, clause: string, eventId: string): string => `${head}\n${clause}\n${eventId}`;

/**
 * The department heads' shares in the charged records of others, one per case and clause (a record of the
 * head's own for the same case counts as that share): at least the
 * stated minimum for each 抱怨, and a sanction of their own for a 投诉 where the reading asks for one.
 */
export function jointEntries(
  charged: readonly Entry[],
  incidents: ReadonlyMap<number, IndexedIncident>,
  month: MonthKey,
  ruleset: Ruleset,
): JointResult {
  const entries: Entry[] = [];
  const refusals: Refusal[] = [];
  const cases = new Set<string>();
  for (const entry of charged) {
    const eventId = entry.record === undefined ? undefined : incidents.get(entry.record)?.incident.eventId;
    if (entry.charged && eventId !== undefined) cases.add(caseKey(entry.subject, entry.clause, eventId));
  }
  for (const { entry, found } of inOrder(charged, incidents)) {
    const { incident } = found;
    const { head } = incident;
    if (head === undefined || head === '' || head === incident.subject) continue;
    const ruleDay = ruleset.ruleDay(incident.date, month);
    const clauses = ruleset.clausesOn(ruleDay);
    for (const joint of clauses.get(entry.clause)?.clause.jointLiability ?? []) {
      if (!joint.applies.every((setting) => ruleset.resolve(setting))) continue;
      const rule = clauses.get(joint.clause);
      if (rule === undefined) continue;
      const sanctioned =
        incident.kind === '投诉' &&
        joint.sanction !== undefined &&
        ruleset.resolve(joint.sanction) === 'chosen';
      if (incident.kind !== joint.kind && !sanctioned) continue;
      const key = incident.eventId === undefined ? undefined : caseKey(head, joint.clause, incident.eventId);
      if (key !== undefined && cases.has(key)) continue;
      if (key !== undefined) cases.add(key);

      const shared = {
        subject: head,
        date: entry.date,
        clause: joint.clause,
        category: rule.clause.category,
        origin: 'joint' as const,
        charged: true,
        units: key === undefined ? entry.units : ONE,
        reasons: [
          { code: 'JOINT_LIABILITY', params: { subject: incident.subject, clause: entry.clause } },
          ...revisionReasons({ rule, ruleDay, incident }, ruleset),
        ],
        source: entry.source,
        record: found.index,
      };
      if (!sanctioned) {
        const minimum = parseDecimal(joint.min) ?? ONE;
        entries.push({
          ...NO_CONSEQUENCES,
          deducted: scaleByUnits(scaleByUnits(POINT_SCALE, minimum), shared.units),
          ...shared,
        });
        continue;
      }
      const refuse = (problem: Problem): void => {
        refusals.push(refusalOf({ ...incident, subject: head, clause: joint.clause }, found.index, problem));
      };
      if (incident.level === undefined) {
        refuse({ code: 'LEVEL_REQUIRED', params: { clause: joint.clause } });
        continue;
      }
      const effects = applicableEffects(
        rule.clause.effects.filter((effect) => effect.type === 'discipline'),
        { clause: rule.clause, flags: [], kind: incident.kind, level: incident.level },
        ruleset,
      );
      const outcome = consequencesOf(
        effects,
        ONE,
        rule.clause,
        { discipline: incident.headDiscipline },
        ruleset,
        ruleDay,
        undefined,
      );
      if (outcome.ok) entries.push({ ...outcome.consequences, ...shared });
      else refuse(outcome.problem);
    }
  }
  return { entries, refusals };
}

/** Charged record entries with their records, in the same order whatever order the subjects come in. */
function inOrder(charged: readonly Entry[], incidents: ReadonlyMap<number, IndexedIncident>) {
  return charged
    .flatMap((entry) => {
      const found = entry.record === undefined ? undefined : incidents.get(entry.record);
      return found === undefined || !entry.charged || entry.origin !== 'record' ? [] : [{ entry, found }];
    })
    .sort((a, b) => byDateAndPlace(a.found, b.found));
}
