import { rangeAddress } from '../address';
import { cellAddress } from '../grid';
import { PLAN_MARK, planMarkValue } from '../planMark';
import { wrappedHeights } from '../rowHeights';
import type { SheetDraft } from '../sheetDraft';
import type { PlanChart, PlanConditionalFormat, PrintSetup } from '../sheetPlan';

/** Points of a column so many characters wide, in Excel's standard font. */
const POINTS_PER_CHARACTER = 5.25;
const COLUMN_PADDING = 3.75;
const POINTS_PER_INCH = 72;

/** What a copy of the cells does not carry: sizes, panes, filter, charts and print set-up. */
export function writeView(sheet: Excel.Worksheet, draft: SheetDraft): void {
  draft.columns.forEach(({ width, hidden }, c) => {
    const column = sheet.getRangeByIndexes(0, c, 1, 1).getEntireColumn();
    column.format.columnWidth = width * POINTS_PER_CHARACTER + COLUMN_PADDING;
    if (hidden === true) column.columnHidden = true;
  });
  writeHeights(sheet, draft);
  if (draft.freeze !== undefined && draft.freeze.rows + draft.freeze.columns > 0) {
    const { rows, columns } = draft.freeze;
    if (columns === 0) sheet.freezePanes.freezeRows(rows);
    else if (rows === 0) sheet.freezePanes.freezeColumns(columns);
    else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  }
  if (draft.filter !== undefined) sheet.autoFilter.apply(sheet.getRange(rangeAddress(draft.filter)));
  for (const chart of draft.charts) writeChart(sheet, chart);
  if (draft.print !== undefined) writePrint(sheet, draft.print);
}

/** Lists to choose from, and conditional formats. */
export function writeRules(sheet: Excel.Worksheet, draft: SheetDraft): void {
  for (const { range, list } of draft.validations) {
    sheet.getRange(rangeAddress(range)).dataValidation.rule = {
      list: { inCellDropDown: true, source: list.join(',') },
    };
  }
  for (const format of draft.conditionalFormats) writeConditionalFormat(sheet, format);
}

/** Marks the tab as made from a plan, invisibly to people, the way files carry it. */
export function writeMark(sheet: Excel.Worksheet, planId: string): void {
  const mark = sheet.names.add(PLAN_MARK, `=${planMarkValue(planId)}`);
  mark.visible = false;
}

/** Merges, after the values: only the first cell of each has one. */
export function writeMerges(sheet: Excel.Worksheet, draft: SheetDraft): void {
  for (const merge of draft.merges) sheet.getRange(rangeAddress(merge)).merge(false);
}

function writeHeights(sheet: Excel.Worksheet, draft: SheetDraft): void {
  const heights = wrappedHeights(draft);
  draft.rows.forEach((row, r) => {
    if (row?.height !== undefined) heights.set(r, row.height);
  });
  const sorted = [...heights].sort(([a], [b]) => a - b);
  for (let i = 0; i < sorted.length;) {
    const [first, height] = sorted[i]!;
    let count = 1;
    while (sorted[i + count]?.[0] === first + count && sorted[i + count]?.[1] === height) count += 1;
    sheet.getRangeByIndexes(first, 0, count, 1).format.rowHeight = height;
    i += count;
  }
}

function writeConditionalFormat(sheet: Excel.Worksheet, { range, rule, style }: PlanConditionalFormat): void {
  const formats = sheet.getRange(rangeAddress(range)).conditionalFormats;
  if (rule.type === 'dataBar') {
    const { dataBar } = formats.add('DataBar');
    dataBar.positiveFormat.fillColor = `#${rule.color}`;
    dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
    return;
  }
  const { cellValue } = formats.add('CellValue');
  if (style?.color !== undefined) cellValue.format.font.color = `#${style.color}`;
  if (style?.fill !== undefined) cellValue.format.fill.color = `#${style.fill}`;
  cellValue.rule =
    rule.type === 'equals'
      ? { formula1: `="${rule.text.replaceAll('"', '""')}"`, operator: 'EqualTo' }
      : {
          formula1: `=${rule.value}`,
          operator: rule.type === 'lessThan' ? 'LessThan' : 'GreaterThan',
        };
}

const CHARTS = { bar: 'BarClustered', column: 'ColumnClustered', line: 'LineMarkers' } as const;

function writeChart(sheet: Excel.Worksheet, { type, title, categories, series, anchor }: PlanChart): void {
  const [first, ...others] = series;
  if (first === undefined) return;
  const chart = sheet.charts.add(CHARTS[type], sheet.getRange(rangeAddress(first.values)), 'Columns');
  chart.title.text = title;
  chart.legend.visible = others.length > 0;
  const names = sheet.getRange(rangeAddress(categories));
  const main = chart.series.getItemAt(0);
  main.name = first.name;
  main.setXAxisValues(names);
  for (const other of others) {
    const added = chart.series.add(other.name);
    added.setValues(sheet.getRange(rangeAddress(other.values)));
    added.setXAxisValues(names);
  }
  chart.setPosition(cellAddress(anchor.top, anchor.left), cellAddress(anchor.bottom, anchor.right));
}

function writePrint(sheet: Excel.Worksheet, print: PrintSetup): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = 0.5 * POINTS_PER_INCH;
  pageLayout.rightMargin = 0.5 * POINTS_PER_INCH;
  pageLayout.topMargin = 0.6 * POINTS_PER_INCH;
  pageLayout.bottomMargin = 0.7 * POINTS_PER_INCH;
  if (print.fitToWidth) pageLayout.zoom = { horizontalFitToPages: 1 };
  if (print.titleRows !== undefined)
    pageLayout.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  const { left, center, right } = footerParts(print.footer);
  const footers = pageLayout.headersFooters.defaultForAllPages;
  if (left !== '') footers.leftFooter = left;
  if (center !== '') footers.centerFooter = center;
  if (right !== '') footers.rightFooter = right;
  for (const row of print.pageBreaks ?? []) if (row > 0) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

/** A footer text in Excel codes by its sections; without a section code it stands in the middle. */
function footerParts(footer: string): { left: string; center: string; right: string } {
  const parts = { left: '', center: '', right: '' };
  const names = { L: 'left', C: 'center', R: 'right' } as const;
  for (const [, code, text] of `${/^&[LCR]/.test(footer) ? '' : '&C'}${footer}`.matchAll(
    /&([LCR])((?:[^&]|&(?![LCR]))*)/g,
  )) {
    parts[names[code as keyof typeof names]] = text ?? '';
  }
  return parts;
}
