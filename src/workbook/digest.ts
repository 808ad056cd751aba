/** Short digests of texts: for finding things again, never for trust. */

const { imul } = Math;

/** 32-bit FNV-1a over the UTF-16 units of a text. */
function fnv(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i += 1) value = imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The last so many digits of a number in base 36. */
function lastDigits(value: number, length: number): string {
  let text = '';
  for (let rest = value, i = 0; i < length; i += 1) {
    const digit = rest % 36;
    text = (DIGITS[digit] ?? '') + text;
    rest = (rest - digit) / 36;
  }
  return text;
}

/** Stable id of a text, eight characters. */
export function stableId(text: string): string {
  return `${lastDigits(fnv(text, 0x811c9dc5), 4)}${lastDigits(fnv(text, 0x1234567), 4)}`;
}

/** A check on a text, `length` characters (1 to 4). */
export function checksum(text: string, length: number): string {
  const value = fnv(text, 0x811c9dc5);
  return lastDigits((value ^ (value >>> 15)) >>> 0, length);
}
