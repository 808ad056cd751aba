import type { Grid, MergedRange } from '../grid';
import { parseRange } from '../address';
import { corrupt } from './failures';
import { GridRows } from './gridRows';
import { MAX_COLUMNS, MAX_ROWS } from '../excelLimits';
import { RowScanner, type RowContext } from './rowScanner';
import { TagScanner } from './tagScanner';

/** What a worksheet part tells; the workbook adds name, visibility and maker. */
export type SheetContent = Pick<
  Grid,
  'rows' | 'kinds' | 'columnCount' | 'merges' | 'hiddenRows' | 'hiddenColumns' | 'uncalculated'
>;

/** Reads a worksheet part, given as UTF-8. Throws `CORRUPT`. */
export function readWorksheet(bytes: Uint8Array, part: string, context: RowContext): SheetContent {
  const rows = new GridRows(part);
  const merges: MergedRange[] = [];
  const hidden: { first: number; last: number }[] = [];
  const tags = new TagScanner(bytes, part);
  let seenRoot = false;
  while (tags.next()) {
    if (tags.closing) continue;
    if (!seenRoot) {
      if (!tags.is('worksheet')) throw corrupt(part, 'xml');
      seenRoot = true;
    } else if (tags.is('sheetData') && !tags.selfClosing) {
      const scanner = new RowScanner(bytes, part, tags.prefixLength, context, rows);
      tags.position = scanner.scan(tags.position);
    } else if (tags.is('col')) {
      const range = hiddenColumns(tags);
      if (range) hidden.push(range);
    } else if (tags.is('mergeCell')) {
      const range = parseRange(tags.attribute('ref') ?? '');
      if (range) merges.push(range);
    } else if (tags.is('extLst')) {
      tags.skip();
    }
  }
  if (!seenRoot || tags.depth !== 0) throw corrupt(part, 'xml');
  return {
    rows: rows.rows,
    kinds: rows.kinds,
    columnCount: rows.columnCount,
    merges: merges.map((range) => withinUse(range, rows)),
    hiddenRows: rows.hiddenRows,
    hiddenColumns: expand(hidden, rows.columnCount),
    ...(rows.uncalculated && { uncalculated: rows.uncalculated }),
  };
}

function hiddenColumns(tags: TagScanner): { first: number; last: number } | undefined {
  const hidden = tags.attribute('hidden');
  const isHidden = hidden === '1' || hidden === 'true' || Number(tags.attribute('width') ?? 1) === 0;
  if (!isHidden) return undefined;
  return { first: Number(tags.attribute('min')) - 1, last: Number(tags.attribute('max')) - 1 };
}

function expand(ranges: readonly { first: number; last: number }[], columnCount: number): Set<number> {
  const columns = new Set<number>();
  for (const { first, last } of ranges) {
    for (let column = Math.max(0, first); column <= Math.min(last, columnCount - 1); column++)
      columns.add(column);
  }
  return columns;
}

/** Merges of whole rows or columns end where the values end. */
function withinUse(range: MergedRange, rows: GridRows): MergedRange {
  const { top, left } = range;
  const wholeRows = range.right === MAX_COLUMNS - 1;
  const wholeColumns = range.bottom === MAX_ROWS - 1;
  if (!wholeRows && !wholeColumns) return range;
  return {
    top,
    left,
    bottom: wholeColumns ? Math.max(top, rows.rows.length - 1) : range.bottom,
    right: wholeRows ? Math.max(left, rows.columnCount - 1) : range.right,
  };
}
