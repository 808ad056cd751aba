import type { Grid } from './grid';
import type { SheetPlan } from './sheetPlan';

/** A sheet of an open workbook. `id` stays when it is renamed or moved. */
export interface OpenSheet {
  readonly id: string;
  readonly grid: Grid;
}

/** An open workbook as it is. */
export interface WorkbookSnapshot {
  readonly sheets: readonly OpenSheet[];
  /** The JSON document that the workbook carries about itself, undefined when it has none. */
  readonly state: unknown;
}

/** Something changed in the open workbook, by this person or by another one. */
export type WorkbookChange =
  | { readonly kind: 'cells'; readonly sheet: string }
  /** A formula's result may have changed. */
  | { readonly kind: 'calculated'; readonly sheet: string }
  /** Sheets were added, deleted or renamed. */
  | { readonly kind: 'sheets' }
  | { readonly kind: 'selection'; readonly sheet: string; readonly address: string };

/** A tab to write: the plan, and the sheet that it takes the place of. */
export interface TabToApply {
  readonly plan: SheetPlan;
  readonly replaces?: string | undefined;
}

export interface ApplyOptions {
  /** JSON document to carry in the workbook from now on; left out = what is there stays. */
  readonly state?: unknown;
  readonly onProgress?: (done: number, of: number, tab: string) => void;
  /** Asked between steps; true = everything written so far is taken back. */
  readonly isCancelled?: () => boolean;
}

export interface AppliedTab {
  readonly planId: string;
  readonly sheet: string;
  /** Name of the tab; not the planned one where a tab that is not ours has it. */
  readonly name: string;
  readonly replaced: boolean;
}

/**
 * `done`: everything is written. `unchanged`: there was nothing to write. `cancelled`: the workbook is as it was.
 */
export interface ApplyResult {
  readonly outcome: 'done' | 'unchanged' | 'cancelled';
  readonly tabs: readonly AppliedTab[];
}

/** A cell and its formula as it stands. */
export interface FormulaCell {
  readonly sheet: string;
  /** A1 address in the sheet. */
  readonly address: string;
  readonly formula: string;
}

/**
 * What the application needs of an open workbook. Failures are `ProblemError`s whose sentence says what to do:
 * `HOST_EDITING` (a cell is being edited), `HOST_READ_ONLY`, `HOST_PROTECTED` {sheet}, `HOST_TOO_LARGE`, `HOST_BUSY`,
 * `HOST_FAILED` {code}, `HOST_LEFTOVER` {sheet} (a cut write could not be cleared away).
 */
export interface WorkbookPort {
  /** Reads all sheets and the state. */
  open(): Promise<WorkbookSnapshot>;
  /** Reads some sheets again; one that is gone is left out. */
  readSheets(ids: readonly string[]): Promise<readonly OpenSheet[]>;
  /** Writes all tabs or none. */
  apply(tabs: readonly TabToApply[], options?: ApplyOptions): Promise<ApplyResult>;
  /** Takes back the last `apply` of this workbook; false when there is none to take back. */
  undo(): Promise<boolean>;
  canUndo(): boolean;
  saveState(state: unknown): Promise<void>;
  /** Calls back at every change until the returned function is called. Own writes are not reported. */
  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
  /** Shows a sheet's cell. */
  jumpTo(sheetName: string, address: string): Promise<void>;
  /** The selected cell: sheet name, address and its formula or value. */
  selection(): Promise<FormulaCell | undefined>;
  /** Writes a formula to the selected cell. */
  insertFormula(formula: string): Promise<void>;
  /** Enters formulas of ours again that show #NAME?; how many. */
  repairFormulas(): Promise<number>;
  /** Turns all formulas of ours into their values; how many. */
  freezeFormulas(): Promise<number>;
}
