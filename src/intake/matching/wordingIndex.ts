import { DURATION, emptyTokens, genericTokens, NEGATION } from './lexicon';
import type { ClauseWording } from './phrases';
import { BREAK, readTokens, tokens } from './tokens';

/** How much a feature tells, before its rarity among the clauses. */
const WEIGHT = { char: 0.22, concept: 0.9, charPair: 1, conceptPair: 0.6, unknown: 0.45 };

/** Of feature f: `items[start[f] .. start[f + 1]]`. */
export interface Postings {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Keeps very short phrases from counting as fully restated. */
const PHRASE_EXTRA = 0.6;
/** A text that holds this share of what a clause is about needs no more of it. */
const CORE_ENOUGH = 0.5;

/**
 * The clauses' wordings as features - single tokens and pairs of neighbours - with their postings in typed
 * arrays: which phrases and which clauses hold a feature.
 */
export interface WordingIndex {
  readonly clauseCount: number;
  readonly featureCount: number;
  /** Open-addressing table: feature key at even, feature id at odd positions; 0 = free. */
  readonly table: Uint32Array;
  readonly mask: number;
  /** Form and rarity; the more it tells, the heavier. */
  readonly featureWeight: Float64Array;
  /** Rarity of a feature that no clause has. */
  readonly unknownRarity: number;
  /** 1 for features of two tokens. */
  readonly isPair: Uint8Array;
  /** 2 for empty words, 1 for others that fit any rule, pairs of them and single characters, 0 for features that tell. */
  readonly isGeneric: Uint8Array;
  /** 1 for features of some clause's title. */
  readonly isTopic: Uint8Array;
  /** Of each feature: the sums that its weight belongs to, as places in `sums`. */
  readonly postings: Postings;
  /** Working memory of a search: what the text holds of each clause, each core, each phrase, one behind the other. */
  readonly sums: Float64Array;
  /** The same by what they are. */
  readonly clauseSum: Float64Array;
  readonly coreSum: Float64Array;
  readonly phraseSum: Float64Array;
  /** First phrase of each clause, and one more at the end. */
  readonly firstPhrase: Int32Array;
  /** Weight with which a phrase counts as fully restated. */
  readonly phraseDue: Float64Array;
  /** Weight of what a clause's title and its rule share, what the clause is about, that a text must hold. */
  readonly coreDue: Float64Array;
  /** 0 = clause has not the feature, 1 = has it, 2 = it is of its core; at `clause * featureCount + feature`. */
  readonly member: Uint8Array;
}

/** Phrases of a clause that are looked at; longer statements repeat themselves. */
const MAX_PHRASES = 30;

const isConcept = (code: number): boolean => code >= 0xe000;

/** How much the feature tells by its form alone. */
export function formWeight(key: number): number {
  const first = key >>> 16;
  const second = key & 0xffff;
  if (first === 0) {
    if (second === NEGATION) return 0;
    if (second === DURATION) return 0.3;
    return isConcept(second) ? WEIGHT.concept : WEIGHT.char;
  }
  return isConcept(first) || isConcept(second) ? WEIGHT.conceptPair : WEIGHT.charPair;
}

const GENERIC = genericTokens();
const EMPTY = emptyTokens();

function genericForm(key: number): number {
  const first = key >>> 16;
  const second = key & 0xffff;
  if (first === 0) return EMPTY.has(second) ? 2 : !isConcept(second) || GENERIC.has(second) ? 1 : 0;
  return GENERIC.has(first) && GENERIC.has(second) ? 1 : 0;
}

/** First token in the high half, second in the low; a single token has no first. */
export const pairKey = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/** Feature keys of the text looked at last. */
export const featureKeys = new Uint32Array(2048);

/** Writes the feature keys of a text to `featureKeys`, repeats included, and gives their number. */
export function readFeatures(text: string): number {
  const length = readTokens(text);
  let count = 0;
  let previous = BREAK;
  for (let at = 0; at < length; at += 1) {
    const token = tokens[at]!;
    if (token !== BREAK) {
      featureKeys[count++] = token;
      if (previous !== BREAK) featureKeys[count++] = pairKey(previous, token);
    }
    previous = token;
  }
  return count;
}

function hash(key: number): number {
  const h = Math.imul(key, 0x9e3779b1);
  return h ^ (h >>> 15);
}

/** The id of a feature, -1 where no clause has it. */
export function featureId(index: WordingIndex, key: number): number {
  const { table, mask } = index;
  for (let slot = hash(key) & mask; ; slot = (slot + 1) & mask) {
    const stored = table[slot * 2]!;
    if (stored === key) return table[slot * 2 + 1]!;
    if (stored === 0) return -1;
  }
}

/** Whether any wording of the clause has two tokens side by side (`first` 0 = the second alone). */
export function clauseHas(index: WordingIndex, clause: number, first: number, second: number): boolean {
  const id = featureId(index, pairKey(first, second));
  return id >= 0 && index.member[clause * index.featureCount + id] !== 0;
}

/** Features gathered while the wordings are read. */
class Gathering {
  readonly ids = new Map<number, number>();
  readonly clauses: Set<number>[] = [];

