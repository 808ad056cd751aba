import { categoryOf } from './categories';
import { looksSplit, splitDigits } from './damage';
import type { NormalText, PageBreak } from './normalise';
import type { Piece } from './pieces';
import type { Score } from './scores';
import { pricedSanction } from './sanctions';
import type { Heading } from './structure';
import { thresholdOf } from './thresholds';
import type { Amount, Direction, DraftClause, Question } from './types';
import { halfDayBefore, unitAlone, unitBefore } from './units';
import { question } from './question';

/** What the whole text tells about one rule. */
export interface Surroundings {
  readonly normal: NormalText;
  readonly source: string;
  readonly headings: readonly Heading[];
  /** Single amounts of the text, by kind, largest first, to compare with. */
  readonly amounts: ReadonlyMap<string, readonly number[]>;
  /** No sign of the text is lost. */
  readonly isIntact: boolean;
}

const DISCRETION = /酌情|视[^,;。]{0,10}(?:情况|情节|程度|后果|轻重|内容)|根据[^,;。]{0,8}(?:情况|情节|轻重)/;
const GLUED = /[^,;。:]{12,}的(?=无|未|不|擅自|上班|有|因|对|违)[^,;。:]{8,}/;

const GLUED_WINDOW = 200;

interface Money {
  points: Amount | null;
  money: Amount | null;
  percent: Amount | null;
  multiplier: number | null;
  wageDays?: number;
  wageHours?: number;
  moneyPerPoint?: number;
}

/** Makes the clause of a piece: amounts, unit, bounds, and what has to be asked. */
export function clauseOf(piece: Piece, around: Surroundings): DraftClause {
  const { normal } = around;
  const questions: Question[] = piece.scores.flatMap((score) => score.questions);
  const words = piece.words;
  const full = `${normal.text.slice(piece.start, piece.end)}`;
  const discretion = piece.scores.some((score) => score.discretion === true) || DISCRETION.test(full);
  const heading = headingBefore(around.headings, piece.start);
  const amounts: Money = { points: null, money: null, percent: null, multiplier: null };
  let lost: string | undefined;
  for (const score of piece.scores) {
    const split = lostHyphen(score, around, discretion);
    if (split !== undefined) {
      lost = `${split[0]}-${split[1]}`;
      questions.push(question('LOST_HYPHEN', { found: score.digits ?? '', low: split[0], high: split[1] }));
    }
    put(amounts, score, split ?? score.value, piece.list);
  }
  const unit = unitOf(piece);
  const found = direction(piece, full, heading, around);
  questions.push(...found.questions);
  const threshold = thresholdOf(words);
  if (threshold !== undefined) questions.push(...threshold.questions);
  const lostBound = threshold?.questions.find((question) => question.code === 'LOST_HYPHEN')?.params;
  if (lostBound !== undefined) lost ??= `${lostBound.low ?? ''}-${lostBound.high ?? ''}`;
  if (pageBreakIn(piece, normal.pageBreaks)) questions.push(question('PAGE_BREAK'));
  if (piece.inherited !== undefined) questions.push(question('INHERITED', { from: piece.inherited }));
  if (piece.alone === true) questions.push(question('ALONE'));
  if (piece.inherited === undefined && GLUED.test(words.slice(-GLUED_WINDOW)))
    questions.push(question('GLUED'));
  if (unit.unit === null && found.direction !== 'score_tier' && amounts.multiplier === null)
    questions.push(question('UNIT_MISSING'));
  if (piece.scores.some((score) => score.minimum === true)) questions.push(question('MINIMUM'));
  const weight = weightOf(heading);
  const largest = largestOf(amounts.points);
  if (found.direction === 'deduct' && weight !== undefined && largest > weight) {
    questions.push(question('MORE_THAN_ITEM', { found: largest, weight }));
  }
  const consequence = [piece.tail, ...piece.scores.map((score) => score.consequence)]
    .filter((text) => text !== undefined && text !== '')
    .join(';');
  const who = whoOf(full);
  const percentOf = piece.scores.find((score) => score.percentOf !== undefined)?.percentOf;
  const span = sourceSpan(normal, piece.start, piece.end);
  const asked = distinct(questions);
  return {
    text: around.source.slice(span.start, span.end),
    ...span,
    category: categoryOf(full, heading?.words ?? ''),
    direction: found.direction,
    points: amounts.points,
    ...(piece.scores.some((score) => score.minimum === true) ? { minimum: true as const } : {}),
    unit: unit.unit,
    money: amounts.money,
    percent: amounts.percent,
    ...(percentOf === undefined ? {} : { percent_of: percentOf }),
    ...(amounts.wageDays === undefined ? {} : { wage_days: amounts.wageDays }),
    ...(amounts.wageHours === undefined ? {} : { wage_hours: amounts.wageHours }),
    ...(amounts.moneyPerPoint === undefined ? {} : { money_per_point: amounts.moneyPerPoint }),
    threshold: threshold?.text ?? null,
    ...(unit.step === undefined ? {} : { per_step: unit.step }),
    multiplier: amounts.multiplier,
    cap: piece.cap ?? null,
    consequence: consequence === '' ? null : consequence,
    ...(who === undefined ? {} : { who }),
    ...(discretion ? { discretion: true as const } : {}),
    ...(heading === undefined ? {} : { section: sourceText(around, heading) }),
    ...(piece.inherited === undefined ? {} : { inherited: piece.inherited }),
    ...(lost === undefined ? {} : { lost_hyphen: lost }),
    ...(piece.scores.some((score) => score.placeholder === true) ? { placeholder: true as const } : {}),
    confidence: confidenceOf(asked, unit.unit),
    questions: asked,
  };
}

