import type { Grid } from '../grid';
import type { PlanCell, PlanRow, SheetPlan } from '../sheetPlan';
import { heightOfLines, wrappedLines } from '../textSize';
import { filled, type Cells, type Columns } from './columns';
import type { Conflicts } from './conflicts';
import { checkOf } from './marks';
import type { TabReading, UserRow } from './readTab';
import { asKept, cellOf, enteredCell, isHandStyle, withdrawnCell } from './values';

export const EXTRA_WIDTH = 16;

/** Rows of the list: the header, records with what people entered, records that are gone, people's own rows. */
export class ListRows {
  private readonly grid: Grid;
  private readonly hand: ReadonlySet<number>;

  constructor(
    private readonly plan: SheetPlan,
    private readonly tab: TabReading,
    private readonly columns: Columns,
    private readonly conflicts: Conflicts,
  ) {
    this.grid = tab.grid;
    this.hand = new Set(plan.table?.columns.filter(({ hand }) => hand).map(({ column }) => column));
  }

  header(row: PlanRow): PlanRow {
    const { headerRow, extras } = this.tab;
    if (headerRow === undefined) return row;
    return this.columns.withExtras(
      row,
      extras.map(({ column }) => ({ value: cellOf(this.grid, headerRow, column), style: 'header' })),
    );
  }

  /** A record of the plan; `old` = its row on the tab, undefined for a new one. */
  record(row: PlanRow, id: string, old: number | undefined): PlanRow {
    const extras = this.extrasOf(old);
    if (old === undefined) return this.columns.withExtras(row, extras);
    const sums = this.madeSums(id);
    const cells = row.cells.map((planned, column) => {
      const place = this.tab.columnOf(column);
      return this.hand.has(column) ? this.entered(old, place, planned, sums.get(place)) : planned;
    });
    this.reportTyped(row, old, sums);
    return this.fitted(this.columns.withExtras({ ...row, cells }, extras));
  }

  /** A record that is gone, as it last stood, with what people entered. */
  withdrawn(id: string, old: number): PlanRow {
    const { table } = this.plan;
    const model = this.plan.rows[table?.firstRow ?? 0];
    const cells = Array.from({ length: this.columns.width }, (_, column): PlanCell | null => {
      const place = this.tab.columnOf(column);
      if (column === table?.idColumn) return { value: id, style: 'withdrawn' };
      if (column === table?.withdrawn?.column) return { value: table.withdrawn.text, style: 'withdrawn' };
      if (!this.hand.has(column)) return withdrawnCell(this.grid, old, place);
      const style = model?.cells[column]?.style ?? 'hand';
      return this.entered(old, place, { value: null, style: isHandStyle(style) ? style : 'hand' });
    });
    return this.fitted(this.columns.withExtras({ id, cells }, this.extrasOf(old)));
  }

  /** A row of a person's own, at the end of the list. A copy of a record loses the number. */
  own({ row, copy }: UserRow): PlanRow {
    const cells = Array.from({ length: this.columns.width }, (_, column): PlanCell => {
      const place = this.tab.columnOf(column);
      const isLost = place === undefined || (copy && column === this.plan.table?.idColumn);
      return isLost ? { value: null, style: 'hand' } : enteredCell(this.grid, row, place);
    });
    const extras = this.tab.extras.map(({ column }) => enteredCell(this.grid, row, column));
    return this.fitted(this.columns.withExtras({ cells }, extras));
  }

  /** Whether a person entered anything for a record. */
  hasEntry(old: number): boolean {
    const places = [
      ...[...this.hand].map((column) => this.tab.columnOf(column)),
      ...this.tab.extras.flatMap(({ column, retired }) => (retired ? [] : [column])),
    ];
    return places.some((place) => cellOf(this.grid, old, place) !== null);
  }

  /** Headers that a person renamed, and a header row that is not there. */
  reportHeader(): void {
    const { table } = this.plan;
    const { headerRow, rows } = this.tab;
    if (table === undefined) return;
    if (headerRow === undefined) {
      if (rows.length > 0) this.conflicts.report('LIST_HEADER_MISSING', 0, 0);
      return;
    }
    for (const { column, names = [] } of table.columns) {
      const place = this.tab.columnOf(column);
      const found = String(cellOf(this.grid, headerRow, place) ?? '').trim();
      const made = String(asKept(this.plan.rows[table.headerRow]?.cells[column]?.value) ?? '').trim();
      if (place === undefined || found === made || names.includes(found)) continue;
      this.conflicts.report('MADE_HEADER_OVERWRITTEN', headerRow, place, { found, made });
    }
  }

  private extrasOf(old: number | undefined): PlanCell[] {
    return this.tab.extras.map(({ column, retired }) =>
      old === undefined || retired ? { value: null, style: 'hand' } : enteredCell(this.grid, old, column),
    );
  }

  /** Checks of what a record's cells were made with, by where they stand now. */
  private madeSums(id: string): ReadonlyMap<number | undefined, string> {
    const sums = this.tab.recordMarks.get(id)?.sums ?? [];
    return new Map(
      this.tab.made.flatMap(({ column }, i) => {
        const sum = sums[i];
        return column === undefined || sum === undefined ? [] : [[column, sum] as const];
      }),
    );
  }

  /** What a person entered; what merely stands there as it was proposed gives way to what is proposed now. */
  private entered(
    old: number,
    place: number | undefined,
    planned: PlanCell | null,
    proposed?: string,
  ): PlanCell | null {
    const found = cellOf(this.grid, old, place);
    if (place === undefined || found === null || checkOf(found) === proposed) return planned;
    return enteredCell(this.grid, old, place, planned?.style);
  }

  /** Reports made cells of a record in which something else stands than was made. */
  private reportTyped(row: PlanRow, old: number, sums: ReadonlyMap<number | undefined, string>): void {
    const now = new Map(
      row.cells.map((planned, column) => [this.tab.columnOf(column), asKept(planned?.value)] as const),
    );
    for (const { column, hand } of this.tab.made) {
      const sum = sums.get(column);
      if (column === undefined || hand || sum === undefined) continue;
      const found = cellOf(this.grid, old, column);
      const made = now.get(column) ?? null;
      if (checkOf(found) === sum || (now.has(column) && made === found)) continue;
      const params = { found: String(found ?? ''), made: String(made ?? '') };
      this.conflicts.report('MADE_CELL_OVERWRITTEN', old, column, params);
    }
  }

  /** Makes a row tall enough for what was entered in it. */
  private fitted(row: PlanRow): PlanRow {
    const cells: Cells = filled(row.cells);
    if (row.height === undefined) return { ...row, cells };
    const lines = cells.map((cell, column) =>
      cell !== null && isHandStyle(cell.style) && typeof cell.value === 'string'
        ? wrappedLines(cell.value, this.plan.columns[column]?.width ?? EXTRA_WIDTH)
        : 1,
    );
    const most = Math.max(1, ...lines);
    return { ...row, cells, height: most === 1 ? row.height : Math.max(row.height, heightOfLines(most)) };
  }
}
