import { intersection, type Block } from './address';
import { moveFormula } from './engine/r1c1';
import { formatValue } from './format';
import type { Cell, Sheet } from './sheet';
import { NumberKind } from '../../workbook/grid';
import { formatCodeKind } from '../../workbook/xlsx';
import type { WorkbookModel } from './workbook';

/** Contents, looks or both of the cells a block is drawn out over. */
const KINDS: Readonly<Record<string, { contents: boolean; looks: boolean; series?: boolean }>> = {
  FillDefault: { contents: true, looks: true },
  FillCopy: { contents: true, looks: true, series: false },
  FillSeries: { contents: true, looks: true, series: true },
  FillValues: { contents: true, looks: false },
  FillFormats: { contents: false, looks: true },
  LinearTrend: { contents: true, looks: true, series: true },
  FillDays: { contents: true, looks: true, series: true },
};

/**
 * Draws a block out over a larger one that begins or ends with it. Formulas follow; two numbers or more are continued
 * along their line, dates day by day, texts by the number at their end; a single number and all else are repeated.
 * False, with nothing done, for a target of another form and for kinds of filling that are not known here (months,
 * years, growth, flash fill).
 */
export function autoFill(
  workbook: WorkbookModel,
  sheet: Sheet,
  from: Block,
  to: Block,
  type: string,
): boolean {
  const kind = KINDS[type];
  const down = from.left === to.left && from.right === to.right;
  const across = from.top === to.top && from.bottom === to.bottom;
  const inside = intersection(from, to);
  const keeps =
    inside &&
    (down
      ? from.top === to.top || from.bottom === to.bottom
      : from.left === to.left || from.right === to.right);
  if (!kind || !(down || across) || !keeps) return false;
  const [first, last] = down ? [from.top, from.bottom] : [from.left, from.right];
  const [start, end] = down ? [to.top, to.bottom] : [to.left, to.right];
  const [low, high] = down ? [from.left, from.right] : [from.top, from.bottom];
  const cellAt = (along: number, line: number): readonly [row: number, column: number] =>
    down ? [along, line] : [line, along];
  const length = last - first + 1;
  for (let line = low; line <= high; line++) {
    const source = Array.from({ length }, (_, i) => sheet.cell(...cellAt(first + i, line)));
    const next = seriesOf(source, kind.series);
    for (let along = start; along <= end; along++) {
      if (along >= first && along <= last) continue;
      const offset = along - first;
      const index = ((offset % length) + length) % length;
      const [row, column] = cellAt(along, line);
      const cell = sheet.makeCell(row, column);
      const model = source[index];
      if (kind.contents) {
        const formula =
          model?.formula === undefined
            ? undefined
            : moveFormula(model.formula, down ? offset - index : 0, down ? 0 : offset - index);
        workbook.put(cell, formula === undefined ? (next?.(offset) ?? model?.value ?? null) : null, formula);
      }
      if (kind.looks) cell.format = sheet.formatAt(...cellAt(first + index, line));
    }
  }
  if (kind.contents) workbook.entered(sheet, to, 'addin');
  else workbook.emit({ kind: 'format', sheet, block: to });
  return true;
}

/** The value at an offset from the first cell, where the cells make a series. */
function seriesOf(
  cells: readonly (Cell | undefined)[],
  wanted: boolean | undefined,
): ((offset: number) => number | string) | undefined {
  if (wanted === false || cells.some((cell) => cell?.formula !== undefined)) return undefined;
  const values = cells.map((cell) => cell?.value ?? null);
  if (values.every((value) => typeof value === 'number')) {
    const isDate =
      formatCodeKind(String(formatValue(cells[0]?.format ?? {}, 'numberFormat'))) === NumberKind.Date;
    if (values.length === 1) {
      const step = isDate || wanted === true ? 1 : 0;
      return (offset) => values[0]! + step * offset;
    }
    return trend(values);
  }
  const [only] = values;
  const ending = values.length === 1 && typeof only === 'string' ? /^(.*?)(\d+)$/.exec(only) : null;
  if (!ending) return undefined;
  const [, text = '', digits = ''] = ending;
  return (offset) => text + String(Math.abs(Number(digits) + offset)).padStart(digits.length, '0');
}

/** The line of least squares through values at 0, 1, 2 ... */
function trend(values: readonly number[]): (offset: number) => number {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, each) => sum + each, 0) / count;
  let [over, under] = [0, 0];
  values.forEach((value, i) => {
    over += (i - middle) * (value - mean);
    under += (i - middle) ** 2;
  });
  const slope = over / under;
  return (offset) => mean + slope * (offset - middle);
}