  /** The distinct features of a text of a clause. */
  add(text: string, clause: number): number[] {
    const count = readFeatures(text);
    return [...new Set(featureKeys.subarray(0, count))].map((key) => {
      let id = this.ids.get(key);
      if (id === undefined) {
        id = this.ids.size;
        this.ids.set(key, id);
        this.clauses.push(new Set());
      }
      this.clauses[id]?.add(clause);
      return id;
    });
  }
}

/** Builds the index once per rulebook. */
export function buildIndex(wordings: readonly ClauseWording[]): WordingIndex {
  const gathered = new Gathering();
  const clauseCount = wordings.length;
  const firstPhrase = new Int32Array(clauseCount + 1);
  const phraseFeatures: number[][] = [];
  wordings.forEach((wording, clause) => {
    for (const { text } of wording.phrases.slice(0, MAX_PHRASES)) {
      phraseFeatures.push(gathered.add(text, clause));
    }
    if (wording.context !== '') gathered.add(wording.context, clause);
    firstPhrase[clause + 1] = phraseFeatures.length;
  });

  const featureCount = gathered.ids.size;
  const keys = [...gathered.ids.keys()];
  const featureWeight = Float64Array.from(keys, (key, id) => {
    const frequency = gathered.clauses[id]?.size ?? 1;
    return formWeight(key) * Math.log(1 + clauseCount / (frequency + 0.5));
  });
  const sumOf = (features: readonly number[]): number =>
    features.reduce((sum, id) => sum + featureWeight[id]!, 0);

  const member = new Uint8Array(clauseCount * featureCount);
  gathered.clauses.forEach((clauses, id) => {
    for (const clause of clauses) member[clause * featureCount + id] = 1;
  });
  const coreDue = new Float64Array(clauseCount);
  const isTopic = new Uint8Array(featureCount);
  wordings.forEach((wording, clause) => {
    const core = coreFeatures(wording, phraseFeatures, firstPhrase[clause]!);
    coreDue[clause] = sumOf(core) * CORE_ENOUGH;
    const title = wording.phrases.findIndex(({ text }) => text === wording.clause.title.zh);
    for (const id of phraseFeatures[firstPhrase[clause]! + title] ?? []) isTopic[id] = 1;
    for (const id of core) {
      member[clause * featureCount + id] = 2;
    }
  });
  const phrasesOf: number[][] = Array.from({ length: featureCount }, () => []);
  phraseFeatures.forEach((features, phrase) => {
    for (const id of features) phrasesOf[id]?.push(phrase);
  });
  const sums = new Float64Array(2 * clauseCount + phraseFeatures.length);
  return {
    clauseCount,
    featureCount,
    ...hashTable(keys),
    featureWeight,
    unknownRarity: Math.log(1 + clauseCount / 1.5) * WEIGHT.unknown,
    isPair: Uint8Array.from(keys, (key) => (key >= 65536 ? 1 : 0)),
    isGeneric: Uint8Array.from(keys, genericForm),
    isTopic,
    postings: postings(
      gathered.clauses.map((clauses, id) => [
        ...clauses,
        ...[...clauses]
          .filter((clause) => member[clause * featureCount + id] === 2)
          .map((clause) => clauseCount + clause),
        ...phrasesOf[id]!.map((phrase) => 2 * clauseCount + phrase),
      ]),
    ),
    sums,
    clauseSum: sums.subarray(0, clauseCount),
    coreSum: sums.subarray(clauseCount, 2 * clauseCount),
    phraseSum: sums.subarray(2 * clauseCount),
    firstPhrase,
    phraseDue: Float64Array.from(phraseFeatures, (features) => sumOf(features) + PHRASE_EXTRA),
    coreDue,
    member,
  };
}

function hashTable(keys: readonly number[]): { table: Uint32Array; mask: number } {
  let size = 16;
  while (size < keys.length * 3) size *= 2;
  const table = new Uint32Array(size * 2);
  const mask = size - 1;
  keys.forEach((key, id) => {
    let slot = hash(key) & mask;
    while (table[slot * 2] !== 0) slot = (slot + 1) & mask;
    table[slot * 2] = key;
    table[slot * 2 + 1] = id;
  });
  return { table, mask };
}

/** What the title repeats of the clause's statement. */
function coreFeatures(
  wording: ClauseWording,
  phraseFeatures: readonly (readonly number[])[],
  first: number,
): number[] {
  const title = wording.phrases.findIndex(({ text }) => text === wording.clause.title.zh);
  const stated = new Set<number>();
  wording.phrases.forEach(({ trigger }, number) => {
    if (number === title || trigger !== undefined) return;
    phraseFeatures[first + number]?.forEach((id) => stated.add(id));
  });
  return (phraseFeatures[first + title] ?? []).filter((id) => stated.has(id));
}

function postings(lists: readonly Iterable<number>[]): Postings {
  const arrays = lists.map((list) => [...list]);
  const start = new Int32Array(arrays.length + 1);
  arrays.forEach((array, i) => {
    start[i + 1] = start[i]! + array.length;
  });
  return { start, items: Int32Array.from(arrays.flat()) };
}
