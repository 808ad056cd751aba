import type { StyleName } from './styles';

/**
 * A worksheet described as data: everything a writer needs to make it, nothing about how.
 * Rows and columns are 0-based.
 */
export interface SheetPlan {
  /** Stable id of the report and period, for example `performance:2026-10`; marks the tab as ours. */
  readonly id: string;
  /** Tab name, at most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
  readonly merges?: readonly PlanRange[];
  /** Rows above and columns left of the first scrolling cell. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Header row through last data row of the filtered list. */
  readonly filter?: PlanRange;
  readonly validations?: readonly PlanValidation[];
  readonly conditionalFormats?: readonly PlanConditionalFormat[];
  readonly charts?: readonly PlanChart[];
  readonly print: PrintSetup;
  /** The list on the sheet whose rows are found again by id when the tab is made anew. */
  readonly table?: PlanTable;
  /** Word that marks a form whose record is gone, for example `已撤销`; without one the form goes with its record. */
  readonly withdrawn?: string;
}

export interface PlanColumn {
  /** Width in characters of the default font, as Excel counts them. */
  readonly width: number;
  readonly hidden?: boolean;
}

export interface PlanRow {
  /**
   * Stable id of the record the row stands for; title, header and signature rows have none. Outside the list, on
   * forms, `form:part`: the rows of one form share what stands before the colon.
   */
  readonly id?: string;
  /** Points; left out = automatic. */
  readonly height?: number;
  readonly cells: readonly (PlanCell | null)[];
}

export interface PlanCell {
  /** Dates are serial numbers with a date style. Text is always written as text, never as a formula. */
  readonly value: string | number | boolean | null;
  readonly style: StyleName;
  /**
   * A jump inside the workbook, for example to the record behind an entry. `sheet` is a tab of the user, or the
   * planned name of one of ours; with `plan` (a `SheetPlan.id`) the tab made from that plan is meant whatever its name.
   */
  readonly link?: { readonly sheet: string; readonly address: string; readonly plan?: string };
}

/** 0-based and inclusive. */
export interface PlanRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface PlanTable {
  readonly headerRow: number;
  readonly firstRow: number;
  /** Last data row; `firstRow - 1` when the list is empty. */
  readonly lastRow: number;
  /** Column that holds `PlanRow.id` (编号). */
  readonly idColumn: number;
  readonly columns: readonly PlanTableColumn[];
  /** Where and how a row is marked whose record is gone. */
  readonly withdrawn?: { readonly column: number; readonly text: string };
  /** `entered`: rows whose record is gone stay only where something was entered in them; left out = all stay. */
  readonly keep?: 'entered';
}

export interface PlanTableColumn {
  readonly key: string;
  readonly column: number;
  /** Filled in by hand and kept when the tab is made anew. */
  readonly hand: boolean;
  /** Header texts by which an earlier tab may name the column, for example in the other language. */
  readonly names?: readonly string[];
}

export interface PlanValidation {
  readonly range: PlanRange;
  readonly list: readonly string[];
}

export interface PlanConditionalFormat {
  readonly range: PlanRange;
  readonly rule:
    | { readonly type: 'lessThan' | 'greaterThan'; readonly value: number }
    | { readonly type: 'equals'; readonly text: string }
    | { readonly type: 'dataBar'; readonly color: string };
  readonly style?: { readonly color?: string; readonly fill?: string };
}

export interface PlanChart {
  readonly type: 'bar' | 'column' | 'line';
  readonly title: string;
  /** Cells on this sheet. */
  readonly categories: PlanRange;
  readonly series: readonly { readonly name: string; readonly values: PlanRange }[];
  /** Cell block the chart covers. */
  readonly anchor: PlanRange;
}

export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated on every page, inclusive. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  readonly fitToWidth: boolean;
  /** Footer text in Excel codes, for example `第 &P 页 共 &N 页`. */
  readonly footer: string;
  /** A page starts at each of these rows. */
  readonly pageBreaks?: readonly number[];
}
