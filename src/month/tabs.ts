import { t, type Language, type TextKey } from '../i18n';
import { bulletinPlan } from '../reports/bulletin';
import { detailsPlan } from '../reports/details';
import { employeeSlipsPlans } from '../reports/employeeSlips';
import { exceptionsPlan } from '../reports/exceptions';
import { notesPlan } from '../reports/notes';
import { performancePlan } from '../reports/performance';
import { standardsPlan } from '../reports/standards';
import type { ReportInput } from '../reports/subjects';
import type { SheetPlan } from '../workbook/sheetPlan';

/** A tab that a month can have. */
export interface MonthTab {
  /** Name on the command line. */
  readonly key: string;
  readonly titles: readonly TextKey[];
  readonly make: (input: ReportInput, language: Language) => readonly SheetPlan[];
}

const one =
  (make: (input: ReportInput, language: Language) => SheetPlan): MonthTab['make'] =>
  (input, language) => [make(input, language)];

/** Every tab of a month, in the order in which they stand in the workbook. To add a tab, add a line. */
export const MONTH_TABS: readonly MonthTab[] = [
  { key: 'performance', titles: ['tab.performance'], make: one(performancePlan) },
  { key: 'details', titles: ['tab.details'], make: one(detailsPlan) },
  { key: 'standards', titles: ['tab.standards'], make: one(standardsPlan) },
  { key: 'bulletin', titles: ['tab.bulletin'], make: one(bulletinPlan) },
  { key: 'employeeSlips', titles: ['tab.employeeSlips', 'tab.subjectSlips'], make: employeeSlipsPlans },
  { key: 'exceptions', titles: ['tab.exceptions'], make: one(exceptionsPlan) },
  { key: 'notes', titles: ['tab.notes'], make: one(notesPlan) },
];

const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A tab by its key or by its title in either language; undefined for anything else. */
export function findTab(name: string): MonthTab | undefined {
  const wanted = name.trim().toLowerCase();
  return MONTH_TABS.find(
    ({ key, titles }) =>
      key.toLowerCase() === wanted ||
      titles.some((title) => LANGUAGES.some((language) => t(language, title).toLowerCase() === wanted)),
  );
}
