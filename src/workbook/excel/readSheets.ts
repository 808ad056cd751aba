import { parseRange } from '../address';
import type { Grid } from '../grid';
import { PLAN_MARK, planMarkText } from '../planMark';
import type { OpenSheet } from '../port';
import { gridOf, type RangePayload } from './gridOf';

/** Cells of one block where a request or response may not be larger than 5 MB (Excel on the web). */
const BLOCK_CELLS = 120_000;
/** Excel gives no values at all for more cells than this in one range, and no error either. */
const MOST_CELLS = 5_000_000;

interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly merged: Excel.RangeAreas;
  readonly visible: Excel.RangeAreas;
  readonly mark: Excel.NamedItem;
}

/**
 * Reads sheets in one round trip, or, where answers are limited in size, in one for the sizes and then block by block.
 * @param limited whether answers may not be larger than 5 MB, as in Excel on the web
 * Sheets that are gone by then fail the whole reading (`ItemNotFound`).
 */
export async function readSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  limited: boolean,
): Promise<OpenSheet[]> {
  if (sheets.length === 0) return [];
  const asked = sheets.map((sheet): Asked => {
    sheet.load('id,name,visibility');
    const used = sheet.getUsedRangeOrNullObject(true);
    if (limited) used.load('address');
    else used.load('address,values,numberFormat,rowIndex,columnIndex');
    const all = sheet.getRange();
    const merged = all.getMergedAreasOrNullObject();
    merged.load('address');
    const visible = all.getSpecialCellsOrNullObject(Excel.SpecialCellType.visible);
    visible.load('address');
    const mark = sheet.names.getItemOrNullObject(PLAN_MARK);
    mark.load('formula');
    return { sheet, used, merged, visible, mark };
  });
  await context.sync();

  const payloads = await valuesOf(context, asked, limited);
  return asked.map(({ sheet, merged, visible, mark }, index) => {
    const grid = gridOf({
      sheet: sheet.name,
      visibility: visibilityOf(sheet),
      payloads: payloads[index] ?? [],
      merged: merged.isNullObject ? undefined : merged.address,
      visible: visible.isNullObject ? undefined : visible.address,
      // Office.js does not tell; workbooks of the old Mac system are read by the command line
      date1904: false,
      madeBy: mark.isNullObject ? undefined : planMarkText(String(mark.formula)),
    });
    return { id: sheet.id, grid };
  });
}

function visibilityOf(sheet: Excel.Worksheet): Grid['visibility'] {
  if (sheet.visibility === Excel.SheetVisibility.hidden) return 'hidden';
  return sheet.visibility === Excel.SheetVisibility.veryHidden ? 'veryHidden' : 'visible';
}

interface Block {
  readonly index: number;
  readonly sheet: Excel.Worksheet;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly width: number;
}

async function valuesOf(
  context: Excel.RequestContext,
  asked: readonly Asked[],
  limited: boolean,
): Promise<RangePayload[][]> {
  const payloads: RangePayload[][] = asked.map(() => []);
  const blocks: Block[] = [];
  asked.forEach(({ sheet, used }, index) => {
    if (used.isNullObject) return;
    const local = used.address.slice(used.address.lastIndexOf('!') + 1);
    const area = parseRange(local);
    if (area === undefined) return;
    const width = area.right - area.left + 1;
    const cells = width * (area.bottom - area.top + 1);
    if (!limited && cells <= MOST_CELLS) {
      payloads[index]?.push({
        values: used.values as unknown[][],
        numberFormat: used.numberFormat as unknown[][],
        rowIndex: used.rowIndex,
        columnIndex: used.columnIndex,
      });
      return;
    }
    const height = Math.max(1, Math.floor(BLOCK_CELLS / width));
    for (let top = area.top; top <= area.bottom; top += height) {
      const rows = Math.min(height, area.bottom - top + 1);
      blocks.push({ index, sheet, top, left: area.left, rows, width });
    }
  });
  for (const together of batches(blocks)) {
    const ranges = together.map(({ index, sheet, top, left, rows, width }) => {
      const range = sheet.getRangeByIndexes(top, left, rows, width);
      range.load('values,numberFormat,rowIndex,columnIndex');
      return { index, range };
    });
    // Each batch is as large as one answer may be.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const { index, range } of ranges) {
      payloads[index]?.push({
        values: range.values as unknown[][],
        numberFormat: range.numberFormat as unknown[][],
        rowIndex: range.rowIndex,
        columnIndex: range.columnIndex,
      });
    }
  }
  return payloads;
}

function batches(blocks: readonly Block[]): Block[][] {
  const result: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const cells = block.rows * block.width;
    if (cells > room) {
      result.push([]);
      room = BLOCK_CELLS;
    }
    result.at(-1)?.push(block);
    room -= cells;
  }
  return result;
}
