import {
  BooleanNumber,
  type ICellData,
  type IFreeze,
  type IRange,
  type IWorksheetData,
} from '@univerjs/core';
import type { Block } from '../model/address';
import type { Freeze, Sheet } from '../model/sheet';
import { cellOf, styleOf } from './cellLook';
import { toPixels } from './units';

/** Empty room around what is used. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 12;
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 26;

export const rangeOf = ({ top, left, bottom, right }: Block): IRange => ({
  startRow: top,
  startColumn: left,
  endRow: bottom,
  endColumn: right,
});

export const blockOf = ({ startRow, startColumn, endRow, endColumn }: IRange): Block => ({
  top: startRow,
  left: startColumn,
  bottom: endRow,
  right: endColumn,
});

export type Cells = Record<number, Record<number, ICellData | null>>;

/** Cells of a block as the component takes them; positions without content are `null`. */
export function cellsOf(sheet: Sheet, block: Block): Cells {
  const cells: Cells = {};
  for (let row = block.top; row <= block.bottom; row++) {
    const line: Record<number, ICellData | null> = {};
    for (let column = block.left; column <= block.right; column++) {
      const cell = sheet.cell(row, column);
      line[column] = cellOf(cell, sheet.formatAt(row, column));
    }
    cells[row] = line;
  }
  return cells;
}

/** How many rows and columns the component shows of a sheet. */
export function extentOf(sheet: Sheet): { rows: number; columns: number } {
  const used = sheet.usedBlock(false);
  const columns = Math.max(used?.right ?? 0, sheet.columns.length - 1) + 1;
  return {
    rows: Math.max(LEAST_ROWS, (used?.bottom ?? 0) + 1 + SPARE_ROWS),
    columns: Math.max(LEAST_COLUMNS, columns + SPARE_COLUMNS),
  };
}

export function freezeOf({ rows, columns }: Freeze): IFreeze {
  return {
    xSplit: columns,
    ySplit: rows,
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
  };
}

/** A whole sheet for the component. */
export function sheetData(sheet: Sheet): IWorksheetData {
  const extent = extentOf(sheet);
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [row, column, cell] of sheet.cellsIn({
    top: 0,
    left: 0,
    bottom: extent.rows - 1,
    right: extent.columns - 1,
  })) {
    const data = cellOf(cell, sheet.formatAt(row, column));
    if (data) (cellData[row] ??= {})[column] = data;
  }
  const rowData: IWorksheetData['rowData'] = {};
  sheet.rows.forEach((row, i) => {
    if (!row) return;
    const hidden = sheet.isRowHidden(i);
    if (row.height === undefined && !hidden && !row.format) return;
    rowData[i] = {
      ...(row.height !== undefined && { h: toPixels(row.height), ia: BooleanNumber.FALSE }),
      ...(hidden && { hd: BooleanNumber.TRUE }),
      ...(row.format && { s: styleOf(row.format) }),
    };
  });
  const columnData: IWorksheetData['columnData'] = {};
  sheet.columns.forEach((column, i) => {
    if (!column) return;
    columnData[i] = {
      w: toPixels(column.width ?? sheet.standardWidth),
      ...(column.hidden === true && { hd: BooleanNumber.TRUE }),
      ...(column.format && { s: styleOf(column.format) }),
    };
  });
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === 'Visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: extent.rows,
    columnCount: extent.columns,
    defaultColumnWidth: toPixels(sheet.standardWidth),
    defaultRowHeight: 20,
    mergeData: sheet.merges.map(rangeOf),
    freeze: freezeOf(sheet.freeze),
    cellData,
    rowData,
    columnData,
    showGridlines: BooleanNumber.TRUE,
    rowHeader: { width: 46, hidden: BooleanNumber.FALSE },
    columnHeader: { height: 20, hidden: BooleanNumber.FALSE },
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    rightToLeft: BooleanNumber.FALSE,
  };
}
