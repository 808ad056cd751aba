import type { Source } from '../facts/incident';

/** Gives each text a number in the order of first mention. */
export class Interner {
  readonly names: string[] = [];
  private readonly index = new Map<string, number>();

  get ids(): ReadonlyMap<string, number> {
    return this.index;
  }

  id(name: string): number {
    let id = this.index.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.names.push(name);
      this.index.set(name, id);
    }
    return id;
  }

  find(name: string): number | undefined {
    return this.index.get(name);
  }
}

/** Records of one sheet that follow each other row by row; without a sheet they come from nowhere. */
interface Block {
  readonly sheet: string | undefined;
  readonly firstRecord: number;
  readonly firstRow: number;
}

/** Where records stand, as spans: nothing is kept for a record whose row follows the one before. */
export class RowBlocks {
  private readonly blocks: Block[] = [];

  start(firstRecord: number, sheet: string | undefined, firstRow: number): void {
    const last = this.blocks.at(-1);
    if (last?.firstRecord === firstRecord) this.blocks.pop();
    this.blocks.push({ sheet, firstRecord, firstRow });
  }

  /** Begins a span with a record that does not follow the one before. */
  note(record: number, source: Source | undefined): void {
    const expected = this.source(record);
    if (expected?.sheet === source?.sheet && expected?.row === source?.row) return;
    this.start(record, source?.sheet, source?.row ?? 0);
  }

  source(record: number): Source | undefined {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle]!.firstRecord <= record) low = middle + 1;
      else high = middle - 1;
    }
    const block = this.blocks[high];
    if (block?.sheet === undefined) return undefined;
    return { sheet: block.sheet, row: block.firstRow + (record - block.firstRecord) };
  }
}
