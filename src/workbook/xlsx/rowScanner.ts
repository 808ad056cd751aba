import type { CellValue, NumberKind } from '../grid';
import { mixedText, plainText, richText } from './cellText';
import { corrupt } from './failures';
import type { GridRows } from './gridRows';
import { isoToSerial } from './isoDate';
import { MAX_COLUMNS, MAX_ROWS } from './limits';
import { parseNumber } from './numberText';
import type { SharedStrings } from './sharedStrings';
import { afterMarkup, isSpace, TagScanner } from './tagScanner';
import { TextCache } from './textCache';

const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const LOWER_C = 99;
const LOWER_F = 102;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;

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

  /** Reads all rows; `from` lies after `<sheetData>`. Returns the position of its end tag. */
  scan(from: number): number {
    const { rows } = this;
    let at = from;
    let row = -1;
    for (;;) {
      at = this.nextTag(at);
      const tag = this.openTag(at);
      if (tag.closing) {
        if (!tag.is('sheetData')) throw corrupt(this.part, 'xml');
        return at;
      }
      if (!tag.is('row')) {
        tag.skip();
        at = tag.position;
        continue;
      }
      const attributes = this.rowAttributes(at, tag.position);
      row = attributes.row ?? row + 1;
      if (row >= MAX_ROWS) throw corrupt(this.part, 'address');
      rows.begin(row, attributes.hidden);
      at = tag.selfClosing ? tag.position : this.scanCells(tag.position);
      rows.finish();
    }
  }

  private rowAttributes(start: number, end: number): { row: number | undefined; hidden: boolean } {
    const { bytes } = this;
    let row: number | undefined;
    let hidden = false;
    for (let i = start; i < end; i++) {
      if (bytes[i] !== EQUALS) continue;
      let nameEnd = i;
      while (isSpace(bytes[nameEnd - 1])) nameEnd--;
      let open = i + 1;
      while (isSpace(bytes[open])) open++;
      const value = open + 1;
      const close = bytes.indexOf(bytes[open]!, value);
      if (close < 0 || close >= end) throw corrupt(this.part, 'xml');
      if (this.nameEndsAt('r', nameEnd)) {
        const number = parseNumber(bytes, value, close);
        if (!(number >= 1 && number <= MAX_ROWS) || !Number.isInteger(number))
          throw corrupt(this.part, 'address');
        row = number - 1;
      } else if (this.nameEndsAt('hidden', nameEnd)) {
        hidden ||= bytes[value] === 49 || bytes[value] === LOWER_T;
      } else if (this.nameEndsAt('ht', nameEnd)) {
        hidden ||= parseNumber(bytes, value, close) === 0;
      }
      i = close;
    }
    return { row, hidden };
  }

  private nameEndsAt(name: string, end: number): boolean {
    const start = end - name.length;
    for (let i = 0; i < name.length; i++) if (this.bytes[start + i] !== name.charCodeAt(i)) return false;
    return isSpace(this.bytes[start - 1]);
  }

  /** Reads the cells of a row; returns the position after its end tag. */
  private scanCells(from: number): number {
    const { bytes, end, prefixLength, rows } = this;
    let i = from;
    let column = -1;
    for (;;) {
      i = this.nextTag(i);
      if (bytes[i + 1] === SLASH) {
        const close = this.openTag(i);
        if (!close.is('row')) throw corrupt(this.part, 'xml');
        return close.position;
      }
      let j = i + 1 + prefixLength;
      const after = bytes[j + 1];
      if (bytes[j] !== LOWER_C || !(after === 32 || after === GT || after === SLASH || isSpace(after))) {
        const other = this.openTag(i);
        other.skip();
        i = other.position;
        continue;
      }
      j++;
      column++;
      let style = 0;
      let type = NUMBER;
      for (;;) {
        const byte = bytes[j];
        if (byte === GT || byte === SLASH) break;
        if (isSpace(byte)) {
          j++;
          continue;
        }
        let equals = j + 1;
        while (bytes[equals] !== EQUALS) {
          if (bytes[equals] === GT || ++equals >= end) throw corrupt(this.part, 'xml');
        }
        let v = equals + 1;
        while (isSpace(bytes[v])) v++;
        const quote = bytes[v++];
        if (quote !== QUOTE && quote !== APOSTROPHE) throw corrupt(this.part, 'xml');
        if (equals === j + 1 || isSpace(bytes[j + 1])) {
          if (byte === LOWER_R) {
            column = -1;
            for (let letter = bytes[v]! - 64; letter >= 1 && letter <= 26; letter = bytes[++v]! - 64) {
              column = (column + 1) * 26 + letter - 1;
              if (column >= MAX_COLUMNS) break;
            }
            if (column < 0) throw corrupt(this.part, 'address');
          } else if (byte === LOWER_S) {
            for (let digit = bytes[v]! - 48; digit >= 0 && digit <= 9; digit = bytes[++v]! - 48) {
              style = style * 10 + digit;
            }
          } else if (byte === LOWER_T) {
            type = this.cellType(v);
          }
        }
        while (bytes[v] !== quote) {
          if (bytes[v] === LT || ++v >= end) throw corrupt(this.part, 'xml');
        }
        j = v + 1;
      }
      if (column >= MAX_COLUMNS) throw corrupt(this.part, 'address');
      if (bytes[j] === SLASH) {
        i = j + 2;
        continue;
      }
      i = j + 1;

      let valueStart = -1;
      let valueEnd = -1;
      let text: string | undefined;
      let formula = false;
      for (;;) {
        i = this.nextTag(i);
        if (bytes[i + 1] === SLASH) {
          if (bytes[i + 2 + prefixLength] !== LOWER_C) throw corrupt(this.part, 'xml');
          i = bytes[i + 3 + prefixLength] === GT ? i + 4 + prefixLength : this.openTag(i).position;
          break;
        }
        const k = i + 1 + prefixLength;
        if (bytes[k] === LOWER_V && bytes[k + 1] === GT) {
          let e = k + 2;
          while (bytes[e] !== LT) if (++e >= end) throw corrupt(this.part, 'xml');
          if (bytes[e + 1] === SLASH && bytes[e + 3 + prefixLength] === GT) {
            valueStart = k + 2;
            valueEnd = e;
            i = e + 4 + prefixLength;
            continue;
          }
        }
        const tag = this.openTag(i);
        const start = tag.position;
        if (bytes[k] === LOWER_F && tag.is('f')) formula = true;
        const isValue = tag.is('v');
        const isInline = tag.is('is');
        const empty = tag.selfClosing;
        tag.skip();
        i = tag.position;
        if (isInline && !empty) text = this.cache.get(start, tag.start, richText);
        else if (isValue && !empty) text = mixedText(bytes, start, tag.start, this.part);
      }

      if (text !== undefined) {
        this.storeText(column, type, text, style);
      } else if (valueEnd > valueStart) {
        if (type === NUMBER) {
          const number = parseNumber(bytes, valueStart, valueEnd);
          if (number === number) rows.put(column, number, this.context.cellKinds[style] ?? 0);
          else this.storeText(column, TEXT, plainText(bytes, valueStart, valueEnd, this.part), style);
        } else if (type === SHARED) {
          rows.put(column, this.sharedString(parseNumber(bytes, valueStart, valueEnd)), 0);
        } else {
          this.storeText(column, type, this.cache.get(valueStart, valueEnd, plainText), style);
        }
      } else if (formula && valueStart < 0) {
        rows.countUncalculated(column);
      }
    }
  }

  private storeText(column: number, type: number, text: string, style: number): void {
    const { rows, context } = this;
    const kind = context.cellKinds[style] ?? 0;
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
      if (date) rows.put(column, date.serial, kind === 0 ? date.kind : (kind as NumberKind));
      else rows.put(column, text, 0);
    } else {
      rows.put(column, text as CellValue, 0);
    }
  }

  private sharedString(index: number): string {
    this.strings ??= this.context.sharedStrings();
    return this.strings.at(index);
  }

  private cellType(at: number): number {
    const { bytes } = this;
    const first = bytes[at];
    const second = bytes[at + 1];
    if (first === LOWER_S) return second === LOWER_T ? TEXT : SHARED;
    if (first === 105) return TEXT;
    if (first === 98) return BOOLEAN;
    if (first === 101) return ERROR;
    if (first === 100) return ISO_DATE;
    return NUMBER;
  }

  /** Position of the next `<` that starts a tag. */
  private nextTag(from: number): number {
    const { bytes, end } = this;
    let i = from;
    for (;;) {
      while (i < end && bytes[i] !== LT) i++;
      if (i >= end) throw corrupt(this.part, 'xml');
      const mark = bytes[i + 1];
      if (mark !== BANG && mark !== QUESTION) return i;
      i = afterMarkup(bytes, i, end, this.part);
    }
  }

  private openTag(at: number): TagScanner {
    const tag = new TagScanner(this.bytes, this.part, at);
    tag.depth = 1;
    tag.next();
    return tag;
  }
}
