import { firstDay, lastDay } from '../facts/date';
import type { AttendanceEvent } from '../facts/attendance';
import type { Incident } from '../facts/incident';
import { activeWithin, type Person } from '../facts/person';
import type { Grid } from '../workbook/grid';
import { deriveFromEvents } from './derive/attendance';
import { awayDays } from './derive/awayDays';
import { chargedKinds, matchEvents } from './derive/matchEvents';
import { deriveFromMetrics, matchMetrics } from './derive/metrics';
import { sheetHealth } from './health/sheetHealth';
import { buildMatcher } from './matching/matcher';
import { gatherKnown, type Known } from './people/known';
import { readSheetsInSteps } from './readSheet';
import { readAppeals } from './records/appeals';
import { confirmationKey, RecordOutput, type AppealOutcome, type RecordContext } from './records/context';
import { addressOf } from './records/draft';
import { DraftedIncidents, withoutDuplicates } from './records/duplicates';
import { Heads } from './records/heads';
import { RECORD_ROLES, readDrafts } from './records/readDrafts';
import { RecordRows } from './records/recordRows';
import { resolvePerson, type Subjects } from './records/subject';
import { Settling } from './records/toIncident';
import type { IntakeContext, ParamReading, SheetFacts, SheetReading, WorkbookReading } from './types';

/** Without a "today", dates this many days after the month cannot be meant. */
const PLAUSIBLE_DAYS = 180;
/** Rows between two pauses: where each may be looked up anew, and where they are only passed on. */
const SLICE = 100;
const LONG_SLICE = 8000;
/** Records settled between two pauses, and how many of them a wording that is matched for the first time takes. */
const SETTLED = 1000;
const MATCHED = 50;

