import { parseIssueId, type IssuePatch, type ServiceIssue, type TypedRow } from '../casework';
import { firstDay, formatMonth, lastDay } from '../facts/date';
import type { Problem } from '../facts/problem';
import { t, type Language, type TextKey } from '../i18n';
import { cellAddress, NumberKind, type Grid } from '../workbook/grid';
import type { PlanCell, PlanRange, PlanRow, SheetPlan } from '../workbook/sheetPlan';
import type { StyleName } from '../workbook/styles';
import { heightOfLines, wrappedLines } from '../workbook/textSize';
import { typedCell, type TypedCell, type TypedValue } from './caseColumns';
import type { CaseReportInput } from './caseInput';
import { labelKey } from './caseText';
import { allWordings } from './layout';

/** A block of a form from one column to another. */
export interface FormBlock {
  readonly from: number;
  readonly to: number;
  readonly value: string | null;
  readonly style: StyleName;
}

export interface FormRow {
  /** Stable within the form; makes the row's id together with the issue's. */
  readonly key: string;
  readonly height: number;
  readonly blocks: readonly FormBlock[];
  /** Rows that the first block covers, this one included. */
  readonly spans?: number;
}

export interface FormTab {
  readonly id: string;
  readonly name: TextKey;
  readonly widths: readonly number[];
  readonly none: TextKey;
}

export const block = (
  from: number,
  to: number,
  value: string | null | undefined,
  style: StyleName,
): FormBlock => ({
  from,
  to,
  value: value ?? null,
  style,
});

/** Issues whose form belongs to the month: received by its end and not closed before it began. */
export function issuesOfMonth(
  input: CaseReportInput,
  needs: (issue: ServiceIssue) => boolean,
): readonly ServiceIssue[] {
  const [first, last] = [firstDay(input.month), lastDay(input.month)];
  return input.issues.filter(
    (issue) => needs(issue) && (issue.receivedOn ?? last) <= last && (issue.closedOn ?? first) >= first,
  );
}

/** One form an issue, each on a page of its own. */
export function formsPlan(
  tab: FormTab,
  forms: readonly { readonly issue: ServiceIssue; readonly rows: readonly FormRow[] }[],
  input: CaseReportInput,
  language: Language,
): SheetPlan {
  const rows: PlanRow[] = [];
  const merges: PlanRange[] = [];
  const pageBreaks: number[] = [];
  for (const { issue, rows: formRows } of forms) {
    if (rows.length > 0) pageBreaks.push(rows.length);
    formRows.forEach((formRow) => {
      const top = rows.length;
      formRow.blocks.forEach(({ from, to }, index) => {
        const bottom = top + (index === 0 ? (formRow.spans ?? 1) : 1) - 1;
        if (to > from || bottom > top) merges.push({ top, left: from, bottom, right: to });
      });
      rows.push({
        id: `${issue.id}:${formRow.key}`,
        height: formRow.height,
        cells: cellsOf(formRow, tab.widths.length),
      });
    });
  }
  if (forms.length === 0) {
    merges.push({ top: 0, left: 0, bottom: 0, right: tab.widths.length - 1 });
    rows.push({ id: 'none', height: 30, cells: [{ value: t(language, tab.none), style: 'subtitle' }] });
  }
  return {
    id: `${tab.id}:${formatMonth(input.month)}`,
    name: t(language, tab.name),
    columns: tab.widths.map((width) => ({ width })),
    rows,
    merges,
    print: {
      orientation: 'portrait',
      fitToWidth: true,
      footer: t(language, 'report.footer'),
      ...(pageBreaks.length > 0 && { pageBreaks }),
    },
    withdrawn: t(language, 'report.withdrawn'),
  };
}

/** Every cell of a block carries its look, so that borders close around merged cells. */
function cellsOf({ blocks }: FormRow, width: number): (PlanCell | null)[] {
  const cells: (PlanCell | null)[] = Array.from({ length: width }, () => null);
  for (const { from, to, value, style } of blocks) {
    for (let column = from; column <= to; column += 1) {
      cells[column] = { value: column === from ? value : null, style };
    }
  }
  return cells;
}

/** Tallest row that spreadsheet programs show whole, in lines. */
const MOST_LINES = 25;

export function widthOf(widths: readonly number[], from: number, to: number): number {
  return widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
}

/** A labelled text in one row, at least `least` points tall: what people write stays in one cell. */
export function textRow(
  key: string,
  label: FormBlock,
  text: FormBlock,
  widths: readonly number[],
  least: number,
): FormRow {
  const lines = wrappedLines(text.value ?? '', widthOf(widths, text.from, text.to));
  return { key, height: Math.max(least, heightOfLines(lines)), blocks: [label, text] };
}

