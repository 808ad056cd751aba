import type { Language } from '../../i18n';
import type { Grid } from '../../workbook/grid';
import { caseSettingsOf } from '../caseOptions';
import { monthPlans } from '../plans';
import type { MonthReport } from '../report';
import type { issuesOf } from './issues';

/** More entries than this make planning noticeable; the number of tabs is then left open. */
const QUICK = 5000;

/** Tabs that building the month would write: how many, and how many of them stand already. */
export function plannedTabs(
  report: MonthReport,
  { file }: ReturnType<typeof issuesOf>,
  grids: readonly Grid[],
  today: number,
  language: Language,
): { readonly count: number; readonly existing: number } | undefined {
  const entries = report.subjects.reduce((sum, { card }) => sum + card.entries.length, 0);
  if (entries > QUICK) return undefined;
  const made = new Set(grids.flatMap(({ madeBy }) => madeBy ?? []));
  const plans = monthPlans(report, language, {
    casework: { issues: file.issues, today, settings: caseSettingsOf(report.ruleset), made },
  });
  return { count: plans.length, existing: plans.filter(({ id }) => made.has(id)).length };
}
