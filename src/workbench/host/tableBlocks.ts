import type { Block } from '../model/address';
import type { TableModel } from '../model/parts';
import type { Sheet } from '../model/sheet';
import { cellText } from '../model/text';
import type { WorkbookModel } from '../model/workbook';
import { itemNotFound } from './errors';

/** Rows of data of a table. */
export function bodyOf({ block, showHeaders, showTotals }: TableModel): Block {
  return { ...block, top: block.top + (showHeaders ? 1 : 0), bottom: block.bottom - (showTotals ? 1 : 0) };
}

export function headerBlock({ block, showHeaders }: TableModel): Block {
  if (!showHeaders) throw itemNotFound();
  return { ...block, bottom: block.top };
}

/** A column with its header and total. */
export function columnBlock({ block }: TableModel, index: number): Block {
  if (index < 0) throw itemNotFound();
  return { ...block, left: block.left + index, right: block.left + index };
}

export function columnName(sheet: Sheet, { block, showHeaders }: TableModel, index: number): string {
  return showHeaders ? cellText(sheet.value(block.top, block.left + index)) : `Column${index + 1}`;
}

/** `Table1`, `Table2` ...: the first that is free. */
export function freeTableName(workbook: WorkbookModel): string {
  const taken = new Set(
    workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())),
  );
  for (let n = 1; ; n++) if (!taken.has(`table${n}`)) return `Table${n}`;
}

/**
 * Makes the header row of a table to be: without headers a row is put in above the data. Headers become texts,
 * each unlike the others. A table has at least one row of data.
 */
export function prepareHeader(
  workbook: WorkbookModel,
  sheet: Sheet,
  given: Block,
  hasHeaders: boolean,
): Block {
  const block = { ...given };
  if (!hasHeaders) {
    workbook.shift(sheet, { block: { ...block, bottom: block.top }, direction: 'down' }, 'addin');
    block.bottom++;
  } else if (block.top === block.bottom) block.bottom++;
  const seen = new Set<string>();
  for (let column = block.left; column <= block.right; column++) {
    const cell = sheet.makeCell(block.top, column);
    const base = cellText(cell.value) || `Column${column - block.left + 1}`;
    let name = base;
    for (let n = 2; seen.has(name.toLowerCase()); n++) name = `${base}${n}`;
    seen.add(name.toLowerCase());
    workbook.put(cell, name);
  }
  workbook.entered(sheet, { ...block, bottom: block.top }, 'addin');
  return block;
}
