import type { CaseRules, ComplaintRecord } from '../casework';
import { firstDay, formatDay, lastDay, type Day, type MonthKey } from '../facts/date';
import { formatDecimal } from '../facts/decimal';
import type { Incident } from '../facts/incident';
import type { PersonRef, SheetReading, WorkbookReading } from '../intake';
import { rowsOf, type DataRow } from '../intake/recognise/rows';
import type { RecordDraft } from '../intake/records/draft';
import { readRow, rowContext, type RowContext } from '../intake/records/readRow';
import { readKind, readLevel, readVerified } from '../intake/records/status';
import { readDate } from '../intake/values/date';
import { cellText, isNoData } from '../intake/values/text';
import { NumberKind, type Grid } from '../workbook/grid';

/** A row of a sheet as a key. */
export const placeKey = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `${sheet}!${row}`;

const OF_CUSTOMERS = ['customer', 'phone', 'kind', 'complaintLevel', 'target'];
const OF_HANDLING = [
  'kind',
  'complaintLevel',
  'verified',
  'request',
  'handling',
  'correction',
  'result',
  'satisfaction',
  'handlingDepartment',
  'dueOn',
  'handler',
  'calledBackOn',
];

/**
 * Whether the rows of a sheet are service-quality issues: a complaint ledger, or a log of customers' words that says
 * how they were dealt with, whether or not it also names clauses.
 */
export function holdsIssues({ role, columns }: SheetReading): boolean {
  if (role.value === 'complaint-ledger') return true;
  const fields = new Set(columns.map(({ field }) => field));
  const has = (field: string): boolean => fields.has(field);
  return (
    role.value === 'qa-log' &&
    has('violation') &&
    OF_CUSTOMERS.some(has) &&
    OF_HANDLING.filter(has).length >= 2
  );
}

/**
 * The rows of the complaint sheets as casework takes them in. What the reader settled about a row for scoring (clause,
 * person, head, what was chosen) stands in its record, so that the issue begins with it.
 */
export function complaintRecords(
  grids: readonly Grid[],
  { sheets, incidents }: Pick<WorkbookReading, 'sheets' | 'incidents'>,
  month: MonthKey,
  rules: Pick<CaseRules, 'clauseOn'>,
): ComplaintRecord[] {
  const settled = new Map<string, Incident>();
  for (const incident of incidents) {
    const key = incident.source === undefined ? undefined : placeKey(incident.source);
    if (key !== undefined && !settled.has(key)) settled.set(key, incident);
  }
  return grids.flatMap((grid, index) => {
    const reading = sheets[index];
    if (reading === undefined || !holdsIssues(reading)) return [];
    const context = rowContext(grid, reading, {
      period: reading.period ?? { from: firstDay(month), to: lastDay(month) },
      date1904: grid.date1904,
    });
    return [...rowsOf(grid, reading)].flatMap((row) => {
      const incident = settled.get(placeKey({ sheet: grid.sheet, row: row.row }));
      const record = recordOf(row, context, incident, rules);
      return record === undefined ? [] : [record];
    });
  });
}

function recordOf(
  row: DataRow,
  context: RowContext,
  incident: Incident | undefined,
  rules: Pick<CaseRules, 'clauseOn'>,
): ComplaintRecord | undefined {
  const draft = readRow(row, context);
  const text = (field: string): string | undefined => wordsOf(row, field, context);
  const content = unique([...draft.texts, ...(draft.texts.length > 0 ? [] : draft.categories)]).join('；');
  const customer = draft.customer?.name ?? text('customer');
  const result = text('result');
  if (content === '' && customer === undefined && result === undefined) return undefined;
  const verified = readVerified(draft.verifiedText) ?? undefined;
  const record: ComplaintRecord = {
    sheet: draft.sheet,
    row: draft.row,
    number: text('complaintNo') ?? text('recordId') ?? text('orderNo'),
    ...daysOf(row, draft, context),
    receivedBy: byHeader(row, context.reading, /受理|接待|登记|记录|received|recorded/i),
    investigator: byHeader(row, context.reading, /调查|核实|investigat/i),
    channel: text('channel'),
    customer,
    phone: text('phone'),
    address: text('address'),
    content: content === '' ? undefined : content,
    demand: text('request'),
    accusedDepartment: text('target') ?? orNothing(draft.department) ?? orNothing(draft.team),
    accusedPerson: nameOf(draft.who),
    handlingDepartment: text('handlingDepartment'),
    handler: text('handler'),
    deadline: text('dueOn'),
    handling: text('handling'),
    measures: text('correction'),
    result,
    satisfaction: text('satisfaction'),
    verified,
    verifiedOn: draft.verifiedOn,
    kind: readKind(draft.kindText) ?? readKind(draft.levelText),
    level: readLevel(draft.levelText)?.toString(),
    note: text('remark'),
    ...decided(draft, incident, rules),
  };
  return record;
}

