import type { CellValue } from '../../workbook/grid';
import type { Block } from './address';
import type { Json } from './bag';
import { compare } from './engine/operands';
import { readEntry } from './input';
import type { Sheet } from './sheet';
import { cellText } from './text';
import type { WorkbookModel } from './workbook';

type Criteria = ReadonlyMap<number, Readonly<Record<string, Json>>>;

/**
 * Hides the rows below the header of a block that do not meet all criteria (by column offset). Lists of values and
 * comparisons are applied; other kinds (colours, averages, top items) let every row pass.
 */
export function applyFilter(workbook: WorkbookModel, sheet: Sheet, block: Block, criteria: Criteria): void {
  for (let row = block.top + 1; row <= block.bottom; row++) {
    const shown = [...criteria].every(([offset, each]) => passes(sheet, row, block.left + offset, each));
    if (shown && !sheet.rows[row]) continue;
    sheet.makeRow(row).filtered = !shown;
  }
  workbook.sizesChanged(sheet, { top: block.top, left: 0, bottom: block.bottom, right: 16_383 });
}

function passes(
  sheet: Sheet,
  row: number,
  column: number,
  criteria: Readonly<Record<string, Json>>,
): boolean {
  const value = sheet.value(row, column);
  const text = cellText(value, sheet.formatAt(row, column).numberFormat);
  switch (criteria.filterOn) {
    case 'Values':
      return (criteria.values as Json[]).some(
        (each) => typeof each === 'string' && each.toLowerCase() === text.toLowerCase(),
      );
    case 'Custom': {
      const first = meets(value, text, criteria.criterion1);
      if (criteria.criterion2 === undefined || criteria.criterion2 === null) return first;
      const second = meets(value, text, criteria.criterion2);
      return criteria.operator === 'Or' ? first || second : first && second;
    }
    default:
      return true;
  }
}

/** `>5`, `<>x`, `=abc*` or a bare value. */
function meets(value: CellValue, text: string, criterion: Json | undefined): boolean {
  if (typeof criterion !== 'string') return true;
  const [, operator = '=', operand = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  const wanted = readEntry(operand).value;
  if (operator === '=' || operator === '<>') {
    const pattern = operand
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.');
    const equal = typeof wanted === 'number' ? value === wanted : new RegExp(`^${pattern}$`, 'is').test(text);
    return operator === '=' ? equal : !equal;
  }
  if (value === null || typeof value !== typeof wanted) return false;
  const order = compare(value, wanted);
  return operator === '<'
    ? order < 0
    : operator === '<='
      ? order <= 0
      : operator === '>'
        ? order > 0
        : order >= 0;
}
