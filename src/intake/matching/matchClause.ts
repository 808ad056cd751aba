import { formatDecimal } from '../../facts/decimal';
import type { Problem } from '../../facts/problem';
import type { Clause } from '../../rulebook/clause';
import { amountMismatch, gives } from './amounts';
import { citedClause } from './cited';
import { codesIn, readCode, type CodeReading } from './codes';
import { shiftLetter, type Element } from './elements';
import { namesNoFault, statesResult, unmeasured } from './demands';
import type { ClauseMatch, MatchedBy, RowEvidence, Suggestion } from './evidence';
import { categoryClauses, type Matcher } from './matcher';
import { contradictsByNegation } from './polarity';
import { wordingKey } from './tokens';
import type { Candidate } from './search';

/** A wording this close to a clause may be taken without asking ... */
export const AUTOMATIC = 0.3;
/** ... where the row's category names the clause's category, this close. */
export const AUTOMATIC_IN_CATEGORY = 0.2;
/** ... when the runner-up comes to no more than this share of it ... */
export const MARGIN = 0.75;
/** ... and no rival explains as much of the text. */
const EXPLAINED_MARGIN = 0.9;
/** A weak match with this much of the text being what a rival is about is left to people. */
const PULL = 0.19;
const STRONG = 0.6;
/** Rivals below this share of the best score do not matter. */
const NEAR = 0.35;
/** ... except those that have every single word of the text, down to this share. */
const FAR = 0.22;
/** The best candidate must say more in single words than a near rival does. */
const TELLING = 0.05;
const ADDS = 0.34;
const MISSES = 0.07;
/** A short text that one clause alone speaks of, and nearly word for word. */
const ALONE = 0.23;
const ALONE_EXPLAINED = 0.8;
const ALONE_NEXT = 0.25;
/** Least share of a text that must point to the clause and be more than words that fit any rule. */
const SPECIFIC = 0.12;
/** Least share of a text that the clause must account for, unless the text restates one of its phrases this far. */
const COVERED = 0.6;
const EXPLAINED = 0.4;
/** Most of a text that may be what other clauses are about and the matched one is not. */
const FOREIGN = 0.17;
/** Below this a candidate is not worth suggesting. */
const SUGGEST = 0.08;
/** So much of a quoted rule is shown. */
const SHOWN = 60;
/** Below this for the best candidate nothing fits. */
const FITS = 0.15;

/**
 * Finds the clause of a row: by code, by a wording known to the letter, by category, by similarity. Anything
 * contradicted, close to a second clause or weak comes back as `uncertain` with suggestions.
 */
export function matchClause(matcher: Matcher, evidence: RowEvidence): ClauseMatch {
  const { stated, wording } = readCodes(matcher, evidence.codes);
  if (stated.kind !== 'none') return byCode(matcher, evidence, stated);
  const texts = [...wording, ...evidence.texts].filter((text) => text.trim() !== '');
  const cited = texts.some((text) => matcher.known.has(wordingKey(text)))
    ? undefined
    : citedClause(matcher, texts);
  if (cited !== undefined) {
    const reason = { code: 'MATCH_BY_TITLE', params: { text: cited.text.slice(0, SHOWN) } };
    return settle(matcher, evidence, cited.clause, 'title', 1, [], reason);
  }
  // A quoted rule may cite another one; any other text with a code means it.
  const inside = codeInTexts(matcher, evidence.texts);
  if (inside !== undefined) return byCode(matcher, evidence, inside);
  const exact = byExactWording(matcher, evidence, texts);
  if (exact !== undefined) return exact;
  const found = byWording(matcher, evidence, texts);
  return found.kind === 'matched' ? (amongTwins(matcher, evidence, texts, found.clause) ?? found) : found;
}

