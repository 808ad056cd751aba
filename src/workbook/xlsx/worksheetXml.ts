import { cellAddress } from '../grid';
import { quoteSheet, rangeAddress } from '../address';
import { rowsXml } from './cellXml';
import type { Namespaces } from './namespaces';
import { pageBreaksXml, pageSetupXml, printOptionsXml } from './printXml';
import { conditionalFormatsXml, validationsXml } from './rulesXml';
import { draftColumnCount, type SheetDraft } from '../sheetDraft';
import type { StyleSheet } from './styleSheet';
import { escapeAttribute } from './xmlText';

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface WorksheetOptions {
  readonly namespaces: Namespaces;
  readonly styles: StyleSheet;
  /** Relationship id of the drawing that holds the charts. */
  readonly drawing?: string;
  /** The tab a program shows first. */
  readonly selected?: boolean;
}

/** A worksheet part, its elements in the order of the schema (CT_Worksheet). */
export function worksheetXml(
  draft: SheetDraft,
  { namespaces, styles, drawing, selected }: WorksheetOptions,
): string {
  const { print, filter, merges } = draft;
  return [
    XML_DECLARATION,
    `<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">`,
    print?.fitToWidth ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<dimension ref="${usedRange(draft)}"/>`,
    sheetViewXml(draft, selected ?? false),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(draft),
    `<sheetData>${rowsXml(draft, styles)}</sheetData>`,
    filter ? `<autoFilter ref="${rangeAddress(filter)}"/>` : '',
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map(mergeXml).join('')}</mergeCells>`
      : '',
    conditionalFormatsXml(draft.conditionalFormats, styles),
    validationsXml(draft.validations),
    hyperlinksXml(draft),
    print ? printOptionsXml() + pageSetupXml(print) + pageBreaksXml(print.pageBreaks ?? []) : '',
    draft.planId === undefined ? '' : ignoredErrorsXml(draft),
    drawing === undefined ? '' : `<drawing r:id="${drawing}"/>`,
    '</worksheet>',
  ].join('');
}

function mergeXml(merge: SheetDraft['merges'][number]): string {
  return `<mergeCell ref="${rangeAddress(merge)}"/>`;
}

function usedRange(draft: SheetDraft): string {
  const columns = draftColumnCount({ ...draft, columns: [] });
  if (columns === 0) return 'A1';
  return rangeAddress({ top: 0, left: 0, bottom: draft.rows.length - 1, right: columns - 1 });
}

function sheetViewXml({ freeze }: SheetDraft, selected: boolean): string {
  const head = `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0)) return `${head}/></sheetViews>`;
  const { rows, columns } = freeze;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const splits = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const first = cellAddress(rows, columns);
  return (
    `${head}><pane${splits} topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`
  );
}

function columnsXml({ columns }: SheetDraft): string {
  if (columns.length === 0) return '';
  const cols = columns.map(({ width, hidden }, i) => {
    const flag = hidden ? ' hidden="1"' : '';
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${flag}/>`;
  });
  return `<cols>${cols.join('')}</cols>`;
}

function hyperlinksXml({ rows }: SheetDraft): string {
  const links: string[] = [];
  rows.forEach((row, r) => {
    row?.cells.forEach((cell, c) => {
      if (!cell?.link) return;
      const location = escapeAttribute(`${quoteSheet(cell.link.sheet)}!${cell.link.address}`);
      links.push(`<hyperlink ref="${cellAddress(r, c)}" location="${location}"/>`);
    });
  });
  return links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '';
}

/** Employee numbers are text on purpose: no green triangles. */
function ignoredErrorsXml(draft: SheetDraft): string {
  const range = usedRange(draft);
  return `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
}
