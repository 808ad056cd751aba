import { DURATION, NEGATION } from './lexicon';
import type { ClauseWording } from './phrases';
import { BREAK, tokenize } from './tokens';

/** How much a feature tells, before its rarity among the clauses. */
const WEIGHT = { char: 0.22, concept: 0.9, charPair: 1, conceptPair: 0.6, unknown: 0.45 };

/** Matched weight at which a match is half as convincing as it can be. */
const EVIDENCE_HALF = 1.1;

/** A text that holds this share of what a clause is about needs no more of it; one that holds none is worth `CORE_LEAST`. */
const CORE_ENOUGH = 0.5;
const CORE_LEAST = 0.5;

/** A clause with how well a text fits it, 0-1. */
export interface Candidate {
  /** Index into the wordings given to `buildIndex`. */
  readonly index: number;
  readonly score: number;
  /** Share of what the text says that the clause's wording holds, 0-1. */
  readonly explained: number;
  /** Share of the text that is what this clause is about, but not what the best candidate is about. */
  readonly pull: number;
  /** The phrase of the clause that fits best: index into its phrases. */
  readonly phrase: number;
}

/** Postings in typed arrays: feature -> (phrase, weight) and feature -> clause. */
export interface WordingIndex {
  readonly clauseCount: number;
  /** Open-addressing table: feature key + 1 at even, feature id at odd positions. */
  readonly table: Uint32Array;
  readonly mask: number;
  readonly featureWeight: Float64Array;
  /** Postings of feature f: `start[f]..start[f + 1]`. */
  readonly start: Int32Array;
  readonly phrasePosting: Int32Array;
  readonly clauseStart: Int32Array;
  readonly clausePosting: Int32Array;
  readonly phraseClause: Int32Array;
  readonly phraseNumber: Int32Array;
  readonly phraseWeight: Float64Array;
  /** Features that a clause's title and its rule share: what the clause is about. Postings like `clauseStart`. */
  readonly coreStart: Int32Array;
  readonly corePosting: Int32Array;
  readonly coreWeight: Float64Array;
  readonly coreSets: readonly ReadonlySet<number>[];
  /** Rarity of a feature that no clause has. */
  readonly unknownRarity: number;
}

const isConcept = (code: number): boolean => code >= 0xe000;

/** How much the feature tells by its form alone. */
function formWeight(key: number): number {
  const first = Math.floor(key / 65536);
  const second = key % 65536;
  if (first === 0) {
    if (second === NEGATION) return 0;
    if (second === DURATION) return 0.3;
    return isConcept(second) ? WEIGHT.concept : WEIGHT.char;
  }
  return isConcept(first) || isConcept(second) ? WEIGHT.conceptPair : WEIGHT.charPair;
}

const features = new Float64Array(2048);

/** Writes the distinct feature keys of a token string to `features` and gives their number. */
function featuresOf(tokens: Uint16Array): number {
  let count = 0;
  let previous = BREAK;
  for (const token of tokens) {
    if (token !== BREAK) {
      count = addDistinct(token, count);
      if (previous !== BREAK) count = addDistinct(previous * 65536 + token, count);
    }
    previous = token;
  }
  return count;
}

function addDistinct(key: number, count: number): number {
  for (let i = 0; i < count; i += 1) if (features[i] === key) return count;
  features[count] = key;
  return count + 1;
}

function featureId(index: WordingIndex, key: number): number {
  for (let slot = hash(key) & index.mask; ; slot = (slot + 1) & index.mask) {
    const stored = index.table[slot * 2] as number;
    if (stored === 0) return -1;
    if (stored === key) return index.table[slot * 2 + 1] as number;
  }
}

function hash(key: number): number {
  let h = Math.imul(key ^ (key / 65536), 0x9e3779b1);
  h ^= h >>> 15;
  return h;
}

