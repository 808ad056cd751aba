import { isCellError, type CellValue } from '../../../workbook/grid';
import { intersection, MAX_COLUMNS, MAX_ROWS, type Block } from '../address';
import type { Cell, Sheet } from '../sheet';
import { error, type Matrix } from './operands';

/** A formula's cell and where its result stands. */
export interface Spilled {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** The cell itself, once it has a result. */
  cell?: Cell;
  /** The block its rows of values take up. */
  spill?: Block;
  /** The block they would take up, were it free. */
  blocked?: Block;
}

/** Empties the cells a formula spilled into. */
export function clearSpill(entry: Spilled): void {
  const { sheet, row, column, spill } = entry;
  if (!spill) return;
  for (const [, , cell] of sheet.cellsIn(spill)) {
    if (cell.spilledFrom?.row !== row || cell.spilledFrom.column !== column) continue;
    cell.value = null;
    delete cell.spilledFrom;
  }
  delete entry.spill;
}

/** Puts a result in its cell, rows of values also in those beside and below. Gives the block that changed, if any. */
export function placeResult(entry: Spilled, value: CellValue | Matrix): Block | undefined {
  const { sheet, row, column } = entry;
  const cell = sheet.cell(row, column);
  if (!cell) return undefined;
  entry.cell = cell;
  const before = entry.spill;
  if (!Array.isArray(value)) {
    clearSpill(entry);
    delete entry.blocked;
    return put(cell, value ?? 0) || before ? (before ?? at(row, column)) : undefined;
  }
  const block: Block = {
    top: row,
    left: column,
    bottom: row + value.length - 1,
    right: column + (value[0]?.length ?? 1) - 1,
  };
  if (before && sameValues(sheet, before, block, value)) return undefined;
  clearSpill(entry);
  if (!isFree(sheet, block, row, column)) {
    entry.blocked = block;
    return put(cell, error('#SPILL!')) || before ? (before ?? at(row, column)) : undefined;
  }
  delete entry.blocked;
  value.forEach((line, i) => {
    line.forEach((each, j) => {
      const target = sheet.makeCell(row + i, column + j);
      target.value = each ?? 0;
      if (i > 0 || j > 0) target.spilledFrom = { row, column };
    });
  });
  entry.spill = block;
  return before
    ? { ...block, bottom: Math.max(block.bottom, before.bottom), right: Math.max(block.right, before.right) }
    : block;
}

function sameValues(sheet: Sheet, before: Block, block: Block, value: Matrix): boolean {
  if (before.bottom !== block.bottom || before.right !== block.right) return false;
  return value.every((line, i) =>
    line.every((each, j) => sameValue(sheet.value(block.top + i, block.left + j), each ?? 0)),
  );
}

const at = (row: number, column: number): Block => ({ top: row, left: column, bottom: row, right: column });

function put(cell: Cell, value: CellValue): boolean {
  if (sameValue(cell.value, value)) return false;
  cell.value = value;
  return true;
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (a !== null && b !== null && isCellError(a) && isCellError(b)) return a.error === b.error;
  return a === b;
}

function isFree(sheet: Sheet, block: Block, row: number, column: number): boolean {
  if (block.bottom >= MAX_ROWS || block.right >= MAX_COLUMNS) return false;
  if (sheet.merges.some((merge) => intersection(merge, block))) return false;
  for (const [r, c, cell] of sheet.cellsIn(block)) {
    if (r === row && c === column) continue;
    if (cell.value !== null || cell.formula !== undefined) return false;
  }
  return true;
}
