import type { Incident } from '../../../src/facts/incident';
import type { ServiceIssue } from '../../../src/casework';
import { lastDay, type MonthKey } from '../../../src/facts/date';
import { PLAIN_WEEKDAYS } from '../../../src/facts/workdays';
import type { MonthInput } from '../../../src/month/tabs';
import { settingsFor } from '../../../src/reports/caseInput';
import type { ReportInput, ReportSubject } from '../../../src/reports/subjects';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import type { RulebookSettings } from '../../../src/rulebook/settings';
import { Ruleset } from '../../../src/scoring/ruleset';
import { rankScores } from '../../../src/scoring/scorecard';
import { scoreMonth } from '../../../src/scoring/scoreMonth';
import type { PlanCell, SheetPlan } from '../../../src/workbook/sheetPlan';
import { month, shipped } from '../../support/scoring';

export interface InputOptions extends RulebookSettings {
  readonly month?: string;
  readonly subjects?: readonly string[];
  readonly teams?: Readonly<Record<string, string>>;
  readonly ids?: Readonly<Record<string, string>>;
  readonly more?: Partial<ReportInput>;
  /** Whether the month before is there to compare with. */
  readonly withPrevious?: boolean;
}

/** What reports are made from, scored from records. */
export function input(
  rulebook: Rulebook | string,
  records: readonly Incident[],
  options: InputOptions = {},
): ReportInput {
  const {
    month: when = '2026-10',
    subjects = [],
    teams = {},
    ids = {},
    more = {},
    withPrevious = false,
    ...settings
  } = options;
  const book = typeof rulebook === 'string' ? shipped(rulebook) : rulebook;
  const ruleset = new Ruleset(book, settings, PLAIN_WEEKDAYS);
  const subjectsOf = (key: MonthKey): ReportSubject[] => {
    const { cards } = scoreMonth(records, subjects, key, ruleset);
    const ranks = rankScores(cards.map(({ score }) => score));
    return cards.map((card, index) => ({
      key: card.subject,
      name: card.subject,
      id: ids[card.subject],
      team: teams[card.subject],
      card,
      rank: ranks[index],
      state: card.state,
    }));
  };
  const key = month(when);
  return {
    rulebook: book,
    ruleset,
    month: key,
    subjects: subjectsOf(key),
    exceptions: [],
    ...(withPrevious && { previous: subjectsOf(key - 1) }),
    ...more,
  };
}

/** The same with issues of casework, for tabs that are made from them. */
export const withIssues = (from: ReportInput, issues: readonly ServiceIssue[] = []): MonthInput => ({
  ...from,
  issues,
  today: lastDay(from.month),
  settings: settingsFor(from.ruleset),
});

export const texts = (plan: SheetPlan): PlanCell['value'][] =>
  plan.rows
    .flatMap((row) => row.cells.map((cell) => cell?.value ?? null))
    .filter((value) => value !== null && value !== '');

/** The rows of the list as objects by header. */
export function listed(plan: SheetPlan): Record<string, PlanCell['value']>[] {
  const { headerRow, firstRow, lastRow } = plan.table!;
  const header = plan.rows[headerRow]!.cells.map((cell) => String(cell?.value ?? ''));
  return plan.rows
    .slice(firstRow, lastRow + 1)
    .map((row) => Object.fromEntries(header.map((name, column) => [name, row.cells[column]?.value ?? null])));
}

/** Values of the row with an id. */
export const rowOf = (plan: SheetPlan, id: string): PlanCell['value'][] =>
  plan.rows.find((row) => row.id === id)?.cells.map((cell) => cell?.value ?? null) ?? [];
