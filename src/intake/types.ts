import type { AttendanceEvent } from '../facts/attendance';
import type { Day, MonthKey } from '../facts/date';
import type { Decimal } from '../facts/decimal';
import type { Incident, Moment, Source } from '../facts/incident';
import type { Metric } from '../facts/metric';
import type { Person, RosterSpan } from '../facts/person';
import type { Problem } from '../facts/problem';
import type { ReadingValues } from '../rulebook/primitives';
import type { Rulebook } from '../rulebook/rulebook';
import type { Grid } from '../workbook/grid';

/** What a sheet is in the month's work. */
export const SHEET_ROLES = [
  'attendance-daily',
  'attendance-matrix',
  'attendance-punches',
  'attendance-machine',
  'attendance-handmade',
  'approvals',
  'qa-log',
  'qa-scorecard',
  'qa-deductions',
  'qa-summary',
  'qa-ai-export',
  'appeals',
  'complaint-ledger',
  'complaint-order',
  'roster',
  'shifts',
  'daily',
  'submissions',
  'metrics',
  'params',
  'made',
  'none',
] as const;
export type SheetRole = (typeof SHEET_ROLES)[number];

/** A decision of the reader with how sure it is (0-1) and why, as a code of the i18n table. */
export interface Judged<T> {
  readonly value: T;
  readonly confidence: number;
  readonly reasons: readonly Problem[];
}

export interface ColumnReading {
  /** 0-based. */
  readonly index: number;
  /** Header text, parent and child joined with `/`. */
  readonly header: string;
  /** Field name, or `undefined` where the column is not used. */
  readonly field: string | undefined;
  readonly confidence: number;
  readonly reason: Problem;
  /** Full marks of a criterion, from a row below the header or from the header itself. */
  readonly fullMarks?: string;
}

