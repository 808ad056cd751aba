import { formOf, type BoundForm } from '../../draft/review/correct';
import type { AmountFields } from '../../rulebook/edit/effectForm';
import { takesAttendance } from '../../draft/review/attendance';
import type { Review, ReviewItem, Span } from '../../draft/review/review';
import { t, type Language, type TextKey } from '../../i18n';
import type { Clause } from '../../rulebook/clause';
import type { Settlement } from './settle';

/** Keeps the review in the workbook, so that it goes on where it was left. */
export const saveReview =
  (review: Review): Settlement =>
  (state) => ({ ...state, review });

export const dropReview: Settlement = ({ review: _review, ...state }) => state;

/** What is asked about an item, as sentences. */
export const questionTexts = ({ questions }: ReviewItem, language: Language): string[] =>
  questions.map(({ code, params }) => t(language, `draft.${code}` as TextKey, params ?? {}));

/** What a clause costs or brings, and how it counts, in short words. */
export function clauseWords(clause: Clause, language: Language): string[] {
  const { effects, bound, unit } = formOf(clause);
  const amounts = effects.filter((effect) => effect.is === 'amount');
  const say = (key: TextKey, params: Record<string, string> = {}): string => t(language, key, params);
  const others = clause.effects.flatMap((effect) =>
    effect.type === 'discipline'
      ? effect.options
      : effect.type === 'obligation' || effect.type === 'liability'
        ? [effect.text]
        : [],
  );
  const { count, multiplier } = clause;
  const words = [
    ...amounts.map((amount) => amountWords(amount, say)),
    ...others,
    ...(count.mode === 'treat_as' ? [say('review.words.treatAs', { as: count.as })] : []),
  ];
  return [
    ...(words.length === 0 ? [say('review.words.none')] : words),
    unit === '' ? say('review.words.unit.open') : say('review.words.unit', { unit }),
    ...(bound === undefined ? [] : [boundWords(bound, say)]),
    ...(multiplier === undefined ? [] : [say('review.words.multiplier', { factor: multiplier.factor })]),
    ...(takesAttendance(clause) ? [say('review.words.attendance')] : []),
  ];
}

function boundWords(
  { value, unit, isInclusive, upTo, isEndInclusive }: BoundForm,
  say: (key: TextKey, params?: Record<string, string>) => string,
): string {
  const from = say(isInclusive ? 'review.words.bound' : 'review.words.bound.open', { value, unit });
  if (upTo === '') return from;
  const to = say(isEndInclusive ? 'review.words.upTo' : 'review.words.below', { value: upTo, unit });
  return value === '0' ? to : `${from} ${to}`;
}

function amountWords(
  { type, dir, kind, low, high }: AmountFields,
  say: (key: TextKey, params?: Record<string, string>) => string,
): string {
  const what = say(`edit.effect.${type}.${dir}` as TextKey);
  if (low === '') return say('review.words.unset', { what });
  const params = { what, low, high, unit: say(`edit.unit.${type}`) };
  if (kind === 'range') return say('review.words.range', params);
  return say(kind === 'min' ? 'review.words.minimum' : 'review.words.exact', params);
}

/** A stretch of the source: of an item, or of none. */
export interface SourcePart extends Span {
  readonly text: string;
  /** The item it belongs to. */
  readonly item?: ReviewItem;
}

/** The whole source in order; where items share words, the first has them. */
export function sourceParts({ source, items }: Review): SourcePart[] {
  const marks = items
    .flatMap((item) => item.spans.map((span) => ({ ...span, item })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: SourcePart[] = [];
  let at = 0;
  for (const { start, end, item } of marks) {
    const from = Math.max(start, at);
    if (from > at) parts.push({ start: at, end: from, text: source.slice(at, from) });
    if (end > from) parts.push({ start: from, end, text: source.slice(from, end), item });
    at = Math.max(at, end);
  }
  if (at < source.length) parts.push({ start: at, end: source.length, text: source.slice(at) });
  return parts;
}

const PAUSES = /[,，;；、。\n]+/g;
const AROUND = 8;

/** A place at which an item may be parted, with the words around it. */
export interface SplitPlace {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

export function splitPlaces({ source }: Review, { spans }: ReviewItem): SplitPlace[] {
  return spans.flatMap(({ start, end }) =>
    [...source.slice(start, end).matchAll(PAUSES)].flatMap((match): SplitPlace[] => {
      const at = start + match.index + match[0].length;
      const before = source.slice(Math.max(start, at - match[0].length - AROUND), at);
      const after = source.slice(at, Math.min(end, at + AROUND));
      return after.trim() === '' ? [] : [{ at, before: oneLine(before), after: oneLine(after) }];
    }),
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Stretches that no clause covers and that say something, those that speak of amounts first. */
export function unreadPassages({
  source,
  unread,
}: Review): readonly (Span & { text: string; reason: string })[] {
  const said = unread
    .map((each) => ({ ...each, text: oneLine(source.slice(each.start, each.end)) }))
    .filter(({ text }) => text !== '');
  const isPressing = ({ reason }: { reason: string }): boolean =>
    reason === 'unclear_amount' || reason === 'flattened_table';
  return [...said.filter(isPressing), ...said.filter((each) => !isPressing(each))];
}
