import type { CellValue } from '../../../workbook/grid';
import type { Block } from '../address';
import type { Shift } from '../changes';
import type { Sheet } from '../sheet';
import type { Precedent } from './precedents';

/** Calculates a workbook's formulas. The workbook tells it what changed and asks it to calculate. */
export interface HostEngine {
  /** Contents of a block were entered or removed. */
  contentsChanged(sheet: Sheet, block: Block): void;
  /** Rows, columns or cells moved; formulas have been rewritten by then. */
  structureChanged(sheet: Sheet, shift: Shift): void;
  /** Sheets or names came, went or changed their names. */
  namesChanged(): void;
  /** Brings every changed formula up to date, all of them with `full`. */
  calculate(full?: boolean): void;
  /** A formula that has been taken from a file keeps its saved result until something it reads changes. */
  adopt(sheet: Sheet): void;
  /** Cells the formulas of a block name. */
  precedents(sheet: Sheet, block: Block): Precedent[];
  /** Cells whose formulas name a cell of a block. */
  dependents(sheet: Sheet, block: Block): Precedent[];
  /** What a formula gives, without putting it in a cell. */
  evaluate(formula: string, sheet: Sheet): CellValue | CellValue[][];
}

/** Stands in until a workbook has an engine: formulas keep what they have. */
export const NO_ENGINE: HostEngine = {
  contentsChanged: () => undefined,
  structureChanged: () => undefined,
  namesChanged: () => undefined,
  calculate: () => undefined,
  adopt: () => undefined,
  precedents: () => [],
  dependents: () => [],
  evaluate: () => ({ error: '#NAME?' }),
};
