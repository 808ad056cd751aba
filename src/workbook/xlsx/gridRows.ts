import { cellAddress, type CellValue } from '../grid';
import { corrupt } from './failures';
import { MAX_COLUMNS } from '../excelLimits';
import { MAX_GRID_CELLS } from './limits';

const EMPTY_ROW: readonly CellValue[] = Object.freeze([]);

/** Collects the cells of a sheet row by row. Rows without values cost one reference. */
export class GridRows {
  readonly rows: (readonly CellValue[])[] = [];
  readonly kinds: (Uint8Array | undefined)[] = [];
  readonly hiddenRows = new Set<number>();
  columnCount = 0;
  uncalculated: { count: number; first: string } | undefined;

  private row = 0;
  private readonly cells: CellValue[] = [];
  /** Cells of the current row up to the last value. */
  private length = 0;
  private readonly rowKinds = new Uint8Array(MAX_COLUMNS);
  /** Up to the last kind that is not General. */
  private kindLength = 0;
  private lastKinds: Uint8Array | undefined;
  private total = 0;

  constructor(private readonly part: string) {}

  begin(row: number, hidden: boolean): void {
    this.row = row;
    this.length = 0;
    this.kindLength = 0;
    if (hidden) this.hiddenRows.add(row);
  }

  /** `kind` is a `NumberKind`. Empty text is an empty cell. Columns may come in any order. */
  put(column: number, value: CellValue, kind: number): void {
    if (value === '') return;
    const { cells, rowKinds } = this;
    for (let gap = this.length; gap < column; gap++) {
      cells[gap] = null;
      rowKinds[gap] = 0;
    }
    cells[column] = value;
    rowKinds[column] = kind;
    if (column >= this.length) this.length = column + 1;
    if (kind !== 0 && column >= this.kindLength) this.kindLength = column + 1;
  }

  /** Counts a formula that carries no result, which would otherwise pass for an empty cell. */
  countUncalculated(column: number): void {
    this.uncalculated ??= { count: 0, first: cellAddress(this.row, column) };
    this.uncalculated.count++;
  }

  finish(): void {
    const { row, rows, kinds, length } = this;
    if (length === 0) return;
    this.total += length;
    if (this.total > MAX_GRID_CELLS) throw corrupt(this.part, 'address');
    if (row < rows.length && rows[row]!.length > 0) this.mergeInto(row);
    while (rows.length < row) {
      rows.push(EMPTY_ROW);
      kinds.push(undefined);
    }
    rows[row] = this.cells.slice(0, this.length);
    kinds[row] = this.takeKinds();
    if (this.length > this.columnCount) this.columnCount = this.length;
  }

  /** Trailing empty rows are never stored, so this is the used range. */
  private takeKinds(): Uint8Array | undefined {
    const { rowKinds, kindLength, lastKinds } = this;
    if (kindLength === 0) return undefined;
    let same = lastKinds?.length === kindLength;
    for (let i = 0; same && i < kindLength; i++) same = lastKinds![i] === rowKinds[i];
    if (!same) this.lastKinds = rowKinds.slice(0, kindLength);
    return this.lastKinds;
  }

  /** A row that comes twice: cells of the later one win. */
  private mergeInto(row: number): void {
    const later = this.cells.slice(0, this.length);
    const laterKinds = this.rowKinds.slice(0, this.length);
    const earlier = this.rows[row]!;
    const earlierKinds = this.kinds[row];
    this.length = 0;
    this.kindLength = 0;
    earlier.forEach((value, column) => {
      if (value !== null) this.put(column, value, earlierKinds?.[column] ?? 0);
    });
    later.forEach((value, column) => {
      if (value !== null) this.put(column, value, laterKinds[column]!);
    });
  }
}
