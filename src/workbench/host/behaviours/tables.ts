import type { Json } from '../../model/bag';
import { Bag } from '../../model/bag';
import { intersection, parseBlock, splitAddress, type Block } from '../../model/address';
import type { TableModel } from '../../model/parts';
import { sortRows } from '../../model/sort';
import type { Sheet } from '../../model/sheet';
import { EventType } from '../events';
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { addressed, assertEditable, isRange, makeRange } from '../ranges';
import { readCells, writeCells } from '../rangeCells';
import { sortFields } from './filters';
import { bodyOf, columnBlock, columnName, freeTableName, headerBlock, prepareHeader } from '../tableBlocks';

export interface TableTarget {
  readonly sheet: Sheet;
  readonly table: TableModel;
}
export type TableObject = HostObject<TableTarget>;

const VALID_NAME = /^[\p{L}_\\][\p{L}\p{N}_.]*$/u;

/** Tables of one sheet, or of all when the collection is the workbook's. */
function tablesOf(self: HostObject): TableTarget[] {
  const sheets = self.parent?.type === 'Worksheet' ? [self.parent.target as Sheet] : self.core.workbook.sheets;
  return sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
}

export function tableObject(parent: HostObject, target: TableTarget): TableObject {
  return new HostObject(parent.core, 'Table', parent, target, target.table.bag);
}

function find(self: HostObject, key: Argument): HostObject | null {
  const wanted = String(key as string).toLowerCase();
  const found = tablesOf(self).find(({ table }) => table.id === wanted || table.name.toLowerCase() === wanted);
  return found ? tableObject(self, found) : null;
}

function add(self: HostObject, given: Argument, hasHeaders: Argument): HostObject {
  const { workbook } = self.core;
  const home = self.parent?.type === 'Worksheet' ? (self.parent.target as Sheet) : workbook.active;
  const target = isRange(given) ? given.target : addressed(self.core, home, String(given as string));
  const { sheet } = target;
  if (self.parent?.type === 'Worksheet' && sheet !== home) throw invalidArgument();
  if (sheet.tables.some((table) => intersection(table.block, target.block))) throw invalidOperation();
  if (sheet.merges.some((merge) => intersection(merge, target.block))) throw invalidOperation();
  assertEditable(sheet, target.block);
  const block = prepareHeader(workbook, sheet, { ...target.block }, hasHeaders === true);
  const columns = block.right - block.left + 1;
  const table: TableModel = {
    id: String(workbook.nextId()),
    name: freeTableName(workbook),
    block,
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleMedium2',
    columnIds: Array.from({ length: columns }, (_, i) => i + 1),
    filter: new Map(),
    bag: new Bag(),
  };
  sheet.tables.push(table);
  workbook.engine.namesChanged();
  emit(self, sheet, EventType.tableAdded, table);
  return tableObject(self, { sheet, table });
}

function emit(self: HostObject, sheet: Sheet, type: number, table: TableModel): void {
  self.core.events.emit(type, [sheet.id, 'Workbook'], { tableId: table.id, worksheetId: sheet.id, source: 'Local' });
  changed(self, sheet);
}

function changed(self: HostObject, sheet: Sheet): void {
  self.core.workbook.emit({ kind: 'object', type: 'Table', sheet });
}

const part = (block: (table: TableModel) => Block) => (self: TableObject): HostObject =>
  makeRange(self.core, self.target.sheet, block(self.target.table));

function remove(self: TableObject): void {
  const { sheet, table } = self.target;
  const index = sheet.tables.indexOf(table);
  if (index < 0) throw itemNotFound();
  sheet.tables.splice(index, 1);
  self.core.workbook.engine.namesChanged();
}

interface ColumnTarget extends TableTarget {
  readonly id: number;
}
type ColumnObject = HostObject<ColumnTarget>;

function columnObject(self: HostObject<TableTarget>, id: number): ColumnObject {
  return new HostObject(self.core, 'TableColumn', self, { ...self.target, id });
}

const indexOfColumn = ({ target: { table, id } }: ColumnObject): number => table.columnIds.indexOf(id);

function findColumn(self: TableObject, key: Argument): HostObject | null {
  const { sheet, table } = self.target;
  const wanted = String(key as string | number).toLowerCase();
  const id = table.columnIds.find(
    (each, i) => String(each) === wanted || columnName(sheet, table, i).toLowerCase() === wanted,
  );
  return id === undefined ? null : columnObject(self, id);
}

