import type { CaseRules, CaseSettings, ServiceIssue } from '../casework';
import type { Day } from '../facts/date';
import { calendarDate, firstDay } from '../facts/date';
import { maskName, maskPhone, parseIssueId } from '../casework';
import type { ReportInput } from './subjects';

/** What the casework tabs are made from. */
export interface CaseReportInput extends ReportInput {
  readonly issues: readonly ServiceIssue[];
  readonly today: Day;
  readonly settings: CaseSettings;
  /** The rulebook that assesses issues, under the readings in force. */
  readonly rules?: CaseRules | undefined;
  /** Print phones as `139****5678`. */
  readonly maskPhones?: boolean | undefined;
  /** Print customers' names as `王**`. */
  readonly maskNames?: boolean | undefined;
}

export const shownPhone = ({ phone }: ServiceIssue, { maskPhones }: CaseReportInput): string | undefined =>
  phone === undefined || maskPhones !== true ? phone : maskPhone(phone);

export const shownCustomer = ({ customer }: ServiceIssue, { maskNames }: CaseReportInput): string | undefined =>
  customer === undefined || maskNames !== true ? customer : maskName(customer);

export function yearOf({ month }: ReportInput): number {
  return calendarDate(firstDay(month)).year;
}

/** The issues of the year's ledger: those of the year and later, and what is still open of earlier years. */
export function ledgerIssues(input: CaseReportInput): readonly ServiceIssue[] {
  const year = yearOf(input);
  return input.issues.filter(({ id, state }) => (parseIssueId(id)?.year ?? year) >= year || state !== '办结');
}
