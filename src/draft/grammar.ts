import { findBareScores } from './bareScores';
import { clauseOf, priceOf, type Surroundings } from './clauses';
import { findTableScores } from './cells';
import { unreadOf } from './coverage';
import { findMarkers } from './markers';
import { normalise } from './normalise';
import { piecesOf, type Piece } from './pieces';
import { sanctionPieces } from './rules';
import { tailOf } from './sanctions';
import { inheritScores } from './scope';
import { findScores, type Score } from './scores';
import { findHeadings, findStops } from './structure';
import type { Draft, DraftClause } from './types';
import type { Work } from './work';

/**
 * Reads the rules out of running text, lists and tables.
 * @param isIntact the text has lost no signs, so that no digits are taken for a range without its hyphen
 */
export function readRules(source: string, isIntact = false): Draft {
  const normal = normalise(source);
  const { text } = normal;
  const work: Work = { done: source.length };
  const markers = findMarkers(normal);
  const stops = findStops(normal, markers);
  const headings = findHeadings(normal, markers);
  const written = apart([...findScores(normal, stops, work), ...findBareScores(normal, stops)]);
  const scores = apart([...written, ...findTableScores(normal, written)]);
  const { pieces: raw } = piecesOf(normal, stops, scores, work);
  raw.forEach((piece, index) => {
    addTail(text, stops, piece, raw[index + 1]);
  });
  const { pieces, heads } = inheritScores(normal, markers, raw, work);
  const around: Surroundings = { normal, source, headings, amounts: amountsOf(scores), isIntact };

  const prices = new Map<string, Piece>();
  for (const piece of pieces) {
    const sanction = priceOf(piece);
    if (sanction !== undefined) prices.set(sanction, piece);
  }
  const rules = sanctionPieces(normal, stops, pieces, prices, work);
  const scoring = [...pieces.filter((piece) => !rules.spent.has(piece)), ...rules.priced];
  const made = scoring.sort((a, b) => a.start - b.start).map((piece) => clauseOf(piece, around));
  const isScore = (clause: DraftClause): boolean => clause.money_per_point === undefined;
  const clauses = made.filter(isScore);
  const consequences = [
    ...made.filter((clause) => !isScore(clause)).map((clause) => ({ ...clause, direction: 'none' as const })),
    ...rules.unpriced.map((piece) => ruleOf(piece, around)),
  ].sort((a, b) => a.start - b.start);
  return {
    clauses,
    consequences,
    unread: unreadOf(normal, source, [...clauses, ...consequences], [...headings, ...heads]),
    base: baseOf(text),
    title: titleOf(source),
    work: work.done,
  };
}

/** Scores in order, none inside another; of two in one place the longer stays. */
function apart(scores: readonly Score[]): Score[] {
  const kept: Score[] = [];
  for (const score of [...scores].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || score.start >= last.end) kept.push(score);
    else if (score.end > last.end && score.value !== null && last.value === null)
      kept[kept.length - 1] = score;
  }
  return kept;
}

function addTail(text: string, stops: readonly boolean[], piece: Piece, next: Piece | undefined): void {
  const limit = Math.min(text.length, piece.end + 50, next?.start ?? text.length);
  let end = piece.end;
  for (let round = 0; round < 2; round += 1) {
    let stop = end + 1;
    while (stop < limit && stops[stop] !== true) stop += 1;
    const tail = tailOf(text.slice(end, Math.max(end, Math.min(stop, limit))));
    if (tail === undefined) break;
    end += tail.length;
    if (tail.cap !== undefined) piece.cap ??= tail.cap;
    else piece.tail = piece.tail === undefined ? tail.words : `${piece.tail};${tail.words}`;
  }
  piece.end = end;
}

function amountsOf(scores: readonly Score[]): Map<string, number[]> {
  const amounts = new Map<string, number[]>();
  for (const score of scores) {
    if (score.role === 'cap' || score.value === null) continue;
    const list = amounts.get(score.kind) ?? [];
    if (typeof score.value === 'number') list.push(score.value);
    else list.push(...score.value);
    amounts.set(score.kind, list);
  }
  for (const list of amounts.values()) list.sort((a, b) => b - a);
  return amounts;
}

function ruleOf(piece: Piece, around: Surroundings): DraftClause {
  const clause = clauseOf(piece, around);
  return {
    ...clause,
    direction: 'none',
    unit: null,
    questions: clause.questions.filter((question) => question.code !== 'UNIT_MISSING'),
  };
}

const BASE = /(?:基本分|基础分|基准分|满分|总分|起始分)(?:为|是|设|:|共)?(\d{1,5})分|(百)分制/;

function baseOf(text: string): number | null {
  const match = BASE.exec(text);
  if (match === null) return null;
  return match[2] === undefined ? Number(match[1]) : 100;
}

const TITLE = /([^\n\r。;；,，:：|]{2,40}?(?:制度|细则|办法|规定|标准|条例|规范|方案|条款|明细表|考核表))/;

function titleOf(source: string): string | null {
  const match = TITLE.exec(source.slice(0, 400));
  return match?.[1]?.trim() ?? null;
}
