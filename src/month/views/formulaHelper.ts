import { formatMonth, type MonthKey } from '../../facts/date';
import { sentence, type Language } from '../../i18n';
import { answer, findSubjects } from '../live/answer';
import { FORMULA_ARGUMENTS, type FormulaName, type Question } from '../live/question';
import type { MonthReport, SubjectMonth } from '../report';

/** What a person picked for a formula. */
export interface FormulaChoice {
  readonly name: FormulaName;
  /** Key of a subject, or an address such as `A2` that holds a name. */
  readonly subject: string;
  readonly month: MonthKey;
  readonly clause: string;
}

const ADDRESS = /^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}$/i;

export const isAddress = (text: string): boolean => ADDRESS.test(text.trim());

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The name where it is one person's alone, else what tells the person apart. */
export function subjectText({ key, name, id }: SubjectMonth, report: MonthReport): string {
  return findSubjects(name, report.subjects).length === 1 ? name : (id ?? key);
}

/** `=QASCORE("周晓兰","2026-10")`; undefined while something is missing. */
export function formulaText(choice: FormulaChoice, report: MonthReport): string | undefined {
  const parts = FORMULA_ARGUMENTS[choice.name].flatMap((argument): (string | undefined)[] => {
    switch (argument) {
      case 'subject':
        return [subjectArgument(choice.subject, report)];
      case 'month':
        return [quoted(formatMonth(choice.month))];
      case 'clause':
        return [choice.clause === '' ? undefined : quoted(choice.clause)];
      case 'rulebook':
        return [];
    }
  });
  return parts.includes(undefined) ? undefined : `=${choice.name}(${parts.join(',')})`;
}

function subjectArgument(text: string, report: MonthReport): string | undefined {
  if (isAddress(text)) return text.trim().toUpperCase();
  const subject = report.subjects.find(({ key }) => key === text);
  return subject === undefined ? undefined : quoted(subjectText(subject, report));
}

/** What the formula will show: a value, the first lines of a table, or why there is none. */
export function formulaPreview(
  choice: FormulaChoice,
  report: MonthReport,
  language: Language,
): readonly (readonly (string | number)[])[] | string | undefined {
  const needs = FORMULA_ARGUMENTS[choice.name];
  if (needs.includes('subject') && isAddress(choice.subject)) return undefined;
  const subject = report.subjects.find(({ key }) => key === choice.subject);
  const question: Question = {
    name: choice.name,
    month: choice.month,
    ...(subject === undefined ? {} : { subject: subject.key }),
    ...(choice.clause === '' ? {} : { clause: choice.clause }),
  };
  if (needs.includes('subject') && subject === undefined) return undefined;
  if (needs.includes('clause') && choice.clause === '') return undefined;
  const found = answer(question, report, language);
  if (found.kind === 'value') return String(found.value);
  return found.kind === 'table' ? found.rows : sentence(found.problem, language);
}
