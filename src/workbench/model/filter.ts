import { isCellError, type CellValue } from '../../workbook/grid';
import type { Block } from './address';
import type { Json } from './bag';
import { compare } from './engine/operands';
import { normaliseColor } from './format';
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
  const textAt = (row: number): string =>
    cellText(valueAt(row), sheet.formatAt(row, column).numberFormat);
  const numberTest =
    (limit: (numbers: number[]) => (value: number) => boolean): RowTest =>
    (row) => {
      const value = valueAt(row);
      return typeof value === 'number' && meetsLimit(value);
      function meetsLimit(each: number): boolean {
        return limit(numbersIn(sheet, block, column))(each);
      }
    };
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
    default:
      return numberTest(() => () => true);
  }
}