function lostHyphen(
  score: Score,
  around: Surroundings,
  discretion: boolean,
): readonly [number, number] | undefined {
  if (around.isIntact || score.digits === undefined || (score.kind !== 'points' && score.kind !== 'money'))
    return undefined;
  const value = Number(score.digits);
  const [first, second] = around.amounts.get(score.kind) ?? [];
  const others = (around.amounts.get(score.kind)?.length ?? 1) - 1;
  const largest = value === first ? second : first;
  return looksSplit(score.digits, { count: others, largest: largest ?? 0 }, discretion)
    ? splitDigits(score.digits)
    : undefined;
}

function put(amounts: Money, score: Score, value: Score['value'], list: readonly number[] | undefined): void {
  const amount: Amount | null = list ?? value;
  if (score.role === 'per_point') {
    if (typeof value === 'number') amounts.moneyPerPoint = value;
    return;
  }
  switch (score.kind) {
    case 'points':
      amounts.points = amount;
      break;
    case 'money':
      amounts.money = amount;
      break;
    case 'percent':
      amounts.percent = amount;
      break;
    case 'wage_days':
      if (typeof value === 'number') amounts.wageDays = value;
      break;
    case 'wage_hours':
      if (typeof value === 'number') amounts.wageHours = value;
      break;
    case 'multiplier':
      amounts.multiplier = typeof value === 'number' ? value : null;
      break;
    case 'forfeit':
      break;
  }
}

/** The unit of a piece: written after an amount, or before the first one. */
export function unitOf(piece: Piece): { unit: string | null; step?: string } {
  const after = piece.scores.find((score) => score.unitAfter !== undefined)?.unitAfter;
  const before = unitBefore(piece.words);
  if (after !== undefined) {
    const step =
      after === '分钟' || after === '小时' || after === '百分点'
        ? `1${after === '百分点' ? '个百分点' : after}`
        : before?.step;
    return { unit: after, ...(step === undefined ? {} : { step }) };
  }
  if (halfDayBefore(piece.words)) return { unit: '半天' };
  if (before === undefined) return { unit: unitAlone(piece.words) ?? null };
  return { unit: before.unit, ...(before.step === undefined ? {} : { step: before.step }) };
}

function direction(
  piece: Piece,
  full: string,
  heading: Heading | undefined,
  around: Surroundings,
): { direction: Direction; questions: Question[] } {
  const known = piece.scores.find((score) => score.direction !== 'unknown')?.direction;
  if (known !== undefined && known !== 'unknown') return { direction: known, questions: [] };
  if (piece.follows !== undefined && piece.follows !== 'unknown')
    return { direction: piece.follows, questions: [] };
  const near = heading?.words ?? '';
  if (/奖|加分/.test(full) && !/罚|扣/.test(full)) return { direction: 'bonus', questions: [] };
  const breach = /未|不(?!断)|违|擅自|私自|迟到|早退|旷工|缺|错|漏|乱|罚|扣/.test(full);
  if (/奖励|加分|正激励/.test(near) && !/罚|扣|惩/.test(near)) {
    return breach
      ? { direction: 'deduct', questions: [question('DIRECTION')] }
      : { direction: 'bonus', questions: [] };
  }
  const told = around.headings.some((other) => other.start < piece.start && /罚|扣|违|惩/.test(other.words));
  return {
    direction: 'deduct',
    questions: told || breach || full.includes('无') ? [] : [question('DIRECTION')],
  };
}

