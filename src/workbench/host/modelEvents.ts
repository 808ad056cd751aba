import type { Json } from '../model/bag';
import { formatBlock, intersection, parseBlock, type Block } from '../model/address';
import type { Author, Change, Shift } from '../model/changes';
import type { TableModel } from '../model/parts';
import type { Sheet } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { valueType, wireValue } from './cellValues';
import { EventType, type EventHub } from './events';

const WORKBOOK = 'Workbook';

/** Turns what happens to a workbook into the events of the object model. Returns how to stop. */
export function sendModelEvents(workbook: WorkbookModel, hub: EventHub): () => void {
  const tables = new TablesSelected(hub);
  return workbook.onChange((change) => {
    sendChange(workbook, hub, change);
    if (change.kind === 'selected') tables.select(change.sheet, change.block);
  });
}

const referenceTo = (sheet: Sheet, block: Block): string => `Event|${sheet.id}|${formatBlock(block)}`;

/** The block an event's reference id stands for; undefined when its sheet is gone. */
export function eventRange(workbook: WorkbookModel, id: string): { sheet: Sheet; block: Block } | undefined {
  const [kind, sheetId = '', address = ''] = id.split('|');
  const sheet = kind === 'Event' ? workbook.sheet(sheetId) : undefined;
  const block = parseBlock(address);
  return sheet && block ? { sheet, block } : undefined;
}

function sendChange(workbook: WorkbookModel, hub: EventHub, change: Change): void {
  if (!('sheet' in change) || !change.sheet) return;
  const { sheet } = change;
  const targets = [sheet.id, WORKBOOK];
  const place = { worksheetId: sheet.id, source: 'Local' };
  const addressOf = (block: Block): Record<string, Json> => ({
    ...place,
    address: formatBlock(block),
    referenceId: referenceTo(sheet, block),
  });
  switch (change.kind) {
    case 'contents': {
      const { block, by, before } = change;
      const after = sheet.cell(block.top, block.left);
      const single = block.top === block.bottom && block.left === block.right && before !== undefined;
      hub.emit(EventType.changed, targets, {
        ...addressOf(block),
        changeType: 'RangeEdited',
        shiftDirection: 'None',
        triggerSource: trigger(by),
        ...(single && {
          valueBefore: wireValue(before),
          valueTypeBefore: valueType(before),
          valueAfter: wireValue(after?.value ?? null),
          valueTypeAfter: valueType(after?.value ?? null),
        }),
      });
      for (const table of sheet.tables) {
        if (!intersection(table.block, block)) continue;
        hub.emit(EventType.tableChanged, [table.id, WORKBOOK], {
          ...addressOf(block),
          tableId: table.id,
          changeType: 'RangeEdited',
          triggerSource: trigger(by),
        });
      }
      return;
    }
    case 'structure':
      hub.emit(EventType.changed, targets, {
        ...addressOf(change.shift.block),
        changeType: changeTypeOf(change.shift),
        shiftDirection: shiftDirectionOf(change.shift),
        triggerSource: trigger(change.by),
      });
      return;
    case 'calculated':
      hub.emit(EventType.calculated, targets, { ...place, address: formatBlock(change.block) });
      return;
    case 'format':
      hub.emit(EventType.formatChanged, targets, addressOf(change.block));
      return;
    case 'selected':
      hub.emit(EventType.selectionChanged, targets, { ...place, address: formatBlock(change.block) });
      return;
    case 'activated':
      hub.emit(EventType.deactivated, [change.before.id, WORKBOOK], { worksheetId: change.before.id });
      hub.emit(EventType.activated, targets, { worksheetId: sheet.id });
      return;
    case 'sheetAdded':
      hub.emit(EventType.sheetAdded, [WORKBOOK], place);
      return;
    case 'sheetDeleted':
      hub.emit(EventType.sheetDeleted, [WORKBOOK], place);
      return;
    case 'sheetRenamed':
      hub.emit(EventType.nameChanged, targets, {
        ...place,
        nameBefore: change.before,
        nameAfter: sheet.name,
      });
      return;
    case 'sheetVisibility':
      hub.emit(EventType.visibilityChanged, targets, { ...place, visibilityAfter: sheet.visibility });
      return;
    case 'sheetMoved':
      hub.emit(EventType.moved, [WORKBOOK], { ...place, positionAfter: workbook.sheets.indexOf(sheet) });
      return;
    case 'protection':
      hub.emit(EventType.protectionChanged, targets, {
        ...place,
        isProtected: sheet.protection !== undefined,
      });
      return;
    default:
  }
}

const trigger = (by: Author): string => (by === 'addin' ? 'ThisLocalAddin' : 'Unknown');

function changeTypeOf({ block, direction }: Shift): string {
  const verb = direction === 'down' || direction === 'right' ? 'Inserted' : 'Deleted';
  if (block.left === 0 && block.right === 16_383) return `Row${verb}`;
  if (block.top === 0 && block.bottom === 1_048_575) return `Column${verb}`;
  return `Cell${verb}`;
}

function shiftDirectionOf({ block, direction }: Shift): string {
  const whole =
    (block.left === 0 && block.right === 16_383) || (block.top === 0 && block.bottom === 1_048_575);
  if (whole) return 'None';
  return { down: 'ShiftCellDown', up: 'ShiftCellUp', right: 'ShiftCellRight', left: 'ShiftCellLeft' }[
    direction
  ];
}

/** Tells tables that a selection came to lie in them, moved there, or left them. */
class TablesSelected {
  private before = new Map<TableModel, Sheet>();

  constructor(private readonly hub: EventHub) {}

  select(sheet: Sheet, block: Block): void {
    const now = new Map(
      sheet.tables.filter((table) => intersection(table.block, block)).map((table) => [table, sheet]),
    );
    for (const [table, owner] of new Map([...this.before, ...now])) {
      const isInside = now.has(table);
      this.hub.emit(EventType.tableSelectionChanged, [table.id], {
        address: isInside ? formatBlock(block) : '',
        isInsideTable: isInside,
        tableId: table.id,
        worksheetId: owner.id,
      });
    }
    this.before = now;
  }
}
