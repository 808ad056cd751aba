import type { Block } from './address';
import { existing, STANDARD_HEIGHT, type Sheet } from './sheet';

/** Where a block lies on its sheet, in points; hidden rows and columns have no size. */
export function extentOf(
  sheet: Sheet,
  block: Block,
): { top: number; left: number; width: number; height: number } {
  return {
    top: heightOf(sheet, 0, block.top - 1),
    left: widthOf(sheet, 0, block.left - 1),
    width: widthOf(sheet, block.left, block.right),
    height: heightOf(sheet, block.top, block.bottom),
  };
}

function heightOf(sheet: Sheet, first: number, last: number): number {
  let height = (last - first + 1) * STANDARD_HEIGHT;
  for (const row of existing(sheet.rows, first, last)) {
    height += (sheet.isRowHidden(row) ? 0 : sheet.rowHeight(row)) - STANDARD_HEIGHT;
  }
  return height;
}

function widthOf(sheet: Sheet, first: number, last: number): number {
  let width = (last - first + 1) * sheet.standardWidth;
  for (const column of existing(sheet.columns, first, last)) {
    const hidden = sheet.columns[column]?.hidden === true;
    width += (hidden ? 0 : sheet.columnWidth(column)) - sheet.standardWidth;
  }
  return width;
}
