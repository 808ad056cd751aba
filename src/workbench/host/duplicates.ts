import { columnsOf } from '../model/address';
import { Bag } from '../model/bag';
import { wireValue } from './cellValues';
import { invalidArgument } from './errors';
import { HostObject, type Argument, type RangeObject } from './hostObject';
import { assertEditable } from './ranges';

/** Takes out rows that repeat an earlier one in the given columns; the rows below move up within the range. */
export function removeDuplicates(view: RangeObject, columns: Argument, hasHeader: Argument): HostObject {
  const { sheet, block } = view.target;
  if (!Array.isArray(columns) || columns.length === 0) throw invalidArgument();
  const keys = columns.map((each) => {
    if (typeof each !== 'number' || each < 0 || each >= columnsOf(block)) throw invalidArgument();
    return block.left + each;
  });
  assertEditable(sheet, block);
  const seen = new Set<string>();
  let removed = 0;
  let bottom = block.bottom;
  for (let row = block.top + (hasHeader === true ? 1 : 0); row <= bottom;) {
    const key = JSON.stringify(keys.map((column) => wireValue(sheet.value(row, column))));
    if (seen.has(key)) {
      view.core.workbook.shift(
        sheet,
        { block: { ...block, top: row, bottom: row }, direction: 'up' },
        'addin',
      );
      removed++;
      bottom--;
    } else {
      seen.add(key);
      row++;
    }
  }
  const bag = new Bag({ Removed: removed, UniqueRemaining: seen.size });
  return new HostObject(view.core, 'RemoveDuplicatesResult', view, undefined, bag);
}
