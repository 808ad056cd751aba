import type { Day } from './date';

/** A person's place on the team for a span of days. */
export interface RosterSpan {
  readonly from?: Day;
  /** Last day, inclusive. */
  readonly to?: Day;
  readonly team?: string;
  readonly department?: string;
  readonly role?: string;
  /** Key of the department head. */
  readonly head?: string;
}

/** Someone on the roster: joined, transferred and left are the edges of `spans`. */
export interface Person {
  /** Unique within the workbook: the name, or name and id where two people share a name. */
  readonly key: string;
  readonly name: string;
  readonly id?: string;
  readonly spans: readonly RosterSpan[];
}

/** The span in force on a day, or undefined when the person was not on the team. */
export function spanOn(person: Person, day: Day): RosterSpan | undefined {
  return person.spans.find(
    (span) => (span.from === undefined || span.from <= day) && (span.to === undefined || day <= span.to),
  );
}

/** Whether the person was on the team on any day of `from..to`. A person without spans always was. */
export function activeWithin(person: Person, from: Day, to: Day): boolean {
  if (person.spans.length === 0) return true;
  return person.spans.some(
    (span) => (span.from === undefined || span.from <= to) && (span.to === undefined || from <= span.to),
  );
}
