import type { MergedRange } from './grid';
import { columnLetters } from './grid';
import { MAX_COLUMNS, MAX_ROWS } from './excelLimits';

/** `B4` (also `$B$4`) to 0-based row and column; undefined when it is none or off the sheet. */
export function parseAddress(text: string): { row: number; column: number } | undefined {
  const found = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(text);
  if (!found) return undefined;
  let column = 0;
  for (const letter of found[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(found[2]);
  if (column > MAX_COLUMNS || row < 1 || row > MAX_ROWS) return undefined;
  return { row: row - 1, column: column - 1 };
}

/** `A1:C4` or `A1` to a range; undefined when it is none. */
export function parseRange(text: string): MergedRange | undefined {
  const [first, second = first] = text.split(':');
  const a = parseAddress(first ?? '');
  const b = parseAddress(second ?? '');
  if (!a || !b) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** A range as `A1:C4`, one cell as `A1`. */
export function rangeAddress({ top, left, bottom, right }: MergedRange): string {
  const first = `${columnLetters(left)}${top + 1}`;
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${bottom + 1}`;
}

/** A range with fixed rows and columns on a named sheet, as formulas write it: `'绩效汇总'!$A$1:$C$4`. */
export function absoluteReference(sheet: string, { top, left, bottom, right }: MergedRange): string {
  const first = `$${columnLetters(left)}$${top + 1}`;
  const last = `$${columnLetters(right)}$${bottom + 1}`;
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** A sheet name as formulas quote it. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}
