import { columnLetters, isCellError } from '../../../workbook/grid';
import type { StyleSheet } from '../../../workbook/xlsx/styleSheet';
import { attribute, child, childrenNamed, type XmlElement } from '../../../workbook/xlsx/xml';
import { qualified, XmlEdit } from '../../../workbook/xlsx/xmlEdit';
import { escapeCellText } from '../../../workbook/xlsx/xmlText';
import type { XmlPart } from '../../../workbook/xlsx/opcPackage';
import { columnIndex } from '../../model/address';
import type { CellFormat } from '../../model/format';
import type { Sheet } from '../../model/sheet';
import { styleOfFormat } from './draft';
import type { Address } from './original';

interface RowCells {
  readonly element: XmlElement;
  readonly cells: ReadonlyMap<number, XmlElement>;
}

/**
 * The text of a sheet part with some cells written anew; every other byte stays. A cell keeps its style number
 * unless its look is not the one of the file any more (`formats` by style number).
 */
export function patchCells(
  { text, root }: XmlPart,
  sheet: Sheet,
  addresses: readonly Address[],
  { formats, styles }: { readonly formats: readonly CellFormat[]; readonly styles: StyleSheet },
): string {
  const data = child(root, 'sheetData');
  if (!data) return text;
  const edit = new XmlEdit(text);
  const rows = readRows(data);
  const wanted = withSharedFormulas(addresses, rows);
  const tag = (name: string): string => qualified(root.prefix, name);

  const cellXml = (row: number, column: number, before: XmlElement | undefined): string => {
    const cell = sheet.cell(row, column);
    const format = sheet.formatAt(row, column);
    const number = Number((before && attribute(before, 's')) ?? 0);
    const s = formats[number] === format ? number : styles.cellFormat(styleOfFormat(format));
    const head = `<${tag('c')} r="${columnLetters(column)}${row + 1}"${s === 0 ? '' : ` s="${s}"`}`;
    if (!cell || (cell.value === null && cell.formula === undefined)) return s === 0 ? '' : `${head}/>`;
    const { value, formula } = cell;
    const f =
      formula === undefined ? '' : `<${tag('f')}>${escapeCellText(formula.replace(/^=/, ''))}</${tag('f')}>`;
    const close = `</${tag('c')}>`;
    const v = (content: string | number): string => `${f}<${tag('v')}>${content}</${tag('v')}>${close}`;
    if (value === null) return `${head}>${f}${close}`;
    if (isCellError(value)) return `${head} t="e">${v(value.error)}`;
    if (typeof value === 'number') return `${head}>${v(value)}`;
    if (typeof value === 'boolean') return `${head} t="b">${v(value ? 1 : 0)}`;
    if (formula !== undefined) return `${head} t="str">${v(escapeCellText(value))}`;
    const [is, t] = [tag('is'), tag('t')];
    return `${head} t="inlineStr"><${is}><${t} xml:space="preserve">${escapeCellText(value)}</${t}></${is}>${close}`;
  };

  for (const [row, columns] of [...wanted].sort(([a], [b]) => a - b)) {
    const known = rows.get(row);
    const sorted = [...columns].sort((a, b) => a - b);
    if (!known) {
      const xml = `<${tag('row')} r="${row + 1}">${sorted.map((c) => cellXml(row, c, undefined)).join('')}</${tag('row')}>`;
      const next = [...rows].filter(([r]) => r > row).sort(([a], [b]) => a - b)[0]?.[1];
      if (next) edit.insert(next.element.start, xml);
      else edit.append(data, xml);
      continue;
    }
    for (const column of sorted) {
      const before = known.cells.get(column);
      const xml = cellXml(row, column, before);
      const next = [...known.cells].filter(([c]) => c > column).sort(([a], [b]) => a - b)[0]?.[1];
      if (before) edit.replace(before.start, before.end, xml);
      else if (next) edit.insert(next.start, xml);
      else edit.append(known.element, xml);
    }
  }
  return edit.toString();
}

function readRows(data: XmlElement): Map<number, RowCells> {
  const rows = new Map<number, RowCells>();
  let row = -1;
  for (const element of childrenNamed(data, 'row')) {
    const given = attribute(element, 'r');
    row = given === undefined ? row + 1 : Number(given) - 1;
    const cells = new Map<number, XmlElement>();
    let column = -1;
    for (const cell of childrenNamed(element, 'c')) {
      const letters = /^[A-Z]+/.exec(attribute(cell, 'r') ?? '')?.[0];
      column = letters === undefined ? column + 1 : columnIndex(letters);
      cells.set(column, cell);
    }
    rows.set(row, { element, cells });
  }
  return rows;
}

/** Where a formula goes that others share, those others get it written out. */
function withSharedFormulas(
  addresses: readonly Address[],
  rows: ReadonlyMap<number, RowCells>,
): Map<number, Set<number>> {
  const wanted = new Map<number, Set<number>>();
  const want = (row: number, column: number): void => {
    const columns = wanted.get(row);
    if (columns) columns.add(column);
    else wanted.set(row, new Set([column]));
  };
  const broken = new Set<string>();
  for (const [row, column] of addresses) {
    want(row, column);
    const group = sharedGroup(rows.get(row)?.cells.get(column));
    if (group?.isMaster) broken.add(group.id);
  }
  if (broken.size === 0) return wanted;
  for (const [row, { cells }] of rows) {
    for (const [column, cell] of cells) {
      const group = sharedGroup(cell);
      if (group && broken.has(group.id)) want(row, column);
    }
  }
  return wanted;
}

function sharedGroup(cell: XmlElement | undefined): { id: string; isMaster: boolean } | undefined {
  const formula = cell && child(cell, 'f');
  if (!formula || attribute(formula, 't') !== 'shared') return undefined;
  return { id: attribute(formula, 'si') ?? '', isMaster: formula.text !== '' };
}