const WHO_NAMES =
  '促销员|主管|班长|组长|经理|店长|部门负责人|责任部门负责人|负责人|责任人|当事人|管理人员|管理者|部门主管|直接主管|领班|直接责任人|连带责任人|前台接待员?|新员工|试用期员工|窗口负责人';
const WHO = new RegExp(`^(${WHO_NAMES})(?=则|按|扣|罚|处|当月|的|另|同时)`);
const WHOM = new RegExp(`[扣罚处](?:罚|款|除|减)?(${WHO_NAMES})`);

function whoOf(full: string): string | undefined {
  const whom = WHOM.exec(full)?.[1];
  if (whom !== undefined) return whom;
  const last = full.split(/[,;。:(]/).findLast((part) => WHO.test(part));
  return last === undefined ? /适用(?:于)?([\p{Script=Han}]{2,8})\)?$/u.exec(full)?.[1] : WHO.exec(last)?.[1];
}

export function headingBefore(headings: readonly Heading[], at: number): Heading | undefined {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1];
}

function weightOf(heading: Heading | undefined): number | undefined {
  const match = /\((\d+(?:\.\d+)?)分\)$/.exec(heading?.words ?? '');
  return match === null ? undefined : Number(match[1]);
}

const largestOf = (amount: Amount | null): number =>
  amount === null ? 0 : typeof amount === 'number' ? amount : Math.max(0, ...amount);

function pageBreakIn(piece: Piece, breaks: readonly PageBreak[]): boolean {
  return breaks.some((place) => place.at > piece.start && place.at < piece.end);
}

/** The source span of a span of the normal text. */
export function sourceSpan(normal: NormalText, start: number, end: number): { start: number; end: number } {
  const from = normal.starts[start] ?? 0;
  return { start: from, end: Math.max(from, normal.ends[end - 1] ?? from) };
}

const sourceText = ({ normal, source }: Surroundings, span: { start: number; end: number }): string => {
  const { start, end } = sourceSpan(normal, span.start, span.end);
  return source.slice(start, end);
};

export function distinct(questions: readonly Question[]): Question[] {
  const seen = new Set<string>();
  return questions.filter((question) => {
    const key = `${question.code} ${JSON.stringify(question.params ?? {})}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How much each doubt takes from certainty. */
const DOUBTS: Readonly<Record<string, number>> = {
  LOST_HYPHEN: 0.6,
  PAGE_BREAK: 0.35,
  PLACEHOLDER: 0.4,
  AMOUNT_MISSING: 0.5,
  AMOUNT_OPEN: 0.25,
  RANGE_REVERSED: 0.4,
  NO_AMOUNT_UNIT: 0.2,
  WHOLE_ITEM: 0.2,
  DIRECTION: 0.3,
  INHERITED: 0.15,
  GLUED: 0.3,
  ALONE: 0.25,
  MORE_THAN_ITEM: 0.2,
  TABLE_NUMBER: 0.35,
  BARE_POINTS: 0.35,
  THRESHOLD_OPEN: 0.2,
  LINE_UNREAD: 0.3,
  CONDITION_UNREAD: 0.5,
  STATEMENT_DIFFERS: 0.4,
  UNIT_DIFFERS: 0.3,
  ID_TWICE: 0.3,
  REFERENCE_GONE: 0.3,
};

export function confidenceOf(questions: readonly Question[], unit: string | null): number {
  let left = unit === null ? 0.9 : 0.95;
  for (const question of questions) left *= 1 - (DOUBTS[question.code] ?? 0.03);
  return Math.round(left * 100) / 100;
}

/** The sanction that a piece puts a price on, if it does. */
export const priceOf = (piece: Piece): string | undefined => pricedSanction(piece.words);
