import { parseDay, type Day } from '../facts/date';
import { parseDecimal, type Decimal } from '../facts/decimal';
import { ProblemError } from '../facts/problem';
import { isAmount } from './effects';
import { resolveSwitch, type ReadingValue, type ReadingValues } from './primitives';
import type { Rulebook } from './rulebook';

/** Values of parameters from a date on. */
export interface ParamVersion {
  readonly effective: Day;
  readonly params: Readonly<Record<string, string>>;
}

/** What the user settled for a rulebook. */
export interface RulebookSettings {
  readonly base?: string | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly readings?: Readonly<Record<string, ReadingValue>> | undefined;
  readonly versions?: readonly ParamVersion[] | undefined;
}

/**
 * The readings in force: the rulebook's defaults with the user's choices over them. Choices for readings the
 * rulebook does not know are ignored, as settings may serve several rulebooks.
 * @throws ProblemError BAD_READING {reading, found, allowed} for a value that is no option
 */
export function readingsInForce(
  rulebook: Rulebook,
  chosen: Readonly<Record<string, ReadingValue>> = {},
): ReadingValues {
  const values: Record<string, ReadingValue> = {};
  for (const reading of rulebook.readings) {
    const choice = Object.hasOwn(chosen, reading.id) ? chosen[reading.id] : undefined;
    const option =
      choice === undefined
        ? reading.default
        : reading.options.find((candidate) => String(candidate.value) === String(choice))?.value;
    if (option === undefined) {
      throw new ProblemError('BAD_READING', {
        reading: reading.id,
        found: String(choice),
        allowed: reading.options.map((candidate) => String(candidate.value)).join(' | '),
      });
    }
    values[reading.id] = option;
  }
  return values;
}

/** A parameter's value with the first day on which it holds. */
export interface DatedValue {
  readonly from: Day;
  readonly value: Decimal;
}

/** Parameter values by date; a dated value wins over an undated one from its day on. */
export class ParamTable {
  private readonly plain = new Map<string, Decimal>();
  private readonly dated = new Map<string, DatedValue[]>();

  /** @throws ProblemError BAD_PARAM {param, found} for a value that is no plain decimal */
  constructor(params: Readonly<Record<string, string>> = {}, versions: readonly ParamVersion[] = []) {
    for (const [id, text] of Object.entries(params)) this.plain.set(id, parameterValue(id, text));
    const ordered = [...versions].sort((a, b) => a.effective - b.effective);
    for (const version of ordered) {
      for (const [id, text] of Object.entries(version.params)) {
        const list = this.dated.get(id) ?? [];
        list.push({ from: version.effective, value: parameterValue(id, text) });
        this.dated.set(id, list);
      }
    }
  }

  /** The value on a day, undefined when none was given. */
  on(id: string, day: Day): Decimal | undefined {
    return this.since(id, day)?.value ?? this.plain.get(id);
  }

  /** The dated value on a day with its first day, undefined where an undated one or none holds. */
  since(id: string, day: Day): DatedValue | undefined {
    return this.dated.get(id)?.findLast((entry) => entry.from <= day);
  }

  /** The first dated value after a day. */
  next(id: string, day: Day): DatedValue | undefined {
    return this.dated.get(id)?.find((entry) => entry.from > day);
  }

  /** Whether any value is dated. */
  get isDated(): boolean {
    return this.dated.size > 0;
  }

  /** Days on which some parameter changes. */
  changes(): readonly Day[] {
    return [...new Set([...this.dated.values()].flat().map((entry) => entry.from))].sort((a, b) => a - b);
  }
}

function parameterValue(id: string, text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new ProblemError('BAD_PARAM', { param: id, found: text });
  return value;
}

/** Clauses whose amount the user must give, as ids of the parameters that give them. */
export function unsetClauses(rulebook: Rulebook): readonly string[] {
  return rulebook.clauses
    .filter((clause) => clause.effects.some((effect) => isAmount(effect) && effect.kind === 'unset'))
    .map((clause) => clause.id);
}

/** Whether rules change with the record's date or by the month's end. */
export function versionDay(rulebook: Rulebook, readings: ReadingValues, day: Day, monthEnd: Day): Day {
  return resolveSwitch(rulebook.versionBy, readings) === 'month-end' ? monthEnd : day;
}

/** @throws ProblemError BAD_DATE */
export function requireDay(text: string, where: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new ProblemError('BAD_DATE', { where, found: text });
  return day;
}
