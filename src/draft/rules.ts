import type { NormalText } from './normalise';
import { skipLeading, type Piece } from './pieces';
import { SANCTION } from './sanctions';
import type { Work } from './work';

export interface Rules {
  /** Rules with a sanction whose price the text states elsewhere. */
  readonly priced: Piece[];
  readonly unpriced: Piece[];
  /** The statements of prices that went into other rules. */
  readonly spent: ReadonlySet<Piece>;
}

const NOT_A_RULE = /(?:被|受到?|遭|的|之前|予以)$/;

/** Rules that bring a sanction or a conversion and no score of their own. */
export function sanctionPieces(
  normal: NormalText,
  stops: readonly boolean[],
  pieces: readonly Piece[],
  prices: ReadonlyMap<string, Piece>,
  work: Work,
): Rules {
  const { text } = normal;
  const priced: Piece[] = [];
  const unpriced: Piece[] = [];
  const spent = new Set<Piece>();
  let previous = 0;
  let next = 0;
  for (const match of text.matchAll(SANCTION)) {
    const at = match.index;
    const end = at + match[0].length;
    while ((pieces[next]?.end ?? Infinity) <= at) next += 1;
    const piece = pieces[next];
    if (piece !== undefined && piece.start < end && at < piece.end) continue;
    const before = pieces[next - 1]?.end ?? 0;
    let from = at;
    const least = Math.max(previous, before, at - 150);
    while (from > least && stops[from] !== true) from -= 1;
    work.done += end - from;
    const start = skipLeading(text, Math.max(from, least), at);
    if (NOT_A_RULE.test(text.slice(start, at))) continue;
    const last = unpriced.at(-1);
    if (last !== undefined && at - last.end <= 12 && !/[。;|]/.test(text.slice(last.end, at))) {
      last.end = end;
      last.tail = `${last.tail ?? ''};${match[0]}`;
      previous = end;
      continue;
    }
    const price = [...prices].find(([sanction]) => match[0].includes(sanction));
    previous = end;
    if (price !== undefined && price[1].start !== start) {
      const words = text.slice(start, end);
      const counted = /[一1]次/.test(match[0]);
      const scores = counted
        ? price[1].scores.map((score) => ({ ...score, unitAfter: '次' }))
        : price[1].scores;
      priced.push({
        start,
        end,
        scores,
        inherited: text.slice(price[1].start, price[1].end),
        tail: match[0],
        words,
      });
      spent.add(price[1]);
      continue;
    }
    unpriced.push({ start, end, scores: [], tail: match[0], words: text.slice(start, at) });
  }
  return { priced, unpriced, spent };
}
