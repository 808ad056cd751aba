import { featureId, featureKeys, formWeight, readFeatures, type WordingIndex } from './wordingIndex';

/** Matched weight at which a match is half as convincing as it can be. */
const EVIDENCE_HALF = 1.1;
/** A text that holds nothing of what a clause is about is worth this much of one that does. */
const CORE_LEAST = 0.5;
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
  /** Of the best candidate, and of one that was best before it: share of the text that it has and that does not fit any rule. */
  readonly specific: number;
  /** Of the best candidate: share of the text that other clauses are about and that it does not speak of. */
  readonly foreign: number;
  /** The phrase of the clause that fits best: index into its phrases. */
  readonly phrase: number;
}

/** How near a fuller rival has to be, and what share of the text it must have for itself. */
const PROMOTED = 0.75;
const FULLER = 0.12;

// Working memory; never shared between two searches at once. The sums are those of the index searched last.
let phraseSum: Float64Array = new Float64Array(0);
let clauseSum: Float64Array = new Float64Array(0);
let coreSum: Float64Array = new Float64Array(0);
/** Clauses looked at phrase by phrase, and the scores they can reach. */
const order = new Int32Array(PROMISING);
const bound = new Float64Array(PROMISING);
let seen = new Int32Array(4096);
let search = 0;
/** At most so many candidates are ranked. */
const RANKED = 16;
/** The candidates, best first: see {@link Candidate}. */
const rankedClause = new Int32Array(RANKED);
const rankedPhrase = new Int32Array(RANKED);
const rankedScore = new Float64Array(RANKED);
const rankedCover = new Float64Array(RANKED);
const pulls = new Float64Array(RANKED);
const losts = new Float64Array(RANKED);
const gains = new Float64Array(RANKED);
const specifics = new Float64Array(RANKED);
const foreigns = new Float64Array(RANKED);
/** Distinct features of the text that clauses have, and their shares of its weight. */
const known = new Int32Array(2048);
const shares = new Float64Array(2048);

function makeRoom(index: WordingIndex): void {
  const { featureCount, sums } = index;
  ({ clauseSum, coreSum, phraseSum } = index);
  if (seen.length < featureCount) seen = new Int32Array(featureCount * 2);
  search = (search + 1) | 0;
  sums.fill(0);
}

/** The clauses a text fits best, best first, at most `limit`. Equal scores keep the rulebook's order. */
export function searchIndex(index: WordingIndex, text: string, limit = 5): Candidate[] {
  makeRoom(index);
  const { featureWeight, unknownRarity, sums } = index;
  const { start, items } = index.postings;
  const count = readFeatures(text);
  const met = seen;
  const run = search;
  let total = 0;
  let knownCount = 0;
  for (let i = 0; i < count; i += 1) {
    const key = featureKeys[i]!;
    const id = featureId(index, key);
    if (id < 0) {
      total += formWeight(key) * unknownRarity;
      continue;
    }
    const weight = featureWeight[id]!;
    if (weight === 0 || met[id] === run) continue;
    met[id] = run;
    known[knownCount++] = id;
    total += weight;
    for (let at = start[id]!, end = start[id + 1]!; at < end; at += 1) sums[items[at]!]! += weight;
  }
  if (total === 0) return [];
  const ranked = rank(index, total, Math.min(limit, RANKED));
  if (ranked === 0) return [];
  for (let i = 0; i < knownCount; i += 1) shares[i] = featureWeight[known[i]!]! / total;
  compareWithBest(index, ranked, knownCount);
  if (promoteFuller(ranked)) compareWithBest(index, ranked, knownCount);
  return candidates(ranked, total);
}

