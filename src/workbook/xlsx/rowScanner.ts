import {
  BANG,
  BEFORE_A,
  EQUALS,
  APOSTROPHE,
  GT,
  isSpace,
  LOWER_B,
  LOWER_C,
  LOWER_D,
  LOWER_E,
  LOWER_I,
  LOWER_R,
  LOWER_S,
  LOWER_T,
  LOWER_V,
  LT,
  QUESTION,
  QUOTE,
  SLASH,
  ZERO,
} from './ascii';
import { mixedText, plainText, richText } from './cellText';
import { corrupt, type CorruptReason } from './failures';
import type { GridRows } from './gridRows';
import { isoToSerial } from './isoDate';
import { MAX_COLUMNS, MAX_ROWS } from '../excelLimits';
import { parseNumber } from './numberText';
import { readRowAttributes } from './rowAttributes';
import type { SharedStrings } from './sharedStrings';
import { afterMarkup, TagScanner } from './tagScanner';
import { TextCache } from './textCache';

/** What the `t` attribute of a cell says its value is. */
const NUMBER = 0;
const SHARED = 1;
const TEXT = 2;
const BOOLEAN = 3;
const ERROR = 4;
const ISO_DATE = 5;

/** What rows need from the rest of the workbook. */
export interface RowContext {
  readonly sharedStrings: () => SharedStrings;
  /** Display kind per cell format. */
  readonly cellKinds: Uint8Array;
  readonly date1904: boolean;
}

/**
 * Reads `<sheetData>` straight from its bytes. A number costs no text, a shared string one look-up, a repeated
 * inline text one comparison of bytes.
 */
export class RowScanner {
  private readonly end: number;
  private readonly cache: TextCache;
  private strings: SharedStrings | undefined;
  /** The cell being read. */
  private column = -1;
  private style = 0;
  private type = NUMBER;

  /** `prefixLength`: bytes of the namespace prefix with its colon, 0 for `<row>`. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
    private readonly prefixLength: number,
    private readonly context: RowContext,
    private readonly rows: GridRows,
  ) {
    this.end = bytes.length;
    this.cache = new TextCache(bytes, part);
  }

  /** Reads all rows; `from` lies after `<sheetData>`. Returns the position of its end tag. Throws `CORRUPT`. */
  scan(from: number): number {
    const { bytes, rows, part } = this;
    let at = from;
    let row = -1;
    for (;;) {
      at = this.nextTag(at);
      const tag = this.openTag(at);
      if (tag.closing) {
        if (!tag.is('sheetData')) throw this.bad('xml');
        return at;
      }
      if (!tag.is('row')) {
        tag.skip();
        at = tag.position;
        continue;
      }
      const attributes = readRowAttributes(bytes, at, tag.position, part);
      row = attributes.row ?? row + 1;
      if (row >= MAX_ROWS) throw this.bad('address');
      rows.begin(row, attributes.hidden);
      at = tag.selfClosing ? tag.position : this.scanCells(tag.position);
      rows.finish();
    }
  }

  /** Reads the cells of a row; returns the position after its end tag. */
  private scanCells(from: number): number {
    const { bytes, prefixLength } = this;
    let at = from;
    this.column = -1;
    for (;;) {
      at = this.nextTag(at);
      const name = at + 1 + prefixLength;
      const after = bytes[name + 1];
      if (
        bytes[at + 1] !== SLASH &&
        bytes[name] === LOWER_C &&
        (isSpace(after) || after === GT || after === SLASH)
      ) {
        at = this.readCellTag(name + 1);
        if (bytes[at] === GT) at = this.readCellContent(at + 1);
        else at += 2;
        continue;
      }
      const tag = this.openTag(at);
      if (tag.closing) {
        if (!tag.is('row')) throw this.bad('xml');
        return tag.position;
      }
      tag.skip();
      at = tag.position;
    }
  }

  /** Reads the attributes of `<c`; returns the position of the `>` or `/>` that ends it. */
  private readCellTag(from: number): number {
    const { bytes, end } = this;
    let column = this.column + 1;
    this.style = 0;
    this.type = NUMBER;
    let at = from;
    for (;;) {
      const byte = bytes[at];
      if (byte === GT || byte === SLASH) break;
      if (isSpace(byte)) {
        at++;
        continue;
      }
      const oneLetter = bytes[at + 1] === EQUALS || isSpace(bytes[at + 1]);
      while (bytes[at] !== EQUALS) if (bytes[at] === GT || ++at >= end) throw this.bad('xml');
      at++;
      while (isSpace(bytes[at])) at++;
      const quote = bytes[at++];
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.bad('xml');
      if (oneLetter) {
        if (byte === LOWER_R) column = this.columnAt(at);
        else if (byte === LOWER_S) this.style = this.integerAt(at);
        else if (byte === LOWER_T) this.type = this.typeAt(at);
      }
      while (bytes[at] !== quote) if (bytes[at] === LT || ++at >= end) throw this.bad('xml');
      at++;
    }
    if (column >= MAX_COLUMNS) throw this.bad('address');
    this.column = column;
    return at;
  }

