import { isCellError, type CellError, type CellValue } from '../../../workbook/grid';
import { cellsOf, type Block } from '../address';
import { readEntry } from '../input';
import type { Sheet } from '../sheet';
import { generalText } from '../text';

/** Cells as such, for functions that ask where they are. */
export class Reference {
  constructor(
    readonly sheet: Sheet,
    readonly block: Block,
  ) {}
}

export type Matrix = CellValue[][];
/** What a part of a formula gives; undefined for an argument left out. */
export type Operand = CellValue | Matrix | Reference;

export const error = (text: string): CellError => ({ error: text });
export const VALUE_ERROR = error('#VALUE!');

/** Values of cells: one of a single cell, rows of several. Whole columns end with what is used of them. */
export function dereference(operand: Operand): CellValue | Matrix {
  if (!(operand instanceof Reference)) return operand;
  const { sheet, block } = operand;
  if (cellsOf(block) === 1) return sheet.value(block.top, block.left);
  return matrixOf(operand);
}

export function matrixOf(operand: Operand): Matrix {
  if (!(operand instanceof Reference)) return Array.isArray(operand) ? operand : [[operand]];
  const { sheet, block } = operand;
  const used =
    block.bottom > sheet.rows.length || block.right - block.left > 1000 ? sheet.usedBlock(true) : undefined;
  const bottom = Math.min(block.bottom, Math.max(sheet.rows.length - 1, block.top));
  const right = used ? Math.min(block.right, Math.max(used.right, block.left)) : block.right;
  const rows: Matrix = [];
  for (let row = block.top; row <= bottom; row++) {
    const cells = sheet.rows[row]?.cells;
    const line: CellValue[] = [];
    for (let column = block.left; column <= right; column++) line.push(cells?.[column]?.value ?? null);
    rows.push(line);
  }
  return rows;
}

/** The first value of what a part gives. */
export function single(operand: Operand): CellValue {
  const value = dereference(operand);
  return Array.isArray(value) ? (value[0]?.[0] ?? null) : value;
}

export function toNumber(value: CellValue): number | CellError {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isCellError(value)) return value;
  const read = readEntry(value.trim()).value;
  return typeof read === 'number' ? read : VALUE_ERROR;
}

export function toText(value: CellValue): string | CellError {
  if (value === null) return '';
  if (typeof value === 'number') return generalText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

export function toBoolean(value: CellValue): boolean | CellError {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (isCellError(value)) return value;
  if (/^true$/i.test(value)) return true;
  return /^false$/i.test(value) ? false : VALUE_ERROR;
}

/** Applies a function to every pair of values; a single value goes with all of the other side's. */
export function broadcast(
  left: CellValue | Matrix,
  right: CellValue | Matrix,
  apply: (a: CellValue, b: CellValue) => CellValue,
): CellValue | Matrix {
  if (!Array.isArray(left) && !Array.isArray(right)) return apply(left, right);
  const [a, b] = [Array.isArray(left) ? left : [[left]], Array.isArray(right) ? right : [[right]]];
  const rows = Math.max(a.length, b.length);
  const columns = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0);
  const at = (matrix: Matrix, row: number, column: number): CellValue => {
    const line = matrix.length === 1 ? matrix[0] : matrix[row];
    const value = line?.length === 1 ? line[0] : line?.[column];
    return value === undefined ? error('#N/A') : value;
  };
  return Array.from({ length: rows }, (_r, row) =>
    Array.from({ length: columns }, (_c, column) => apply(at(a, row, column), at(b, row, column))),
  );
}

/** -1, 0 or 1. Numbers come before texts, texts before truth values; texts regardless of case. */
export function compare(a: CellValue, b: CellValue): number {
  const [x, y] = [blankAs(a, b), blankAs(b, a)];
  const [rankX, rankY] = [rank(x), rank(y)];
  if (rankX !== rankY) return rankX < rankY ? -1 : 1;
  if (typeof x === 'string' && typeof y === 'string') {
    const [p, q] = [x.toLowerCase(), y.toLowerCase()];
    return p === q ? 0 : p < q ? -1 : 1;
  }
  return x === y ? 0 : Number(x) < Number(y) ? -1 : 1;
}

/** An empty cell counts as the other side's nothing. */
function blankAs(value: CellValue, other: CellValue): CellValue {
  if (value !== null) return value;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

const rank = (value: CellValue): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
