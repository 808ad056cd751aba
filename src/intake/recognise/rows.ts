import { cellAddress, NumberKind, type CellValue, type Grid } from '../../workbook/grid';
import type { SheetReading } from '../types';
import type { DurationUnit } from '../values/duration';
import { cellText, isBlank } from '../values/text';
import { mergedDown, type MergedDown } from './merged';

/**
 * Fields that say whose, when and what a row is: a block merged downwards says it for each of its rows. A number merged
 * over rows (points, money, minutes, a quantity) is one number, so it stays with the first.
 */
const SAID_ONCE: ReadonlySet<string> = new Set(
  (
    'name id userId team department head customer customerId role grade attendanceGroup shift ' +
    'date workDate recordDate month report reportDate dueAt attritionOn ' +
    'clause trigger violation category1 category2 category3 kind level complaintLevel flags eventId recordId ' +
    'orderNo complaintNo verified verifiedOn settledOn acceptedOn faultAt reportedAt excused exempt exemptReason ' +
    'appealStatus appealResult approvalStatus sanction headSanction linked remark'
  ).split(' '),
);
/** Whether a block merged over rows says the field of each of them. */
export const saidOnce = (field: string): boolean => SAID_ONCE.has(field) || field.startsWith('flag.');

/** A cell of a data row under a known field. */
export interface FieldCell {
  readonly value: CellValue;
  readonly kind: NumberKind;
  /** A1 address. */
  readonly address: string;
  /** 0-based column. */
  readonly column: number;
}

const NO_VALUES: readonly CellValue[] = [];

/** One data row with access by field; what is merged over several rows is said of each (see {@link SAID_ONCE}). */
export class DataRow {
  /** 1-based. */
  readonly row: number;

  constructor(
    private readonly grid: Grid,
    private readonly index: number,
    private readonly columns: ReadonlyMap<string, readonly number[]>,
    private readonly merged: MergedDown,
  ) {
    this.row = index + 1;
  }

  /** The first column of a field; undefined when the sheet has no such column. */
  cell(field: string): FieldCell | undefined {
    const column = this.columns.get(field)?.[0];
    if (column === undefined) return undefined;
    const row = this.rowOf(field, column);
    return this.cellAt(column, row);
  }

  /** 0-based: the first column of a field; undefined when the sheet has no such column. */
  column(field: string): number | undefined {
    return this.columns.get(field)?.[0];
  }

  /** Whether the field's cell belongs to a block merged from a row above. */
  isMergedFromAbove(field: string): boolean {
    const column = this.columns.get(field)?.[0];
    return column !== undefined && this.rowOf(field, column) !== this.index;
  }

  /** Every column of a field that several columns may have. */
  cells(field: string): FieldCell[] {
    return (this.columns.get(field) ?? []).map((column) => this.cellAt(column, this.rowOf(field, column)));
  }

  /** The cell of a column in this row, with what another row of its block says. */
  private cellAt(column: number, row: number): FieldCell {
    const own = this.at(column);
    return row === this.index
      ? own
      : { ...own, value: this.valueAt(row, column), kind: this.kindAt(row, column) };
  }

  /** The values alone of a field that several columns may have. */
  values(field: string): readonly CellValue[] {
    const columns = this.columns.get(field);
    if (columns === undefined) return NO_VALUES;
    if (columns.length === 1) return [this.valueAt(this.rowOf(field, columns[0]!), columns[0]!)];
    return columns.map((column) => this.valueAt(this.rowOf(field, column), column));
  }

  /** The raw value under a field, null where there is none. */
  value(field: string): CellValue {
    const column = this.columns.get(field)?.[0];
    return column === undefined ? null : this.valueAt(this.rowOf(field, column), column);
  }

  kind(field: string): NumberKind {
    const column = this.columns.get(field)?.[0];
    return column === undefined ? NumberKind.General : this.kindAt(this.rowOf(field, column), column);
  }

  /** Clean text under a field, '' where there is none. */
  text(field: string): string {
    return cellText(this.value(field));
  }

  has(field: string): boolean {
    return !isBlank(this.value(field));
  }

  at(column: number): FieldCell {
    return {
      value: this.valueAt(this.index, column),
      kind: this.kindAt(this.index, column),
      address: cellAddress(this.index, column),
      column,
    };
  }

  /** The row whose cell speaks for this one: its own, or the top of the block it is merged into. */
  private rowOf(field: string, column: number): number {
    if (this.merged.empty || !saidOnce(field) || !isBlank(this.grid.rows[this.index]?.[column]))
      return this.index;
    return this.merged.topOf(this.index, column) ?? this.index;
  }

  private valueAt(row: number, column: number): CellValue {
    return this.grid.rows[row]?.[column] ?? null;
  }

  private kindAt(row: number, column: number): NumberKind {
    return (this.grid.kinds[row]?.[column] ?? NumberKind.General) as NumberKind;
  }
}

/** Columns of every field that a reading found. */
export function columnsByField(reading: SheetReading): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const column of reading.columns) {
    if (column.field === undefined) continue;
    const list = found.get(column.field) ?? [];
    list.push(column.index);
    found.set(column.field, list);
  }
  return found;
}

/** The unit a column's header names for bare numbers: `时长(分)` minutes, `时长(小时)` hours, `天数` days. */
export function headerUnit(reading: SheetReading, field: string): DurationUnit | undefined {
  const header = reading.columns.find((column) => column.field === field)?.header ?? '';
  if (/小时|hour|\bh\b/i.test(header)) return 'hours';
  if (/分钟|[(]分[)]|分$|\bmin/i.test(header)) return 'minutes';
  return /天|日[)]|days?/i.test(header) ? 'days' : undefined;
}

/** The rows of a sheet, for loops that pause between slices of rows. */
export class SheetRows {
  /** 0-based; rows of data lie from here ... */
  readonly start: number;
  /** ... to before here. */
  readonly end: number;
  private readonly columns: ReadonlyMap<string, readonly number[]>;
  private readonly skipped: ReadonlySet<number>;
  private readonly merged: MergedDown;
  private readonly width: number;

  constructor(
    private readonly grid: Grid,
    reading: SheetReading,
  ) {
    this.start = reading.dataStartRow - 1;
    this.end = reading.dataEndRow;
    this.columns = columnsByField(reading);
    this.skipped = new Set(reading.skipped.map(({ row }) => row - 1));
    this.merged = mergedDown(grid);
    this.width = reading.width ?? Infinity;
  }

  /** Whether a row holds data: neither blank nor left out by the reading. */
  holds(index: number): boolean {
    const row = this.grid.rows[index];
    if (row === undefined || (this.skipped.size > 0 && this.skipped.has(index))) return false;
    const end = Math.min(row.length, this.width);
    for (let c = 0; c < end; c += 1) {
      const value = row[c];
      if (value !== null && !isBlank(value)) return true;
    }
    return false;
  }

  at(index: number): DataRow {
    return new DataRow(this.grid, index, this.columns, this.merged);
  }
}

/** The data rows of a sheet, in order, with typed access by field; blank and skipped rows are left out. */
export function* rowsOf(grid: Grid, reading: SheetReading): Generator<DataRow> {
  const rows = new SheetRows(grid, reading);
  for (let index = rows.start; index < rows.end; index += 1) if (rows.holds(index)) yield rows.at(index);
}