/** Clause, people and choices: as the reader settled them for scoring, else as the row has them. */
function decided(
  draft: RecordDraft,
  incident: Incident | undefined,
  rules: Pick<CaseRules, 'clauseOn'>,
): Partial<ComplaintRecord> {
  if (incident === undefined) {
    const code = cellText(draft.codes[0] ?? null);
    return { clause: orNothing(code), head: nameOf(draft.head) };
  }
  const byHead = rules.clauseOn(incident.clause, incident.date)?.subject === 'department_head';
  const { clause, subject, head, chosenPoints, chosenDiscipline, headDiscipline } = incident;
  return {
    clause,
    people: subject,
    // where the head's own failing is charged, the row names the head as the person
    head: byHead ? subject : (head ?? nameOf(draft.head)),
    chosenPoints: chosenPoints === undefined ? undefined : formatDecimal(chosenPoints),
    chosenDiscipline: orNothing(chosenDiscipline?.join('、')),
    headDiscipline: orNothing(headDiscipline?.join('、')),
  };
}

type Days = Pick<ComplaintRecord, 'receivedOn' | 'receivedAt' | 'reportedOn' | 'occurredOn'>;

/** The day of receipt stands in a column of its own, or is the only day there is; then its header says what it is. */
function daysOf(row: DataRow, draft: RecordDraft, context: RowContext): Days {
  const { day, second } = draft;
  const header = headerOf(context.reading, 'date');
  const recorded = row.has('recordDate') && row.has('date') ? dayIn(row, 'recordDate', context) : undefined;
  const own = /发生|事发|occur|happen/i.test(header)
    ? ({ occurredOn: day } as const)
    : /反映|投诉|抱怨|report|complain/i.test(header)
      ? ({ reportedOn: day } as const)
      : {};
  if (recorded !== undefined) return { receivedOn: recorded, ...own };
  return { ...own, receivedOn: 'occurredOn' in own ? undefined : day, receivedAt: second };
}

function dayIn(row: DataRow, field: string, { dates }: RowContext): Day | undefined {
  const value = row.value(field);
  if (isNoData(value)) return undefined;
  const date = readDate(value, row.kind(field), dates);
  return date === undefined || date.alternative !== undefined ? undefined : date.day;
}

/** What a cell says; a date as `2026-10-15`. */
function wordsOf(row: DataRow, field: string, context: RowContext): string | undefined {
  const value = row.value(field);
  if (isNoData(value)) return undefined;
  const kind = row.kind(field);
  if (typeof value === 'number' && (kind === NumberKind.Date || kind === NumberKind.DateTime)) {
    const day = dayIn(row, field, context);
    if (day !== undefined) return formatDay(day);
  }
  return orNothing(typeof value === 'string' ? value.trim() : cellText(value));
}

/** One of several columns of people who dealt with the row, by what its header calls them. */
function byHeader(row: DataRow, { columns }: SheetReading, wanted: RegExp): string | undefined {
  const column = columns.find(({ field, header }) => field === 'reviewer' && wanted.test(header));
  if (column === undefined) return undefined;
  const { value } = row.at(column.index);
  return isNoData(value) ? undefined : orNothing(cellText(value));
}

const headerOf = ({ columns }: SheetReading, field: string): string =>
  columns.find((column) => column.field === field)?.header ?? '';

const nameOf = (who: PersonRef | undefined): string | undefined =>
  isNoData(who?.name) ? undefined : who?.name;
const orNothing = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
