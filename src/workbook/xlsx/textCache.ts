const SLOTS = 4096;
/** Longer texts seldom repeat. */
const LONGEST = 96;

type Decode = (bytes: Uint8Array, start: number, end: number, part: string) => string;

/**
 * Remembers decoded texts by their bytes, so that a name that stands in a thousand cells is decoded and kept once.
 * A slot holds the last text that fell into it.
 */
export class TextCache {
  private readonly starts = new Int32Array(SLOTS);
  private readonly lengths = new Int32Array(SLOTS).fill(-1);
  private readonly texts: string[] = new Array<string>(SLOTS).fill('');
  private readonly decoders: (Decode | undefined)[] = new Array<Decode | undefined>(SLOTS).fill(undefined);

  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
  ) {}

  get(start: number, end: number, decode: Decode): string {
    const { bytes } = this;
    const length = end - start;
    if (length > LONGEST) return decode(bytes, start, end, this.part);
    let hash = length;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    if (
      this.lengths[slot] === length &&
      this.decoders[slot] === decode &&
      this.same(this.starts[slot]!, start, end)
    ) {
      return this.texts[slot]!;
    }
    const text = decode(bytes, start, end, this.part);
    this.starts[slot] = start;
    this.lengths[slot] = length;
    this.texts[slot] = text;
    this.decoders[slot] = decode;
    return text;
  }

  private same(known: number, start: number, end: number): boolean {
    const { bytes } = this;
    for (let i = start; i < end; i++) if (bytes[i] !== bytes[known + i - start]) return false;
    return true;
  }
}
