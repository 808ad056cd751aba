import { parseRange } from '../address';
import { NumberKind, type CellValue, type Grid, type MergedRange } from '../grid';
import { formatCodeKind } from '../numberKinds';

/** A used range as Excel hands it over. */
export interface RangePayload {
  readonly values: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  /** 0-based place of its first cell. */
  readonly rowIndex: number;
  readonly columnIndex: number;
}

export interface SheetFacts {
  readonly sheet: string;
  readonly visibility: Grid['visibility'];
  readonly payloads: readonly RangePayload[];
  /** Address lists of Excel, for example `Sheet1!A1:B2,Sheet1!D4`; undefined = none. */
  readonly merged: string | undefined;
  /** Areas that are visible; undefined = nothing is. */
  readonly visible: string | undefined;
  readonly date1904: boolean;
  readonly madeBy: string | undefined;
}

const ERRORS: ReadonlySet<unknown> = new Set([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
  '#BLOCKED!',
  '#CONNECT!',
  '#FIELD!',
  '#UNKNOWN!',
]);

/** The grid of a sheet as the reader takes it, trimmed to its last filled row and column. */
export function gridOf(facts: SheetFacts): Grid {
  const rows: CellValue[][] = [];
  const kinds: (Uint8Array | undefined)[] = [];
  let columnCount = 0;
  for (const { values, numberFormat, rowIndex, columnIndex } of facts.payloads) {
    values.forEach((cells, r) => {
      const row = rowOf(cells, columnIndex);
      if (row.length === 0) return;
      const at = rowIndex + r;
      while (rows.length < at) rows.push([]);
      rows[at] = row;
      kinds[at] = kindsOf(numberFormat[r] ?? [], columnIndex, row.length);
      columnCount = Math.max(columnCount, row.length);
    });
  }
  for (let r = 0; r < rows.length; r += 1) kinds[r] ??= undefined;
  const hidden = hiddenOf(facts.visible, rows.length, columnCount);
  return {
    sheet: facts.sheet,
    visibility: facts.visibility,
    rows,
    columnCount,
    merges: areas(facts.merged).filter(({ top, left, bottom, right }) => bottom > top || right > left),
    kinds,
    hiddenRows: hidden.rows,
    hiddenColumns: hidden.columns,
    date1904: facts.date1904,
    ...(facts.madeBy === undefined ? {} : { madeBy: facts.madeBy }),
  };
}

function rowOf(cells: readonly unknown[], left: number): CellValue[] {
  let last = cells.length - 1;
  while (last >= 0 && isEmpty(cells[last])) last -= 1;
  if (last < 0) return [];
  const row: CellValue[] = Array.from({ length: left }, () => null);
  for (let c = 0; c <= last; c += 1) row.push(valueOf(cells[c]));
  return row;
}

const isEmpty = (value: unknown): boolean => value === '' || value === null || value === undefined;

function valueOf(value: unknown): CellValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value === '') return null;
  return ERRORS.has(value) ? { error: value } : value;
}

const kindOfCode = new Map<string, NumberKind>();

function kindsOf(formats: readonly unknown[], left: number, length: number): Uint8Array | undefined {
  let kinds: Uint8Array | undefined;
  for (let c = left; c < length; c += 1) {
    const code = formats[c - left];
    if (typeof code !== 'string' || code === 'General') continue;
    let kind = kindOfCode.get(code);
    if (kind === undefined) {
      kind = formatCodeKind(code);
      kindOfCode.set(code, kind);
    }
    if (kind === NumberKind.General) continue;
    kinds ??= new Uint8Array(length);
    kinds[c] = kind;
  }
  return kinds;
}

/** Ranges of an address list of one sheet. */
export function areas(list: string | undefined): MergedRange[] {
  if (list === undefined || list === '') return [];
  return list.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap((text) => {
    const local = text.slice(text.lastIndexOf('!') + 1).replaceAll('$', '');
    const range = parseRange(local) ?? wholeLines(local);
    return range === undefined ? [] : [range];
  });
}

const LAST = 1_048_575;
const LAST_COLUMN = 16_383;

/** `3:7` or `B:D`. */
function wholeLines(text: string): MergedRange | undefined {
  const rows = /^(\d+):(\d+)$/.exec(text);
  if (rows !== null)
    return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: LAST_COLUMN };
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(text);
  if (columns === null) return undefined;
  const range = parseRange(`${columns[1] ?? ''}1:${columns[2] ?? ''}1`);
  return range === undefined ? undefined : { ...range, top: 0, bottom: LAST };
}

function hiddenOf(
  visible: string | undefined,
  rowCount: number,
  columnCount: number,
): { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> } {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const shown = areas(visible);
  if (shown.length === 0) return { rows, columns };
  for (let r = 0; r < rowCount; r += 1) rows.add(r);
  for (let c = 0; c < columnCount; c += 1) columns.add(c);
  for (const { top, bottom, left, right } of shown) {
    for (let r = top; r <= Math.min(bottom, rowCount - 1); r += 1) rows.delete(r);
    for (let c = left; c <= Math.min(right, columnCount - 1); c += 1) columns.delete(c);
  }
  return { rows, columns };
}
