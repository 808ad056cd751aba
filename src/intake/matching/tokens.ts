import { lexiconEntries } from './lexicon';

/** No more of a text is looked at; longer cells are notes, not behaviours. */
const MAX_LENGTH = 400;

/** Stands between two tokens that are not neighbours. */
export const BREAK = 0;

interface Candidate {
  readonly codes: Uint16Array;
  readonly token: number;
}

/** Candidate words by first code unit, longest first. */
const candidates: (readonly Candidate[] | undefined)[] = buildCandidates();

function buildCandidates(): (readonly Candidate[] | undefined)[] {
  const table: Candidate[][] = [];
  for (const { word, token } of lexiconEntries()) {
    const codes = Uint16Array.from(word, (char) => char.charCodeAt(0));
    (table[codes[0] as number] ??= []).push({ codes, token });
  }
  for (const list of table) list?.sort((a, b) => b.codes.length - a.codes.length);
  return table;
}

/** Full-width forms to half-width, upper case to lower; everything else as it is. */
function fold(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
  return code >= 65 && code <= 90 ? code + 32 : code;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLatin = (code: number): boolean => code >= 97 && code <= 122;
const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

const buffer = new Uint16Array(MAX_LENGTH);
const output = new Uint16Array(MAX_LENGTH * 2);

/**
 * The text as tokens: one code a character or known word, `BREAK` between phrases; digits and function words
 * are dropped. The result is a view on a shared buffer and only valid until the next call.
 */
export function tokenize(text: string): Uint16Array {
  const length = Math.min(text.length, MAX_LENGTH);
  for (let i = 0; i < length; i += 1) buffer[i] = fold(text.charCodeAt(i));
  let count = 0;
  for (let i = 0; i < length;) {
    const code = buffer[i] as number;
    const match = wordAt(i, length);
    if (match !== undefined) {
      if (match.token !== 0) output[count++] = match.token;
      i += match.codes.length;
    } else {
      if (isHan(code) || isLatin(code)) output[count++] = code;
      else if (code !== 32 && !isDigit(code) && count > 0 && output[count - 1] !== BREAK) {
        output[count++] = BREAK;
      }
      i += 1;
    }
  }
  return output.subarray(0, count);
}

function wordAt(start: number, length: number): Candidate | undefined {
  const list = candidates[buffer[start] as number];
  if (list === undefined) return undefined;
  for (const candidate of list) {
    const { codes } = candidate;
    if (start + codes.length > length) continue;
    let at = 1;
    while (at < codes.length && codes[at] === buffer[start + at]) at += 1;
    if (at === codes.length) return candidate;
  }
  return undefined;
}

/** A text without anything that does not tell wordings apart: for exact comparison and as a key. */
export function wordingKey(text: string): string {
  let key = '';
  const length = Math.min(text.length, MAX_LENGTH);
  for (let i = 0; i < length; i += 1) {
    const code = fold(text.charCodeAt(i));
    if (isHan(code) || isLatin(code) || isDigit(code)) key += String.fromCharCode(code);
  }
  return key;
}
