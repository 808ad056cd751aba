import { featureId, featureKeys, formWeight, readFeatures, type WordingIndex } from './wordingIndex';

/** Matched weight at which a match is half as convincing as it can be. */
const EVIDENCE_HALF = 1.1;
/** A text that holds this share of what a clause is about needs no more of it ... */
const CORE_ENOUGH = 0.5;
/** ... and one that holds nothing of it is worth this much. */
const CORE_LEAST = 0.5;
/** Keeps very short phrases from counting as fully restated. */
const PHRASE_EXTRA = 0.6;
/** So many clauses, the most promising ones, are looked at phrase by phrase. */
const PROMISING = 12;
/** Candidates below this share of the best one are not worth naming ... */
const NEGLIGIBLE = 0.2;
/** ... and below this one not worth comparing with it. */
const COMPARED = 0.2;

/** A clause with how well a text fits it. Shares are of the weight of everything the text says, 0-1. */
export interface Candidate {
  /** Index into the wordings given to `buildIndex`. */
  readonly index: number;
  readonly score: number;
  /** Share of the text that the clause's wording holds. */
  readonly explained: number;
  /** Share of the best phrase that the text restates. */
  readonly cover: number;
  /** Share that is what this clause is about, but not what the best candidate is about. */
  readonly pull: number;
  /** Shares that only the best candidate, and only this candidate, speaks of (single words). */
  readonly lost: number;
  readonly gained: number;
  /** Of the best candidate: share of the text that it has and that does not fit any rule. */
  readonly specific: number;
  /** Of the best candidate: share of the text that other clauses are about and that it does not speak of. */
  readonly foreign: number;
  /** The phrase of the clause that fits best: index into its phrases. */
  readonly phrase: number;
}

/** How near a fuller rival has to be, and what share of the text it must have for itself. */
const PROMOTED = 0.75;
const FULLER = 0.12;

type Mutable = { -readonly [K in keyof Candidate]: Candidate[K] };

// Working memory, grown when a rulebook needs more; never shared between two searches at once.
const phraseSum = new Float64Array(32);
let clauseSum = new Float64Array(128);
let coreSum = new Float64Array(128);
/** Clauses looked at phrase by phrase, and the scores they can reach. */
const order = new Int32Array(PROMISING);
const bound = new Float64Array(PROMISING);
let seen = new Int32Array(4096);
let search = 0;
const known = new Int32Array(2048);

function makeRoom(index: WordingIndex): void {
  if (clauseSum.length < index.clauseCount) {
    clauseSum = new Float64Array(index.clauseCount * 2);
    coreSum = new Float64Array(index.clauseCount * 2);
  }
  if (seen.length < index.featureCount) seen = new Int32Array(index.featureCount * 2);
  search = (search + 1) | 0;
  clauseSum.fill(0, 0, index.clauseCount);
  coreSum.fill(0, 0, index.clauseCount);
}

/** The clauses a text fits best, best first, at most `limit`. Equal scores keep the rulebook's order. */
export function searchIndex(index: WordingIndex, text: string, limit = 5): Candidate[] {
  makeRoom(index);
  const { featureWeight, clauseStart, clausePosting } = index;
  const count = readFeatures(text);
  let total = 0;
  let knownCount = 0;
  for (let i = 0; i < count; i += 1) {
    const key = featureKeys[i]!;
    const id = featureId(index, key);
    if (id < 0) {
      total += formWeight(key) * index.unknownRarity;
      continue;
    }
    const weight = featureWeight[id]!;
    if (weight === 0 || seen[id] === search) continue;
    seen[id] = search;
    known[knownCount++] = id;
    total += weight;
    for (let at = clauseStart[id]!, end = clauseStart[id + 1]!; at < end; at += 1) {
      const posting = clausePosting[at]!;
      const clause = posting >> 1;
      clauseSum[clause]! += weight;
      if ((posting & 1) === 1) coreSum[clause]! += weight;
    }
  }
  if (total === 0) return [];
  const ranked = rank(index, knownCount, total, limit);
  compareWithBest(index, ranked, knownCount, total);
  promoteFuller(ranked, () => compareWithBest(index, ranked, knownCount, total));
  return ranked;
}

