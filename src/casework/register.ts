import { calendarDate, type Day } from '../facts/date';
import type { Problem } from '../facts/problem';
import { fieldsOf, withRecord, type ComplaintRecord } from './complaintRecord';
import type { RecordedValue, ServiceIssue } from './issue';
import { compact } from './words';

/** All issues of a workbook and the last number given in each year, so that none is ever given twice. */
export interface CaseFile {
  readonly last: Readonly<Record<string, number>>;
  /** In the order of their ids. */
  readonly issues: readonly ServiceIssue[];
}

export const EMPTY_CASE_FILE: CaseFile = { last: {}, issues: [] };

const ID = /^(\d{4})-(\d{3,6})$/;

/** `2026-012` as year and number; undefined for anything else. */
export function parseIssueId(text: string): { readonly year: number; readonly number: number } | undefined {
  const match = ID.exec(compact(text).replace(/[−–—]/g, '-'));
  return match === null ? undefined : { year: Number(match[1]), number: Number(match[2]) };
}

export function issueId(year: number, number: number): string {
  return `${year}-${String(number).padStart(3, '0')}`;
}

/** Gives numbers of a file in turn. */
export class Numbering {
  private readonly last: Map<number, number>;

  constructor(file: CaseFile) {
    this.last = new Map(Object.entries(file.last).map(([year, number]) => [Number(year), number]));
    file.issues.forEach(({ id }) => {
      this.note(id);
    });
  }

  /** Takes a number that exists into account. */
  note(id: string): void {
    const parsed = parseIssueId(id);
    if (parsed !== undefined)
      this.last.set(parsed.year, Math.max(this.last.get(parsed.year) ?? 0, parsed.number));
  }

  /** The next number of the year of receipt; of this year where the day of receipt is not known. */
  next(receivedOn: Day | undefined, today: Day): string {
    const { year } = calendarDate(receivedOn ?? today);
    const number = (this.last.get(year) ?? 0) + 1;
    this.last.set(year, number);
    return issueId(year, number);
  }

  get lastNumbers(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.last].sort(([a], [b]) => a - b).map(([year, number]) => [String(year), number]),
    );
  }
}

export function inOrder(issues: Iterable<ServiceIssue>): ServiceIssue[] {
  const rank = (id: string): readonly [number, number] => {
    const parsed = parseIssueId(id);
    return parsed === undefined ? [Infinity, 0] : [parsed.year, parsed.number];
  };
  return [...issues].sort((a, b) => {
    const [left, right] = [rank(a.id), rank(b.id)];
    return left[0] - right[0] || left[1] - right[1];
  });
}

export interface TakenIn {
  readonly file: CaseFile;
  /** Ids of the issues that are new. */
  readonly added: readonly string[];
  readonly problems: readonly { readonly record: ComplaintRecord; readonly problem: Problem }[];
}

/**
 * Takes the complaint sheets' records into the file. A record finds its issue again by its own number, by what it
 * says (day, customer, phone, content), or by its place when enough of that still agrees; otherwise it becomes a new
 * issue and gets the next number in order of receipt. Issues whose record is gone stay and are marked.
 */
export function takeIn(file: CaseFile, records: readonly ComplaintRecord[], today: Day): TakenIn {
  const found = matchRecords(file.issues, records);
  const issues = new Map(file.issues.map((issue) => [issue.id, issue]));
  const matched = new Set(found.values());
  for (const issue of file.issues) {
    if (issue.source !== undefined && !matched.has(issue.id))
      issues.set(issue.id, { ...issue, missing: true });
  }
  const problems: { record: ComplaintRecord; problem: Problem }[] = [];
  const note = (id: string, record: ComplaintRecord): void => {
    for (const { code, params } of fieldsOf(record).problems)
      problems.push({ record, problem: { code, params: { id, ...params } } });
  };
  for (const [record, id] of found) {
    issues.set(id, withRecord(issues.get(id)!, record));
    note(id, record);
  }
  const numbering = new Numbering(file);
  const added: string[] = [];
  for (const record of [...records].filter((candidate) => !found.has(candidate)).sort(byReceipt)) {
    const id = numbering.next(record.receivedOn ?? record.reportedOn ?? record.occurredOn, today);
    issues.set(id, withRecord({ id, state: '受理', seenOpenOn: today }, record));
    added.push(id);
    note(id, record);
  }
  return { file: { last: numbering.lastNumbers, issues: inOrder(issues.values()) }, added, problems };
}

