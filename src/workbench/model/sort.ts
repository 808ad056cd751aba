import { isCellError, type CellValue } from '../../workbook/grid';
import type { Block } from './address';
import { moveFormula } from './engine/r1c1';
import { compare } from './engine/operands';
import type { Cell, Sheet } from './sheet';

export interface SortField {
  /** Offset of the column in the block. */
  readonly key: number;
  readonly ascending: boolean;
}

/** Sorts the rows of a block by their values; rows that are alike stay in order, empty cells come last. */
export function sortRows(
  sheet: Sheet,
  block: Block,
  fields: readonly SortField[],
  hasHeaders: boolean,
): void {
  const first = block.top + (hasHeaders ? 1 : 0);
  const rows: { from: number; cells: (Cell | undefined)[] }[] = [];
  for (let row = first; row <= block.bottom; row++) {
    rows.push({ from: row, cells: sheet.rows[row]?.cells.slice(block.left, block.right + 1) ?? [] });
  }
  rows.sort((a, b) => {
    for (const { key, ascending } of fields) {
      const order = compareCells(a.cells[key]?.value ?? null, b.cells[key]?.value ?? null, ascending);
      if (order !== 0) return order;
    }
    return a.from - b.from;
  });
  rows.forEach(({ from, cells }, i) => {
    const row = first + i;
    for (let offset = 0; offset <= block.right - block.left; offset++) {
      const cell = cells[offset];
      const moved =
        cell?.formula === undefined ? cell : { ...cell, formula: moveFormula(cell.formula, row - from, 0) };
      if (moved) sheet.makeRow(row).cells[block.left + offset] = moved;
      else if (sheet.rows[row]) sheet.rows[row].cells[block.left + offset] = undefined;
    }
  });
}

/** Sorts the columns of a block by their values; keys are offsets of rows. */
export function sortColumns(
  sheet: Sheet,
  block: Block,
  fields: readonly SortField[],
  hasHeaders: boolean,
): void {
  const first = block.left + (hasHeaders ? 1 : 0);
  const columns: { from: number; cells: (Cell | undefined)[] }[] = [];
  for (let column = first; column <= block.right; column++) {
    const cells: (Cell | undefined)[] = [];
    for (let row = block.top; row <= block.bottom; row++) cells.push(sheet.cell(row, column));
    columns.push({ from: column, cells });
  }
  columns.sort((a, b) => {
    for (const { key, ascending } of fields) {
      const order = compareCells(a.cells[key]?.value ?? null, b.cells[key]?.value ?? null, ascending);
      if (order !== 0) return order;
    }
    return a.from - b.from;
  });
  columns.forEach(({ from, cells }, i) => {
    const column = first + i;
    cells.forEach((cell, offset) => {
      const row = sheet.makeRow(block.top + offset);
      row.cells[column] =
        cell?.formula === undefined
          ? cell
          : { ...cell, formula: moveFormula(cell.formula, 0, column - from) };
    });
  });
}

function compareCells(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const [x, y] = [isCellError(a), isCellError(b)];
  if (x || y) return x === y ? 0 : x === ascending ? 1 : -1;
  return ascending ? compare(a, b) : compare(b, a);
}