/** Fills the ranking and gives the number of candidates. */
function rank(index: WordingIndex, total: number, limit: number): number {
  // Whatever comes first in the end scores no less than the clause with the heaviest overlap does.
  const heaviest = heaviestClause(index);
  const first = mostOf(index, heaviest, total);
  const firstPhrase = bestPhrase(index, heaviest);
  const firstCover = bestCover;
  let worst = first * Math.sqrt(firstCover) * NEGLIGIBLE;
  const promising = gatherPromising(index, total, worst);
  let count = 0;
  for (let place = 0; place < promising; place += 1) {
    const clause = order[place]!;
    const most = bound[place]!;
    if (most <= worst) break;
    let phrase = firstPhrase;
    if (clause === heaviest) bestCover = firstCover;
    else phrase = bestPhrase(index, clause);
    const score = most * Math.sqrt(bestCover);
    if (score <= worst) continue;
    if (count < limit) count += 1;
    insert(count - 1, clause, phrase, score, bestCover);
    worst = rankedScore[0]! * NEGLIGIBLE;
    if (count === limit) worst = Math.max(worst, rankedScore[limit - 1]!);
  }
  while (count > 1 && rankedScore[count - 1]! < worst) count -= 1;
  specifics.fill(0, 0, count);
  foreigns.fill(0, 0, count);
  return count;
}

/** Puts a candidate at its place; what stood at `last` is lost. */
function insert(last: number, clause: number, phrase: number, score: number, cover: number): void {
  let at = last;
  for (; at > 0 && rankedScore[at - 1]! < score; at -= 1) {
    rankedClause[at] = rankedClause[at - 1]!;
    rankedPhrase[at] = rankedPhrase[at - 1]!;
    rankedScore[at] = rankedScore[at - 1]!;
    rankedCover[at] = rankedCover[at - 1]!;
  }
  rankedClause[at] = clause;
  rankedPhrase[at] = phrase;
  rankedScore[at] = score;
  rankedCover[at] = cover;
}

function candidates(ranked: number, total: number): Candidate[] {
  const found: Candidate[] = [];
  for (let place = 0; place < ranked; place += 1) {
    const clause = rankedClause[place]!;
    found.push({
      index: clause,
      score: rankedScore[place]!,
      explained: clauseSum[clause]! / total,
      cover: rankedCover[place]!,
      pull: pulls[place]!,
      lost: losts[place]!,
      gained: gains[place]!,
      specific: specifics[place]!,
      foreign: foreigns[place]!,
      phrase: rankedPhrase[place]!,
    });
  }
  return found;
}

function heaviestClause({ clauseCount }: WordingIndex): number {
  const sums = clauseSum;
  let heaviest = 0;
  let most = sums[0]!;
  for (let clause = 1; clause < clauseCount; clause += 1) {
    if (sums[clause]! > most) {
      most = sums[clause]!;
      heaviest = clause;
    }
  }
  return heaviest;
}

/** How much of its score a clause keeps for what the text holds of what it is about. */
function aboutOf({ coreDue }: WordingIndex, clause: number): number {
  const due = coreDue[clause]!;
  const sum = coreSum[clause]!;
  return due === 0 || sum >= due ? 1 : CORE_LEAST + (1 - CORE_LEAST) * (sum / due);
}

/** The score if a phrase were restated wholly: the clause cannot do better. */
function mostOf(index: WordingIndex, clause: number, total: number): number {
  const sum = clauseSum[clause]!;
  return Math.sqrt(sum / total) * (sum / (sum + EVIDENCE_HALF)) * aboutOf(index, clause);
}

/**
 * Puts the clauses with the highest possible scores above `worst` into `order`, best first, and gives their number.
 */
function gatherPromising(index: WordingIndex, total: number, worst: number): number {
  const sums = clauseSum;
  let count = 0;
  let least = worst;
  for (let clause = 0; clause < index.clauseCount; clause += 1) {
    const sum = sums[clause]!;
    if (sum === 0) continue;
    // The square of the score without its divisors: what is clearly too small needs neither roots nor divisions.
    const divisor = (sum + EVIDENCE_HALF) * least;
    const enough = divisor * divisor * total * 0.999_999;
    const cube = sum * sum * sum;
    if (cube < enough) continue;
    const about = aboutOf(index, clause);
    if (cube * about * about < enough) continue;
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
    if (count === PROMISING) least = bound[PROMISING - 1]!;
  }
  return count;
}

let bestCover = 0;

