import {
  bounding,
  columnsOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  rowsOf,
  type Block,
} from '../model/address';
import { PLAIN } from '../model/format';
import type { Sheet } from '../model/sheet';
import { invalidArgument, invalidOperation, itemNotFound } from './errors';
import type { HostCore } from './hostCore';
import type { Argument, HostObject, RangeObject, Result } from './hostObject';
import { assertEditable, makeAreas, makeRange, rangeArgument } from './ranges';
import { find, replaceAll } from './search';
import { copyCells } from './copyCells';
import { removeDuplicates } from './duplicates';
import { autoFill } from '../model/autofill';
import { asText } from './arguments';
import {
  cellProperties,
  columnProperties,
  rowProperties,
  setCellProperties,
  setLineProperties,
} from './cellProperties';
import { moveCells } from './moveCells';
import { tracingCalls } from './tracing';
import { edgeOf, regionAround } from './regions';
import { visibleView } from './behaviours/rangeView';
import { specialCells } from './specialCells';

type RangeCall = (view: RangeObject, ...args: Argument[]) => Result;

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

function shift(view: RangeObject, direction: 'down' | 'right' | 'up' | 'left'): void {
  const { sheet, block } = view.target;
  const rows = isWholeRows(block);
  const columns = isWholeColumns(block);
  const insert = direction === 'down' || direction === 'right';
  if (sheet.protection) {
    const what = rows ? 'Rows' : columns ? 'Columns' : undefined;
    if (what === undefined) assertEditable(sheet, { ...block, bottom: 1_048_575, right: 16_383 });
    else assertEditable(sheet, block, `allow${insert ? 'Insert' : 'Delete'}${what}`);
  }
  view.core.workbook.shift(
    sheet,
    { block, direction: rows ? (insert ? 'down' : 'up') : columns ? (insert ? 'right' : 'left') : direction },
    'addin',
  );
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
  Clear: (view, applyTo) => {
    clearRange(view.core, view.target.sheet, view.target.block, applyTo);
    return null;
  },
  Insert: (view, direction) => {
    const { sheet, block } = view.target;
    const at = { ...block };
    shift(view, insertDirection(direction));
    return makeRange(view.core, sheet, at);
  },
  Delete: (view, direction) => {
    shift(view, deleteDirection(direction));
    return null;
  },
  Merge: (view, across) => {
    const { sheet, block } = view.target;
    assertEditable(sheet, block, 'allowFormatCells');
    const crossesTable = sheet.tables.some((table) => intersection(table.block, block));
    if (crossesTable) throw invalidOperation();
    if (across === true) {
      for (let row = block.top; row <= block.bottom; row++) {
        if (columnsOf(block) > 1)
          view.core.workbook.merge(sheet, { ...block, top: row, bottom: row }, 'addin');
      }
    } else if (rowsOf(block) > 1 || columnsOf(block) > 1) {
      view.core.workbook.merge(sheet, { ...block }, 'addin');
    }
    return null;
  },
  Unmerge: (view) => {
    assertEditable(view.target.sheet, view.target.block, 'allowFormatCells');
    view.core.workbook.unmerge(view.target.sheet, view.target.block);
    return null;
  },
  GetSpecialCells: (view, type, valueType) => required(specialCells(view, type, valueType)),
  GetSpecialCellsOrNullObject: (view, type, valueType) => specialCells(view, type, valueType),
  GetMergedAreas: (view) => required(mergedAreas(view)),
  GetMergedAreasOrNullObject: (view) => mergedAreas(view),
  Select: (view) => {
    const { sheet, block } = view.target;
    if (sheet.visibility !== 'Visible') throw invalidOperation();
    view.core.workbook.select(sheet, { ...block });
    return null;
  },
  Calculate: (view) => {
    view.core.workbook.engine.calculate();
    return null;
  },
  SetDirty: (view) => {
    view.core.workbook.engine.contentsChanged(view.target.sheet, view.target.block);
    return null;
  },
  GetVisibleView: visibleView,
  Find: (view, text, criteria) => required(find(view, text, criteria)),
  FindOrNullObject: (view, text, criteria) => find(view, text, criteria),
  ReplaceAll: (view, text, replacement, criteria) =>
    replaceAll(view.core, view.target.sheet, view.target.block, text, replacement, criteria),
  CopyFrom: (view, source, type, skipBlanks, transpose) => {
    const from = rangeArgument(view.core, view.target.sheet, source);
    copyCells(view, from, {
      type: type ?? 'All',
      skipBlanks: skipBlanks === true,
      transpose: transpose === true,
    });
    return null;
  },
  RemoveDuplicates: (view, columns, hasHeader) => removeDuplicates(view, columns, hasHeader),
  SetCellProperties: (view, data) => {
    setCellProperties(view, data);
    return null;
  },
  GetSurroundingRegion: (view) =>
    makeRange(view.core, view.target.sheet, regionAround(view.target.sheet, view.target.block)),
  GetRangeEdge: (view, direction) =>
    makeRange(view.core, view.target.sheet, edgeOf(view.target.sheet, view.target.block, direction)),
  GetExtendedRange: (view, direction, activeCell) => {
    const { sheet, block } = view.target;
    const cell =
      activeCell === undefined || activeCell === null
        ? block
        : rangeArgument(view.core, sheet, activeCell).block;
    return makeRange(view.core, sheet, bounding(block, edgeOf(sheet, cell, direction)));
  },
  MoveTo: (view, destination) => {
    moveCells(view, rangeArgument(view.core, view.target.sheet, destination));
    return null;
  },
  AutoFill: (view, destination, type) => {
    const { sheet, block } = view.target;
    const to = rangeArgument(view.core, sheet, destination).block;
    assertEditable(sheet, to);
    if (
      !autoFill(
        view.core.workbook,
        sheet,
        block,
        to,
        type === undefined || type === null ? 'FillDefault' : asText(type),
      )
    )
      throw invalidArgument();
    return null;
  },
  ...tracingCalls,
  GetCellProperties: (view, options) => cellProperties(view, options),
  GetRowProperties: (view, options) => rowProperties(view, options),
  GetColumnProperties: (view, options) => columnProperties(view, options),
  SetRowProperties: (view, data) => {
    setLineProperties(view, data, 'rows');
    return null;
  },
  SetColumnProperties: (view, data) => {
    setLineProperties(view, data, 'columns');
    return null;
  },
  GetSpillParentOrNullObject: (view) => spillParent(view),
  GetSpillParent: (view) => required(spillParent(view)),
  GetSpillingToRangeOrNullObject: (view) => spillRange(view),
  GetSpillingToRange: (view) => required(spillRange(view)),
  _ValidateArraySize: (view, rows, columns) => {
    if (rows !== rowsOf(view.target.block) || columns !== columnsOf(view.target.block))
      throw invalidArgument();
    return null;
  },
  _KeepReference: (view) => {
    view.referenceId ??= `Range${view.core.workbook.nextId()}`;
    view.core.references.set(view.referenceId, view);
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
  return from
    ? makeRange(core, sheet, { top: from.row, left: from.column, bottom: from.row, right: from.column })
    : null;
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
