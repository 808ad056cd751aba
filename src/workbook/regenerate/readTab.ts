import type { Grid } from '../grid';
import type { SheetPlan } from '../sheetPlan';
import { checkOf, nameCheck, readMark, type Mark } from './marks';
import { planWidth, rowParts } from './planRows';
import { asKept, cellOf } from './values';

/** What a row of the tab turned out to be. `user`: typed by a person. */
export type TabRow =
  | { readonly kind: 'header'; readonly row: number }
  | { readonly kind: 'record'; readonly row: number; readonly id: string }
  | { readonly kind: 'row'; readonly row: number; readonly key: string; readonly mark: RowMark | undefined }
  | { readonly kind: 'user'; readonly row: number; readonly copy: boolean };

/** A made row outside the list. */
export type OtherRow = Extract<TabRow, { kind: 'row' }>;
/** A row that a person typed. */
export type UserRow = Extract<TabRow, { kind: 'user' }>;

type RowMark = Extract<Mark, { kind: 'row' }>;
type RecordMark = Extract<Mark, { kind: 'record' }>;
type HeaderMark = Extract<Mark, { kind: 'header' }>;

export interface ExtraColumn {
  readonly column: number;
  /** Ours until now: only what people's own rows hold in it is theirs. */
  readonly retired: boolean;
}

/** A tab of ours as it is now. */
export interface TabReading {
  readonly grid: Grid;
  /** Rows that hold anything, from the top. */
  readonly rows: readonly TabRow[];
  readonly headerRow: number | undefined;
  /** Column of the tab that a column of the plan stands in. */
  readonly columnOf: (planned: number) => number | undefined;
  /** Columns beside the list that a person added or wrote in, from the left. */
  readonly extras: readonly ExtraColumn[];
  /** What the list's columns were when the tab was made, and where each stands now. */
  readonly made: readonly { readonly column: number | undefined; readonly hand: boolean }[];
  readonly recordMarks: ReadonlyMap<string, RecordMark>;
  /** Where the n-th column of the tab as it was made stands now, for rows outside the list. */
  readonly movedTo: (made: number) => number;
  readonly markColumn: number | undefined;
}

export function readTab(grid: Grid, plan: SheetPlan): TabReading {
  const markColumn = findMarkColumn(grid);
  const marks = grid.rows.map((row) => (markColumn === undefined ? undefined : readMark(row[markColumn])));
  const headerRow = plan.table === undefined ? undefined : findHeader(grid, plan, marks);
  const columns = matchColumns(grid, plan, marks, headerRow, markColumn);
  const rows = classify(grid, plan, marks, headerRow, columns.columnOf, markColumn);
  const recordMarks = new Map<string, RecordMark>();
  for (const mark of marks) {
    if (mark?.kind === 'record' && !recordMarks.has(mark.id)) recordMarks.set(mark.id, mark);
  }
  return {
    grid,
    rows,
    headerRow,
    ...columns,
    extras: findExtras(grid, rows, columns, markColumn),
    recordMarks,
    movedTo: columns.moved ?? shiftedColumns(grid, rows, markColumn),
    markColumn,
  };
}

