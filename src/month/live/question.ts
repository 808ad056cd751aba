import { monthOfDay, parseMonth, type MonthKey } from '../../facts/date';
import { dayOfSerial } from '../../facts/date';
import type { Problem } from '../../facts/problem';

/** The formulas by their name on the sheet. */
export const FORMULA_NAMES = [
  'QASCORE',
  'QADEDUCT',
  'QABONUS',
  'QAFINE',
  'QAPERF',
  'QARANK',
  'QATIER',
  'QASANCTION',
  'QACOUNT',
  'QAEXPLAIN',
  'QATABLE',
  'QACLAUSE',
  'QACHECK',
] as const;
export type FormulaName = (typeof FORMULA_NAMES)[number];

/** What a formula asks, its arguments read. `rulebook` left out = the one chosen in the workbook. */
export interface Question {
  readonly name: FormulaName;
  readonly subject?: string;
  readonly month?: MonthKey;
  readonly clause?: string;
  readonly rulebook?: string;
}

type Argument = 'subject' | 'month' | 'clause' | 'rulebook';

const ABOUT_SUBJECT: readonly Argument[] = ['subject', 'month', 'rulebook'];

/** Arguments of each formula in order; the rulebook may always be left out. */
export const FORMULA_ARGUMENTS: Readonly<Record<FormulaName, readonly Argument[]>> = {
  QASCORE: ABOUT_SUBJECT,
  QADEDUCT: ABOUT_SUBJECT,
  QABONUS: ABOUT_SUBJECT,
  QAFINE: ABOUT_SUBJECT,
  QAPERF: ABOUT_SUBJECT,
  QARANK: ABOUT_SUBJECT,
  QATIER: ABOUT_SUBJECT,
  QASANCTION: ABOUT_SUBJECT,
  QACOUNT: ['subject', 'month', 'clause'],
  QAEXPLAIN: ABOUT_SUBJECT,
  QATABLE: ['month', 'rulebook'],
  QACLAUSE: ['clause', 'rulebook'],
  QACHECK: ['month'],
};

export type ReadQuestion =
  { readonly ok: true; readonly question: Question } | { readonly ok: false; readonly problem: Problem };

/**
 * Reads the arguments as Excel gives them: text, number, date serial, boolean, a one-cell range (`[[value]]`), null
 * where left out or empty.
 * @returns or a problem: `FORMULA_ARGUMENT_MISSING` `{argument}`, `FORMULA_BAD_MONTH` `{found}`,
 *   `FORMULA_ONE_CELL` `{argument}`
 */
export function readQuestion(name: FormulaName, values: readonly unknown[]): ReadQuestion {
  const question: { -readonly [K in keyof Question]: Question[K] } = { name };
  for (const [index, argument] of FORMULA_ARGUMENTS[name].entries()) {
    const value = single(values[index]);
    if (value === MANY) return refuse('FORMULA_ONE_CELL', { argument });
    if (value === null || value === '') {
      if (argument === 'rulebook') continue;
      return refuse('FORMULA_ARGUMENT_MISSING', { argument });
    }
    if (argument === 'month') {
      const month = readMonth(value);
      if (month === undefined) return refuse('FORMULA_BAD_MONTH', { found: shown(value) });
      question.month = month;
    } else if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value).normalize('NFKC').trim();
      if (text === '') return refuse('FORMULA_ARGUMENT_MISSING', { argument });
      question[argument] = text;
    } else return refuse('FORMULA_BAD_ARGUMENT', { argument, found: shown(value) });
  }
  return { ok: true, question };
}

const refuse = (code: string, params: Record<string, string>): ReadQuestion => ({
  ok: false,
  problem: { code, params },
});

const MANY = Symbol('more than one cell');

/** The value itself, or that of a range of one cell. */
function single(value: unknown): unknown {
  if (value === undefined) return null;
  if (!Array.isArray(value)) return value;
  const cells: unknown[] = value.flat();
  return cells.length === 1 ? cells[0] : MANY;
}

/** `2026-10`, `2026年10月`, `202610`, a date, or a date serial with or without a time of day. */
function readMonth(value: unknown): MonthKey | undefined {
  if (typeof value === 'string') return parseMonth(value);
  if (typeof value !== 'number') return undefined;
  if (Number.isInteger(value)) return parseMonth(value);
  return value >= 36_526 && value < 73_416 ? monthOfDay(dayOfSerial(Math.floor(value))) : undefined;
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, 40)
    : '{…}';
}

/** Same text for questions with the same answer. */
export function questionKey(question: Question): string {
  const { name, subject, month, clause, rulebook } = question;
  return JSON.stringify([name, subject ?? null, month ?? null, clause ?? null, rulebook ?? null]);
}
