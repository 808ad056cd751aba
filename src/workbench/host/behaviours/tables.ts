import type { Json } from '../../model/bag';
import { Bag } from '../../model/bag';
import { intersection, MAX_ROWS, parseBlock, splitAddress, type Block } from '../../model/address';
import type { TableModel } from '../../model/parts';
import { sortRows } from '../../model/sort';
import type { Sheet } from '../../model/sheet';
import { EventType } from '../events';
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { addressed, assertEditable, isRange, makeRange } from '../ranges';
import { readCells, writeCells } from '../rangeCells';
import { refilterTable } from './columnFilters';
import { sortFields } from './filters';
import { bodyOf, columnBlock, columnName, freeTableName, headerBlock, prepareHeader } from '../tableBlocks';
import { asText } from '../arguments';

export interface TableTarget {
  readonly sheet: Sheet;
  readonly table: TableModel;
}
export type TableObject = HostObject<TableTarget>;

const VALID_NAME = /^[\p{L}_\\][\p{L}\p{N}_.]*$/u;

/** Tables of one sheet, or of all when the collection is the workbook's. */
function tablesOf(view: HostObject): TableTarget[] {
  const sheets =
    view.parent?.type === 'Worksheet' ? [view.parent.target as Sheet] : view.core.workbook.sheets;
  return sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
}

export function tableObject(parent: HostObject, target: TableTarget): TableObject {
  return new HostObject(parent.core, 'Table', parent, target, target.table.bag);
}

function find(view: HostObject, key: Argument): HostObject | null {
  const wanted = asText(key).toLowerCase();
  const found = tablesOf(view).find(
    ({ table }) => table.id === wanted || table.name.toLowerCase() === wanted,
  );
  return found ? tableObject(view, found) : null;
}

