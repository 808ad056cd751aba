import type { MonthKey } from '../facts/date';
import type { Rulebook } from '../rulebook/rulebook';
import type { Scorecard } from '../scoring/scorecard';

/** A subject's month as reports need it. */
export interface ReportSubject {
  readonly key: string;
  readonly name: string;
  readonly id?: string | undefined;
  readonly team?: string | undefined;
  readonly card: Scorecard;
  readonly rank?: number | undefined;
  readonly state: 'complete' | 'incomplete';
}

/** A row left out of the numbers, with its sentence made. */
export interface ReportException {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string | undefined;
  readonly code: string;
  readonly severity: 'setAside' | 'error' | 'warning' | 'info';
  readonly name: string;
  readonly date?: string | undefined;
  readonly sentence: string;
  readonly suggestions: readonly string[];
}

/** What every report of a month is made from. */
export interface ReportInput {
  readonly rulebook: Rulebook;
  readonly month: MonthKey;
  readonly subjects: readonly ReportSubject[];
  readonly exceptions: readonly ReportException[];
}