  /** Reads what stands in a cell and hands it on; returns the position after the cell's end tag. */
  private readCellContent(from: number): number {
    const { bytes, end, prefixLength } = this;
    let at = from;
    let start = -1;
    let stop = -1;
    let text: string | undefined;
    let formula = false;
    for (;;) {
      at = this.nextTag(at);
      const name = at + 1 + prefixLength;
      if (bytes[at + 1] === SLASH) {
        if (bytes[name + 1] !== LOWER_C) throw this.bad('xml');
        at = bytes[name + 2] === GT ? name + 3 : this.openTag(at).position;
        break;
      }
      if (bytes[name] === LOWER_V && bytes[name + 1] === GT) {
        let e = name + 2;
        while (bytes[e] !== LT) if (++e >= end) throw this.bad('xml');
        const afterEnd = e + 3 + prefixLength;
        if (bytes[e + 1] === SLASH && bytes[afterEnd] === GT) {
          start = name + 2;
          stop = e;
          at = afterEnd + 1;
          continue;
        }
      }
      // anything but a plain <v>
      const tag = this.openTag(at);
      const inside = tag.position;
      const full = !tag.selfClosing;
      const isText = tag.is('is');
      const isValue = tag.is('v');
      formula ||= tag.is('f');
      tag.skip();
      at = tag.position;
      if (isText && full) text = this.cache.get(inside, tag.start, richText);
      else if (isValue && full) text = mixedText(bytes, inside, tag.start, this.part);
    }
    if (text !== undefined) this.putText(text);
    else if (stop > start) this.putValue(start, stop);
    else if (formula && start < 0) this.rows.countUncalculated(this.column);
    return at;
  }

  private putValue(start: number, stop: number): void {
    const { bytes, rows, column, type } = this;
    if (type === NUMBER) {
      const number = parseNumber(bytes, start, stop);
      if (Number.isNaN(number)) rows.put(column, plainText(bytes, start, stop, this.part), 0);
      else rows.put(column, number, this.context.cellKinds[this.style] ?? 0);
    } else if (type === SHARED) {
      rows.put(column, this.sharedString(parseNumber(bytes, start, stop)), 0);
    } else {
      this.putText(this.cache.get(start, stop, plainText));
    }
  }

  private putText(text: string): void {
    const { rows, context, column, type } = this;
    const kind = context.cellKinds[this.style] ?? 0;
    if (type === NUMBER) {
      const number = text.trim() === '' ? NaN : Number(text);
      rows.put(column, Number.isFinite(number) ? number : text, Number.isFinite(number) ? kind : 0);
    } else if (type === SHARED) {
      rows.put(column, this.sharedString(Number(text)), 0);
    } else if (type === BOOLEAN) {
      const word = text.trim();
      rows.put(column, word === '1' || word === 'true', 0);
    } else if (type === ERROR) {
      rows.put(column, { error: text.trim() }, 0);
    } else if (type === ISO_DATE) {
      const date = isoToSerial(text, context.date1904);
      rows.put(column, date?.serial ?? text, date ? kind || date.kind : 0);
    } else {
      rows.put(column, text, 0);
    }
  }

  private sharedString(index: number): string {
    this.strings ??= this.context.sharedStrings();
    return this.strings.at(index);
  }

  private columnAt(at: number): number {
    const { bytes } = this;
    let column = 0;
    for (let i = at; column <= MAX_COLUMNS; i++) {
      const letter = bytes[i]! - BEFORE_A;
      if (!(letter >= 1 && letter <= 26)) break;
      column = column * 26 + letter;
    }
    if (column === 0) throw this.bad('address');
    return column - 1;
  }

  private integerAt(at: number): number {
    const { bytes } = this;
    let value = 0;
    for (let i = at; ; i++) {
      const digit = bytes[i]! - ZERO;
      if (!(digit >= 0 && digit <= 9)) return value;
      value = value * 10 + digit;
    }
  }

  private typeAt(at: number): number {
    const first = this.bytes[at];
    if (first === LOWER_S) return this.bytes[at + 1] === LOWER_T ? TEXT : SHARED;
    if (first === LOWER_I) return TEXT;
    if (first === LOWER_B) return BOOLEAN;
    if (first === LOWER_E) return ERROR;
    return first === LOWER_D ? ISO_DATE : NUMBER;
  }

  /** Position of the next `<` that starts a tag. */
  private nextTag(from: number): number {
    const { bytes, end } = this;
    let at = from;
    for (;;) {
      while (at < end && bytes[at] !== LT) at++;
      if (at >= end) throw this.bad('xml');
      const mark = bytes[at + 1];
      if (mark !== BANG && mark !== QUESTION) return at;
      at = afterMarkup(bytes, at, end, this.part);
    }
  }

  private openTag(at: number): TagScanner {
    const tag = new TagScanner(this.bytes, this.part, at);
    tag.depth = 1;
    tag.next();
    return tag;
  }

  private bad(reason: CorruptReason): Error {
    return corrupt(this.part, reason);
  }
}
