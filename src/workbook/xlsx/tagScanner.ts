import { APOSTROPHE, BANG, COLON, GT, isSpace, LT, QUESTION, QUOTE, SLASH } from './ascii';
import { decodeUtf8 } from './byteText';
import { corrupt } from './failures';
import { MAX_XML_DEPTH } from './limits';
import { decodeEntities } from './xmlText';

/** Walks the tags of a UTF-8 XML part without building anything; for parts too large for a tree. */
export class TagScanner {
  /** Just after the current tag. */
  position: number;
  closing = false;
  selfClosing = false;
  /** Elements open around the position. */
  depth = 0;
  private tagStart = 0;
  private nameStart = 0;
  private nameEnd = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly part: string,
    from = 0,
    readonly end = bytes.length,
  ) {
    this.position = from;
  }

  /** Moves to the next tag; false at the end. Comments, instructions and CDATA are passed over. */
  next(): boolean {
    const { bytes, end } = this;
    for (;;) {
      const at = bytes.indexOf(LT, this.position);
      if (at < 0 || at >= end) return false;
      const mark = bytes[at + 1];
      if (mark === BANG || mark === QUESTION) {
        this.position = this.afterMarkup(at);
        continue;
      }
      this.readTag(at);
      return true;
    }
  }

  /** Bytes before the local name within the tag, for example 2 for `<x:row`. */
  get prefixLength(): number {
    return this.nameStart - this.tagStart - (this.closing ? 2 : 1);
  }

  get start(): number {
    return this.tagStart;
  }

  is(localName: string): boolean {
    if (this.nameEnd - this.nameStart !== localName.length) return false;
    for (let i = 0; i < localName.length; i++) {
      if (this.bytes[this.nameStart + i] !== localName.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Value of an unprefixed attribute of the current tag. */
  attribute(name: string): string | undefined {
    const text = decodeUtf8(this.bytes, this.nameEnd, this.position);
    const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(text);
    return found ? decodeEntities(found[1] ?? found[2]!, this.part) : undefined;
  }

  /** Passes over the content of the element just opened, up to and including its end tag. */
  skip(): void {
    if (this.selfClosing || this.closing) return;
    const outside = this.depth - 1;
    while (this.depth > outside) if (!this.next()) throw corrupt(this.part, 'xml');
  }

  private readTag(at: number): void {
    const { bytes, end } = this;
    this.tagStart = at;
    this.closing = bytes[at + 1] === SLASH;
    let i = this.closing ? at + 2 : at + 1;
    this.nameStart = i;
    for (; i < end; i++) {
      const byte = bytes[i];
      if (byte === COLON) this.nameStart = i + 1;
      else if (byte === GT || byte === SLASH || isSpace(byte)) break;
    }
    this.nameEnd = i;
    this.position = this.afterTag(i);
    this.selfClosing = bytes[this.position - 2] === SLASH && !this.closing;
    if (this.closing) this.depth--;
    else if (!this.selfClosing) this.depth++;
    if (this.depth < 0 || this.depth > MAX_XML_DEPTH || this.nameEnd === this.nameStart) {
      throw corrupt(this.part, 'xml');
    }
  }

  private afterTag(from: number): number {
    const { bytes, end } = this;
    let quote = 0;
    for (let i = from; i < end; i++) {
      const byte = bytes[i]!;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GT) return i + 1;
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === LT) break;
    }
    throw corrupt(this.part, 'xml');
  }

  private afterMarkup(at: number): number {
    return afterMarkup(this.bytes, at, this.end, this.part);
  }
}

/** Position after the comment, instruction or CDATA section that starts at `at`. Document types are refused. */
export function afterMarkup(bytes: Uint8Array, at: number, end: number, part: string): number {
  const opens = (text: string): boolean => {
    for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
    return true;
  };
  const close = opens('<?') ? '?>' : opens('<!--') ? '-->' : opens('<![CDATA[') ? ']]>' : undefined;
  if (close === undefined) throw corrupt(part, 'xml');
  const first = close.charCodeAt(0);
  for (let i = bytes.indexOf(first, at + 2); i >= 0 && i < end; i = bytes.indexOf(first, i + 1)) {
    let k = 1;
    while (k < close.length && bytes[i + k] === close.charCodeAt(k)) k++;
    if (k === close.length) return i + k;
  }
  throw corrupt(part, 'xml');
}
