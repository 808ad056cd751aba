import type { Problem } from '../facts/problem';
import { sentence, t, type Language, type TextKey } from '../i18n';
import type { LintFinding, Severity } from '../rulebook/lint';

/** A finding as people and other programs read it. */
export interface ShownFinding {
  readonly check: string;
  readonly severity: Severity;
  /** Null = the rulebook as a whole. */
  readonly clause: string | null;
  /** What was found and what to do about it. */
  readonly message: string;
}

/** Parameters whose values are words of the i18n table. */
const WORDS: ReadonlySet<string> = new Set(['type', 'what', 'subject', 'book', 'of', 'problem', 'kind']);

export function shownFinding(
  { check, severity, clause, params }: LintFinding,
  language: Language,
): ShownFinding {
  const filled = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      WORDS.has(name) ? t(language, `lint.word.${value}` as TextKey, params) : value,
    ]),
  );
  const [what, todo] = [`lint.${check}`, `lint.${check}.do`].map((key) =>
    t(language, key as TextKey, filled),
  );
  return { check, severity, clause: clause ?? null, message: joined(what ?? '', todo ?? '', language) };
}

/** A fault that keeps a rulebook file from loading, as a finding. */
export function shownFault(
  { path, code, params }: Problem & { readonly path: string },
  json: unknown,
  language: Language,
): ShownFinding {
  const message = `${path}: ${sentence({ code, ...(params === undefined ? {} : { params }) }, language)}`;
  return {
    check: code.replace(/^RULEBOOK_/, ''),
    severity: 'error',
    clause: clauseAt(path, json),
    message: joined(message, t(language, 'lint.load.do'), language),
  };
}

/** `GM.clauses[3].effects[0]` -> the id of the fourth clause of the file. */
function clauseAt(path: string, json: unknown): string | null {
  const index = /\.clauses\[(\d+)\]/.exec(path)?.[1];
  const clauses: unknown =
    typeof json === 'object' && json !== null && 'clauses' in json ? json.clauses : undefined;
  const clause: unknown = index === undefined || !Array.isArray(clauses) ? undefined : clauses[Number(index)];
  const id = typeof clause === 'object' && clause !== null && 'id' in clause ? clause.id : undefined;
  return typeof id === 'string' ? id : null;
}

const joined = (what: string, todo: string, language: Language): string =>
  language === 'zh' ? `${what}${todo}` : `${what} ${todo}`;
