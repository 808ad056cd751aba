import { textKey } from '../values/text';
import { dayOfHeader } from './patterns';

/**
 * The same for next month's sheet of the same layout: the set of its headers, whatever their order, with days,
 * months and numbers of rows left out. 16 hexadecimal digits.
 */
export function fingerprintOf(headers: readonly (readonly string[])[]): string {
  const keys = new Map<string, number>();
  for (const parts of headers) {
    if (parts.length === 0) continue;
    const key =
      dayOfHeader(parts) === undefined
        ? textKey(parts.join('/')).replace(/\d{4}年?\d{0,2}月?|\d{1,2}月/g, '#')
        : '#day';
    keys.set(key, key === '#day' ? 1 : (keys.get(key) ?? 0) + 1);
  }
  const text = [...keys]
    .map(([key, count]) => `${key}*${count}`)
    .sort()
    .join('|');
  return hash(text);
}

function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ code, 0x85ebca6b) >>> 0;
    b = (b ^ (b >>> 13)) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}
