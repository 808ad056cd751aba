import type { AttendanceEvent, AttendanceKind } from '../../facts/attendance';
import type { Day } from '../../facts/date';
import { decimalOf } from '../../facts/decimal';
import type { Incident } from '../../facts/incident';
import type { Clause, Derive } from '../../rulebook/clause';
import { shiftLetter } from '../matching/elements';
import type { RecordContext, RecordOutput } from '../records/context';
import type { DraftedIncident, DraftedIncidents } from '../records/duplicates';
import { resolveSubject, teamOf } from '../records/subject';

type FromAttendance = Extract<Derive, { from: 'attendance' }>;
type FromCount = Extract<Derive, { from: 'attendance-count' }>;

/** How a log names what attendance sheets record. */
const WORDS: Readonly<Partial<Record<AttendanceKind, RegExp>>> = {
  late: /迟到/,
  severe_late: /迟到/,
  absent_late: /迟到|旷工/,
  early_leave: /早退/,
  missing_punch: /打卡|缺卡|漏卡|签卡/,
  absent: /旷工|未到岗|没来上班|无故缺勤|脱岗/,
  off_post: /脱岗|离岗|空岗/,
};

/** Events between two pauses. */
const SLICE = 2000;

/**
 * Turns attendance events into records of the clauses that say so, except where the log has the event already. Yields
 * between slices.
 */
export function* deriveFromEvents(
  events: readonly AttendanceEvent[],
  logged: DraftedIncidents,
  context: RecordContext,
  into: RecordOutput,
): Generator<void, Incident[]> {
  let count = 0;
  const derived: Incident[] = [];
  const log = events.length === 0 ? new Map<string, DraftedIncident[]>() : yield* indexOfLog(logged);
  for (const clause of context.rulebook.clauses) {
    for (const rule of clause.derive ?? []) {
      if (rule.from === 'attendance') {
        for (const event of events) {
          count += 1;
          if (count % SLICE === 0) yield;
          const incident = rule.kinds.includes(event.kind)
            ? fromEvent(clause, rule, event, context, into)
            : undefined;
          if (incident !== undefined && !alreadyLogged(clause, event, incident, log, into))
            derived.push(incident);
        }
      } else if (rule.from === 'attendance-count')
        derived.push(...countPersons(clause, rule, events, context));
    }
  }
  return derived;
}

const logKey = (subject: string, day: Day, clause: string): string => `${subject}\u0000${day}\u0000${clause}`;

function* indexOfLog(logged: DraftedIncidents): Generator<void, Map<string, DraftedIncident[]>> {
  const index = new Map<string, DraftedIncident[]>();
  for (let i = 0; i < logged.length; i += 1) {
    if (i % SLICE === SLICE - 1) yield;
    const each = logged.at(i);
    const key = logKey(each.incident.subject, each.incident.date, each.incident.clause);
    const list = index.get(key);
    if (list === undefined) index.set(key, [each]);
    else list.push(each);
  }
  return index;
}

