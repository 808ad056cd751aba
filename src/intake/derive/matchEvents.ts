import type { AttendanceEvent, AttendanceKind } from '../../facts/attendance';
import { applyApprovals } from '../attendance/applyApprovals';
import { compareDecimals, formatDecimal } from '../../facts/decimal';
import type { Rulebook } from '../../rulebook/rulebook';
import type { RecordContext, RecordOutput } from '../records/context';
import { resolvePerson } from '../records/subject';
import type { PersonRef, SheetEvent, SheetFacts } from '../types';

const ARRIVAL: ReadonlySet<AttendanceKind> = new Set(['late', 'severe_late', 'absent_late']);

const cell = (event: SheetEvent) => ({
  sheet: event.source.sheet,
  address: `${event.source.column ?? 'A'}${event.source.row}`,
});

/** The kinds of events that some clause of the rulebook charges. */
export function chargedKinds(rulebook: Rulebook): ReadonlySet<AttendanceKind> {
  const kinds = new Set<AttendanceKind>();
  for (const clause of rulebook.clauses) {
    for (const rule of clause.derive ?? []) {
      if (rule.from !== 'metric') rule.kinds.forEach((kind) => kinds.add(kind));
    }
  }
  return kinds;
}

/**
 * Attendance events with their people found, copies on other sheets and granted absences taken out. Yields between
 * slices.
 */
export function* matchEvents(
  facts: readonly SheetFacts[],
  context: RecordContext,
  into: RecordOutput,
): Generator<void, AttendanceEvent[]> {
  const charged = chargedKinds(context.rulebook);
  const seen = new Map<string, AttendanceEvent[]>();
  // Copies of an event stand on other sheets.
  const several = facts.filter((sheet) => sheet.events.length > 0).length > 1;
  const reported = new Set<string>();
  const events: AttendanceEvent[] = [];
  const keyOf = (who: PersonRef): string | undefined => {
    const found = resolvePerson(context.subjects, who);
    return found.kind === 'subject' ? found.key : undefined;
  };
  const applied = applyApprovals(
    facts.flatMap((sheet) => sheet.events),
    facts.flatMap((sheet) => sheet.approvals),
    keyOf,
  );
  for (const { who, ...row } of applied.dropped) into.dropped.push({ ...row, ...subjectOf(who, keyOf) });
  for (const { who, ...row } of applied.setAside) {
    const subjects = Object.values(subjectOf(who, keyOf));
    if (charged.has(row.params?.kind as AttendanceKind)) into.setAside.push({ ...row, subjects });
    else
      into.dropped.push({
        ...source(row),
        code: row.code,
        ...(row.params === undefined ? {} : { params: row.params }),
      });
  }
  let count = 0;
  for (const sheetEvent of applied.events) {
    count += 1;
    if (count % 1000 === 0) yield;
    const found = resolvePerson(context.subjects, sheetEvent.who);
    if (found.kind === 'unresolved') {
      unknownPerson(sheetEvent, found, charged.has(sheetEvent.kind), into, reported);
      continue;
    }
    const event = eventOf(sheetEvent, found.key);
    if (several) {
      const key = `${event.person}\u0000${event.day}`;
      const known = seen.get(key);
      const copy = known?.find(
        (other) => other.source.sheet !== event.source.sheet && sameEvent(other, event),
      );
      if (copy !== undefined) {
        const { sheet, row } = copy.source;
        overlap(sheetEvent, copy, into, reported);
        into.dropped.push({
          ...event.source,
          code: 'DUPLICATE_EVENT',
          params: { sheet, row },
          subject: found.key,
          date: event.day,
        });
        continue;
      }
      if (known === undefined) seen.set(key, [event]);
      else known.push(event);
    }
    events.push(event);
  }
  return events;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The event of a sheet as one of a person. */
function eventOf(from: SheetEvent, person: string): AttendanceEvent {
  const event: Mutable<AttendanceEvent> = { person, day: from.day, kind: from.kind, source: from.source };
  if (from.minutes !== undefined) event.minutes = from.minutes;
  if (from.days !== undefined) event.days = from.days;
  if (from.slot !== undefined) event.slot = from.slot;
  if (from.shift !== undefined) event.shift = from.shift;
  if (from.leaveType !== undefined) event.leaveType = from.leaveType;
  if (from.excused !== undefined) event.excused = from.excused;
  return event;
}

const source = ({ sheet, row, column }: { sheet: string; row: number; column?: string }) => ({
  sheet,
  row,
  ...(column === undefined ? {} : { column }),
});

function subjectOf(
  who: PersonRef | undefined,
  keyOf: (who: PersonRef) => string | undefined,
): { subject?: string } {
  const key = who === undefined ? undefined : keyOf(who);
  return key === undefined ? {} : { subject: key };
}

function unknownPerson(
  event: SheetEvent,
  found: {
    readonly code: string;
    readonly name: string;
    readonly suggestions: readonly string[];
    readonly candidates: readonly string[];
  },
  matters: boolean,
  into: RecordOutput,
  reported: Set<string>,
): void {
  const params = { name: found.name, suggestions: found.suggestions.join('、') };
  const once = `${event.source.sheet}\u0000${found.code}\u0000${found.name}`;
  if (!reported.has(once)) into.finding(matters ? 'warning' : 'info', found.code, cell(event), params);
  reported.add(once);
  if (matters) {
    const suggestions = found.suggestions.map((id) => ({ id, score: 0.5 }));
    into.setAside.push({
      ...event.source,
      code: found.code,
      params,
      subjects: found.candidates,
      dates: [event.day],
      suggestions,
    });
  } else into.dropped.push({ ...event.source, code: found.code, params, date: event.day });
}

function sameEvent(a: AttendanceEvent, b: AttendanceEvent): boolean {
  const kinds = a.kind === b.kind || (ARRIVAL.has(a.kind) && ARRIVAL.has(b.kind));
  return kinds && (a.slot === undefined || b.slot === undefined || a.slot === b.slot);
}

/** Two sheets about the same days: said once for every pair of sheets, and wherever they disagree. */
function overlap(event: SheetEvent, copy: AttendanceEvent, into: RecordOutput, reported: Set<string>): void {
  const pair = `${copy.source.sheet}\u0000${event.source.sheet}`;
  if (!reported.has(pair))
    into.finding('info', 'OVERLAPPING_SOURCES', cell(event), { sheet: copy.source.sheet });
  reported.add(pair);
  const [a, b] = [copy.minutes, event.minutes];
  const differs =
    copy.kind !== event.kind || (a !== undefined && b !== undefined && compareDecimals(a, b) !== 0);
  if (!differs) return;
  into.finding('warning', 'CONFLICTING_VALUES', cell(event), {
    sheet: copy.source.sheet,
    row: copy.source.row,
    kept: `${copy.kind} ${a === undefined ? '' : formatDecimal(a)}`.trim(),
    other: `${event.kind} ${b === undefined ? '' : formatDecimal(b)}`.trim(),
  });
}
