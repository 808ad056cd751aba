import { columnsOf, rowsOf, type Block } from '../model/address';
import { rewriteForMove } from '../model/engine/rewrite';
import { PLAIN } from '../model/format';
import type { Cell } from '../model/sheet';
import type { RangeObject, RangeTarget } from './hostObject';
import { assertEditable, makeRange } from './ranges';

/** Cuts the cells of a range and puts them where `destination` begins. Merged cells, rules and tables stay. */
export function moveCells(view: RangeObject, destination: RangeTarget): void {
  const { sheet, block } = view.target;
  const { top, left } = destination.block;
  const to: Block = { top, left, bottom: top + rowsOf(block) - 1, right: left + columnsOf(block) - 1 };
  makeRange(view.core, destination.sheet, to);
  assertEditable(sheet, block);
  assertEditable(destination.sheet, to);
  const { workbook } = view.core;
  rewriteForMove(workbook, {
    sheet,
    block,
    to: { sheet: destination.sheet, row: top, column: left },
  });
  const moved: { row: number; column: number; cell: Cell }[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) {
      const format = sheet.formatAt(row, column);
      const cell = sheet.cell(row, column);
      moved.push({
        row: row - block.top,
        column: column - block.left,
        cell: { value: null, ...cell, format },
      });
      if (!cell) continue;
      workbook.put(cell, null);
      cell.format = PLAIN;
    }
  }
  for (const { row, column, cell } of moved) {
    const target = destination.sheet.makeCell(top + row, left + column);
    workbook.put(target, cell.value, cell.formula);
    target.format = cell.format!;
  }
  workbook.entered(sheet, block, 'addin');
  workbook.entered(destination.sheet, to, 'addin');
  workbook.engine.namesChanged();
}