function byReceipt(a: ComplaintRecord, b: ComplaintRecord): number {
  return (
    (a.receivedOn ?? Infinity) - (b.receivedOn ?? Infinity) ||
    (a.receivedAt ?? 0) - (b.receivedAt ?? 0) ||
    (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0) ||
    a.row - b.row
  );
}

const KEY_FIELDS = ['receivedOn', 'customer', 'phone', 'content'] as const;
type Key = readonly string[];

const keyPart = (value: RecordedValue | undefined): string =>
  compact(value === undefined ? '' : String(value));

function recordKey(record: ComplaintRecord): Key {
  return KEY_FIELDS.map((name) => keyPart(record[name]));
}

function issueKey(issue: ServiceIssue): Key {
  const said = issue.recorded ?? (issue as unknown as Readonly<Record<string, RecordedValue | undefined>>);
  return KEY_FIELDS.map((name) => keyPart(said[name]));
}

const placeOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `${sheet}!${row}`;

/** Parts that both say and that agree. */
function agreement(a: Key, b: Key): number {
  return a.filter((part, index) => part !== '' && part === b[index]).length;
}

function matchRecords(
  issues: readonly ServiceIssue[],
  records: readonly ComplaintRecord[],
): ReadonlyMap<ComplaintRecord, string> {
  const found = new Map<ComplaintRecord, string>();
  const free = new Map(issues.map((issue) => [issue.id, issue]));
  const take = (record: ComplaintRecord, issue: ServiceIssue | undefined): void => {
    if (issue === undefined) return;
    found.set(record, issue.id);
    free.delete(issue.id);
  };
  const pass = (
    keyOfRecord: (record: ComplaintRecord) => string,
    keyOfIssue: (issue: ServiceIssue) => string,
  ): void => {
    const byKey = new Map<string, ServiceIssue[]>();
    for (const issue of free.values()) {
      const key = keyOfIssue(issue);
      if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), issue]);
    }
    for (const record of records) {
      if (found.has(record)) continue;
      const candidates = (byKey.get(keyOfRecord(record)) ?? []).filter(({ id }) => free.has(id));
      take(record, candidates[0]);
    }
  };
  const text = (key: Key): string => (key.every((part) => part === '') ? '' : key.join('\n'));

  pass(
    ({ number }) => keyPart(number),
    ({ sourceNumber }) => keyPart(sourceNumber),
  );
  // two records that say the same keep their places before they are told apart by order
  pass(
    (record) => `${placeOf(record)}\n${text(recordKey(record))}`,
    (issue) => (issue.source === undefined ? '' : `${placeOf(issue.source)}\n${text(issueKey(issue))}`),
  );
  pass(
    (record) => text(recordKey(record)),
    (issue) => text(issueKey(issue)),
  );
  const byPlace = new Map(
    [...free.values()].flatMap((issue) =>
      issue.source === undefined ? [] : [[placeOf(issue.source), issue] as const],
    ),
  );
  for (const record of records) {
    const issue = byPlace.get(placeOf(record));
    if (found.has(record) || issue === undefined || !free.has(issue.id)) continue;
    if (keyPart(record.number) !== '' && keyPart(issue.sourceNumber) !== '') continue;
    if (agreement(recordKey(record), issueKey(issue)) >= 2) take(record, issue);
  }
  return found;
}
