import { formatMonth } from '../facts/date';
import { t, type Language, type TextKey } from '../i18n';
import type { PlanCell, PlanRange, PlanRow, SheetPlan } from '../workbook/sheetPlan';
import type { StyleName } from '../workbook/styles';
import type { ReportInput } from './subjects';

/** One column of a list: how wide, what it says, who fills it. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly header: TextKey | { readonly text: string };
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

/** Rows above the list's header: title, rulebook, month. */
const TITLE_ROWS = 2;

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
  options: {
    readonly frozenColumns: number;
    readonly notes: readonly string[];
    readonly extras?: (first: number, last: number) => Partial<SheetPlan>;
  },
): SheetPlan {
  const month = formatMonth(input.month);
  const [year = '', monthNumber = ''] = month.split('-');
  const name = t(language, tab);
  const title = t(language, 'tab.ofMonth', { tab: name, year, month: language === 'zh' ? String(Number(monthNumber)) : monthNumber });
  const { rulebook } = input;
  const rulebookLine = t(language, 'report.rulebookLine', {
    title: rulebook.title[language],
    id: rulebook.id,
    version: rulebook.version,
  });
  const last = columns.length - 1;
  const headerRow = TITLE_ROWS;
  const firstRow = headerRow + 1;
  const lastRow = firstRow + rows.length - 1;
  const body: PlanRow[] = rows.map(({ id, row }) => {
    const cells = columns.map((column) => column.cell(row));
    return { id, height: rowHeight(cells, columns), cells };
  });
  const below: PlanRow[] = [
    ...options.notes.map((note): PlanRow => ({ cells: [cell(note, 'note')] })),
    { height: 30, cells: [cell(t(language, 'report.signatures'), 'signature')] },
  ];
  const belowStart = lastRow + 1;
  const wide = (row: number): PlanRange => ({ top: row, left: 0, bottom: row, right: last });
  return {
    id: `${planId}:${month}`,
    name,
    columns: columns.map((column) => ({ width: column.width })),
    rows: [
      { height: 30, cells: [cell(title, 'title')] },
      { height: 18, cells: [cell(`${rulebookLine}　${t(language, 'report.monthLine', { month })}`, 'subtitle')] },
      {
        height: 32,
        cells: columns.map((column) =>
          cell(typeof column.header === 'string' ? t(language, column.header) : column.header.text, 'header'),
        ),
      },
      ...body,
      ...below,
    ],
    merges: last > 0 ? [wide(0), wide(1), ...below.map((_row, index) => wide(belowStart + index))] : [],
    freeze: { rows: firstRow, columns: options.frozenColumns },
    filter: { top: headerRow, left: 0, bottom: Math.max(headerRow, lastRow), right: last },
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: headerRow },
      fitToWidth: true,
      footer: t(language, 'report.footer'),
    },
    table: {
      headerRow,
      firstRow,
      lastRow,
      idColumn: columns.findIndex((column) => column.key === 'id'),
      columns: columns.map((column, index) => ({ key: column.key, column: index, hand: column.hand === true })),
    },
    ...options.extras?.(firstRow, lastRow),
  };
}

const LINE_HEIGHT = 15;
const ROW_PADDING = 5;

/** Points that the tallest wrapped text of a row needs; CJK characters are two columns wide. */
function rowHeight<Row>(cells: readonly (PlanCell | null)[], columns: readonly ListColumn<Row>[]): number {
  const lines = cells.map((planned, index) => {
    if (typeof planned?.value !== 'string') return 1;
    const width = Math.max(4, (columns[index]?.width ?? 10) - 1);
    return planned.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
  });
  return Math.min(409, Math.max(1, ...lines) * LINE_HEIGHT + ROW_PADDING);
}

function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) > 0x2e7f ? 2 : 1;
  return width;
}

/** Short stable id of a text: 32-bit FNV-1a over its UTF-16 units, twice seeded, in base 36. */
export function stableId(text: string): string {
  const hash = (seed: number): number => {
    let value = seed;
    for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return value;
  };
  const part = (value: number): string => value.toString(36).toUpperCase().padStart(7, '0');
  return `${part(hash(0x811c9dc5)).slice(-4)}${part(hash(0x1234567)).slice(-4)}`;
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
