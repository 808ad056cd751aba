import { ProblemError, type Problem } from '../facts/problem';

/** Failures as problems with a sentence; what nobody foresaw keeps its own words. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'PANE_UNEXPECTED', params: { message } };
}
