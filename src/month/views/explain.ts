import { formatDay, formatMonth } from '../../facts/date';
import { explanation, sentence, t, type Language } from '../../i18n';
import type { Entry } from '../../scoring/entry';
import { amountInWords, signedPoints } from '../live/answer';
import type { MonthReport, SubjectMonth } from '../report';
import { percentText, pointsText, yuanText } from './figures';

/** A number of the head line. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** One clause looked at for the subject, in words. */
export interface ExplainLine {
  readonly clause: string;
  readonly title: string;
  /** `−2 分 ¥20`; `0` where it costs nothing. */
  readonly amount: string;
  readonly date: string;
  readonly reasons: readonly string[];
  /** What it brings besides numbers: liability, duties, benefits. */
  readonly brings: readonly string[];
  /** The record; absent for what the month as a whole brings. */
  readonly source?: { readonly sheet: string; readonly row: number } | undefined;
}

/** A row of the subject that takes no part in its numbers, with what to do. */
export interface OpenLine {
  readonly sheet: string;
  readonly row: number;
  readonly sentence: string;
}

/** A subject's month as the pane explains it; the same entries as the formulas and tabs are made from. */
export interface Explanation {
  readonly key: string;
  readonly name: string;
  readonly id?: string | undefined;
  readonly team?: string | undefined;
  readonly month: string;
  readonly rulebook: string;
  readonly isComplete: boolean;
  readonly figures: readonly Figure[];
  readonly charged: readonly ExplainLine[];
  readonly unchecked: readonly ExplainLine[];
  readonly open: readonly OpenLine[];
  /** `10 − 2 − 2 = 6`; absent without a score. */
  readonly arithmetic?: string | undefined;
}

export function explainSubject(subject: SubjectMonth, report: MonthReport, language: Language): Explanation {
  const { card } = subject;
  const titles = new Map(report.rulebook.clauses.map(({ id, title }) => [id, title[language]]));
  const line = (entry: Entry): ExplainLine => ({
    clause: entry.clause,
    title: titles.get(entry.clause) ?? '',
    amount: amountInWords(entry, language),
    date: formatDay(entry.date),
    reasons: entry.reasons.map((reason) => explanation(reason, language)),
    brings: [...entry.liability, ...entry.obligations, ...entry.privileges],
    source: entry.source === undefined ? undefined : { sheet: entry.source.sheet, row: entry.source.row },
  });
  return {
    key: subject.key,
    name: subject.name,
    id: subject.id,
    team: subject.team,
    month: formatMonth(report.month),
    rulebook: report.rulebook.title[language],
    isComplete: subject.state === 'complete',
    figures: figuresOf(subject, report, language),
    charged: card.entries.filter(({ charged }) => charged).map(line),
    unchecked: card.entries.filter(({ charged }) => !charged).map(line),
    open: report.setAside
      .filter(({ subjects }) => subjects.includes(subject.key))
      .map((row) => ({ sheet: row.sheet, row: row.row, sentence: sentence(row, language) })),
    arithmetic: arithmeticLine(subject, report, language),
  };
}

/** Score and deduction always, the others where there is something to say. */
function figuresOf({ card, rank }: SubjectMonth, report: MonthReport, language: Language): Figure[] {
  const figure = (key: Parameters<typeof t>[1], value: string): Figure => ({
    label: t(language, key),
    value,
  });
  const gained = card.added + card.bonus;
  return [
    ...(card.score === undefined ? [] : [figure('pane.figure.score', pointsText(card.score))]),
    figure('pane.figure.deducted', pointsText(card.deducted)),
    ...(gained === 0 ? [] : [figure('pane.figure.gained', pointsText(gained))]),
    ...(card.fine === 0 ? [] : [figure('pane.figure.fine', `¥${yuanText(card.fine)}`)]),
    ...(card.performanceDeduct === 0
      ? []
      : [figure('pane.figure.performance', `${percentText(-card.performanceDeduct)}%`)]),
    ...(rank === undefined ? [] : [figure('pane.figure.rank', `${rank}/${report.subjects.length}`)]),
    ...(card.tier === null || card.tier === 'UNSET'
      ? []
      : [figure('pane.figure.tier', tierTitle(card.tier, report, language))]),
    ...(card.discipline.length === 0
      ? []
      : [figure('pane.figure.discipline', card.discipline.join(t(language, 'list.separator')))]),
  ];
}

function tierTitle(tier: 'high' | 'middle' | 'low', report: MonthReport, language: Language): string {
  const { tiers } = report.rulebook;
  if (tiers === undefined) return tier;
  return tier === 'middle' ? tiers.middle[language] : tiers[tier].title[language];
}

/** The base, every amount that is not 0 in the order of the lines, and what they come to. */
function arithmeticLine({ card }: SubjectMonth, report: MonthReport, language: Language): string | undefined {
  const { base } = report.ruleset;
  if (base === undefined || card.score === undefined) return undefined;
  const amounts = card.entries.map(signedPoints).filter((amount) => amount !== 0);
  const terms = amounts
    .map((amount) => ` ${amount < 0 ? '−' : '+'} ${pointsText(Math.abs(amount))}`)
    .join('');
  const sum = amounts.reduce((total, amount) => total + amount, base);
  const line = `${pointsText(base)}${terms} = ${pointsText(sum)}`;
  if (sum === card.score) return line;
  return t(language, 'pane.arithmetic.floor', { line, score: pointsText(card.score) });
}
