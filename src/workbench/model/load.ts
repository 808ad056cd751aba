import { NumberKind, type Grid } from '../../workbook/grid';
import { readWorkbook } from '../../workbook/xlsx';
import { withFormat, PLAIN, type CellFormat } from './format';
import type { Sheet, SheetVisibility } from './sheet';
import { WorkbookModel } from './workbook';

/** Sheets by name, each as rows of entries; null leaves a cell empty. */
export type LiteralWorkbook = Readonly<
  Record<string, readonly (readonly (string | number | boolean | null)[])[]>
>;

const VISIBILITY: Readonly<Record<Grid['visibility'], SheetVisibility>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** How a number of each kind is shown; a file's own format is not read. */
const FORMATS: Readonly<Record<NumberKind, string>> = {
  [NumberKind.General]: 'General',
  [NumberKind.Date]: 'yyyy/m/d',
  [NumberKind.Time]: 'h:mm',
  [NumberKind.DateTime]: 'yyyy/m/d h:mm',
  [NumberKind.Percent]: '0.00%',
  [NumberKind.Text]: '@',
};

/** A workbook whose sheets are written out; entries are understood as if typed. */
export function fromLiteral(sheets: LiteralWorkbook, name?: string): WorkbookModel {
  const workbook = new WorkbookModel(name === undefined ? {} : { name });
  for (const [sheetName, rows] of Object.entries(sheets)) {
    const sheet = workbook.addSheet(sheetName);
    rows.forEach((line, row) => {
      line.forEach((entry, column) => {
        if (entry !== null) workbook.enter(sheet, row, column, entry);
      });
    });
  }
  return workbook;
}

/** A workbook with the sheets of the project's own grids. */
export function fromGrids(grids: readonly Grid[], name?: string): WorkbookModel {
  const workbook = new WorkbookModel({
    ...(name !== undefined && { name }),
    date1904: grids[0]?.date1904 ?? false,
  });
  for (const grid of grids) fillSheet(workbook.addSheet(grid.sheet), grid);
  return workbook;
}

/**
 * Opens an .xlsx: values, merges, kinds of numbers, hidden rows and columns, sheet states, names and custom XML. Throws what
 * `readWorkbook` throws.
 */
export function fromXlsx(bytes: Uint8Array, name?: string): WorkbookModel {
  const file = readWorkbook(bytes);
  const workbook = fromGrids(
    file.sheets.filter((sheet) => sheet.hasCells).map((sheet) => file.grid(sheet.name)),
    name,
  );
  for (const defined of file.definedNames) {
    if (/^_xl(?:nm|fn|pm)\./i.test(defined.name)) continue;
    const sheet = defined.sheet === undefined ? undefined : workbook.sheet(defined.sheet);
    workbook.names.push({
      id: workbook.guid(),
      name: defined.name,
      formula: `=${defined.value}`,
      visible: !defined.hidden,
      comment: '',
      ...(sheet && { sheet }),
    });
  }
  for (const part of file.customXml()) workbook.customXml.push({ id: workbook.guid(), xml: part.xml });
  return workbook;
}

function fillSheet(sheet: Sheet, grid: Grid): void {
  sheet.visibility = VISIBILITY[grid.visibility];
  sheet.merges = grid.merges.map((merge) => ({ ...merge }));
  grid.rows.forEach((line, row) => {
    const kinds = grid.kinds[row];
    line.forEach((value, column) => {
      const format = formatOf(kinds?.[column] as NumberKind | undefined);
      if (value === null && format === PLAIN) return;
      const cell = sheet.makeCell(row, column);
      cell.value = value;
      if (format !== PLAIN) cell.format = format;
    });
  });
  for (const row of grid.hiddenRows) sheet.makeRow(row).hidden = true;
  for (const column of grid.hiddenColumns) (sheet.columns[column] ??= {}).hidden = true;
}

function formatOf(kind: NumberKind | undefined): CellFormat {
  return kind === undefined || kind === NumberKind.General
    ? PLAIN
    : withFormat(PLAIN, 'numberFormat', FORMATS[kind]);
}
