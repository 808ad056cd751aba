import type { Day } from '../../facts/date';
import { formatDecimal } from '../../facts/decimal';
import { resolveSwitch, type ReadingValues, type Resolved } from '../primitives';
import type { Rulebook } from '../rulebook';
import { ParamTable, readingsInForce, type RulebookSettings } from '../settings';

/** What the words of a regulation depend on besides its clauses. */
export interface PrintContext {
  readonly rulebook: Rulebook;
  readonly day: Day;
  readonly readings: ReadingValues;
  readonly base: string | null;
  readonly resolve: <S>(setting: S) => Resolved<S>;
  /** A parameter's value on the day, where one was given. */
  readonly param: (id: string) => string | undefined;
}

/** @throws ProblemError BAD_READING, BAD_PARAM */
export function printContext(rulebook: Rulebook, day: Day, settings: RulebookSettings = {}): PrintContext {
  const readings = readingsInForce(rulebook, settings.readings);
  const params = new ParamTable(settings.params, settings.versions);
  return {
    rulebook,
    day,
    readings,
    base: settings.base ?? rulebook.score.base,
    resolve: (setting) => resolveSwitch(setting, readings),
    param: (id) => {
      const value = params.on(id, day);
      return value === undefined ? undefined : formatDecimal(value);
    },
  };
}
