import { columnLetters, isCellError } from '../../../workbook/grid';
import { parseBlock, quoteName, splitAddress } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import type { DefinedName } from '../../model/workbook';
import { valueType, wireValue } from '../cellValues';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument, type RangeTarget } from '../hostObject';
import { addressed, isRange } from '../ranges';
import type { Json } from '../../model/bag';

type NameObject = HostObject<DefinedName>;

const VALID = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** The sheet whose names a collection holds; undefined for those of the workbook. */
function ownerOf(self: HostObject): Sheet | undefined {
  return self.parent?.type === 'Worksheet' ? (self.parent.target as Sheet) : undefined;
}

function namesOf(self: HostObject): DefinedName[] {
  const owner = ownerOf(self);
  return self.core.workbook.names.filter((name) => name.sheet === owner);
}

function find(self: HostObject, key: Argument): HostObject | null {
  const wanted = String(key as string).toLowerCase();
  const found = namesOf(self).find((name) => name.name.toLowerCase() === wanted || name.id.toLowerCase() === wanted);
  return found ? new HostObject(self.core, 'NamedItem', self, found) : null;
}

/** `=Sheet1!$A$1:$B$2` of a range. */
function absolute({ sheet, block }: RangeTarget): string {
  const { top, left, bottom, right } = block;
  const first = `$${columnLetters(left)}$${top + 1}`;
  const last = `$${columnLetters(right)}$${bottom + 1}`;
  return `=${quoteName(sheet.name)}!${first === last ? first : `${first}:${last}`}`;
}

function add(self: HostObject, name: Argument, reference: Argument, comment: Argument): HostObject {
  const { workbook } = self.core;
  if (typeof name !== 'string' || !VALID.test(name) || name.length > 255 || parseBlock(name)) throw invalidArgument();
  if (find(self, name)) throw itemAlreadyExists();
  const formula = isRange(reference) ? absolute(reference.target) : String(reference as string);
  const owner = ownerOf(self);
  const made: DefinedName = {
    id: workbook.guid(),
    name,
    formula: formula.startsWith('=') ? formula : `=${formula}`,
    visible: true,
    comment: typeof comment === 'string' ? comment : '',
    ...(owner && { sheet: owner }),
  };
  workbook.names.push(made);
  changed(self);
  return new HostObject(self.core, 'NamedItem', self, made);
}

function changed(self: HostObject): void {
  self.core.workbook.engine.namesChanged();
  self.core.workbook.emit({ kind: 'object', type: 'NamedItem' });
}

function rangeOf(self: NameObject): HostObject | null {
  const { sheet, range } = splitAddress(self.target.formula.slice(1));
  if (!parseBlock(range)) return null;
  const home = self.target.sheet ?? self.core.workbook.sheets[0]!;
  const found = addressed(self.core, home, sheet === undefined ? range : `${quoteName(sheet)}!${range}`);
  return self.core.range(found.sheet, found.block);
}

function evaluated(self: NameObject): ReturnType<typeof self.core.workbook.engine.evaluate> {
  const { workbook } = self.core;
  return workbook.engine.evaluate(self.target.formula, self.target.sheet ?? workbook.sheets[0]!);
}

function typeOfName(self: NameObject): Json {
  if (rangeOf(self)) return 'Range';
  const value = evaluated(self);
  if (Array.isArray(value)) return 'Array';
  return valueType(value);
}

function valueOfName(self: NameObject): Json {
  if (rangeOf(self)) return self.target.formula.slice(1);
  const value = evaluated(self);
  if (Array.isArray(value)) return wireValue(value[0]?.[0] ?? null);
  return value !== null && isCellError(value) ? value.error : wireValue(value);
}

function required(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

export const nameBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  NamedItemCollection: behaviour({
    items: (self) => namesOf(self).map((name) => new HostObject(self.core, 'NamedItem', self, name)),
    call: {
      Add: add,
      AddFormulaLocal: add,
      GetItem: (self, name) => required(find(self, name)),
      GetItemOrNullObject: find,
    },
  }),
  NamedItem: behaviour<DefinedName>({
    get: {
      Name: (self) => self.target.name,
      _Id: (self) => self.target.id,
      Type: typeOfName,
      Value: valueOfName,
      Visible: (self) => self.target.visible,
      Comment: (self) => self.target.comment,
      Formula: (self) => self.target.formula,
      Scope: (self) => (self.target.sheet ? 'Worksheet' : 'Workbook'),
    },
    set: {
      Visible: (self, value) => {
        self.target.visible = value === true;
        changed(self);
      },
      Comment: (self, value) => {
        self.target.comment = String(value as string);
        changed(self);
      },
      Formula: (self, value) => {
        self.target.formula = String(value as string);
        changed(self);
      },
    },
    navigate: {
      Worksheet: (self) => {
        if (!self.target.sheet) throw itemNotFound();
        return self.core.worksheet(self.target.sheet);
      },
      WorksheetOrNullObject: (self) => (self.target.sheet ? self.core.worksheet(self.target.sheet) : null),
    },
    call: {
      GetRange: (self) => required(rangeOf(self)),
      GetRangeOrNullObject: rangeOf,
      Delete: (self) => {
        const { names } = self.core.workbook;
        const index = names.indexOf(self.target);
        if (index < 0) throw itemNotFound();
        names.splice(index, 1);
        changed(self);
        return null;
      },
    },
  }),
};
