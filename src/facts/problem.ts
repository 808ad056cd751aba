/**
 * A problem is a code plus parameters. The sentence a person reads is made at the edge, in their language,
 * from the i18n table entry `problem.<code>`.
 */
export interface Problem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Thrown where a caller cannot go on; carries the same code and parameters. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ProblemError';
    this.problem = { code, params };
  }
}
