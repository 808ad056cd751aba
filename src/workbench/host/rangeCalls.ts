import { columnsOf, intersection, isWholeColumns, isWholeRows, rowsOf, type Block } from '../model/address';
import { PLAIN } from '../model/format';
import type { Sheet } from '../model/sheet';
import { invalidArgument, invalidOperation, itemNotFound } from './errors';
import type { HostCore } from './hostCore';
import type { Argument, HostObject, RangeObject, Result } from './hostObject';
import { assertEditable, makeAreas, makeRange, rangeArgument } from './ranges';
import { find, replaceAll } from './search';
import { copyCells } from './copyCells';
import { removeDuplicates } from './duplicates';
import { setCellProperties } from './cellProperties';
import { edgeOf, regionAround } from './regions';
import { specialCells } from './specialCells';

type RangeCall = (self: RangeObject, ...args: Argument[]) => Result;

/** Clears contents, formats or both. */
export function clearRange(core: HostCore, sheet: Sheet, block: Block, applyTo: Argument): void {
  const what = applyTo ?? 'All';
  const contents = what === 'All' || what === 'Contents' || what === 'ResetContents';
  const formats = what === 'All' || what === 'Formats';
  if (contents) assertEditable(sheet, block);
  if (formats) assertEditable(sheet, block, 'allowFormatCells');
  if (formats) {
    core.workbook.unmerge(sheet, block);
    core.workbook.changeFormat(sheet, block, () => PLAIN);
  }
  if (what === 'All' || what === 'Hyperlinks' || what === 'RemoveHyperlinks') {
    const links = sheet.bag.child('Hyperlinks').values;
    for (const key of [...links.keys()]) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      if (intersection(block, { top: row, left: column, bottom: row, right: column })) links.delete(key);
    }
  }
  if (contents) core.workbook.clearContents(sheet, block, 'addin');
}

function shift(self: RangeObject, direction: 'down' | 'right' | 'up' | 'left'): void {
  const { sheet, block } = self.target;
  const rows = isWholeRows(block);
  const columns = isWholeColumns(block);
  const insert = direction === 'down' || direction === 'right';
  if (sheet.protection) {
    const what = rows ? 'Rows' : columns ? 'Columns' : undefined;
    if (what === undefined) assertEditable(sheet, { ...block, bottom: 1_048_575, right: 16_383 });
    else assertEditable(sheet, block, `allow${insert ? 'Insert' : 'Delete'}${what}`);
  }
  self.core.workbook.shift(sheet, { block, direction: rows ? (insert ? 'down' : 'up') : columns ? (insert ? 'right' : 'left') : direction }, 'addin');
}

function insertDirection(value: Argument): 'down' | 'right' {
  if (value === 'Down') return 'down';
  if (value === 'Right') return 'right';
  throw invalidArgument();
}

function deleteDirection(value: Argument): 'up' | 'left' {
  if (value === 'Up') return 'up';
  if (value === 'Left') return 'left';
  throw invalidArgument();
}

