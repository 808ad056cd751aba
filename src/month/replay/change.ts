import { ProblemError } from '../../facts/problem';
import { countingKindOf } from '../../rulebook/counting';
import type { Rulebook } from '../../rulebook/rulebook';
import { readingsInForce, unsetClauses, type RulebookSettings } from '../../rulebook/settings';

/** Readings and parameters to try, as `name=value`. */
export interface Tried {
  readonly readings: readonly string[];
  readonly params: readonly string[];
}

/**
 * Settings with what is to be tried over them. A tried parameter holds for the whole time: dated values of the
 * same name give way.
 * @throws ProblemError REPLAY_PAIR {found}, REPLAY_UNKNOWN {name, known}, BAD_READING
 */
export function triedSettings(
  settings: RulebookSettings,
  rulebook: Rulebook,
  tried: Tried,
): RulebookSettings {
  const readings = pairs(
    tried.readings,
    rulebook.readings.map(({ id }) => id),
  );
  readingsInForce(rulebook, readings);
  const { base, ...params } = pairs(tried.params, knownParams(rulebook));
  const versions = settings.versions?.map((version) => ({
    ...version,
    params: Object.fromEntries(Object.entries(version.params).filter(([id]) => !Object.hasOwn(params, id))),
  }));
  return {
    ...settings,
    ...(base === undefined ? {} : { base }),
    ...(versions === undefined ? {} : { versions }),
    readings: { ...settings.readings, ...readings },
    params: { ...settings.params, ...params },
  };
}

/** A base that the rulebook states is no parameter. */
function knownParams(rulebook: Rulebook): string[] {
  const counted = rulebook.clauses.flatMap(({ count }) => countingKindOf(count).params?.(count) ?? []);
  const base = rulebook.score.base === null ? ['base'] : [];
  return [
    ...new Set([...base, ...rulebook.params.map(({ id }) => id), ...unsetClauses(rulebook), ...counted]),
  ];
}

function pairs(texts: readonly string[], known: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = '', ...rest] = text.split('=');
      if (name === '' || rest.length === 0) throw new ProblemError('REPLAY_PAIR', { found: text });
      if (!known.includes(name))
        throw new ProblemError('REPLAY_UNKNOWN', { name, known: known.join(', ') || '—' });
      return [name, rest.join('=')];
    }),
  );
}
