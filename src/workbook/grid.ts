/**
 * What a sheet is to the reader: the values as they stand, without interpretation.
 * Rows and columns are 0-based here; everything shown to people is 1-based with column letters.
 */

/** A cell holding an Excel error, for example `#N/A`. */
export interface CellError {
  readonly error: string;
}

export type CellValue = string | number | boolean | null | CellError;

/** How a number is displayed, as far as reading it needs to know. */
export const NumberKind = {
  General: 0,
  Date: 1,
  Time: 2,
  DateTime: 3,
  Percent: 4,
  Text: 5,
} as const;
export type NumberKind = (typeof NumberKind)[keyof typeof NumberKind];

/** A merged block, 0-based and inclusive; its value stands in the top-left cell. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet as it is. `rows[r][c]`; rows may be shorter than `columnCount` and empty rows may be empty arrays. */
export interface Grid {
  readonly sheet: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly CellValue[])[];
  readonly columnCount: number;
  readonly merges: readonly MergedRange[];
  /**
   * Display kinds per row, `undefined` where the whole row is General. Index = column; columns after the last kind
   * are General. Rows may share one array.
   */
  readonly kinds: readonly (Uint8Array | undefined)[];
  /** 0-based indexes of rows that are hidden or filtered away. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** True when serial dates of this workbook count from 1904-01-01. */
  readonly date1904: boolean;
  /**
   * The plan id when this sheet was made by QAScore (see `SheetPlan.id`), else undefined.
   * Made sheets are never read as a team's records.
   */
  readonly madeBy?: string;
  /**
   * Formulas saved without a result, as some programs write them: their cells read as empty. How many, and the
   * address of the first.
   */
  readonly uncalculated?: { readonly count: number; readonly first: string };
}

export function isCellError(value: CellValue | undefined): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** `0` -> `A`, `27` -> `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** 0-based row and column to an A1 address. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
