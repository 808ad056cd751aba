/**
 * Inflates deflate data into a buffer of known size. Unlike general inflaters it never produces, or spends time on,
 * a byte more than asked for, which is what makes a zip bomb harmless.
 */

const MAX_BITS = 15;
const END_OF_BLOCK = 256;
const LENGTH_CODES = [
  ...[
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227,
  ],
  258,
];
const LENGTH_BASE = Uint16Array.from(LENGTH_CODES);
const LENGTH_EXTRA = Uint8Array.from(LENGTH_CODES, (_, i) => (i < 8 || i === 28 ? 0 : (i - 4) >> 2));
const DISTANCE_EXTRA = Uint8Array.from({ length: 30 }, (_, i) => (i < 2 ? 0 : (i - 2) >> 1));
const DISTANCE_BASE = Uint16Array.from({ length: 30 }, (_, i) =>
  i < 2 ? i + 1 : ((2 + (i & 1)) << ((i - 2) >> 1)) + 1,
);
/** Order in which a block lists the code lengths of its code lengths. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Thrown for data that is not deflate, is cut off, or is longer than announced. */
export class InflateError extends Error {
  constructor(readonly reason: 'deflate' | 'size') {
    super(reason);
    this.name = 'InflateError';
  }
}

/** Throws `InflateError`; the result is shorter than `size` when the data is. */
export function inflateRaw(data: Uint8Array, size: number): Uint8Array {
  return new Inflater(data, size).run();
}

/** Code lookup: entry at the next bits = symbol << 4 | bits used; 0 where no code stands. */
interface Codes {
  readonly table: Uint16Array;
  readonly mask: number;
}

class Inflater {
  private readonly output: Uint8Array;
  private at = 0;
  private position = 0;
  private bits = 0;
  private count = 0;

  constructor(
    private readonly data: Uint8Array,
    size: number,
  ) {
    this.output = new Uint8Array(size);
  }

  run(): Uint8Array {
    for (let last = false; !last;) {
      last = this.take(1) === 1;
      const type = this.take(2);
      if (type === 0) this.copyStored();
      else if (type === 1) this.readBlock(FIXED_LITERALS, FIXED_DISTANCES);
      else if (type === 2) this.readDynamicBlock();
      else throw new InflateError('deflate');
    }
    return this.output.subarray(0, this.at);
  }

  private take(n: number): number {
    while (this.count < n) {
      if (this.position >= this.data.length) throw new InflateError('deflate');
      this.bits |= this.data[this.position++]! << this.count;
      this.count += 8;
    }
    const value = this.bits & ((1 << n) - 1);
    this.bits >>>= n;
    this.count -= n;
    return value;
  }

  private copyStored(): void {
    // back to the byte after the header: whole bytes may wait in the bit buffer
    this.position -= this.count >> 3;
    this.bits = 0;
    this.count = 0;
    const length = this.take(16);
    if (this.take(16) !== (length ^ 0xffff) || this.position + length > this.data.length) {
      throw new InflateError('deflate');
    }
    if (this.at + length > this.output.length) throw new InflateError('size');
    this.output.set(this.data.subarray(this.position, this.position + length), this.at);
    this.position += length;
    this.at += length;
  }

