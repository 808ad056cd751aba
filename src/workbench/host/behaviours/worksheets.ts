import { WHOLE_SHEET } from '../../model/address';
import { normaliseColor } from '../../model/format';
import type { Sheet, SheetVisibility } from '../../model/sheet';
import { STANDARD_HEIGHT } from '../../model/sheet';
import { invalidArgument, invalidOperation, itemNotFound } from '../errors';
import { behaviour, type AnyBehaviour, type Argument, type HostObject } from '../hostObject';
import { addressed, isAreas, isRange, makeAreas, makeRange } from '../ranges';
import { assertStructure, checkSheetName, freeSheetName } from '../sheetNames';
import { findAll, replaceAll } from '../search';
import { copySheet } from '../sheetCopy';
import { asText } from '../arguments';

type SheetObject = HostObject<Sheet>;

const visible = (sheet: Sheet): boolean => sheet.visibility === 'Visible';

function neighbour(view: SheetObject, step: 1 | -1, visibleOnly: Argument): HostObject | null {
  const { sheets } = view.core.workbook;
  for (let i = sheets.indexOf(view.target) + step; i >= 0 && i < sheets.length; i += step) {
    const sheet = sheets[i]!;
    if (visibleOnly !== true || visible(sheet)) return view.core.worksheet(sheet);
  }
  return null;
}

