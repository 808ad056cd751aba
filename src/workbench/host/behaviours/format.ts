import { isWholeColumns, isWholeRows, type Block } from '../../model/address';
import { autofitColumns, autofitRows } from '../../model/autofit';
import type { Json } from '../../model/bag';
import { cellBorder, setBorder, type RangeSide } from '../../model/borders';
import {
  defaultFormat,
  formatValue,
  isFormatKey,
  normaliseColor,
  type BorderValues,
  type CellFormat,
  type FormatKey,
  type FormatValue,
} from '../../model/format';
import { existing, type Sheet } from '../../model/sheet';
import { invalidArgument } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { assertEditable, type AreasTarget } from '../ranges';

type FormatObject = HostObject<AreasTarget>;

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const satisfies readonly RangeSide[];

/** The different formats in a block; for whole rows and columns also that of cells not yet there. */
function* formatsIn(sheet: Sheet, block: Block): Generator<CellFormat> {
  const columns = isWholeColumns(block);
  const rows = isWholeRows(block);
  if (!columns && !rows) {
    for (let row = block.top; row <= block.bottom; row++) {
      for (let column = block.left; column <= block.right; column++) yield sheet.formatAt(row, column);
    }
    return;
  }
  if (columns)
    for (let column = block.left; column <= block.right; column++)
      yield sheet.columns[column]?.format ?? sheet.format;
  else for (let row = block.top; row <= block.bottom; row++) yield sheet.rows[row]?.format ?? sheet.format;
  for (const [, , cell] of sheet.cellsIn(block)) if (cell.format) yield cell.format;
}

/** The value all cells share; null where they differ. */
export function sharedFormat(target: AreasTarget, key: FormatKey): Json {
  let first: FormatValue | undefined;
  for (const block of target.blocks) {
    for (const format of formatsIn(target.sheet, block)) {
      const value = formatValue(format, key);
      if (first === undefined) first = value;
      else if (first !== value) return null;
    }
  }
  return first ?? defaultFormat(key);
}

const lower = (wire: string): string => wire.charAt(0).toLowerCase() + wire.slice(1);

/** Getters and setters of plain properties, by wire name. */
function plain(
  prefix: string,
  wires: readonly string[],
): Pick<Parameters<typeof behaviour<AreasTarget>>[0], 'get' | 'set'> {
  const get: Record<string, (view: FormatObject) => Json> = {};
  const set: Record<string, (view: FormatObject, value: Json) => void> = {};
  for (const wire of wires) {
    const key = prefix + lower(wire);
    if (!isFormatKey(key)) throw new Error(`no such format: ${key}`);
    get[wire] = (view) => sharedFormat(view.target, key);
    set[wire] = (view, value) => {
      put(view, key, checked(key, value));
    };
  }
  return { get, set };
}

function checked(key: FormatKey, value: Json): FormatValue {
  if (value === null || typeof value === 'object') throw invalidArgument();
  if (/color$/i.test(key)) {
    const color = typeof value === 'string' ? normaliseColor(value) : undefined;
    if (color === undefined) throw invalidArgument();
    return color;
  }
  if (key === 'font.size' && (typeof value !== 'number' || value < 1 || value > 409)) throw invalidArgument();
  if (key === 'indentLevel' && (typeof value !== 'number' || value < 0 || value > 250))
    throw invalidArgument();
  return value;
}

function put(view: FormatObject, key: FormatKey, value: FormatValue): void {
  for (const block of view.target.blocks) {
    assertEditable(view.target.sheet, block, 'allowFormatCells');
    view.core.workbook.setFormat(view.target.sheet, block, key, value);
  }
}

/** One size of rows or columns, null where they differ. */
function uniformSize(target: AreasTarget, what: 'columns' | 'rows'): Json {
  const { sheet, blocks } = target;
  const sizes = new Set<number>();
  for (const block of blocks) {
    if (what === 'columns') {
      for (let column = block.left; column <= block.right; column++) sizes.add(sheet.columnWidth(column));
    } else {
      let known = 0;
      for (const row of existing(sheet.rows, block.top, block.bottom)) {
        sizes.add(sheet.rowHeight(row));
        known++;
      }
      if (known < block.bottom - block.top + 1) sizes.add(sheet.rowHeight(-1));
    }
  }
  return sizes.size === 1 ? [...sizes][0]! : null;
}

function size(value: Json, limit: number): number {
  if (typeof value !== 'number' || value < 0 || value > limit) throw invalidArgument();
  return value;
}

const main = plain('', [
  'WrapText',
  'HorizontalAlignment',
  'VerticalAlignment',
  'TextOrientation',
  'ReadingOrder',
  'ShrinkToFit',
  'IndentLevel',
  'AutoIndent',
]);

const part =
  (type: string) =>
  (view: FormatObject): HostObject =>
    new HostObject(view.core, type, view, view.target);

interface BorderTarget extends AreasTarget {
  readonly side: RangeSide;
}

function borderObject(view: FormatObject, index: Argument): HostObject {
  const side = SIDES.find((each) => each === index);
  if (side === undefined) throw invalidArgument();
  return new HostObject<BorderTarget>(view.core, 'RangeBorder', view, { ...view.target, side });
}

