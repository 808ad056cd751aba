import * as functions from './functions';
import { FORMULA_NAMES } from '../month/live/question';

/** Tells Excel which code answers which function. To be done before anything else: formulas may be waiting. */
export function associateFunctions(): void {
  for (const name of FORMULA_NAMES) {
    const code = functions[name.toLowerCase() as keyof typeof functions];
    CustomFunctions.associate(name, code as (...args: unknown[]) => void);
  }
}