/** A labelled text that is only shown; where it is longer than a row may be tall it goes on in further rows. */
export function textRows(
  key: string,
  label: FormBlock,
  text: FormBlock,
  widths: readonly number[],
  least: number,
): FormRow[] {
  const [first = '', ...more] = piecesOf(text.value ?? '', widthOf(widths, text.from, text.to));
  const head = textRow(key, label, { ...text, value: first }, widths, least);
  const rest = more.map((piece, index): FormRow => {
    const shown = { ...text, value: piece };
    return textRow(`${key}${index + 2}`, { ...label, value: null }, shown, widths, 0);
  });
  return more.length === 0 ? [head] : [{ ...head, spans: more.length + 1 }, ...rest];
}

function piecesOf(text: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (wrappedLines(piece + character, width) > MOST_LINES) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** A field of a form that is read back. */
export interface FormField {
  readonly key: string;
  readonly label: TextKey;
  readonly read: (typed: TypedCell) => TypedValue;
}

const NUMBER = /(?:〔|\(|\[|S-)\s*(\d{4})\s*(?:〕|\)|\]|-)\s*(?:第\s*)?(\d{1,6})/;

/** What people wrote on the forms, one row an issue, for `applyRows` without new rows. */
export function readForms(grid: Grid, fields: readonly FormField[]): TypedRow[] {
  const known = new Map(
    fields.flatMap((field) => allWordings(field.label).map((label) => [labelKey(label), field])),
  );
  const forms: { id: string; row: TypedRow }[] = [];
  let places = new Map<string, { row: number; column: number }>();
  grid.rows.forEach((cells, row) => {
    const numbered = cells.findIndex((value) => numberIn(value) !== undefined);
    const id = numberIn(cells[numbered]);
    if (id !== undefined) {
      places = new Map([['id', { row, column: numbered }]]);
      forms.push({ id, row: emptyForm(grid, id, places) });
      return;
    }
    const form = forms.at(-1);
    if (form === undefined) return;
    cells.forEach((value, column) => {
      const field = typeof value === 'string' ? known.get(labelKey(value)) : undefined;
      if (field === undefined || places.has(field.key)) return;
      const at = valueColumn(grid, row, column, known);
      places.set(field.key, { row, column: at });
      form.row = filledForm(form.row, field, cellAt(grid, row, at));
    });
  });
  return forms.map((form) => form.row);
}

function numberIn(value: unknown): string | undefined {
  const match = typeof value === 'string' ? NUMBER.exec(value.normalize('NFKC')) : null;
  if (match?.[2] === undefined) return undefined;
  const id = `${match[1] ?? ''}-${match[2].padStart(3, '0')}`;
  return parseIssueId(id) === undefined ? undefined : id;
}

function emptyForm(
  grid: Grid,
  id: string,
  places: ReadonlyMap<string, { row: number; column: number }>,
): TypedRow {
  return {
    sheet: grid.sheet,
    id,
    fields: {},
    unread: {},
    problems: [],
    columns: [],
    text: id,
    addressOf: (key) => {
      const place = places.get(key);
      return cellAddress(place?.row ?? 0, place?.column ?? 0);
    },
  };
}

function filledForm(form: TypedRow, { key, read }: FormField, typed: TypedCell): TypedRow {
  const { fields, problem } = read(typed);
  const problems: { column: string; problem: Problem }[] =
    problem === undefined ? [] : [{ column: key, problem }];
  const patch: IssuePatch = { ...form.fields, ...fields };
  return {
    ...form,
    fields: patch,
    columns: [...form.columns, key],
    problems: [...form.problems, ...problems],
    unread: problem === undefined ? form.unread : { ...form.unread, [key]: typed.text ?? '' },
    text: `${form.text}\n${key}=${typed.text ?? ''}`,
  };
}

/** The first filled cell behind a label and before the next one; the cell next to it where all are empty. */
function valueColumn(grid: Grid, row: number, label: number, known: ReadonlyMap<string, FormField>): number {
  const cells = grid.rows[row] ?? [];
  for (let column = label + 1; column < cells.length; column += 1) {
    const value = cells[column];
    if (typeof value === 'string' && (known.has(labelKey(value)) || value.startsWith('§'))) break;
    if (cellAt(grid, row, column).text !== undefined) return column;
  }
  return label + 1;
}

function cellAt(grid: Grid, row: number, column: number): TypedCell {
  const kind = (grid.kinds[row]?.[column] ?? NumberKind.General) as NumberKind;
  return typedCell(grid.rows[row]?.[column], kind, grid.date1904);
}
