import { dayOf, monthOfDay } from '../facts/date';
import { t, type Language, type TextKey } from '../i18n';
import { bulletinPlan } from '../reports/bulletin';
import { detailsPlan } from '../reports/details';
import { employeeSlipsPlans } from '../reports/employeeSlips';
import { exceptionsPlan } from '../reports/exceptions';
import { notesPlan } from '../reports/notes';
import { performancePlan } from '../reports/performance';
import { standardsPlan } from '../reports/standards';
import { assessmentPlan } from '../reports/assessment';
import type { CaseReportInput } from '../reports/caseInput';
import { correctiveActionPlan } from '../reports/correctiveAction';
import { ledgerPlan } from '../reports/ledger';
import { supervisionOrderPlan } from '../reports/supervisionOrder';
import type { SheetPlan } from '../workbook/sheetPlan';

/** A tab that a month can have. */
export interface MonthTab {
  /** Name on the command line. */
  readonly key: string;
  readonly titles: readonly TextKey[];
  /** Made from issues: a list of the year's, or one form an issue. */
  readonly casework?: 'list' | 'forms';
  readonly make: (input: MonthInput, language: Language) => readonly SheetPlan[];
}

/** What the tabs of a month are made from. */
export interface MonthInput extends CaseReportInput {
  /** Year of the ledger that people write in; absent = the month's. */
  readonly ledgerYear?: number | undefined;
}

const one =
  (make: (input: MonthInput, language: Language) => SheetPlan): MonthTab['make'] =>
  (input, language) => [make(input, language)];

/** Lists of the year: those of the newest ledger, whichever month is looked at. */
const yearly =
  (make: (input: MonthInput, language: Language) => SheetPlan): MonthTab['make'] =>
  (input, language) => {
    const newest = dayOf(input.ledgerYear ?? 0, 1, 1);
    const month = newest === undefined ? input.month : Math.max(input.month, monthOfDay(newest));
    return [make({ ...input, month }, language)];
  };

/** Every tab of a month, in the order in which they stand in the workbook. To add a tab, add a line. */
export const MONTH_TABS: readonly MonthTab[] = [
  { key: 'ledger', titles: ['tab.ledger'], make: yearly(ledgerPlan), casework: 'list' },
  { key: 'orders', titles: ['tab.supervisionOrder'], make: one(supervisionOrderPlan), casework: 'forms' },
  {
    key: 'corrections',
    titles: ['tab.correctiveAction'],
    make: one(correctiveActionPlan),
    casework: 'forms',
  },
  { key: 'assessment', titles: ['tab.assessment'], make: yearly(assessmentPlan), casework: 'list' },
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
