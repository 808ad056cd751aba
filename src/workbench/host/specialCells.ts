import { isCellError } from '../../workbook/grid';
import type { Block } from '../model/address';
import { existing, type Cell, type Sheet } from '../model/sheet';
import { invalidArgument } from './errors';
import type { Argument, HostObject, RangeObject } from './hostObject';
import { makeAreas } from './ranges';

/** Cells of a kind inside a range: visible ones, formulas, constants, blanks. Null when there are none. */
export function specialCells(view: RangeObject, type: Argument, valueType: Argument): HostObject | null {
  const { sheet, block } = view.target;
  const blocks =
    type === 'Visible' ? visibleBlocks(sheet, block) : blocksWhere(sheet, block, type, valueType);
  return blocks.length === 0 ? null : makeAreas(view.core, sheet, blocks);
}

interface Span {
  first: number;
  last: number;
}

/** Stretches of `first..last` without the lines that are left out. */
function stretches(first: number, last: number, leftOut: Iterable<number>): Span[] {
  const spans: Span[] = [];
  let from = first;
  for (const line of leftOut) {
    if (line > from) spans.push({ first: from, last: line - 1 });
    from = line + 1;
  }
  if (from <= last) spans.push({ first: from, last });
  return spans;
}

function visibleBlocks(sheet: Sheet, block: Block): Block[] {
  const rows = [...existing(sheet.rows, block.top, block.bottom)].filter((row) => sheet.isRowHidden(row));
  const columns = [...existing(sheet.columns, block.left, block.right)].filter(
    (column) => sheet.columns[column]?.hidden === true,
  );
  const across = stretches(block.left, block.right, columns);
  return stretches(block.top, block.bottom, rows).flatMap((down) =>
    across.map(({ first, last }) => ({ top: down.first, bottom: down.last, left: first, right: last })),
  );
}

function blocksWhere(sheet: Sheet, block: Block, type: Argument, valueType: Argument): Block[] {
  if (type === 'Blanks') return blanks(sheet, block);
  const wantsFormula = type === 'Formulas';
  if (!wantsFormula && type !== 'Constants') throw invalidArgument();
  const blocks: Block[] = [];
  for (const [row, column, cell] of sheet.cellsIn(block)) {
    if (cell.value === null && cell.formula === undefined) continue;
    if ((cell.formula !== undefined) !== wantsFormula || !isOfType(cell, valueType)) continue;
    extend(blocks, row, column);
  }
  return blocks;
}

function isOfType({ value }: Cell, wanted: Argument): boolean {
  if (typeof wanted !== 'string' || wanted === 'All') return true;
  if (isCellError(value)) return wanted.includes('Errors');
  if (typeof value === 'number') return wanted.includes('Numbers');
  if (typeof value === 'boolean') return wanted.includes('Logical');
  return wanted.includes('Text');
}

/** Blank cells count only inside the used range, as in Excel. */
function blanks(sheet: Sheet, block: Block): Block[] {
  const used = sheet.usedBlock(false, block);
  if (!used) return [];
  const blocks: Block[] = [];
  for (let row = used.top; row <= used.bottom; row++) {
    for (let column = used.left; column <= used.right; column++) {
      const cell = sheet.cell(row, column);
      if (!cell || (cell.value === null && cell.formula === undefined)) extend(blocks, row, column);
    }
  }
  return blocks;
}

/** Adds a cell, in reading order, to the block to its left where there is one. */
function extend(blocks: Block[], row: number, column: number): void {
  const last = blocks.at(-1);
  if (last?.bottom === row && last.right === column - 1)
    blocks[blocks.length - 1] = { ...last, right: column };
  else blocks.push({ top: row, bottom: row, left: column, right: column });
}
