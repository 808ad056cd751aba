import type { Block } from './address';
import type { Bag, Json } from './bag';

/** Filter of a list; criteria by column offset, as Office.js gives them. */
export interface FilterModel {
  block: Block;
  readonly criteria: Map<number, Readonly<Record<string, Json>>>;
}

/** A table: its block holds header, rows and total. */
export interface TableModel {
  readonly id: string;
  name: string;
  block: Block;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  readonly columnIds: number[];
  readonly filter: Map<number, Readonly<Record<string, Json>>>;
  /** Banding, filter buttons and the like. */
  readonly bag: Bag;
}

/** A chart: what Office.js sets is in the bag (`Title/Text`, `Legend/Position` ...). Sizes are points. */
export interface ChartModel {
  readonly id: string;
  /** Excel.ChartType. */
  type: string;
  name: string;
  left: number;
  top: number;
  width: number;
  height: number;
  readonly series: ChartSeriesModel[];
  readonly bag: Bag;
}

/** Cells are addresses with their sheet. */
export interface ChartSeriesModel {
  name: string;
  /** Where the name stands, when it is a cell's. */
  nameSource?: string;
  values?: string;
  categories?: string;
  /** Sizes of bubbles. */
  bubbles?: string;
  readonly bag: Bag;
}

/** A comment on a cell; what Office.js gives of it is in the bag. */
export interface CommentModel {
  /** One cell. */
  block: Block;
  readonly replies: Bag[];
  readonly bag: Bag;
}

/** A conditional format; rule and look are in the bag under the name of its type (`CellValue/Rule` ...). */
export interface ConditionalFormatModel {
  readonly id: string;
  /** Excel.ConditionalFormatType. */
  readonly type: string;
  blocks: Block[];
  readonly bag: Bag;
}

/** A data validation; `rule` as Office.js gives it. */
export interface ValidationModel {
  blocks: Block[];
  rule: Readonly<Record<string, Json>>;
  readonly bag: Bag;
}
