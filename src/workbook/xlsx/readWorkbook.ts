import { ProblemError } from '../../facts/problem';
import type { Grid } from '../grid';
import { NO_CELL_KINDS, readCellKinds } from './cellFormats';
import { readCustomXml, type CustomXmlPart } from './customXml';
import { corrupt } from './failures';
import { OpcPackage } from './opcPackage';
import { readPlanMarks } from './planMarks';
import { SharedStrings } from './sharedStrings';
import { readWorkbookPart, type SheetEntry } from './workbookPart';
import { readWorksheet, type SheetContent } from './worksheetReader';
import { utf8Xml } from './xmlBytes';

export interface SheetInfo {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Plan id when the tab was made by QAScore. */
  readonly madeBy?: string;
  /** False for chart sheets and the like, which have no cells. */
  readonly hasCells: boolean;
}

/** A name of the workbook, or of one sheet when `sheet` is given. */
export interface WorkbookName {
  readonly name: string;
  readonly sheet?: string;
  readonly hidden: boolean;
  /** The formula without `=`. */
  readonly value: string;
}

/** An opened workbook file. Sheets are read when asked for and kept. */
export interface WorkbookFile {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetInfo[];
  readonly definedNames: readonly WorkbookName[];
  readonly date1904: boolean;
  /**
   * Cells of one sheet; the name counts whatever its case. Throws `NO_SUCH_SHEET` `{sheet}`, or `CORRUPT` when the
   * sheet's part is damaged.
   */
  grid(name: string): Grid;
  /** XML documents that other programs keep in the workbook. */
  customXml(): readonly CustomXmlPart[];
}

/**
 * Opens the bytes of an .xlsx or .xlsm file. Throws a `ProblemError`: `NOT_XLSX` `{found}`, `XLS_LEGACY`,
 * `ENCRYPTED`, `TRUNCATED`, `ZIP64_UNSUPPORTED`, `ZIP_BOMB` `{part,size}`, `CORRUPT` `{part,reason}`.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookFile {
  const pkg = OpcPackage.open(bytes);
  const workbook = readWorkbookPart(pkg);
  const { date1904, sheets, relationships } = workbook;
  const marks = readPlanMarks(workbook.definedNames);
  const infos = sheets.map((sheet, i) => sheetInfo(sheet, marks.get(i)));
  const related = (type: string): string | undefined =>
    relationships.find((r) => r.type === type && !r.external && pkg.has(r.target))?.target;

  const sharedStrings = once(() => {
    const part = related('sharedStrings');
    if (part === undefined) throw corrupt('sharedStrings', 'missing');
    return new SharedStrings(utf8Xml(pkg.bytes(part)), part);
  });
  const cellKinds = once(() => {
    const part = related('styles');
    return part === undefined ? NO_CELL_KINDS : readCellKinds(pkg.xml(part).root);
  });
  const read = (sheet: SheetEntry): SheetContent => {
    if (sheet.type !== 'worksheet') return EMPTY;
    if (sheet.part === undefined) throw corrupt(sheet.name, 'missing');
    const content = utf8Xml(pkg.bytes(sheet.part));
    return readWorksheet(content, sheet.part, { sharedStrings, cellKinds: cellKinds(), date1904 });
  };

  const grids = new Map<number, Grid>();
  return {
    sheets: infos,
    date1904,
    definedNames: workbook.definedNames.map(({ name, sheet, hidden, value }) => {
      const owner = sheet === undefined ? undefined : sheets[sheet]?.name;
      return { name, hidden, value, ...(owner !== undefined && { sheet: owner }) };
    }),
    grid(name) {
      const index = findSheet(infos, name);
      const info = infos[index];
      if (!info) throw new ProblemError('NO_SUCH_SHEET', { sheet: name });
      const known = grids.get(index);
      if (known) return known;
      const { visibility, madeBy } = info;
      const grid = {
        sheet: info.name,
        visibility,
        date1904,
        ...(madeBy !== undefined && { madeBy }),
        ...read(sheets[index]!),
      };
      grids.set(index, grid);
      return grid;
    },
    customXml: once(() => readCustomXml(pkg, workbook)),
  };
}

const EMPTY: SheetContent = {
  rows: [],
  kinds: [],
  columnCount: 0,
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
};

function sheetInfo({ name, visibility, type }: SheetEntry, madeBy: string | undefined): SheetInfo {
  return { name, visibility, hasCells: type === 'worksheet', ...(madeBy !== undefined && { madeBy }) };
}

function findSheet(sheets: readonly SheetInfo[], name: string): number {
  const exact = sheets.findIndex((sheet) => sheet.name === name);
  return exact >= 0 ? exact : sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