function required(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

/** Methods of a range that do something. Those that lead to other ranges are in behaviours/range.ts. */
export const rangeCalls: Readonly<Record<string, RangeCall>> = {
  Clear: (self, applyTo) => {
    clearRange(self.core, self.target.sheet, self.target.block, applyTo);
    return null;
  },
  Insert: (self, direction) => {
    const { sheet, block } = self.target;
    const at = { ...block };
    shift(self, insertDirection(direction));
    return makeRange(self.core, sheet, at);
  },
  Delete: (self, direction) => {
    shift(self, deleteDirection(direction));
    return null;
  },
  Merge: (self, across) => {
    const { sheet, block } = self.target;
    assertEditable(sheet, block, 'allowFormatCells');
    const crossesTable = sheet.tables.some((table) => intersection(table.block, block));
    if (crossesTable) throw invalidOperation();
    if (across === true) {
      for (let row = block.top; row <= block.bottom; row++) {
        if (columnsOf(block) > 1) self.core.workbook.merge(sheet, { ...block, top: row, bottom: row }, 'addin');
      }
    } else if (rowsOf(block) > 1 || columnsOf(block) > 1) {
      self.core.workbook.merge(sheet, { ...block }, 'addin');
    }
    return null;
  },
  Unmerge: (self) => {
    assertEditable(self.target.sheet, self.target.block, 'allowFormatCells');
    self.core.workbook.unmerge(self.target.sheet, self.target.block);
    return null;
  },
  GetSpecialCells: (self, type, valueType) => required(specialCells(self, type, valueType)),
  GetSpecialCellsOrNullObject: (self, type, valueType) => specialCells(self, type, valueType),
  GetMergedAreas: (self) => required(mergedAreas(self)),
  GetMergedAreasOrNullObject: (self) => mergedAreas(self),
  Select: (self) => {
    const { sheet, block } = self.target;
    if (sheet.visibility !== 'Visible') throw invalidOperation();
    self.core.workbook.select(sheet, { ...block });
    return null;
  },
  Calculate: (self) => {
    self.core.workbook.engine.calculate();
    return null;
  },
  SetDirty: (self) => {
    self.core.workbook.engine.contentsChanged(self.target.sheet, self.target.block);
    return null;
  },
  Find: (self, text, criteria) => required(find(self, text, criteria)),
  FindOrNullObject: (self, text, criteria) => find(self, text, criteria),
  ReplaceAll: (self, text, replacement, criteria) =>
    replaceAll(self.core, self.target.sheet, self.target.block, text, replacement, criteria),
  CopyFrom: (self, source, type, skipBlanks, transpose) => {
    const from = rangeArgument(self.core, self.target.sheet, source);
    copyCells(self, from, { type: type ?? 'All', skipBlanks: skipBlanks === true, transpose: transpose === true });
    return null;
  },
  RemoveDuplicates: (self, columns, hasHeader) => removeDuplicates(self, columns, hasHeader),
  SetCellProperties: (self, data) => {
    setCellProperties(self, data);
    return null;
  },
  GetSurroundingRegion: (self) => makeRange(self.core, self.target.sheet, regionAround(self.target.sheet, self.target.block)),
  GetRangeEdge: (self, direction) => makeRange(self.core, self.target.sheet, edgeOf(self.target.sheet, self.target.block, direction)),
  GetSpillParentOrNullObject: (self) => spillParent(self),
  GetSpillParent: (self) => required(spillParent(self)),
  GetSpillingToRangeOrNullObject: (self) => spillRange(self),
  GetSpillingToRange: (self) => required(spillRange(self)),
  _ValidateArraySize: (self, rows, columns) => {
    if (rows !== rowsOf(self.target.block) || columns !== columnsOf(self.target.block)) throw invalidArgument();
    return null;
  },
  _KeepReference: (self) => {
    self.referenceId ??= `Range${self.core.workbook.nextId()}`;
    self.core.references.set(self.referenceId, self);
    return null;
  },
};

function mergedAreas({ core, target: { sheet, block } }: RangeObject): HostObject | null {
  const blocks = sheet.merges.filter((merge) => intersection(merge, block));
  return blocks.length > 0 ? makeAreas(core, sheet, blocks) : null;
}

function spillParent({ core, target: { sheet, block } }: RangeObject): HostObject | null {
  core.workbook.engine.calculate();
  const from = sheet.cell(block.top, block.left)?.spilledFrom;
  return from ? makeRange(core, sheet, { top: from.row, left: from.column, bottom: from.row, right: from.column }) : null;
}

function spillRange({ core, target: { sheet, block } }: RangeObject): HostObject | null {
  core.workbook.engine.calculate();
  let { bottom, right } = block;
  const from = (row: number, column: number): boolean => {
    const source = sheet.cell(row, column)?.spilledFrom;
    return source?.row === block.top && source.column === block.left;
  };
  while (from(bottom + 1, block.left)) bottom++;
  while (from(block.top, right + 1)) right++;
  const spilled = bottom > block.top || right > block.left;
  return spilled ? makeRange(core, sheet, { ...block, bottom, right }) : null;
}
