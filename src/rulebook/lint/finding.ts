import type { Day } from '../../facts/date';
import type { WorkCalendar } from '../../facts/workdays';
import type { ReadingValues } from '../primitives';
import type { Rulebook } from '../rulebook';
import type { ClauseState } from './states';

/** `error`: numbers come out wrong or never come. `warning`: somebody has to decide or to look. */
export type Severity = 'error' | 'warning';

export type FindingParams = Readonly<Record<string, string | number>>;

/** What a check points at; the sentence is the i18n text `lint.<check>`, what to do is `lint.<check>.do`. */
export interface LintFinding {
  readonly check: string;
  readonly severity: Severity;
  /** Id of the clause; absent = the rulebook as a whole. */
  readonly clause?: string | undefined;
  readonly params: FindingParams;
}

/** What the checks look at. */
export interface LintContext {
  readonly rulebook: Rulebook;
  /** Every clause as it stood and stands, one state for each revision. */
  readonly states: readonly ClauseState[];
  /** The readings as the rulebook sets them. */
  readonly readings: ReadingValues;
  /** Holidays that are known. */
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

/** One check in one file; adding a check is adding a file and a line in the table. */
export interface LintCheck {
  readonly check: string;
  readonly severity: Severity;
  readonly look: (context: LintContext) => Iterable<Found>;
}

export interface Found {
  readonly clause?: string | undefined;
  readonly params?: FindingParams;
}
