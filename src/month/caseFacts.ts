import {
  caseIncidents,
  eventDay,
  responsiblePeople,
  type CaseRules,
  type CaseSettings,
  type ServiceIssue,
} from '../casework';
import { formatDay, monthOfDay, type MonthKey } from '../facts/date';
import type { Incident } from '../facts/incident';
import type { Problem } from '../facts/problem';
import type { WorkbookReading } from '../intake';
import { placeKey } from './complaintRecords';
import { SubjectNames } from './subjectNames';
import { sheetRecords, type MonthRecords, type SetAside } from './report';

export interface CaseFacts {
  readonly issues: readonly ServiceIssue[];
  readonly rules: CaseRules;
  readonly settings: CaseSettings;
  readonly month: MonthKey;
  /** Whether the rulebook has the procedure: then a verified issue must be assessed. */
  readonly procedure: boolean;
  /** Name of the tab on which an issue that has no row of its own is to be looked up. */
  readonly tab: string;
}

/** Fields that decide what an issue brings; an issue whose fields all say what its row says is left to its row. */
const DECISIVE = [
  'occurredOn',
  'reportedOn',
  'receivedOn',
  'verified',
  'verifiedOn',
  'kind',
  'level',
  'people',
  'clause',
  'chosenPoints',
  'chosenDiscipline',
  'head',
  'headPoints',
  'headDiscipline',
] as const satisfies readonly (keyof ServiceIssue)[];

/** Whether a person decided anything about an issue that its complaint sheet does not say. */
export function isDecided(issue: ServiceIssue): boolean {
  const { recorded } = issue;
  return recorded === undefined || DECISIVE.some((field) => issue[field] !== recorded[field]);
}

/**
 * The month's records with each issue in them once: issues that people decided about on the tabs bring their own
 * records in place of what the reader made of their rows; all others stay as their rows have them.
 */
export function recordsWithCases(reading: WorkbookReading, facts: CaseFacts): MonthRecords {
  // a row that only repeats another counts with that one, whatever is decided about it
  const repeated = new Set(
    reading.dropped.flatMap((row) => (row.code === 'DUPLICATE_ROW' ? [placeKey(row)] : [])),
  );
  const decided = facts.issues.filter(
    (issue) => isDecided(issue) && (issue.source === undefined || !repeated.has(placeKey(issue.source))),
  );
  const sheets = sheetRecords(reading, facts.month);
  if (decided.length === 0) return sheets;
  const places = new Set(decided.flatMap(({ source }) => (source === undefined ? [] : [placeKey(source)])));
  const replaced = new Map<string, Incident>();
  const kept = reading.incidents.filter((incident) => {
    const key = incident.source === undefined ? undefined : placeKey(incident.source);
    if (key === undefined || !places.has(key)) return true;
    if (!replaced.has(key)) replaced.set(key, incident);
    return false;
  });
  const names = new SubjectNames(reading);
  const asked = new Set(sheets.setAside.map(placeKey));
  const outcomes = decided.map((issue) => {
    const key = issue.source === undefined ? '' : placeKey(issue.source);
    return outcomeOf(
      issue,
      replaced.get(key),
      { ...facts, procedure: facts.procedure || asked.has(key) },
      names,
    );
  });
  return {
    incidents: [...kept, ...outcomes.flatMap(({ incidents }) => incidents)],
    setAside: [
      ...sheets.setAside.filter((row) => !places.has(placeKey(row))),
      ...outcomes.flatMap(({ setAside }) => setAside),
    ],
  };
}

const NOTHING: MonthRecords = { incidents: [], setAside: [] };

/** What a decided issue brings: records, or what keeps it from bringing them. */
function outcomeOf(
  issue: ServiceIssue,
  fromRow: Incident | undefined,
  facts: CaseFacts,
  names: SubjectNames,
): MonthRecords {
  const aside = (problem: Problem): MonthRecords => ({
    incidents: [],
    setAside: asideOf(issue, problem, facts, names),
  });
  if (issue.verified === undefined && fromRow !== undefined)
    return aside({ code: 'CASE_VERIFICATION_REQUIRED', params: { id: issue.id } });
  const isAssessed = issue.clause !== undefined || fromRow !== undefined || facts.procedure;
  if (issue.verified !== true || !isAssessed) return NOTHING;
  const unknown = unknownPerson(issue, names);
  if (unknown !== undefined) return aside(unknown);
  const { incidents, problems } = caseIncidents([issue], facts.rules, facts.settings);
  const [problem] = problems;
  if (problem !== undefined) return aside(problem.problem);
  return {
    incidents: incidents.map((incident) => ({
      ...measuredOf(fromRow, incident),
      ...incident,
      ...(fromRow?.eventId === undefined ? {} : { eventId: fromRow.eventId }),
      subject: names.keyOf(incident.subject) ?? incident.subject,
      ...(incident.head === undefined ? {} : { head: names.keyOf(incident.head) ?? incident.head }),
    })),
    setAside: [],
  };
}

/** What was measured on the row holds for the clause it was measured under. */
function measuredOf(fromRow: Incident | undefined, { clause, subject }: Incident): Partial<Incident> {
  if (fromRow?.clause !== clause || fromRow.subject !== subject) return {};
  const { qty, value, trigger, triggersHit, flags, exemptReason, shift, settledOn, acceptedOn } = fromRow;
  const measured = { qty, value, trigger, triggersHit, flags, exemptReason, shift, settledOn, acceptedOn };
  return Object.fromEntries(Object.entries(measured).filter(([, part]) => part !== undefined));
}

function unknownPerson(issue: ServiceIssue, names: SubjectNames): Problem | undefined {
  for (const name of responsiblePeople(issue)) {
    if (names.keyOf(name) !== undefined) continue;
    const several = names.candidates(name);
    return several.length > 1
      ? { code: 'CASE_PERSON_AMBIGUOUS', params: { id: issue.id, name, names: several.join('、') } }
      : { code: 'CASE_PERSON_UNKNOWN', params: { id: issue.id, name } };
  }
  return undefined;
}

function asideOf(issue: ServiceIssue, problem: Problem, facts: CaseFacts, names: SubjectNames): SetAside[] {
  const day = eventDay(issue);
  if (day !== undefined && monthOfDay(day) !== facts.month) return [];
  const subjects = responsiblePeople(issue).flatMap((name) => {
    const key = names.keyOf(name);
    return key === undefined ? names.candidates(name) : [key];
  });
  return [
    {
      sheet: issue.source?.sheet ?? facts.tab,
      row: issue.source?.row ?? 0,
      column: undefined,
      code: problem.code,
      params: problem.params ?? {},
      subjects,
      date: day === undefined ? undefined : formatDay(day),
      suggestions: [],
    },
  ];
}
