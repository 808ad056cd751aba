import { MAX_COLUMNS, MAX_ROWS, type Block } from '../model/address';
import type { Sheet } from '../model/sheet';
import { invalidArgument } from './errors';
import type { Argument } from './hostObject';
import { asText } from './arguments';

const filled = (sheet: Sheet, row: number, column: number): boolean => {
  const cell = sheet.cell(row, column);
  return cell !== undefined && (cell.value !== null || cell.formula !== undefined);
};

/** The block around a range that is set off by empty rows and columns. */
export function regionAround(sheet: Sheet, block: Block): Block {
  let region = block;
  for (;;) {
    const wider: Block = {
      top: Math.max(region.top - 1, 0),
      left: Math.max(region.left - 1, 0),
      bottom: Math.min(region.bottom + 1, MAX_ROWS - 1),
      right: Math.min(region.right + 1, MAX_COLUMNS - 1),
    };
    const used = sheet.usedBlock(true, wider);
    if (!used) return region;
    const next: Block = {
      top: Math.min(region.top, used.top),
      left: Math.min(region.left, used.left),
      bottom: Math.max(region.bottom, used.bottom),
      right: Math.max(region.right, used.right),
    };
    if (
      next.top === region.top &&
      next.left === region.left &&
      next.bottom === region.bottom &&
      next.right === region.right
    ) {
      return region;
    }
    region = next;
  }
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  Up: [-1, 0],
  Down: [1, 0],
  Left: [0, -1],
  Right: [0, 1],
};

/** Where Ctrl+arrow leads from the first cell of a range. */
export function edgeOf(sheet: Sheet, block: Block, direction: Argument): Block {
  const step = STEPS[asText(direction)];
  if (!step) throw invalidArgument();
  let { top: row, left: column } = block;
  const used = sheet.usedBlock(true);
  const inside = (r: number, c: number): boolean => r >= 0 && c >= 0 && r < MAX_ROWS && c < MAX_COLUMNS;
  const beyond = (r: number, c: number): boolean => !used || r > used.bottom || c > used.right;
  const start = filled(sheet, row, column) && filled(sheet, row + step[0], column + step[1]);
  for (;;) {
    const [r, c] = [row + step[0], column + step[1]];
    if (!inside(r, c)) break;
    if (
      start
        ? !filled(sheet, r, c)
        : filled(sheet, row, column) && (row !== block.top || column !== block.left)
    )
      break;
    if (beyond(r, c) && (step[0] > 0 || step[1] > 0)) {
      row = step[0] > 0 ? MAX_ROWS - 1 : row;
      column = step[1] > 0 ? MAX_COLUMNS - 1 : column;
      break;
    }
    [row, column] = [r, c];
  }
  return { top: row, left: column, bottom: row, right: column };
}
