import type { NormalText } from './normalise';
import type { Score } from './scores';
import type { Work } from './work';

/** The words of one rule and the scores in them, in the normal text. */
export interface Piece {
  start: number;
  end: number;
  readonly scores: Score[];
  cap?: string;
  tail?: string;
  /** Amount words of a heading or a general rule that these words take their score from. */
  inherited?: string;
  /** Several amounts for the cases just before, in order. */
  list?: readonly number[];
  /** Direction of the rule before in the same sentence. */
  follows?: Score['direction'];
  /** The score stands alone; the words were taken from the sentences before it. */
  alone?: true;
  /** Words before the score itself. */
  words: string;
}

const LEADING =
  /^(?:[,;。、)|\]!:?.\s]+|\d{1,3}(?=\|)|\d{1,2}(?=\p{Script=Han})(?!\d*(?:分|元|次|天|日|人|起|件|项|个|小时|月|年|周|楼|层|号|点|度|以|户|单|宗|例|处|级|名|位|条|米|倍)))+/u;

/** Where the words of a rule begin at or after `from`: past signs, and row numbers that were glued on. */
export function skipLeading(text: string, from: number, to: number): number {
  const match = LEADING.exec(text.slice(from, to));
  return match === null ? from : from + match[0].length;
}

const CONNECTOR =
  /^(?:[,、]?(?:的|并|且|和|及|另|同时|再|外加|又|还|与|\+|以及|\(|,|、|处以?|给予|并处|每次|一次)*)$/;

/** Puts scores into pieces: different kinds in one breath (`扣20元减2分`) are one rule. */
export function piecesOf(
  normal: NormalText,
  stops: readonly boolean[],
  scores: readonly Score[],
  work: Work,
): { pieces: Piece[]; leftOver: Score[] } {
  const { text } = normal;
  const pieces: Piece[] = [];
  const leftOver: Score[] = [];
  for (const score of scores) {
    const last = pieces.at(-1);
    if (score.role === 'cap') {
      const near =
        last !== undefined &&
        score.start - last.end <= 30 &&
        !text.slice(last.end, score.start).includes('。');
      if (near) {
        last.cap = capWords(score);
        last.end = Math.max(last.end, Math.min(capEnd(text, score.end), text.length));
      } else leftOver.push(score);
      continue;
    }
    if (last !== undefined && joins(text, last, score)) {
      last.scores.push(score);
      last.end = score.end;
      continue;
    }
    if (last !== undefined && continuesList(text, last, score)) {
      const first = last.scores[0];
      const values = [...(last.list ?? [first?.value]), score.value];
      if (values.every((value) => typeof value === 'number')) {
        last.list = values;
        last.end = score.end;
        continue;
      }
    }
    const { start, alone } = startOf(text, stops, last?.end ?? 0, score.start, work);
    const same = last !== undefined && start - last.end <= 3 && !/[。;|]/.test(text.slice(last.end, start));
    const follows = same ? (last.follows ?? last.scores[0]?.direction) : undefined;
    pieces.push({
      start,
      end: score.end,
      scores: [score],
      words: text.slice(start, score.start),
      ...(follows === undefined ? {} : { follows }),
      ...(alone ? { alone } : {}),
    });
  }
  return { pieces, leftOver };
}

const capWords = (score: Score): string => {
  const unit = score.kind === 'points' ? '分' : score.kind === 'money' ? '元' : '';
  return Array.isArray(score.value)
    ? `${score.value.join('-')}${unit}`
    : `${String(score.value ?? '')}${unit}`;
};

const capEnd = (text: string, end: number): number => {
  const match = /^(?:封顶|为(?:上)?限|为止)/.exec(text.slice(end, end + 4));
  return end + (match?.[0].length ?? 0);
};

function joins(text: string, last: Piece, score: Score): boolean {
  if (last.scores.some((other) => other.kind === score.kind || other.role === 'start')) return false;
  if (score.start < last.end) return true;
  return score.start - last.end <= 8 && CONNECTOR.test(text.slice(last.end, score.start));
}

function continuesList(text: string, last: Piece, score: Score): boolean {
  const first = last.scores[0];
  if (first?.kind !== score.kind) return false;
  return score.listed === true && /^[,、]$/.test(text.slice(last.end, score.start));
}

/** The first of the words that belong to a score: after the last stop or the rule before. */
function startOf(
  text: string,
  stops: readonly boolean[],
  previous: number,
  at: number,
  work: Work,
): { start: number; alone: boolean } {
  let from = at;
  while (from > previous && stops[from] !== true) from -= 1;
  work.done += at - from;
  const near = skipLeading(text, Math.max(from, previous), at);
  if (ownWords(text.slice(near, at)) > 1) return { start: near, alone: false };
  // Only an amount: the words stand in the cells, lines or sentences before.
  const limit = Math.max(previous, at - MAX_BACK);
  while (from > limit) {
    from -= 1;
    while (from > limit && stops[from] !== true) from -= 1;
    const start = skipLeading(text, Math.max(from, previous), at);
    work.done += at - start;
    const words = text.slice(start, at);
    if (ownWords(words) >= 4 && text.charAt(from - 1) !== '。') {
      return { start, alone: !/[|;]/.test(words) && words.includes('。') };
    }
  }
  return { start: skipLeading(text, Math.max(from, previous), at), alone: true };
}

const MAX_BACK = 250;

const AMOUNT_WORDS =
  /每(?:次|发现|项|人|件)*|违反|违者|违犯|出现|发现|一次|1次|一项|的|者|以上|各项|一律|给予|处以?|[^\p{Script=Han}]/gu;

/** How many characters say what the rule is about, besides words that go with any amount. */
export function ownWords(words: string): number {
  return words.replace(AMOUNT_WORDS, '').length;
}
