import type { Block } from './address';
import { formatValue } from './format';
import { existing, STANDARD_HEIGHT, type Sheet } from './sheet';
import { cellText } from './text';
import type { WorkbookModel } from './workbook';

/** Rough sizes of a character of 11 points, in points: half-width and full-width. */
const NARROW = 5.5;
const WIDE = 11;
const MARGIN = 6;

/** Width of a text in points; an estimate, as no font is measured. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0)! >= 0x2e80 ? WIDE : NARROW) * (size / 11);
  return width;
}

/** Sets the columns as wide as their longest text. */
export function autofitColumns(workbook: WorkbookModel, sheet: Sheet, block: Block): void {
  const widths = new Map<number, number>();
  for (const [row, column, cell] of sheet.cellsIn(block)) {
    if (cell.value === null || sheet.mergeAt(row, column)) continue;
    const format = sheet.formatAt(row, column);
    const text = cellText(cell.value, format.numberFormat);
    const longest = Math.max(
      ...text.split('\n').map((line) => textWidth(line, Number(formatValue(format, 'font.size')))),
    );
    widths.set(column, Math.max(widths.get(column) ?? 0, longest + MARGIN));
  }
  for (const [column, width] of widths)
    workbook.setColumnWidth(sheet, column, column, Math.round(width * 4) / 4);
}

/** Sets the rows as high as their texts need; wrapped texts are broken at the width of their column. */
export function autofitRows(workbook: WorkbookModel, sheet: Sheet, block: Block): void {
  const heights = new Map<number, number>();
  for (const row of existing(sheet.rows, block.top, block.bottom)) heights.set(row, STANDARD_HEIGHT);
  for (const [row, column, cell] of sheet.cellsIn(block)) {
    if (cell.value === null || sheet.mergeAt(row, column)) continue;
    const format = sheet.formatAt(row, column);
    const size = Number(formatValue(format, 'font.size'));
    const room = Math.max(sheet.columnWidth(column) - MARGIN, 1);
    const lines = cellText(cell.value, format.numberFormat)
      .split('\n')
      .reduce(
        (sum, line) => sum + (format.wrapText ? Math.max(1, Math.ceil(textWidth(line, size) / room)) : 1),
        0,
      );
    heights.set(row, Math.max(heights.get(row) ?? 0, lines * STANDARD_HEIGHT * (size / 11)));
  }
  for (const [row, height] of heights) workbook.setRowHeight(sheet, row, row, Math.round(height * 4) / 4);
}
