import type { Day } from '../../facts/date';
import type { Clause } from '../clause';
import { clauseOn } from '../effective';
import type { Rulebook } from '../rulebook';
import type { RulebookSettings } from '../settings';
import { clauseLines } from './clauseLines';
import { printContext, type PrintContext } from './context';
import { headLines } from './headLines';
import { GENERAL_HEADING, HEAD_LABELS, LABELS, PARAMS_HEADING, READINGS_HEADING } from './labels';
import { hanNumeral } from './numerals';

export interface PrintOptions {
  /** The day whose clauses, readings and parameters are printed. */
  readonly day: Day;
  /** Base, readings and parameters that the user settled; absent = the rulebook's own. */
  readonly settings?: RulebookSettings;
}

const WIDE = '\u3000';
const INDENT = WIDE.repeat(2);

/**
 * The regulation as a text to hang on the wall: chapters are categories, articles the clauses in force on the
 * day. Amounts, bounds and repeats come from the rulebook's data, in fixed phrases that the reader of
 * regulations understands; the statement stands above them word for word. The printed form is Chinese.
 * @throws ProblemError BAD_READING, BAD_PARAM for settings that do not fit
 */
export function printRulebook(rulebook: Rulebook, { day, settings }: PrintOptions): string {
  const context = printContext(rulebook, day, settings);
  const clauses = rulebook.clauses.flatMap((clause) => clauseOn(clause, day) ?? []);
  const chapters = rulebook.categories
    .map((category) => ({ category, clauses: clauses.filter((clause) => clause.category === category.id) }))
    .filter((chapter) => chapter.clauses.length > 0);
  let article = 0;
  const head = headLines(context, clauses.length).map(
    ({ label, words }) => `${HEAD_LABELS[label]}：${words}。`,
  );
  const blocks = [
    `${rulebook.title.zh}\n\n${head.join('\n')}`,
    ...chapters.map(({ category, clauses: own }, index) => {
      const { id, title } = category;
      const name = id === title.zh ? title.zh : `${title.zh}〔${id}〕`;
      const articles = own.map((clause) => {
        article += 1;
        return articleText(clause, article, context);
      });
      return `第${hanNumeral(index + 1)}章${WIDE}${name}\n\n${articles.join('\n\n')}`;
    }),
    ...appendices(context),
  ];
  return `${blocks.join('\n\n\n')}\n`;
}

function articleText(clause: Clause, number: number, context: PrintContext): string {
  const lines = clauseLines(clause, context).map(
    ({ label, words }) => `${INDENT}${LABELS[label]}：${words}。`,
  );
  return [
    `第${hanNumeral(number)}条（${clause.id}）【${clause.title.zh}】${clause.statement.zh}`,
    ...lines,
  ].join('\n');
}

function appendices(context: PrintContext): string[] {
  const { rulebook, readings, param } = context;
  const general = (rulebook.general ?? []).map((text, index) => `${index + 1}. ${text.zh}`);
  const chosen = rulebook.readings.map(({ id, title, options }) => {
    const option = options.find(({ value }) => String(value) === String(readings[id]));
    return `${title.zh}：${option?.label.zh ?? String(readings[id])}。`;
  });
  const params = rulebook.params.map(({ id, title, suggested }) => {
    const value = param(id);
    const open = suggested === undefined ? '未设定' : `未设定，建议${suggested}`;
    return `${title.zh}（${id}）：${value ?? open}。`;
  });
  return [
    ...(general.length === 0 ? [] : [`${GENERAL_HEADING}\n\n${general.join('\n')}`]),
    ...(chosen.length === 0 ? [] : [`${READINGS_HEADING}${WIDE}口径\n\n${chosen.join('\n')}`]),
    ...(params.length === 0 ? [] : [`${PARAMS_HEADING}${WIDE}待定数值\n\n${params.join('\n')}`]),
  ];
}
