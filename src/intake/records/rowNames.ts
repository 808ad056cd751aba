import type { CellValue } from '../../workbook/grid';
import type { DataRow } from '../recognise/rows';
import type { PersonRef } from '../types';
import { readDate, type DateReading } from '../values/date';
import { readId, readName } from '../values/name';
import { cellText, isNoData } from '../values/text';
import { recordKey, type RowDate, type RowNames } from './draft';
import { NO_IDS } from './recordRows';
import { Cells, type RowContext } from './rowContext';

/** Fields that say whom a row names. */
export const NAME_FIELDS: ReadonlySet<string> = new Set(['name', 'id', 'userId', 'customer', 'customerId']);
/** Fields that say when. */
export const DATE_FIELDS: ReadonlySet<string> = new Set(['date', 'recordDate']);

/** Whom the row names. */
export function readNames(row: DataRow, context: RowContext): RowNames {
  const cells = new Cells(row, context);
  const who = personIn(cells);
  const customer = customerIn(cells.value('customer'), cells.value('customerId'));
  return { ...(who === undefined ? {} : { who }), ...(customer === undefined ? {} : { customer }) };
}

/** The day it happened, else the day of its recording; or why there is none. */
export function readWhen(row: DataRow, context: RowContext): RowDate {
  const cells = new Cells(row, context);
  for (const field of DATE_FIELDS) {
    const value = cells.value(field);
    if (isNoData(value)) continue;
    const said = { dateText: cellText(value).slice(0, 40), textDate: typeof value === 'string' };
    const date = readDate(value, cells.kind(field), context.dates);
    if (date === undefined) return { ...said, dateProblem: 'DATE_UNREADABLE' };
    if (doubtful(date)) return { ...said, dateProblem: 'DATE_AMBIGUOUS' };
    return { ...said, day: date.day, ...(date.second === undefined ? {} : { second: date.second }) };
  }
  return { dateText: '', textDate: false, dateProblem: 'DATE_MISSING' };
}

/** Numbers of the record itself, as keys. */
export function recordIdsIn(row: DataRow, context: RowContext): readonly string[] {
  let found: string[] | undefined;
  for (const field of context.numberFields) {
    for (const value of row.values(field)) {
      if (isNoData(value)) continue;
      const key = recordKey(cellText(value));
      if (found === undefined) found = [key];
      else found.push(key);
    }
  }
  return found ?? NO_IDS;
}

/** The number that joins the records of one event, '' where there is none. */
export function eventIdIn(row: DataRow, context: RowContext): string {
  if (!context.fields.has('eventId') && !context.fields.has('complaintNo')) return '';
  const cells = new Cells(row, context);
  return cells.text('eventId') || cells.text('complaintNo');
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function personIn(cells: Cells): PersonRef | undefined {
  const name = readName(cells.value('name'));
  const id = readId(cells.value('id')) ?? name?.id;
  const userId = readId(cells.value('userId'));
  if (name === undefined && id === undefined && userId === undefined) return undefined;
  const who: Mutable<PersonRef> = { name: name?.name ?? '' };
  if (id !== undefined) who.id = id;
  if (userId !== undefined) who.userId = userId;
  if (name?.left === true) who.left = true;
  return who;
}

/**
 * A customer as written: brackets belong to a company's name (`东海贸易（上海）`), they are no remark. Undefined where
 * the cells name nobody.
 */
export function customerIn(name: CellValue, id: CellValue): PersonRef | undefined {
  const written =
    isNoData(name) || typeof name !== 'string' ? '' : name.trim().replace(/\s+/g, ' ').slice(0, 100);
  const number = isNoData(id) ? undefined : readId(id);
  if (written === '' && number === undefined) return undefined;
  return { name: written, ...(number === undefined ? {} : { id: number }) };
}

/** The head whom the row names for its record. */
export function headIn(cells: Cells): PersonRef | undefined {
  const value = cells.value('head');
  const name = isNoData(value) ? undefined : readName(value);
  return name === undefined
    ? undefined
    : { name: name.name, ...(name.id === undefined ? {} : { id: name.id }) };
}

/** A date that can be read in two ways, or contradicts the weekday beside it. */
export const doubtful = (date: DateReading): boolean =>
  date.alternative !== undefined || date.weekdayMismatch === true;
