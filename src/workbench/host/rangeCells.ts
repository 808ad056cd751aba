import { cellsOf, columnsOf, isWholeColumns, isWholeRows, rowsOf, type Block } from '../model/address';
import { cellText } from '../model/text';
import { formatValue, withFormat } from '../model/format';
import type { Json } from '../model/bag';
import type { Cell, Sheet } from '../model/sheet';
import { valueType, wireValue } from './cellValues';
import { invalidArgument } from './errors';
import type { HostCore } from './hostCore';
import type { RangeObject } from './hostObject';
import { assertEditable } from './ranges';
import { formulaToA1, formulaToR1C1 } from '../model/engine/r1c1';

/** Reads of more cells than this give null, without an error. */
const READ_LIMIT = 5_000_000;
/** Characters a cell holds. */
const TEXT_LIMIT = 32_767;

type Reader = (cell: Cell | undefined, sheet: Sheet, row: number, column: number) => Json;

const formulaOf: Reader = (cell) => cell?.formula ?? wireValue(cell?.value ?? null);

const READERS: Readonly<Record<string, Reader>> = {
  Values: (cell) => wireValue(cell?.value ?? null),
  ValueTypes: (cell) => valueType(cell?.value ?? null),
  Formulas: formulaOf,
  FormulasLocal: formulaOf,
  FormulasR1C1: (cell, _sheet, row, column) =>
    cell?.formula === undefined ? wireValue(cell?.value ?? null) : formulaToR1C1(cell.formula, row, column),
  Text: (cell, sheet, row, column) => cellText(cell?.value ?? null, sheet.formatAt(row, column).numberFormat),
  NumberFormat: (_cell, sheet, row, column) => formatValue(sheet.formatAt(row, column), 'numberFormat'),
  NumberFormatLocal: (_cell, sheet, row, column) => formatValue(sheet.formatAt(row, column), 'numberFormat'),
};

/** `values`, `formulas`, `text` ... of a range; null for whole rows and columns and beyond the limit. */
export function readCells(view: RangeObject, wire: string): Json {
  const { sheet, block } = view.target;
  const read = READERS[wire]!;
  if (isWholeColumns(block) || isWholeRows(block) || cellsOf(block) > READ_LIMIT) return null;
  if (wire !== 'NumberFormat') view.core.workbook.engine.calculate();
  view.core.stats.cellsRead += cellsOf(block);
  const rows: Json[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    const cells = sheet.rows[row]?.cells;
    const line: Json[] = [];
    for (let column = block.left; column <= block.right; column++) {
      line.push(read(cells?.[column], sheet, row, column));
    }
    rows.push(line);
  }
  return rows;
}

/** An array of the size of the range, or one value for all of it. Throws `InvalidArgument` for another size. */
export function valueGrid(block: Block, value: Json): (row: number, column: number) => Json {
  if (!Array.isArray(value)) return () => value;
  if (value.length === 1 && Array.isArray(value[0]) && value[0].length === 1) {
    const single = value[0][0]!;
    return () => single;
  }
  const width = columnsOf(block);
  const fits =
    value.length === rowsOf(block) && value.every((line) => Array.isArray(line) && line.length === width);
  if (!fits) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return (row, column) => (value[row] as Json[])[column]!;
}

/** Writes `values` or `formulas`: null leaves a cell as it is, an empty string empties it. */
export function writeCells(core: HostCore, target: RangeObject['target'], value: Json, r1c1 = false): void {
  const { sheet, block } = target;
  const at = valueGrid(block, value);
  const whole = isWholeColumns(block) || isWholeRows(block);
  if (whole && at(0, 0) !== '') throw invalidArgument();
  assertEditable(sheet, block);
  const { workbook } = core;
  if (whole) {
    workbook.clearContents(sheet, block, 'addin');
    return;
  }
  for (let row = 0; row < rowsOf(block); row++) {
    for (let column = 0; column < columnsOf(block); column++) checkEntry(at(row, column));
  }
  const single = cellsOf(block) === 1;
  const before = single ? sheet.value(block.top, block.left) : undefined;
  const merged = sheet.merges.length > 0;
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) {
      const entry = at(row - block.top, column - block.left) as string | number | boolean | null;
      if (entry === null) continue;
      const merge = merged ? sheet.mergeAt(row, column) : undefined;
      if (merge && (merge.top !== row || merge.left !== column)) continue;
      if (entry === '' && !sheet.cell(row, column)) continue;
      const formula = r1c1 && typeof entry === 'string' && entry.startsWith('=');
      workbook.enter(sheet, row, column, formula ? formulaToA1(entry, row, column) : entry);
    }
  }
  core.stats.cellsWritten += cellsOf(block);
  workbook.entered(sheet, block, 'addin', before);
}

function checkEntry(entry: Json): void {
  if (entry !== null && typeof entry === 'object') throw invalidArgument();
  if (typeof entry === 'string' && entry.length > TEXT_LIMIT) throw invalidArgument();
}

/** Writes number formats: an array of the size of the range, or one format for all of it. */
export function writeNumberFormats(core: HostCore, target: RangeObject['target'], value: Json): void {
  const { sheet, block } = target;
  const at = valueGrid(block, value);
  assertEditable(sheet, block, 'allowFormatCells');
  if (!Array.isArray(value) || value.length === 1) {
    const format = at(0, 0);
    if (cellsOf(block) === 1 || !Array.isArray(value) || (value[0] as Json[]).length === 1) {
      if (format !== null) core.workbook.setFormat(sheet, block, 'numberFormat', formatCode(format));
      return;
    }
  }
  core.workbook.changeFormat(sheet, block, (format, row, column) => {
    const code = at(row - block.top, column - block.left);
    return code === null ? format : withFormat(format, 'numberFormat', formatCode(code));
  });
}

function formatCode(value: Json): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value === '' ? 'General' : value;
}
