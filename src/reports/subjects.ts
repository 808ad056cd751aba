import type { MonthKey } from '../facts/date';
import type { Rulebook } from '../rulebook/rulebook';
import type { Ruleset } from '../scoring/ruleset';
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

/** A sheet that was read, as the explanation tab lists it. */
export interface ReportSource {
  readonly sheet: string;
  /** Role in words. */
  readonly role: string;
  /** Data rows, first to last, as people count them; absent where the sheet was not used. */
  readonly rows?: { readonly first: number; readonly last: number } | undefined;
  /** Records of the month that it gave. */
  readonly records: number;
}

/** How many rows went where. */
export interface ReportCounts {
  readonly rows: number;
  readonly charged: number;
  readonly checked: number;
  readonly setAside: number;
}

/** What a bulletin proposes; a person confirms. */
export interface BulletinRules {
  /** Points deducted from which criticism is proposed, as a decimal; absent = not proposed by points. */
  readonly criticiseFrom?: string | undefined;
  /** Ranks up to which praise is proposed; absent = 3, 0 = none. */
  readonly praiseRanks?: number | undefined;
}

/** What every report of a month is made from. */
export interface ReportInput {
  readonly rulebook: Rulebook;
  /** The rulebook under the readings and parameters in force. */
  readonly ruleset: Ruleset;
  readonly month: MonthKey;
  readonly subjects: readonly ReportSubject[];
  readonly exceptions: readonly ReportException[];
  /** Subjects of the month before, for comparison. */
  readonly previous?: readonly ReportSubject[] | undefined;
  readonly bulletin?: BulletinRules | undefined;
  readonly sources?: readonly ReportSource[] | undefined;
  readonly counts?: ReportCounts | undefined;
  /** When it was made, in words; absent = not written, so that making it again changes nothing. */
  readonly madeAt?: string | undefined;
}
