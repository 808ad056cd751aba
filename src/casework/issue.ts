import type { Day } from '../facts/date';
import type { Source } from '../facts/incident';
import type { CaseState } from './states';

/** 抱怨 asks for improvement, 投诉 seeks material or moral compensation. */
export const ISSUE_KINDS = ['抱怨', '投诉'] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

/** Levels of a 投诉; 1 is the gravest. */
export const COMPLAINT_LEVELS = [1, 2, 3] as const;
export type ComplaintLevel = (typeof COMPLAINT_LEVELS)[number];

/** Texts of an issue that people write and that are kept as written. */
export const TEXT_FIELDS = [
  'receivedBy',
  'channel',
  'customer',
  'phone',
  'address',
  'content',
  'demand',
  'accused',
  'investigator',
  'handlingDepartment',
  'handler',
  'limit',
  'handling',
  'measures',
  'correctionNote',
  'result',
  'satisfaction',
  'note',
  'people',
  'clause',
  'chosenPoints',
  'chosenDiscipline',
  'head',
  'headPoints',
  'headDiscipline',
  'decision',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const DAY_FIELDS = [
  'receivedOn',
  'reportedOn',
  'occurredOn',
  'orderedOn',
  'reopenedOn',
  'handledOn',
  'seenOpenOn',
  'checkedOn',
  'calledBackOn',
  'verifiedOn',
  'closedOn',
] as const;
export type DayField = (typeof DAY_FIELDS)[number];

/** A later date than the time limit gives, granted by a person. */
export interface Extension {
  readonly to: Day;
  /** The due day it replaces. */
  readonly from?: Day | undefined;
  readonly grantedOn?: Day | undefined;
  readonly reason?: string | undefined;
}

type Texts = Readonly<Partial<Record<TextField, string | undefined>>>;
type Days = Readonly<Partial<Record<DayField, Day | undefined>>>;

/**
 * One service-quality issue with all fields of annexes 1 to 3. Texts: `receivedBy` 受理人, `channel` 反映方式 as
 * recorded, `demand` 客户要求, `accused` 被抱怨/投诉部门、人员, `limit` 办理时限, `people` 责任人 (several
 * separated by 、), `clause` annex 4, `decision` how the proposal was decided.
 * Days: `receivedOn` 受理时间, `reportedOn` 反映时间, `orderedOn` the order was issued, `reopenedOn` it went back to
 * handling, `seenOpenOn` the last day it was seen waiting for handling.
 */
export interface ServiceIssue extends Texts, Days {
  /** Year of receipt and number within it, for example `2026-012`. */
  readonly id: string;
  readonly state: CaseState;
  /** Second of the day of receipt. */
  readonly receivedAt?: number | undefined;
  /** Established by investigation; absent = not decided yet. */
  readonly verified?: boolean | undefined;
  readonly kind?: IssueKind | undefined;
  readonly level?: ComplaintLevel | undefined;
  readonly extension?: Extension | undefined;
  /** How often it went back to handling after a call-back. */
  readonly rounds?: number | undefined;
  /** The complaint sheet's row; absent for an issue entered in the ledger. */
  readonly source?: Source | undefined;
  /** The number the complaint sheet itself gives. */
  readonly sourceNumber?: string | undefined;
  /** What the record said when it was last read. */
  readonly recorded?: Readonly<Record<string, RecordedValue>> | undefined;
  /** The record is no longer on its sheet. */
  readonly missing?: boolean | undefined;
  /** Entries that could not be read, by field: shown as typed until someone corrects them. */
  readonly unread?: Readonly<Record<string, string>> | undefined;
}

export type RecordedValue = string | number | boolean;

/** Changes of an issue; a field present with `undefined` is cleared. */
export type IssuePatch = { readonly [Key in Exclude<keyof ServiceIssue, 'id'>]?: ServiceIssue[Key] };

const PEOPLE_SEPARATORS = /[、,，;；/／\n]+/;

/** The responsible people of an issue, in the order written. */
export function responsiblePeople(issue: ServiceIssue): readonly string[] {
  const names = (issue.people ?? '').split(PEOPLE_SEPARATORS).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