function rank(index: WordingIndex, knownCount: number, total: number, limit: number): Mutable[] {
  const best: Mutable[] = [];
  // Whatever comes first in the end scores no less than the clause with the heaviest overlap does.
  const heaviest = heaviestClause(index);
  const first = mostOf(index, heaviest, total);
  const firstPhrase = bestPhrase(index, heaviest, knownCount);
  const firstCover = bestCover;
  let worst = first * Math.sqrt(firstCover) * NEGLIGIBLE;
  const promising = gatherPromising(index, total, worst);
  for (let place = 0; place < promising; place += 1) {
    const clause = order[place]!;
    const most = bound[place]!;
    if (most <= worst) break;
    let phrase = firstPhrase;
    if (clause === heaviest) bestCover = firstCover;
    else phrase = bestPhrase(index, clause, knownCount);
    const score = most * Math.sqrt(bestCover);
    if (score <= worst) continue;
    const explained = clauseSum[clause]! / total;
    insert(
      best,
      {
        index: clause,
        score,
        explained,
        cover: bestCover,
        pull: 0,
        lost: 0,
        gained: 0,
        specific: 0,
        foreign: 0,
        phrase,
      },
      limit,
    );
    worst = best[0]!.score * NEGLIGIBLE;
    if (best.length === limit) worst = Math.max(worst, best[limit - 1]!.score);
  }
  while (best.length > 1 && best[best.length - 1]!.score < worst) best.pop();
  return best;
}

function heaviestClause(index: WordingIndex): number {
  let heaviest = 0;
  for (let clause = 1; clause < index.clauseCount; clause += 1)
    if (clauseSum[clause]! > clauseSum[heaviest]!) heaviest = clause;
  return heaviest;
}

/** The score if a phrase were restated wholly: the clause cannot do better. */
function mostOf(index: WordingIndex, clause: number, total: number): number {
  const sum = clauseSum[clause]!;
  const core = index.coreWeight[clause]!;
  const about = core === 0 ? 1 : Math.min(1, coreSum[clause]! / (core * CORE_ENOUGH));
  return Math.sqrt(sum / total) * (sum / (sum + EVIDENCE_HALF)) * (CORE_LEAST + (1 - CORE_LEAST) * about);
}

/**
 * Puts the clauses with the highest possible scores above `worst` into `order`, best first, and gives their number.
 */
function gatherPromising(index: WordingIndex, total: number, worst: number): number {
  let count = 0;
  // sqrt(sum / total) * sum / (sum + half) is less than sum ** 1.5 / (sqrt(total) * half): spares most roots.
  const least = worst * EVIDENCE_HALF * (worst * EVIDENCE_HALF) * total;
  for (let clause = 0; clause < index.clauseCount; clause += 1) {
    const sum = clauseSum[clause]!;
    if (sum * sum * sum <= least) continue;
    const most = mostOf(index, clause, total);
    if (most <= worst) continue;
    let at = count;
    if (count < PROMISING) count += 1;
    else if (most <= bound[PROMISING - 1]!) continue;
    else at -= 1;
    for (; at > 0 && bound[at - 1]! < most; at -= 1) {
      bound[at] = bound[at - 1]!;
      order[at] = order[at - 1]!;
    }
    bound[at] = most;
    order[at] = clause;
  }
  return count;
}

let bestCover = 0;

/** The phrase of a clause that the text restates most; how much of it goes to `bestCover`. */
function bestPhrase(index: WordingIndex, clause: number, knownCount: number): number {
  const phrases = coverPhrases(index, clause, knownCount);
  const first = index.firstPhrase[clause]!;
  let phrase = 0;
  bestCover = 0;
  for (let at = 0; at < phrases; at += 1) {
    const cover = phraseSum[at]! / (index.phraseWeight[first + at]! + PHRASE_EXTRA);
    if (cover > bestCover) {
      bestCover = cover;
      phrase = at;
    }
  }
  return phrase;
}

