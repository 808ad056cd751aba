import { monthOfDay, type MonthKey } from '../../facts/date';
import type { Incident } from '../../facts/incident';
import type { Confirmation } from '../../intake/types';
import type { Rulebook } from '../../rulebook/rulebook';
import type { RulebookSettings } from '../../rulebook/settings';
import type { Grid } from '../../workbook/grid';
import { reportWithCasesInSteps, type BuildOptions } from '../build';
import { finish, type MonthReport } from '../report';
import { compareReports, type MonthChange } from './compare';

/** A set of rules to build months under. */
export interface Rules {
  readonly rulebook: Rulebook;
  readonly settings: RulebookSettings;
  /** Confirmations and wordings of this rulebook; absent = those of the options. */
  readonly confirmations?: readonly Confirmation[] | undefined;
  readonly knownWordings?: Readonly<Record<string, string>> | undefined;
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
  return finish(replayInSteps(grids, stateText, before, after, options));
}

/** How far a replay is: `done` of `of` reports of months, the one of `month` being next. */
export interface ReplayStep {
  readonly month: MonthKey;
  readonly done: number;
  readonly of: number;
}

/** The same in slices of a few milliseconds; a step says how far it is, nothing that it is between two of them. */
export function* replayInSteps(
  grids: readonly Grid[],
  stateText: string | undefined,
  before: Rules,
  after: Rules,
  options: ReplayOptions,
): Generator<ReplayStep | void, Replay> {
  function* report(
    {
      rulebook,
      settings,
      knownWordings = options.knownWordings,
      confirmations = options.confirmations,
    }: Rules,
    month: MonthKey,
  ): Generator<void, MonthReport> {
    const steps = reportWithCasesInSteps(grids, stateText, {
      ...options,
      rulebook,
      settings,
      month,
      confirmations: confirmations ?? [],
      knownWordings: knownWordings ?? {},
    });
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      yield;
    }
  }

  const months =
    options.months ?? recordedMonths((yield* report(before, monthOfDay(options.today))).incidents);
  const changes: MonthChange[] = [];
  for (const [index, month] of months.entries()) {
    yield { month, done: index * 2, of: months.length * 2 };
    const present = yield* report(before, month);
    yield { month, done: index * 2 + 1, of: months.length * 2 };
    const confirmations = keptClauses(present, after, options);
    changes.push(compareReports(present, yield* report({ ...after, confirmations }, month)));
  }
  const affected = new Set(changes.flatMap(({ subjects }) => subjects.map(({ key }) => key)));
  return { months: changes, affected: affected.size, isSame: affected.size === 0 };
}

function recordedMonths(incidents: readonly Incident[]): MonthKey[] {
  return [...new Set(incidents.map(({ date }) => monthOfDay(date)))].sort((a, b) => a - b);
}

/** What was confirmed, and the clause of each row that gave one record. */
function keptClauses(
  { incidents }: MonthReport,
  { rulebook, confirmations: own }: Rules,
  options: ReplayOptions,
): Confirmation[] {
  const confirmations = own ?? options.confirmations ?? [];
  const known = new Set(rulebook.clauses.map(({ id }) => id));
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
