import type { Clause } from '../../rulebook/clause';
import { draftRegulation } from '../index';
import { clauseTitle } from '../clauseTitle';
import { question } from '../question';
import { clausesOf } from '../rulebook';
import { findItem, itemId, replaceItem, type Review, type ReviewItem, type Span } from './review';

type Question = ReviewItem['questions'][number];

/**
 * Makes two items of one, parted at an offset of the source inside it. Each part states the amounts of its own words;
 * a part without any takes those of the clause as it was, and that is asked about.
 */
export function splitItem(review: Review, id: string, at: number): Review {
  const item = findItem(review, id);
  const parted = item === undefined ? undefined : partSpans(review.source, item.spans, at);
  if (item === undefined || parted === undefined) return review;
  const [before, after] = parted.map((spans, index) => {
    const isFirst = index === 0;
    const own = isFirst ? item.id : itemId(review.next);
    return partOf(review.source, item, { item: own, clause: isFirst ? item.clause.id : own }, spans);
  });
  if (before === undefined || after === undefined) return review;
  return { ...replaceItem(review, id, [before, after]), next: review.next + 1 };
}

/** Whether there are words on both sides of the offset. */
export const canSplit = (review: Review, id: string, at: number): boolean =>
  partSpans(review.source, findItem(review, id)?.spans ?? [], at) !== undefined;

function partSpans(source: string, spans: readonly Span[], at: number): [Span[], Span[]] | undefined {
  const before = spans.flatMap(({ start, end }) => (start < at ? [{ start, end: Math.min(end, at) }] : []));
  const after = spans.flatMap(({ start, end }) => (end > at ? [{ start: Math.max(start, at), end }] : []));
  const hasWords = (parts: readonly Span[]): boolean => wordsOf(source, parts) !== '';
  return hasWords(before) && hasWords(after) ? [before, after] : undefined;
}

/** Words at the edges that part clauses but belong to none. */
const EDGES = /^[\s,，;；、。]+|[\s,，;；、]+$/g;

const wordsOf = (source: string, spans: readonly Span[]): string =>
  spans
    .map(({ start, end }) => source.slice(start, end))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(EDGES, '');

function partOf(
  source: string,
  whole: ReviewItem,
  ids: { readonly item: string; readonly clause: string },
  spans: Span[],
): ReviewItem {
  const words = wordsOf(source, spans);
  const read = readWords(words);
  const statement = { zh: words, en: words };
  const short = clauseTitle(words);
  const named = {
    id: ids.clause,
    title: { zh: short, en: short },
    statement,
    category: whole.clause.category,
  };
  const base = { id: ids.item, spans, decision: 'open' as const, confidence: whole.confidence };
  if (read !== undefined) {
    return {
      ...base,
      clause: { ...read.clause, ...named, citation: whole.clause.citation },
      questions: read.questions,
    };
  }
  const from = wordsOf(source, whole.spans).slice(-24);
  return {
    ...base,
    clause: { ...whole.clause, ...named },
    questions: [...whole.questions, question('INHERITED', { from })],
  };
}

/** The one clause that words say with an amount of their own. */
function readWords(words: string): { clause: Clause; questions: Question[] } | undefined {
  const read = clausesOf(draftRegulation(words), () => []);
  const [only, second] = read;
  if (only === undefined || second !== undefined) return undefined;
  if (only.from.some(({ inherited }) => inherited !== undefined)) return undefined;
  const questions = only.from.flatMap((each) => each.questions);
  return {
    clause: only.clause,
    questions: questions.map(({ code, params }) => (params === undefined ? { code } : { code, params })),
  };
}

/** Joins an item with the one after it: the words of both, the amounts of the first that states any. */
export function mergeWithNext(review: Review, id: string): Review {
  const index = review.items.findIndex((item) => item.id === id);
  const [first, second] = [review.items[index], review.items[index + 1]];
  if (first === undefined || second === undefined) return review;
  const spans = [...first.spans, ...second.spans];
  const words = [first, second].map(({ clause }) => clause.statement.zh.replace(EDGES, '')).join('；');
  const stated = first.clause.effects.some(isStated) ? first : second;
  const differ =
    second.clause.effects.some(isStated) &&
    JSON.stringify(stated.clause.effects) !== JSON.stringify(second.clause.effects);
  const merged: ReviewItem = {
    ...first,
    spans,
    decision: 'open',
    confidence: Math.min(first.confidence, second.confidence),
    clause: {
      ...stated.clause,
      id: first.clause.id,
      title: first.clause.title,
      category: first.clause.category,
      statement: { zh: words, en: words },
    },
    questions: [...stated.questions, ...(differ ? [question('MERGED')] : [])],
  };
  return { ...review, items: [...review.items.slice(0, index), merged, ...review.items.slice(index + 2)] };
}

const isStated = (effect: Clause['effects'][number]): boolean =>
  !('kind' in effect && effect.kind === 'unset');

/** Makes an item of words that no clause covers: as they read alone, else with the amount left open. */
export function addPassage(review: Review, span: Span): Review {
  const words = wordsOf(review.source, [span]);
  if (words === '') return review;
  const read = readWords(words);
  const id = itemId(review.next);
  const short = clauseTitle(words);
  const statement = { zh: words, en: words };
  const open: Clause = {
    id,
    category: review.items[0]?.clause.category ?? '其他',
    title: { zh: short, en: short },
    statement,
    citation: review.items[0]?.clause.citation ?? { source: 'text', section: '正文' },
    subject: 'agent',
    count: { mode: 'occurrence', unit: '次' },
    effects: [{ type: 'points', dir: 'deduct', kind: 'unset', value: null }],
  };
  const item: ReviewItem = {
    id,
    spans: [span],
    decision: 'open',
    confidence: 0,
    clause: read === undefined ? open : { ...read.clause, id, statement },
    questions: read?.questions ?? [question('UNIT_MISSING'), question('AMOUNT_MISSING', { found: short })],
  };
  const at = review.items.findIndex(({ spans }) => (spans[0]?.start ?? 0) > span.start);
  const place = at < 0 ? review.items.length : at;
  return {
    ...review,
    items: [...review.items.slice(0, place), item, ...review.items.slice(place)],
    unread: review.unread.flatMap((each) => withoutSpan(each, span)),
    next: review.next + 1,
  };
}

function withoutSpan(each: Review['unread'][number], { start, end }: Span): Review['unread'] {
  if (end <= each.start || start >= each.end) return [each];
  return [
    { ...each, end: start },
    { ...each, start: end },
  ].filter((part) => part.end > part.start);
}
