import type { Day } from './date';
import type { Decimal } from './decimal';
import type { Source } from './incident';

/** What can have happened to a person's shift. 旷工迟到 is `absent_late` and never an absence. */
export const ATTENDANCE_KINDS = [
  'late',
  'severe_late',
  'absent_late',
  'early_leave',
  'missing_punch',
  'absent',
  'leave',
  'off_post',
  'business_trip',
  'outing',
  'overtime',
] as const;
export type AttendanceKind = (typeof ATTENDANCE_KINDS)[number];

/** One attendance event of one person on one day. */
export interface AttendanceEvent {
  readonly person: string;
  readonly day: Day;
  readonly kind: AttendanceKind;
  readonly minutes?: Decimal;
  readonly days?: Decimal;
  /** Which punch: 上班, 下班. */
  readonly slot?: string;
  readonly shift?: string;
  /** Kind of leave as written: 事假, 病假 ... */
  readonly leaveType?: string;
  /** With good reason (无故 does not hold). */
  readonly excused?: boolean;
  readonly source: Source;
}
