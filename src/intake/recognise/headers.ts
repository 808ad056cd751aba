import type { CellValue, Grid, MergedRange } from '../../workbook/grid';
import { FIELDS, type FieldSpec } from './fields';
import { dayHeader, patternField } from './patterns';
import { cellText, isBlank, isNumbered, memoText, textKey } from '../values/text';

/** The header block of a sheet; rows 0-based and inclusive. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  /** Header of every column, parent and child joined with `/`; '' where there is none. */
  readonly texts: readonly string[];
  /** The same as its header cells, parents first. */
  readonly parts: readonly (readonly string[])[];
  /** Last (most specific) header cell of every column. */
  readonly leaves: readonly string[];
  /** The row with full marks below the header, 0-based. */
  readonly fullMarksRow?: number;
}

const SEARCH_ROWS = 40;
/** Columns that are looked at; a sheet wider than this is no list. */
export const MAX_COLUMNS = 600;

const KNOWN: ReadonlySet<string> = new Set(
  Object.values(FIELDS).flatMap((spec: FieldSpec) => spec.exact.map((word) => textKey(word))),
);

/** Whether a text is a header that the vocabulary or a pattern knows. */
export const isKnownHeader = (text: string): boolean =>
  text.length <= 40 && !isNumbered(text) && knowsHeader(text);

const knowsHeader = memoText((text: string): boolean => {
  const key = textKey(text);
  if (key === '') return false;
  if (KNOWN.has(key) || patternField(key) !== undefined) return true;
  const bare = textKey(text.replace(/[([【].{0,20}[)\]】]$/, ''));
  return bare !== key && KNOWN.has(bare);
});

/** The bottom row index (exclusive) of what can be a header, and the number of columns looked at. */
function extent(grid: Grid): { readonly rows: number; readonly columns: number } {
  return { rows: Math.min(grid.rows.length, SEARCH_ROWS), columns: Math.min(grid.columnCount, MAX_COLUMNS) };
}

/** What the cells of a row are, as far as headers go. */
export interface RowLook {
  readonly filled: number;
  readonly known: number;
  readonly days: number;
  readonly texts: number;
  /** Cells that repeat a known header more than once more: neither for nor against a header. */
  readonly repeated: number;
}

/** Counts the cells of a row that are filled, texts, days of a month, and headers that are known. */
export function lookAtRow(row: readonly CellValue[] | undefined, columns: number): RowLook {
  let [filled, known, days, texts, repeated] = [0, 0, 0, 0, 0];
  const times = new Map<string, number>();
  let before: number | undefined;
  for (let c = 0; c < columns; c += 1) {
    const value = row?.[c];
    if (isBlank(value)) continue;
    filled += 1;
    const text = cellText(value);
    if (typeof value === 'string') texts += 1;
    const day = dayHeader(value ?? null);
    if (day !== undefined) {
      const date = Number(day.slice(day.lastIndexOf('-') + 1));
      if (follows(before, date)) days += 1;
      before = date;
    } else if (typeof value === 'string' && isKnownHeader(text)) {
      // 休息 under every day is no header, though one 休息 is.
      const seen = times.get(text) ?? 0;
      times.set(text, seen + 1);
      if (seen < 2) known += 1;
      else repeated += 1;
    }
  }
  return { filled, known, days, texts, repeated };
}

/** Days of a header go on, with weekends left out perhaps, and over the end of a month; scores go up and down. */
const follows = (before: number | undefined, date: number): boolean =>
  before === undefined || (date > before && date - before <= 4) || (before >= 25 && date <= 5);

/** Finds the header rows, or undefined for a sheet without any. */
export function findHeader(grid: Grid): HeaderBlock | undefined {
  const { rows, columns } = extent(grid);
  const looks = Array.from({ length: rows }, (_, r) => lookAtRow(grid.rows[r], columns));
  const merges = mergesByRow(grid, rows);
  let best = -1;
  let bestScore = 0;
  looks.forEach((row, r) => {
    const score = headerScore(row);
    // An earlier row wins a draw: the header stands above its repetitions.
    if (score > bestScore + 1e-9) [best, bestScore] = [r, score];
  });
  if (best < 0 || bestScore < 1.2) return undefined;
  let top = best;
  let bottom = best;
  while (bottom + 1 < rows && bottom - top < 3 && continues(grid, looks, merges, top, bottom + 1, columns))
    bottom += 1;
  while (top > 0 && bottom - top < 3 && isParentRow(grid, looks, merges, top - 1, top, columns)) top -= 1;
  const texts: string[] = [];
  const allParts: string[][] = [];
  const leaves: string[] = [];
  for (let c = 0; c < columns; c += 1) {
    const parts = headerParts(grid, merges, top, bottom, c);
    texts.push(parts.join('/'));
    allParts.push(parts);
    leaves.push(parts[parts.length - 1] ?? '');
  }
  const marks = fullMarksRow(grid, nextFilled(grid, bottom), texts);
  return {
    top,
    bottom,
    texts,
    parts: allParts,
    leaves,
    ...(marks === undefined ? {} : { fullMarksRow: marks }),
  };
}