/** Reads everything a rulebook needs from a workbook's sheets. Never throws; what is not certain is set aside. */
export function readWorkbook(grids: readonly Grid[], context: IntakeContext): WorkbookReading {
  const steps = readWorkbookInSteps(grids, context);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in slices of a few milliseconds, for callers that must not block. */
export function* readWorkbookInSteps(
  grids: readonly Grid[],
  context: IntakeContext,
): Generator<void, WorkbookReading> {
  const { rulebook, month } = context;
  const period = { from: firstDay(month), to: lastDay(month) };
  const facts = yield* readSheetsInSteps(grids, { period, mappings: context.mappings });
  const into = new RecordOutput();
  const appeals = new Map<string, AppealOutcome>();
  const recordSheets = chooseRecordSheets(facts, context);
  const drafts = new RecordRows();
  for (const [i, grid] of grids.entries()) {
    const reading = facts[i]?.reading;
    if (reading === undefined) continue;
    if (reading.role.value === 'appeals') yield* readAppeals(grid, reading, into, appeals);
    if (!RECORD_ROLES.has(reading.role.value)) continue;
    const counted = recordSheets.has(reading);
    const sheet = yield* readDrafts(grid, reading, period, counted ? drafts : undefined);
    for (const { row, code } of sheet.empty) into.dropped.push({ sheet: grid.sheet, row, code });
    if (!counted)
      for (const { row } of sheet.drafts)
        into.dropped.push({ sheet: grid.sheet, row, code: 'CASEWORK_ONLY' });
    yield;
  }
  const known = yield* gatherKnown(grids, facts, drafts, rulebook);
  yield;
  const recordContext = contextOf(context, known, appeals);
  const drafted = yield* settleAll(drafts, recordContext, into);
  yield* sheetHealthOf(drafts, recordContext, into);
  for (const draft of known.strangers) {
    into.finding(
      'info',
      'PERSON_ONLY_IN_RECORDS',
      { sheet: draft.words.sheet, address: addressOf(draft, 'name') },
      { name: draft.names.who?.name ?? '' },
    );
  }
  yield;
  const events = yield* matchEvents(facts, recordContext, into);
  yield;
  const derived = yield* deriveFromEvents(events, drafted, recordContext, into);
  yield;
  const metrics = yield* matchMetrics(facts, recordContext, into);
  const measured = deriveFromMetrics(metrics, drafted, derived, recordContext, into);
  yield;
  yield* carryOver(facts, events, recordContext, into);
  yield;
  const incidents: Incident[] = [];
  const recorded = new Set<string>();
  const note = (incident: Incident): void => {
    incidents.push(incident);
    if (incident.date >= period.from && incident.date <= period.to) recorded.add(incident.subject);
  };
  for (let i = 0; i < drafted.length; i += 1) {
    if (i % LONG_SLICE === LONG_SLICE - 1) yield;
    note(drafted.incidents[i]!);
  }
  derived.forEach(note);
  measured.forEach(note);
  yield;
  const subjects = subjectsOf(recordContext, known, recorded, facts);
  yield;
  return {
    sheets: facts.map(({ reading }) => reading),
    people: known.directory.people,
    subjects,
    events,
    metrics,
    incidents,
    setAside: into.setAside,
    dropped: into.dropped,
    findings: [...facts.flatMap(({ findings }) => findings), ...into.findings],
    params: resolveParams(facts, recordContext),
    rowCount: facts.reduce((sum, { rowCount }) => sum + rowCount, 0),
  };
}

/**
 * Ledgers of casework are records only where they assess (clause, verified) or where nothing else holds the
 * issues of a rulebook on service-quality issues.
 */
function chooseRecordSheets(facts: readonly SheetFacts[], context: IntakeContext): ReadonlySet<SheetReading> {
  const readings = facts.map(({ reading }) => reading).filter(({ role }) => RECORD_ROLES.has(role.value));
  const logs = readings.filter(({ role }) => role.value !== 'complaint-ledger');
  const ledgers = readings.filter(({ role }) => role.value === 'complaint-ledger');
  const assessing = ledgers.filter(({ columns }) => columns.some(({ field }) => field === 'clause'));
  const chosen =
    assessing.length > 0 || logs.length > 0 || context.rulebook.issues === undefined ? assessing : ledgers;
  return new Set([...logs, ...chosen]);
}

function contextOf(
  context: IntakeContext,
  known: Known,
  appeals: ReadonlyMap<string, AppealOutcome>,
): RecordContext {
  const { people } = known.directory;
  const subjects: Subjects = {
    kind: context.rulebook.subject,
    directory: known.directory,
    byKey: new Map(people.map((person) => [person.key, person])),
    teams: known.teams,
    customers: known.customers,
  };
  const to = lastDay(context.month);
  return {
    rulebook: context.rulebook,
    matcher: buildMatcher(context.rulebook, context.knownWordings),
    subjects,
    heads: new Heads(known.directory, people),
    from: firstDay(context.month),
    to,
    latest: context.today ?? to + PLAUSIBLE_DAYS,
    confirmations: new Map(
      context.confirmations.map((each) => [confirmationKey(each.sheet, each.row), each]),
    ),
    appeals,
  };
}

function* settleAll(
  drafts: RecordRows,
  context: RecordContext,
  into: RecordOutput,
): Generator<void, DraftedIncidents> {
  const settling = new Settling(drafts, context, into);
  const drafted = new DraftedIncidents(drafts);
  let paused = 0;
  for (let i = 0; i < drafts.length; i += 1) {
    const incident = settling.settle(i);
    if (incident !== undefined) drafted.add(incident, i);
    const work = i + settling.judged * MATCHED;
    if (work - paused < SETTLED) continue;
    paused = work;
    yield;
  }
  return yield* withoutDuplicates(drafted, into);
}

/** Sheet by sheet; the drafts of one sheet follow one another. */
function* sheetHealthOf(drafts: RecordRows, context: RecordContext, into: RecordOutput): Generator<void> {
  const days = [context.from, context.to, context.latest] as const;
  let start = 0;
  for (let i = 1; i <= drafts.length; i += 1) {
    if (i < drafts.length && drafts.words(i).sheet === drafts.words(start).sheet) continue;
    yield;
    yield* sheetHealth(drafts, [start, i], days, into);
    start = i;
  }
}

/** Rows that the readers of single sheets set aside or dropped, their people found. */
function* carryOver(
  facts: readonly SheetFacts[],
  events: readonly AttendanceEvent[],
  context: RecordContext,
  into: RecordOutput,
): Generator<void> {
  let count = 0;
  const keyOf = (who: SheetFacts['setAside'][number]['who']): string | undefined => {
    const found = who === undefined ? undefined : resolvePerson(context.subjects, who);
    return found?.kind === 'subject' ? found.key : undefined;
  };
  const attendance = chargedKinds(context.rulebook).size > 0;
  const metrics = context.rulebook.clauses.some(
    ({ derive }) => derive?.some(({ from }) => from === 'metric') === true,
  );
  const away = awayDays(facts, events, keyOf);
  for (const sheet of facts) {
    const role = sheet.reading.role.value;
    // What a rulebook does not look at cannot make a month incomplete.
    const unused =
      ((role.startsWith('attendance') || role === 'approvals') && !attendance) ||
      ((role === 'metrics' || role === 'daily' || role === 'submissions') && !metrics && !attendance);
    for (const { who, dates, ...row } of sheet.setAside) {
      count += 1;
      if (count % SLICE === 0) yield;
      const key = keyOf(who);
      if (row.code === 'NO_PUNCH' && key !== undefined && dates.some((day) => away(key, day)))
        into.dropped.push({ ...row, code: 'CANCELLED_LEAVE_APPROVED', subject: key });
      else if (unused) into.dropped.push({ ...row, ...(key === undefined ? {} : { subject: key }) });
      else into.setAside.push({ ...row, dates, subjects: key === undefined ? [] : [key] });
    }
    for (const { who, ...row } of sheet.dropped) {
      count += 1;
      if (count % SLICE === 0) yield;
      const key = keyOf(who);
      into.dropped.push({ ...row, ...(key === undefined ? {} : { subject: key }) });
    }
  }
}

/** Who must appear in the month's result: everyone on the roster in the month, and whoever has a record. */
function subjectsOf(
  context: RecordContext,
  known: Known,
  recorded: ReadonlySet<string>,
  facts: readonly SheetFacts[],
): string[] {
  const { kind } = context.subjects;
  if (kind === 'team') return [...new Set([...known.teams.names, ...recorded])];
  if (kind === 'customer') return [...new Set([...known.customers.names, ...recorded])];
  const listed = known.hasRoster
    ? known.directory.people.filter((person) => inMonth(person, context))
    : known.directory.people;
  const named = known.hasRoster || facts.length > 0 ? listed.map(({ key }) => key) : [];
  return [...new Set([...named, ...recorded])];
}

const inMonth = (person: Person, context: RecordContext): boolean =>
  activeWithin(person, context.from, context.to);

/** Parameters under the ids of the rulebook: a clause cited as `QA-1` or `第1条` becomes its clause id. */
function resolveParams(facts: readonly SheetFacts[], context: RecordContext): ParamReading[] {
  const { ids } = context.matcher.codes;
  return facts
    .flatMap(({ params }) => params)
    .map((param) => {
      if (context.matcher.byId.has(param.id)) return param;
      const key = param.id
        .toUpperCase()
        .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''))
        .replace('-', '');
      const [only, second] = ids.get(key) ?? [];
      return only === undefined || second !== undefined ? param : { ...param, id: only };
    });
}
