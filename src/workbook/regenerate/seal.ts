import type { PlanCell, PlanRange, PlanRow, SheetPlan } from '../sheetPlan';
import { headerMark, recordMark, rowMark, type MarkedCell } from './marks';
import { planWidth, type RowPart } from './planRows';
import { asKept, isHandStyle, type PlainValue } from './values';

/** A row of the tab to be: of the plan (`planned` = its row there), of a record that is gone, or of a person. */
export interface OutRow {
  readonly row: PlanRow;
  readonly part: RowPart | undefined;
  readonly planned: number | undefined;
  /** A person's row at the end of the list. */
  readonly inList?: boolean;
  /** Columns whose value a person entered. */
  readonly entered?: ReadonlySet<number>;
  readonly startsPage?: boolean;
  /** Row of the tab as it was that this one is a copy of. */
  readonly from?: number;
}

const MARK_WIDTH = 4;

/**
 * The plan with its rows put in order, everything that refers to rows moved along, texts as cells keep them, and
 * the hidden column of marks behind its own columns.
 */
export function sealed(plan: SheetPlan, rows: readonly OutRow[], extras: number): SheetPlan {
  const width = planWidth(plan);
  const marker = new Marker(plan, width);
  const place = new Map<number, number>();
  rows.forEach(({ planned }, index) => {
    if (planned !== undefined) place.set(planned, index);
  });
  const tail = plan.rows.length - 1;
  const lastPlace = place.get(tail) ?? tail;
  const moved = (row: number): number => place.get(row) ?? row - tail + lastPlace;
  const range = ({ top, left, bottom, right }: PlanRange): PlanRange => ({
    top: moved(top),
    left,
    bottom: moved(top) + bottom - top,
    right,
  });
  const { table, filter, freeze, merges, charts, validations, conditionalFormats, print } = plan;
  const lastRow = listEnd(plan, rows, moved);
  const inList = ({ top, left, bottom, right }: PlanRange): PlanRange =>
    table !== undefined && top >= table.firstRow && bottom === table.lastRow
      ? { top: moved(top), left, bottom: lastRow ?? moved(bottom), right }
      : { top: moved(top), left, bottom: moved(bottom), right };
  const breaks = [
    ...(print.pageBreaks ?? []).map(moved),
    ...rows.flatMap((row, index) => (row.startsPage === true ? [index] : [])),
  ];
  const columns = Array.from({ length: width }, (_, column) => plan.columns[column] ?? { width: 9 });
  return {
    ...plan,
    columns: [...columns, { width: MARK_WIDTH, hidden: true }],
    rows: rows.map((out) => marker.marked(out)),
    ...(merges && { merges: merges.map(range) }),
    ...(freeze && { freeze: { ...freeze, rows: freeze.rows === 0 ? 0 : moved(freeze.rows - 1) + 1 } }),
    ...(filter && {
      filter: {
        top: moved(filter.top),
        left: filter.left,
        bottom: table === undefined ? moved(filter.bottom) : Math.max(moved(filter.top), lastRow ?? 0),
        right: table === undefined ? filter.right : width + extras,
      },
    }),
    ...(validations && { validations: validations.map((v) => ({ ...v, range: inList(v.range) })) }),
    ...(conditionalFormats && {
      conditionalFormats: conditionalFormats.map((format) => ({ ...format, range: inList(format.range) })),
    }),
    ...(charts && {
      charts: charts.map((chart) => ({
        ...chart,
        categories: range(chart.categories),
        series: chart.series.map((series) => ({ ...series, values: range(series.values) })),
        anchor: range(chart.anchor),
      })),
    }),
    print: {
      ...print,
      ...(print.titleRows && {
        titleRows: { first: moved(print.titleRows.first), last: moved(print.titleRows.last) },
      }),
      ...(breaks.length > 0 && { pageBreaks: breaks }),
    },
    ...(table && {
      table: {
        ...table,
        headerRow: moved(table.headerRow),
        firstRow: moved(table.headerRow) + table.firstRow - table.headerRow,
        lastRow: lastRow ?? table.lastRow,
      },
    }),
  };
}

function listEnd(
  { table }: SheetPlan,
  rows: readonly OutRow[],
  moved: (row: number) => number,
): number | undefined {
  if (table === undefined) return undefined;
  let last = moved(table.headerRow) + table.firstRow - table.headerRow - 1;
  rows.forEach(({ part, inList }, index) => {
    if (part?.kind === 'record' || inList === true) last = Math.max(last, index);
  });
  return last;
}

/** Writes the mark of each row into the hidden column. */
class Marker {
  private readonly hand: ReadonlySet<number>;
  private readonly columns: readonly number[];

  constructor(
    private readonly plan: SheetPlan,
    private readonly width: number,
  ) {
    this.hand = new Set(plan.table?.columns.filter(({ hand }) => hand).map(({ column }) => column));
    this.columns = Array.from({ length: width }, (_, column) => column);
  }

  marked(out: OutRow): PlanRow {
    const { row, part } = out;
    const cells = row.cells.map(tidyCell);
    if (part === undefined) return { ...row, cells };
    while (cells.length < this.width) cells.push(null);
    cells[this.width] = { value: asKept(this.markOf(part, out, cells)), style: 'plain' };
    return { ...row, cells };
  }

  private markOf(part: RowPart, { planned, entered }: OutRow, cells: readonly (PlanCell | null)[]): string {
    const { plan, hand, columns } = this;
    const source = planned === undefined ? undefined : plan.rows[planned];
    const proposed = (column: number): PlainValue => asKept(source?.cells[column]?.value);
    if (part.kind === 'record') {
      const made = columns.map((column) =>
        hand.has(column) ? proposed(column) : (cells[column]?.value ?? null),
      );
      return recordMark(part.id, made);
    }
    if (part.kind === 'header') {
      const header = plan.rows[plan.table?.headerRow ?? 0];
      return headerMark(
        columns.map((column) => ({
          header: String(header?.cells[column]?.value ?? ''),
          hand: hand.has(column),
        })),
      );
    }
    const marked: MarkedCell[] = [];
    for (const column of columns) {
      const cell = cells[column] ?? null;
      if (cell === null) continue;
      const isHand = isHandStyle(cell.style);
      const value = isHand ? proposed(column) : entered?.has(column) === true ? null : cell.value;
      if (value !== null) marked.push({ column, hand: isHand, value });
    }
    return rowMark(part.key, marked);
  }
}

function tidyCell(cell: PlanCell | null | undefined): PlanCell | null {
  if (!cell) return null;
  const value = asKept(cell.value);
  return value === cell.value ? cell : { ...cell, value };
}
