import { lastDay, type Day, type MonthKey } from '../facts/date';
import { PERCENT_SCALE, POINT_SCALE, toScaled, type Decimal } from '../facts/decimal';
import { ProblemError } from '../facts/problem';
import type { WorkCalendar } from '../facts/workdays';
import { countingKindOf, type Count } from '../rulebook/counting';
import { resolveSwitch, type ReadingValues } from '../rulebook/primitives';
import type { Rulebook } from '../rulebook/rulebook';
import {
  ParamTable,
  readingsInForce,
  unsetClauses,
  versionDay,
  type RulebookSettings,
} from '../rulebook/settings';
import { stretchOf, versionsOf, type RuleClause, type RulebookVersions } from './ruleVersions';

export type { RuleClause };

/**
 * A rulebook under the user's readings, parameters and calendar: everything scoring asks, and nothing about
 * records. Immutable; make a new one when a setting changes.
 */
export class Ruleset {
  readonly rulebook: Rulebook;
  readonly readings: ReadingValues;
  readonly params: ParamTable;
  readonly calendar: WorkCalendar;
  /** Thousandths of a point; undefined when the source states none and the user gave none. */
  readonly base: number | undefined;
  /** Hundredths of a percent of pay that can be taken at most. */
  readonly performanceCap: number;
  /** Days on which a rule or a parameter changes. */
  readonly changes: readonly Day[];
  readonly categories: readonly string[];
  private readonly rules: RulebookVersions;
  private readonly known: ReadonlySet<string>;

  /** @throws ProblemError BAD_READING, BAD_PARAM */
  constructor(rulebook: Rulebook, settings: RulebookSettings, calendar: WorkCalendar) {
    this.rulebook = rulebook;
    this.readings = readingsInForce(rulebook, settings.readings);
    checkAmounts(rulebook, settings);
    this.params = new ParamTable(settings.params, settings.versions);
    this.calendar = calendar;
    this.base = scaled('base', rulebook.score.base ?? settings.base, POINT_SCALE);
    this.performanceCap = scaled('performanceCap', rulebook.score.performanceCap, PERCENT_SCALE) ?? 0;
    this.rules = versionsOf(rulebook);
    this.changes = [...new Set([...this.rules.changes, ...this.params.changes()])].sort((a, b) => a - b);
    this.categories = rulebook.categories.map((category) => category.id);
    this.known = new Set(rulebook.clauses.map((clause) => clause.id));
  }

  /** The day whose rules apply to a record of `day` when `month` is scored. */
  ruleDay(day: Day, month: MonthKey): Day {
    return versionDay(this.rulebook, this.readings, day, lastDay(month));
  }

  /** Index of the stretch of days without a change of rules that `day` lies in. */
  versionOf(day: Day): number {
    return stretchOf(day, this.changes);
  }

  /** All clauses in force on a day, by id. */
  clausesOn(day: Day): ReadonlyMap<string, RuleClause> {
    return this.rules.clausesOn(day);
  }

  knows(clauseId: string): boolean {
    return this.known.has(clauseId);
  }

  param(id: string, day: Day): Decimal | undefined {
    return this.params.on(id, day);
  }

  resolve<S>(setting: S) {
    return resolveSwitch(setting, this.readings);
  }
}

/** Whether records of a way of counting belong to later months as well as to that of their date. */
export function countSpansMonths(count: Count): boolean {
  return count.mode === 'deadline_workdays'
    ? count.charge === 'per-day'
    : countingKindOf(count).spansMonths === true;
}

/** Amounts that the user gives for open clauses are counts of a thousandth and never negative. */
function checkAmounts(rulebook: Rulebook, settings: RulebookSettings): void {
  const open = new Set(unsetClauses(rulebook));
  for (const params of [
    settings.params ?? {},
    ...(settings.versions ?? []).map((version) => version.params),
  ]) {
    for (const [param, text] of Object.entries(params)) {
      if (open.has(param) && (toScaled(text, POINT_SCALE) ?? -1) < 0) {
        throw new ProblemError('BAD_PARAM', { param, found: text });
      }
    }
  }
}

function scaled(param: string, text: string | undefined, scale: number): number | undefined {
  if (text === undefined) return undefined;
  const value = toScaled(text, scale);
  if (value === undefined) throw new ProblemError('BAD_PARAM', { param, found: text });
  return value;
}
