import { checkRulebook } from './check';
import { formProblems, type RulebookProblem } from './issues';
import { rulebookSchema, type Rulebook } from './rulebook';

export type LoadResult =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] };

/**
 * Reads a rulebook from parsed JSON. Nothing is repaired: any unknown key, bad value or dangling reference
 * refuses the whole book with the path of every fault.
 */
export function loadRulebook(json: unknown): LoadResult {
  const root = rootName(json);
  const parsed = rulebookSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: formProblems(parsed.error, root, json) };
  const problems = checkRulebook(parsed.data, root);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rulebook: parsed.data };
}

function rootName(json: unknown): string {
  const id = typeof json === 'object' && json !== null ? (json as { id?: unknown }).id : undefined;
  return typeof id === 'string' && /^[\w.-]{1,40}$/.test(id) ? id : 'rulebook';
}
