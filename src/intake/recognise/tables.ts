import { cellAddress, type CellValue, type Grid } from '../../workbook/grid';
import { cellText, isBlank, textKey } from '../values/text';
import type { Candidate } from './columns';
import { fieldSpec } from './fields';
import { isKnownHeader, lookAtRow, type HeaderBlock } from './headers';
import type { ColumnProfile } from './profile';

/** Fields that a list has once; a second one begins another list. */
const IDENTITY = new Set([
  'name',
  'id',
  'userId',
  'customer',
  'customerId',
  'team',
  'date',
  'clause',
  'param',
  'shift',
]);
const MAX_TABLES = 10;
/** Header cells of a list, at least; and their share of the row. */
const KNOWN_CELLS = 3;
const KNOWN_SHARE = 0.6;

/** Where further tables begin on the sheet of one: below it, above it, to its right. */
export interface OtherTables {
  /** A1 addresses of their first header cells. */
  readonly addresses: readonly string[];
  /** 0-based first row of the next table below; its rows are not ours. */
  readonly below?: number;
}

/** Looks for header rows besides the sheet's own, above and below it; yields between slices of rows. */
export function* stackedTables(grid: Grid, header: HeaderBlock, start: number): Generator<void, OtherTables> {
  const own = new Set(header.parts.flat().map((text) => textKey(text)));
  const columns = header.texts.length;
  const addresses: string[] = [];
  let below: number | undefined;
  for (let r = 0; r < grid.rows.length; r += 1) {
    if (r % 8000 === 7999) yield;
    if (r >= header.top && r < start) continue;
    const first = headerStart(grid, r, columns, own);
    if (first === undefined) continue;
    // Rows of parents right above the header belong to it; a header needs rows of its own below.
    if (r < header.top && !hasData(grid, r + 1, header.top)) continue;
    if (r > start && !startsAnew(grid, r, columns)) continue;
    if (r >= start) below ??= r;
    if (addresses.length < MAX_TABLES) addresses.push(cellAddress(r, first));
    else if (below !== undefined) break;
  }
  return { addresses, ...(below === undefined ? {} : { below }) };
}

/** The first filled column of a row of nothing but texts; -1 for any other row, as nearly all are. */
function firstOfTexts(row: readonly CellValue[], columns: number): number {
  let first = -1;
  const end = Math.min(row.length, columns);
  for (let c = 0; c < end; c += 1) {
    const value = row[c];
    if (value === null || isBlank(value)) continue;
    if (typeof value !== 'string') return -1;
    if (first < 0) first = c;
  }
  return first;
}

/** The first column of a row that is a header of other columns than ours; undefined for any other row. */
function headerStart(grid: Grid, r: number, columns: number, own: ReadonlySet<string>): number | undefined {
  const row = grid.rows[r];
  const first = row === undefined ? -1 : firstOfTexts(row, columns);
  if (row === undefined || first < 0 || !isKnownHeader(cellText(row[first]))) return undefined;
  const seen = lookAtRow(row, columns);
  if (seen.known < KNOWN_CELLS || seen.texts < seen.filled || seen.known < seen.filled * KNOWN_SHARE)
    return undefined;
  const same = row.filter((cell) => typeof cell === 'string' && own.has(textKey(cell))).length;
  return same >= seen.filled * 0.6 ? undefined : first;
}

/** Below a blank or nearly blank row (a title), or plain enough to need none. */
function startsAnew(grid: Grid, r: number, columns: number): boolean {
  const before = lookAtRow(grid.rows[r - 1], columns);
  if (before.filled <= 2) return true;
  const seen = lookAtRow(grid.rows[r], columns);
  return seen.known >= 4 && seen.known >= seen.filled * 0.8;
}

function hasData(grid: Grid, from: number, to: number): boolean {
  let rows = 0;
  for (let r = from; r < to; r += 1) if (lookAtRow(grid.rows[r], 60).filled >= 2) rows += 1;
  return rows >= 1 && to - from >= 2;
}

/**
 * The first column of a second table beside the first: after an empty column, or the same headers over again, with a
 * person, date or the like of its own.
 */
export function tableBeside(
  header: HeaderBlock,
  candidates: readonly (readonly Candidate[])[],
  profiles: readonly ColumnProfile[],
): number | undefined {
  const fields = candidates.map((list) =>
    list[0] !== undefined && list[0].score >= 0.9 ? list[0].field : undefined,
  );
  const count = header.texts.length;
  for (let c = 2; c < count - 1; c += 1) {
    if (header.texts[c] === '') continue;
    const gap = header.texts[c - 1] === '' && (profiles[c - 1]?.filled ?? 0) === 0;
    if (!gap && !repeatsFrom(header.texts, c)) continue;
    const end = groupEnd(header.texts, c);
    const before = new Set(fields.slice(0, c));
    const mine = fields.slice(c, end).filter((field) => field !== undefined);
    const twice = mine.filter(
      (field) => IDENTITY.has(field) && before.has(field) && fieldSpec(field)?.many !== true,
    );
    if (mine.length >= 2 && twice.length >= 1) return c;
  }
  return undefined;
}

function groupEnd(texts: readonly string[], from: number): number {
  let end = from;
  while (end < texts.length && texts[end] !== '') end += 1;
  return end;
}

/** Whether the headers from here on are those from the first column on. */
function repeatsFrom(texts: readonly string[], start: number): boolean {
  const first = texts.findIndex((text) => text !== '');
  if (first < 0 || texts[start] !== texts[first]) return false;
  const length = Math.min(start - first, texts.length - start);
  let same = 0;
  for (let i = 0; i < length; i += 1)
    if (texts[first + i] !== '' && texts[first + i] === texts[start + i]) same += 1;
  return length >= 2 && same >= length * 0.8;
}
