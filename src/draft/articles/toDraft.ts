import type { Clause } from '../../rulebook/clause';
import type { Count } from '../../rulebook/counting';
import { isAmount, type AmountEffect, type AmountType, type Effect } from '../../rulebook/effects';
import type { Label } from '../../rulebook/print/labels';
import { confidenceOf, distinct } from '../clauses';
import { UNKNOWN_UNIT } from '../countOf';
import { question } from '../question';
import type { Amount, DraftClause, Question } from '../types';
import type { Article } from './blocks';
import { resolveSwitch } from '../../rulebook/primitives';

/** An article as a draft clause: what its lines state, summed up in the fields that every draft clause has. */
export function draftClauseOf(
  article: Article,
  clause: Clause,
  source: string,
  asked: readonly Question[],
): DraftClause {
  const amounts = clause.effects.filter(isAmount);
  const unit = clause.count.unit === UNKNOWN_UNIT ? null : clause.count.unit;
  const hasMinimum = amounts.some(({ kind }) => kind === 'min');
  const questions = distinct([
    ...asked,
    ...(hasMinimum ? [question('MINIMUM')] : []),
    ...(unit === null ? [question('UNIT_MISSING')] : []),
  ]);
  const percent = amountOf(amounts, 'performance_pct');
  const others = clause.effects.flatMap(consequenceWords);
  const escalation = wordsOf(article, ['repeated']);
  const who = wordsOf(article, ['subject', 'responsible']);
  return {
    text: source.slice(article.start, article.end),
    start: article.start,
    end: article.end,
    category: clause.category,
    direction: directionOf(amounts),
    points: amountOf(amounts, 'points'),
    ...(hasMinimum ? { minimum: true as const } : {}),
    unit,
    money: amountOf(amounts, 'fine_yuan'),
    percent,
    ...(percent === null ? {} : { percent_of: '当月绩效' }),
    threshold: thresholdOf(clause.count) ?? wordsOf(article, ['count']),
    multiplier: clause.multiplier === undefined ? null : Number(clause.multiplier.factor),
    cap: null,
    consequence: others.length === 0 ? null : others.join(';'),
    ...(who === null ? {} : { who }),
    ...(clause.effects.some((effect) => effect.when?.flag === 'discretionary')
      ? { discretion: true as const }
      : {}),
    ...(article.chapter === undefined ? {} : { section: article.chapter.title }),
    id: clause.id,
    ...(article.title === '' ? {} : { title: article.title }),
    ...(escalation === null ? {} : { escalation }),
    stated: clause,
    confidence: confidenceOf(questions, unit),
    questions,
  };
}

const consequenceWords = (effect: Effect): string[] => {
  if (isAmount(effect)) return [];
  return [effect.type === 'discipline' ? effect.options.join('、') : effect.text];
};

function directionOf(amounts: readonly AmountEffect[]): DraftClause['direction'] {
  const [first] = amounts;
  if (first === undefined) return 'none';
  return first.dir === 'deduct' ? 'deduct' : 'bonus';
}

/** The amounts of a type: one, both ends of a range, or several in the order of the text. */
function amountOf(amounts: readonly AmountEffect[], type: AmountType): Amount | null {
  const stated = amounts.filter((effect) => effect.type === type && effect.kind !== 'unset').map(numbersOf);
  const [first] = stated;
  if (first === undefined) return null;
  const all = stated.length === 1 ? first : stated.flat();
  return all.length === 1 ? (all[0] ?? null) : all;
}

/** The numbers that an amount states. */
export function numbersOf(effect: AmountEffect): number[] {
  if (effect.kind === 'exact') return [Number(effect.value)];
  if (effect.kind === 'min') return [Number(effect.min)];
  return effect.kind === 'range' ? [Number(effect.min), Number(effect.max)] : [];
}

function wordsOf({ lines }: Article, labels: readonly Label[]): string | null {
  const words = lines.filter(({ label }) => labels.includes(label)).map((line) => line.words);
  return words.length === 0 ? null : words.join(';');
}

/** The bound in the short form of drafts: `minutes>15`, `rate<95%`. */
function thresholdOf(count: Count): string | undefined {
  switch (count.mode) {
    case 'measure_threshold':
      return `${count.measure}${resolveSwitch(count.inclusive, {}) ? '>=' : '>'}${count.value}`;
    case 'quota_shortfall':
      return `count<${count.target}/month`;
    case 'rate_below':
      return `rate<${count.limit}%`;
    case 'excess_per_day':
      return `count>${count.allowance}/day`;
    case 'total_reached':
      return `score>=${count.points}/month`;
    default:
      return undefined;
  }
}

/** Whether a clause moves a score or money, rather than only saying what else follows. */
export const isScoring = (effects: readonly Effect[]): boolean => effects.some(isAmount);
