import { formatDay, type Day } from '../facts/date';
import type { Problem } from '../facts/problem';
import { knownDueDay, limitDay } from './deadlines';
import type { IssuePatch, ServiceIssue } from './issue';
import { maskName, maskPhone } from './privacy';
import { inOrder, issueId, Numbering, parseIssueId, type CaseFile } from './register';
import type { StepContext } from './requirements';
import { awaitsHandling, type CaseState } from './states';
import { followIssue } from './transitions';

/** What a person should look at, with its cell. */
export interface CaseFinding extends Problem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly sheet: string;
  /** A1 address. */
  readonly address: string;
}

/** One row of the ledger, or one form, as it stands on its tab. */
export interface TypedRow {
  readonly sheet: string;
  /** 编号 as typed; absent on a row that someone added. */
  readonly id?: string | undefined;
  /** Fields of the columns that are there; a cleared cell is present with `undefined`. */
  readonly fields: IssuePatch;
  readonly state?: CaseState | undefined;
  /** 时限 as typed. */
  readonly due?: Day | undefined;
  /** Texts that could not be read, by column key; an entry is gone once its cell can be read. */
  readonly unread: Readonly<Record<string, string>>;
  /** Why they could not be read; the issue's number is added. */
  readonly problems: readonly { readonly column: string; readonly problem: Problem }[];
  /** Column keys that were looked at. */
  readonly columns: readonly string[];
  /** Address of a column's cell. */
  readonly addressOf: (column: string) => string;
  /** The whole row as text, to tell a copied row from a new one. */
  readonly text: string;
}

export interface Applied {
  readonly file: CaseFile;
  readonly findings: readonly CaseFinding[];
  /** Ids given to rows that had none. */
  readonly added: readonly string[];
  /** The issue that each row was put into; rows that only doubled another are left out. */
  readonly idsOf: ReadonlyMap<TypedRow, string>;
}

/**
 * Puts what people typed into the file: their words are the state of the issues. A state is followed over every step
 * from the one known before and refused with the reason when a step is illegal or lacks something; an issue that is
 * not known yet is taken as it stands. Rows without a number become new issues, except on forms (`adds: false`).
 */
export function applyRows(
  file: CaseFile,
  rows: readonly TypedRow[],
  today: Day,
  context: StepContext,
  options: { readonly adds: boolean },
): Applied {
  const issues = new Map(file.issues.map((issue) => [issue.id, issue]));
  const numbering = new Numbering(file);
  const findings: CaseFinding[] = [];
  const find = (row: TypedRow, column: string, severity: CaseFinding['severity'], problem: Problem): void => {
    findings.push({ ...problem, severity, sheet: row.sheet, address: row.addressOf(column) });
  };
  const { numbered, unnumbered } = sortOut(rows, numbering, options.adds, find);
  for (const [id, row] of numbered) {
    const before = issues.get(id);
    if (before === undefined && !options.adds)
      find(row, 'id', 'warning', { code: 'CASE_UNKNOWN_ID', params: { id } });
    else issues.set(id, applyRow(before, id, row, today, context, find));
  }
  const added: string[] = [];
  const idsOf = new Map<TypedRow, string>([...numbered].map(([id, row]) => [row, id]));
  for (const row of unnumbered) {
    const id = numbering.next(row.fields.receivedOn, today);
    idsOf.set(row, id);
    issues.set(id, applyRow(undefined, id, row, today, context, find));
    added.push(id);
  }
  return { file: { last: numbering.lastNumbers, issues: inOrder(issues.values()) }, findings, added, idsOf };
}

type Find = (row: TypedRow, column: string, severity: CaseFinding['severity'], problem: Problem) => void;

function sortOut(rows: readonly TypedRow[], numbering: Numbering, adds: boolean, find: Find) {
  const numbered = new Map<string, TypedRow>();
  const unnumbered: TypedRow[] = [];
  for (const row of rows) {
    if (row.id === undefined) {
      if (adds) unnumbered.push(row);
      continue;
    }
    const parsed = parseIssueId(row.id);
    const id = parsed === undefined ? undefined : issueId(parsed.year, parsed.number);
    if (id === undefined) {
      find(row, 'id', 'error', { code: 'CASE_BAD_ID', params: { found: row.id } });
      if (adds) unnumbered.push(row);
      continue;
    }
    const first = numbered.get(id);
    if (first === undefined) {
      numbered.set(id, row);
      if (adds) numbering.note(id);
    } else if (first.text === row.text || !adds) {
      find(row, 'id', 'warning', { code: 'CASE_ROW_TWICE', params: { id } });
    } else {
      find(row, 'id', 'error', { code: 'CASE_ID_TWICE', params: { id } });
      unnumbered.push(row);
    }
  }
  return { numbered, unnumbered };
}

