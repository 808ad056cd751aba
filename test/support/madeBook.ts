import { parseDay, parseMonth } from '../../src/facts/date';
import { buildMonth, type BuildOptions, type BuiltMonth } from '../../src/month/build';
import type { CellValue, Grid } from '../../src/workbook/grid';
import { planDiff } from '../../src/workbook/regenerate';
import { readStatePart, readWorkbook, writePlans } from '../../src/workbook/xlsx';
import { shipped } from './scoring';

export type BookOptions = Partial<Omit<BuildOptions, 'rulebook' | 'month' | 'today'>> & {
  readonly rulebook: string;
  readonly month: string;
  readonly today: string;
};

/** A workbook file that its owner writes in between two runs of the month. */
export class MadeBook {
  private grids: Grid[];

  constructor(private bytes: Uint8Array) {
    this.grids = gridsOf(bytes);
  }

  get file(): Uint8Array {
    return this.bytes;
  }

  grid(sheet: string): Grid {
    const found = this.grids.find((grid) => grid.sheet === sheet);
    if (found === undefined) throw new Error(`no sheet ${sheet}`);
    return found;
  }

  get stateText(): string | undefined {
    const state = readStatePart(this.bytes);
    return state === undefined ? undefined : JSON.stringify(state);
  }

  get sheets(): readonly string[] {
    return this.grids.map(({ sheet }) => sheet);
  }

  /** Writes under headers of a list, into the row in which some cell holds `id`. */
  type(sheet: string, id: string, values: Readonly<Record<string, CellValue>>): this {
    const { rows } = this.grid(sheet);
    const row = rows.findIndex((cells) => cells.includes(id));
    if (row < 0) throw new Error(`${sheet} has no row ${id}`);
    for (const [header, value] of Object.entries(values))
      this.set(sheet, row, this.column(sheet, header), value);
    return this;
  }

  /** Empties the row in which some cell holds `id`. */
  clear(sheet: string, id: string): this {
    this.replace(
      sheet,
      this.grid(sheet).rows.map((cells) => (cells.includes(id) ? [] : cells)),
    );
    return this;
  }

  /** Writes a row of one's own right below the last row of a list. */
  append(sheet: string, below: string, values: Readonly<Record<string, CellValue>>): this {
    const { rows } = this.grid(sheet);
    const row = rows.findIndex((cells) => cells.includes(below)) + 1;
    const width = Math.max(...rows.map((cells) => cells.length));
    this.replace(
      sheet,
      [...rows.slice(0, row), Array.from({ length: width }, () => null), ...rows.slice(row)],
      row,
    );
    for (const [header, value] of Object.entries(values))
      this.set(sheet, row, this.column(sheet, header), value);
    return this;
  }

  /** Writes beside a label of the form that bears a number, for example `第001号`. */
  fill(sheet: string, number: string, label: string, value: CellValue): this {
    const { rows } = this.grid(sheet);
    const form = rows.findIndex((cells) =>
      cells.some((cell) => typeof cell === 'string' && cell.includes(number)),
    );
    const row = rows.findIndex((cells, index) => index > form && cells.includes(label));
    if (form < 0 || row < 0) throw new Error(`${sheet} has no ${label} of ${number}`);
    this.set(sheet, row, rows[row]!.indexOf(label) + 1, value);
    return this;
  }

  /** The value of a list's row under a header. */
  value(sheet: string, id: string, header: string): CellValue | undefined {
    return this.grid(sheet).rows.find((cells) => cells.includes(id))?.[this.column(sheet, header)];
  }

  set(sheet: string, row: number, column: number, value: CellValue): void {
    const { rows } = this.grid(sheet);
    this.replace(
      sheet,
      rows.map((cells, index) => {
        if (index !== row) return cells;
        const copy = [...cells];
        while (copy.length <= column) copy.push(null);
        copy[column] = value;
        return copy;
      }),
    );
  }

  /** The file as it would be made now, without writing it. */
  build(options: BookOptions, stateText = this.stateText): BuiltMonth {
    const { rulebook, month, today, language = 'zh', settings = {}, ...rest } = options;
    return buildMonth(this.grids, stateText, {
      rulebook: shipped(rulebook),
      month: parseMonth(month) ?? 0,
      today: parseDay(today) ?? 0,
      language,
      settings,
      ...rest,
    });
  }

  /** Makes the month and writes it; what the owner typed before is in the tabs then. */
  run(options: BookOptions): BuiltMonth {
    const built = this.build(options);
    const state = built.stateText === undefined ? undefined : (JSON.parse(built.stateText) as unknown);
    this.bytes = writePlans(this.bytes, built.plans, { state }).bytes;
    const own = new Map(
      this.grids.flatMap((grid) => (grid.madeBy === undefined ? [[grid.sheet, grid]] : [])),
    );
    this.grids = gridsOf(this.bytes).map((grid) => own.get(grid.sheet) ?? grid);
    return built;
  }

  /** Cells that making the month again would change, by plan; a plan without a tab counts as one. */
  changes(built: BuiltMonth): Readonly<Record<string, number>> {
    return Object.fromEntries(
      built.plans.flatMap((plan) => {
        const grid = this.grids.find(({ madeBy }) => madeBy === plan.id);
        const changed = grid === undefined ? 1 : planDiff(grid, plan).changed;
        return changed === 0 ? [] : [[plan.id, changed]];
      }),
    );
  }

  private column(sheet: string, header: string): number {
    for (const cells of this.grid(sheet).rows) {
      const column = cells.indexOf(header);
      if (column >= 0) return column;
    }
    throw new Error(`${sheet} has no column ${header}`);
  }

  private replace(sheet: string, rows: readonly (readonly CellValue[])[], inserted?: number): void {
    this.grids = this.grids.map((grid) => {
      if (grid.sheet !== sheet) return grid;
      const kinds = rows.map(
        (_, index) => grid.kinds[inserted !== undefined && index >= inserted ? index - 1 : index],
      );
      return { ...grid, rows, kinds: inserted === undefined ? grid.kinds : kinds };
    });
  }
}

function gridsOf(bytes: Uint8Array): Grid[] {
  const file = readWorkbook(bytes);
  return file.sheets.filter(({ hasCells }) => hasCells).map(({ name }) => file.grid(name));
}
