import type { CaseFile, CaseSettings } from '../casework';
import { formatDay, lastDay, monthOfDay, type Day, type MonthKey } from '../facts/date';
import type { Incident } from '../facts/incident';
import { spanOn, type Person } from '../facts/person';
import type { WorkCalendar } from '../facts/workdays';
import { readWorkbookInSteps } from '../intake';
import type {
  Confirmation,
  Finding,
  ParamReading,
  SetAsideRow,
  SheetMapping,
  WorkbookReading,
} from '../intake/types';
import type { Rulebook } from '../rulebook/rulebook';
import { readingsInForce, type ParamVersion, type RulebookSettings } from '../rulebook/settings';
import { shippedCalendar } from '../rulebook/shippedCalendar';
import { Ruleset } from '../scoring/ruleset';
import type { Scorecard } from '../scoring/scorecard';
import { rankScores } from '../scoring/scorecard';
import { scoreMonth } from '../scoring/scoreMonth';
import type { Grid } from '../workbook/grid';

export interface ReportOptions {
  readonly rulebook: Rulebook;
  readonly month: MonthKey;
  readonly settings: RulebookSettings;
  /** Absent = the calendars that come with the product. */
  readonly calendar?: WorkCalendar | undefined;
  readonly today?: Day | undefined;
  readonly confirmations?: readonly Confirmation[];
  readonly mappings?: readonly SheetMapping[];
  readonly knownWordings?: Readonly<Record<string, string>>;
}

/** One subject's line of the month. */
export interface SubjectMonth {
  readonly key: string;
  readonly name: string;
  readonly id?: string | undefined;
  readonly team?: string | undefined;
  readonly card: Scorecard;
  /** Competition rank by score among all; undefined without a score. */
  readonly rank?: number | undefined;
  /** `incomplete`: a row or record of this subject was set aside. */
  readonly state: 'complete' | 'incomplete';
}

/** A row that took no part in the month's numbers, by the reader or by scoring. */
export interface SetAside {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string | undefined;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly subjects: readonly string[];
  readonly date?: string | undefined;
  readonly suggestions: readonly string[];
}

/** A workbook's month, from its sheets to its numbers. */
export interface MonthReport {
  readonly rulebook: Rulebook;
  readonly ruleset: Ruleset;
  readonly month: MonthKey;
  readonly reading: WorkbookReading;
  /** Every record that was scored, of all months. */
  readonly incidents: readonly Incident[];
  readonly subjects: readonly SubjectMonth[];
  readonly setAside: readonly SetAside[];
  readonly counts: {
    readonly rows: number;
    readonly charged: number;
    readonly checked: number;
    readonly setAside: number;
  };
  /** The issues of the workbook as they now stand; absent where they were not read. */
  readonly cases?: { readonly file: CaseFile; readonly settings: CaseSettings } | undefined;
  /** What was found on the made tabs themselves, with its cell; absent where none were read. */
  readonly findings?: readonly Finding[] | undefined;
}

/** The sheets of a workbook read under a rulebook, before anything is scored. */
export interface MonthReading {
  readonly reading: WorkbookReading;
  readonly ruleset: Ruleset;
}

/** What goes before scoring: the reader's own, or the reader's with what casework puts in its place. */
export interface MonthRecords {
  readonly incidents: readonly Incident[];
  readonly setAside: readonly SetAside[];
}

/**
 * A month from its sheets alone: read, score, set aside what could not be used.
 * @throws ProblemError BAD_READING, BAD_PARAM
 */
export function reportMonth(grids: readonly Grid[], options: ReportOptions): MonthReport {
  const read = readMonth(grids, options);
  return scoreReading(read, options, sheetRecords(read.reading, options.month));
}

/** @throws ProblemError BAD_READING, BAD_PARAM */
export function readMonth(grids: readonly Grid[], options: ReportOptions): MonthReading {
  return finish(readMonthInSteps(grids, options));
}

/** The same in slices of a few milliseconds, for callers that must not block. */
export function* readMonthInSteps(
  grids: readonly Grid[],
  options: ReportOptions,
): Generator<void, MonthReading> {
  const { rulebook, month } = options;
  const reading = yield* readWorkbookInSteps(grids, {
    rulebook,
    month,
    ...(options.today === undefined ? {} : { today: options.today }),
    readings: readingsInForce(rulebook, options.settings.readings),
    confirmations: options.confirmations ?? [],
    mappings: options.mappings ?? [],
    knownWordings: options.knownWordings ?? {},
  });
  const settings = withWorkbookParams(options.settings, reading.params);
  return { reading, ruleset: new Ruleset(rulebook, settings, options.calendar ?? shippedCalendar()) };
}

