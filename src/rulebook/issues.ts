import type { z } from 'zod';
import type { Problem } from '../facts/problem';

/** A fault of a rulebook file: where (`GM.clauses[3].effects[0].value`), what, and what to write instead. */
export interface RulebookProblem extends Problem {
  readonly path: string;
}

const KEY = /^[A-Za-z_$][\w$-]*$/;

export function formatPath(root: string, path: readonly PropertyKey[]): string {
  let text = root;
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += KEY.test(String(part)) ? `.${String(part)}` : `[${JSON.stringify(String(part))}]`;
  }
  return text;
}

const describe = (value: unknown): string => {
  if (value === undefined) return '—';
  const text =
    typeof value === 'symbol' || typeof value === 'function' ? value.toString() : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** A fault lies in a value or is a value that is missing, so its path leads through objects only. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) value = (value as Record<PropertyKey, unknown>)[part];
  return value;
}

type Issue = z.core.$ZodIssue;

/** The branch of a union that the input comes closest to: the one whose first fault lies deepest. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  let best: readonly Issue[] = [];
  let depth = -1;
  for (const branch of branches) {
    const reached = Math.max(
      ...branch.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 0.5 : 0)),
    );
    if (reached > depth) {
      best = branch;
      depth = reached;
    }
  }
  return best;
}

function translate(
  issue: Issue,
  root: string,
  base: readonly PropertyKey[],
  input: unknown,
): RulebookProblem[] {
  const fullPath = [...base, ...issue.path];
  const path = formatPath(root, fullPath);
  const found = describe(valueAt(input, fullPath));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: formatPath(root, [...fullPath, key]),
        code: 'RULEBOOK_UNKNOWN_KEY',
        params: { key },
      }));
    case 'invalid_type':
      return valueAt(input, fullPath) === undefined
        ? [{ path, code: 'RULEBOOK_MISSING', params: { expected: issue.expected } }]
        : [{ path, code: 'RULEBOOK_WRONG_TYPE', params: { expected: issue.expected, found } }];
    case 'invalid_value':
      return valueAt(input, fullPath) === undefined
        ? [{ path, code: 'RULEBOOK_MISSING', params: { expected: issue.values.map(String).join(' | ') } }]
        : [
            {
              path,
              code: 'RULEBOOK_NOT_ALLOWED',
              params: { found, allowed: issue.values.map(String).join(' | ') },
            },
          ];
    case 'invalid_union': {
      if (issue.errors.length > 0) {
        return nearestBranch(issue.errors).flatMap((inner) => translate(inner, root, fullPath, input));
      }
      const options =
        'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(' | ') : '';
      return found === '—'
        ? [{ path, code: 'RULEBOOK_MISSING', params: { expected: options } }]
        : [{ path, code: 'RULEBOOK_NOT_ALLOWED', params: { found, allowed: options } }];
    }
    case 'too_small':
      return [{ path, code: 'RULEBOOK_TOO_SMALL', params: { minimum: String(issue.minimum), found } }];
    case 'too_big':
      return [{ path, code: 'RULEBOOK_TOO_BIG', params: { maximum: String(issue.maximum), found } }];
    case 'custom': {
      const code = (issue.params as { code?: string } | undefined)?.code ?? 'BAD_VALUE';
      return [{ path, code: `RULEBOOK_${code}`, params: { found } }];
    }
    default:
      return [{ path, code: 'RULEBOOK_BAD_VALUE', params: { found } }];
  }
}

/** Faults of the form: unknown keys, wrong types, values out of the list. */
export function formProblems(error: z.ZodError, root: string, input: unknown): RulebookProblem[] {
  return error.issues.flatMap((issue) => translate(issue, root, [], input));
}
