import type { FormulaName } from '../month/live/question';

/** Excel's side of a stream, as far as it is used. */
export interface Invocation {
  setResult(value: unknown): void;
  onCanceled?: () => void;
  readonly isInValuePreview?: unknown;
}

type Answering = (name: FormulaName, values: readonly unknown[], invocation: Invocation) => void;

let answering: Answering | undefined;
const waiting: (() => void)[] = [];

/** Gives the formulas the code that answers them; those that were asked before are answered then. */
export function answerWith(code: Answering): void {
  answering = code;
  for (const ask of waiting.splice(0)) ask();
}

/** Keeps a formula answered until Excel takes it back, from the moment on that there is code for it. */
export function answer(name: FormulaName, values: readonly unknown[], invocation: Invocation): void {
  if (answering !== undefined) {
    answering(name, values, invocation);
    return;
  }
  let isAsked = true;
  invocation.onCanceled = () => {
    isAsked = false;
  };
  waiting.push(() => {
    if (isAsked) answer(name, values, invocation);
  });
}