function add(view: HostObject, given: Argument, hasHeaders: Argument): HostObject {
  const { workbook } = view.core;
  const home = view.parent?.type === 'Worksheet' ? (view.parent.target as Sheet) : workbook.active;
  const target = isRange(given) ? given.target : addressed(view.core, home, asText(given));
  const { sheet } = target;
  if (view.parent?.type === 'Worksheet' && sheet !== home) throw invalidArgument();
  if (sheet.tables.some((table) => intersection(table.block, target.block))) throw invalidOperation();
  if (sheet.merges.some((merge) => intersection(merge, target.block))) throw invalidOperation();
  assertEditable(sheet, target.block);
  const block = prepareHeader(workbook, sheet, { ...target.block }, hasHeaders === true);
  const columns = block.right - block.left + 1;
  const table: TableModel = {
    id: asText(workbook.nextId()),
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
  emit(view, sheet, EventType.tableAdded, table);
  return tableObject(view, { sheet, table });
}

function emit(view: HostObject, sheet: Sheet, type: number, table: TableModel): void {
  view.core.events.emit(type, [sheet.id, 'Workbook'], {
    tableId: table.id,
    worksheetId: sheet.id,
    source: 'Local',
  });
  changed(view, sheet);
}

function changed(view: HostObject, sheet: Sheet): void {
  view.core.workbook.emit({ kind: 'object', type: 'Table', sheet });
}

const part =
  (block: (table: TableModel) => Block) =>
  (view: TableObject): HostObject =>
    makeRange(view.core, view.target.sheet, block(view.target.table));

function remove(view: TableObject): void {
  const { sheet, table } = view.target;
  const index = sheet.tables.indexOf(table);
  if (index < 0) throw itemNotFound();
  sheet.tables.splice(index, 1);
  view.core.workbook.engine.namesChanged();
}

export interface ColumnTarget extends TableTarget {
  readonly id: number;
}
type ColumnObject = HostObject<ColumnTarget>;

function columnObject(view: HostObject<TableTarget>, id: number): ColumnObject {
  return new HostObject(view.core, 'TableColumn', view, { ...view.target, id });
}

const indexOfColumn = ({ target: { table, id } }: ColumnObject): number => table.columnIds.indexOf(id);

function findColumn(view: TableObject, key: Argument): HostObject | null {
  const { sheet, table } = view.target;
  const wanted = asText(key).toLowerCase();
  const id = table.columnIds.find(
    (each, i) => asText(each) === wanted || columnName(sheet, table, i).toLowerCase() === wanted,
  );
  return id === undefined ? null : columnObject(view, id);
}

function addColumn(view: TableObject, index: Argument, values: Argument, name: Argument): HostObject {
  const { sheet, table } = view.target;
  const { workbook } = view.core;
  const count = table.columnIds.length;
  const at = typeof index === 'number' && index >= 0 && index < count ? index : count;
  const column = table.block.left + at;
  if (at < count) {
    workbook.shift(
      sheet,
      { block: { ...table.block, left: column, right: column }, direction: 'right' },
      'addin',
    );
  }
  if (table.block.right - table.block.left + 1 === count)
    table.block = { ...table.block, right: table.block.right + 1 };
  const id = Math.max(...table.columnIds) + 1;
  table.columnIds.splice(at, 0, id);
  if (Array.isArray(values)) writeCells(view.core, { sheet, block: columnBlock(table, at) }, values as Json);
  else if (table.showHeaders) workbook.enter(sheet, table.block.top, column, `Column${count + 1}`);
  if (typeof name === 'string') workbook.enter(sheet, table.block.top, column, `'${name}`);
  workbook.entered(sheet, columnBlock(table, at), 'addin');
  return columnObject(view, id);
}

interface RowTarget extends TableTarget {
  readonly index: number;
}
type RowObject = HostObject<RowTarget>;

const rowBlock = ({ target: { table, index } }: RowObject): Block => {
  const top = bodyOf(table).top + index;
  return { ...table.block, top, bottom: top };
};

function rowObject(view: TableObject, index: number): RowObject {
  return new HostObject(view.core, 'TableRow', view, { ...view.target, index });
}

const rowCount = ({ target: { table } }: TableObject): number => bodyOf(table).bottom - bodyOf(table).top + 1;

function addRows(view: TableObject, index: Argument, values: Argument): HostObject {
  const { sheet, table } = view.target;
  const given = Array.isArray(values) ? (values as Json[]) : undefined;
  const rows = given !== undefined && Array.isArray(given[0]) ? (given as Json[][]) : given ? [given] : [[]];
  const width = table.columnIds.length;
  if (given !== undefined && rows.some((row) => row.length !== width)) throw invalidArgument();
  const count = rowCount(view);
  // A table without data shows one empty row; the first rows that come take its place.
  const replaced = count === 1 && given !== undefined && isBlank(sheet, bodyOf(table)) ? 1 : 0;
  const inside = typeof index === 'number' && index >= 0 && index < count;
  const at = replaced === 1 ? 0 : inside ? index : count;
  const top = bodyOf(table).top + at;
  const block = { ...table.block, top, bottom: top + rows.length - 1 };
  const made = { ...block, top: top + replaced };
  const before = table.block;
  if (made.bottom >= made.top) {
    const below = sheet.usedBlock(false, { ...made, bottom: MAX_ROWS - 1 });
    if (below) view.core.workbook.shift(sheet, { block: made, direction: 'down' }, 'addin');
  }
  table.block = { ...before, bottom: before.bottom + rows.length - replaced };
  if (given !== undefined) writeCells(view.core, { sheet, block }, rows);
  changed(view, sheet);
  return rowObject(view, at);
}

const isBlank = (sheet: Sheet, block: Block): boolean => sheet.usedBlock(true, block) === undefined;

function deleteRows(view: TableObject, index: number, count: number): null {
  const { sheet, table } = view.target;
  if (index < 0 || count < 1 || index + count > rowCount(view)) throw invalidArgument();
  const top = bodyOf(table).top + index;
  const before = table.block;
  view.core.workbook.shift(
    sheet,
    { block: { ...before, top, bottom: top + count - 1 }, direction: 'up' },
    'addin',
  );
  table.block = { ...before, bottom: before.bottom - count };
  changed(view, sheet);
  return null;
}

function flag(wire: 'showHeaders') {
  return (view: TableObject, value: Json): void => {
    view.target.table[wire] = value === true;
    changed(view, view.target.sheet);
  };
}

/** The row of totals comes below the data and goes with its contents. */
function showTotals(view: TableObject, value: Json): void {
  const { sheet, table } = view.target;
  const { workbook } = view.core;
  if (table.showTotals === (value === true)) return;
  const before = table.block;
  if (value === true) {
    const row = { ...before, top: before.bottom + 1, bottom: before.bottom + 1 };
    const below = sheet.usedBlock(false, { ...row, bottom: MAX_ROWS - 1 });
    if (below) workbook.shift(sheet, { block: row, direction: 'down' }, 'addin');
    table.showTotals = true;
    table.block = { ...before, bottom: row.bottom };
    workbook.enter(sheet, row.top, row.left, 'Total');
    workbook.entered(sheet, row, 'addin');
  } else {
    workbook.shift(sheet, { block: { ...before, top: before.bottom }, direction: 'up' }, 'addin');
    table.showTotals = false;
    table.block = { ...before, bottom: before.bottom - 1 };
  }
  changed(view, sheet);
}

export const tableBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  TableCollection: behaviour({
    get: { Count: (view) => tablesOf(view).length },
    items: (view) => tablesOf(view).map((target) => tableObject(view, target)),
    call: {
      Add: add,
      GetItem: (view, key) => {
        const found = find(view, key);
        if (!found) throw itemNotFound();
        return found;
      },
      GetItemOrNullObject: find,
    },
  }),
  Table: behaviour<TableTarget>({
    get: {
      Id: (view) => view.target.table.id,
      LegacyId: (view) => view.target.table.id,
      Name: (view) => view.target.table.name,
      ShowHeaders: (view) => view.target.table.showHeaders,
      ShowTotals: (view) => view.target.table.showTotals,
      Style: (view) => view.target.table.style,
    },
    set: {
      Name: (view, value) => {
        const name = asText(value);
        if (!VALID_NAME.test(name) || parseBlock(name) || splitAddress(name).sheet !== undefined)
          throw invalidArgument();
        const all = view.core.workbook.sheets.flatMap((sheet) => sheet.tables);
        if (
          all.some((each) => each !== view.target.table && each.name.toLowerCase() === name.toLowerCase())
        ) {
          throw itemAlreadyExists();
        }
        view.target.table.name = name;
        view.core.workbook.engine.namesChanged();
        changed(view, view.target.sheet);
      },
      ShowHeaders: flag('showHeaders'),
      ShowTotals: showTotals,
      Style: (view, value) => {
        view.target.table.style = asText(value);
        changed(view, view.target.sheet);
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
      Columns: (view) => new HostObject(view.core, 'TableColumnCollection', view, view.target),
      Rows: (view) => new HostObject(view.core, 'TableRowCollection', view, view.target),
      Sort: (view) => new HostObject(view.core, 'TableSort', view, view.target),
      Worksheet: (view) => view.core.worksheet(view.target.sheet),
    },
    call: {
      GetRange: part((table) => table.block),
      GetDataBodyRange: part(bodyOf),
      GetHeaderRowRange: part(headerBlock),
      GetTotalRowRange: part((table) => {
        if (!table.showTotals) throw itemNotFound();
        return { ...table.block, top: table.block.bottom };
      }),
      Resize: (view, range) => {
        const { sheet, table } = view.target;
        const target = isRange(range) ? range.target : addressed(view.core, sheet, asText(range));
        if (target.sheet !== sheet || target.block.top !== table.block.top) throw invalidArgument();
        table.block = { ...target.block };
        const count = table.block.right - table.block.left + 1;
        while (table.columnIds.length < count) table.columnIds.push(Math.max(0, ...table.columnIds) + 1);
        table.columnIds.length = count;
        view.core.workbook.engine.namesChanged();
        changed(view, sheet);
        return null;
      },
      ClearFilters: (view) => {
        view.target.table.filter.clear();
        return refilterTable(view);
      },
      ReapplyFilters: refilterTable,
      ConvertToRange: (view) => {
        remove(view);
        return makeRange(view.core, view.target.sheet, view.target.table.block);
      },
      Delete: (view) => {
        const { sheet, table } = view.target;
        remove(view);
        view.core.workbook.changeFormat(sheet, table.block, () => ({}));
        view.core.workbook.clearContents(sheet, table.block, 'addin');
        emit(view, sheet, EventType.tableDeleted, table);
        return null;
      },
    },
  }),
  TableColumnCollection: behaviour<TableTarget>({
    get: { Count: (view) => view.target.table.columnIds.length },
    items: (view) => view.target.table.columnIds.map((id) => columnObject(view, id)),
    call: {
      Add: addColumn,
      GetItem: (view, key) => {
        const found = findColumn(view, key);
        if (!found) throw itemNotFound();
        return found;
      },
      GetItemOrNullObject: findColumn,
    },
  }),
  TableColumn: behaviour<ColumnTarget>({
    get: {
      Id: (view) => view.target.id,
      Index: indexOfColumn,
      Name: (view) => columnName(view.target.sheet, view.target.table, indexOfColumn(view)),
      Values: (view) =>
        readCells(
          makeRange(view.core, view.target.sheet, columnBlock(view.target.table, indexOfColumn(view))),
          'Values',
        ),
    },
    set: {
      Name: (view, value) => {
        const { sheet, table } = view.target;
        const block = { ...columnBlock(table, indexOfColumn(view)), bottom: table.block.top };
        writeCells(view.core, { sheet, block }, `'${asText(value)}`);
      },
      Values: (view, value) => {
        const { sheet, table } = view.target;
        writeCells(view.core, { sheet, block: columnBlock(table, indexOfColumn(view)) }, value);
      },
    },
    navigate: { Filter: (view) => new HostObject(view.core, 'Filter', view, view.target) },
    call: {
      GetRange: (view) =>
        makeRange(view.core, view.target.sheet, columnBlock(view.target.table, indexOfColumn(view))),
      GetDataBodyRange: (view) => {
        const { left, right } = columnBlock(view.target.table, indexOfColumn(view));
        return makeRange(view.core, view.target.sheet, { ...bodyOf(view.target.table), left, right });
      },
      GetHeaderRowRange: (view) => {
        const { left, right } = columnBlock(view.target.table, indexOfColumn(view));
        return makeRange(view.core, view.target.sheet, { ...headerBlock(view.target.table), left, right });
      },
      Delete: (view) => {
        const { sheet, table } = view.target;
        const index = indexOfColumn(view);
        const before = table.block;
        view.core.workbook.shift(sheet, { block: columnBlock(table, index), direction: 'left' }, 'addin');
        table.block = { ...before, right: before.right - 1 };
        table.columnIds.splice(index, 1);
        return null;
      },
    },
  }),
  TableRowCollection: behaviour<TableTarget>({
    get: { Count: rowCount },
    items: (view) => Array.from({ length: rowCount(view) }, (_, i) => rowObject(view, i)),
    call: {
      Add: addRows,
      DeleteRowsAt: (view, index, count) =>
        deleteRows(view, Number(index), typeof count === 'number' ? count : 1),
    },
  }),
  TableRow: behaviour<RowTarget>({
    get: {
      Index: (view) => view.target.index,
      Values: (view) => readCells(makeRange(view.core, view.target.sheet, rowBlock(view)), 'Values'),
    },
    set: {
      Values: (view, value) => {
        writeCells(view.core, { sheet: view.target.sheet, block: rowBlock(view) }, value);
      },
    },
    call: {
      GetRange: (view) => makeRange(view.core, view.target.sheet, rowBlock(view)),
      Delete: (view) => deleteRows(view, view.target.index, 1),
    },
  }),
  TableSort: behaviour<TableTarget>({
    call: {
      Apply: (view, fields) => {
        const { sheet, table } = view.target;
        sortRows(sheet, bodyOf(table), sortFields(fields), false);
        view.core.workbook.entered(sheet, bodyOf(table), 'addin');
        return null;
      },
    },
  }),
};