/** Builds the index once per rulebook. */
export function buildIndex(wordings: readonly ClauseWording[]): WordingIndex {
  const ids = new Map<number, number>();
  const phrasesOfFeature: Set<number>[] = [];
  const clausesOfFeature: Set<number>[] = [];
  const phraseClause: number[] = [];
  const phraseNumber: number[] = [];
  const phraseFeatures: number[][] = [];
  const addText = (text: string, clause: number, phrase: number): number[] => {
    const count = featuresOf(tokenize(text));
    const own: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const key = features[i] as number;
      let id = ids.get(key);
      if (id === undefined) {
        id = ids.size;
        ids.set(key, id);
        phrasesOfFeature.push(new Set());
        clausesOfFeature.push(new Set());
      }
      own.push(id);
      clausesOfFeature[id]?.add(clause);
      if (phrase >= 0) phrasesOfFeature[id]?.add(phrase);
    }
    return own;
  };
  wordings.forEach((wording, clause) => {
    wording.phrases.forEach(({ text }, number) => {
      const phrase = phraseClause.length;
      phraseClause.push(clause);
      phraseNumber.push(number);
      phraseFeatures.push(addText(text, clause, phrase));
    });
    if (wording.context !== '') addText(wording.context, clause, -1);
  });

  const clauseCount = wordings.length;
  const featureWeight = new Float64Array(ids.size);
  let size = 16;
  while (size < ids.size * 3) size *= 2;
  const table = new Uint32Array(size * 2);
  const mask = size - 1;
  for (const [key, id] of ids) {
    const frequency = clausesOfFeature[id]?.size ?? 1;
    featureWeight[id] = formWeight(key) * Math.log(1 + clauseCount / (frequency + 0.5));
    let slot = hash(key) & mask;
    while (table[slot * 2] !== 0) slot = (slot + 1) & mask;
    table[slot * 2] = key;
    table[slot * 2 + 1] = id;
  }
  const [start, phrasePosting] = flatten(phrasesOfFeature);
  const [clauseStart, clausePosting] = flatten(clausesOfFeature);
  const coreOfFeature = clausesOfFeature.map(() => new Set<number>());
  const coreWeight = new Float64Array(clauseCount);
  const coreSets: Set<number>[] = [];
  wordings.forEach((wording, clause) => {
    const core = coreFeatures(wording, phraseFeatures, phraseClause.indexOf(clause));
    coreSets.push(core);
    for (const id of core) {
      coreOfFeature[id]?.add(clause);
      (coreWeight[clause] as number) += featureWeight[id] as number;
    }
  });
  const [coreStart, corePosting] = flatten(coreOfFeature);
  return {
    coreStart,
    corePosting,
    coreWeight,
    coreSets,
    clauseCount,
    table,
    mask,
    featureWeight,
    start,
    phrasePosting,
    clauseStart,
    clausePosting,
    phraseClause: Int32Array.from(phraseClause),
    phraseNumber: Int32Array.from(phraseNumber),
    phraseWeight: Float64Array.from(phraseFeatures, (own) =>
      own.reduce((sum, id) => sum + (featureWeight[id] as number), 0),
    ),
    unknownRarity: Math.log(1 + clauseCount / 1.5) * WEIGHT.unknown,
  };
}

/** What the title repeats of the clause's statement. */
function coreFeatures(
  wording: ClauseWording,
  phraseFeatures: readonly (readonly number[])[],
  first: number,
): Set<number> {
  const title = wording.phrases.findIndex(({ text }) => text === wording.clause.title.zh);
  const stated = new Set<number>();
  wording.phrases.forEach(({ trigger }, number) => {
    if (number !== title && trigger === undefined) phraseFeatures[first + number]?.forEach((id) => stated.add(id));
  });
  return new Set((phraseFeatures[first + title] ?? []).filter((id) => stated.has(id)));
}

function flatten(sets: readonly ReadonlySet<number>[]): [Int32Array, Int32Array] {
  const start = new Int32Array(sets.length + 1);
  sets.forEach((set, i) => {
    start[i + 1] = (start[i] as number) + set.size;
  });
  const posting = new Int32Array(start[sets.length] as number);
  let at = 0;
  for (const set of sets) for (const value of set) posting[at++] = value;
  return [start, posting];
}

let phraseSum = new Float64Array(512);
let clauseSum = new Float64Array(128);
let coreSum = new Float64Array(128);

/** Whether any wording of the clause has two tokens side by side (`first` 0 = the second alone). */
export function clauseHas(index: WordingIndex, clause: number, first: number, second: number): boolean {
  const id = featureId(index, first * 65536 + second);
  if (id < 0) return false;
  for (let at = index.clauseStart[id] as number, end = index.clauseStart[id + 1] as number; at < end; at += 1) {
    if (index.clausePosting[at] === clause) return true;
  }
  return false;
}

