import type { PlanCell, PlanRow, SheetPlan } from '../sheetPlan';
import { planWidth } from './planRows';
import type { TabReading } from './readTab';
import { asKept, isHandStyle } from './values';

export type Cells = (PlanCell | null)[];

/** Columns of the new tab: the plan's, the hidden one for marks, then those that people added. */
export class Columns {
  /** Columns of the plan; the one for marks comes next. */
  readonly width: number;
  private readonly planned = new Map<number, number>();

  constructor(
    plan: SheetPlan,
    private readonly tab: TabReading,
  ) {
    this.width = planWidth(plan);
    for (let made = this.width - 1; made >= 0; made -= 1) this.planned.set(tab.movedTo(made), made);
    tab.extras.forEach(({ column }, index) => this.planned.set(column, this.width + 1 + index));
  }

  /** Column of the new tab for a column of the tab as it is, for rows outside the list. */
  newPlace(column: number): number {
    const planned = this.planned.get(column);
    if (planned !== undefined) return planned;
    const { markColumn } = this.tab;
    if (markColumn !== undefined && column > markColumn) return this.width + column - markColumn;
    return column === this.width ? column + 1 : column;
  }

  /** The wished column where it takes an entry, else the next one to the right that does. */
  freePlace(cells: readonly (PlanCell | null | undefined)[], wished: number): number {
    let place = wished;
    while (place === this.width || !takesEntry(cells[place])) place += 1;
    return place;
  }

  /** A row of the list with the cells of the added columns. */
  withExtras(row: PlanRow, extras: readonly PlanCell[]): PlanRow {
    if (extras.length === 0) return row;
    const cells: Cells = [...row.cells];
    while (cells.length < this.width + 1) cells.push(null);
    return { ...row, cells: [...cells, ...extras] };
  }
}

function takesEntry(cell: PlanCell | null | undefined): boolean {
  return cell === null || cell === undefined || asKept(cell.value) === null || isHandStyle(cell.style);
}

/** Without holes. */
export function filled(cells: readonly (PlanCell | null | undefined)[]): Cells {
  return Array.from(cells, (cell) => cell ?? null);
}
