import { monthOfDay, type MonthKey } from '../../facts/date';
import type { Incident } from '../../facts/incident';
import type { Confirmation } from '../../intake/types';
import type { Rulebook } from '../../rulebook/rulebook';
import type { RulebookSettings } from '../../rulebook/settings';
import type { Grid } from '../../workbook/grid';
import { reportWithCases, type BuildOptions } from '../build';
import type { MonthReport } from '../report';
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
 * nothing is written, and the document of the workbook stays as it was. A row that the present rules give a clause
 * keeps it under the others as long as they have it, although an amount written in the row speaks for another.
 * @throws ProblemError BAD_READING, BAD_PARAM
 */
export function replay(
  grids: readonly Grid[],
  stateText: string | undefined,
  before: Rules,
  after: Rules,
  options: ReplayOptions,
): Replay {
  const report = (rules: Rules, month: MonthKey, confirmations = options.confirmations ?? []): MonthReport =>
    reportWithCases(grids, stateText, { ...options, ...rules, month, confirmations });
  const months = options.months ?? recordedMonths(report(before, monthOfDay(options.today)).incidents);
  const changes = months.map((month) => {
    const present = report(before, month);
    return compareReports(present, report(after, month, keptClauses(present, after.rulebook, options)));
  });
  const affected = new Set(changes.flatMap(({ subjects }) => subjects.map(({ key }) => key)));
  return { months: changes, affected: affected.size, isSame: affected.size === 0 };
}

function recordedMonths(incidents: readonly Incident[]): MonthKey[] {
  return [...new Set(incidents.map(({ date }) => monthOfDay(date)))].sort((a, b) => a - b);
}

/** What was confirmed, and the clause of each row that gave one record. */
function keptClauses(
  { incidents }: MonthReport,
  { clauses }: Rulebook,
  { confirmations = [] }: ReplayOptions,
): Confirmation[] {
  const known = new Set(clauses.map(({ id }) => id));
  const rows = new Map<string, Incident[]>();
  const keyOf = ({ sheet, row }: { sheet: string; row: number }): string => `${row} ${sheet}`;
  for (const incident of incidents) {
    if (incident.source === undefined) continue;
    const key = keyOf(incident.source);
    rows.set(key, [...(rows.get(key) ?? []), incident]);
  }
  const kept = [...rows.values()].flatMap(([only, second]): Confirmation[] => {
    if (only?.source === undefined || second !== undefined || !known.has(only.clause)) return [];
    const { sheet, row } = only.source;
    const said = confirmations.find((each) => keyOf(each) === keyOf(only.source ?? each));
    return [{ ...said, sheet, row, clause: only.clause }];
  });
  const settled = new Set(kept.map(keyOf));
  return [...confirmations.filter((each) => !settled.has(keyOf(each))), ...kept];
}