/** How well a text restates one phrase of a clause, 0-1: the share of the phrase that the text holds. */
export function phraseCover(index: WordingIndex, text: string): Float64Array {
  const cover = new Float64Array(index.phraseClause.length);
  const count = featuresOf(tokenize(text));
  for (let i = 0; i < count; i += 1) {
    const id = featureId(index, features[i] as number);
    if (id < 0) continue;
    const weight = index.featureWeight[id] as number;
    for (let at = index.start[id] as number, end = index.start[id + 1] as number; at < end; at += 1) {
      (cover[index.phrasePosting[at] as number] as number) += weight;
    }
  }
  for (let i = 0; i < cover.length; i += 1) {
    cover[i] = (cover[i] as number) / ((index.phraseWeight[i] as number) + 0.6);
  }
  return cover;
}

/** The clauses a text fits best, best first, at most `limit`. Equal scores keep the rulebook's order. */
export function searchIndex(index: WordingIndex, text: string, limit = 5): Candidate[] {
  const phraseCount = index.phraseClause.length;
  if (phraseSum.length < phraseCount) phraseSum = new Float64Array(phraseCount * 2);
  if (clauseSum.length < index.clauseCount) {
    clauseSum = new Float64Array(index.clauseCount * 2);
    coreSum = new Float64Array(index.clauseCount * 2);
  }
  phraseSum.fill(0, 0, phraseCount);
  clauseSum.fill(0, 0, index.clauseCount);
  coreSum.fill(0, 0, index.clauseCount);
  const count = featuresOf(tokenize(text));
  let total = 0;
  let known = 0;
  for (let i = 0; i < count; i += 1) {
    const key = features[i] as number;
    const id = featureId(index, key);
    if (id < 0) {
      total += formWeight(key) * index.unknownRarity;
      continue;
    }
    ids[known++] = id;
    const weight = index.featureWeight[id] as number;
    total += weight;
    for (let at = index.start[id] as number, end = index.start[id + 1] as number; at < end; at += 1) {
      (phraseSum[index.phrasePosting[at] as number] as number) += weight;
    }
    for (let at = index.clauseStart[id] as number, end = index.clauseStart[id + 1] as number; at < end; at += 1) {
      (clauseSum[index.clausePosting[at] as number] as number) += weight;
    }
    for (let at = index.coreStart[id] as number, end = index.coreStart[id + 1] as number; at < end; at += 1) {
      (coreSum[index.corePosting[at] as number] as number) += weight;
    }
  }
  if (total === 0) return [];
  const ranked = rank(index, total, limit);
  for (let place = 1; place < ranked.length; place += 1) {
    const rival = ranked[place] as MutableCandidate;
    rival.pull = pullOf(index, (ranked[0] as MutableCandidate).index, rival.index, known) / total;
  }
  return ranked;
}

function pullOf(index: WordingIndex, best: number, rival: number, known: number): number {
  const own = index.coreSets[best];
  const other = index.coreSets[rival];
  let sum = 0;
  for (let i = 0; i < known; i += 1) {
    const id = ids[i] as number;
    if (other?.has(id) === true && own?.has(id) !== true) sum += index.featureWeight[id] as number;
  }
  return sum;
}

type MutableCandidate = { -readonly [K in keyof Candidate]: Candidate[K] };
const ids = new Int32Array(2048);

function rank(index: WordingIndex, total: number, limit: number): MutableCandidate[] {
  const best: MutableCandidate[] = [];
  let phrase = 0;
  const phraseCount = index.phraseClause.length;
  for (let clause = 0; clause < index.clauseCount; clause += 1) {
    const sum = clauseSum[clause] as number;
    let cover = 0;
    let number = 0;
    for (; phrase < phraseCount && index.phraseClause[phrase] === clause; phrase += 1) {
      const matched = phraseSum[phrase] as number;
      if (matched === 0) continue;
      const covered = matched / ((index.phraseWeight[phrase] as number) + 0.6);
      if (covered > cover) {
        cover = covered;
        number = index.phraseNumber[phrase] as number;
      }
    }
    if (sum === 0 || cover === 0) continue;
    const core = index.coreWeight[clause] as number;
    const about = core === 0 ? 1 : Math.min(1, (coreSum[clause] as number) / core / CORE_ENOUGH);
    const explained = sum / total;
    const score =
      Math.sqrt(explained * cover) * (sum / (sum + EVIDENCE_HALF)) * (CORE_LEAST + (1 - CORE_LEAST) * about);
    insert(best, { index: clause, score, explained, pull: 0, phrase: number }, limit);
  }
  return best;
}

function insert<T extends { score: number }>(best: T[], candidate: T, limit: number): void {
  let at = best.length;
  while (at > 0 && (best[at - 1] as T).score < candidate.score) at -= 1;
  if (at >= limit) return;
  best.splice(at, 0, candidate);
  if (best.length > limit) best.pop();
}