function applyRow(
  before: ServiceIssue | undefined,
  id: string,
  row: TypedRow,
  today: Day,
  context: StepContext,
  find: Find,
): ServiceIssue {
  // a row with a number that is not on file is all there is of its issue; a new row begins at the beginning
  const base: ServiceIssue = before ?? {
    id,
    state: (row.id === undefined ? undefined : row.state) ?? '受理',
  };
  for (const { column, problem } of row.problems) {
    find(row, column, 'error', { code: problem.code, params: { ...problem.params, id } });
  }
  const unread = Object.fromEntries([
    ...Object.entries(base.unread ?? {}).filter(([column]) => !row.columns.includes(column)),
    ...Object.entries(row.unread),
  ]);
  const typed: ServiceIssue = {
    ...base,
    ...withoutMasks(base, row.fields),
    unread: Object.keys(unread).length === 0 ? undefined : unread,
  };
  const dated = withDue(before, typed, row, context, find);
  checkDays(dated, row, find);
  return withDaysSeen(before, dated, withState(dated, row, today, context, find), today);
}

/** What a tab hides is no entry: a masked phone or name leaves the real one as it is. */
function withoutMasks(issue: ServiceIssue, fields: IssuePatch): IssuePatch {
  const { phone, customer } = issue;
  const { phone: typedPhone, customer: typedCustomer, ...rest } = fields;
  const hidden = (
    typed: string | undefined,
    real: string | undefined,
    mask: (text: string) => string,
  ): boolean => typed !== undefined && real !== undefined && typed === mask(real);
  return {
    ...rest,
    ...('phone' in fields && !hidden(typedPhone, phone, maskPhone) ? { phone: typedPhone } : {}),
    ...('customer' in fields && !hidden(typedCustomer, customer, maskName)
      ? { customer: typedCustomer }
      : {}),
  };
}

function withDaysSeen(
  before: ServiceIssue | undefined,
  typed: ServiceIssue,
  moved: ServiceIssue,
  today: Day,
): ServiceIssue {
  const calledBack = moved.satisfaction !== undefined && moved.satisfaction !== before?.satisfaction;
  const reopened = moved.rounds !== typed.rounds;
  return {
    ...moved,
    ...(awaitsHandling(moved.state) ? { seenOpenOn: today } : {}),
    ...(moved.state === '回访' && calledBack ? { calledBackOn: moved.calledBackOn ?? today } : {}),
    // a due day given together with the return to handling is meant for the second handling
    ...(reopened && typed.extension !== before?.extension ? { extension: typed.extension } : {}),
  };
}

/** A due day that is not the one written for the issue was typed by someone: an extension, or its withdrawal. */
function withDue(
  before: ServiceIssue | undefined,
  typed: ServiceIssue,
  row: TypedRow,
  { settings }: StepContext,
  find: Find,
): ServiceIssue {
  if (!row.columns.includes('due')) return typed;
  const written = before === undefined ? undefined : knownDueDay(before, settings);
  if (row.due === undefined) return written === undefined ? typed : { ...typed, extension: undefined };
  if (before !== undefined && row.due === written) return typed;
  const limit = limitDay({ ...typed, extension: undefined }, settings);
  const regular = 'day' in limit ? limit.day : undefined;
  if (row.due === regular) return { ...typed, extension: undefined };
  const start = typed.reopenedOn ?? typed.orderedOn ?? typed.receivedOn;
  if (start !== undefined && row.due < start) {
    const params = { id: typed.id, due: formatDay(row.due), start: formatDay(start) };
    find(row, 'due', 'error', { code: 'CASE_DUE_BEFORE_START', params });
    return typed;
  }
  return { ...typed, extension: { to: row.due, ...(regular === undefined ? {} : { from: regular }) } };
}

function checkDays({ id, receivedOn, closedOn, state }: ServiceIssue, row: TypedRow, find: Find): void {
  if (receivedOn !== undefined && closedOn !== undefined && closedOn < receivedOn) {
    const params = { id, closed: formatDay(closedOn), received: formatDay(receivedOn) };
    find(row, 'closedOn', 'error', { code: 'CASE_CLOSED_BEFORE_RECEIVED', params });
  }
  if (closedOn !== undefined && state !== '办结' && (row.state ?? state) !== '办结') {
    find(row, 'closedOn', 'warning', {
      code: 'CASE_CLOSED_ON_OPEN',
      params: { id, state: row.state ?? state },
    });
  }
}

function withState(
  issue: ServiceIssue,
  row: TypedRow,
  today: Day,
  context: StepContext,
  find: Find,
): ServiceIssue {
  if (row.state === undefined || row.state === issue.state) return issue;
  const moved = followIssue(issue, row.state, today, context);
  if (moved.ok) return moved.issue;
  for (const problem of moved.problems) {
    const params = { ...problem.params, to: row.state, state: issue.state };
    find(row, 'state', 'error', { code: problem.code, params });
  }
  return issue;
}
