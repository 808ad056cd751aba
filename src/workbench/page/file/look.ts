import { OpcPackage } from '../../../workbook/xlsx/opcPackage';
import { readWorkbookPart } from '../../../workbook/xlsx/workbookPart';
import { decodeXml } from '../../../workbook/xlsx/xmlBytes';
import { columnIndex } from '../../model/address';
import type { CellFormat } from '../../model/format';
import type { Sheet } from '../../model/sheet';
import type { WorkbookModel } from '../../model/workbook';
import { readFormulas } from './formulas';
import { readTheme } from './colors';
import { readFormats } from './formats';
import { toPoints } from '../units';

const MAX_COLUMN = 16_383;

/**
 * Gives a workbook that was read from a file the looks of that file (formats, sizes, frozen panes) and its formulas.
 * Values stay as they are. Reads what spreadsheet programs write; what it does not find, it leaves.
 */
export function applyFileLook(model: WorkbookModel, bytes: Uint8Array): void {
  const pkg = OpcPackage.open(bytes);
  const { sheets, relationships } = readWorkbookPart(pkg);
  const part = (type: string): string | undefined =>
    relationships.find((each) => each.type === type && !each.external && pkg.has(each.target))?.target;
  const [styles, themePart] = [part('styles'), part('theme')];
  const theme = readTheme(themePart === undefined ? undefined : pkg.xml(themePart).root);
  const formats = styles === undefined ? [] : readFormats(pkg.xml(styles).root, theme);
  sheets.forEach((entry) => {
    const sheet = model.sheet(entry.name);
    if (!sheet || entry.part === undefined || entry.type !== 'worksheet') return;
    const xml = decodeXml(pkg.bytes(entry.part));
    applySheetLook(sheet, xml, formats);
    readFormulas(sheet, xml, entry.part);
  });
}

const known = new WeakMap<Sheet, readonly CellFormat[]>();

/** The formats of the file a sheet came from, by their number there. */
export function fileFormats(sheet: Sheet): readonly CellFormat[] {
  return known.get(sheet) ?? [];
}

const TAG = /<(?:\w+:)?(sheetFormatPr|pane|col|row|c)\s([^>]*?)\/?>/g;
const ATTRIBUTE = /([\w:]+)="([^"]*)"/g;

function applySheetLook(sheet: Sheet, xml: string, formats: readonly CellFormat[]): void {
  let row = -1;
  let column = -1;
  const formatOf = (number: string | undefined): CellFormat | undefined =>
    number === undefined ? undefined : formats[Number(number)];
  if (formats[0]) sheet.format = formats[0];
  known.set(sheet, formats);
  for (const [, tag, text] of xml.matchAll(TAG)) {
    const given = attributes(text!);
    switch (tag) {
      case 'sheetFormatPr':
        if (given.defaultColWidth) sheet.standardWidth = columnPoints(Number(given.defaultColWidth));
        break;
      case 'pane':
        if (given.state === 'frozen' || given.state === 'frozenSplit') {
          sheet.freeze = { rows: Number(given.ySplit ?? 0), columns: Number(given.xSplit ?? 0) };
        }
        break;
      case 'col': {
        const last = Math.min(Number(given.max) - 1, MAX_COLUMN);
        if (last - Number(given.min) > 200) break;
        for (let i = Number(given.min) - 1; i <= last; i++) {
          const info = (sheet.columns[i] ??= {});
          if (given.width !== undefined) info.width = columnPoints(Number(given.width));
          if (isOn(given.hidden)) info.hidden = true;
          const format = formatOf(given.style);
          if (format) info.format = format;
        }
        break;
      }
      case 'row': {
        row = given.r === undefined ? row + 1 : Number(given.r) - 1;
        column = -1;
        const format = isOn(given.customFormat) ? formatOf(given.s) : undefined;
        if (given.ht === undefined && !isOn(given.hidden) && !format) break;
        const info = sheet.makeRow(row);
        if (given.ht !== undefined) info.height = Number(given.ht);
        if (isOn(given.hidden) && !info.filtered) info.hidden = true;
        if (format) info.format = format;
        break;
      }
      default: {
        const letters = /^[A-Z]+/.exec(given.r ?? '')?.[0];
        column = letters === undefined ? column + 1 : columnIndex(letters);
        const format = formatOf(given.s);
        if (format && given.s !== '0') sheet.makeCell(row, column).format = format;
      }
    }
  }
}

function attributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(ATTRIBUTE)) found[name!] = value!;
  return found;
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Widths in files count digits of 7 pixels, their padding included. */
function columnPoints(width: number): number {
  return toPoints(Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7));
}
