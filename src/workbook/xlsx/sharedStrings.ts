import { GT, LOWER_T, LT, SLASH } from './ascii';
import { plainText, richText } from './cellText';
import { corrupt } from './failures';
import { MAX_SHARED_STRINGS } from './limits';
import { TagScanner } from './tagScanner';

/** The shared string table; a string is decoded when a cell first asks for it. */
export class SharedStrings {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly decoded: (string | undefined)[] = [];

  /** `bytes` must be UTF-8. Throws `CORRUPT`. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
  ) {
    const tags = new TagScanner(bytes, part);
    while (tags.next()) {
      if (tags.depth !== 2 && !(tags.selfClosing && tags.depth === 1)) continue;
      if (tags.closing || !tags.is('si')) continue;
      const start = tags.position;
      tags.skip();
      this.starts.push(start);
      this.ends.push(tags.selfClosing ? start : tags.start);
      if (this.starts.length > MAX_SHARED_STRINGS) throw corrupt(part, 'index');
    }
    if (tags.depth !== 0) throw corrupt(part, 'xml');
  }

  get length(): number {
    return this.starts.length;
  }

  /** Throws `CORRUPT` with reason `index` for a string that is not in the table. */
  at(index: number): string {
    const known = this.decoded[index];
    if (known !== undefined) return known;
    const start = this.starts[index];
    if (start === undefined) throw corrupt(this.part, 'index');
    const text = this.decode(start, this.ends[index]!);
    // filled in order, so that the array stays dense
    while (this.decoded.length < index) this.decoded.push(undefined);
    this.decoded[index] = text;
    return text;
  }

  private decode(start: number, end: number): string {
    const { bytes } = this;
    // <t>text</t> and nothing else
    if (bytes[start] === LT && bytes[start + 1] === LOWER_T && bytes[start + 2] === GT) {
      const close = bytes.indexOf(LT, start + 3);
      if (close + 4 === end && bytes[close + 1] === SLASH)
        return plainText(bytes, start + 3, close, this.part);
    }
    return richText(bytes, start, end, this.part);
  }
}
