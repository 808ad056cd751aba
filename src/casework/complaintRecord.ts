import type { Day } from '../facts/date';
import type { Problem } from '../facts/problem';
import type { IssuePatch, RecordedValue, ServiceIssue } from './issue';
import { readKind, readLevel } from './words';

/** One row of a team's complaint sheet as the reader gives it; only the place is certain. */
export interface ComplaintRecord {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** The number the sheet itself gives: 工单流水号, 督办编号. */
  readonly number?: string | undefined;
  readonly receivedOn?: Day | undefined;
  /** Second of the day. */
  readonly receivedAt?: number | undefined;
  readonly receivedBy?: string | undefined;
  readonly reportedOn?: Day | undefined;
  readonly occurredOn?: Day | undefined;
  readonly channel?: string | undefined;
  readonly customer?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly content?: string | undefined;
  readonly demand?: string | undefined;
  readonly accusedDepartment?: string | undefined;
  readonly accusedPerson?: string | undefined;
  readonly handlingDepartment?: string | undefined;
  readonly handler?: string | undefined;
  /** 处理时限 as written. */
  readonly deadline?: string | undefined;
  readonly handling?: string | undefined;
  readonly measures?: string | undefined;
  readonly result?: string | undefined;
  readonly satisfaction?: string | undefined;
  readonly verified?: boolean | undefined;
  readonly verifiedOn?: Day | undefined;
  readonly kind?: string | undefined;
  readonly level?: string | undefined;
  readonly clause?: string | undefined;
  readonly note?: string | undefined;
  readonly investigator?: string | undefined;
  /** The responsible people, where they are known better than by `accusedPerson`. */
  readonly people?: string | undefined;
  readonly head?: string | undefined;
  readonly chosenPoints?: string | undefined;
  readonly chosenDiscipline?: string | undefined;
  readonly headDiscipline?: string | undefined;
}

const COPIED = [
  'receivedOn',
  'receivedAt',
  'receivedBy',
  'reportedOn',
  'occurredOn',
  'channel',
  'customer',
  'phone',
  'address',
  'content',
  'demand',
  'handlingDepartment',
  'handler',
  'handling',
  'measures',
  'result',
  'satisfaction',
  'verified',
  'verifiedOn',
  'clause',
  'note',
  'investigator',
  'head',
  'chosenPoints',
  'chosenDiscipline',
  'headDiscipline',
] as const satisfies readonly (keyof ComplaintRecord & keyof ServiceIssue)[];

export interface RecordFields {
  readonly fields: Readonly<Record<string, RecordedValue>>;
  /** A kind or level that cannot be read; it stays open. */
  readonly problems: readonly Problem[];
}

/** What a record says about its issue, by field of the issue; blanks are left out. */
export function fieldsOf(record: ComplaintRecord): RecordFields {
  const fields: Record<string, RecordedValue> = {};
  for (const name of COPIED) {
    const value = record[name];
    if (value !== undefined && !isBlank(value)) fields[name] = value;
  }
  const accused = [record.accusedDepartment, record.accusedPerson].filter((name) => !isBlank(name)).join(' ');
  if (accused !== '') fields.accused = accused;
  const people = isBlank(record.people) ? record.accusedPerson : record.people;
  if (!isBlank(people)) fields.people = people!;
  if (!isBlank(record.deadline)) fields.limit = record.deadline!;
  const problems: Problem[] = [];
  const choose = (
    field: 'kind' | 'level',
    text: string | undefined,
    read: (text: string) => RecordedValue | undefined,
  ) => {
    if (isBlank(text)) return;
    const value = read(text!);
    if (value === undefined)
      problems.push({ code: `CASE_${field.toUpperCase()}_UNREADABLE`, params: { found: text! } });
    else fields[field] = value;
  };
  choose('kind', record.kind, readKind);
  choose('level', record.level, readLevel);
  return { fields, problems };
}

const isBlank = (value: RecordedValue | undefined): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '');

/**
 * The issue with what its record newly says. A field is taken over, or cleared, while it still holds what the record
 * said before; what a person has typed over it, or cleared, stays.
 */
export function withRecord(issue: ServiceIssue, record: ComplaintRecord): ServiceIssue {
  const { fields } = fieldsOf(record);
  const before = issue.recorded ?? {};
  const current = issue as unknown as Readonly<Record<string, unknown>>;
  const changes: Record<string, RecordedValue | undefined> = {};
  for (const [name, value] of Object.entries(fields)) {
    const untouched =
      issue.recorded === undefined ? current[name] === undefined : current[name] === before[name];
    if (untouched && current[name] !== value && issue.unread?.[name] === undefined) changes[name] = value;
  }
  for (const [name, value] of Object.entries(before)) {
    if (!(name in fields) && current[name] === value) changes[name] = undefined;
  }
  const { sheet, row, number } = record;
  const patch: IssuePatch = {
    ...(changes as IssuePatch),
    recorded: fields,
    source: { sheet, row },
    sourceNumber: number ?? issue.sourceNumber,
    missing: undefined,
  };
  return { ...issue, ...patch };
}