function found(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

function usedRange(view: SheetObject, valuesOnly: Argument): HostObject | null {
  const block = view.target.usedBlock(valuesOnly === true);
  return block ? view.core.range(view.target, block) : null;
}

function integer(value: Argument, least: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw invalidArgument();
  return value;
}

const sheetLook = (view: SheetObject): void =>
  view.core.workbook.emit({ kind: 'sheetLook', sheet: view.target });

export const worksheetBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  WorksheetCollection: behaviour({
    items: (view) => view.core.workbook.sheets.map((sheet) => view.core.worksheet(sheet)),
    call: {
      Add: (view, given) => {
        const { workbook } = view.core;
        assertStructure(workbook);
        const name = typeof given === 'string' ? given : freeSheetName(workbook);
        checkSheetName(workbook, name);
        return view.core.worksheet(workbook.addSheet(name));
      },
      GetItem: (view, key) => {
        const sheet = typeof key === 'string' ? view.core.workbook.sheet(key) : undefined;
        if (!sheet) throw itemNotFound();
        return view.core.worksheet(sheet);
      },
      GetActiveWorksheet: (view) => view.core.worksheet(view.core.workbook.active),
      GetFirst: (view, only) => {
        const sheet = view.core.workbook.sheets.find((each) => only !== true || visible(each));
        return sheet ? view.core.worksheet(sheet) : null;
      },
      GetLast: (view, only) => {
        const sheet = view.core.workbook.sheets.findLast((each) => only !== true || visible(each));
        return sheet ? view.core.worksheet(sheet) : null;
      },
      GetCount: (view, only) =>
        view.core.workbook.sheets.filter((each) => only !== true || visible(each)).length,
    },
  }),

  Worksheet: behaviour<Sheet>({
    get: {
      Id: (view) => view.target.id,
      Name: (view) => view.target.name,
      Position: (view) => view.core.workbook.sheets.indexOf(view.target),
      Visibility: (view) => view.target.visibility,
      TabColor: (view) => view.target.tabColor,
      StandardWidth: (view) => view.target.standardWidth,
      StandardHeight: () => STANDARD_HEIGHT,
      TabId: (view) => Number(/(\d+)\}$/.exec(view.target.id)?.[1] ?? 0),
    },
    defaults: { ShowGridlines: true, ShowHeadings: true, EnableCalculation: true },
    set: {
      Name: (view, value) => {
        const name = asText(value);
        assertStructure(view.core.workbook);
        checkSheetName(view.core.workbook, name, view.target);
        view.core.workbook.renameSheet(view.target, name);
      },
      Position: (view, value) => {
        const position = integer(value, 0);
        if (position >= view.core.workbook.sheets.length) throw invalidArgument();
        view.core.workbook.moveSheet(view.target, position);
      },
      Visibility: (view, value) => {
        const { workbook } = view.core;
        assertStructure(workbook);
        const others = workbook.sheets.some((sheet) => sheet !== view.target && visible(sheet));
        if (value !== 'Visible' && !others) throw invalidOperation();
        workbook.setVisibility(view.target, value as SheetVisibility);
      },
      TabColor: (view, value) => {
        const color = normaliseColor(asText(value));
        if (color === undefined) throw invalidArgument();
        view.target.tabColor = color;
        sheetLook(view);
      },
      StandardWidth: (view, value) => {
        view.target.standardWidth = Number(value);
        view.core.workbook.sizesChanged(view.target, WHOLE_SHEET);
      },
      // The setters of these two use other names than the getters.
      Gridlines: (view, value) => {
        view.bag.values.set('ShowGridlines', value);
        sheetLook(view);
      },
      Headings: (view, value) => {
        view.bag.values.set('ShowHeadings', value);
        sheetLook(view);
      },
    },
    call: {
      Activate: (view) => {
        if (!visible(view.target)) throw invalidOperation();
        view.core.workbook.activate(view.target);
        return null;
      },
      Calculate: (view) => {
        view.core.workbook.engine.calculate(true);
        return null;
      },
      Copy: (view, position, relative) => copySheet(view, position, relative),
      Delete: (view) => {
        const { sheets } = view.core.workbook;
        assertStructure(view.core.workbook);
        const others = sheets.some((sheet) => sheet !== view.target && visible(sheet));
        if (view.target.visibility === 'VeryHidden' || !others) throw invalidOperation();
        view.core.workbook.deleteSheet(view.target);
        return null;
      },
      FindAll: (view, text, criteria) => found(findAll(view, text, criteria)),
      FindAllOrNullObject: (view, text, criteria) => findAll(view, text, criteria),
      ReplaceAll: (view, text, replacement, criteria) =>
        replaceAll(view.core, view.target, WHOLE_SHEET, text, replacement, criteria),
      GetCell: (view, row, column) => {
        const [r, c] = [integer(row, 0), integer(column, 0)];
        return makeRange(view.core, view.target, { top: r, left: c, bottom: r, right: c });
      },
      GetRange: (view, address) => {
        if (address === undefined || address === null || address === '') {
          return view.core.range(view.target, WHOLE_SHEET);
        }
        if (isRange(address)) return address;
        const target = addressed(view.core, view.target, asText(address));
        return view.core.range(target.sheet, target.block);
      },
      GetRangeByIndexes: (view, row, column, rows, columns) => {
        const [top, left] = [integer(row, 0), integer(column, 0)];
        const [height, width] = [integer(rows, 1), integer(columns, 1)];
        return makeRange(view.core, view.target, {
          top,
          left,
          bottom: top + height - 1,
          right: left + width - 1,
        });
      },
      GetRanges: (view, addresses) => {
        if (isAreas(addresses)) return addresses;
        const text = typeof addresses === 'string' ? addresses : '';
        const blocks =
          text === ''
            ? [WHOLE_SHEET]
            : text.split(',').map((each) => addressed(view.core, view.target, each).block);
        return makeAreas(view.core, view.target, blocks);
      },
      GetUsedRange: (view, valuesOnly) =>
        usedRange(view, valuesOnly) ?? view.core.range(view.target, { top: 0, left: 0, bottom: 0, right: 0 }),
      GetUsedRangeOrNullObject: (view, valuesOnly) => usedRange(view, valuesOnly),
      GetNext: (view, only) => found(neighbour(view, 1, only)),
      GetNextOrNullObject: (view, only) => neighbour(view, 1, only),
      GetPrevious: (view, only) => found(neighbour(view, -1, only)),
      GetPreviousOrNullObject: (view, only) => neighbour(view, -1, only),
      _GetSheetById: (view, id) => {
        const sheet = view.core.workbook.sheet(asText(id));
        return sheet ? view.core.worksheet(sheet) : null;
      },
      _GetAnotherWorksheetById: (view, id) => {
        const sheet = view.core.workbook.sheet(asText(id));
        return sheet ? view.core.worksheet(sheet) : null;
      },
    },
  }),
};
