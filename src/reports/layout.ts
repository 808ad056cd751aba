import { formatMonth } from '../facts/date';
import { t, type Language, type TextKey } from '../i18n';
import { stableId } from '../workbook/digest';
import type { PlanCell, PlanRange, PlanRow, SheetPlan } from '../workbook/sheetPlan';
import type { StyleName } from '../workbook/styles';
import { heightOfLines, textWidth, wrappedLines } from '../workbook/textSize';
import type { ReportInput } from './subjects';

export { stableId };

/** One column of a list: how wide, what it says, who fills it. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly header: TextKey | { readonly text: string; readonly names?: readonly string[] };
  readonly width: number;
  readonly cell: (row: Row) => PlanCell | null;
  /** Filled in by hand and kept when the tab is made anew. */
  readonly hand?: boolean;
}

export interface ListRow<Row> {
  readonly id: string;
  readonly row: Row;
}

export const cell = (value: PlanCell['value'], style: StyleName, link?: PlanCell['link']): PlanCell =>
  link === undefined ? { value, style } : { value, style, link };

export const textCell = (value: string | undefined, style: StyleName = 'text'): PlanCell => ({
  value: value ?? '',
  style,
});

/** Characters that a filter's button takes of a header. */
const FILTER_BUTTON = 3;

/** Rows above the list's header: title, rulebook and month. */
const TITLE_ROWS = 2;

/** As wide as a Chinese character. */
export const WIDE_SPACE = '\u3000';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

export interface ListOptions {
  readonly frozenColumns: number;
  /** Rows between the title block and the header. */
  readonly lead?: readonly PlanRow[];
  /** Rows between the list and the notes, which are no part of it. */
  readonly sections?: readonly PlanRow[];
  /** Sentences below the list. */
  readonly notes: readonly string[];
  /** Key of the column that says that a row's record is gone; left out = the first that nobody fills in. */
  readonly withdrawnIn?: string;
  /** `entered`: rows that are no longer made stay only where something was entered in them. */
  readonly keep?: 'entered';
  /** Charts and rules. */
  readonly extras?: (place: ListPlace) => Partial<SheetPlan>;
}

/** Where the list stands in the plan made so far. */
export interface ListPlace {
  readonly first: number;
  readonly last: number;
  /** First row below everything. */
  readonly below: number;
  readonly plan: SheetPlan;
}

/** `2026年10月绩效汇总` */
export function monthTitle(input: Pick<ReportInput, 'month'>, name: string, language: Language): string {
  const [year = '', month = ''] = formatMonth(input.month).split('-');
  return t(language, 'tab.ofMonth', {
    tab: name,
    year,
    month: language === 'zh' ? String(Number(month)) : month,
  });
}

/** Rulebook and month, the line below a title. */
export function rulebookLine(
  { rulebook, month }: Pick<ReportInput, 'rulebook' | 'month'>,
  language: Language,
): string {
  const line = t(language, 'report.rulebookLine', {
    title: rulebook.title[language],
    id: rulebook.id,
    version: rulebook.version,
  });
  return `${line}${WIDE_SPACE}${t(language, 'report.monthLine', { month: formatMonth(month) })}`;
}

/** A text of the table in every language, by which an earlier tab may say it. */
export function allWordings(key: TextKey): string[] {
  return LANGUAGES.map((language) => t(language, key));
}

/**
 * A print-ready list: merged title block, one header row, filter, frozen header and name column, titles
 * repeated in print, signature line below.
 */
export function listPlan<Row>(
  input: ReportInput,
  language: Language,
  tab: TextKey,
  planId: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly ListRow<Row>[],
  options: ListOptions,
): SheetPlan {
  const name = t(language, tab);
  const last = columns.length - 1;
  const lead = options.lead ?? [];
  const headerRow = TITLE_ROWS + lead.length;
  const firstRow = headerRow + 1;
  const lastRow = firstRow + rows.length - 1;
  const body: PlanRow[] = rows.map(({ id, row }) => {
    const cells = columns.map((column) => column.cell(row));
    return { id, height: rowHeight(cells, columns), cells };
  });
  const below: PlanRow[] = [
    ...(options.sections ?? []),
    ...options.notes.map((note, index): PlanRow => ({
      id: `note:${index + 1}`,
      cells: [cell(note, 'subtitle')],
    })),
    { id: 'signatures', height: 30, cells: signatureCells(columns, language) },
  ];
  const wide = (row: number): PlanRange => ({ top: row, left: 0, bottom: row, right: last });
  const withdrawnColumn = columns.findIndex(({ key, hand }) =>
    options.withdrawnIn === undefined ? key !== 'id' && hand !== true : key === options.withdrawnIn,
  );
  const plan: SheetPlan = {
    id: `${planId}:${formatMonth(input.month)}`,
    name,
    columns: columns.map((column) => ({ width: column.width })),
    rows: [
      { height: 30, cells: [cell(monthTitle(input, name, language), 'title')] },
      { height: 18, cells: [cell(rulebookLine(input, language), 'subtitle')] },
      ...lead,
      {
        height: headerHeight(columns, language),
        cells: columns.map((column) => cell(headerText(column, language), 'header')),
      },
      ...body,
      ...below,
    ],
    merges: last > 0 ? [wide(0), wide(1)] : [],
    freeze: { rows: firstRow, columns: options.frozenColumns },
    filter: { top: headerRow, left: 0, bottom: Math.max(headerRow, lastRow), right: last },
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: options.sections === undefined ? headerRow : 1 },
      fitToWidth: true,
      footer: t(language, 'report.footer'),
    },
    table: {
      headerRow,
      firstRow,
      lastRow,
      idColumn: columns.findIndex((column) => column.key === 'id'),
      columns: columns.map(({ key, header, hand }, index) => ({
        key,
        column: index,
        hand: hand === true,
        names: typeof header === 'string' ? allWordings(header) : (header.names ?? []),
      })),
      ...(withdrawnColumn >= 0 && {
        withdrawn: { column: withdrawnColumn, text: t(language, 'report.withdrawn') },
      }),
      ...(options.keep && { keep: options.keep }),
    },
  };
  const place = { first: firstRow, last: lastRow, below: plan.rows.length, plan };
  return { ...plan, ...options.extras?.(place) };
}

