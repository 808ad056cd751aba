import { sentence, t } from '../i18n';
import type { Answer } from '../month/live/answer';
import { readQuestion, type FormulaName } from '../month/live/question';
import type { MonthSession } from '../month/live/session';

/** Excel's side of a stream, as far as it is used. */
interface Invocation {
  setResult(value: unknown): void;
  onCanceled?: () => void;
  readonly isInValuePreview?: unknown;
}

let session: MonthSession | undefined;
const waiting: (() => void)[] = [];

/** Gives the formulas their session; formulas that were asked before are answered then. */
export function connectFormulas(to: MonthSession): void {
  session = to;
  for (const ask of waiting.splice(0)) ask();
}

/** Keeps a formula answered until Excel takes it back. Never throws: Excel would not hear it. */
export function answer(name: FormulaName, values: readonly unknown[], invocation: Invocation): void {
  if (session === undefined) {
    waiting.push(() => {
      answer(name, values, invocation);
    });
    return;
  }
  const { language } = session;
  const read = readQuestion(name, values);
  if (!read.ok) {
    const { argument } = read.problem.params ?? {};
    const params = argument === undefined ? {} : { argument: argumentName(String(argument), language) };
    const problem = { ...read.problem, params: { ...read.problem.params, ...params } };
    show({ kind: 'invalid', problem }, invocation);
    return;
  }
  if (Boolean(invocation.isInValuePreview)) {
    show(session.formulas.peek(read.question) ?? PREVIEW, invocation);
    return;
  }
  const stop = session.ask(read.question, (found) => {
    show(found, invocation);
  });
  invocation.onCanceled = stop;
}

const PREVIEW: Answer = { kind: 'value', value: '…' };

function argumentName(argument: string, language: MonthSession['language']): string {
  return t(language, `argument.${argument}` as 'argument.subject');
}

function show(found: Answer, invocation: Invocation): void {
  const language = session?.language ?? 'zh';
  if (found.kind === 'value') invocation.setResult(found.value);
  else if (found.kind === 'table') invocation.setResult(rectangle(found.rows));
  else {
    const code =
      found.kind === 'missing' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
    invocation.setResult(new CustomFunctions.Error(code, sentence(found.problem, language)));
  }
}

/** Excel spills only rows of one length. */
function rectangle(rows: readonly (readonly (string | number)[])[]): (string | number)[][] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
}
