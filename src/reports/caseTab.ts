import type { Applied, IssuePatch, ServiceIssue, TypedRow } from '../casework';
import type { Problem } from '../facts/problem';
import { t, type Language, type TextKey } from '../i18n';
import { cellAddress, isCellError, NumberKind, type CellValue, type Grid } from '../workbook/grid';
import { readMark } from '../workbook/regenerate/marks';
import type { PlanConditionalFormat, SheetPlan } from '../workbook/sheetPlan';
import { typedCell, type CaseColumn, type TypedCell } from './caseColumns';
import { yearOf, type CaseReportInput } from './caseInput';
import { labelKey } from './caseText';
import { allWordings, listPlan, type ListColumn } from './layout';

/** A yearly list of issues that is written from its columns and read back by them. */
export interface CaseTab {
  readonly id: string;
  readonly name: TextKey;
  readonly title: TextKey;
  readonly columns: readonly CaseColumn[];
  /** Key of the last column that does not scroll. */
  readonly frozen: string;
  /** Key of the column that says that a row's issue is gone. */
  readonly withdrawnIn: string;
  readonly notes: readonly TextKey[];
}

export interface CaseTabOptions {
  readonly notes?: readonly TextKey[];
  readonly conditionalFormats?: (first: number, last: number) => readonly PlanConditionalFormat[];
}

export function caseTabPlan(
  tab: CaseTab,
  issues: readonly ServiceIssue[],
  input: CaseReportInput,
  language: Language,
  options: CaseTabOptions = {},
): SheetPlan {
  const year = yearOf(input);
  const rows = issues.map((issue, position) => ({ id: issue.id, row: { issue, position } }));
  const columns = tab.columns.map((column): ListColumn<{ issue: ServiceIssue; position: number }> => ({
    key: column.key,
    header: column.header,
    width: column.width,
    hand: column.hand,
    cell: ({ issue, position }) => column.cell(issue, input, language, position),
  }));
  const plan = listPlan(input, language, tab.name, tab.id, columns, rows, {
    frozenColumns: tab.columns.findIndex(({ key }) => key === tab.frozen) + 1,
    notes: [...tab.notes, ...(options.notes ?? [])].map((key) => t(language, key)),
    withdrawnIn: tab.withdrawnIn,
    extras: ({ first, last }) => (last < first ? {} : rules(tab, language, options, first, last)),
  });
  return { ...plan, id: `${tab.id}:${year}`, rows: withTitle(plan, t(language, tab.title, { year })) };
}

function rules(
  tab: CaseTab,
  language: Language,
  { conditionalFormats }: CaseTabOptions,
  first: number,
  last: number,
): Partial<SheetPlan> {
  const validations = tab.columns.flatMap(({ list }, column) =>
    list === undefined
      ? []
      : [{ range: { top: first, left: column, bottom: last, right: column }, list: list(language) }],
  );
  return { validations, conditionalFormats: conditionalFormats?.(first, last) ?? [] };
}

function withTitle({ rows }: SheetPlan, title: string): SheetPlan['rows'] {
  return rows.map((row, index) => {
    const [head, ...others] = row.cells;
    return index === 0 && head ? { ...row, cells: [{ ...head, value: title }, ...others] } : row;
  });
}

/** What stands on a casework tab, row by row; `header` is false where its header row was not found. */
export interface TabReading {
  readonly rows: readonly PlacedRow[];
  readonly header: boolean;
  /** Columns of the tab that are not there. */
  readonly missing: readonly CaseColumn[];
  /** 0-based columns of the grid that are the tab's own. */
  readonly columns: readonly number[];
  readonly idColumn: number | undefined;
}

export interface PlacedRow extends TypedRow {
  /** 0-based row of the grid. */
  readonly at: number;
}

const HEADER_SEARCH_ROWS = 60;
const ID_KEY = 'id';

/** Reads a casework tab back by its headers, wherever its columns and rows now stand. */
export function readCaseTab(tab: CaseTab, grid: Grid): TabReading {
  const header = findHeader(tab, grid);
  if (header === undefined) return { rows: [], header: false, missing: [], columns: [], idColumn: undefined };
  const { places } = header;
  const rows: PlacedRow[] = [];
  let below = false;
  for (let row = header.row + 1; row < grid.rows.length; row += 1) {
    below ||= isBelowList(tab, grid.rows[row] ?? []);
    const typed = readRow(grid, row, places);
    // below the list only rows that were moved there together with their number are its own
    if (
      typed !== undefined &&
      !isBelowList(tab, grid.rows[row] ?? []) &&
      (!below || typed.id !== undefined)
    ) {
      rows.push(typed);
    }
  }
  return {
    rows,
    header: true,
    missing: tab.columns.filter((column) => !places.some((place) => place.column === column)),
    columns: places.map(({ at }) => at),
    idColumn: places.find(({ column }) => column.key === ID_KEY)?.at,
  };
}

