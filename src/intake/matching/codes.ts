import type { Rulebook } from '../../rulebook/rulebook';
import { memoText } from '../values/text';

/** What a cell that should name a clause says. */
export type CodeReading =
  | { readonly kind: 'clause'; readonly ids: readonly string[] }
  /** Written like a code, but no clause of this rulebook has it. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** Not written like a code. */
  | { readonly kind: 'none' };

/** Every way in which the clauses of one rulebook may be cited, with the ids meant (several = ambiguous). */
export interface CodeTable {
  readonly prefix: string;
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Keys that a number cell may have lost a trailing zero from: `1.1` where 1.1 and 1.10 exist. */
  readonly zeroTwins: ReadonlyMap<string, readonly string[]>;
}

const NUMERALS = '零一二三四五六七八九';

/** `十七` -> 17, `二十` -> 20; undefined beyond 99 or for other text. */
function chineseNumber(text: string): number | undefined {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (match === null || text === '') return undefined;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens !== '' && ones !== '' ? undefined : NUMERALS.indexOf(tens || ones);
  return (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones));
}

/** Leading zeros of every number part taken off: `05.3` -> `5.3`. */
function unpadded(code: string): string {
  return code.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''));
}

export function buildCodeTable(rulebook: Rulebook): CodeTable {
  const ids = new Map<string, Set<string>>();
  const add = (key: string, id: string) => {
    if (key === '') return;
    const known = ids.get(key);
    if (known === undefined) ids.set(key, new Set([id]));
    else known.add(id);
  };
  for (const clause of rulebook.clauses) {
    const own = unpadded(clause.id.toUpperCase());
    const dash = own.indexOf('-');
    add(own.replace('-', ''), clause.id);
    if (dash > 0) add(own.slice(dash + 1), clause.id);
  }
  for (const clause of rulebook.clauses) {
    const number = clause.citation.number === undefined ? undefined : numberKey(clause.citation.number);
    if (number !== undefined && !ids.has(number)) add(number, clause.id);
  }
  const zeroTwins = new Map<string, string[]>();
  for (const key of ids.keys()) {
    if (/\.\d*[1-9]0$/.test(key)) {
      const short = key.slice(0, -1);
      zeroTwins.set(short, [...(ids.get(short) ?? []), ...(ids.get(key) ?? [])]);
    }
  }
  return {
    prefix: rulebook.id.toUpperCase(),
    ids: new Map([...ids].map(([key, set]) => [key, [...set]])),
    zeroTwins,
  };
}

const clean = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');

/** `第17条`, `第十七条第3款`, `附件4第5条`, `6.3`, `六.3`, `5(3)`, `5-3` as `17`, `17.3`, `5`, `6.3` ...; else undefined. */
function numberKey(text: string): string | undefined {
  const match =
    /^(?:附件\d{1,2}|附录\d{1,2}|条款|考核标准|考核细则|细则|标准|条例|序号|NO\.?|第[一二三四五六七八九十]章)?(?:的)?[((]?第?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:条|项|款|点)?(?:第|[.、\-((/])?([0-9]{1,2}|[一二三四五六七八九十]{1,3})?[))]?(?:条|项|款|点)?$/.exec(
      clean(text),
    );
  if (match === null) return undefined;
  const part = (digits: string | undefined) =>
    digits === undefined ? undefined : /\d/.test(digits) ? Number(digits) : chineseNumber(digits);
  const first = part(match[1]);
  if (first === undefined) return undefined;
  const second = part(match[2]);
  return second === undefined ? (match[2] === undefined ? String(first) : undefined) : `${first}.${second}`;
}

/**
 * The clause a code cell names. `value` is the cell: a number cell cannot tell `1.1` from `1.10`, which is
 * then reported as both.
 */
export function readCode(table: CodeTable, value: string | number): CodeReading {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value < 0 || value > 9999) return { kind: 'none' };
    const key = unpadded(String(value));
    const twins = table.zeroTwins.get(key);
    if (twins !== undefined) return { kind: 'clause', ids: twins };
    return found(table, key, String(value));
  }
  let known = readBefore.get(table);
  if (known === undefined) {
    known = memoText((text) => readText(table, text));
    readBefore.set(table, known);
  }
  return known(value);
}

const readBefore = new WeakMap<CodeTable, (text: string) => CodeReading>();

function readText(table: CodeTable, value: string): CodeReading {
  const text = clean(value);
  if (text === '' || text.length > 60) return { kind: 'none' };
  const number = numberKey(text);
  if (number !== undefined) return found(table, number, text);
  if (/^[A-Z]\d{1,2}$/.test(text)) return found(table, unpadded(text), text);
  return codesIn(table, text);
}

function found(table: CodeTable, key: string, shown: string): CodeReading {
  const ids = table.ids.get(key);
  return ids === undefined ? { kind: 'unknown', code: shown } : { kind: 'clause', ids };
}

const WITH_PREFIX =
  /(?<![A-Z])([A-Z]{2,4})[-—–_]?(?:第)?([A-Z]?\d{1,3}(?:\.(?:\d{1,2}|[A-Z]))?)(?:条)?(?![\d])/g;
const ARTICLE =
  /第([0-9]{1,3}|[一二三四五六七八九十]{1,3})条(?:第([0-9]{1,2}|[一二三四五六七八九十]{1,3})[款项])?/g;

/** Latin letters in either width, or the word before a number. */
const MAY_HOLD_CODE = /[A-Za-z\uff21-\uff3a\uff41-\uff5a\u7b2c]/;
const NONE: CodeReading = { kind: 'none' };

/**
 * Codes inside a longer text: with the rulebook's own letters (`违反GM-04`), or `第8条`. Codes of other
 * rulebooks are `unknown`; plain numbers in a text are no codes.
 */
export function codesIn(table: CodeTable, value: string): CodeReading {
  if (!MAY_HOLD_CODE.test(value)) return NONE;
  const text = clean(value.length > 400 ? value.slice(0, 400) : value);
  const ids = new Set<string>();
  let unknown: string | undefined;
  for (const match of text.matchAll(WITH_PREFIX)) {
    const known = table.ids.get(unpadded(`${match[1]}${match[2]}`));
    if (known !== undefined) known.forEach((id) => ids.add(id));
    else if (match[1] === table.prefix) unknown = match[0];
  }
  if (ids.size === 0 && unknown === undefined) {
    for (const match of text.matchAll(ARTICLE)) {
      const key = numberKey(match[0]);
      const known = key === undefined ? undefined : table.ids.get(key);
      if (known !== undefined) known.forEach((id) => ids.add(id));
      else unknown = match[0];
    }
  }
  if (ids.size > 0) return { kind: 'clause', ids: [...ids] };
  return unknown === undefined ? { kind: 'none' } : { kind: 'unknown', code: unknown };
}
