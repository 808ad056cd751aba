import {
  caseSettings,
  maskName,
  maskPhone,
  parseIssueId,
  type CaseRules,
  type CaseSettings,
  type ServiceIssue,
} from '../casework';
import { calendarDate, firstDay, monthOfDay, type Day } from '../facts/date';
import type { Ruleset } from '../scoring/ruleset';
import type { ReportInput } from './subjects';

/** What the casework tabs are made from. */
export interface CaseReportInput extends ReportInput {
  readonly issues: readonly ServiceIssue[];
  readonly today: Day;
  readonly settings: CaseSettings;
  /** Print phones as `139****5678`. */
  readonly maskPhones?: boolean | undefined;
  /** Print customers' names as `王**`. */
  readonly maskNames?: boolean | undefined;
}

/** The rulebook as issues are assessed by it. */
export function caseRules(ruleset: Ruleset): CaseRules {
  const { issues } = ruleset.rulebook;
  return {
    clauseOn: (id, day) => ruleset.clausesOn(ruleset.ruleDay(day, monthOfDay(day))).get(id)?.clause,
    resolve: (setting) => ruleset.resolve(setting),
    complaintCostsPoints: issues !== undefined && ruleset.resolve(issues.complaintPoints) === 'points-too',
  };
}

/** Casework settings under the calendar of the ruleset. */
export function settingsFor(ruleset: Ruleset, settings: Partial<CaseSettings> = {}): CaseSettings {
  return caseSettings({ calendar: ruleset.calendar, ...settings });
}

export const shownPhone = ({ phone }: ServiceIssue, { maskPhones }: CaseReportInput): string | undefined =>
  phone === undefined || maskPhones !== true ? phone : maskPhone(phone);

export const shownCustomer = (
  { customer }: ServiceIssue,
  { maskNames }: CaseReportInput,
): string | undefined => (customer === undefined || maskNames !== true ? customer : maskName(customer));

export function yearOf({ month }: ReportInput): number {
  return calendarDate(firstDay(month)).year;
}

/** The issues of the year's ledger: those of the year and later, and what is still open of earlier years. */
export function ledgerIssues(input: CaseReportInput): readonly ServiceIssue[] {
  const year = yearOf(input);
  return input.issues.filter(({ id, state }) => (parseIssueId(id)?.year ?? year) >= year || state !== '办结');
}
