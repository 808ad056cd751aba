import { lastDay, type Day, type MonthKey } from '../facts/date';
import { PERCENT_SCALE, POINT_SCALE, toScaled, type Decimal } from '../facts/decimal';
import { ProblemError } from '../facts/problem';
import type { WorkCalendar } from '../facts/workdays';
import type { Clause } from '../rulebook/clause';
import { countingKindOf, type Count } from '../rulebook/counting';
import { clauseOn, isInForce, ruleChanges } from '../rulebook/effective';
import type { Effect } from '../rulebook/effects';
import { resolveSwitch, type ReadingValues } from '../rulebook/primitives';
import type { Rulebook } from '../rulebook/rulebook';
import {
  ParamTable,
  readingsInForce,
  unsetClauses,
  versionDay,
  type RulebookSettings,
} from '../rulebook/settings';

/** A clause as it stands in one version, with what is asked of every record looked up once. */
export interface RuleClause {
  readonly clause: Clause;
  /** Position in the rulebook. */
  readonly order: number;
  readonly flags: ReadonlySet<string>;
  /** Effects that any record of the rulebook may bring by a flag. */
  readonly general: readonly {
    readonly clause: string;
    readonly flag: string;
    readonly effects: readonly Effect[];
  }[];
}

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
  private readonly versions = new Map<number, ReadonlyMap<string, RuleClause>>();
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
    this.changes = [...new Set([...ruleChanges(rulebook), ...this.params.changes()])].sort((a, b) => a - b);
    this.categories = rulebook.categories.map((category) => category.id);
    this.known = new Set(rulebook.clauses.map((clause) => clause.id));
  }

  /** The day whose rules apply to a record of `day` when `month` is scored. */
  ruleDay(day: Day, month: MonthKey): Day {
    return versionDay(this.rulebook, this.readings, day, lastDay(month));
  }

  /** Index of the stretch of days without a change of rules that `day` lies in. */
  versionOf(day: Day): number {
    let index = 0;
    while (index < this.changes.length && this.changes[index]! <= day) index += 1;
    return index;
  }

  /** All clauses in force on a day, by id. */
  clausesOn(day: Day): ReadonlyMap<string, RuleClause> {
    const version = this.versionOf(day);
    const known = this.versions.get(version);
    if (known !== undefined) return known;
    const inForce = this.rulebook.clauses.flatMap((clause, order) => {
      const current = isInForce(this.rulebook, day) ? clauseOn(clause, day) : undefined;
      return current === undefined ? [] : [{ clause: current, order }];
    });
    const general = inForce.flatMap(({ clause }) =>
      clause.count.mode === 'flag_on_any_record'
        ? [{ clause: clause.id, flag: clause.count.flag, effects: clause.effects }]
        : [],
    );
    const built = new Map(
      inForce.map(({ clause, order }): [string, RuleClause] => {
        const generalHere = clause.count.mode === 'flag_on_any_record' ? [] : general;
        return [clause.id, { clause, order, general: generalHere, flags: knownFlags(clause, generalHere) }];
      }),
    );
    this.versions.set(version, built);
    return built;
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

/** Flags that a record of the clause may carry; any other is refused. */
function knownFlags(clause: Clause, general: readonly { readonly flag: string }[]): ReadonlySet<string> {
  const flags = new Set<string>(general.map((rule) => rule.flag));
  for (const effect of [...clause.effects, ...(clause.escalation?.effects ?? [])]) {
    if (effect.when?.flag !== undefined) flags.add(effect.when.flag);
    if (effect.when?.flag_not !== undefined) flags.add(effect.when.flag_not);
  }
  if (clause.multiplier !== undefined) {
    flags.add(clause.multiplier.flag);
    clause.multiplier.parts?.flags.forEach((flag) => flags.add(flag));
  }
  if (clause.escalation?.orFlag !== undefined) flags.add(clause.escalation.orFlag);
  if (clause.exemption?.flag !== undefined) flags.add(clause.exemption.flag);
  if (clause.excusable === true) flags.add('excused');
  if (clause.count.mode === 'rate_below') flags.add('cause_confirmed');
  if (clause.count.mode === 'flag_on_any_record') flags.add(clause.count.flag);
  return flags;
}
