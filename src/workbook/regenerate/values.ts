import { isCellError, NumberKind, type CellValue, type Grid } from '../grid';
import type { PlanCell } from '../sheetPlan';
import type { StyleName } from '../styles';

export type PlainValue = PlanCell['value'];

/**
 * A value as a cell keeps it: empty text is nothing, an error is its text, and characters that no cell can hold are
 * dropped, so that what was planned equals what is read back.
 */
export function asKept(value: CellValue | undefined): PlainValue {
  if (value === undefined || value === null || value === '') return null;
  if (isCellError(value)) return value.error;
  if (typeof value === 'string') return tidyText(value) || null;
  return Object.is(value, -0) ? 0 : value;
}

function tidyText(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (c) => (c.length === 2 ? c : '\ufffd'))
  );
}

export function cellOf(grid: Grid, row: number, column: number | undefined): PlainValue {
  return column === undefined ? null : asKept(grid.rows[row]?.[column]);
}

const HAND_STYLES: Readonly<Partial<Record<number, StyleName>>> = {
  [NumberKind.Date]: 'handDate',
  [NumberKind.DateTime]: 'handDateTime',
  [NumberKind.Time]: 'handTime',
  [NumberKind.Percent]: 'handPercent',
};

/** An entry made by hand in the look that suits it: dates stay dates, numbers numbers. */
export function enteredCell(grid: Grid, row: number, column: number, planned: StyleName = 'hand'): PlanCell {
  const value = cellOf(grid, row, column);
  if (typeof value !== 'number') return { value, style: planned };
  if (planned.startsWith('handDate')) return { value, style: planned };
  const style = HAND_STYLES[grid.kinds[row]?.[column] ?? NumberKind.General];
  return { value, style: style ?? (planned === 'hand' ? 'handNumber' : planned) };
}

/** What a made cell of a record that is gone last said. */
export function withdrawnCell(grid: Grid, row: number, column: number | undefined): PlanCell {
  const value = cellOf(grid, row, column);
  const isDate =
    typeof value === 'number' && column !== undefined && grid.kinds[row]?.[column] === NumberKind.Date;
  return { value, style: isDate ? 'withdrawnDate' : 'withdrawn' };
}

export function isHandStyle(style: StyleName): boolean {
  return style.startsWith('hand');
}
