import type { CellValue } from '../../workbook/grid';
import type { Block } from './address';
import type { Sheet } from './sheet';

/** What happened to a workbook, for those who show it or tell others. */
export type Change =
  /** Contents entered, by a user or an add-in. */
  | {
      readonly kind: 'contents';
      readonly sheet: Sheet;
      readonly block: Block;
      readonly by: Author;
      /** What a single cell held before. */
      readonly before?: CellValue;
    }
  /** Results that came out differently. */
  | { readonly kind: 'calculated'; readonly sheet: Sheet; readonly block: Block }
  | { readonly kind: 'format'; readonly sheet: Sheet; readonly block: Block }
  /** Widths, heights, hidden rows and columns. */
  | { readonly kind: 'sizes'; readonly sheet: Sheet; readonly block: Block }
  | { readonly kind: 'merges'; readonly sheet: Sheet }
  | { readonly kind: 'freeze'; readonly sheet: Sheet }
  | { readonly kind: 'structure'; readonly sheet: Sheet; readonly shift: Shift; readonly by: Author }
  | { readonly kind: 'sheetAdded' | 'sheetDeleted'; readonly sheet: Sheet }
  | { readonly kind: 'sheetRenamed'; readonly sheet: Sheet; readonly before: string }
  | { readonly kind: 'sheetMoved' | 'sheetVisibility' | 'sheetLook' | 'protection'; readonly sheet: Sheet }
  | { readonly kind: 'activated'; readonly sheet: Sheet; readonly before: Sheet }
  | { readonly kind: 'selected'; readonly sheet: Sheet; readonly block: Block }
  /** An object kept as a bag (a chart, a table, a conditional format, a name, a setting ...). */
  | { readonly kind: 'object'; readonly type: string; readonly sheet?: Sheet };

/** Who made a change: the person at the keyboard, or the add-in. */
export type Author = 'user' | 'addin';

/** Cells put in at `block` (`insert`) or taken out there, the others moving `down`, `right`, `up` or `left`. */
export interface Shift {
  readonly block: Block;
  readonly direction: 'down' | 'right' | 'up' | 'left';
}
