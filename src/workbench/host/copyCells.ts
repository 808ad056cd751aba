import { columnsOf, rowsOf, type Block } from '../model/address';
import { moveFormula } from '../model/engine/r1c1';
import type { Cell } from '../model/sheet';
import type { Argument, RangeObject, RangeTarget } from './hostObject';
import { copyParts } from './copyParts';
import { assertEditable, makeRange } from './ranges';

interface CopyOptions {
  /** Excel.RangeCopyType. */
  readonly type: Argument;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Copies cells into a range: as often as the source fits in it, at least once from its first cell. */
export function copyCells(view: RangeObject, source: RangeTarget, options: CopyOptions): void {
  const { sheet, block: to } = view.target;
  const { block: from } = source;
  const [height, width] = options.transpose
    ? [columnsOf(from), rowsOf(from)]
    : [rowsOf(from), columnsOf(from)];
  const fits = rowsOf(to) % height === 0 && columnsOf(to) % width === 0;
  const area: Block = fits ? to : { ...to, bottom: to.top + height - 1, right: to.left + width - 1 };
  makeRange(view.core, sheet, area);
  assertEditable(sheet, area);
  const cells: (Cell | undefined)[][] = [];
  for (let row = from.top; row <= from.bottom; row++) {
    const line: (Cell | undefined)[] = [];
    for (let column = from.left; column <= from.right; column++) {
      const cell = source.sheet.cell(row, column);
      line.push({ value: null, ...cell, format: source.sheet.formatAt(row, column) });
    }
    cells.push(line);
  }
  const { workbook } = view.core;
  const contents = options.type !== 'Formats';
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const [i, j] = [(row - area.top) % height, (column - area.left) % width];
      const [r, c] = options.transpose ? [j, i] : [i, j];
      const cell = cells[r]?.[c];
      if (!cell || (options.skipBlanks && cell.value === null && cell.formula === undefined)) continue;
      const made = sheet.makeCell(row, column);
      if (contents) {
        const formula =
          options.type === 'Values' || cell.formula === undefined
            ? undefined
            : moveFormula(cell.formula, row - (from.top + r), column - (from.left + c));
        workbook.put(made, cell.value, formula);
      }
      if (options.type === 'All' || options.type === 'Formats') made.format = cell.format!;
    }
  }
  if (options.type === 'All' || options.type === 'Formats') {
    for (let row = area.top; row <= area.bottom; row += height) {
      for (let column = area.left; column <= area.right; column += width) {
        if (!options.transpose)
          copyParts(view.core, source, sheet, row - from.top, column - from.left, options.type);
      }
    }
  }
  if (contents) workbook.entered(sheet, area, 'addin');
  else workbook.emit({ kind: 'format', sheet, block: area });
}
