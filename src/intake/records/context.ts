import type { Day } from '../../facts/date';
import type { Rulebook } from '../../rulebook/rulebook';
import type { Matcher } from '../matching/matcher';
import type { Confirmation, DroppedRow, Finding, SetAsideRow, Severity } from '../types';
import type { Heads } from './heads';
import type { Subjects } from './subject';
import type { AppealStatus } from './status';

/** The outcome of an appeal that a separate sheet reports. */
export interface AppealOutcome {
  readonly status: AppealStatus;
  readonly sheet: string;
  readonly row: number;
}

/** What rows of record sheets are turned into incidents with. */
export interface RecordContext {
  readonly rulebook: Rulebook;
  readonly matcher: Matcher;
  readonly subjects: Subjects;
  readonly heads: Heads;
  /** First and last day of the month looked at. */
  readonly from: Day;
  readonly to: Day;
  /** Days after this one are in the future. */
  readonly latest: Day;
  readonly confirmations: ReadonlyMap<string, Confirmation>;
  /** Normalised record number -> outcome of its appeal. */
  readonly appeals: ReadonlyMap<string, AppealOutcome>;
}

export const confirmationKey = (sheet: string, row: number): string => `${sheet}\u0000${row}`;

/** Where set-aside and dropped rows and findings are gathered. */
export class RecordOutput {
  readonly setAside: SetAsideRow[] = [];
  readonly dropped: DroppedRow[] = [];
  readonly findings: Finding[] = [];

  finding(
    severity: Severity,
    code: string,
    at: { readonly sheet: string; readonly address: string },
    params?: Readonly<Record<string, string | number>>,
  ): void {
    this.findings.push({
      code,
      severity,
      sheet: at.sheet,
      address: at.address,
      ...(params === undefined ? {} : { params }),
    });
  }
}
