import type { Marker } from './markers';
import { GAP, type NormalText } from './normalise';
import { ownWords, skipLeading, type Piece } from './pieces';
import type { Work } from './work';

const LEAD_IN = /下列|以下|如下|之一/;
const LOOKING_BACK = /^(?:凡|对)?(?:有|违反)?(?:以上|上述)(?!月|考核未)/;
const PER_CASE = /每|违反|违者|之一|一次|一项|任何|任意/;
const HEADING_REACH = 40;

/**
 * Gives the items under a heading with an amount (`下列行为之一的,每次扣2分:`, `陈列:(10元/人次罚款)`) that
 * amount, and the items before a rule that looks back on them (`以上每违反一项扣2分`). The heading is then no
 * rule of its own.
 */
export function inheritScores(
  normal: NormalText,
  markers: readonly Marker[],
  pieces: readonly Piece[],
  work: Work,
): Inheritance {
  const { text } = normal;
  const result: Piece[] = [];
  const heads: Piece[] = [];
  const within = pieceFinder(pieces);
  for (const piece of pieces) {
    const heirs = isPriced(piece)
      ? [...itemsAfter(normal, markers, piece, within), ...itemsBefore(text, markers, piece, within)]
      : [];
    if (heirs.length === 0) {
      result.push(piece);
      continue;
    }
    heads.push(piece);
    const source = text.slice(piece.start, piece.end).slice(0, 60);
    for (const heir of heirs) {
      const words = text.slice(heir.start, heir.end);
      work.done += heir.end - heir.start;
      result.push({
        start: heir.start,
        end: heir.end,
        scores: piece.scores,
        inherited: source,
        words: `${words}${piece.words}`,
        ...(piece.tail === undefined ? {} : { tail: piece.tail }),
        ...(piece.cap === undefined ? {} : { cap: piece.cap }),
      });
    }
  }
  return { pieces: result.sort((a, b) => a.start - b.start), heads };
}

export interface Inheritance {
  readonly pieces: Piece[];
  /** Headings and general rules whose amount went to others. */
  readonly heads: readonly Piece[];
}

const isPriced = (piece: Piece): boolean => piece.list === undefined && piece.scores[0]?.role === undefined;

interface Span {
  readonly start: number;
  readonly end: number;
}

type Within = (span: Span) => boolean;

/** Whether a score stands in a span; pieces are sorted, so a binary search finds it. */
function pieceFinder(pieces: readonly Piece[]): Within {
  const ats = pieces.flatMap((piece) => piece.scores.map((score) => score.start)).sort((a, b) => a - b);
  return ({ start, end }) => {
    let low = 0;
    let high = ats.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ats[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (ats[low] ?? Infinity) < end;
  };
}

function itemsAfter(normal: NormalText, markers: readonly Marker[], piece: Piece, within: Within): Span[] {
  const { text } = normal;
  const first = firstMarkerFrom(markers, piece.end);
  const next = markers[first];
  if (next === undefined || next.start - piece.end > HEADING_REACH) return [];
  if (next.ordinal !== undefined && next.ordinal !== 1) return [];
  const between = text.slice(piece.end, next.start);
  if (within({ start: piece.end, end: next.start })) return [];
  const bracketed =
    between.startsWith(')') && text.slice(Math.max(0, piece.start - 1), piece.end).includes('(');
  const announced = /^\)?[^。;]{0,4}:/.test(between) || LEAD_IN.test(text.slice(piece.start, piece.end));
  if (!announced && !(bracketed && !between.includes('。'))) return [];
  const spans: Span[] = [];
  if (bracketed && ownWords(between) >= 4) spans.push(trimmed(text, { start: piece.end, end: next.start }));
  const ancestors = kindsAbove(markers, first);
  let ordinal = next.ordinal;
  for (let i = first; i < markers.length; i += 1) {
    const marker = markers[i];
    if (marker === undefined) break;
    if (marker.kind === next.kind) {
      if (i > first && marker.ordinal !== undefined && marker.ordinal !== (ordinal ?? 0) + 1) break;
      ordinal = marker.ordinal;
    } else if (ancestors.has(marker.kind)) break;
    const following = markers[i + 1];
    const last =
      following === undefined ||
      (following.kind === next.kind
        ? following.ordinal !== (ordinal ?? 0) + 1
        : ancestors.has(following.kind));
    const end = following?.start ?? text.length;
    const span = trimmed(text, { start: marker.end, end: last ? endOfItem(normal, marker.end, end) : end });
    if (!within(span) && ownWords(text.slice(span.start, span.end)) >= 2) spans.push(span);
  }
  return spans;
}

/** Kinds of numbering in force above the list that starts at `index`. */
function kindsAbove(markers: readonly Marker[], index: number): Set<string> {
  const kind = markers[index]?.kind;
  const stack: string[] = [];
  for (const marker of markers.slice(Math.max(0, index - 200), index)) {
    const at = stack.indexOf(marker.kind);
    if (at >= 0) stack.length = at;
    stack.push(marker.kind);
  }
  return new Set(stack.filter((above) => above !== kind));
}

const ITEM_LIMIT = 200;

/** The last item of a list ends with its sentence or its line. */
function endOfItem({ text, gaps }: NormalText, from: number, to: number): number {
  const limit = Math.min(to, from + ITEM_LIMIT);
  for (let i = from + 1; i < limit; i += 1) {
    if (text.charAt(i - 1) === '。' || (gaps[i] ?? 0) >= GAP.block) return i;
  }
  return limit;
}

function itemsBefore(text: string, markers: readonly Marker[], piece: Piece, within: Within): Span[] {
  const words = text.slice(piece.start, piece.end);
  if (!LOOKING_BACK.test(words) || !PER_CASE.test(words) || piece.scores[0]?.direction === 'bonus') return [];
  const spans: Span[] = [];
  let index = firstMarkerFrom(markers, piece.start) - 1;
  const kind = markers[index]?.kind;
  let end = piece.start;
  for (; index >= 0; index -= 1) {
    const marker = markers[index];
    if (marker?.kind !== kind || marker === undefined) break;
    const span = trimmed(text, { start: marker.end, end });
    if (within(span)) return [];
    spans.unshift(span);
    if (marker.ordinal === 1) break;
    end = marker.start;
  }
  return spans.length >= 2 ? spans : [];
}

/** Index of the first marker at or after a place. */
export function firstMarkerFrom(markers: readonly Marker[], at: number): number {
  let low = 0;
  let high = markers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((markers[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function trimmed(text: string, span: Span): Span {
  const start = skipLeading(text, span.start, span.end);
  let end = span.end;
  while (end > start && /[,;。、:|\s]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
