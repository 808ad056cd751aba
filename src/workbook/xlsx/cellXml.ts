import { columnLetters } from '../grid';
import { wrappedHeights } from '../rowHeights';
import type { DraftCell, DraftRow, SheetDraft } from '../sheetDraft';
import type { StyleSheet } from './styleSheet';
import { cleanText, escapeText } from '../xmlEscape';
import { escapeCellText } from './xmlText';

/** Text that a person re-entering the cell, or a careless program, would turn into a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** `<row>` elements of a sheet; rows without cells, height or hiding are left out. */
export function rowsXml(draft: SheetDraft, styles: StyleSheet): string {
  const parts: string[] = [];
  const wrapped = wrappedHeights(draft);
  draft.rows.forEach((row, r) => {
    if (!row) return;
    const cells = cellsXml(row, r, styles);
    if (cells === '' && row.height === undefined && !row.hidden) return;
    const fitted = wrapped.has(r) ? ` ht="${wrapped.get(r)}"` : '';
    const height = row.height === undefined ? fitted : ` ht="${row.height}" customHeight="1"`;
    const hidden = row.hidden ? ' hidden="1"' : '';
    parts.push(`<row r="${r + 1}"${height}${hidden}>${cells}</row>`);
  });
  return parts.join('');
}

function cellsXml(row: DraftRow, r: number, styles: StyleSheet): string {
  let xml = '';
  row.cells.forEach((cell, c) => {
    if (cell) xml += cellXml(cell, `${columnLetters(c)}${r + 1}`, styles);
  });
  return xml;
}

function cellXml({ value, style, formula, error }: DraftCell, address: string, styles: StyleSheet): string {
  const text = typeof value === 'string' ? cleanText(value) : '';
  const quoted = formula === undefined && FORMULA_START.test(text);
  const format = styles.cellFormat(style, quoted);
  const head = `<c r="${address}"${format === 0 ? '' : ` s="${format}"`}`;
  const f = formula === undefined ? '' : `<f>${escapeText(formula)}</f>`;
  if (error !== undefined) return `${head} t="e">${f}<v>${escapeText(error)}</v></c>`;
  if (typeof value === 'number') return `${head}>${f}<v>${Object.is(value, -0) ? 0 : value}</v></c>`;
  if (typeof value === 'boolean') return `${head} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (formula !== undefined) {
    return value === null ? `${head}>${f}</c>` : `${head} t="str">${f}<v>${escapeCellText(text)}</v></c>`;
  }
  if (text === '') return format === 0 ? '' : `${head}/>`;
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `${head} t="inlineStr"><is><t${space}>${escapeCellText(text)}</t></is></c>`;
}