  private readDynamicBlock(): void {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const order = new Uint8Array(19);
    const given = this.take(4) + 4;
    for (let i = 0; i < given; i++) order[LENGTH_ORDER[i]!] = this.take(3);
    const codes = makeCodes(order);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length;) {
      const symbol = this.symbol(codes);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw new InflateError('deflate');
      const value = symbol === 16 ? lengths[i - 1]! : 0;
      const repeat = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (i + repeat > lengths.length) throw new InflateError('deflate');
      lengths.fill(value, i, i + repeat);
      i += repeat;
    }
    this.readBlock(makeCodes(lengths.subarray(0, literals)), makeCodes(lengths.subarray(literals)));
  }

  private symbol({ table, mask }: Codes): number {
    while (this.count < MAX_BITS && this.position < this.data.length) {
      this.bits |= this.data[this.position++]! << this.count;
      this.count += 8;
    }
    const entry = table[this.bits & mask]!;
    this.take(entry & 15);
    if (entry === 0) throw new InflateError('deflate');
    return entry >>> 4;
  }

  private readBlock(literals: Codes, distances: Codes): void {
    const { data, output } = this;
    const { table, mask } = literals;
    const { table: distanceTable, mask: distanceMask } = distances;
    const size = output.length;
    const end = data.length;
    let { at, position, bits, count } = this;
    for (;;) {
      // past the end zeros are read; whether they were used is checked after the block
      while (count < 25) {
        bits |= (position < end ? data[position]! : 0) << count;
        position++;
        count += 8;
      }
      const entry = table[bits & mask]!;
      bits >>>= entry & 15;
      count -= entry & 15;
      const symbol = entry >>> 4;
      if (symbol < END_OF_BLOCK) {
        if (entry === 0) throw new InflateError('deflate');
        if (at >= size) throw new InflateError('size');
        output[at++] = symbol;
        continue;
      }
      if (symbol === END_OF_BLOCK || position > end + 8) break;
      const lengthIndex = symbol - 257;
      if (lengthIndex >= LENGTH_BASE.length) throw new InflateError('deflate');
      const lengthExtra = LENGTH_EXTRA[lengthIndex]!;
      const length = LENGTH_BASE[lengthIndex]! + (bits & ((1 << lengthExtra) - 1));
      bits >>>= lengthExtra;
      count -= lengthExtra;

      while (count < 25) {
        bits |= (position < end ? data[position]! : 0) << count;
        position++;
        count += 8;
      }
      const distanceEntry = distanceTable[bits & distanceMask]!;
      bits >>>= distanceEntry & 15;
      count -= distanceEntry & 15;
      const distanceIndex = distanceEntry >>> 4;
      if (distanceEntry === 0 || distanceIndex >= DISTANCE_BASE.length) throw new InflateError('deflate');
      const distanceExtra = DISTANCE_EXTRA[distanceIndex]!;
      while (count < distanceExtra) {
        bits |= (position < end ? data[position]! : 0) << count;
        position++;
        count += 8;
      }
      const distance = DISTANCE_BASE[distanceIndex]! + (bits & ((1 << distanceExtra) - 1));
      bits >>>= distanceExtra;
      count -= distanceExtra;

      if (distance > at) throw new InflateError('deflate');
      const stop = at + length;
      if (stop > size) throw new InflateError('size');
      for (let from = at - distance; at < stop;) output[at++] = output[from++]!;
    }
    position -= count >> 3;
    count &= 7;
    if (position > end) throw new InflateError('deflate');
    this.at = at;
    this.position = position;
    this.bits = bits & ((1 << count) - 1);
    this.count = count;
  }
}

/** Lookup table of canonical codes. Throws `InflateError` when more codes are given than bits allow. */
function makeCodes(lengths: Uint8Array): Codes {
  const perLength = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) perLength[length]!++;
  perLength[0] = 0;
  let longest = MAX_BITS;
  while (longest > 1 && perLength[longest] === 0) longest--;

  const next = new Uint16Array(MAX_BITS + 2);
  for (let bits = 1; bits <= MAX_BITS; bits++) {
    const code = (next[bits]! + perLength[bits]!) << 1;
    if (next[bits]! + perLength[bits]! > 1 << bits) throw new InflateError('deflate');
    next[bits + 1] = code;
  }
  const table = new Uint16Array(1 << longest);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    const step = 1 << length;
    const entry = (symbol << 4) | length;
    for (let i = reverse(next[length]!++, length); i < table.length; i += step) table[i] = entry;
  }
  return { table, mask: table.length - 1 };
}

function reverse(code: number, length: number): number {
  let reversed = 0;
  for (let rest = code, i = 0; i < length; i++, rest >>>= 1) reversed = (reversed << 1) | (rest & 1);
  return reversed;
}

const FIXED_LITERALS = makeCodes(
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = makeCodes(new Uint8Array(32).fill(5));