/** A question where the row says no more than the words that the clause shares with another one. */
function amongTwins(
  matcher: Matcher,
  { categories }: RowEvidence,
  texts: readonly string[],
  clause: Clause,
): ClauseMatch | undefined {
  const [text] = texts;
  if (text === undefined || texts.length > 1 || categories.length > 0) return undefined;
  const key = wordingKey(text);
  const ids = matcher.whole.has(key) ? matcher.exact.get(key) : undefined;
  if (ids === undefined || ids.size < 2 || !ids.has(clause.id)) return undefined;
  const suggestions = [...ids].map((id) => ({ id, score: 1 }));
  return uncertain(suggestions, 'MATCH_CLOSE', { clause: clause.id, score: 1 });
}

/** The code of the clause columns; `wording` = clause cells that hold no code. */
function readCodes(
  matcher: Matcher,
  cells: RowEvidence['codes'],
): { stated: CodeReading; wording: string[] } {
  const wording: string[] = [];
  for (const cell of cells) {
    const reading = readCode(matcher.codes, cell);
    if (reading.kind !== 'none') return { stated: reading, wording };
    if (typeof cell === 'string') wording.push(cell);
  }
  return { stated: { kind: 'none' }, wording };
}

function codeInTexts(matcher: Matcher, texts: readonly string[]): CodeReading | undefined {
  for (const text of texts) {
    const reading = codesIn(matcher.codes, text);
    if (reading.kind === 'clause') return reading;
  }
  return undefined;
}

function byCode(matcher: Matcher, evidence: RowEvidence, stated: CodeReading): ClauseMatch {
  const found = suggestionsOf(matcher, searchAll(matcher, evidence.texts));
  if (stated.kind !== 'clause') {
    const code = stated.kind === 'unknown' ? stated.code : '';
    return {
      kind: 'unmatched',
      suggestions: found,
      reason: { code: 'MATCH_CODE_UNKNOWN', params: { code } },
    };
  }
  let [id] = stated.ids;
  if (stated.ids.length > 1) {
    const among = found.filter((suggestion) => stated.ids.includes(suggestion.id));
    const [first, second] = among;
    const clear =
      first !== undefined && first.score >= AUTOMATIC && (second?.score ?? 0) <= MARGIN * first.score;
    if (!clear) {
      return {
        kind: 'uncertain',
        suggestions: stated.ids.map((each) => ({ id: each, score: scoreOf(found, each) })),
        reason: { code: 'MATCH_SEVERAL_CODES', params: { codes: stated.ids.join(' ') } },
      };
    }
    id = first.id;
  }
  const clause = id === undefined ? undefined : matcher.byId.get(id);
  if (clause === undefined || !matcher.position.has(clause.id)) {
    return {
      kind: 'unmatched',
      suggestions: found,
      reason: { code: 'MATCH_NOT_RECORDED', params: { clause: id ?? '' } },
    };
  }
  return settle(matcher, evidence, clause, 'code', 1, found, {
    code: 'MATCH_BY_CODE',
    params: { clause: clause.id },
  });
}

function byExactWording(
  matcher: Matcher,
  evidence: RowEvidence,
  texts: readonly string[],
): ClauseMatch | undefined {
  for (const text of [...texts, ...[...evidence.categories].reverse()]) {
    const key = wordingKey(text);
    const known = matcher.known.get(key);
    const clause = known === undefined ? undefined : matcher.byId.get(known);
    if (clause !== undefined) {
      return settle(matcher, evidence, clause, 'known', 1, [], { code: 'MATCH_BY_KNOWN', params: { text } });
    }
    const ids = matcher.exact.get(key);
    if (ids?.size !== 1) continue;
    const [id] = ids;
    const titled = id === undefined ? undefined : matcher.byId.get(id);
    // A category column that happens to be a clause's title still has to agree with the text beside it.
    if (titled === undefined || (texts.length > 0 && !texts.includes(text))) continue;
    if (isClear(matcher, leading(matcher, texts, titled), 0) !== undefined) continue;
    const reason = { code: 'MATCH_BY_TITLE', params: { text } };
    return settle(matcher, evidence, titled, 'title', 1, [], reason);
  }
  return undefined;
}

