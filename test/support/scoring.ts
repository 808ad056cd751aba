import { parseDay, parseMonth, type Day, type MonthKey } from '../../src/facts/date';
import type { Incident } from '../../src/facts/incident';
import { PLAIN_WEEKDAYS, type WorkCalendar } from '../../src/facts/workdays';
import { readRecord } from '../../src/month/recordFormat';
import { subjectResult, type SubjectResult } from '../../src/month/results';
import type { Rulebook } from '../../src/rulebook/rulebook';
import type { RulebookSettings } from '../../src/rulebook/settings';
import { shippedRulebook } from '../../src/rulebook/shipped';
import { Ruleset } from '../../src/scoring/ruleset';
import type { Scorecard } from '../../src/scoring/scorecard';
import { scoreMonth, type MonthScore } from '../../src/scoring/scoreMonth';

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no date ${text}`);
  return parsed;
}

export function month(text: string): MonthKey {
  const parsed = parseMonth(text);
  if (parsed === undefined) throw new Error(`no month ${text}`);
  return parsed;
}

export function shipped(id: string): Rulebook {
  const rulebook = shippedRulebook(id);
  if (rulebook === undefined) throw new Error(`no rulebook ${id}`);
  return rulebook;
}

/** Fields of the facts format. */
export type Fields = Readonly<Record<string, unknown>>;

/** A record as the facts format writes it; by default of 张三 on 2026-10-08. `at` = sheet and row. */
export function record(fields: Fields & { readonly at?: readonly [string, number] }): Incident {
  const { at, ...rest } = fields;
  const { incident } = readRecord({ date: '2026-10-08', subject: '张三', ...rest }, 0);
  return at === undefined ? incident : { ...incident, source: { sheet: at[0], row: at[1] } };
}

export interface ScoreOptions extends RulebookSettings {
  readonly month?: string;
  readonly calendar?: WorkCalendar;
  readonly subjects?: readonly string[];
}

/** Scores October 2026 (or `month`) with Monday to Friday as working days. */
export function score(
  rulebook: Rulebook | string,
  records: readonly Incident[],
  options: ScoreOptions = {},
): MonthScore {
  const { month: when = '2026-10', calendar = PLAIN_WEEKDAYS, subjects = [], ...settings } = options;
  const book = typeof rulebook === 'string' ? shipped(rulebook) : rulebook;
  return scoreMonth(records, subjects, month(when), new Ruleset(book, settings, calendar));
}

export function cardOf(scored: MonthScore, subject = '张三'): Scorecard {
  const card = scored.cards.find((candidate) => candidate.subject === subject);
  if (card === undefined) throw new Error(`no card of ${subject}`);
  return card;
}

/** What `score` prints of 张三, or of `subject`. */
export function resultOf(scored: MonthScore, subject?: string): SubjectResult {
  return subjectResult(cardOf(scored, subject));
}

export const refusalCodes = (scored: MonthScore): readonly string[] =>
  scored.refusals.map((refusal) => refusal.code);

/** Clause and reason codes of every entry of 张三, or of `subject`. */
export const reasonsOf = (scored: MonthScore, subject?: string): readonly string[] =>
  cardOf(scored, subject).entries.map(
    (entry) => `${entry.clause} ${entry.reasons.map((reason) => reason.code).join('+')}`,
  );
