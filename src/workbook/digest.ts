/** Short digests of texts: for finding things again, never for trust. */

/** 32-bit FNV-1a over the UTF-16 units of a text. */
function fnv(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

const part = (value: number): string => value.toString(36).toUpperCase().padStart(7, '0').slice(-4);

/** Stable id of a text, eight characters. */
export function stableId(text: string): string {
  return `${part(fnv(text, 0x811c9dc5))}${part(fnv(text, 0x1234567))}`;
}

/** A check on a text, `length` characters (1 to 4). */
export function checksum(text: string, length: number): string {
  const value = fnv(text, 0x811c9dc5);
  return part((value ^ (value >>> 15)) >>> 0).slice(-length);
}
