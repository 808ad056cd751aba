import { columnLetters, type MergedRange } from '../../workbook/grid';

/** A block of cells, 0-based and inclusive. */
export type Block = MergedRange;

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Block = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_CELL = /^(?:[A-Z]{1,3}\d+|R\d*(?:C\d*)?|C\d*|TRUE|FALSE)$/i;

export const rowsOf = (block: Block): number => block.bottom - block.top + 1;
export const columnsOf = (block: Block): number => block.right - block.left + 1;
export const cellsOf = (block: Block): number => rowsOf(block) * columnsOf(block);
export const isWholeColumns = (block: Block): boolean => block.top === 0 && block.bottom === MAX_ROWS - 1;
export const isWholeRows = (block: Block): boolean => block.left === 0 && block.right === MAX_COLUMNS - 1;
export const blockOfCell = (row: number, column: number): Block => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** True when all of the block is on a sheet. */
export function isOnSheet({ top, left, bottom, right }: Block): boolean {
  return top >= 0 && left >= 0 && bottom >= top && right >= left && bottom < MAX_ROWS && right < MAX_COLUMNS;
}

/** `A1`, `A1:C4`, `A:C` or `2:5`, with or without `$`; undefined when it is none of them. */
export function parseBlock(text: string): Block | undefined {
  const trimmed = text.trim();
  const cells = CELLS.exec(trimmed);
  const columns = COLUMNS.exec(trimmed);
  const rows = ROWS.exec(trimmed);
  let corners: [number, number, number, number];
  if (cells) {
    const [, c1, r1, c2 = c1, r2 = r1] = cells;
    corners = [Number(r1) - 1, columnIndex(c1!), Number(r2) - 1, columnIndex(c2!)];
  } else if (columns) corners = [0, columnIndex(columns[1]!), MAX_ROWS - 1, columnIndex(columns[2]!)];
  else if (rows) corners = [Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1];
  else return undefined;
  const [r1, c1, r2, c2] = corners;
  const block = {
    top: Math.min(r1, r2),
    left: Math.min(c1, c2),
    bottom: Math.max(r1, r2),
    right: Math.max(c1, c2),
  };
  return isOnSheet(block) ? block : undefined;
}

/** `'My sheet'!A1:B2` to its parts; `sheet` is left out where the text names none. */
export function splitAddress(text: string): { sheet?: string; range: string } {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(text.trim());
  if (!found) return { range: text.trim() };
  return { sheet: (found[1] ?? found[2]!).replace(/''/g, "'"), range: found[3]! };
}

/** `A1`, `A1:C4`, `A:C` or `2:5`. */
export function formatBlock(block: Block): string {
  const { top, left, bottom, right } = block;
  if (isWholeRows(block)) return `${top + 1}:${bottom + 1}`;
  if (isWholeColumns(block)) return `${columnLetters(left)}:${columnLetters(right)}`;
  const first = `${columnLetters(left)}${top + 1}`;
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${bottom + 1}`;
}

/** A sheet name as addresses show it: in quotes where it needs them. */
export function quoteName(sheet: string): string {
  return PLAIN_NAME.test(sheet) && !LOOKS_LIKE_CELL.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

export function formatAddress(sheet: string, block: Block): string {
  return `${quoteName(sheet)}!${formatBlock(block)}`;
}

export function intersection(a: Block, b: Block): Block | undefined {
  const block = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return block.top <= block.bottom && block.left <= block.right ? block : undefined;
}

export function bounding(a: Block, b: Block): Block {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export function contains(outer: Block, inner: Block): boolean {
  return (
    inner.top >= outer.top &&
    inner.left >= outer.left &&
    inner.bottom <= outer.bottom &&
    inner.right <= outer.right
  );
}

export function sameBlock(a: Block, b: Block): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
