import { cellsOf, isOnSheet, parseBlock, splitAddress, WHOLE_SHEET, type Block } from '../model/address';
import type { Sheet } from '../model/sheet';
import { accessDenied, invalidArgument, itemNotFound } from './errors';
import type { HostCore } from './hostCore';
import { HostObject, type Argument, type RangeObject, type RangeTarget } from './hostObject';

/** Several blocks of one sheet. */
export interface AreasTarget {
  readonly sheet: Sheet;
  blocks: Block[];
}

export function isRange(value: Argument): value is RangeObject {
  return value instanceof HostObject && value.type === 'Range';
}

export function isAreas(value: Argument): value is HostObject<AreasTarget> {
  return value instanceof HostObject && value.type === 'RangeAreas';
}

/** The blocks of a range or of several. */
export function blocksOf(object: HostObject): AreasTarget {
  if (isAreas(object)) return object.target;
  if (!isRange(object)) throw invalidArgument();
  return { sheet: object.target.sheet, blocks: [object.target.block] };
}

/** A range from an argument: a range, or an address on `sheet` (or on the sheet the address names). */
export function rangeArgument(core: HostCore, sheet: Sheet, value: Argument): RangeTarget {
  if (isRange(value)) return value.target;
  if (typeof value !== 'string') throw invalidArgument();
  return addressed(core, sheet, value);
}

/** Throws `InvalidArgument` for what is no address, `ItemNotFound` for a sheet that is not there. */
export function addressed(core: HostCore, sheet: Sheet, text: string): RangeTarget {
  const { sheet: name, range } = splitAddress(text);
  const owner = name === undefined ? sheet : core.workbook.sheet(name);
  if (!owner) throw itemNotFound();
  if (range === '') return { sheet: owner, block: WHOLE_SHEET };
  const block = parseBlock(range);
  if (block) return { sheet: owner, block };
  const key = range.toLowerCase();
  const names = core.workbook.names.filter((each) => each.name.toLowerCase() === key);
  const named = names.find((each) => each.sheet === owner) ?? names.find((each) => each.sheet === undefined);
  if (!named) throw invalidArgument();
  return addressed(core, owner, named.formula.replace(/^=/, ''));
}

/** Throws `InvalidArgument` for a block that is not on the sheet. */
export function makeRange(core: HostCore, sheet: Sheet, block: Block): RangeObject {
  const whole = [block.top, block.left, block.bottom, block.right].every(Number.isInteger);
  if (!whole || !isOnSheet(block)) throw invalidArgument();
  return core.range(sheet, block);
}

export function makeAreas(core: HostCore, sheet: Sheet, blocks: Block[]): HostObject<AreasTarget> {
  return new HostObject(core, 'RangeAreas', core.worksheet(sheet), { sheet, blocks });
}

/** Cells whose protection is looked at one by one. */
const CHECKED_CELLS = 500_000;

/**
 * Throws `AccessDenied` when the sheet is protected and the block holds a locked cell; with `option` (of the
 * protection's options) unless that is allowed.
 */
export function assertEditable(sheet: Sheet, block: Block, option?: string): void {
  if (!isEditable(sheet, block, option)) throw accessDenied();
}

/** Whether `assertEditable` lets a change pass. */
export function isEditable(sheet: Sheet, block: Block, option?: string): boolean {
  const { protection } = sheet;
  if (!protection) return true;
  if (option !== undefined) return protection.options[option] === true;
  if (cellsOf(block) > CHECKED_CELLS) return false;
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) {
      if (sheet.formatAt(row, column)['protection.locked'] !== false) return false;
    }
  }
  return true;
}