function borderValue(key: keyof BorderValues) {
  return ({ target: { sheet, blocks, side } }: HostObject<BorderTarget>): Json => {
    const values = new Set(blocks.flatMap((block) => [...cellBorder(sheet, block, side, key)]));
    return values.size === 1 ? [...values][0]! : null;
  };
}

function putBorder(key: keyof BorderValues) {
  return (view: HostObject<BorderTarget>, value: Json): void => {
    const { sheet, blocks, side } = view.target;
    const wanted = checked(`border.top.${key}`, value);
    for (const block of blocks) {
      assertEditable(sheet, block, 'allowFormatCells');
      setBorder(view.core.workbook, sheet, block, side, key, wanted);
    }
  };
}

export const formatBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  RangeFormat: behaviour<AreasTarget>({
    get: {
      ...main.get,
      ColumnWidth: (view) => uniformSize(view.target, 'columns'),
      RowHeight: (view) => uniformSize(view.target, 'rows'),
      UseStandardWidth: (view) => uniformSize(view.target, 'columns') === view.target.sheet.standardWidth,
      UseStandardHeight: ({ target: { sheet, blocks } }) =>
        blocks.every((block) =>
          [...existing(sheet.rows, block.top, block.bottom)].every(
            (row) => sheet.rows[row]!.height === undefined,
          ),
        ),
    },
    set: {
      ...main.set,
      ColumnWidth: ({ core, target: { sheet, blocks } }, value) => {
        for (const block of blocks) {
          assertEditable(sheet, block, 'allowFormatColumns');
          core.workbook.setColumnWidth(sheet, block.left, block.right, size(value, 1342.5));
        }
      },
      RowHeight: ({ core, target: { sheet, blocks } }, value) => {
        for (const block of blocks) {
          assertEditable(sheet, block, 'allowFormatRows');
          core.workbook.setRowHeight(sheet, block.top, block.bottom, size(value, 409.5));
        }
      },
      UseStandardWidth: ({ core, target: { sheet, blocks } }, value) => {
        if (value !== true) return;
        for (const block of blocks) core.workbook.setColumnWidth(sheet, block.left, block.right, undefined);
      },
      UseStandardHeight: ({ core, target: { sheet, blocks } }, value) => {
        if (value !== true) return;
        for (const block of blocks) core.workbook.setRowHeight(sheet, block.top, block.bottom, undefined);
      },
    },
    navigate: {
      Fill: part('RangeFill'),
      Font: part('RangeFont'),
      Borders: part('RangeBorderCollection'),
      Protection: part('FormatProtection'),
    },
    call: {
      AutofitColumns: ({ core, target: { sheet, blocks } }) => {
        for (const block of blocks) autofitColumns(core.workbook, sheet, block);
        return null;
      },
      AutofitRows: ({ core, target: { sheet, blocks } }) => {
        for (const block of blocks) autofitRows(core.workbook, sheet, block);
        return null;
      },
      AdjustIndent: (view, amount) => {
        if (typeof amount !== 'number') throw invalidArgument();
        const level = sharedFormat(view.target, 'indentLevel');
        put(view, 'indentLevel', Math.max(0, (typeof level === 'number' ? level : 0) + amount));
        return null;
      },
    },
  }),
  RangeFill: behaviour<AreasTarget>({
    ...plain('fill.', ['Color', 'TintAndShade', 'PatternTintAndShade', 'Pattern', 'PatternColor']),
    set: {
      ...plain('fill.', ['TintAndShade', 'PatternTintAndShade', 'Pattern', 'PatternColor']).set,
      Color: (view, value) => {
        const color = checked('fill.color', value);
        put(view, 'fill.color', color === '' ? '#FFFFFF' : color);
        put(view, 'fill.pattern', color === '' ? 'None' : 'Solid');
      },
    },
    call: {
      Clear: (view) => {
        put(view, 'fill.color', defaultFormat('fill.color'));
        put(view, 'fill.pattern', 'None');
        return null;
      },
    },
  }),
  RangeFont: behaviour<AreasTarget>(
    plain('font.', [
      'Name',
      'Size',
      'Color',
      'Italic',
      'Bold',
      'Underline',
      'Strikethrough',
      'Subscript',
      'Superscript',
      'TintAndShade',
    ]),
  ),
  FormatProtection: behaviour<AreasTarget>(plain('protection.', ['Locked', 'FormulaHidden'])),
  RangeBorderCollection: behaviour<AreasTarget>({
    get: { Count: () => SIDES.length, TintAndShade: () => 0 },
    items: (view) => SIDES.map((side) => borderObject(view, side)),
    call: {
      GetItem: borderObject,
      GetItemAt: (view, index) => borderObject(view, SIDES[Number(index)]),
    },
  }),
  RangeBorder: behaviour<BorderTarget>({
    get: {
      SideIndex: (view) => view.target.side,
      Style: borderValue('style'),
      Weight: borderValue('weight'),
      Color: borderValue('color'),
      TintAndShade: borderValue('tintAndShade'),
    },
    set: {
      Style: putBorder('style'),
      Weight: putBorder('weight'),
      Color: putBorder('color'),
      TintAndShade: putBorder('tintAndShade'),
    },
  }),
};
