import {
  CASE_STATES,
  COMPLAINT_LEVELS,
  ISSUE_KINDS,
  readKind,
  readLevel,
  readState,
  type CaseState,
  type DayField,
  type IssuePatch,
  type ServiceIssue,
  type TextField,
} from '../casework';
import { formatDay, serialOfDay, type Day } from '../facts/date';
import type { Problem } from '../facts/problem';
import { t, type Language, type TextKey } from '../i18n';
import { readDate } from '../intake/values/date';
import { readYesNo } from '../intake/values/yesNo';
import { isCellError, NumberKind, type CellValue } from '../workbook/grid';
import type { PlanCell } from '../workbook/sheetPlan';
import type { StyleName } from '../workbook/styles';
import type { CaseReportInput } from './caseInput';
import { labelKey } from './caseText';
import { allWordings, cell, textCell } from './layout';

/** What a column of a casework tab is to the reader of the tab. */
export interface TypedValue {
  readonly fields?: IssuePatch;
  readonly state?: CaseState | undefined;
  readonly due?: Day | undefined;
  readonly problem?: Problem;
}

/** A cell as it stands on a tab. */
export interface TypedCell {
  readonly value: CellValue | undefined;
  readonly kind: NumberKind;
  readonly date1904: boolean;
  /** As typed; undefined when blank. */
  readonly text: string | undefined;
}

export interface CaseColumn {
  readonly key: string;
  readonly header: TextKey;
  readonly width: number;
  readonly hand: boolean;
  readonly cell: (
    issue: ServiceIssue,
    input: CaseReportInput,
    language: Language,
    position: number,
  ) => PlanCell;
  /** Left out where nothing typed is used: numbering, computed columns. */
  readonly read?: (typed: TypedCell) => TypedValue;
  readonly list?: (language: Language) => readonly string[];
}

/** The text of a cell as a person typed it: dates as `2026-10-08`, nothing for blanks. */
export function typedCell(value: CellValue | undefined, kind: NumberKind, date1904: boolean): TypedCell {
  return { value, kind, date1904, text: typedText(value, kind, date1904) };
}

function typedText(value: CellValue | undefined, kind: NumberKind, date1904: boolean): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (isCellError(value)) return value.error;
  if (typeof value === 'number' && (kind === NumberKind.Date || kind === NumberKind.DateTime)) {
    const day = readDate(value, kind, { date1904 })?.day;
    if (day !== undefined) return formatDay(day);
  }
  return String(value);
}

type Options = Partial<Pick<CaseColumn, 'hand' | 'list'>> & {
  readonly style?: StyleName;
  readonly shown?: (issue: ServiceIssue, input: CaseReportInput) => string | undefined;
};

/** A text of the issue, kept as typed. */
export function textColumn(
  field: TextField,
  header: TextKey,
  width: number,
  { hand = false, style = 'textWrap', shown, ...rest }: Options = {},
): CaseColumn {
  return {
    key: field,
    header,
    width,
    hand,
    cell: (issue, input) =>
      unreadCell(issue, field) ??
      textCell(shown === undefined ? issue[field] : shown(issue, input), handStyle(issue, hand, style)),
    read: ({ value, text }) => {
      if (isCellError(value)) return cellError(value.error);
      return { fields: { [field]: text } };
    },
    ...rest,
  };
}

/** A day of the issue as a date cell. */
export function dayColumn(
  field: DayField,
  header: TextKey,
  width: number,
  options: { hand?: boolean } = {},
): CaseColumn {
  const hand = options.hand ?? false;
  return {
    key: field,
    header,
    width,
    hand,
    cell: (issue) => unreadCell(issue, field) ?? dayCell(issue[field], handStyle(issue, hand, 'date')),
    read: (typed) => {
      const found = readDay(typed);
      return found.problem === undefined ? { fields: { [field]: found.day } } : { problem: found.problem };
    },
  };
}

export function dayCell(day: Day | undefined, style: StyleName): PlanCell {
  return cell(day === undefined ? null : serialOfDay(day), style);
}

