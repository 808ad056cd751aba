import type { CellValue, Grid } from '../../workbook/grid';
import type { SheetReading } from '../types';
import { isBlank } from '../values/text';
import { mergedDown, type MergedDown } from './merged';
import { saidOnce } from './rows';

/** Display kinds, and one more for errors: so many different cells can hold the same value. */
const ERROR = 6;
const KINDS = 7;

/**
 * Numbers the rows of a sheet by what they say under some fields: rows whose cells are equal there, in value and
 * display kind, have one number. Numbers count from 0 in the order in which rows are met, so that a reader works out
 * once what it makes of equal rows.
 */
export class SameRows {
  /** How many different rows were met. */
  count = 0;
  private readonly columns: readonly number[];
  /** Whether a blank cell of the column may belong to a block merged from above. */
  private readonly repeats: readonly boolean[];
  private readonly merged: MergedDown;
  /** Numbers of the values of each column and display kind, from 1; 0 is a blank cell. */
  private readonly known: (Map<CellValue, number> | undefined)[];
  /** The value met last in each column, and its number: columns repeat themselves. */
  private readonly last: (CellValue | undefined)[];
  private readonly lastKind: Uint8Array;
  private readonly lastNumber: Int32Array;
  /** The cells of the row at hand as numbers. */
  private readonly cells: Int32Array;
  /** Those of every different row, one after the other. */
  private stored: Int32Array;
  /** Open addressing: number of a row plus 1, 0 = free. */
  private table = new Int32Array(256);

  constructor(
    private readonly grid: Grid,
    reading: SheetReading,
    wanted: (field: string) => boolean,
  ) {
    const columns = reading.columns.filter(({ field }) => field !== undefined && wanted(field));
    this.columns = columns.map(({ index }) => index);
    this.repeats = columns.map(({ field }) => saidOnce(field ?? ''));
    this.merged = mergedDown(grid);
    this.known = new Array<undefined>(columns.length * KINDS).fill(undefined);
    this.last = new Array<undefined>(columns.length).fill(undefined);
    this.lastKind = new Uint8Array(columns.length);
    this.lastNumber = new Int32Array(columns.length);
    this.cells = new Int32Array(columns.length);
    this.stored = new Int32Array(columns.length * 128);
  }

  /** The number of a row, 0-based index. */
  numberOf(index: number): number {
    const { columns, cells } = this;
    const row = this.grid.rows[index];
    const whole = this.merged.empty;
    let hash = 0;
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place]!;
      const value = row?.[column];
      let cell = 0;
      if (value !== null && value !== undefined) cell = this.cellNumber(place, value, index);
      if (!whole && this.repeats[place]! && isBlank(value)) {
        const top = this.merged.topOf(index, column);
        const said = top === undefined ? undefined : this.grid.rows[top]?.[column];
        if (top !== undefined)
          cell = said === null || said === undefined ? 0 : this.cellNumber(place, said, top);
      }
      cells[place] = cell;
      hash = Math.imul(hash ^ cell, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return this.find(hash);
  }

  private cellNumber(place: number, value: CellValue, row: number): number {
    const kind: number = this.grid.kinds[row]?.[this.columns[place]!] ?? 0;
    if (value === this.last[place] && kind === this.lastKind[place]) return this.lastNumber[place]!;
    const number = this.lookUp(place, value, kind);
    this.last[place] = value;
    this.lastKind[place] = kind;
    this.lastNumber[place] = number;
    return number;
  }

  private lookUp(place: number, value: CellValue, ofCell: number): number {
    let kind = ofCell;
    let key = value;
    if (typeof value === 'object' && value !== null) {
      kind = ERROR;
      key = value.error;
    }
    let known = this.known[place * KINDS + kind];
    if (known === undefined) {
      known = new Map();
      this.known[place * KINDS + kind] = known;
    }
    let number = known.get(key);
    if (number === undefined) {
      // Numbers of one column differ whatever the kind.
      number = known.size * KINDS + kind + 1;
      known.set(key, number);
    }
    return number;
  }

  private find(hash: number): number {
    const { cells, table } = this;
    const mask = table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = table[slot]! - 1;
      if (number >= 0) {
        if (this.equals(number)) return number;
        continue;
      }
      const added = this.count;
      this.count += 1;
      if ((added + 1) * cells.length > this.stored.length) {
        const larger = new Int32Array(this.stored.length * 2);
        larger.set(this.stored);
        this.stored = larger;
      }
      this.stored.set(cells, added * cells.length);
      table[slot] = added + 1;
      if (this.count * 2 > table.length) this.grow();
      return added;
    }
  }

  private equals(number: number): boolean {
    const { cells, stored } = this;
    const start = number * cells.length;
    for (let place = 0; place < cells.length; place += 1)
      if (stored[start + place] !== cells[place]) return false;
    return true;
  }

  private grow(): void {
    const { stored } = this;
    const width = this.cells.length;
    const table = new Int32Array(this.table.length * 4);
    const mask = table.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let hash = 0;
      for (let place = 0; place < width; place += 1) {
        hash = Math.imul(hash ^ stored[number * width + place]!, 0x9e3779b1);
        hash ^= hash >>> 15;
      }
      let slot = hash & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    this.table = table;
  }
}

/** What a reader makes of some fields of a row, made once for all rows that are equal there. */
export class SharedByRows<T> {
  private readonly rows: SameRows;
  private readonly made: T[] = [];

  /** `make` must look at no other fields than those wanted. */
  constructor(
    grid: Grid,
    reading: SheetReading,
    wanted: (field: string) => boolean,
    private readonly make: (index: number) => T,
  ) {
    this.rows = new SameRows(grid, reading, wanted);
  }

  /** What is made of a row, 0-based index. */
  of(index: number): T {
    return this.made[this.numberOf(index)]!;
  }

  /** The number of what is made of a row, from 0 in the order in which it is met. */
  numberOf(index: number): number {
    const number = this.rows.numberOf(index);
    if (number === this.made.length) this.made.push(this.make(index));
    return number;
  }

  /** What has the number. */
  at(number: number): T {
    return this.made[number]!;
  }
}
