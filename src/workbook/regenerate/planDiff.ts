import { cellAddress, type Grid } from '../grid';
import type { SheetPlan } from '../sheetPlan';
import { asKept } from './values';

export interface PlanDiff {
  /** Cells whose value would change. */
  readonly changed: number;
  /** Addresses of the first of them. */
  readonly first: readonly string[];
}

const SHOWN = 20;

/** How many cells writing the plan would change on the tab as it is. */
export function planDiff(grid: Grid, plan: SheetPlan): PlanDiff {
  const first: string[] = [];
  let changed = 0;
  const rowCount = Math.max(grid.rows.length, plan.rows.length);
  for (let row = 0; row < rowCount; row += 1) {
    const now = grid.rows[row] ?? [];
    const then = plan.rows[row]?.cells ?? [];
    for (let column = 0; column < Math.max(now.length, then.length); column += 1) {
      if (asKept(now[column]) === asKept(then[column]?.value)) continue;
      changed += 1;
      if (first.length < SHOWN) first.push(cellAddress(row, column));
    }
  }
  return { changed, first };
}