function addColumn(self: TableObject, index: Argument, values: Argument, name: Argument): HostObject {
  const { sheet, table } = self.target;
  const { workbook } = self.core;
  const count = table.columnIds.length;
  const at = typeof index === 'number' && index >= 0 && index < count ? index : count;
  const column = table.block.left + at;
  if (at < count) {
    workbook.shift(sheet, { block: { ...table.block, left: column, right: column }, direction: 'right' }, 'addin');
  }
  if (table.block.right - table.block.left + 1 === count) table.block = { ...table.block, right: table.block.right + 1 };
  const id = Math.max(...table.columnIds) + 1;
  table.columnIds.splice(at, 0, id);
  if (Array.isArray(values)) writeCells(self.core, { sheet, block: columnBlock(table, at) }, values as Json);
  else if (table.showHeaders) workbook.enter(sheet, table.block.top, column, `Column${count + 1}`);
  if (typeof name === 'string') workbook.enter(sheet, table.block.top, column, `'${name}`);
  workbook.entered(sheet, columnBlock(table, at), 'addin');
  return columnObject(self, id);
}

interface RowTarget extends TableTarget {
  readonly index: number;
}
type RowObject = HostObject<RowTarget>;

const rowBlock = ({ target: { table, index } }: RowObject): Block => {
  const top = bodyOf(table).top + index;
  return { ...table.block, top, bottom: top };
};

function rowObject(self: TableObject, index: number): RowObject {
  return new HostObject(self.core, 'TableRow', self, { ...self.target, index });
}

const rowCount = ({ target: { table } }: TableObject): number => bodyOf(table).bottom - bodyOf(table).top + 1;

function addRows(self: TableObject, index: Argument, values: Argument): HostObject {
  const { sheet, table } = self.target;
  const given = Array.isArray(values) ? (values as Json[]) : undefined;
  const rows = given !== undefined && Array.isArray(given[0]) ? (given as Json[][]) : given ? [given] : [[]];
  const width = table.columnIds.length;
  if (given !== undefined && rows.some((row) => row.length !== width)) throw invalidArgument();
  const count = rowCount(self);
  const at = typeof index === 'number' && index >= 0 && index < count ? index : count;
  const top = bodyOf(table).top + at;
  const block = { ...table.block, top, bottom: top + rows.length - 1 };
  const below = sheet.usedBlock(false, { ...block, bottom: 1_048_575 });
  const before = table.block;
  if (below) self.core.workbook.shift(sheet, { block, direction: 'down' }, 'addin');
  table.block = { ...before, bottom: before.bottom + rows.length };
  if (given !== undefined) writeCells(self.core, { sheet, block }, rows);
  changed(self, sheet);
  return rowObject(self, at);
}

function deleteRows(self: TableObject, index: number, count: number): null {
  const { sheet, table } = self.target;
  if (index < 0 || count < 1 || index + count > rowCount(self)) throw invalidArgument();
  const top = bodyOf(table).top + index;
  const before = table.block;
  self.core.workbook.shift(sheet, { block: { ...before, top, bottom: top + count - 1 }, direction: 'up' }, 'addin');
  table.block = { ...before, bottom: before.bottom - count };
  changed(self, sheet);
  return null;
}

function flag(wire: 'showHeaders' | 'showTotals') {
  return (self: TableObject, value: Json): void => {
    self.target.table[wire] = value === true;
    changed(self, self.target.sheet);
  };
}

