import { sentence, t } from '../i18n';
import type { Answer } from '../month/live/answer';
import { readQuestion, type FormulaName } from '../month/live/question';
import type { MonthSession } from '../month/live/session';
import { answerWith, type Invocation } from './answerFormula';

/** Lets the session answer the formulas. */
export function connectFormulas(session: MonthSession): void {
  answerWith((name, values, invocation) => {
    ask(session, name, values, invocation);
  });
}

const PREVIEW: Answer = { kind: 'value', value: '…' };

/** Never throws: Excel would not hear it. */
function ask(
  session: MonthSession,
  name: FormulaName,
  values: readonly unknown[],
  invocation: Invocation,
): void {
  const read = readQuestion(name, values);
  if (!read.ok) {
    const { argument } = read.problem.params ?? {};
    const params =
      argument === undefined ? {} : { argument: argumentName(String(argument), session.language) };
    const problem = { ...read.problem, params: { ...read.problem.params, ...params } };
    show({ kind: 'invalid', problem }, invocation, session);
    return;
  }
  if (invocation.isInValuePreview) {
    show(session.formulas.peek(read.question) ?? PREVIEW, invocation, session);
    return;
  }
  invocation.onCanceled = session.ask(read.question, (found) => {
    show(found, invocation, session);
  });
}

function argumentName(argument: string, language: MonthSession['language']): string {
  return t(language, `argument.${argument}` as 'argument.subject');
}

function show(found: Answer, invocation: Invocation, { language }: MonthSession): void {
  if (found.kind === 'value') invocation.setResult(found.value);
  else if (found.kind === 'table') invocation.setResult(rectangle(found.rows));
  else {
    const code =
      found.kind === 'missing'
        ? CustomFunctions.ErrorCode.notAvailable
        : CustomFunctions.ErrorCode.invalidValue;
    invocation.setResult(new CustomFunctions.Error(code, sentence(found.problem, language)));
  }
}

/** Excel spills only rows of one length. */
function rectangle(rows: readonly (readonly (string | number)[])[]): (string | number)[][] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
}