/** The text's candidates with the given clause put first, for checking that no rival says as much. */
function leading(matcher: Matcher, texts: readonly string[], clause: Clause): readonly Candidate[] {
  const all = searchAll(matcher, texts);
  const own = all.find((each) => idOf(matcher, each) === clause.id);
  return own === undefined ? all : [own, ...all.filter((each) => each !== own)];
}

function byWording(matcher: Matcher, evidence: RowEvidence, texts: readonly string[]): ClauseMatch {
  const allowed = allowedClauses(matcher, evidence.categories);
  const first = decide(matcher, evidence, texts, allowed);
  if (first.kind === 'matched' || first.kind === 'absent') return first;
  // Finer category columns often hold the behaviour itself.
  const fine = evidence.categories.slice(1).filter((text) => categoryClauses(matcher, text) === undefined);
  if (fine.length === 0)
    return texts.length === 0 && allowed === undefined ? asText(first, matcher, evidence) : first;
  const second = decide(matcher, evidence, [...texts, ...fine], allowed);
  return second.kind === 'matched' || second.kind === 'absent' ? second : first;
}

/** A row with nothing but a broad category of the company's own: its words are looked up like any text. */
function asText(first: ClauseMatch, matcher: Matcher, evidence: RowEvidence): ClauseMatch {
  const texts = evidence.categories.slice(0, 1);
  return texts.length === 0 ? first : decide(matcher, evidence, texts, undefined);
}

function decide(
  matcher: Matcher,
  evidence: RowEvidence,
  texts: readonly string[],
  allowed: ReadonlySet<string> | undefined,
): ClauseMatch {
  const all = searchAll(matcher, texts);
  const everything = suggestionsOf(matcher, all);
  const inside = allowed === undefined ? all : all.filter((each) => allowed.has(idOf(matcher, each)));
  const outside = allowed === undefined ? undefined : all.find((each) => !allowed.has(idOf(matcher, each)));
  const [best] = inside;
  if (allowed?.size === 1) {
    const [only] = allowed;
    const clause = matcher.byId.get(only ?? '');
    const own = best?.score ?? 0;
    if (clause !== undefined) {
      if (outside !== undefined && outside.score >= 0.45 && outside.score > 1.5 * own) {
        return uncertain(everything, 'MATCH_CATEGORY_DIFFERS', { clause: clause.id });
      }
      return settle(matcher, evidence, clause, 'category', Math.max(own, 0.5), everything, {
        code: 'MATCH_BY_CATEGORY',
        params: { clause: clause.id },
      });
    }
  }
  if (best === undefined) {
    const named = allowed === undefined ? [] : [...allowed].slice(0, 5).map((id) => ({ id, score: 0 }));
    return {
      kind: named.length > 0 ? 'uncertain' : 'unmatched',
      suggestions: named,
      reason: { code: 'MATCH_NOTHING' },
    };
  }
  if (outside !== undefined && outside.score >= AUTOMATIC && outside.score > 1.25 * best.score) {
    return uncertain(everything, 'MATCH_CATEGORY_DIFFERS', { clause: idOf(matcher, outside) });
  }
  const clear = isClear(matcher, inside, allowed === undefined ? AUTOMATIC : AUTOMATIC_IN_CATEGORY);
  if (clear !== undefined) {
    const possible = inside.filter((each) => deniedElement(matcher, evidence, each) === undefined);
    const settledBest = possible[0];
    // What the row denies may leave exactly one of two near clauses.
    if (clear !== 'MATCH_WEAK' && possible.length < inside.length && settledBest !== undefined) {
      const again = isClear(matcher, possible, AUTOMATIC);
      if (again === undefined && settledBest.score >= MARGIN * best.score) {
        return matchedBy(matcher, evidence, settledBest, everything, texts);
      }
    }
    const fits = best.score >= FITS;
    return {
      kind: fits || allowed !== undefined ? 'uncertain' : 'unmatched',
      suggestions: suggestionsOf(matcher, inside),
      reason: { code: clear, params: { clause: idOf(matcher, best), score: rounded(best.score) } },
    };
  }
  return matchedBy(matcher, evidence, best, everything, texts);
}

