import { ProblemError, type Problem } from '../../../src/facts/problem';
import type { CellValue, Grid } from '../../../src/workbook/grid';
import type {
  ApplyOptions,
  ApplyResult,
  FormulaCell,
  OpenSheet,
  TabToApply,
  WorkbookChange,
  WorkbookPort,
  WorkbookSnapshot,
} from '../../../src/workbook/port';
import { readStatePart, readWorkbook, writePlans } from '../../../src/workbook/xlsx';

type Step = keyof WorkbookPort;

/** An open workbook without Excel: a file that is read and written by the real core. Sheet names are their ids. */
export class FilePort implements WorkbookPort {
  /** Cells that were jumped to, `sheet!address`. */
  readonly jumps: string[] = [];
  readonly inserted: string[] = [];
  /** Calls of `apply` that wrote something. */
  applied = 0;
  frozen = 0;
  selected: FormulaCell | undefined;
  private before: Uint8Array | undefined;
  private readonly listeners = new Set<(change: WorkbookChange) => void>();
  private readonly failures = new Map<Step, Problem>();
  private readonly typed = new Map<string, CellValue>();

  constructor(private bytes: Uint8Array) {}

  /** The next call of a step is refused. */
  refuse(step: Step, problem: Problem): void {
    this.failures.set(step, problem);
  }

  private check(step: Step): void {
    const problem = this.failures.get(step);
    this.failures.delete(step);
    if (problem !== undefined) throw new ProblemError(problem.code, problem.params);
  }

  get state(): unknown {
    return readStatePart(this.bytes);
  }

  get sheetNames(): readonly string[] {
    return readWorkbook(this.bytes).sheets.map(({ name }) => name);
  }

  private sheets(): OpenSheet[] {
    const file = readWorkbook(this.bytes);
    return file.sheets
      .filter(({ hasCells }) => hasCells)
      .map(({ name }) => ({ id: name, grid: this.withTyped(file.grid(name)) }));
  }

  private withTyped(grid: Grid): Grid {
    const cells = [...this.typed].flatMap(([key, value]) => {
      const [sheet, row, column] = JSON.parse(key) as [string, number, number];
      return sheet === grid.sheet ? [{ row, column, value }] : [];
    });
    if (cells.length === 0) return grid;
    const rows = grid.rows.map((row) => [...row]);
    for (const { row, column, value } of cells) {
      while (rows.length <= row) rows.push([]);
      const line = rows[row]!;
      while (line.length <= column) line.push(null);
      line[column] = value;
    }
    return { ...grid, rows };
  }

  /** A person types into a cell, 0-based. */
  type(sheet: string, row: number, column: number, value: CellValue): void {
    this.typed.set(JSON.stringify([sheet, row, column]), value);
    this.tell({ kind: 'cells', sheet });
  }

  /** A person selects a cell; `formula` is what stands in it. */
  select(sheet: string, address: string, formula = ''): void {
    this.selected = { sheet, address, formula };
    this.tell({ kind: 'selection', sheet, address });
  }

  private tell(change: WorkbookChange): void {
    for (const listener of this.listeners) listener(change);
  }

  open(): Promise<WorkbookSnapshot> {
    return this.answer('open', () => ({ sheets: this.sheets(), state: this.state }));
  }

  readSheets(ids: readonly string[]): Promise<readonly OpenSheet[]> {
    return this.answer('readSheets', () => this.sheets().filter(({ id }) => ids.includes(id)));
  }

  apply(tabs: readonly TabToApply[], options: ApplyOptions = {}): Promise<ApplyResult> {
    return this.answer('apply', (): ApplyResult => {
      if (tabs.length === 0) return { outcome: 'unchanged', tabs: [] };
      for (const [index, { plan }] of tabs.entries()) {
        options.onProgress?.(index, tabs.length, plan.name);
        if (options.isCancelled?.() === true) return { outcome: 'cancelled', tabs: [] };
      }
      const plans = tabs.map(({ plan }) => plan);
      const { state } = options;
      const written = writePlans(this.bytes, plans, state === undefined ? {} : { state });
      this.before = this.bytes;
      this.bytes = written.bytes;
      this.applied += 1;
      return {
        outcome: 'done',
        tabs: written.tabs.map(({ planId, name, replaced }) => ({ planId, sheet: name, name, replaced })),
      };
    });
  }

  undo(): Promise<boolean> {
    return this.answer('undo', () => {
      if (this.before === undefined) return false;
      this.bytes = this.before;
      this.before = undefined;
      return true;
    });
  }

  canUndo(): boolean {
    return this.before !== undefined;
  }

  saveState(state: unknown): Promise<void> {
    return this.answer('saveState', () => {
      this.bytes = writePlans(this.bytes, [], { state }).bytes;
    });
  }

  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    this.listeners.add(listener);
    return Promise.resolve(() => {
      this.listeners.delete(listener);
      return Promise.resolve();
    });
  }

  jumpTo(sheetName: string, address: string): Promise<void> {
    return this.answer('jumpTo', () => {
      this.jumps.push(`${sheetName}!${address}`);
      this.select(sheetName, address);
    });
  }

  selection(): Promise<FormulaCell | undefined> {
    return this.answer('selection', () => this.selected);
  }

  insertFormula(formula: string): Promise<void> {
    return this.answer('insertFormula', () => {
      this.inserted.push(formula);
    });
  }

  repairFormulas(): Promise<number> {
    return this.answer('repairFormulas', () => 3);
  }

  freezeFormulas(): Promise<number> {
    return this.answer('freezeFormulas', () => {
      this.frozen += 1;
      return 5;
    });
  }

  private answer<T>(step: Step, work: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.check(step);
      resolve(work());
    });
  }
}
