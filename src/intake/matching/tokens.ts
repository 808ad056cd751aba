import { lexiconEntries } from './lexicon';

/** No more of a text is looked at; longer cells are notes, not behaviours. */
const MAX_LENGTH = 400;

/** Stands between two tokens that are not neighbours. */
export const BREAK = 0;

/**
 * The lexicon as a trie in one open-addressing table: `parent node * 65536 + code unit` -> child node. A node
 * that ends a word has the word's token, `NO_WORD` otherwise.
 */
const NO_WORD = -1;
const TRIE_BITS = 16;
const TRIE_MASK = (1 << TRIE_BITS) - 1;
const trieNode = new Int32Array(1 << TRIE_BITS);
const trieCode = new Uint16Array(1 << TRIE_BITS);
const trieChild = new Int32Array(1 << TRIE_BITS);
const wordToken: number[] = [NO_WORD];
/** Whether any word begins with a code unit: most characters need no look-up. */
const begins = new Uint8Array(65536);
buildTrie();

function slotOf(node: number, code: number): number {
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> (32 - TRIE_BITS);
  while (trieChild[slot] !== 0 && (trieNode[slot] !== node || trieCode[slot] !== code))
    slot = (slot + 1) & TRIE_MASK;
  return slot;
}

function buildTrie(): void {
  for (const { word, token } of lexiconEntries()) {
    let node = 0;
    for (let i = 0; i < word.length; i += 1) {
      const code = fold(word.charCodeAt(i));
      if (i === 0) begins[code] = 1;
      const slot = slotOf(node, code);
      if (trieChild[slot] === 0) {
        trieNode[slot] = node;
        trieCode[slot] = code;
        trieChild[slot] = wordToken.length;
        wordToken.push(NO_WORD);
      }
      node = trieChild[slot]!;
    }
    wordToken[node] = token;
  }
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

/** The tokens of the text looked at last; see {@link readTokens}. */
export const tokens = new Uint16Array(MAX_LENGTH * 2);

/** The text as tokens: a view on a shared buffer, only valid until the next call. */
export const tokenize = (text: string): Uint16Array => tokens.subarray(0, readTokens(text));

/**
 * Writes the text to `tokens` and gives their number: one code a character or known word, `BREAK` between phrases;
 * digits and function words are dropped.
 */
export function readTokens(text: string): number {
  const length = Math.min(text.length, MAX_LENGTH);
  for (let i = 0; i < length; i += 1) buffer[i] = fold(text.charCodeAt(i));
  let count = 0;
  for (let i = 0; i < length;) {
    const code = buffer[i]!;
    const matched = begins[code] === 1 ? wordAt(i, length) : 0;
    if (matched > 0) {
      if (foundToken !== 0) tokens[count++] = foundToken;
      i += matched;
    } else {
      if (isHan(code) || isLatin(code)) tokens[count++] = code;
      else if (code !== 32 && !isDigit(code) && count > 0 && tokens[count - 1] !== BREAK) {
        tokens[count++] = BREAK;
      }
      i += 1;
    }
  }
  return count;
}

let foundToken = 0;

/** Length of the longest word at `start`, 0 for none; its token goes to `foundToken`. */
function wordAt(start: number, length: number): number {
  let node = 0;
  let found = 0;
  for (let at = start; at < length; at += 1) {
    node = trieChild[slotOf(node, buffer[at]!)]!;
    if (node === 0) break;
    const token = wordToken[node]!;
    if (token !== NO_WORD) {
      found = at - start + 1;
      foundToken = token;
    }
  }
  return found;
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