function fromEvent(
  clause: Clause,
  rule: FromAttendance,
  event: AttendanceEvent,
  context: RecordContext,
  into: RecordOutput,
): Incident | undefined {
  const source = event.source;
  if (event.excused === true && clause.excusable !== true) {
    into.dropped.push({
      ...source,
      code: 'EXCUSED',
      params: { clause: clause.id },
      subject: event.person,
      date: event.day,
    });
    return undefined;
  }
  if (rule.shifts !== undefined) {
    const letter = shiftLetter(event.shift);
    const params = { clause: clause.id, shift: event.shift ?? '' };
    if (letter === undefined) {
      into.setAside.push({
        ...source,
        code: 'SHIFT_UNKNOWN',
        params,
        subjects: [event.person],
        dates: [event.day],
      });
      return undefined;
    }
    if (!rule.shifts.some((name) => shiftLetter(name) === letter)) {
      into.dropped.push({
        ...source,
        code: 'SHIFT_NOT_COVERED',
        params,
        subject: event.person,
        date: event.day,
      });
      return undefined;
    }
  }
  const who = { name: event.person };
  const subject =
    context.subjects.kind === 'agent'
      ? event.person
      : (teamOf(context.subjects, context.subjects.byKey.get(event.person), event.day) ??
        keyOf(resolveSubject(context.subjects, { who, team: '', department: '', day: event.day })));
  if (subject === undefined) {
    into.setAside.push({
      ...source,
      code: 'TEAM_OF_PERSON_UNKNOWN',
      params: { name: event.person },
      subjects: [],
      dates: [event.day],
    });
    return undefined;
  }
  return {
    date: event.day,
    subject,
    clause: clause.id,
    ...(rule.trigger === undefined ? {} : { trigger: rule.trigger }),
    ...(rule.value === 'minutes' && event.minutes !== undefined ? { value: event.minutes } : {}),
    ...(event.excused === true ? { flags: ['excused'] } : {}),
    ...(event.shift === undefined ? {} : { shift: event.shift }),
    // bands of one event are one case: the overlap rule decides which of them stays
    ...(clause.overlapGroup === undefined
      ? {}
      : { eventId: `${source.sheet}!${source.column ?? ''}${source.row}` }),
    source,
  };
}

const keyOf = (found: ReturnType<typeof resolveSubject>): string | undefined =>
  found.kind === 'subject' ? found.key : undefined;

/** The log's record of the same person, day and clause stands; the attendance sheet's copy is dropped. */
function alreadyLogged(
  clause: Clause,
  event: AttendanceEvent,
  incident: Incident,
  log: ReadonlyMap<string, readonly DraftedIncident[]>,
  into: RecordOutput,
): boolean {
  const words = WORDS[event.kind];
  const twin = log
    .get(logKey(incident.subject, incident.date, clause.id))
    ?.find(({ draft, incident: other }) => {
      if (incident.trigger !== undefined && other.trigger === incident.trigger) return true;
      const text = [...draft.words.texts, ...draft.words.categories].join(' ');
      return clause.triggers === undefined || text === '' || words === undefined || words.test(text);
    });
  if (twin === undefined) return false;
  const { row } = twin.draft;
  const { sheet } = twin.draft.words;
  into.finding(
    'warning',
    'EVENT_LOGGED_TWICE',
    { sheet: event.source.sheet, address: `${event.source.column ?? 'A'}${event.source.row}` },
    { sheet, row, clause: clause.id },
  );
  into.dropped.push({
    ...event.source,
    code: 'DUPLICATE_EVENT',
    params: { sheet, row },
    subject: incident.subject,
    date: incident.date,
  });
  return true;
}

/** One record a team and day with the number of people; nobody is counted twice. */
function countPersons(
  clause: Clause,
  rule: FromCount,
  events: readonly AttendanceEvent[],
  context: RecordContext,
): Incident[] {
  const days = new Map<string, { team: string; day: Day; people: Set<string>; first: AttendanceEvent }>();
  for (const event of events) {
    if (!rule.kinds.includes(event.kind) || event.excused === true) continue;
    const person = context.subjects.byKey.get(event.person);
    const team =
      teamOf(context.subjects, person, event.day) ??
      (context.subjects.teams.names.length === 1 ? context.subjects.teams.names[0] : undefined);
    if (team === undefined) continue;
    const key = `${team}\u0000${event.day}`;
    const known = days.get(key);
    if (known === undefined)
      days.set(key, { team, day: event.day, people: new Set([event.person]), first: event });
    else known.people.add(event.person);
  }
  return [...days.values()].map(({ team, day, people, first }) => ({
    date: day,
    subject: team,
    clause: clause.id,
    value: decimalOf(people.size),
    source: { sheet: first.source.sheet, row: first.source.row },
  }));
}