function matchedBy(
  matcher: Matcher,
  evidence: RowEvidence,
  best: Candidate,
  everything: readonly Suggestion[],
  texts: readonly string[],
): ClauseMatch {
  const wording = matcher.wordings[best.index];
  if (wording === undefined) return uncertain(everything, 'MATCH_WEAK', {});
  const phrase = wording.phrases[best.phrase]?.text ?? '';
  if (denies(matcher, best, phrase, texts)) {
    return uncertain(everything, 'MATCH_DENIED', { clause: wording.clause.id });
  }
  const { clause } = wording;
  if (!statesResult(clause, texts, evidence)) {
    return uncertain(everything, 'MATCH_RESULT_MISSING', { clause: clause.id });
  }
  if (unmeasured(clause, texts, evidence)) {
    return uncertain(everything, 'MATCH_MEASURE_MISSING', { clause: clause.id });
  }
  if (best.cover < COVERED && namesNoFault(texts)) {
    return uncertain(everything, 'MATCH_WEAK', { clause: clause.id, score: rounded(best.score) });
  }
  return settle(matcher, evidence, clause, 'wording', best.score, everything, {
    code: 'MATCH_BY_WORDING',
    params: { clause: wording.clause.id, score: rounded(best.score) },
  });
}

/** What was found for a candidate before; the search gives the same ones for the same text. */
const denied = new WeakMap<Candidate, boolean>();

function denies(matcher: Matcher, best: Candidate, phrase: string, texts: readonly string[]): boolean {
  let answer = denied.get(best);
  if (answer === undefined) {
    const statement = matcher.wordings[best.index]?.clause.statement.zh ?? '';
    answer = contradictsByNegation(matcher.index, best.index, statement, phrase, texts.join('。'));
    denied.set(best, answer);
  }
  return answer;
}

/** Undefined when the first candidate stands out, else why it does not. */
function isClear(matcher: Matcher, candidates: readonly Candidate[], threshold: number): string | undefined {
  const [best, ...rivals] = candidates;
  if (best === undefined) return 'MATCH_WEAK';
  if (best.specific < SPECIFIC || (best.explained < EXPLAINED && best.cover < COVERED)) return 'MATCH_WEAK';
  if (best.foreign > FOREIGN) return 'MATCH_CLOSE';
  const next = rivals[0]?.score ?? 0;
  const alone = best.score >= ALONE && best.explained >= ALONE_EXPLAINED && next < ALONE_NEXT * best.score;
  if (best.score < threshold && !alone) return 'MATCH_WEAK';
  for (const rival of rivals) {
    const close =
      rival.score > MARGIN * best.score ||
      (rival.score > NEAR * best.score && rival.explained > EXPLAINED_MARGIN * best.explained) ||
      (rival.score > FAR * best.score && rival.lost < TELLING) ||
      (!isCatchAll(matcher, rival) &&
        best.score < STRONG &&
        rival.score > NEAR * best.score &&
        rival.pull > PULL);
    // A rival that adds nothing and misses a telling word is the same rule for another occasion.
    if (close && !(rival.lost >= MISSES && rival.gained <= ADDS * rival.lost)) return 'MATCH_CLOSE';
  }
  return undefined;
}

/** A catch-all speaks of anything: that a text holds its words says nothing. */
function isCatchAll(matcher: Matcher, candidate: Candidate): boolean {
  return matcher.wordings[candidate.index]?.clause.catchAll !== undefined;
}

