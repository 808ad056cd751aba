import type { Grid } from '../../workbook/grid';

/** Columns a row of a merge map can have: wider than any sheet. */
const STRIDE = 16_384;
const MAX_CELLS = 200_000;
const MAX_HEIGHT = 5000;

/**
 * Cells inside blocks merged downwards: where the value of such a block stands. Only the block's first column is
 * known, because a list's columns are read one by one.
 */
export class MergedDown {
  private readonly tops = new Map<number, number>();

  constructor(grid: Grid) {
    for (const { top, left, bottom } of grid.merges) {
      if (bottom <= top || this.tops.size > MAX_CELLS) continue;
      for (let row = top + 1; row <= Math.min(bottom, top + MAX_HEIGHT); row += 1)
        this.tops.set(row * STRIDE + left, top);
    }
  }

  get empty(): boolean {
    return this.tops.size === 0;
  }

  /** The row that holds the value of a cell inside a block; undefined outside blocks and in their first row. */
  topOf(row: number, column: number): number | undefined {
    return this.tops.get(row * STRIDE + column);
  }
}

const known = new WeakMap<Grid, MergedDown>();

/** The blocks merged downwards of a grid, worked out once. */
export function mergedDown(grid: Grid): MergedDown {
  const found = known.get(grid) ?? new MergedDown(grid);
  known.set(grid, found);
  return found;
}
