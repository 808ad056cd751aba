import type { Block } from './address';
import {
  formatValue,
  withFormat,
  type BorderSide,
  type BorderValues,
  type FormatKey,
  type FormatValue,
} from './format';
import type { Sheet } from './sheet';
import type { WorkbookModel } from './workbook';

/** Sides of a range, as Excel.BorderIndex names them. */
export type RangeSide =
  | 'EdgeTop'
  | 'EdgeBottom'
  | 'EdgeLeft'
  | 'EdgeRight'
  | 'InsideVertical'
  | 'InsideHorizontal'
  | 'DiagonalDown'
  | 'DiagonalUp';

interface Part {
  readonly block: Block;
  readonly side: BorderSide;
}

/** Which side of which cells a side of a range is. */
function partsOf(block: Block, side: RangeSide): Part[] {
  const { top, left, bottom, right } = block;
  switch (side) {
    case 'EdgeTop':
      return [{ block: { ...block, bottom: top }, side: 'top' }];
    case 'EdgeBottom':
      return [{ block: { ...block, top: bottom }, side: 'bottom' }];
    case 'EdgeLeft':
      return [{ block: { ...block, right: left }, side: 'left' }];
    case 'EdgeRight':
      return [{ block: { ...block, left: right }, side: 'right' }];
    case 'InsideHorizontal':
      return top === bottom
        ? []
        : [
            { block: { ...block, bottom: bottom - 1 }, side: 'bottom' },
            { block: { ...block, top: top + 1 }, side: 'top' },
          ];
    case 'InsideVertical':
      return left === right
        ? []
        : [
            { block: { ...block, right: right - 1 }, side: 'right' },
            { block: { ...block, left: left + 1 }, side: 'left' },
          ];
    case 'DiagonalDown':
      return [{ block, side: 'diagonalDown' }];
    case 'DiagonalUp':
      return [{ block, side: 'diagonalUp' }];
  }
}

const keyOf = (side: BorderSide, value: keyof BorderValues): FormatKey =>
  `border.${side}.${value}` as FormatKey;

/** The values of one side over a block. A line between two cells is the side of both. */
export function* cellBorder(
  sheet: Sheet,
  block: Block,
  side: RangeSide,
  value: keyof BorderValues,
): Generator<FormatValue> {
  for (const part of partsOf(block, side)) {
    for (let row = part.block.top; row <= part.block.bottom; row++) {
      for (let column = part.block.left; column <= part.block.right; column++) {
        yield borderAt(sheet, row, column, part.side, value);
      }
    }
  }
}

const FACING = {
  top: { row: -1, column: 0, side: 'bottom' },
  bottom: { row: 1, column: 0, side: 'top' },
  left: { row: 0, column: -1, side: 'right' },
  right: { row: 0, column: 1, side: 'left' },
} as const;

/** One value of a cell's border: its own, or that of the neighbour's facing side. */
export function borderAt(
  sheet: Sheet,
  row: number,
  column: number,
  side: BorderSide,
  value: keyof BorderValues,
): FormatValue {
  const format = sheet.formatAt(row, column);
  const own = formatValue(format, keyOf(side, 'style'));
  if (own !== 'None' || side === 'diagonalDown' || side === 'diagonalUp')
    return formatValue(format, keyOf(side, value));
  const facing = FACING[side];
  const [r, c] = [row + facing.row, column + facing.column];
  if (r < 0 || c < 0) return formatValue(format, keyOf(side, value));
  return formatValue(sheet.formatAt(r, c), keyOf(facing.side, value));
}

/** Sets one value of a side; a weight or colour makes a line where there was none. */
export function setBorder(
  workbook: WorkbookModel,
  sheet: Sheet,
  block: Block,
  side: RangeSide,
  value: keyof BorderValues,
  to: FormatValue,
): void {
  for (const part of partsOf(block, side)) {
    workbook.changeFormat(sheet, part.block, (format) => {
      const next = withFormat(format, keyOf(part.side, value), to);
      const style = keyOf(part.side, 'style');
      if (value === 'style' || formatValue(next, style) !== 'None') return next;
      return withFormat(next, style, 'Continuous');
    });
    if (value === 'style' && to === 'None') clearFacing(workbook, sheet, part);
  }
}

/** A line that is taken away goes from the neighbour too. */
function clearFacing(workbook: WorkbookModel, sheet: Sheet, { block, side }: Part): void {
  if (side === 'diagonalDown' || side === 'diagonalUp') return;
  const { row, column, side: facing } = FACING[side];
  const neighbour = {
    top: block.top + row,
    bottom: block.bottom + row,
    left: block.left + column,
    right: block.right + column,
  };
  if (neighbour.top < 0 || neighbour.left < 0 || neighbour.bottom >= 1_048_576 || neighbour.right >= 16_384)
    return;
  workbook.changeFormat(sheet, neighbour, (format) => withFormat(format, keyOf(facing, 'style'), 'None'));
}
