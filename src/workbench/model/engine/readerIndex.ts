import { cellsOf, type Block } from '../address';
import type { Sheet } from '../sheet';
import type { Precedent } from './precedents';

interface Reader {
  readonly precedents: readonly Precedent[];
}

interface SheetReaders<T> {
  /** Readers of single cells, by row and then column. */
  readonly cells: Map<number, Map<number, Set<T>>>;
  readonly ranges: Map<T, Block[]>;
}

/** Which formulas read which cells. */
export class ReaderIndex<T extends Reader> {
  private readonly sheets = new Map<Sheet, SheetReaders<T>>();

  add(reader: T): void {
    for (const { sheet, block } of reader.precedents) {
      const readers = this.of(sheet);
      if (cellsOf(block) === 1) {
        let row = readers.cells.get(block.top);
        if (!row) readers.cells.set(block.top, (row = new Map<number, Set<T>>()));
        let found = row.get(block.left);
        if (!found) row.set(block.left, (found = new Set()));
        found.add(reader);
      } else {
        const blocks = readers.ranges.get(reader);
        if (blocks) blocks.push(block);
        else readers.ranges.set(reader, [block]);
      }
    }
  }

  remove(reader: T): void {
    for (const { sheet, block } of reader.precedents) {
      const readers = this.sheets.get(sheet);
      readers?.cells.get(block.top)?.get(block.left)?.delete(reader);
      readers?.ranges.delete(reader);
    }
  }

  clear(): void {
    this.sheets.clear();
  }

  /** Formulas that read a cell of a block. */
  readers(sheet: Sheet, block: Block): Set<T> {
    const found = new Set<T>();
    const readers = this.sheets.get(sheet);
    if (!readers) return found;
    const { top, left, bottom, right } = block;
    const takeRow = (row: Map<number, Set<T>>): void => {
      if (left === right) for (const reader of row.get(left) ?? []) found.add(reader);
      else {
        for (const [column, set] of row) {
          if (column >= left && column <= right) for (const reader of set) found.add(reader);
        }
      }
    };
    if (bottom - top < readers.cells.size) {
      for (let row = top; row <= bottom; row++) {
        const cells = readers.cells.get(row);
        if (cells) takeRow(cells);
      }
    } else {
      for (const [row, cells] of readers.cells) if (row >= top && row <= bottom) takeRow(cells);
    }
    for (const [reader, blocks] of readers.ranges) {
      const reads = blocks.some(
        (each) => each.top <= bottom && each.bottom >= top && each.left <= right && each.right >= left,
      );
      if (reads) found.add(reader);
    }
    return found;
  }

  private of(sheet: Sheet): SheetReaders<T> {
    let readers = this.sheets.get(sheet);
    if (!readers) this.sheets.set(sheet, (readers = { cells: new Map(), ranges: new Map() }));
    return readers;
  }
}
