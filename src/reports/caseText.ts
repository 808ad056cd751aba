import type { Problem } from '../facts/problem';
import { calendarDate, type Day } from '../facts/date';
import { sentence, type Language } from '../i18n';
import { en, zh } from '../i18n/casework';

export type CaseTextKey = keyof typeof zh;

const tables: Readonly<Record<Language, Readonly<Record<string, string>>>> = { zh, en };

type Params = Readonly<Record<string, string | number>>;

/** A text of the casework tabs and forms, its `{placeholders}` filled. */
export function caseText(language: Language, key: CaseTextKey, params: Params = {}): string {
  return fill(tables[language][key] ?? key, params);
}

/** The sentence of a problem of an issue. */
export function caseSentence(problem: Problem, language: Language): string {
  const template = tables[language][`problem.${problem.code}`];
  return template === undefined ? sentence(problem, language) : fill(template, problem.params ?? {});
}

function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A text in every language of the product. */
export function inEveryLanguage(key: CaseTextKey): readonly string[] {
  return LANGUAGES.map((language) => caseText(language, key));
}

/** `2026年10月8日` */
export function longDate(day: Day, language: Language): string {
  const { year, month, date } = calendarDate(day);
  const pad = (n: number): string => (language === 'zh' ? String(n) : String(n).padStart(2, '0'));
  return caseText(language, 'form.date', { year, month: pad(month), date: pad(date) });
}

/** For comparing headers and labels: half-width, lower case, letters and digits only. */
export function labelKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
