import { EQUALS, isSpace, LOWER_T, ONE } from './ascii';
import { corrupt } from './failures';
import { MAX_ROWS } from '../excelLimits';
import { parseNumber } from './numberText';

export interface RowAttributes {
  /** 0-based; undefined when the row follows the one before. */
  readonly row: number | undefined;
  readonly hidden: boolean;
}

/** Attributes of a `<row>` tag that lies in a byte range. Throws `CORRUPT`. */
export function readRowAttributes(
  bytes: Uint8Array,
  start: number,
  end: number,
  part: string,
): RowAttributes {
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
    if (close < 0 || close >= end) throw corrupt(part, 'xml');
    if (nameEndsAt(bytes, 'r', nameEnd)) {
      const number = parseNumber(bytes, value, close);
      if (!(number >= 1 && number <= MAX_ROWS) || !Number.isInteger(number)) throw corrupt(part, 'address');
      row = number - 1;
    } else if (nameEndsAt(bytes, 'hidden', nameEnd)) {
      hidden ||= bytes[value] === ONE || bytes[value] === LOWER_T;
    } else if (nameEndsAt(bytes, 'ht', nameEnd)) {
      hidden ||= parseNumber(bytes, value, close) === 0;
    }
    i = close;
  }
  return { row, hidden };
}

function nameEndsAt(bytes: Uint8Array, name: string, end: number): boolean {
  const start = end - name.length;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
  return isSpace(bytes[start - 1]);
}
