import { monthOfDay, type MonthKey } from '../../facts/date';
import type { Rulebook } from '../../rulebook/rulebook';
import type { RulebookSettings } from '../../rulebook/settings';
import type { Grid } from '../../workbook/grid';
import { reportWithCases, type BuildOptions } from '../build';
import { compareReports, type MonthChange } from './compare';

/** A set of rules to build months under. */
export interface Rules {
  readonly rulebook: Rulebook;
  readonly settings: RulebookSettings;
}

export interface ReplayOptions extends Omit<BuildOptions, 'rulebook' | 'settings' | 'month'> {
  /** Absent = every month in which the workbook has a record. */
  readonly months?: readonly MonthKey[] | undefined;
}

/** What would change, month by month, under other rules. */
export interface Replay {
  readonly months: readonly MonthChange[];
  /** People or teams of whom anything changes in any month. */
  readonly affected: number;
  readonly isSame: boolean;
}

/**
 * The months of a workbook under two sets of rules, side by side. Both are built in the one way every month is built;
 * nothing is written, and the document of the workbook stays as it was.
 * @throws ProblemError BAD_READING, BAD_PARAM
 */
export function replay(
  grids: readonly Grid[],
  stateText: string | undefined,
  before: Rules,
  after: Rules,
  options: ReplayOptions,
): Replay {
  const report = (rules: Rules, month: MonthKey) =>
    reportWithCases(grids, stateText, { ...options, ...rules, month });
  const months = options.months ?? recordedMonths(report(before, monthOfDay(options.today)).incidents);
  const changes = months.map((month) => compareReports(report(before, month), report(after, month)));
  const affected = new Set(changes.flatMap(({ subjects }) => subjects.map(({ key }) => key)));
  return { months: changes, affected: affected.size, isSame: affected.size === 0 };
}

function recordedMonths(incidents: readonly { readonly date: number }[]): MonthKey[] {
  return [...new Set(incidents.map(({ date }) => monthOfDay(date)))].sort((a, b) => a - b);
}
