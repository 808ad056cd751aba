import { MAX_COLUMNS, MAX_ROWS, type Block } from './address';
import type { Shift } from './changes';
import type { Cell, Sheet } from './sheet';

/**
 * Where a block is after a shift: undefined when all of it was taken out. Blocks that the shift cuts through only
 * in part stay where they are.
 */
export function shiftBlock(block: Block, { block: at, direction }: Shift): Block | undefined {
  const vertical = direction === 'down' || direction === 'up';
  const across = vertical
    ? block.left >= at.left && block.right <= at.right
    : block.top >= at.top && block.bottom <= at.bottom;
  if (!across) return block;
  const [first, last] = vertical ? [at.top, at.bottom] : [at.left, at.right];
  const [start, end] = vertical ? [block.top, block.bottom] : [block.left, block.right];
  const size = last - first + 1;
  const limit = vertical ? MAX_ROWS - 1 : MAX_COLUMNS - 1;
  if (start === 0 && end === limit) return block;
  let moved: [number, number];
  if (direction === 'down' || direction === 'right') {
    moved = [start >= first ? start + size : start, end >= first ? Math.min(end + size, limit) : end];
  } else {
    if (start >= first && end <= last) return undefined;
    moved = [
      start > last ? start - size : Math.min(start, first),
      end > last ? end - size : end >= first ? first - 1 : end,
    ];
  }
  return vertical
    ? { ...block, top: moved[0], bottom: moved[1] }
    : { ...block, left: moved[0], right: moved[1] };
}

/** Moves the cells of a sheet, its rows and columns, merges and names. Formulas are rewritten by the engine. */
export function shiftCells(sheet: Sheet, shift: Shift): void {
  const { block, direction } = shift;
  if (direction === 'down' || direction === 'up') {
    if (block.left === 0 && block.right === MAX_COLUMNS - 1) shiftRows(sheet, block, direction);
    else shiftDown(sheet, block, direction);
  } else {
    shiftRight(sheet, block, direction);
  }
  sheet.merges = sheet.merges.flatMap((merge) => {
    const moved = shiftBlock(merge, shift);
    return moved && (moved.top !== moved.bottom || moved.left !== moved.right) ? [moved] : [];
  });
}

function shiftRows(sheet: Sheet, { top, bottom }: Block, direction: 'down' | 'up'): void {
  const count = bottom - top + 1;
  if (direction === 'up') {
    if (top < sheet.rows.length) sheet.rows.splice(top, count);
  } else if (top < sheet.rows.length) {
    const above = top > 0 ? sheet.rows[top - 1] : undefined;
    sheet.rows.splice(top, 0, ...Array.from({ length: count }, () => undefined));
    for (const [column, cell] of (above?.cells ?? []).entries()) {
      if (cell?.format)
        for (let row = top; row <= bottom; row++) sheet.makeCell(row, column).format = cell.format;
    }
  }
}

function shiftDown(sheet: Sheet, block: Block, direction: 'down' | 'up'): void {
  for (let column = block.left; column <= block.right; column++) {
    const cells: (Cell | undefined)[] = sheet.rows.map((row) => row?.cells[column]);
    move(cells, block.top, block.bottom - block.top + 1, direction === 'down');
    const length = Math.max(cells.length, sheet.rows.length);
    for (let row = block.top; row < length; row++) place(sheet, row, column, cells[row]);
  }
}

function shiftRight(sheet: Sheet, block: Block, direction: 'right' | 'left'): void {
  const count = block.right - block.left + 1;
  const last = Math.min(block.bottom, sheet.rows.length - 1);
  for (let row = block.top; row <= last; row++) {
    const cells = sheet.rows[row]?.cells;
    if (cells) move(cells, block.left, count, direction === 'right');
  }
  if (block.top === 0 && block.bottom === MAX_ROWS - 1) {
    move(sheet.columns, block.left, count, direction === 'right');
  }
}

function move<T>(list: (T | undefined)[], at: number, count: number, apart: boolean): void {
  if (at >= list.length) return;
  if (apart) list.splice(at, 0, ...Array.from({ length: count }, () => undefined));
  else list.splice(at, count);
}

function place(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  if (cell) sheet.makeRow(row).cells[column] = cell;
  else if (sheet.rows[row]) sheet.rows[row].cells[column] = undefined;
}
