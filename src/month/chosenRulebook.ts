import { ProblemError } from '../facts/problem';
import { loadRulebook } from '../rulebook/load';
import type { Rulebook } from '../rulebook/rulebook';
import { shippedRulebook } from '../rulebook/shipped';
import type { WorkbookSettings } from './workbookSettings';

/**
 * A rulebook as a workbook knows it: its own copy of that id, else the one that comes with the product; without an id
 * the one chosen in the workbook. Undefined where there is none of that id.
 * @throws ProblemError NO_RULEBOOK without an id where none is chosen; BAD_RULEBOOK_COPY {rulebook}
 */
export function chosenRulebook({ rulebook: chosen }: WorkbookSettings, id?: string): Rulebook | undefined {
  const wanted = id ?? chosen?.id;
  if (wanted === undefined) throw new ProblemError('NO_RULEBOOK');
  const key = wanted.toUpperCase();
  if (chosen?.copy === undefined || chosen.id.toUpperCase() !== key) return shippedRulebook(key);
  const loaded = loadRulebook(chosen.copy);
  if (!loaded.ok) throw new ProblemError('BAD_RULEBOOK_COPY', { rulebook: wanted });
  return loaded.rulebook;
}
