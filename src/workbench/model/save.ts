import { NumberKind, type CellValue, type Grid } from '../../workbook/grid';
import { formatCodeKind } from '../../workbook/xlsx';
import { existing, type Sheet, type SheetVisibility } from './sheet';
import type { WorkbookModel } from './workbook';

const VISIBILITY: Readonly<Record<SheetVisibility, Grid['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** The sheets as the project's own grids, formulas as their results. `madeBy` is not known here. */
export function toGrids(workbook: WorkbookModel): Grid[] {
  workbook.engine.calculate();
  return workbook.sheets.map((sheet) => gridOf(sheet, workbook.date1904));
}

function gridOf(sheet: Sheet, date1904: boolean): Grid {
  const used = sheet.usedBlock(false);
  const rows: CellValue[][] = [];
  const kinds: (Uint8Array | undefined)[] = [];
  const columnCount = used ? used.right + 1 : 0;
  for (let row = 0; used && row <= used.bottom; row++) {
    const cells = sheet.rows[row]?.cells ?? [];
    const last = cells.findLastIndex((cell) => cell !== undefined && cell.value !== null);
    rows.push(Array.from({ length: last + 1 }, (_, column) => cells[column]?.value ?? null));
    kinds.push(kindsOf(sheet, row, last));
  }
  return {
    sheet: sheet.name,
    visibility: VISIBILITY[sheet.visibility],
    rows,
    columnCount,
    merges: sheet.merges.map((merge) => ({ ...merge })),
    kinds,
    hiddenRows: new Set(
      [...existing(sheet.rows, 0, sheet.rows.length)].filter((row) => sheet.isRowHidden(row)),
    ),
    hiddenColumns: new Set(
      [...existing(sheet.columns, 0, sheet.columns.length)].filter((column) => sheet.columns[column]?.hidden),
    ),
    date1904,
  };
}

function kindsOf(sheet: Sheet, row: number, last: number): Uint8Array | undefined {
  const kinds = new Uint8Array(last + 1);
  for (let column = 0; column <= last; column++) {
    const { numberFormat } = sheet.formatAt(row, column);
    if (numberFormat !== undefined) kinds[column] = formatCodeKind(numberFormat);
  }
  return kinds.some((kind) => kind !== NumberKind.General) ? kinds : undefined;
}
