import type { AttendanceEvent, AttendanceKind } from '../../facts/attendance';
import { compareDecimals, formatDecimal } from '../../facts/decimal';
import type { RecordContext, RecordOutput } from '../records/context';
import { resolvePerson } from '../records/subject';
import type { Approval, SheetEvent, SheetFacts } from '../types';

const ARRIVAL: ReadonlySet<AttendanceKind> = new Set(['late', 'severe_late', 'absent_late']);
/** Events that a granted leave, trip or made-up punch explains away. */
const EXPLAINED: ReadonlySet<AttendanceKind> = new Set([
  'late',
  'severe_late',
  'absent_late',
  'early_leave',
  'missing_punch',
  'absent',
]);
const NOON = 43_200;

const cell = (event: SheetEvent) => ({
  sheet: event.source.sheet,
  address: `${event.source.column ?? 'A'}${event.source.row}`,
});

/** Attendance events with their people found, copies on other sheets and granted absences taken out. */
export function matchEvents(
  facts: readonly SheetFacts[],
  context: RecordContext,
  into: RecordOutput,
): AttendanceEvent[] {
  const charged = new Set<AttendanceKind>();
  for (const clause of context.rulebook.clauses) {
    for (const rule of clause.derive ?? [])
      if (rule.from !== 'metric') rule.kinds.forEach((kind) => charged.add(kind));
  }
  const approvals = approvalsByPerson(facts, context);
  const seen = new Map<string, { event: AttendanceEvent; sheet: string }[]>();
  const reported = new Set<string>();
  const events: AttendanceEvent[] = [];
  for (const sheetEvent of facts.flatMap((sheet) => sheet.events)) {
    const { who, ...rest } = sheetEvent;
    const found = resolvePerson(context.subjects, who);
    if (found.kind === 'unresolved') {
      unknownPerson(sheetEvent, found, charged.has(rest.kind), into, reported);
      continue;
    }
    const event: AttendanceEvent = { ...rest, person: found.key };
    const drop = (code: string, params: Readonly<Record<string, string | number>>) =>
      into.dropped.push({ ...event.source, code, params, subject: found.key, date: event.day });
    const key = `${event.person}\u0000${event.day}`;
    const known = seen.get(key) ?? [];
    const copy = known.find((other) => other.sheet !== event.source.sheet && sameEvent(other.event, event));
    if (copy !== undefined) {
      overlap(sheetEvent, copy, into, reported);
      drop('DUPLICATE_EVENT', { sheet: copy.sheet, row: copy.event.source.row });
      continue;
    }
    const approval = EXPLAINED.has(event.kind)
      ? approvals.get(event.person)?.find((each) => explains(each, event))
      : undefined;
    if (approval !== undefined) {
      drop('APPROVAL_GRANTED', { sheet: approval.source.sheet, row: approval.source.row });
      continue;
    }
    if (known.length === 0) seen.set(key, known);
    known.push({ event, sheet: event.source.sheet });
    events.push(event);
  }
  return events;
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
function overlap(
  event: SheetEvent,
  copy: { readonly event: AttendanceEvent; readonly sheet: string },
  into: RecordOutput,
  reported: Set<string>,
): void {
  const pair = `${copy.sheet}\u0000${event.source.sheet}`;
  if (!reported.has(pair)) into.finding('info', 'OVERLAPPING_SOURCES', cell(event), { sheet: copy.sheet });
  reported.add(pair);
  const [a, b] = [copy.event.minutes, event.minutes];
  const differs =
    copy.event.kind !== event.kind || (a !== undefined && b !== undefined && compareDecimals(a, b) !== 0);
  if (!differs) return;
  into.finding('warning', 'CONFLICTING_VALUES', cell(event), {
    sheet: copy.sheet,
    row: copy.event.source.row,
    kept: `${copy.event.kind} ${a === undefined ? '' : formatDecimal(a)}`.trim(),
    other: `${event.kind} ${b === undefined ? '' : formatDecimal(b)}`.trim(),
  });
}

function approvalsByPerson(facts: readonly SheetFacts[], context: RecordContext): Map<string, Approval[]> {
  const byPerson = new Map<string, Approval[]>();
  for (const approval of facts.flatMap((sheet) => sheet.approvals)) {
    if (!approval.granted) continue;
    const found = resolvePerson(context.subjects, approval.who);
    if (found.kind === 'unresolved') continue;
    const list = byPerson.get(found.key);
    if (list === undefined) byPerson.set(found.key, [approval]);
    else list.push(approval);
  }
  return byPerson;
}

/** Whether the approval covers the part of the day in which the event lies. */
function explains(approval: Approval, event: AttendanceEvent): boolean {
  const { from, to } = approval;
  if (event.day < from.day || event.day > to.day) return false;
  if (approval.kind === 'overtime' || approval.kind === 'other') return false;
  if (approval.kind === 'punch') {
    if (event.kind !== 'missing_punch') return false;
    const timed = from.day === to.day && from.second === to.second;
    return !timed || event.slot === undefined || from.second < NOON === (event.slot === '上班');
  }
  const morning = event.day > from.day || from.second <= NOON - 7200;
  const afternoon = event.day < to.day || to.second >= NOON + 14_400;
  if (event.kind === 'absent') return morning && afternoon;
  if (ARRIVAL.has(event.kind) || event.slot === '上班') return morning;
  return event.kind === 'early_leave' || event.slot === '下班' ? afternoon : morning && afternoon;
}