/** The phrase of a clause that the text restates most; how much of it goes to `bestCover`. */
function bestPhrase({ firstPhrase, phraseDue }: WordingIndex, clause: number): number {
  const sums = phraseSum;
  const first = firstPhrase[clause]!;
  const end = firstPhrase[clause + 1]!;
  let phrase = first;
  let most = 0;
  for (let at = first; at < end; at += 1) {
    const sum = sums[at]!;
    const due = phraseDue[at]!;
    // What is clearly less than the best needs no division.
    if (sum < most * due * 0.999_999) continue;
    const cover = sum / due;
    if (cover > most) {
      most = cover;
      phrase = at;
    }
  }
  bestCover = most;
  return phrase - first;
}

/**
 * A rival that has all the words of the best candidate and a telling one more takes its place. Whether there was one:
 * then the candidates have to be compared anew.
 */
function promoteFuller(ranked: number): boolean {
  const least = PROMOTED * rankedScore[0]!;
  let place = 1;
  while (
    place < ranked &&
    !(rankedScore[place]! >= least && gains[place]! >= FULLER && losts[place]! <= FULLER / 3)
  )
    place += 1;
  if (place >= ranked) return false;
  const clause = rankedClause[place]!;
  const phrase = rankedPhrase[place]!;
  const score = rankedScore[place]!;
  const cover = rankedCover[place]!;
  for (let at = place; at > 0; at -= 1) {
    rankedClause[at] = rankedClause[at - 1]!;
    rankedPhrase[at] = rankedPhrase[at - 1]!;
    rankedScore[at] = rankedScore[at - 1]!;
    rankedCover[at] = rankedCover[at - 1]!;
  }
  rankedClause[0] = clause;
  rankedPhrase[0] = phrase;
  rankedScore[0] = score;
  rankedCover[0] = cover;
  // The one that was best keeps what was found of it as such.
  specifics[1] = specifics[0]!;
  foreigns[1] = foreigns[0]!;
  return true;
}

/** Weighs the near rivals against the best candidate: what of the text each of the two has for itself. */
function compareWithBest(index: WordingIndex, ranked: number, knownCount: number): void {
  const { member, isPair, isGeneric, isTopic, featureCount } = index;
  const own = rankedClause[0]! * featureCount;
  let specific = 0;
  let foreign = 0;
  for (let i = 0; i < knownCount; i += 1) {
    const id = known[i]!;
    if (member[own + id] !== 0) {
      if (isGeneric[id] === 0) specific += shares[i]!;
    } else if (isTopic[id] === 1 && isPair[id] === 0 && isGeneric[id] !== 2) foreign += shares[i]!;
  }
  specifics[0] = specific;
  foreigns[0] = foreign;
  const near = COMPARED * rankedScore[0]!;
  pulls.fill(0, 0, ranked);
  losts.fill(0, 0, ranked);
  gains.fill(0, 0, ranked);
  for (let place = 1; place < ranked; place += 1) {
    if (rankedScore[place]! < near) break;
    const other = rankedClause[place]! * featureCount;
    let pull = 0;
    let lost = 0;
    let gained = 0;
    for (let i = 0; i < knownCount; i += 1) {
      const id = known[i]!;
      const inBest = member[own + id]!;
      const inRival = member[other + id]!;
      if (inBest === inRival) continue;
      const share = shares[i]!;
      if (inRival === 2) pull += share;
      if (isPair[id] === 1 || isGeneric[id] === 2) continue;
      if (inRival === 0) lost += share;
      else if (inBest === 0) gained += share;
    }
    pulls[place] = pull;
    losts[place] = lost;
    gains[place] = gained;
  }
}

/** How well a text restates each phrase of one clause, 0-1. */
export function phraseCovers(index: WordingIndex, clause: number, text: string): Float64Array {
  makeRoom(index);
  const count = readFeatures(text);
  const { start, items } = index.postings;
  for (let i = 0; i < count; i += 1) {
    const id = featureId(index, featureKeys[i]!);
    if (id < 0 || seen[id] === search) continue;
    seen[id] = search;
    const weight = index.featureWeight[id]!;
    for (let at = start[id]!, end = start[id + 1]!; at < end; at += 1) index.sums[items[at]!]! += weight;
  }
  const first = index.firstPhrase[clause]!;
  const sums = phraseSum.slice(first, index.firstPhrase[clause + 1]);
  return sums.map((sum, i) => sum / index.phraseDue[first + i]!);
}
