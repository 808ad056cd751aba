import type { CellValue } from '../../workbook/grid';
import type { Block } from './address';
import type { Json } from './bag';
import { compare } from './engine/operands';
import { formatValue, normaliseColor } from './format';
import { readEntry } from './input';
import type { Sheet } from './sheet';
import { cellText } from './text';
import type { WorkbookModel } from './workbook';

type Criteria = Readonly<Record<string, Json>>;
type RowTest = (row: number) => boolean;

/**
 * Hides the rows below the header of a block that do not meet all criteria (by column offset): lists of values,
 * comparisons, highest and lowest, averages and colours. Icons and periods of time let every row pass.
 */
export function applyFilter(
  workbook: WorkbookModel,
  sheet: Sheet,
  block: Block,
  criteria: ReadonlyMap<number, Criteria>,
): void {
  const tests = [...criteria].map(([offset, each]) => testOf(sheet, block, block.left + offset, each));
  for (let row = block.top + 1; row <= block.bottom; row++) {
    const shown = tests.every((test) => test(row));
    if (shown && !sheet.rows[row]) continue;
    sheet.makeRow(row).filtered = !shown;
  }
  workbook.sizesChanged(sheet, { top: block.top, left: 0, bottom: block.bottom, right: 16_383 });
}

function testOf(sheet: Sheet, block: Block, column: number, criteria: Criteria): RowTest {
  const valueAt = (row: number): CellValue => sheet.value(row, column);
  const textAt = (row: number): string => cellText(valueAt(row), sheet.formatAt(row, column).numberFormat);
  switch (criteria.filterOn) {
    case 'Values': {
      const wanted = ((criteria.values ?? []) as Json[]).flatMap((each) =>
        typeof each === 'string' ? [each.toLowerCase()] : [],
      );
      return (row) => wanted.includes(textAt(row).toLowerCase());
    }
    case 'Custom':
      return (row) => {
        const first = meets(valueAt(row), textAt(row), criteria.criterion1);
        if (criteria.criterion2 === undefined || criteria.criterion2 === null) return first;
        const second = meets(valueAt(row), textAt(row), criteria.criterion2);
        return criteria.operator === 'Or' ? first || second : first && second;
      };
    case 'CellColor':
    case 'FontColor': {
      const key = criteria.filterOn === 'CellColor' ? 'fill.color' : 'font.color';
      const wanted = typeof criteria.color === 'string' ? normaliseColor(criteria.color) : undefined;
      return (row) => formatValue(sheet.formatAt(row, column), key) === wanted;
    }
    default: {
      const passes = numberTest(numbersIn(sheet, block, column), criteria);
      if (!passes) return () => true;
      return (row) => {
        const value = valueAt(row);
        return typeof value === 'number' && passes(value);
      };
    }
  }
}

function numbersIn(sheet: Sheet, block: Block, column: number): number[] {
  const numbers: number[] = [];
  for (let row = block.top + 1; row <= block.bottom; row++) {
    const value = sheet.value(row, column);
    if (typeof value === 'number') numbers.push(value);
  }
  return numbers;
}

/** Criteria that look at all numbers of a column; ties with the last of the highest or lowest pass too. */
function numberTest(
  numbers: readonly number[],
  criteria: Criteria,
): ((value: number) => boolean) | undefined {
  const kind = criteria.filterOn === 'Dynamic' ? criteria.dynamicCriteria : criteria.filterOn;
  if (typeof kind !== 'string') return undefined;
  if (kind === 'AboveAverage' || kind === 'BelowAverage') {
    const average = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
    return kind === 'AboveAverage' ? (value) => value > average : (value) => value < average;
  }
  const [, side, unit] = /^(Top|Bottom)(Items|Percent)$/.exec(kind) ?? [];
  if (side === undefined || numbers.length === 0) return undefined;
  const given = Number(criteria.criterion1);
  const count = unit === 'Items' ? given : Math.floor((numbers.length * given) / 100);
  const sorted = [...numbers].sort((a, b) => (side === 'Top' ? b - a : a - b));
  const last = sorted[Math.min(Math.max(Math.trunc(count), 1), sorted.length) - 1]!;
  return side === 'Top' ? (value) => value >= last : (value) => value <= last;
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
