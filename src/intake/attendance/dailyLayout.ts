import type { Happening } from './words';

/** A column of counts: field, what it counts, its minutes, its side. */
export type CountColumn = readonly [
  field: string,
  kind: Happening['kind'],
  minutes: string | undefined,
  slot?: string,
];

/** One punch of a shift and the columns it has. */
export interface Slot {
  /** 上班1, 下班1 ... */
  readonly name: string;
  readonly side: 'in' | 'out';
  readonly index: number;
  readonly resultField: string;
  readonly timeField: string;
}

/** The columns of one sheet. */
export interface Layout {
  readonly slots: readonly Slot[];
  readonly leaves: readonly string[];
  readonly counts: readonly CountColumn[];
}

/** Something that happened, with its cell. */
export interface Found extends Happening {
  readonly column?: number;
  readonly place?: Slot;
}
