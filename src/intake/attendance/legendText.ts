import { cleanText } from '../values/text';
import { meaningOf, type SymbolMeaning } from './meanings';

/** A symbol and what the legend says it means. */
export type LegendPair = readonly [symbol: string, meaning: SymbolMeaning];

type Token =
  /** One Han character may be a short word as well. */
  | { readonly kind: 'symbol'; readonly text: string; readonly meaning?: SymbolMeaning | undefined }
  /** A dash or slash: a separator, or a symbol where no other stands. */
  | { readonly kind: 'soft'; readonly text: string; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'word'; readonly text: string; readonly meaning: SymbolMeaning | undefined };

const LABEL = /^[^:]{0,12}(?:说明|图例|符号|备注|注|标记|记号|标识|代号)\s*:/;
const SOFT = /^[-—–―/\\|_~]$/;
const SEPARATOR = /[\s:=,;、。.→⇒'"“”‘’「」『』【】[\]<>《》]/;
const LINK = '(?:表示为|表示|代表|标记为|记为|即为|意为|指的是|指|即|为|是|用|打|画|划|记|填|以)';
const LINK_FIRST = new RegExp(`^${LINK}`);
const LINK_LAST = new RegExp(`${LINK}$`);
const HAN = /\p{Script=Han}/u;
const MAX_TEXT = 1000;

/**
 * The pairs of a legend, whichever side the symbol stands on and whatever stands between:
 * `√ 出勤  ○ 休息`, `出勤√ 迟到○`, `√:出勤;○:迟到`, `√=出勤`, `√—出勤`, `"√"表示出勤`, `SJ=事假`, `○(迟到)`.
 */
export function legendPairs(text: string): LegendPair[] {
  const tokens = tokensOf(text);
  const before = paired(tokens);
  const after = paired([...tokens].reverse().map(mirrored));
  if (before.length !== after.length) return before.length > after.length ? before : after;
  const first = tokens.find((token) => token.kind === 'symbol' || (token.kind === 'word' && token.meaning));
  return first?.kind === 'word' ? after : before;
}

/**
 * Whether cells of one row are nothing but a legend: at least two pairs, every symbol once, and no word besides that
 * is neither a meaning nor a label.
 */
export function isLegendRow(texts: readonly string[]): boolean {
  if (texts.length === 0 || texts.length > 60) return false;
  const text = texts.map((one) => one.slice(0, MAX_TEXT)).join(' ');
  if (text.length > MAX_TEXT || !/\p{Script=Han}{2}/u.test(text)) return false;
  const pairs = legendPairs(text);
  const tokens = tokensOf(text);
  const symbols = tokens.flatMap((token) => (token.kind === 'symbol' ? [token.text] : []));
  const strangers = tokens.filter((token) => token.kind === 'word' && token.meaning === undefined);
  return (
    pairs.length >= 2 &&
    new Set(symbols).size === symbols.length &&
    strangers.every((token) =>
      /^(?:图例|符号|说明|备注|注|标记|符号说明|图例说明|考勤符号)$/.test(token.text),
    )
  );
}

const mirrored = (token: Token): Token =>
  token.kind === 'soft' ? { ...token, before: token.after, after: token.before } : token;

/** Symbols before their words. A dash is taken for a symbol only where it stands apart from the word before it. */
function paired(tokens: readonly Token[]): LegendPair[] {
  const found = new Map<string, SymbolMeaning>();
  let symbol: string | undefined;
  let soft: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'symbol' && (token.meaning === undefined || symbol === undefined || HAN.test(symbol)))
      [symbol, soft] = [token.text, undefined];
    else if (token.kind === 'soft') soft = symbol === undefined && token.before ? token.text : undefined;
    else {
      const own = symbol ?? soft;
      if (own !== undefined && token.meaning !== undefined && !found.has(own)) found.set(own, token.meaning);
      [symbol, soft] = [undefined, undefined];
    }
  }
  return [...found];
}

function tokensOf(raw: string): Token[] {
  const text = cleanText(raw.slice(0, MAX_TEXT))
    .replace(LABEL, ' ')
    // A bracket holds the meaning itself, or a remark on it.
    .replace(/[(]([^()]{0,40})[)]/g, (_all, inner: string) =>
      meaningOf(inner.trim()) === undefined ? ' ' : ` ${inner} `,
    );
  const tokens: Token[] = [];
  const chars = [...text];
  for (let i = 0; i < chars.length;) {
    const char = chars[i] ?? '';
    const run = runAt(chars, i);
    if (HAN.test(char)) tokens.push(...hanTokens(run));
    else if (/[A-Za-z]/.test(char)) {
      if (run.length <= 3) tokens.push({ kind: 'symbol', text: run });
      else tokens.push({ kind: 'word', text: run, meaning: undefined });
    } else if (/\d/.test(char) || SEPARATOR.test(char)) {
      // Numbers and separators say nothing.
    } else if (SOFT.test(char)) {
      const apart = (at: number): boolean => chars[at] === undefined || SEPARATOR.test(chars[at]);
      tokens.push({ kind: 'soft', text: char, before: apart(i - 1), after: apart(i + [...run].length) });
    } else tokens.push({ kind: 'symbol', text: run });
    i += [...run].length;
  }
  return tokens;
}

/** Characters of one class from a place on; marks of the same kind (`▲▲`, `——`) stay together. */
function runAt(chars: readonly string[], start: number): string {
  const first = chars[start] ?? '';
  const same = HAN.test(first) ? HAN : /[A-Za-z]/.test(first) ? /[A-Za-z]/ : undefined;
  let end = start + 1;
  while (end < chars.length && (same === undefined ? chars[end] === first : same.test(chars[end] ?? '')))
    end += 1;
  return chars.slice(start, end).join('');
}

/**
 * One character is a symbol or a short word; more are a word with the words that link it to its symbol (`表示出勤`), or
 * symbol and word written together (`事事假`).
 */
function hanTokens(run: string): Token[] {
  if (run.length === 1) return [{ kind: 'symbol', text: run, meaning: meaningOf(run) }];
  const meaning = meaningOf(run);
  if (meaning !== undefined) return [{ kind: 'word', text: run, meaning }];
  const bare = run.replace(LINK_FIRST, '').replace(LINK_LAST, '');
  if (bare === '') return [];
  if (bare !== run) return hanTokens(bare);
  const [left, right] = [meaningOf(run.slice(1)), meaningOf(run.slice(0, -1))];
  if (left !== undefined)
    return [
      { kind: 'symbol', text: run.slice(0, 1) },
      { kind: 'word', text: run.slice(1), meaning: left },
    ];
  if (right !== undefined)
    return [
      { kind: 'word', text: run.slice(0, -1), meaning: right },
      { kind: 'symbol', text: run.slice(-1) },
    ];
  return [{ kind: 'word', text: run, meaning: undefined }];
}