/** Last checks that hold for every way of finding a clause: shift, denied elements, amounts. */
function settle(
  matcher: Matcher,
  evidence: RowEvidence,
  clause: Clause,
  by: MatchedBy,
  score: number,
  found: readonly Suggestion[],
  reason: Problem,
): ClauseMatch {
  const letter = shiftLetter(evidence.shift);
  const shifts = matcher.shifts.get(clause.id);
  const suggestions = (): Suggestion[] => [
    { id: clause.id, score },
    ...found.filter(({ id }) => id !== clause.id),
  ];
  if (letter !== undefined && shifts !== undefined && shifts.size > 0 && !shifts.has(letter)) {
    return uncertain(suggestions(), 'MATCH_SHIFT_DIFFERS', {
      clause: clause.id,
      shift: evidence.shift ?? '',
    });
  }
  for (const element of matcher.required.get(clause.id) ?? []) {
    if (evidence.elements[element] === false) return { kind: 'absent', clause, element, reason };
  }
  if (evidence.amounts.given === true && by !== 'known' && !gives(clause)) {
    return uncertain(suggestions(), 'MATCH_ADDITION', { clause: clause.id });
  }
  const warnings: Problem[] = [];
  const mismatch = amountMismatch(clause, evidence.amounts, evidence.qty);
  if (mismatch !== undefined) {
    const params = { clause: clause.id, type: mismatch.type, stated: formatDecimal(mismatch.stated) };
    if (by === 'wording' || by === 'category')
      return uncertain(suggestions(), 'MATCH_AMOUNT_DIFFERS', params);
    warnings.push({ code: 'AMOUNT_DIFFERS', params });
  }
  const other = found.find(({ id }) => id !== clause.id);
  if (by === 'code' && other !== undefined && other.score >= STRONG && scoreOf(found, clause.id) < SUGGEST) {
    warnings.push({ code: 'CLAUSE_TEXT_DIFFERS', params: { clause: clause.id, other: other.id } });
  }
  return {
    kind: 'matched',
    clause,
    by,
    score,
    ...(other === undefined ? {} : { runnerUp: other }),
    reason,
    warnings,
  };
}

function deniedElement(matcher: Matcher, evidence: RowEvidence, candidate: Candidate): Element | undefined {
  const required = matcher.required.get(idOf(matcher, candidate)) ?? [];
  return required.find((element) => evidence.elements[element] === false);
}

function allowedClauses(matcher: Matcher, categories: readonly string[]): ReadonlySet<string> | undefined {
  let allowed: ReadonlySet<string> | undefined;
  for (const text of categories) {
    const clauses = categoryClauses(matcher, text);
    if (clauses === undefined) continue;
    const narrowed: ReadonlySet<string> =
      allowed === undefined ? clauses : new Set([...allowed].filter((id) => clauses.has(id)));
    if (narrowed.size > 0) allowed = narrowed;
  }
  return allowed !== undefined && allowed.size < matcher.wordings.length ? allowed : undefined;
}

function searchAll(matcher: Matcher, texts: readonly string[]): readonly Candidate[] {
  const [first] = texts;
  return first === undefined ? [] : matcher.search(texts.length === 1 ? first : texts.join('。'));
}

const suggested = new WeakMap<readonly Candidate[], readonly Suggestion[]>();

function suggestionsOf(matcher: Matcher, candidates: readonly Candidate[]): readonly Suggestion[] {
  let found = suggested.get(candidates);
  if (found === undefined) {
    found = candidates
      .filter(({ score }) => score >= SUGGEST)
      .map((candidate) => ({ id: idOf(matcher, candidate), score: rounded(candidate.score) }));
    suggested.set(candidates, found);
  }
  return found;
}

function idOf(matcher: Matcher, candidate: Candidate): string {
  return matcher.wordings[candidate.index]?.clause.id ?? '';
}

function scoreOf(found: readonly Suggestion[], id: string): number {
  return found.find((suggestion) => suggestion.id === id)?.score ?? 0;
}

function uncertain(
  suggestions: readonly Suggestion[],
  code: string,
  params: Readonly<Record<string, string | number>>,
): ClauseMatch {
  return { kind: 'uncertain', suggestions, reason: { code, params } };
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;
