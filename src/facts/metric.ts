import type { Day, MonthKey } from './date';
import type { Decimal } from './decimal';
import type { Moment, Source } from './incident';

/** Measures that teams keep by month or day and that clauses may refer to. */
export const METRIC_NAMES = [
  'households_visited',
  'frontdesk_contacts',
  'fee_collected',
  'fee_due',
  'late_count',
  'leave_count',
  'reported_headcount',
  'actual_headcount',
  'daily_report_submitted_at',
  'monthly_report_submitted_on',
  'attrition_list_submitted_on',
  'attrition',
  'replenished_on',
  'manhours_short',
  'rank_last',
] as const;
export type MetricName = (typeof METRIC_NAMES)[number];

/** One measured fact about a subject on a day or in a month. */
export interface Metric {
  readonly subject: string;
  readonly name: MetricName;
  readonly month: MonthKey;
  readonly day?: Day;
  readonly number?: Decimal;
  readonly on?: Day;
  readonly at?: Moment;
  readonly source: Source;
}
