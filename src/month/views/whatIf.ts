import { ProblemError } from '../../facts/problem';
import type { ReadingValue } from '../../rulebook/primitives';
import type { Rulebook } from '../../rulebook/rulebook';
import { readingsInForce } from '../../rulebook/settings';
import { chosenRulebook } from '../chosenRulebook';
import type { Rules } from '../replay/replay';
import { rulebookSettings } from '../settingsFormat';
import { draftRulebook, publishRulebook } from '../teamRulebooks';
import { settingsOf, type WorkbookSettings } from '../workbookSettings';
import { readingOption } from './rules';
import { chooseRulebook, setParameter, setReading, type Settlement } from './settle';

/** What is tried instead of the rules chosen in the workbook. */
export type Tried =
  | { readonly kind: 'draft'; readonly id: string }
  | { readonly kind: 'rulebook'; readonly id: string }
  | {
      /** Other readings and parameters of the rulebook chosen, by id; an empty parameter is one left open. */
      readonly kind: 'settings';
      readonly readings: Readonly<Record<string, string>>;
      readonly params: Readonly<Record<string, string>>;
    };

/**
 * The rules of the workbook and those to try.
 * @throws ProblemError NO_RULEBOOK, UNKNOWN_RULEBOOK {rulebook}, NO_DRAFT {rulebook}, BAD_RULEBOOK_COPY {rulebook},
 *   BAD_READING
 */
export function tryOut(
  state: WorkbookSettings,
  tried: Tried,
): { readonly before: Rules; readonly after: Rules } {
  const rulebook = required(state, undefined);
  const before = rulesOf(state, rulebook);
  if (tried.kind === 'settings') {
    const changed = adoption(state, tried)(state);
    const after = rulesOf(changed, rulebook);
    readingsInForce(rulebook, after.settings.readings);
    return { before, after };
  }
  if (tried.kind === 'rulebook') return { before, after: rulesOf(state, required(state, tried.id)) };
  return { before, after: rulesOf(state, requiredDraft(state, tried.id)) };
}

/** @throws ProblemError NO_RULEBOOK, UNKNOWN_RULEBOOK, BAD_RULEBOOK_COPY */
function required(state: WorkbookSettings, id: string | undefined): Rulebook {
  const found = chosenRulebook(state, id);
  if (found === undefined)
    throw new ProblemError('UNKNOWN_RULEBOOK', { rulebook: id ?? state.rulebook?.id ?? '' });
  return found;
}

/** @throws ProblemError NO_DRAFT, BAD_RULEBOOK_COPY */
function requiredDraft(state: WorkbookSettings, id: string): Rulebook {
  const draft = draftRulebook(state, id);
  if (draft === undefined) throw new ProblemError('NO_DRAFT', { rulebook: id });
  return draft;
}

/** A rulebook with everything that is settled about it. */
function rulesOf(state: WorkbookSettings, rulebook: Rulebook): Rules {
  const settings = settingsOf(state, rulebook.id);
  return {
    rulebook,
    settings: rulebookSettings(settings),
    confirmations: settings.confirm ?? [],
    knownWordings: state.wordings[rulebook.id] ?? {},
  };
}

/**
 * What makes the tried rules those of the workbook. A draft is published as it is.
 * @throws ProblemError as `tryOut`
 */
export function adoption(state: WorkbookSettings, tried: Tried): Settlement {
  if (tried.kind === 'rulebook') return chooseRulebook(required(state, tried.id).id);
  if (tried.kind === 'draft') return publishRulebook(requiredDraft(state, tried.id));
  const rulebook = required(state, undefined);
  const changes = [
    ...Object.entries(tried.readings).map(([id, value]) => {
      const option = readingOption(rulebook, id, value);
      if (option === undefined) throw new ProblemError('BAD_READING', badReading(rulebook, id, value));
      return setReading(rulebook.id, id, option);
    }),
    ...Object.entries(tried.params).map(([id, text]) => setParameterForGood(rulebook.id, id, text)),
  ];
  return (before) => changes.reduce((next, change) => change(next), before);
}

function badReading(rulebook: Rulebook, id: string, found: string): Record<string, string> {
  const options = rulebook.readings.find((reading) => reading.id === id)?.options ?? [];
  const allowed = options.map(({ value }: { value: ReadingValue }) => String(value)).join(' | ');
  return { reading: id, found, allowed };
}

/** A parameter for the whole time: dated values of the same name give way, as they did when it was tried. */
function setParameterForGood(rulebook: string, id: string, text: string): Settlement {
  return (state) => {
    const settings = settingsOf(state, rulebook);
    const versions = settings.versions?.map((version) => {
      const { [id]: _dated, ...params } = version.params;
      return { ...version, params };
    });
    const plain =
      versions === undefined
        ? state
        : { ...state, settings: { ...state.settings, [rulebook]: { ...settings, versions } } };
    return setParameter(rulebook, id, text)(plain);
  };
}