function headerScore(row: RowLook): number {
  if (row.filled === 0) return 0;
  const days = row.days >= 5 ? row.days * 0.5 : 0;
  const share = (row.known + (row.days >= 5 ? row.days : 0)) / Math.max(1, row.filled - row.repeated);
  if (row.known + days < 2) return 0;
  // The criteria of a scorecard are words of their own: many unknown texts may stand beside few known ones.
  const least = row.texts === row.filled && row.filled >= 5 && row.known >= 3 ? 0.15 : 0.34;
  return share < least ? 0 : (row.known + days) * (0.4 + 0.6 * share);
}

type RowMerges = readonly (readonly MergedRange[])[];

function mergesByRow(grid: Grid, rows: number): RowMerges {
  const found: MergedRange[][] = Array.from({ length: rows }, () => []);
  for (const merge of grid.merges.length > 5000 ? grid.merges.slice(0, 5000) : grid.merges) {
    for (let r = Math.max(0, merge.top); r <= Math.min(merge.bottom, rows - 1); r += 1) found[r]?.push(merge);
  }
  return found;
}

const covering = (merges: RowMerges, row: number, column: number): MergedRange | undefined =>
  merges[row]?.find((merge) => merge.left <= column && column <= merge.right);

/** Whether the row below the header so far belongs to it: children under parents, or the lower half of merged cells. */
function continues(
  grid: Grid,
  looks: readonly RowLook[],
  merges: RowMerges,
  top: number,
  row: number,
  columns: number,
): boolean {
  const here = looks[row]!;
  const above = looks[row - 1]!;
  if (here.filled === 0) return false;
  const deep = (merges[row] ?? []).some(
    (merge) => merge.top >= top && merge.top < row && merge.bottom >= row,
  );
  const wide = (merges[row - 1] ?? []).some(
    (merge) => merge.top === row - 1 && merge.right > merge.left && merge.right - merge.left + 1 < columns,
  );
  if (deep && looksLikeHeader(grid, row, here, columns)) return true;
  let under = 0;
  let known = 0;
  let clash = 0;
  for (let c = 0; c < columns; c += 1) {
    const value = grid.rows[row]?.[c];
    if (isBlank(value)) continue;
    const header = isBlank(grid.rows[row - 1]?.[c]);
    const day = dayHeader(value ?? null) !== undefined || WEEKDAY.test(cellText(value));
    const ok =
      day ||
      (typeof value === 'string' && isKnownHeader(cellText(value))) ||
      (typeof value === 'string' && wide && value.length <= 20);
    if (!ok && !(typeof value === 'string' && UNIT.test(cellText(value)))) clash += 1;
    if (ok) known += 1;
    if (header) under += 1;
  }
  if (clash > 0 && !(wide && clash <= here.filled * 0.2)) return false;
  if (above.filled === 0) return false;
  return known >= 1 && (wide || under > 0 || weekdaysOnly(grid, row, columns));
}

const WEEKDAY = /^(?:周|星期)?[日天一二三四五六]$/;
const UNIT = /^[(]?(?:天|次|分|分钟|小时|元|人|%|日|户|个)[)]?$/;

function weekdaysOnly(grid: Grid, row: number, columns: number): boolean {
  let days = 0;
  for (let c = 0; c < columns; c += 1) if (WEEKDAY.test(cellText(grid.rows[row]?.[c]))) days += 1;
  return days >= 5;
}

/** Short texts only, no dates, at most a few numbers. */
function looksLikeHeader(grid: Grid, row: number, seen: RowLook, columns: number): boolean {
  let odd = 0;
  for (let c = 0; c < columns; c += 1) {
    const value = grid.rows[row]?.[c];
    if (isBlank(value) || dayHeader(value ?? null) !== undefined) continue;
    if (typeof value !== 'string' || cellText(value).length > 24) odd += 1;
  }
  return odd <= seen.filled * 0.2;
}

