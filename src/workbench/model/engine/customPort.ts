import type { CellValue } from '../../../workbook/grid';

/** What a custom function gives: a value, or rows of values that spill. */
export type CallResult = CellValue | CellValue[][];

/** A call that has been made; `cancel` ends it, its result is not wanted any more. */
export interface CustomCall {
  cancel(): void;
}

/** The custom functions an add-in brings, as the engine uses them. */
export interface CustomFunctionPort {
  /** Whether a function of this name (whatever its case) is known. */
  has(name: string): boolean;
  isVolatile(name: string): boolean;
  /**
   * Calls a function for a cell. `args` are values or rows of values, null where left out. `done` is called at
   * every result: once, or again and again by streaming functions; not before `call` has returned.
   */
  call(
    name: string,
    args: readonly (CallResult | null)[],
    caller: string,
    done: (result: CallResult) => void,
  ): CustomCall;
}
