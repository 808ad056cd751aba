import type { AttendanceEvent } from '../../facts/attendance';
import type { Day } from '../../facts/date';
import type { PersonRef, SheetFacts } from '../types';

const AWAY = new Set(['leave', 'business_trip', 'outing']);

/** Tells whether some sheet of the workbook explains why a person did not punch on a day: granted leave, a trip, an absence. */
export function awayDays(
  facts: readonly SheetFacts[],
  events: readonly AttendanceEvent[],
  keyOf: (who: PersonRef | undefined) => string | undefined,
): (person: string, day: Day) => boolean {
  let known: ReadonlySet<string> | undefined;
  return (person, day) => {
    known ??= gathered(facts, events, keyOf);
    return known.has(`${person}|${day}`);
  };
}

function gathered(
  facts: readonly SheetFacts[],
  events: readonly AttendanceEvent[],
  keyOf: (who: PersonRef | undefined) => string | undefined,
): ReadonlySet<string> {
  const away = new Set<string>();
  for (const { person, day, kind } of events)
    if (kind === 'leave' || kind === 'absent') away.add(`${person}|${day}`);
  for (const { approvals } of facts) {
    for (const approval of approvals) {
      const key = approval.granted && AWAY.has(approval.kind) ? keyOf(approval.who) : undefined;
      if (key === undefined) continue;
      for (let day = approval.from.day; day <= approval.to.day && day - approval.from.day <= 366; day += 1)
        away.add(`${key}|${day}`);
    }
  }
  return away;
}
