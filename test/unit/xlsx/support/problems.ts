import { ProblemError, type Problem } from '../../../../src/facts/problem';

/** The problem a call throws; fails when it throws none or something else. */
export function problemOf(call: () => unknown): Problem {
  try {
    call();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('no problem was reported');
}
