import { GAP, type NormalText } from './normalise';
import type { DraftClause, Unread, UnreadReason } from './types';

const AMOUNT = /\d(?:\.\d+)?(?:分(?!钟)|元)|扣|罚|奖励|加分/;
const TIERS = /(?:[≥≤<>]=?\d|\d%?>)/g;
const LADDER = 3;

/** The stretches of the text that no rule covers, in order, sentence by sentence. */
export function unreadOf(
  normal: NormalText,
  source: string,
  clauses: readonly DraftClause[],
  headings: readonly { readonly start: number }[],
): Unread[] {
  const covered = clauses.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  const titles = new Set(headings.map((heading) => normal.starts[heading.start] ?? 0));
  const unread: Unread[] = [];
  let next = 0;
  let start = 0;
  const close = (end: number): void => {
    const stretch = trim(source, start, end);
    if (stretch !== undefined)
      unread.push({
        ...stretch,
        reason: reasonFor(source.slice(stretch.start, stretch.end), titles.has(stretch.start)),
      });
    start = end;
  };
  for (let i = 0; i < normal.text.length; i += 1) {
    const at = normal.starts[i] ?? 0;
    while (next < covered.length && (covered[next]?.end ?? 0) <= at) next += 1;
    const cover = covered[next];
    if (cover !== undefined && cover.start <= at) {
      if (start < cover.start) close(cover.start);
      start = Math.max(start, cover.end);
      continue;
    }
    if (
      i > 0 &&
      at > start &&
      (/[。;|]/.test(normal.text.charAt(i - 1)) || (normal.gaps[i] ?? 0) >= GAP.line)
    ) {
      close(normal.ends[i - 1] ?? at);
      start = Math.max(start, normal.ends[i - 1] ?? at);
    }
  }
  close(normal.ends.at(-1) ?? 0);
  for (const place of normal.pageBreaks)
    unread.push({ start: place.start, end: place.end, reason: 'page_break' });
  return unread.sort((a, b) => a.start - b.start || a.end - b.end);
}

const EDGE = /[\s,;。、:|，；：｜.．)）]/;

function trim(source: string, from: number, to: number): { start: number; end: number } | undefined {
  let start = from;
  let end = to;
  while (start < end && EDGE.test(source.charAt(start))) start += 1;
  while (end > start && EDGE.test(source.charAt(end - 1))) end -= 1;
  return end > start ? { start, end } : undefined;
}

function reasonFor(words: string, heading: boolean): UnreadReason {
  if ([...words.normalize('NFKC').matchAll(TIERS)].length >= LADDER) return 'flattened_table';
  if (heading) return 'heading';
  return AMOUNT.test(words.normalize('NFKC')) ? 'unclear_amount' : 'no_score';
}
