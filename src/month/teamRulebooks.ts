import { ProblemError } from '../facts/problem';
import { loadRulebook } from '../rulebook/load';
import type { Rulebook } from '../rulebook/rulebook';
import { SHIPPED_IDS } from '../rulebook/shipped';
import type { Settlement } from './views/settle';
import type { WorkbookSettings } from './workbookSettings';

/**
 * The team's own rulebook that is in force in this workbook; undefined where there is none of that id.
 * @throws ProblemError BAD_RULEBOOK_COPY {rulebook}
 */
export const publishedRulebook = (settings: WorkbookSettings, id: string): Rulebook | undefined =>
  read(settings.rulebooks[ownId(settings, id)]?.published, id);

/**
 * The version of a rulebook that is being worked on; nothing is scored by it.
 * @throws ProblemError BAD_RULEBOOK_COPY {rulebook}
 */
export const draftRulebook = (settings: WorkbookSettings, id: string): Rulebook | undefined =>
  read(settings.rulebooks[ownId(settings, id)]?.draft, id);

/** The id as the workbook writes it: formulas and people write ids in any case. */
function ownId({ rulebooks }: WorkbookSettings, id: string): string {
  if (Object.hasOwn(rulebooks, id)) return id;
  return Object.keys(rulebooks).find((own) => own.toUpperCase() === id.toUpperCase()) ?? id;
}

function read(copy: unknown, id: string): Rulebook | undefined {
  if (copy === undefined) return undefined;
  const loaded = loadRulebook(copy);
  if (!loaded.ok) throw new ProblemError('BAD_RULEBOOK_COPY', { rulebook: id });
  return loaded.rulebook;
}

/** Ids of the team's rulebooks that are in force in this workbook. */
export const publishedIds = (settings: WorkbookSettings): readonly string[] =>
  Object.keys(settings.rulebooks).filter((id) => settings.rulebooks[id]?.published !== undefined);

/** Keeps a rulebook as the draft of its id; what is in force stays. */
export const saveDraft =
  (rulebook: Rulebook): Settlement =>
  (state) =>
    withOwn(state, rulebook.id, { ...state.rulebooks[rulebook.id], draft: rulebook });

/** Throws the draft away. */
export const discardDraft =
  (id: string): Settlement =>
  (state) => {
    const { draft: _draft, ...kept } = state.rulebooks[id] ?? {};
    return withOwn(state, id, kept);
  };

/** Puts a rulebook in force under its id and chooses it; the draft of that id is done with. */
export const publishRulebook =
  (rulebook: Rulebook): Settlement =>
  (state) => ({
    ...withOwn(state, rulebook.id, { published: rulebook }),
    rulebook: { id: rulebook.id },
  });

function withOwn(
  state: WorkbookSettings,
  id: string,
  own: WorkbookSettings['rulebooks'][string],
): WorkbookSettings {
  const { [id]: _old, ...others } = state.rulebooks;
  return { ...state, rulebooks: Object.keys(own).length === 0 ? others : { ...others, [id]: own } };
}

/** An id that no shipped rulebook and none of the workbook's has: `TEAM`, `TEAM2`, ... */
export function freeRulebookId(settings: WorkbookSettings): string {
  const taken = new Set([...SHIPPED_IDS, ...Object.keys(settings.rulebooks)]);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? 'TEAM' : `TEAM${number}`;
    if (!taken.has(id)) return id;
  }
}
