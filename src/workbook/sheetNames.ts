import { ProblemError } from '../facts/problem';
import { MAX_SHEET_NAME_LENGTH } from './excelLimits';

/** Throws `BAD_SHEET_NAME` `{name, reason}`: `empty`, `long`, `character`, `apostrophe` or `reserved`. */
export function checkSheetName(name: string): void {
  const reason = badName(name);
  if (reason !== undefined) throw new ProblemError('BAD_SHEET_NAME', { name, reason });
}

function badName(name: string): string | undefined {
  if (name.trim() === '') return 'empty';
  if (name.length > MAX_SHEET_NAME_LENGTH) return 'long';
  // eslint-disable-next-line no-control-regex
  if (/[[\]:*?/\\\0-\x1f\ufffe\uffff]/.test(name) || /\p{Surrogate}/u.test(name)) return 'character';
  if (name.startsWith("'") || name.endsWith("'")) return 'apostrophe';
  if (name.toLowerCase() === 'history') return 'reserved';
  return undefined;
}

/** The name itself, or `name (2)`, `name (3)` ... where it is taken; names differ in more than case. */
export function freeSheetName(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((other) => other.toLowerCase()));
  let candidate = name;
  for (let n = 2; used.has(candidate.toLowerCase()); n++) {
    const suffix = ` (${n})`;
    candidate = shorten(name, MAX_SHEET_NAME_LENGTH - suffix.length) + suffix;
  }
  return candidate;
}

function shorten(name: string, length: number): string {
  const cut = name.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