export const tableBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  TableCollection: behaviour({
    get: { Count: (self) => tablesOf(self).length },
    items: (self) => tablesOf(self).map((target) => tableObject(self, target)),
    call: {
      Add: add,
      GetItem: (self, key) => {
        const found = find(self, key);
        if (!found) throw itemNotFound();
        return found;
      },
      GetItemOrNullObject: find,
    },
  }),
  Table: behaviour<TableTarget>({
    get: {
      Id: (self) => self.target.table.id,
      LegacyId: (self) => self.target.table.id,
      Name: (self) => self.target.table.name,
      ShowHeaders: (self) => self.target.table.showHeaders,
      ShowTotals: (self) => self.target.table.showTotals,
      Style: (self) => self.target.table.style,
    },
    set: {
      Name: (self, value) => {
        const name = String(value as string);
        if (!VALID_NAME.test(name) || parseBlock(name) || splitAddress(name).sheet !== undefined) throw invalidArgument();
        const all = self.core.workbook.sheets.flatMap((sheet) => sheet.tables);
        if (all.some((each) => each !== self.target.table && each.name.toLowerCase() === name.toLowerCase())) {
          throw itemAlreadyExists();
        }
        self.target.table.name = name;
        self.core.workbook.engine.namesChanged();
        changed(self, self.target.sheet);
      },
      ShowHeaders: flag('showHeaders'),
      ShowTotals: flag('showTotals'),
      Style: (self, value) => {
        self.target.table.style = String(value as string);
        changed(self, self.target.sheet);
      },
    },
    defaults: {
      HighlightFirstColumn: false,
      HighlightLastColumn: false,
      ShowBandedRows: true,
      ShowBandedColumns: false,
      ShowFilterButton: true,
    },
    navigate: {
      Columns: (self) => new HostObject(self.core, 'TableColumnCollection', self, self.target),
      Rows: (self) => new HostObject(self.core, 'TableRowCollection', self, self.target),
      Sort: (self) => new HostObject(self.core, 'TableSort', self, self.target),
      Worksheet: (self) => self.core.worksheet(self.target.sheet),
    },
    call: {
      GetRange: part((table) => table.block),
      GetDataBodyRange: part(bodyOf),
      GetHeaderRowRange: part(headerBlock),
      GetTotalRowRange: part((table) => {
        if (!table.showTotals) throw itemNotFound();
        return { ...table.block, top: table.block.bottom };
      }),
      Resize: (self, range) => {
        const { sheet, table } = self.target;
        const target = isRange(range) ? range.target : addressed(self.core, sheet, String(range as string));
        if (target.sheet !== sheet || target.block.top !== table.block.top) throw invalidArgument();
        table.block = { ...target.block };
        const count = table.block.right - table.block.left + 1;
        while (table.columnIds.length < count) table.columnIds.push(Math.max(0, ...table.columnIds) + 1);
        table.columnIds.length = count;
        self.core.workbook.engine.namesChanged();
        changed(self, sheet);
        return null;
      },
      ClearFilters: (self) => {
        self.target.table.filter.clear();
        changed(self, self.target.sheet);
        return null;
      },
      ConvertToRange: (self) => {
        remove(self);
        return makeRange(self.core, self.target.sheet, self.target.table.block);
      },
      Delete: (self) => {
        const { sheet, table } = self.target;
        remove(self);
        self.core.workbook.changeFormat(sheet, table.block, () => ({}));
        self.core.workbook.clearContents(sheet, table.block, 'addin');
        emit(self, sheet, EventType.tableDeleted, table);
        return null;
      },
    },
  }),
  TableColumnCollection: behaviour<TableTarget>({
    get: { Count: (self) => self.target.table.columnIds.length },
    items: (self) => self.target.table.columnIds.map((id) => columnObject(self, id)),
    call: {
      Add: addColumn,
      GetItem: (self, key) => {
        const found = findColumn(self, key);
        if (!found) throw itemNotFound();
        return found;
      },
      GetItemOrNullObject: findColumn,
    },
  }),
  TableColumn: behaviour<ColumnTarget>({
    get: {
      Id: (self) => self.target.id,
      Index: indexOfColumn,
      Name: (self) => columnName(self.target.sheet, self.target.table, indexOfColumn(self)),
      Values: (self) => readCells(makeRange(self.core, self.target.sheet, columnBlock(self.target.table, indexOfColumn(self))), 'Values'),
    },
    set: {
      Name: (self, value) => {
        const { sheet, table } = self.target;
        const block = { ...columnBlock(table, indexOfColumn(self)), bottom: table.block.top };
        writeCells(self.core, { sheet, block }, `'${String(value as string)}`);
      },
      Values: (self, value) => {
        const { sheet, table } = self.target;
        writeCells(self.core, { sheet, block: columnBlock(table, indexOfColumn(self)) }, value);
      },
    },
    call: {
      GetRange: (self) => makeRange(self.core, self.target.sheet, columnBlock(self.target.table, indexOfColumn(self))),
      GetDataBodyRange: (self) => {
        const { left, right } = columnBlock(self.target.table, indexOfColumn(self));
        return makeRange(self.core, self.target.sheet, { ...bodyOf(self.target.table), left, right });
      },
      GetHeaderRowRange: (self) => {
        const { left, right } = columnBlock(self.target.table, indexOfColumn(self));
        return makeRange(self.core, self.target.sheet, { ...headerBlock(self.target.table), left, right });
      },
      Delete: (self) => {
        const { sheet, table } = self.target;
        const index = indexOfColumn(self);
        const before = table.block;
        self.core.workbook.shift(sheet, { block: columnBlock(table, index), direction: 'left' }, 'addin');
        table.block = { ...before, right: before.right - 1 };
        table.columnIds.splice(index, 1);
        return null;
      },
    },
  }),
  TableRowCollection: behaviour<TableTarget>({
    get: { Count: rowCount },
    items: (self) => Array.from({ length: rowCount(self) }, (_, i) => rowObject(self, i)),
    call: {
      Add: addRows,
      DeleteRowsAt: (self, index, count) => deleteRows(self, Number(index), typeof count === 'number' ? count : 1),
    },
  }),
  TableRow: behaviour<RowTarget>({
    get: {
      Index: (self) => self.target.index,
      Values: (self) => readCells(makeRange(self.core, self.target.sheet, rowBlock(self)), 'Values'),
    },
    set: {
      Values: (self, value) => {
        writeCells(self.core, { sheet: self.target.sheet, block: rowBlock(self) }, value);
      },
    },
    call: {
      GetRange: (self) => makeRange(self.core, self.target.sheet, rowBlock(self)),
      Delete: (self) => deleteRows(self, self.target.index, 1),
    },
  }),
  TableSort: behaviour<TableTarget>({
    call: {
      Apply: (self, fields) => {
        const { sheet, table } = self.target;
        sortRows(sheet, bodyOf(table), sortFields(fields), false);
        self.core.workbook.entered(sheet, bodyOf(table), 'addin');
        return null;
      },
    },
  }),
};
