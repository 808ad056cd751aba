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

type SheetObject = HostObject<Sheet>;

const visible = (sheet: Sheet): boolean => sheet.visibility === 'Visible';

function neighbour(self: SheetObject, step: 1 | -1, visibleOnly: Argument): HostObject | null {
  const { sheets } = self.core.workbook;
  for (let i = sheets.indexOf(self.target) + step; i >= 0 && i < sheets.length; i += step) {
    const sheet = sheets[i]!;
    if (visibleOnly !== true || visible(sheet)) return self.core.worksheet(sheet);
  }
  return null;
}

function found(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

function usedRange(self: SheetObject, valuesOnly: Argument): HostObject | null {
  const block = self.target.usedBlock(valuesOnly === true);
  return block ? self.core.range(self.target, block) : null;
}

function integer(value: Argument, least: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw invalidArgument();
  return value;
}

const sheetLook = (self: SheetObject): void =>
  self.core.workbook.emit({ kind: 'sheetLook', sheet: self.target });

export const worksheetBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  WorksheetCollection: behaviour({
    items: (self) => self.core.workbook.sheets.map((sheet) => self.core.worksheet(sheet)),
    call: {
      Add: (self, given) => {
        const { workbook } = self.core;
        assertStructure(workbook);
        const name = typeof given === 'string' ? given : freeSheetName(workbook);
        checkSheetName(workbook, name);
        return self.core.worksheet(workbook.addSheet(name));
      },
      GetItem: (self, key) => {
        const sheet = typeof key === 'string' ? self.core.workbook.sheet(key) : undefined;
        if (!sheet) throw itemNotFound();
        return self.core.worksheet(sheet);
      },
      GetActiveWorksheet: (self) => self.core.worksheet(self.core.workbook.active),
      GetFirst: (self, only) => {
        const sheet = self.core.workbook.sheets.find((each) => only !== true || visible(each));
        return sheet ? self.core.worksheet(sheet) : null;
      },
      GetLast: (self, only) => {
        const sheet = self.core.workbook.sheets.findLast((each) => only !== true || visible(each));
        return sheet ? self.core.worksheet(sheet) : null;
      },
      GetCount: (self, only) => self.core.workbook.sheets.filter((each) => only !== true || visible(each)).length,
    },
  }),

  Worksheet: behaviour<Sheet>({
    get: {
      Id: (self) => self.target.id,
      Name: (self) => self.target.name,
      Position: (self) => self.core.workbook.sheets.indexOf(self.target),
      Visibility: (self) => self.target.visibility,
      TabColor: (self) => self.target.tabColor,
      StandardWidth: (self) => self.target.standardWidth,
      StandardHeight: () => STANDARD_HEIGHT,
      TabId: (self) => Number(/(\d+)\}$/.exec(self.target.id)?.[1] ?? 0),
    },
    defaults: { ShowGridlines: true, ShowHeadings: true, EnableCalculation: true },
    set: {
      Name: (self, value) => {
        const name = String(value as string);
        assertStructure(self.core.workbook);
        checkSheetName(self.core.workbook, name, self.target);
        self.core.workbook.renameSheet(self.target, name);
      },
      Position: (self, value) => {
        const position = integer(value, 0);
        if (position >= self.core.workbook.sheets.length) throw invalidArgument();
        self.core.workbook.moveSheet(self.target, position);
      },
      Visibility: (self, value) => {
        const { workbook } = self.core;
        assertStructure(workbook);
        const others = workbook.sheets.some((sheet) => sheet !== self.target && visible(sheet));
        if (value !== 'Visible' && !others) throw invalidOperation();
        workbook.setVisibility(self.target, value as SheetVisibility);
      },
      TabColor: (self, value) => {
        const color = normaliseColor(String(value as string));
        if (color === undefined) throw invalidArgument();
        self.target.tabColor = color;
        sheetLook(self);
      },
      StandardWidth: (self, value) => {
        self.target.standardWidth = Number(value);
        self.core.workbook.sizesChanged(self.target, WHOLE_SHEET);
      },
      // The setters of these two use other names than the getters.
      Gridlines: (self, value) => {
        self.bag.values.set('ShowGridlines', value);
        sheetLook(self);
      },
      Headings: (self, value) => {
        self.bag.values.set('ShowHeadings', value);
        sheetLook(self);
      },
    },
    call: {
      Activate: (self) => {
        if (!visible(self.target)) throw invalidOperation();
        self.core.workbook.activate(self.target);
        return null;
      },
      Calculate: (self) => {
        self.core.workbook.engine.calculate(true);
        return null;
      },
      Copy: (self, position, relative) => copySheet(self, position, relative),
      Delete: (self) => {
        const { sheets } = self.core.workbook;
        assertStructure(self.core.workbook);
        const others = sheets.some((sheet) => sheet !== self.target && visible(sheet));
        if (self.target.visibility === 'VeryHidden' || !others) throw invalidOperation();
        self.core.workbook.deleteSheet(self.target);
        return null;
      },
      FindAll: (self, text, criteria) => found(findAll(self, text, criteria)),
      FindAllOrNullObject: (self, text, criteria) => findAll(self, text, criteria),
      ReplaceAll: (self, text, replacement, criteria) =>
        replaceAll(self.core, self.target, WHOLE_SHEET, text, replacement, criteria),
      GetCell: (self, row, column) => {
        const [r, c] = [integer(row, 0), integer(column, 0)];
        return makeRange(self.core, self.target, { top: r, left: c, bottom: r, right: c });
      },
      GetRange: (self, address) => {
        if (address === undefined || address === null || address === '') {
          return self.core.range(self.target, WHOLE_SHEET);
        }
        if (isRange(address)) return address;
        const target = addressed(self.core, self.target, String(address as string));
        return self.core.range(target.sheet, target.block);
      },
      GetRangeByIndexes: (self, row, column, rows, columns) => {
        const [top, left] = [integer(row, 0), integer(column, 0)];
        const [height, width] = [integer(rows, 1), integer(columns, 1)];
        return makeRange(self.core, self.target, {
          top,
          left,
          bottom: top + height - 1,
          right: left + width - 1,
        });
      },
      GetRanges: (self, addresses) => {
        if (isAreas(addresses)) return addresses;
        const text = typeof addresses === 'string' ? addresses : '';
        const blocks = text === '' ? [WHOLE_SHEET] : text.split(',').map((each) => addressed(self.core, self.target, each).block);
        return makeAreas(self.core, self.target, blocks);
      },
      GetUsedRange: (self, valuesOnly) =>
        usedRange(self, valuesOnly) ?? self.core.range(self.target, { top: 0, left: 0, bottom: 0, right: 0 }),
      GetUsedRangeOrNullObject: (self, valuesOnly) => usedRange(self, valuesOnly),
      GetNext: (self, only) => found(neighbour(self, 1, only)),
      GetNextOrNullObject: (self, only) => neighbour(self, 1, only),
      GetPrevious: (self, only) => found(neighbour(self, -1, only)),
      GetPreviousOrNullObject: (self, only) => neighbour(self, -1, only),
      _GetSheetById: (self, id) => {
        const sheet = self.core.workbook.sheet(String(id as string));
        return sheet ? self.core.worksheet(sheet) : null;
      },
      _GetAnotherWorksheetById: (self, id) => {
        const sheet = self.core.workbook.sheet(String(id as string));
        return sheet ? self.core.worksheet(sheet) : null;
      },
    },
  }),
};