/** Why a row between the first and last data row is no data. */
export const SKIP_REASONS = ['total', 'group', 'signature', 'note', 'header', 'full-marks'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** A row that is no data: subtotal, department, signature, remark, repeated header. Blank rows are not listed. */
export interface SkippedRow {
  /** 1-based. */
  readonly row: number;
  readonly reason: SkipReason;
  /** What the row says, shortened. */
  readonly text: string;
}

/** What was understood of one sheet; rows are 1-based as people see them. */
export interface SheetReading {
  readonly name: string;
  readonly role: Judged<SheetRole>;
  readonly titleRows: readonly number[];
  readonly headerRows: readonly number[];
  readonly dataStartRow: number;
  readonly dataEndRow: number;
  readonly columns: readonly ColumnReading[];
  readonly skipped: readonly SkippedRow[];
  /** Months the sheet speaks of, from its title, name or dates. */
  readonly period?: { readonly from: Day; readonly to: Day };
  /** Where further tables of the sheet begin (A1 addresses of their first header cells); they are not read. */
  readonly otherTables?: readonly string[];
  /** Columns of this table, where another one stands to its right; absent = all of the sheet. */
  readonly width?: number;
  /** Same for next month's sheet of the same layout, even when columns moved. */
  readonly fingerprint: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something a person should look at, with the cell to look at and, by its code, what to do. */
export interface Finding extends Problem {
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 address. */
  readonly address: string;
}

/** A row that could not be used: left out of every number, counted and listed. */
export interface SetAsideRow extends Problem {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
  /** Subjects whose month is incomplete because of it. */
  readonly subjects: readonly string[];
  /** Days the row may belong to; empty when unknown (then it concerns every month). */
  readonly dates: readonly Day[];
  /** Suggestions, best first: clause ids or person keys. */
  readonly suggestions?: readonly { readonly id: string; readonly score: number }[];
}

/** A row that was read and deliberately leads to no record: upheld appeal, cancelled by approval, duplicate. */
export interface DroppedRow extends Problem {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
  readonly subject?: string;
  readonly date?: Day;
}

/** A value of the workbook's own parameter sheet, possibly dated. */
export interface ParamReading {
  readonly id: string;
  readonly value: string;
  readonly from?: Day;
  readonly sheet: string;
  readonly row: number;
}

/** What a user settled: remembered in the workbook, or given on the command line. */
export interface Confirmation {
  readonly sheet: string;
  readonly row: number;
  /** Clause id, or null for 不考核. */
  readonly clause?: string | null | undefined;
  /** Person key. */
  readonly person?: string | undefined;
}

/** A layout corrected by the user, found again by fingerprint. */
export interface SheetMapping {
  readonly fingerprint: string;
  readonly role?: SheetRole;
  /** Header text -> field name, or null for unused. */
  readonly fields: Readonly<Record<string, string | null>>;
}

export interface IntakeContext {
  readonly rulebook: Rulebook;
  readonly month: MonthKey;
  /** Today, for dates in the future; absent = not checked beyond the month. */
  readonly today?: Day;
  readonly readings: ReadingValues;
  readonly confirmations: readonly Confirmation[];
  readonly mappings: readonly SheetMapping[];
  /** Violation wordings confirmed before: normalised text -> clause id. */
  readonly knownWordings: Readonly<Record<string, string>>;
}

/** Everything read from a workbook. */
export interface WorkbookReading {
  readonly sheets: readonly SheetReading[];
  readonly people: readonly Person[];
  /** Keys of subjects that must appear in the month's result even without a record. */
  readonly subjects: readonly string[];
  readonly events: readonly AttendanceEvent[];
  readonly metrics: readonly Metric[];
  /** Records for scoring, from logs and derived from attendance and metrics; of every month on the sheets. */
  readonly incidents: readonly Incident[];
  readonly setAside: readonly SetAsideRow[];
  readonly dropped: readonly DroppedRow[];
  readonly findings: readonly Finding[];
  readonly params: readonly ParamReading[];
  /** Data rows looked at. */
  readonly rowCount: number;
}

/** Someone as a sheet names them, before people are matched. */
export interface PersonRef {
  /** Tidied name, `''` when the sheet gives only an id. */
  readonly name: string;
  readonly id?: string;
  /** The attendance platform's own key, where 工号 is empty. */
  readonly userId?: string;
  /** The cell says (已离职). */
  readonly left?: true;
}

/** An attendance event whose person is not matched yet. */
export interface SheetEvent extends Omit<AttendanceEvent, 'person'> {
  readonly who: PersonRef;
}

/** A metric whose subject is not matched yet; no `who` = the whole team or workbook. */
export interface SheetMetric extends Omit<Metric, 'subject'> {
  readonly who?: PersonRef;
  readonly team?: string;
}

/** A person on a roster sheet; the head of a span is named, not matched. */
export interface SheetPerson {
  readonly who: PersonRef;
  readonly aliases: readonly string[];
  readonly spans: readonly (Omit<RosterSpan, 'head'> & { readonly head?: PersonRef })[];
  readonly source: Source;
}

/** A request for leave, a made-up punch and the like. Only granted ones change anything. */
export interface Approval {
  readonly who: PersonRef;
  readonly kind: 'leave' | 'punch' | 'business_trip' | 'outing' | 'overtime' | 'other';
  /** 事假, 病假 ... as written. */
  readonly leaveType?: string;
  readonly from: Moment;
  readonly to: Moment;
  readonly days?: Decimal;
  readonly minutes?: Decimal;
  readonly granted: boolean;
  readonly source: Source;
}

/** A shift's hours: seconds since midnight; `end` beyond 86400 for shifts over midnight. */
export interface ShiftTime {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly source?: Source;
}

/** Who works which shift: on one day, or always where `day` is left out. */
export interface ScheduledShift {
  readonly who: PersonRef;
  readonly day?: Day;
  /** Name of the shift, or 休息 and the like. */
  readonly shift: string;
}

/** Everything one sheet says, people by name only. Rows of QA and complaint sheets are read from `reading`. */
export interface SheetFacts {
  readonly reading: SheetReading;
  readonly events: readonly SheetEvent[];
  readonly people: readonly SheetPerson[];
  readonly metrics: readonly SheetMetric[];
  readonly params: readonly ParamReading[];
  readonly approvals: readonly Approval[];
  readonly shifts: readonly ShiftTime[];
  readonly schedule: readonly ScheduledShift[];
  readonly findings: readonly Finding[];
  readonly setAside: readonly SheetSetAside[];
  readonly dropped: readonly SheetDropped[];
  /** Data rows looked at. */
  readonly rowCount: number;
}

/** A row set aside before people are matched. */
export interface SheetSetAside extends Omit<SetAsideRow, 'subjects'> {
  readonly who?: PersonRef;
}

/** A row dropped before people are matched. */
export interface SheetDropped extends Omit<DroppedRow, 'subject'> {
  readonly who?: PersonRef;
}

export type ReadWorkbook = (grids: readonly Grid[], context: IntakeContext) => WorkbookReading;