/** Whether the row above holds parents of the header (not a title). */
function isParentRow(
  grid: Grid,
  looks: readonly RowLook[],
  merges: RowMerges,
  row: number,
  below: number,
  columns: number,
): boolean {
  const here = looks[row]!;
  if (here.filled < 2 || !looksLikeHeader(grid, row, here, columns)) return false;
  const deep = (merges[row] ?? []).some((merge) => merge.top === row && merge.bottom >= below);
  if (deep) return true;
  if (here.known < 1) return false;
  let fills = 0;
  for (let c = 0; c < columns; c += 1) {
    if (!isBlank(grid.rows[row]?.[c]) && isBlank(grid.rows[below]?.[c])) fills += 1;
  }
  return fills >= 2;
}

function headerParts(grid: Grid, merges: RowMerges, top: number, bottom: number, column: number): string[] {
  const parts: string[] = [];
  for (let r = top; r <= bottom; r += 1) {
    const merge = covering(merges, r, column);
    let text = cellText(grid.rows[r]?.[column]);
    if (text === '' && merge !== undefined && merge.top >= top)
      text = cellText(grid.rows[merge.top]?.[merge.left]);
    else if (text === '' && r < bottom && merge === undefined)
      text = inherited(grid, merges, r, bottom, column);
    text = text.replace(/\s+/g, ' ').slice(0, 80);
    if (text !== '' && parts[parts.length - 1] !== text) parts.push(text);
  }
  return parts;
}

/** A parent written in the first of its columns without being merged: CSV exports. */
function inherited(grid: Grid, merges: RowMerges, row: number, bottom: number, column: number): string {
  if ((merges[row] ?? []).some((merge) => merge.right > merge.left)) return '';
  const childOf = (c: number): string => {
    for (let r = row + 1; r <= bottom; r += 1) {
      const text = cellText(grid.rows[r]?.[c]);
      if (text !== '') return text;
    }
    return '';
  };
  if (childOf(column) === '') return '';
  for (let c = column - 1; c >= 0 && column - c <= 60; c -= 1) {
    const text = cellText(grid.rows[row]?.[c]);
    if (childOf(c) === '') return '';
    if (text !== '') return text;
  }
  return '';
}

/** The next row that is not blank, a few rows on at most. */
function nextFilled(grid: Grid, row: number): number {
  for (let r = row + 1; r <= row + 3; r += 1)
    if (grid.rows[r]?.some((value) => !isBlank(value)) === true) return r;
  return row + 1;
}

const FULL_MARKS_LABEL = /^(?:满分|分值|标准分|权重|总分|满分值|配分)$/;
const IDENTITY = /姓名|工号|日期|时间|编号|序号|部门|小组|班组|name|date/i;

/** The row of full marks under a scorecard's header: numbers under criteria, nothing under names and dates. */
function fullMarksRow(grid: Grid, row: number, texts: readonly string[]): number | undefined {
  const cells = grid.rows[row];
  if (cells === undefined) return undefined;
  let numbers = 0;
  let others = 0;
  let label = false;
  let identity = false;
  for (let c = 0; c < texts.length; c += 1) {
    const value = cells[c];
    if (isBlank(value)) continue;
    const text = cellText(value);
    if (/^\d{1,3}(?:\.\d{1,2})?[分%]?$/.test(text)) numbers += 1;
    else if (FULL_MARKS_LABEL.test(text)) label = true;
    else others += 1;
    if (IDENTITY.test(texts[c] ?? '') && !FULL_MARKS_LABEL.test(text)) identity = true;
  }
  if (numbers < 2 || others > 0 || identity) return undefined;
  const nested = texts.some((text) => text.includes('/')) && texts.some((text) => /\d+分/.test(text));
  const next = grid.rows[nextFilled(grid, row)];
  const nextHasName = next !== undefined && texts.some((text, c) => IDENTITY.test(text) && !isBlank(next[c]));
  return label || (nextHasName && (nested || neverExceeded(grid, row, texts.length))) ? row : undefined;
}

/** Rows below that are held against a row of full marks. */
const MARKED_ROWS = 30;

/** Whether no number below is above the one in this row, and some reach it: nobody has more than full marks. */
function neverExceeded(grid: Grid, row: number, columns: number): boolean {
  let reached = 0;
  for (let c = 0; c < columns; c += 1) {
    const full = Number.parseFloat(cellText(grid.rows[row]?.[c]));
    if (Number.isNaN(full)) continue;
    for (let r = row + 1; r <= row + MARKED_ROWS; r += 1) {
      const value = grid.rows[r]?.[c];
      // Sums and averages below stand without a person; a sum would be above the marks and a score never is.
      if (typeof value !== 'number' || isBlank(value)) continue;
      if (value > full) return false;
      if (value === full) reached += 1;
    }
  }
  return reached >= 2;
}
