import type { CellValue } from '../../../workbook/grid';
import { isCellError } from '../../../workbook/grid';
import type { CellFormat } from '../../model/format';
import type { Cell, Sheet } from '../../model/sheet';
import type { WorkbookModel } from '../../model/workbook';

interface Kept {
  readonly value: CellValue;
  readonly formula: string | undefined;
  readonly format: CellFormat | undefined;
}

export type Address = readonly [row: number, column: number];

/** What differs between a sheet and the file it came from. */
export interface SheetChanges {
  /** Cells with other contents or another look. */
  readonly cells: readonly Address[];
  /** Sizes, merges, panes or the places of rows and columns changed: cells alone do not say it all. */
  readonly reshaped: boolean;
}

/** What the sheets of a file held when it was opened, to tell later what changed. */
export class OriginalSheets {
  private readonly cells = new Map<Sheet, Map<number, Kept>[]>();
  private readonly shapes = new Map<Sheet, string>();
  private readonly moved = new Set<Sheet>();
  /** Names the sheets had in the file. */
  readonly names = new Map<Sheet, string>();

  constructor(model: WorkbookModel) {
    for (const sheet of model.sheets) {
      const rows: Map<number, Kept>[] = [];
      sheet.rows.forEach((row, r) => {
        const line = new Map<number, Kept>();
        row?.cells.forEach((cell, c) => {
          if (cell) line.set(c, kept(cell));
        });
        rows[r] = line;
      });
      this.cells.set(sheet, rows);
      this.shapes.set(sheet, shapeOf(sheet));
      this.names.set(sheet, sheet.name);
    }
    model.onChange((change) => {
      if (change.kind === 'structure') this.moved.add(change.sheet);
    });
  }

  changesOf(sheet: Sheet): SheetChanges {
    const before = this.cells.get(sheet) ?? [];
    const cells: Address[] = [];
    for (let r = 0; r < Math.max(before.length, sheet.rows.length); r++) {
      const [was, now] = [before[r], sheet.rows[r]?.cells];
      const width = Math.max(now?.length ?? 0, ...(was ? [...was.keys()].map((c) => c + 1) : []));
      for (let c = 0; c < width; c++) if (!same(was?.get(c), now?.[c])) cells.push([r, c]);
    }
    return { cells, reshaped: this.moved.has(sheet) || this.shapes.get(sheet) !== shapeOf(sheet) };
  }
}

function kept({ value, formula, format }: Cell): Kept {
  return { value, formula, format };
}

function same(before: Kept | undefined, now: Cell | undefined): boolean {
  const [a, b] = [before ?? NOTHING, now ?? NOTHING];
  return a.formula === b.formula && a.format === b.format && sameValue(a.value, b.value);
}

const NOTHING: Kept = { value: null, formula: undefined, format: undefined };

function sameValue(a: CellValue, b: CellValue): boolean {
  if (isCellError(a) || isCellError(b)) return isCellError(a) && isCellError(b) && a.error === b.error;
  return Object.is(a, b);
}

function shapeOf(sheet: Sheet): string {
  const rows = sheet.rows.map((row) => (row ? [row.height ?? null, row.hidden ?? false] : 0));
  const columns = sheet.columns.map((column) =>
    column ? [column.width ?? null, column.hidden ?? false] : 0,
  );
  return JSON.stringify([sheet.merges, sheet.freeze, rows, columns]);
}
