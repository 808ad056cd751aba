import { existsSync } from 'node:fs';
import { ProblemError } from '../facts/problem';
import { loadRulebook } from '../rulebook/load';
import type { Rulebook } from '../rulebook/rulebook';
import { SHIPPED_IDS, shippedRulebook } from '../rulebook/shipped';
import { readJson } from './files';

/** Every rulebook that comes with the product. */
export function allRulebooks(): readonly Rulebook[] {
  return SHIPPED_IDS.flatMap((id) => shippedRulebook(id) ?? []);
}

/**
 * A shipped rulebook by id, or one from a file.
 * @throws ProblemError UNKNOWN_RULEBOOK, NOT_JSON, or the first fault of the file with its path
 */
export function findRulebook(idOrFile: string): Rulebook {
  const shipped = shippedRulebook(idOrFile);
  if (shipped !== undefined) return shipped;
  if (!existsSync(idOrFile)) throw new ProblemError('UNKNOWN_RULEBOOK', { rulebook: idOrFile });
  const result = loadRulebook(readJson(idOrFile));
  if (result.ok) return result.rulebook;
  throw new RulebookFileError(result.problems);
}

/** The faults of a rulebook file, each with its path. */
export class RulebookFileError extends ProblemError {
  constructor(
    readonly faults: readonly {
      readonly path: string;
      readonly code: string;
      readonly params?: Readonly<Record<string, string | number>>;
    }[],
  ) {
    super('RULEBOOK_INVALID', { count: faults.length, path: faults[0]?.path ?? '' });
  }
}
