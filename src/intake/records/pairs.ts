/** Numbers pairs of whole numbers, from 0 in the order in which they are met: keys of several parts without texts. */
export class Pairs {
  private count = 0;
  /** Open addressing, three places a slot: first, second, number of the pair plus 1 (0 = free). */
  private table = new Int32Array(3 * 512);
  private mask = 511;

  /** The number of a pair. */
  of(first: number, second: number): number {
    const { table, mask } = this;
    for (let slot = slotOf(first, second) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 3;
      const number = table[at + 2]!;
      if (number === 0) return this.add(at, first, second);
      if (table[at] === first && table[at + 1] === second) return number - 1;
    }
  }

  private add(at: number, first: number, second: number): number {
    const { table } = this;
    const added = this.count;
    this.count += 1;
    table[at] = first;
    table[at + 1] = second;
    table[at + 2] = this.count;
    if (this.count * 2 > this.mask) this.grow();
    return added;
  }

  private grow(): void {
    const before = this.table;
    this.mask = this.mask * 4 + 3;
    const table = new Int32Array((this.mask + 1) * 3);
    for (let from = 0; from < before.length; from += 3) {
      if (before[from + 2] === 0) continue;
      let slot = slotOf(before[from]!, before[from + 1]!) & this.mask;
      while (table[slot * 3 + 2] !== 0) slot = (slot + 1) & this.mask;
      table[slot * 3] = before[from]!;
      table[slot * 3 + 1] = before[from + 1]!;
      table[slot * 3 + 2] = before[from + 2]!;
    }
    this.table = table;
  }
}

function slotOf(first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Numbers texts, from 0 in the order in which they are met. */
export class Texts {
  private readonly texts: string[] = [];
  /** Open addressing, two places a slot: hash, number of the text plus 1 (0 = free). */
  private table = new Int32Array(2 * 512);
  private mask = 511;

  /** How many different texts were met: the number of the next new one. */
  get count(): number {
    return this.texts.length;
  }

  of(text: string): number {
    const { texts, table, mask } = this;
    const hash = hashOf(text);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = table[slot * 2 + 1]!;
      if (number === 0) return this.add(slot, hash, text);
      if (table[slot * 2] === hash && texts[number - 1] === text) return number - 1;
    }
  }

  private add(slot: number, hash: number, text: string): number {
    const added = this.texts.length;
    this.texts.push(text);
    this.table[slot * 2] = hash;
    this.table[slot * 2 + 1] = added + 1;
    if (added * 2 > this.mask) this.grow();
    return added;
  }

  private grow(): void {
    const before = this.table;
    this.mask = this.mask * 4 + 3;
    const table = new Int32Array((this.mask + 1) * 2);
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue;
      let slot = before[from]! & this.mask;
      while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask;
      table[slot * 2] = before[from]!;
      table[slot * 2 + 1] = before[from + 1]!;
    }
    this.table = table;
  }
}

function hashOf(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
