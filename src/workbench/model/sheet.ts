import type { CellValue } from '../../workbook/grid';
import { bounding, intersection, isWholeColumns, isWholeRows, MAX_COLUMNS, type Block } from './address';
import { Bag } from './bag';
import { PLAIN, type CellFormat } from './format';
import type {
  ChartModel,
  CommentModel,
  ConditionalFormatModel,
  FilterModel,
  TableModel,
  ValidationModel,
} from './parts';

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface Cell {
  value: CellValue;
  /** With its `=`. */
  formula?: string;
  format?: CellFormat;
  /** The cell whose formula spilled here. */
  spilledFrom?: { readonly row: number; readonly column: number };
}

export interface Row {
  /** Points. */
  height?: number;
  hidden?: boolean;
  /** Hidden by a filter. */
  filtered?: boolean;
  format?: CellFormat;
  readonly cells: (Cell | undefined)[];
}

export interface Column {
  /** Points. */
  width?: number;
  hidden?: boolean;
  format?: CellFormat;
}

export interface Freeze {
  readonly rows: number;
  readonly columns: number;
}

/** Points. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

/** One sheet. What changes it goes through `WorkbookModel`, which tells its listeners. */
export class Sheet {
  name: string;
  visibility: SheetVisibility = 'Visible';
  /** `#RRGGBB`, or empty. */
  tabColor = '';
  standardWidth = STANDARD_WIDTH;
  readonly rows: (Row | undefined)[] = [];
  readonly columns: (Column | undefined)[] = [];
  /** Of cells that nothing else formats. */
  format: CellFormat = PLAIN;
  merges: Block[] = [];
  freeze: Freeze = { rows: 0, columns: 0 };
  protection: { options: Readonly<Record<string, unknown>>; password?: string } | undefined;
  deleted = false;
  readonly tables: TableModel[] = [];
  readonly charts: ChartModel[] = [];
  comments: CommentModel[] = [];
  conditionalFormats: ConditionalFormatModel[] = [];
  validations: ValidationModel[] = [];
  autoFilter: FilterModel | undefined;
  /** Everything that has no own place: page layout, charts, conditional formats ... */
  readonly bag = new Bag();

  constructor(
    readonly id: string,
    name: string,
  ) {
    this.name = name;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.rows[row]?.cells[column];
  }

  makeRow(row: number): Row {
    return (this.rows[row] ??= { cells: [] });
  }

  makeCell(row: number, column: number): Cell {
    return (this.makeRow(row).cells[column] ??= { value: null });
  }

  value(row: number, column: number): CellValue {
    return this.cell(row, column)?.value ?? null;
  }

  formatAt(row: number, column: number): CellFormat {
    const found = this.rows[row];
    return found?.cells[column]?.format ?? found?.format ?? this.columns[column]?.format ?? this.format;
  }

  columnWidth(column: number): number {
    return this.columns[column]?.width ?? this.standardWidth;
  }

  rowHeight(row: number): number {
    return this.rows[row]?.height ?? STANDARD_HEIGHT;
  }

  isRowHidden(row: number): boolean {
    const found = this.rows[row];
    return found?.hidden === true || found?.filtered === true;
  }

  /** Cells that are there, inside `block`, row by row. Whole columns and rows cost what is used of them. */
  *cellsIn(block: Block): Generator<[row: number, column: number, cell: Cell]> {
    for (const row of existing(this.rows, block.top, block.bottom)) {
      const cells = this.rows[row]!.cells;
      for (const column of existing(cells, block.left, block.right)) yield [row, column, cells[column]!];
    }
  }

  /** The smallest block that holds all cells with content (and, unless `valuesOnly`, with a look of their own). */
  usedBlock(valuesOnly: boolean, within?: Block): Block | undefined {
    let used: Block | undefined;
    const area = within ?? { top: 0, left: 0, bottom: this.rows.length - 1, right: MAX_COLUMNS - 1 };
    for (const [row, column, cell] of this.cellsIn(area)) {
      const holds = cell.value !== null || cell.formula !== undefined;
      if (!holds && (valuesOnly || cell.format === undefined)) continue;
      const at = { top: row, left: column, bottom: row, right: column };
      used = used ? bounding(used, at) : at;
    }
    return used;
  }

  mergeAt(row: number, column: number): Block | undefined {
    const at = { top: row, left: column, bottom: row, right: column };
    return this.merges.find((merge) => intersection(merge, at) !== undefined);
  }
}

/** Indexes of a sparse array that hold something, from `first` to `last`, in order. */
export function* existing(list: readonly unknown[], first: number, last: number): Generator<number> {
  const end = Math.min(last, list.length - 1);
  if (end - first < 200_000) {
    for (let i = first; i <= end; i++) if (list[i] !== undefined) yield i;
    return;
  }
  for (const key of Object.keys(list)) {
    const i = Number(key);
    if (i > end) return;
    if (i >= first && list[i] !== undefined) yield i;
  }
}

export const isWhole = (block: Block): boolean => isWholeRows(block) || isWholeColumns(block);
