import { isCellError, type CellValue } from '../../workbook/grid';

/** Longest text that is interpreted; the rest of a longer cell cannot change what the cell is. */
const MAX_TEXT = 4000;
/** Texts kept per memo before it starts afresh. */
const MEMO_LIMIT = 20_000;

/** Remembers the answers of a pure function of a text, because cells repeat. */
export function memoText<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const value = compute(text);
    if (known.size >= MEMO_LIMIT) known.clear();
    if (text.length <= 200) known.set(text, value);
    return value;
  };
}

// Printable ASCII and Han characters without space at the ends: nothing to normalise.
const PLAIN = /^[!-~\u4e00-\u9fff](?:[ -~\u4e00-\u9fff]*[!-~\u4e00-\u9fff])?$/;
// Controls, soft hyphen, zero-width and direction marks, byte order mark.

const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- names on sheets hold control characters
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** One form of a text: NFKC (full-width digits and brackets become half-width), no control characters, trimmed. */
export function cleanText(text: string): string {
  return text === '' || (text.length <= MAX_TEXT && PLAIN.test(text)) ? text : normalised(text);
}

const normalised = memoText((text: string): string => {
  const cut = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  return cut.replace(INVISIBLE, '').normalize('NFKC').replace(INVISIBLE, '').trim();
});

/** The clean text without any white space. */
export const compactText = memoText((text: string): string => cleanText(text).replace(/\s+/g, ''));

/** For comparing headers and labels: compact, lower case, without punctuation. `%` and `#` stay. */
export const textKey = memoText((text: string): string =>
  compactText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#√×○△◇]/gu, ''),
);

/** What a cell says, in clean form; numbers in shortest form, errors and blanks as ''. */
export function cellText(value: CellValue | undefined): string {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return '';
}

export function isBlank(value: CellValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string')
    return value === '' || (!isPlainChar(value.charCodeAt(0)) && cleanText(value) === '');
  if (typeof value === 'number') return !Number.isFinite(value);
  return isCellError(value);
}

function isPlainChar(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
}

/** First characters of the marks below, and any that cleaning may take away. */
const mayBeNoData = (code: number): boolean => !isPlainChar(code) || NO_DATA_STARTS.has(code);
const NO_DATA_STARTS: ReadonlySet<number> = new Set(Array.from('-_/\\nN无未空', (c) => c.charCodeAt(0)));
const NO_DATA = /^(?:[-—–−―_/\\]{1,4}|n\/?a|null|none|nil|无数据|未填|空)$/i;

/** Blank, or a mark that people set for "nothing here": `—`, `--`, `/`, `N/A`. */
export function isNoData(value: CellValue | undefined): boolean {
  if (isBlank(value)) return true;
  return (
    typeof value === 'string' &&
    value.length <= 16 &&
    mayBeNoData(value.charCodeAt(0)) &&
    NO_DATA.test(compactText(value))
  );
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/**
 * A running number or an id (`KF1001`): never a header, a label or words of any kind. Up to four letters, perhaps a
 * hyphen, and two to twenty digits.
 */
export function isNumbered(text: string): boolean {
  const { length } = text;
  if (length > 25 || !isDigit(text.charCodeAt(length - 1))) return false;
  let at = 0;
  while (at < 4 && isLatin(text.charCodeAt(at))) at += 1;
  if (text.charCodeAt(at) === 45) at += 1;
  const digits = length - at;
  if (digits < 2 || digits > 20) return false;
  for (; at < length; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

/** Whether a text is nothing but Chinese characters and digits, so that no clean form of it differs from itself. */
export function isPlainHan(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!(code >= 0x4e00 && code <= 0x9fff) && !isDigit(code)) return false;
  }
  return true;
}
