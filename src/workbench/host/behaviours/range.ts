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
import { behaviour, HostObject, type AnyBehaviour, type Argument, type RangeObject, type RangeTarget } from '../hostObject';
import { readCells, writeCells, writeNumberFormats } from '../rangeCells';
import { rangeCalls } from '../rangeCalls';
import { assertEditable, makeRange, rangeArgument, type AreasTarget } from '../ranges';
import { extentOf } from '../../model/extent';
import { areasBehaviours } from './areas';

const blockOf = (self: RangeObject): Block => self.target.block;

function derived(self: RangeObject, block: Block): HostObject {
  return makeRange(self.core, self.target.sheet, block);
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

function other(self: RangeObject, value: Argument): RangeTarget {
  const target = rangeArgument(self.core, self.target.sheet, value);
  if (target.sheet !== self.target.sheet) throw invalidArgument();
  return target;
}

function intersect(self: RangeObject, value: Argument): HostObject | null {
  const block = intersection(blockOf(self), other(self, value).block);
  return block ? derived(self, block) : null;
}

function used(self: RangeObject, valuesOnly: Argument): HostObject | null {
  const block = self.target.sheet.usedBlock(valuesOnly === true, blockOf(self));
  return block ? derived(self, block) : null;
}

/** Uniform over rows or columns, null where it differs. */
function uniform<T extends Json>(first: number, last: number, value: (index: number) => T): T | null {
  const wanted = value(first);
  for (let i = first + 1; i <= last; i++) if (value(i) !== wanted) return null;
  return wanted;
}

const cells = (wire: string) => (self: RangeObject) => readCells(self, wire);
const write = (self: RangeObject, value: Json): void => {
  writeCells(self.core, self.target, value);
};
const extent = (key: 'top' | 'left' | 'width' | 'height') => (self: RangeObject) =>
  extentOf(self.target.sheet, blockOf(self))[key];

const address = (self: RangeObject): string => formatAddress(self.target.sheet.name, blockOf(self));
const hasSpill = ({ target: { sheet, block } }: RangeObject): boolean => {
  for (const [, , cell] of sheet.cellsIn(block)) if (cell.spilledFrom) return true;
  return false;
};

export const rangeBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  Range: behaviour<RangeTarget>({
    get: {
      Address: address,
      AddressLocal: address,
      RowIndex: (self) => blockOf(self).top,
      ColumnIndex: (self) => blockOf(self).left,
      RowCount: (self) => rowsOf(blockOf(self)),
      ColumnCount: (self) => columnsOf(blockOf(self)),
      CellCount: (self) => (cellsOf(blockOf(self)) > 2_147_483_647 ? -1 : cellsOf(blockOf(self))),
      IsEntireColumn: (self) => isWholeColumns(blockOf(self)),
      IsEntireRow: (self) => isWholeRows(blockOf(self)),
      Values: cells('Values'),
      Formulas: cells('Formulas'),
      FormulasLocal: cells('FormulasLocal'),
      FormulasR1C1: cells('FormulasR1C1'),
      Text: cells('Text'),
      ValueTypes: cells('ValueTypes'),
      NumberFormat: cells('NumberFormat'),
      NumberFormatLocal: cells('NumberFormatLocal'),
      RowHidden: ({ target: { sheet, block } }) =>
        uniform(block.top, Math.min(block.bottom, block.top + sheet.rows.length), (row) => sheet.isRowHidden(row)),
      ColumnHidden: ({ target: { sheet, block } }) =>
        uniform(block.left, block.right, (column) => sheet.columns[column]?.hidden === true),
      Hidden: ({ target: { sheet, block } }) =>
        uniform(block.top, Math.min(block.bottom, block.top + sheet.rows.length), (row) => sheet.isRowHidden(row)) ===
          true || uniform(block.left, block.right, (column) => sheet.columns[column]?.hidden === true) === true,
      Hyperlink: ({ target: { sheet, block } }) =>
        (sheet.bag.child('Hyperlinks').values.get(`${block.top},${block.left}`) ?? null),
      HasSpill: hasSpill,
      SavedAsArray: () => false,
      Top: extent('top'),
      Left: extent('left'),
      Width: extent('width'),
      Height: extent('height'),
      _ReferenceId: (self) => self.referenceId ?? null,
    },
    set: {
      Values: write,
      Formulas: write,
      FormulasLocal: write,
      FormulasR1C1: (self, value) => {
        writeCells(self.core, self.target, value, true);
      },
      NumberFormat: (self, value) => {
        writeNumberFormats(self.core, self.target, value);
      },
      NumberFormatLocal: (self, value) => {
        writeNumberFormats(self.core, self.target, value);
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
      Worksheet: (self) => self.core.worksheet(self.target.sheet),
      Format: (self) => new HostObject(self.core, 'RangeFormat', self, areas(self)),
      ConditionalFormats: (self) => new HostObject(self.core, 'ConditionalFormatCollection', self, areas(self)),
      DataValidation: (self) => new HostObject(self.core, 'DataValidation', self, areas(self)),
      Sort: (self) => new HostObject(self.core, 'RangeSort', self, self.target),
    },
    call: {
      ...rangeCalls,
      GetCell: (self, row, column) => {
        const [r, c] = [blockOf(self).top + whole(row), blockOf(self).left + whole(column)];
        return derived(self, { top: r, left: c, bottom: r, right: c });
      },
      GetRow: (self, index) => {
        const row = blockOf(self).top + whole(index);
        return derived(self, { ...blockOf(self), top: row, bottom: row });
      },
      GetColumn: (self, index) => {
        const column = blockOf(self).left + whole(index);
        return derived(self, { ...blockOf(self), left: column, right: column });
      },
      GetLastRow: (self) => derived(self, { ...blockOf(self), top: blockOf(self).bottom }),
      GetLastColumn: (self) => derived(self, { ...blockOf(self), left: blockOf(self).right }),
      GetLastCell: (self) => {
        const { bottom, right } = blockOf(self);
        return derived(self, { top: bottom, left: right, bottom, right });
      },
      GetRowsAbove: (self, count) => beside(self, -Math.abs(whole(count, 1)), 'rows'),
      GetRowsBelow: (self, count) => beside(self, Math.abs(whole(count, 1)), 'rows'),
      GetColumnsBefore: (self, count) => beside(self, -Math.abs(whole(count, 1)), 'columns'),
      GetColumnsAfter: (self, count) => beside(self, Math.abs(whole(count, 1)), 'columns'),
      GetEntireRow: (self) => derived(self, { ...blockOf(self), left: 0, right: MAX_COLUMNS - 1 }),
      GetEntireColumn: (self) => derived(self, { ...blockOf(self), top: 0, bottom: MAX_ROWS - 1 }),
      GetOffsetRange: (self, rows, columns) => {
        const { top, left, bottom, right } = blockOf(self);
        const [r, c] = [whole(rows), whole(columns)];
        return derived(self, { top: top + r, left: left + c, bottom: bottom + r, right: right + c });
      },
      GetResizedRange: (self, rows, columns) => {
        const block = blockOf(self);
        return derived(self, { ...block, bottom: block.bottom + whole(rows), right: block.right + whole(columns) });
      },
      GetAbsoluteResizedRange: (self, rows, columns) => {
        const { top, left } = blockOf(self);
        return derived(self, { top, left, bottom: top + whole(rows) - 1, right: left + whole(columns) - 1 });
      },
      GetBoundingRect: (self, value) => derived(self, bounding(blockOf(self), other(self, value).block)),
      GetIntersection: (self, value) => required(intersect(self, value)),
      GetIntersectionOrNullObject: (self, value) => intersect(self, value),
      GetUsedRange: (self, valuesOnly) => required(used(self, valuesOnly)),
      GetUsedRangeOrNullObject: (self, valuesOnly) => used(self, valuesOnly),
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

function beside(self: RangeObject, count: number, what: 'rows' | 'columns'): HostObject {
  const block = blockOf(self);
  if (count === 0) throw invalidArgument();
  if (what === 'rows') {
    const top = count > 0 ? block.bottom + 1 : block.top + count;
    return derived(self, { ...block, top, bottom: top + Math.abs(count) - 1 });
  }
  const left = count > 0 ? block.right + 1 : block.left + count;
  return derived(self, { ...block, left, right: left + Math.abs(count) - 1 });
}