export function readDay(typed: TypedCell): { readonly day?: Day | undefined; readonly problem?: Problem } {
  if (typed.text === undefined) return {};
  const found = readDate(typed.value, typed.kind, { date1904: typed.date1904 });
  if (found === undefined || found.alternative !== undefined) {
    return { problem: { code: 'CASE_DATE_UNREADABLE', params: { found: typed.text } } };
  }
  return { day: found.day };
}

/** An issue entered in the ledger itself has no sheet behind it: all of its cells are for hands. */
function handStyle(issue: ServiceIssue, hand: boolean, style: StyleName): StyleName {
  if (!hand && issue.source !== undefined) return style;
  return style === 'date' ? 'handDate' : 'hand';
}

export function unreadCell({ unread }: ServiceIssue, key: string): PlanCell | undefined {
  const typed = unread?.[key];
  return typed === undefined ? undefined : cell(typed, 'warning');
}

const cellError = (found: string): TypedValue => ({
  problem: { code: 'CASE_CELL_ERROR', params: { found } },
});

/** A choice from a short list, shown in the user's language and read in any. */
function choiceColumn<T extends string | number | boolean>(
  field: 'kind' | 'level' | 'verified',
  header: TextKey,
  width: number,
  choices: readonly { readonly value: T; readonly label: TextKey }[],
  read: (text: string) => T | undefined,
  code: string,
): CaseColumn {
  return {
    key: field,
    header,
    width,
    hand: true,
    list: (language) => choices.map(({ label }) => t(language, label)),
    cell: (issue, _input, language) => {
      const label = choices.find(({ value }) => value === issue[field])?.label;
      return unreadCell(issue, field) ?? textCell(label === undefined ? '' : t(language, label), 'hand');
    },
    read: ({ text }) => {
      if (text === undefined) return { fields: { [field]: undefined } };
      const value = labelled(choices, text) ?? read(text);
      return value === undefined
        ? { problem: { code, params: { found: text } } }
        : { fields: { [field]: value } };
    },
  };
}

function labelled<T>(
  choices: readonly { readonly value: T; readonly label: TextKey }[],
  text: string,
): T | undefined {
  const key = labelKey(text);
  return choices.find(({ label }) => allWordings(label).some((known) => labelKey(known) === key))?.value;
}

const KINDS = ISSUE_KINDS.map((value) => ({ value, label: `case.kind.${value}` as const }));
const LEVELS = COMPLAINT_LEVELS.map((value) => ({ value, label: `case.level.${value}` as const }));
const STATES = CASE_STATES.map((value) => ({ value, label: `case.state.${value}` as const }));
const YES_NO = [
  { value: true, label: 'case.yes' },
  { value: false, label: 'case.no' },
] as const;

export const kindColumn = (width: number): CaseColumn =>
  choiceColumn('kind', 'ledger.kind', width, KINDS, readKind, 'CASE_KIND_UNREADABLE');

export const levelColumn = (width: number): CaseColumn =>
  choiceColumn('level', 'ledger.level', width, LEVELS, readLevel, 'CASE_LEVEL_UNREADABLE');

export const verifiedColumn = (width: number): CaseColumn =>
  choiceColumn('verified', 'assessment.verified', width, YES_NO, readYesNo, 'CASE_YES_NO_UNREADABLE');

/** Shows a choice that is made on another tab. */
export function shownChoice(column: CaseColumn): CaseColumn {
  const { read: _read, list: _list, ...rest } = column;
  const made = (planned: PlanCell): PlanCell =>
    planned.style === 'hand' ? { ...planned, style: 'textCenter' } : planned;
  return { ...rest, hand: false, cell: (...args) => made(column.cell(...args)) };
}

export const stateColumn = (width: number): CaseColumn => ({
  key: 'state',
  header: 'ledger.state',
  width,
  hand: true,
  list: (language) => STATES.map(({ label }) => t(language, label)),
  cell: (issue, _input, language) =>
    unreadCell(issue, 'state') ?? textCell(t(language, `case.state.${issue.state}`), 'hand'),
  read: ({ text }) => {
    if (text === undefined) return {};
    const state = labelled(STATES, text) ?? readState(text);
    if (state !== undefined) return { state };
    return {
      problem: { code: 'CASE_STATE_UNREADABLE', params: { found: text, options: CASE_STATES.join('、') } },
    };
  },
});
