import type { TypedRow } from '../casework';
import type { IssuePatch, ServiceIssue } from '../casework';
import type { Problem } from '../facts/problem';
import { t, type Language, type TextKey } from '../i18n';
import { cellAddress, NumberKind, type Grid } from '../workbook/grid';
import type { PlanConditionalFormat, SheetPlan } from '../workbook/sheetPlan';
import { typedCell, type CaseColumn, type TypedCell } from './caseColumns';
import { yearOf, type CaseReportInput } from './caseInput';
import { caseText, labelKey, LANGUAGES, inEveryLanguage, type CaseTextKey } from './caseText';
import { listPlan, type ListColumn } from './layout';

/** A yearly list of issues that is written from its columns and read back by them. */
export interface CaseTab {
  readonly id: string;
  readonly name: CaseTextKey;
  readonly title: CaseTextKey;
  readonly columns: readonly CaseColumn[];
  readonly frozen: string;
  readonly notes: readonly CaseTextKey[];
}

export function caseTabPlan(
  tab: CaseTab,
  issues: readonly ServiceIssue[],
  input: CaseReportInput,
  language: Language,
  more: {
    readonly notes?: readonly CaseTextKey[];
    readonly conditionalFormats?: (first: number, last: number) => readonly PlanConditionalFormat[];
  } = {},
): SheetPlan {
  const year = yearOf(input);
  const rows = issues.map((issue, position) => ({ id: issue.id, row: { issue, position } }));
  const columns = tab.columns.map((column): ListColumn<{ issue: ServiceIssue; position: number }> => ({
    key: column.key,
    header: { text: caseText(language, column.header) },
    width: column.width,
    hand: column.hand,
    cell: ({ issue, position }) => column.cell(issue, input, language, position),
  }));
  const notes = [...tab.notes, ...(more.notes ?? [])].map((key) => caseText(language, key));
  const frozenColumns = tab.columns.findIndex(({ key }) => key === tab.frozen) + 1;
  const name: string = tab.name;
  const plan = listPlan(input, language, name as TextKey, tab.id, columns, rows, {
    frozenColumns,
    notes,
    extras: (first, last) =>
      last < first
        ? {}
        : {
            validations: tab.columns.flatMap(({ list }, column) =>
              list === undefined
                ? []
                : [{ range: { top: first, left: column, bottom: last, right: column }, list: list(language) }],
            ),
            conditionalFormats: more.conditionalFormats?.(first, last) ?? [],
          },
  });
  const [title, ...rest] = plan.rows;
  const heading = title?.cells[0];
  return {
    ...plan,
    id: `${tab.id}:${year}`,
    name: caseText(language, tab.name),
    rows: [
      { ...title, cells: heading == null ? [] : [{ ...heading, value: caseText(language, tab.title, { year }) }] },
      ...rest,
    ],
  };
}

/** What stands on a casework tab, row by row; `header` is false where its header row was not found. */
export interface TabReading {
  readonly rows: readonly TypedRow[];
  readonly header: boolean;
  /** Columns of the tab that are not there. */
  readonly missing: readonly CaseColumn[];
}

const HEADER_SEARCH_ROWS = 40;
const ID_KEY = 'id';

/** Reads a casework tab back by its headers, wherever its columns and rows now stand. */
export function readCaseTab(tab: CaseTab, grid: Grid): TabReading {
  const header = findHeader(tab, grid);
  if (header === undefined) return { rows: [], header: false, missing: [] };
  const below = new Set(tab.notes.concat('ledger.missingNote').flatMap(inEveryLanguage).concat(signatureTexts()));
  const rows: TypedRow[] = [];
  for (let row = header.row + 1; row < grid.rows.length; row += 1) {
    const typed = readRow(grid, row, header.places, below);
    if (typed !== undefined) rows.push(typed);
  }
  return { rows, header: true, missing: tab.columns.filter(({ key }) => !header.places.some((place) => place.column.key === key)) };
}

const signatureTexts = (): string[] => LANGUAGES.map((language) => t(language, 'report.signatures'));

interface Place {
  readonly column: CaseColumn;
  readonly at: number;
}

function findHeader(tab: CaseTab, grid: Grid): { readonly row: number; readonly places: readonly Place[] } | undefined {
  const known = new Map<string, CaseColumn>();
  for (const column of tab.columns) {
    for (const header of inEveryLanguage(column.header)) known.set(labelKey(header), column);
  }
  let best: { row: number; places: readonly Place[] } | undefined;
  for (let row = 0; row < Math.min(HEADER_SEARCH_ROWS, grid.rows.length); row += 1) {
    const places = placesIn(grid.rows[row] ?? [], known);
    if (places.length > (best?.places.length ?? 0)) best = { row, places };
  }
  return best !== undefined && best.places.length >= 3 ? best : undefined;
}

function placesIn(cells: Grid['rows'][number], known: ReadonlyMap<string, CaseColumn>): Place[] {
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

function readRow(
  grid: Grid,
  row: number,
  places: readonly Place[],
  below: ReadonlySet<string>,
): TypedRow | undefined {
  const cells = places.map(({ column, at }) => ({ column, typed: cellOf(grid, row, at) }));
  const filled = cells.filter(({ column, typed }) => typed.text !== undefined && (column.read !== undefined || column.key === ID_KEY));
  if (filled.length === 0) return undefined;
  if ((grid.rows[row] ?? []).some((value) => typeof value === 'string' && below.has(value))) return undefined;

  let fields: IssuePatch = {};
  let state: TypedRow['state'];
  let due: TypedRow['due'];
  const unread: Record<string, string> = {};
  const problems: { column: string; problem: Problem }[] = [];
  for (const { column, typed } of cells) {
    const found = column.read?.(typed) ?? {};
    fields = { ...fields, ...found.fields };
    state = found.state ?? state;
    due = found.due ?? due;
    if (found.problem === undefined) continue;
    unread[column.key] = typed.text ?? '';
    problems.push({ column: column.key, problem: found.problem });
  }
  const id = cells.find(({ column }) => column.key === ID_KEY)?.typed.text;
  return {
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
