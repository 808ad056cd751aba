import { z } from 'zod';
import { clauseSchema } from '../../rulebook/clause';
import { draftRegulation } from '../index';
import { clausesOf, headOf } from '../rulebook';
import type { DraftBook } from '../types';

const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) });
/** A stretch of the source text: offsets from `start` up to, not including, `end`. */
export type Span = z.infer<typeof spanSchema>;

const questionSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});

const itemSchema = z.object({
  /** Stays the same as long as the review lasts. */
  id: z.string(),
  /** Where its words stand in the source, in the order of the text. */
  spans: z.array(spanSchema).min(1),
  /** `open`: nobody has looked at it; `accepted` goes into the rulebook, `dropped` does not. */
  decision: z.enum(['open', 'accepted', 'dropped']),
  clause: clauseSchema,
  questions: z.array(questionSchema),
  confidence: z.number(),
});
export type ReviewItem = z.infer<typeof itemSchema>;

/** A regulation's text on its way to a rulebook: what was read, and what a person decided about it. */
export const reviewSchema = z.object({
  source: z.string(),
  title: z.string(),
  /** Points everybody starts with; null = not stated. */
  base: z.string().nullable(),
  general: z.array(z.string()),
  items: z.array(itemSchema),
  /** Stretches that no clause covers, and why. */
  unread: z.array(z.object({ ...spanSchema.shape, reason: z.string() })),
  /** What a regulation with labelled articles says about the whole: ids, tiers, overlaps. */
  book: z.custom<DraftBook>((value) => typeof value === 'object' && value !== null).exactOptional(),
  /** Number of the next item. */
  next: z.int(),
});
export type Review = z.infer<typeof reviewSchema>;

/** Reads a text; nothing is decided yet. */
export function startReview(source: string): Review {
  const draft = draftRegulation(source);
  const items = clausesOf(draft, () => []).map(({ clause, from }, index): ReviewItem => {
    const questions = from.flatMap((each) => each.questions);
    return {
      id: itemId(index + 1),
      spans: from.map(({ start, end }) => ({ start, end })),
      decision: 'open',
      clause,
      questions: questions.map(({ code, params }) => (params === undefined ? { code } : { code, params })),
      confidence: Math.min(...from.map(({ confidence }) => confidence)),
    };
  });
  const { title, base, general, book } = headOf(draft);
  return {
    source,
    title,
    base,
    general: [...general],
    ...(book === undefined ? {} : { book }),
    items,
    unread: draft.unread.map(({ start, end, reason }) => ({ start, end, reason })),
    next: items.length + 1,
  };
}

export const itemId = (number: number): string => `D-${String(number).padStart(3, '0')}`;

export const isItemId = (id: string): boolean => /^D-\d+$/.test(id);

/** The review as the workbook carries it; undefined where there is none or it cannot be read any more. */
export function readReview(json: unknown): Review | undefined {
  const parsed = reviewSchema.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}

export const findItem = (review: Review, id: string): ReviewItem | undefined =>
  review.items.find((item) => item.id === id);

/** Replaces an item by others; nothing else moves. */
export function replaceItem(review: Review, id: string, by: readonly ReviewItem[]): Review {
  return { ...review, items: review.items.flatMap((item) => (item.id === id ? by : [item])) };
}

export function decide(review: Review, id: string, decision: ReviewItem['decision']): Review {
  const item = findItem(review, id);
  return item === undefined ? review : replaceItem(review, id, [{ ...item, decision }]);
}

/** Whether the text answers everything about the item. */
export const isClear = ({ questions }: ReviewItem): boolean => questions.length === 0;

/** Accepts every open item about which nothing is asked. */
export function acceptClear(review: Review): Review {
  return {
    ...review,
    items: review.items.map((item) =>
      item.decision === 'open' && isClear(item) ? { ...item, decision: 'accepted' } : item,
    ),
  };
}

const UNIT = 'UNIT_MISSING';

/** Open items of which the text does not say what is counted. */
export const withoutUnit = ({ items }: Review): number =>
  items.filter(
    ({ decision, questions }) => decision === 'open' && questions.some(({ code }) => code === UNIT),
  ).length;

/** Answers for all open items at once what is counted where the text does not say it. */
export function setMissingUnits(review: Review, unit: string): Review {
  return {
    ...review,
    items: review.items.map((item) => {
      const { decision, clause, questions } = item;
      if (decision !== 'open' || !questions.some(({ code }) => code === UNIT)) return item;
      return {
        ...item,
        clause: { ...clause, count: { ...clause.count, unit } },
        questions: questions.filter(({ code }) => code !== UNIT),
      };
    }),
  };
}

/** Open items, those with questions first, each group in the order of the text. */
export function openItems(review: Review): readonly ReviewItem[] {
  const open = review.items.filter(({ decision }) => decision === 'open');
  return [...open.filter((item) => !isClear(item)), ...open.filter(isClear)];
}

export interface Progress {
  readonly accepted: number;
  readonly dropped: number;
  readonly open: number;
  /** Open ones with questions. */
  readonly asked: number;
}

export function progressOf({ items }: Review): Progress {
  const count = (decision: ReviewItem['decision']): number =>
    items.filter((item) => item.decision === decision).length;
  return {
    accepted: count('accepted'),
    dropped: count('dropped'),
    open: count('open'),
    asked: items.filter((item) => item.decision === 'open' && !isClear(item)).length,
  };
}