/** Runs steps to their end without a pause. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The records as the sheets have them, and the month's rows that the reader set aside. */
export function sheetRecords(reading: WorkbookReading, month: MonthKey): MonthRecords {
  return {
    incidents: reading.incidents,
    setAside: reading.setAside.filter((row) => concerns(row, month)).map(fromReader),
  };
}

export function scoreReading(
  { reading, ruleset }: MonthReading,
  { rulebook, month }: Pick<ReportOptions, 'rulebook' | 'month'>,
  records: MonthRecords,
): MonthReport {
  const scored = scoreMonth(records.incidents, reading.subjects, month, ruleset);
  const setAside = [
    ...records.setAside,
    ...scored.refusals.map((refusal): SetAside => ({
      sheet: refusal.source?.sheet ?? '',
      row: refusal.source?.row ?? 0,
      column: refusal.source?.column,
      code: refusal.code,
      params: refusal.params ?? {},
      subjects: [refusal.subject],
      date: formatDay(refusal.date),
      suggestions: [],
    })),
  ].sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.row - b.row));

  const open = new Set(setAside.flatMap((row) => row.subjects));
  const ranks = rankScores(scored.cards.map((card) => card.score));
  const people = new Map(reading.people.map((person) => [person.key, person]));
  const subjects = scored.cards.map((card, index): SubjectMonth => {
    const person = people.get(card.subject);
    return {
      key: card.subject,
      name: person?.name ?? card.subject,
      id: person?.id,
      team: teamOf(person, month),
      card,
      rank: ranks[index],
      state: card.state === 'incomplete' || open.has(card.subject) ? 'incomplete' : 'complete',
    };
  });
  const recordEntries = subjects.flatMap(({ card }) =>
    card.entries.filter((entry) => entry.origin === 'record'),
  );
  const charged = recordEntries.filter((entry) => entry.charged).length;
  return {
    rulebook,
    ruleset,
    month,
    reading,
    incidents: records.incidents,
    subjects,
    setAside,
    counts: {
      rows: reading.rowCount,
      charged,
      checked: recordEntries.length - charged,
      setAside: setAside.length,
    },
  };
}

/** A row of unknown date concerns every month. */
function concerns(row: SetAsideRow, month: MonthKey): boolean {
  return row.dates.length === 0 || row.dates.some((day) => monthOfDay(day) === month);
}

function fromReader(row: SetAsideRow): SetAside {
  const [day] = row.dates;
  return {
    sheet: row.sheet,
    row: row.row,
    column: row.column,
    code: row.code,
    params: row.params ?? {},
    subjects: row.subjects,
    date: day === undefined ? undefined : formatDay(day),
    suggestions: (row.suggestions ?? []).map((suggestion) => suggestion.id),
  };
}

function teamOf(person: Person | undefined, month: MonthKey): string | undefined {
  if (person === undefined) return undefined;
  const span = spanOn(person, lastDay(month)) ?? person.spans.at(-1);
  return span?.team ?? span?.department;
}

/** Parameters that stand in the workbook count unless the user set the same ones. */
function withWorkbookParams(settings: RulebookSettings, found: readonly ParamReading[]): RulebookSettings {
  const settled = new Set([
    ...Object.keys(settings.params ?? {}),
    ...(settings.versions ?? []).flatMap((version) => Object.keys(version.params)),
  ]);
  const open = found.filter((param) => !settled.has(param.id));
  const plain = open.filter((param) => param.from === undefined && param.id !== 'base');
  const dated = open.filter((param) => param.from !== undefined && param.id !== 'base');
  const base = settings.base ?? open.find((param) => param.id === 'base')?.value;
  const versions: readonly ParamVersion[] = [
    ...(settings.versions ?? []),
    ...dated.map((param) => ({ effective: param.from ?? 0, params: { [param.id]: param.value } })),
  ];
  return {
    ...settings,
    ...(base === undefined ? {} : { base }),
    params: { ...Object.fromEntries(plain.map((param) => [param.id, param.value])), ...settings.params },
    versions,
  };
}