/** Pixels of a digit: programs and fonts differ, and so do the scale and the page ends that follow from it. */
const DIGIT_WIDTHS = [7, 7.75, 8.5, 9.4] as const;
const PIXELS_PER_INCH = 96;
const POINTS_PER_INCH = 72;
const A4 = { short: 8.27, long: 11.69 } as const;
const MARGINS = { across: 1, down: 1.3 } as const;
const DEFAULT_HEIGHT = 15;

/** Something that should not be cut by a page's end: from which row, and how many points it needs. */
export interface Block {
  readonly row: number;
  readonly height: number;
}

/**
 * Rows at which a page should begin so that no block is cut, whichever program prints. Pages are fitted to the width;
 * blocks are in order, and one below the last row (a chart) counts its own height only.
 */
export function breaksBefore(plan: SheetPlan, blocks: readonly Block[]): number[] {
  const isLandscape = plan.print.orientation === 'landscape';
  const [across, down] = isLandscape ? [A4.long, A4.short] : [A4.short, A4.long];
  const heightOf = (row: number): number => plan.rows[row]?.height ?? DEFAULT_HEIGHT;
  const repeated = plan.print.titleRows;
  let head = 0;
  for (let row = 0; row <= (repeated?.last ?? -1); row += 1) head += heightOf(row);
  const digits = plan.columns.reduce((sum, column) => sum + column.width, 0);
  const pages = DIGIT_WIDTHS.map((digit) => {
    const scale = Math.min(1, (across - MARGINS.across) / ((digits * digit) / PIXELS_PER_INCH));
    return ((down - MARGINS.down) * POINTS_PER_INCH) / scale;
  });
  const needs = new Map(blocks.map(({ row, height }) => [row, height]));
  const lastRow = Math.max(plan.rows.length - 1, ...needs.keys());
  const breaks: number[] = [];
  let used = pages.map(() => 0);
  for (let row = 0; row <= lastRow; row += 1) {
    const need = needs.get(row);
    if (need !== undefined && pages.some((page, i) => (used[i] ?? 0) + need > page)) {
      breaks.push(row);
      used = pages.map(() => head);
    }
    const height = heightOf(row);
    used = pages.map((page, i) => ((used[i] ?? 0) + height > page ? head : (used[i] ?? 0)) + height);
  }
  return breaks;
}

/** A chart of so many rows, with an empty row above it, as a block below everything. */
export function chartBlock(below: number, chartRows: number): Block {
  return { row: below, height: (chartRows + 1) * DEFAULT_HEIGHT };
}

function headerText<Row>({ header }: ListColumn<Row>, language: Language): string {
  return typeof header === 'string' ? t(language, header) : header.text;
}

function headerHeight<Row>(columns: readonly ListColumn<Row>[], language: Language): number {
  const lines = columns.map((column) =>
    wrappedLines(headerText(column, language), column.width - FILTER_BUTTON),
  );
  return Math.max(32, heightOfLines(Math.max(1, ...lines)));
}

const SIGNATURES = ['signature.preparedBy', 'signature.checkedBy', 'signature.head'] as const;

/** The signature labels in three columns a third of the page apart, so that names fit behind them. */
function signatureCells<Row>(columns: readonly ListColumn<Row>[], language: Language): (PlanCell | null)[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const cells: (PlanCell | null)[] = [];
  let left = 0;
  let next = 0;
  columns.forEach((column, index) => {
    const label = SIGNATURES[next];
    const isPlace = label !== undefined && left >= (total * next) / SIGNATURES.length;
    cells[index] = isPlace ? cell(t(language, label), 'signature') : null;
    if (isPlace) next += 1;
    left += column.width;
  });
  return cells;
}

/** Width of a column of names: that of the longest, within bounds. */
export function nameWidth(names: readonly string[]): number {
  const longest = names.reduce((most, name) => Math.max(most, textWidth(name)), 0);
  return Math.min(26, Math.max(12, longest + 2));
}

/** Points that the tallest wrapped text of a row needs. */
function rowHeight<Row>(cells: readonly (PlanCell | null)[], columns: readonly ListColumn<Row>[]): number {
  const lines = cells.map((planned, index) =>
    typeof planned?.value === 'string' ? wrappedLines(planned.value, columns[index]?.width ?? 10) : 1,
  );
  return heightOfLines(Math.max(1, ...lines));
}

/** Ids of rows in order; a repeated source text gets a counting suffix. */
export function uniqueIds(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return stableId(count === 1 ? text : `${text}#${count}`);
  });
}