/** The column that holds most marks; it moves when columns are inserted before it. */
function findMarkColumn(grid: Grid): number | undefined {
  const counts = new Map<number, number>();
  for (const row of grid.rows) {
    for (let column = row.length - 1; column >= 0; column -= 1) {
      const value = row[column];
      if (typeof value !== 'string' || readMark(value) === undefined) continue;
      counts.set(column, (counts.get(column) ?? 0) + 1);
      break;
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Header texts of each column of the plan's list, in every wording it may have. */
function columnNames(plan: SheetPlan): { readonly column: number; readonly names: readonly string[] }[] {
  const { table } = plan;
  if (table === undefined) return [];
  const header = plan.rows[table.headerRow];
  return table.columns.map(({ column, names = [] }) => ({
    column,
    names: [textOf(header?.cells[column]?.value), ...names.map((name) => name.trim())],
  }));
}

function findHeader(grid: Grid, plan: SheetPlan, marks: readonly (Mark | undefined)[]): number | undefined {
  const marked = marks.findIndex((mark) => mark?.kind === 'header');
  if (marked >= 0) return marked;
  const { table } = plan;
  const named = columnNames(plan);
  const known = new Set(named.flatMap(({ names }) => names).filter((name) => name !== ''));
  const idNames = named.find(({ column }) => column === table?.idColumn)?.names ?? [];
  let best: { row: number; hits: number } | undefined;
  grid.rows.forEach((row, index) => {
    const texts = new Set(row.map(textOf));
    if (!idNames.some((name) => texts.has(name))) return;
    const hits = [...texts].filter((text) => known.has(text)).length;
    if (hits >= Math.min(2, named.length) && hits > (best?.hits ?? 0)) best = { row: index, hits };
  });
  return best?.row;
}

interface Columns {
  readonly columnOf: TabReading['columnOf'];
  readonly made: TabReading['made'];
  /** Columns of the tab that the plan has too. */
  readonly matched: ReadonlySet<number>;
  /** Columns of the tab that we made and the plan no longer has. */
  readonly retired: ReadonlySet<number>;
  readonly moved: ((made: number) => number) | undefined;
}

function matchColumns(
  grid: Grid,
  plan: SheetPlan,
  marks: readonly (Mark | undefined)[],
  headerRow: number | undefined,
  markColumn: number | undefined,
): Columns {
  if (headerRow === undefined) {
    const width = planWidth(plan);
    const all = new Set(Array.from({ length: width }, (_, column) => column));
    const hand = new Set(plan.table?.columns.filter((column) => column.hand).map(({ column }) => column));
    return {
      columnOf: (planned) => (planned === markColumn ? undefined : planned),
      made: Array.from({ length: width }, (_, column) => ({ column, hand: hand.has(column) })),
      matched: all,
      retired: new Set(),
      moved: undefined,
    };
  }
  const header = grid.rows[headerRow] ?? [];
  const texts = Array.from({ length: grid.columnCount }, (_, c) =>
    c === markColumn ? '' : textOf(header[c]),
  );
  const mark = marks[headerRow];
  const old = mark?.kind === 'header' ? currentColumns(mark, texts, markColumn) : undefined;
  const free = new Set(texts.map((_, column) => column).filter((column) => column !== markColumn));
  const assigned = new Map<number, number>();
  for (const { column, names } of columnNames(plan)) {
    const found = [...free].find(
      (candidate) => names.includes(texts[candidate] ?? '') && texts[candidate] !== '',
    );
    if (found === undefined) continue;
    assigned.set(column, found);
    free.delete(found);
  }
  // a header that was overwritten in its place is still the column it was
  for (const was of old ?? []) {
    if (was.column === undefined || !was.renamed || !free.has(was.column)) continue;
    const planned = columnNames(plan).find(
      ({ column, names }) => !assigned.has(column) && names.some((name) => nameCheck(name) === was.name),
    );
    if (planned === undefined) continue;
    assigned.set(planned.column, was.column);
    free.delete(was.column);
  }
  const matched = new Set(assigned.values());
  const gone = (old ?? []).filter((was) => !was.hand && !was.renamed).map((was) => was.column);
  const places = old?.map((was) => was.column);
  return {
    columnOf: (planned) => assigned.get(planned),
    made:
      old ??
      [...assigned].map(([planned, column]) => ({
        column,
        hand: plan.table?.columns.some((c) => c.column === planned && c.hand) ?? false,
      })),
    matched,
    retired: new Set(gone.filter((column) => column !== undefined && !matched.has(column)) as number[]),
    moved: places === undefined ? undefined : (made) => placeOf(made, places),
  };
}

/** Where the columns named in the header's mark stand now. */
function currentColumns(mark: HeaderMark, texts: readonly string[], markColumn: number | undefined) {
  const checks = texts.map((text) => (text === '' ? '' : nameCheck(text)));
  const free = new Set(texts.map((_, column) => column).filter((column) => column !== markColumn));
  const found = mark.columns.map(({ name }) => {
    const column = name === '' ? undefined : [...free].find((candidate) => checks[candidate] === name);
    if (column !== undefined) free.delete(column);
    return column;
  });
  const known = new Set(mark.columns.map(({ name }) => name));
  return mark.columns.map(({ name, hand }, index) => {
    const column = found[index];
    if (column !== undefined || name === '') return { name, hand, column, renamed: false };
    const place = placeOf(index, found);
    const renamed = free.has(place) && place < texts.length && !known.has(checks[place] ?? '');
    if (renamed) free.delete(place);
    return { name, hand, column: renamed ? place : undefined, renamed };
  });
}

/** A column's place now, told from its neighbour on the left where it is not known itself. */
function placeOf(made: number, places: readonly (number | undefined)[]): number {
  for (let left = made; left >= 0; left -= 1) {
    const place = places[left];
    if (place !== undefined) return place + (made - left);
  }
  return made;
}

function classify(
  grid: Grid,
  plan: SheetPlan,
  marks: readonly (Mark | undefined)[],
  headerRow: number | undefined,
  columnOf: TabReading['columnOf'],
  markColumn: number | undefined,
): TabRow[] {
  const parts = rowParts(plan);
  const idColumn = plan.table === undefined ? undefined : columnOf(plan.table.idColumn);
  const planIds = new Set(parts.flatMap((part) => (part.kind === 'record' ? [part.id] : [])));
  const markIds = new Set(marks.flatMap((mark) => (mark?.kind === 'record' ? [mark.id] : [])));
  const idAt = (row: number): string => {
    const text = String(cellOf(grid, row, idColumn) ?? '');
    if (planIds.has(text) || markIds.has(text)) return text;
    const looksMade = markColumn === undefined && /^[0-9A-Z]{8}$/.test(text);
    return looksMade && headerRow !== undefined && row > headerRow ? text : '';
  };
  const claimed = new Set(grid.rows.map((_, row) => idAt(row)).filter((id) => id !== ''));
  const madeTexts = markColumn === undefined ? textsOfRows(plan) : undefined;
  const seen = new Set<string>();
  const rows: TabRow[] = [];
  grid.rows.forEach((cells, row) => {
    if (row === headerRow) {
      rows.push({ kind: 'header', row });
      return;
    }
    const mark = marks[row];
    const isEmpty = cells.every((value, column) => column === markColumn || asKept(value) === null);
    const id = recordId(idAt(row), mark, claimed);
    if (id !== undefined && !isEmpty) {
      const copy = seen.has(`R${id}`);
      seen.add(`R${id}`);
      rows.push(copy ? { kind: 'user', row, copy } : { kind: 'record', row, id });
    } else if (mark?.kind === 'row') {
      const copy = seen.has(`F${mark.key}`);
      seen.add(`F${mark.key}`);
      if (!copy) rows.push({ kind: 'row', row, key: mark.key, mark });
      else if (!isEmpty) rows.push({ kind: 'user', row, copy: false });
    } else if (!isEmpty) {
      const key = madeTexts?.get(firstText(cells));
      const fresh = key !== undefined && !seen.has(`F${key}`);
      if (fresh) seen.add(`F${key}`);
      rows.push(fresh ? { kind: 'row', row, key, mark: undefined } : { kind: 'user', row, copy: false });
    }
  });
  return rows;
}

/** The id cell says it; where it was emptied or overwritten, the mark does. */
function recordId(stated: string, mark: Mark | undefined, claimed: ReadonlySet<string>): string | undefined {
  if (stated !== '') return stated;
  return mark?.kind === 'record' && !claimed.has(mark.id) ? mark.id : undefined;
}

const firstText = (cells: readonly unknown[]): string => textOf(cells.find((value) => textOf(value) !== ''));

/** First texts of the rows outside the list, for a tab whose marks are gone. */
function textsOfRows(plan: SheetPlan): Map<string, string> {
  const texts = new Map<string, string>();
  rowParts(plan).forEach((part, row) => {
    const text = firstText((plan.rows[row]?.cells ?? []).map((planned) => planned?.value));
    if (part.kind === 'row' && text !== '' && !texts.has(text)) texts.set(text, part.key);
  });
  return texts;
}

/** Columns with anything in them beside the list that the plan does not have. */
function findExtras(
  grid: Grid,
  rows: readonly TabRow[],
  { matched, retired }: Columns,
  markColumn: number | undefined,
): ExtraColumn[] {
  const extras = new Set<number>();
  let inList = false;
  for (const { kind, row } of rows) {
    if (kind !== 'user') inList = kind !== 'row';
    if (!inList) continue;
    (grid.rows[row] ?? []).forEach((value, column) => {
      if (column === markColumn || matched.has(column) || asKept(value) === null) return;
      if (kind === 'user' || !retired.has(column)) extras.add(column);
    });
  }
  return [...extras].sort((a, b) => a - b).map((column) => ({ column, retired: retired.has(column) }));
}

/** On a tab without a list: columns are told by what their made cells say. */
function shiftedColumns(
  grid: Grid,
  rows: readonly TabRow[],
  markColumn: number | undefined,
): (made: number) => number {
  const votes = new Map<number, Map<number, number>>();
  for (const row of rows) {
    if (row.kind !== 'row' || row.mark === undefined) continue;
    row.mark.columns.forEach(({ column: made, hand }, index) => {
      if (hand) return;
      const sum = row.mark?.sums[index];
      (grid.rows[row.row] ?? []).forEach((_, column) => {
        if (column === markColumn || checkAt(grid, row.row, column) !== sum) return;
        const tally = votes.get(made) ?? new Map<number, number>();
        tally.set(column, (tally.get(column) ?? 0) + 1);
        votes.set(made, tally);
      });
    });
  }
  const places: (number | undefined)[] = [];
  for (const [made, tally] of votes) {
    const weight = (column: number): number => (tally.get(column) ?? 0) + (column === made ? 0.5 : 0);
    places[made] = [...tally.keys()].sort((a, b) => weight(b) - weight(a))[0];
  }
  return (made) => placeOf(made, places);
}

function checkAt(grid: Grid, row: number, column: number): string {
  return checkOf(cellOf(grid, row, column));
}
