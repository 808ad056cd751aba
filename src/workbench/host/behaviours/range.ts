import {
  bounding,
  cellsOf,
  columnsOf,
  formatAddress,
  intersection,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rowsOf,
  type Block,
} from '../../model/address';
import type { Json } from '../../model/bag';
import { invalidArgument, itemNotFound } from '../errors';
import {
  behaviour,
  HostObject,
  type AnyBehaviour,
  type Argument,
  type RangeObject,
  type RangeTarget,
} from '../hostObject';
import { readCells, writeCells, writeNumberFormats } from '../rangeCells';
import { rangeCalls } from '../rangeCalls';
import { assertEditable, makeRange, rangeArgument, type AreasTarget } from '../ranges';
import { extentOf } from '../../model/extent';
import { sharedFormat } from './format';
import { areasBehaviours } from './areas';

const blockOf = (view: RangeObject): Block => view.target.block;

function derived(view: RangeObject, block: Block): HostObject {
  return makeRange(view.core, view.target.sheet, block);
}

function whole(value: Argument, fallback?: number): number {
  if ((value === undefined || value === null) && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
  return value;
}

function required(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

function other(view: RangeObject, value: Argument): RangeTarget {
  const target = rangeArgument(view.core, view.target.sheet, value);
  if (target.sheet !== view.target.sheet) throw invalidArgument();
  return target;
}

function intersect(view: RangeObject, value: Argument): HostObject | null {
  const block = intersection(blockOf(view), other(view, value).block);
  return block ? derived(view, block) : null;
}

function used(view: RangeObject, valuesOnly: Argument): HostObject | null {
  const block = view.target.sheet.usedBlock(valuesOnly === true, blockOf(view));
  return block ? derived(view, block) : null;
}

/** Uniform over rows or columns, null where it differs. */
function uniform<T extends Json>(first: number, last: number, value: (index: number) => T): T | null {
  const wanted = value(first);
  for (let i = first + 1; i <= last; i++) if (value(i) !== wanted) return null;
  return wanted;
}

const cells = (wire: string) => (view: RangeObject) => readCells(view, wire);
const write = (view: RangeObject, value: Json): void => {
  writeCells(view.core, view.target, value);
};
const extent = (key: 'top' | 'left' | 'width' | 'height') => (view: RangeObject) =>
  extentOf(view.target.sheet, blockOf(view))[key];

const address = (view: RangeObject): string => formatAddress(view.target.sheet.name, blockOf(view));
const hasSpill = ({ target: { sheet, block } }: RangeObject): boolean => {
  for (const [, , cell] of sheet.cellsIn(block)) if (cell.spilledFrom) return true;
  return false;
};

export const rangeBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  Range: behaviour<RangeTarget>({
    get: {
      Address: address,
      AddressLocal: address,
      RowIndex: (view) => blockOf(view).top,
      ColumnIndex: (view) => blockOf(view).left,
      RowCount: (view) => rowsOf(blockOf(view)),
      ColumnCount: (view) => columnsOf(blockOf(view)),
      CellCount: (view) => (cellsOf(blockOf(view)) > 2_147_483_647 ? -1 : cellsOf(blockOf(view))),
      IsEntireColumn: (view) => isWholeColumns(blockOf(view)),
      IsEntireRow: (view) => isWholeRows(blockOf(view)),
      Values: cells('Values'),
      Formulas: cells('Formulas'),
      FormulasLocal: cells('FormulasLocal'),
      FormulasR1C1: cells('FormulasR1C1'),
      Text: cells('Text'),
      ValueTypes: cells('ValueTypes'),
      NumberFormat: cells('NumberFormat'),
      NumberFormatLocal: cells('NumberFormatLocal'),
      RowHidden: ({ target: { sheet, block } }) =>
        uniform(block.top, Math.min(block.bottom, block.top + sheet.rows.length), (row) =>
          sheet.isRowHidden(row),
        ),
      ColumnHidden: ({ target: { sheet, block } }) =>
        uniform(block.left, block.right, (column) => sheet.columns[column]?.hidden === true),
      Hidden: ({ target: { sheet, block } }) =>
        uniform(block.top, Math.min(block.bottom, block.top + sheet.rows.length), (row) =>
          sheet.isRowHidden(row),
        ) === true ||
        uniform(block.left, block.right, (column) => sheet.columns[column]?.hidden === true) === true,
      Hyperlink: ({ target: { sheet, block } }) =>
        sheet.bag.child('Hyperlinks').values.get(`${block.top},${block.left}`) ?? null,
      Style: ({ target: { sheet, block } }) => sharedFormat({ sheet, blocks: [block] }, 'style'),
      HasSpill: hasSpill,
      SavedAsArray: () => false,
      Top: extent('top'),
      Left: extent('left'),
      Width: extent('width'),
      Height: extent('height'),
      _ReferenceId: (view) => view.referenceId ?? null,
    },
    set: {
      Values: write,
      Formulas: write,
      FormulasLocal: write,
      FormulasR1C1: (view, value) => {
        writeCells(view.core, view.target, value, true);
      },
      NumberFormat: (view, value) => {
        writeNumberFormats(view.core, view.target, value);
      },
      NumberFormatLocal: (view, value) => {
        writeNumberFormats(view.core, view.target, value);
      },
      RowHidden: ({ core, target: { sheet, block } }, value) => {
        assertEditable(sheet, block, 'allowFormatRows');
        core.workbook.hideRows(sheet, block.top, block.bottom, value === true);
      },
      ColumnHidden: ({ core, target: { sheet, block } }, value) => {
        assertEditable(sheet, block, 'allowFormatColumns');
        core.workbook.hideColumns(sheet, block.left, block.right, value === true);
      },
      Hyperlink: ({ core, target: { sheet, block } }, value) => {
        assertEditable(sheet, block, 'allowInsertHyperlinks');
        const links = sheet.bag.child('Hyperlinks').values;
        for (let row = block.top; row <= block.bottom; row++) {
          for (let column = block.left; column <= block.right; column++) {
            links.set(`${row},${column}`, value);
            const text = linkText(value);
            if (text !== undefined) core.workbook.enter(sheet, row, column, `'${text}`);
          }
        }
        if (linkText(value) !== undefined) core.workbook.entered(sheet, block, 'addin');
        core.workbook.setFormat(sheet, block, 'font.color', '#0563C1');
        core.workbook.setFormat(sheet, block, 'font.underline', 'Single');
      },
      Style: ({ core, target: { sheet, block } }, value) => {
        if (typeof value !== 'string') throw invalidArgument();
        core.workbook.setFormat(sheet, block, 'style', value);
      },
    },
    navigate: {
      Worksheet: (view) => view.core.worksheet(view.target.sheet),
      Format: (view) => new HostObject(view.core, 'RangeFormat', view, areas(view)),
      ConditionalFormats: (view) =>
        new HostObject(view.core, 'ConditionalFormatCollection', view, areas(view)),
      DataValidation: (view) => new HostObject(view.core, 'DataValidation', view, areas(view)),
      Sort: (view) => new HostObject(view.core, 'RangeSort', view, view.target),
    },
    call: {
      ...rangeCalls,
      GetCell: (view, row, column) => {
        const [r, c] = [blockOf(view).top + whole(row), blockOf(view).left + whole(column)];
        return derived(view, { top: r, left: c, bottom: r, right: c });
      },
      GetRow: (view, index) => {
        const row = blockOf(view).top + whole(index);
        return derived(view, { ...blockOf(view), top: row, bottom: row });
      },
      GetColumn: (view, index) => {
        const column = blockOf(view).left + whole(index);
        return derived(view, { ...blockOf(view), left: column, right: column });
      },
      GetLastRow: (view) => derived(view, { ...blockOf(view), top: blockOf(view).bottom }),
      GetLastColumn: (view) => derived(view, { ...blockOf(view), left: blockOf(view).right }),
      GetLastCell: (view) => {
        const { bottom, right } = blockOf(view);
        return derived(view, { top: bottom, left: right, bottom, right });
      },
      GetRowsAbove: (view, count) => beside(view, -Math.abs(whole(count, 1)), 'rows'),
      GetRowsBelow: (view, count) => beside(view, Math.abs(whole(count, 1)), 'rows'),
      GetColumnsBefore: (view, count) => beside(view, -Math.abs(whole(count, 1)), 'columns'),
      GetColumnsAfter: (view, count) => beside(view, Math.abs(whole(count, 1)), 'columns'),
      GetEntireRow: (view) => derived(view, { ...blockOf(view), left: 0, right: MAX_COLUMNS - 1 }),
      GetEntireColumn: (view) => derived(view, { ...blockOf(view), top: 0, bottom: MAX_ROWS - 1 }),
      GetOffsetRange: (view, rows, columns) => {
        const { top, left, bottom, right } = blockOf(view);
        const [r, c] = [whole(rows), whole(columns)];
        return derived(view, { top: top + r, left: left + c, bottom: bottom + r, right: right + c });
      },
      GetResizedRange: (view, rows, columns) => {
        // The last corner moves, and may come to lie above or left of the first.
        const { top, left, bottom, right } = blockOf(view);
        const [r, c] = [bottom + whole(rows), right + whole(columns)];
        return derived(view, {
          top: Math.min(top, r),
          left: Math.min(left, c),
          bottom: Math.max(top, r),
          right: Math.max(left, c),
        });
      },
      GetAbsoluteResizedRange: (view, rows, columns) => {
        const { top, left } = blockOf(view);
        return derived(view, { top, left, bottom: top + whole(rows) - 1, right: left + whole(columns) - 1 });
      },
      GetBoundingRect: (view, value) => derived(view, bounding(blockOf(view), other(view, value).block)),
      GetIntersection: (view, value) => required(intersect(view, value)),
      GetIntersectionOrNullObject: (view, value) => intersect(view, value),
      GetUsedRange: (view, valuesOnly) => required(used(view, valuesOnly)),
      GetUsedRangeOrNullObject: (view, valuesOnly) => used(view, valuesOnly),
    },
  }),
  ...areasBehaviours,
};

function areas({ target: { sheet, block } }: RangeObject): AreasTarget {
  return { sheet, blocks: [block] };
}

function linkText(value: Json): string | undefined {
  const link = value as { textToDisplay?: string } | null;
  return link?.textToDisplay;
}

function beside(view: RangeObject, count: number, what: 'rows' | 'columns'): HostObject {
  const block = blockOf(view);
  if (count === 0) throw invalidArgument();
  if (what === 'rows') {
    const top = count > 0 ? block.bottom + 1 : block.top + count;
    return derived(view, { ...block, top, bottom: top + Math.abs(count) - 1 });
  }
  const left = count > 0 ? block.right + 1 : block.left + count;
  return derived(view, { ...block, left, right: left + Math.abs(count) - 1 });
}
