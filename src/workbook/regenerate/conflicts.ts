import { cellAddress, type Grid } from '../grid';

/** Something a person typed that the new tab does not hold in its place. */
export interface RegenerateConflict {
  readonly code:
    'MADE_CELL_OVERWRITTEN' | 'MADE_HEADER_OVERWRITTEN' | 'RECORD_COPIED' | 'LIST_HEADER_MISSING';
  readonly params: Readonly<Record<string, string | number>>;
  readonly sheet: string;
  /** A1 address on the tab as it was. */
  readonly address: string;
}

export class Conflicts {
  readonly list: RegenerateConflict[] = [];

  constructor(private readonly grid: Grid) {}

  report(
    code: RegenerateConflict['code'],
    row: number,
    column: number,
    params: RegenerateConflict['params'] = {},
  ): void {
    this.list.push({ code, params, sheet: this.grid.sheet, address: cellAddress(row, column) });
  }
}
