import { ProblemError } from '../facts/problem';
import type { Rulebook } from '../rulebook/rulebook';
import { shippedRulebook } from '../rulebook/shipped';
import { publishedRulebook } from './teamRulebooks';
import type { WorkbookSettings } from './workbookSettings';

/**
 * A rulebook as a workbook knows it: its own of that id, else the one that comes with the product; without an id the
 * one chosen in the workbook. Undefined where there is none of that id.
 * @throws ProblemError NO_RULEBOOK without an id where none is chosen; BAD_RULEBOOK_COPY {rulebook}
 */
export function chosenRulebook(settings: WorkbookSettings, id?: string): Rulebook | undefined {
  const wanted = id ?? settings.rulebook?.id;
  if (wanted === undefined) throw new ProblemError('NO_RULEBOOK');
  const key = wanted.toUpperCase();
  return publishedRulebook(settings, key) ?? shippedRulebook(key);
}