/** A note or the signature line of the tab. */
function isBelowList(tab: CaseTab, cells: readonly CellValue[]): boolean {
  if (cells.some((value) => readMark(value)?.kind === 'row')) return true;
  const notes = tab.notes.flatMap(allWordings);
  const signatures = allWordings('signature.preparedBy');
  return cells.some(
    (value) =>
      typeof value === 'string' &&
      (notes.includes(value) || signatures.some((label) => value.startsWith(label))),
  );
}

interface Place {
  readonly column: CaseColumn;
  readonly at: number;
}

function findHeader(
  tab: CaseTab,
  grid: Grid,
): { readonly row: number; readonly places: readonly Place[] } | undefined {
  const known = new Map<string, CaseColumn>();
  for (const column of tab.columns) {
    for (const header of allWordings(column.header)) known.set(labelKey(header), column);
  }
  let best: { row: number; places: readonly Place[] } | undefined;
  for (let row = 0; row < Math.min(HEADER_SEARCH_ROWS, grid.rows.length); row += 1) {
    const places = placesIn(grid.rows[row] ?? [], known);
    if (places.length > (best?.places.length ?? 0)) best = { row, places };
  }
  return best !== undefined && best.places.length >= 3 ? best : undefined;
}

function placesIn(cells: readonly CellValue[], known: ReadonlyMap<string, CaseColumn>): Place[] {
  const places: Place[] = [];
  cells.forEach((value, at) => {
    const column = typeof value === 'string' ? known.get(labelKey(value)) : undefined;
    if (column !== undefined && !places.some((place) => place.column === column)) places.push({ column, at });
  });
  return places;
}

function cellOf(grid: Grid, row: number, column: number): TypedCell {
  const kind = (grid.kinds[row]?.[column] ?? NumberKind.General) as NumberKind;
  return typedCell(grid.rows[row]?.[column], kind, grid.date1904);
}

function readRow(grid: Grid, row: number, places: readonly Place[]): PlacedRow | undefined {
  const cells = places.map(({ column, at }) => ({ column, typed: cellOf(grid, row, at) }));
  const filled = cells.filter(
    ({ column, typed }) => typed.text !== undefined && (column.read !== undefined || column.key === ID_KEY),
  );
  if (filled.length === 0) return undefined;

  let fields: IssuePatch = {};
  let state: TypedRow['state'];
  let due: TypedRow['due'];
  const unread: Record<string, string> = {};
  const problems: { column: string; problem: Problem }[] = [];
  for (const { column, typed } of cells) {
    const found =
      isCellError(typed.value) && column.read ? brokenCell(typed.value.error) : (column.read?.(typed) ?? {});
    fields = { ...fields, ...found.fields };
    state = found.state ?? state;
    due = found.due ?? due;
    if (found.problem === undefined) continue;
    unread[column.key] = typed.text ?? '';
    problems.push({ column: column.key, problem: found.problem });
  }
  const id = cells.find(({ column }) => column.key === ID_KEY)?.typed.text;
  return {
    at: row,
    sheet: grid.sheet,
    ...(id === undefined ? {} : { id }),
    fields,
    ...(state === undefined ? {} : { state }),
    ...(due === undefined ? {} : { due }),
    unread,
    problems,
    columns: places.map(({ column }) => column.key),
    addressOf: (key) => cellAddress(row, places.find(({ column }) => column.key === key)?.at ?? 0),
    text: filled.map(({ column, typed }) => `${column.key}=${typed.text ?? ''}`).join('\n'),
  };
}

const brokenCell = (
  found: string,
): { fields?: IssuePatch; state?: undefined; due?: undefined; problem: Problem } => ({
  problem: { code: 'CASE_CELL_ERROR', params: { found } },
});

/**
 * The tab without what the issues now hold, so that making it anew keeps people's own columns and rows and takes
 * everything else from the issues: rows carry the numbers they were given, rows that were only doubles are empty.
 */
export function withoutTyped(grid: Grid, reading: TabReading, applied: Pick<Applied, 'idsOf'>): Grid {
  if (!reading.header) return grid;
  const own = new Set(reading.columns);
  const rows = [...grid.rows];
  for (const row of reading.rows) {
    const id = applied.idsOf.get(row) ?? null;
    rows[row.at] = (grid.rows[row.at] ?? []).map((value, column): CellValue => {
      if (column === reading.idColumn) return id;
      return own.has(column) || readMark(value)?.kind === 'record' ? null : value;
    });
  }
  return { ...grid, rows };
}
