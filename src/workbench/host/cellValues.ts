import { isCellError, type CellValue } from '../../workbook/grid';
import type { Json } from '../model/bag';

/** A value as `range.values` shows it: empty cells are empty strings, errors their texts. */
export function wireValue(value: CellValue): Json {
  if (value === null) return '';
  return isCellError(value) ? value.error : value;
}

/** Excel.RangeValueType. */
export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (isCellError(value)) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
