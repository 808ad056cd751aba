import type { DraftCell, SheetDraft } from '../sheetDraft';
import { draftColumnCount } from '../sheetDraft';
import { BORDER_COLOR, type CellStyle } from '../styles';
import { cleanText } from '../xmlEscape';
import { styleAreas } from './styleAreas';

/** Cells written with one request, so that it stays well under 5 MB. */
export const REQUEST_CELLS = 40_000;
/** Jumps beyond this many would make a tab slow to write; the pane jumps too. */
const MOST_LINKS = 500;

/** Writes values, number formats and links of the rows `from` up to `to`. */
export function writeRows(sheet: Excel.Worksheet, draft: SheetDraft, from: number, to: number): void {
  const width = draftColumnCount(draft);
  if (to <= from || width === 0) return;
  const block = sheet.getRangeByIndexes(from, 0, to - from, width);
  const rows = draft.rows.slice(from, to);
  // formats come first: a text that looks like a number or a date stays text only in a cell that is text already
  block.numberFormat = rows.map((row) =>
    Array.from({ length: width }, (_, c) => row?.cells[c]?.style.format ?? 'General'),
  );
  block.values = rows.map((row) => Array.from({ length: width }, (_, c) => inputOf(row?.cells[c])));
}

/** What is entered so that exactly this value stands in the cell. */
function inputOf(cell: DraftCell | null | undefined): string | number | boolean {
  const value = cell?.value ?? '';
  if (typeof value !== 'string') return Object.is(value, -0) ? 0 : value;
  const text = cleanText(value).replace(/\r\n?/g, '\n');
  if (text === '') return '';
  // a cell formatted as text takes everything as it is, an apostrophe included
  return cell?.style.format === '@' ? text : `'${text}`;
}

/** Links first: Excel gives linked cells a look of its own, which the formats then replace. */
export function writeLinks(sheet: Excel.Worksheet, draft: SheetDraft): void {
  let left = MOST_LINKS;
  draft.rows.forEach((row, r) => {
    row?.cells.forEach((cell, c) => {
      if (!cell?.link || left === 0) return;
      left -= 1;
      const target = `'${cell.link.sheet.replaceAll("'", "''")}'!${cell.link.address}`;
      sheet.getCell(r, c).hyperlink = {
        documentReference: target,
        ...(typeof cell.value === 'string' ? { textToDisplay: cell.value } : {}),
      };
    });
  });
}

/** Fonts, fills, borders and alignment. */
export function writeStyles(sheet: Excel.Worksheet, draft: SheetDraft): void {
  for (const { style, lists } of styleAreas(draft)) {
    for (const list of lists) {
      const { format } = sheet.getRanges(list);
      writeFormat(format, style);
    }
  }
}

const BORDERS = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;

const ALIGN = { left: 'Left', center: 'Center', right: 'Right' } as const;

function writeFormat(format: Excel.RangeFormat, style: CellStyle): void {
  const { font } = format;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.italic !== undefined) font.italic = style.italic;
  if (style.size !== undefined) font.size = style.size;
  if (style.color !== undefined) font.color = `#${style.color}`;
  if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
  if (style.align !== undefined) format.horizontalAlignment = ALIGN[style.align];
  if (style.valign !== undefined) format.verticalAlignment = style.valign === 'top' ? 'Top' : 'Center';
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.unlocked === true) format.protection.locked = false;
  if (style.border !== undefined) {
    for (const side of BORDERS) {
      const border = format.borders.getItem(side);
      border.style = 'Continuous';
      border.color = `#${BORDER_COLOR}`;
    }
  }
}