/** Adds up in `phraseSum` what the text holds of each phrase of a clause; gives the number of phrases. */
function coverPhrases(index: WordingIndex, clause: number, knownCount: number): number {
  const phrases = index.firstPhrase[clause + 1]! - index.firstPhrase[clause]!;
  phraseSum.fill(0, 0, phrases);
  const row = clause * index.featureCount;
  for (let i = 0; i < knownCount; i += 1) {
    const id = known[i]!;
    let bits = index.phraseBits[row + id]!;
    if (bits === 0) continue;
    const weight = index.featureWeight[id]!;
    for (; bits !== 0; bits &= bits - 1) phraseSum[31 - Math.clz32(bits & -bits)]! += weight;
  }
  return phrases;
}

function insert(best: Mutable[], candidate: Mutable, limit: number): void {
  let at = best.length;
  if (at < limit) best.push(candidate);
  else at -= 1;
  for (; at > 0 && best[at - 1]!.score < candidate.score; at -= 1) {
    best[at] = best[at - 1]!;
  }
  best[at] = candidate;
}

/** A rival that has all the words of the best candidate and a telling one more takes its place. */
function promoteFuller(ranked: Mutable[], compare: () => void): void {
  const best = ranked[0];
  if (best === undefined) return;
  const place = ranked.findIndex(
    (rival) => rival.score >= PROMOTED * best.score && rival.gained >= FULLER && rival.lost <= FULLER / 3,
  );
  if (place <= 0) return;
  ranked.unshift(...ranked.splice(place, 1));
  for (const each of ranked) {
    each.pull = 0;
    each.lost = 0;
    each.gained = 0;
  }
  compare();
}

/** Weighs the near rivals against the best candidate: what of the text each of the two has for itself. */
function compareWithBest(
  index: WordingIndex,
  ranked: readonly Mutable[],
  knownCount: number,
  total: number,
): void {
  const best = ranked[0];
  if (best === undefined) return;
  const { featureWeight, member, isPair, isGeneric, isTopic, featureCount } = index;
  const own = best.index * featureCount;
  best.specific = 0;
  best.foreign = 0;
  for (let i = 0; i < knownCount; i += 1) {
    const id = known[i]!;
    const share = featureWeight[id]! / total;
    if (member[own + id] !== 0) {
      if (isGeneric[id] === 0) best.specific += share;
    } else if (isTopic[id] === 1 && isPair[id] === 0 && isGeneric[id] !== 2) best.foreign += share;
  }
  for (let place = 1; place < ranked.length; place += 1) {
    const rival = ranked[place]!;
    if (rival.score < COMPARED * best.score) break;
    const other = rival.index * featureCount;
    for (let i = 0; i < knownCount; i += 1) {
      const id = known[i]!;
      const inBest = member[own + id]!;
      const inRival = member[other + id]!;
      if (inBest === inRival) continue;
      const share = featureWeight[id]! / total;
      if (inRival === 2) rival.pull += share;
      if (isPair[id] === 1 || isGeneric[id] === 2) continue;
      if (inRival === 0) rival.lost += share;
      else if (inBest === 0) rival.gained += share;
    }
  }
}

/** How well a text restates each phrase of one clause, 0-1. */
export function phraseCovers(index: WordingIndex, clause: number, text: string): Float64Array {
  const count = readFeatures(text);
  const ids = new Set<number>();
  for (let i = 0; i < count; i += 1) ids.add(featureId(index, featureKeys[i]!));
  ids.delete(-1);
  known.set([...ids]);
  const first = index.firstPhrase[clause]!;
  const sums = phraseSum.slice(0, coverPhrases(index, clause, ids.size));
  return sums.map((sum, i) => sum / (index.phraseWeight[first + i]! + PHRASE_EXTRA));
}
