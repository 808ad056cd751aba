import { columnLetters, isCellError } from '../../../workbook/grid';
import { parseBlock, quoteName, splitAddress } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import type { DefinedName } from '../../model/workbook';
import { valueType, wireValue } from '../cellValues';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument, type RangeTarget } from '../hostObject';
import { addressed, isRange } from '../ranges';
import type { Json } from '../../model/bag';
import { asText } from '../arguments';

type NameObject = HostObject<DefinedName>;

const VALID = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** The sheet whose names a collection holds; undefined for those of the workbook. */
function ownerOf(view: HostObject): Sheet | undefined {
  return view.parent?.type === 'Worksheet' ? (view.parent.target as Sheet) : undefined;
}

function namesOf(view: HostObject): DefinedName[] {
  const owner = ownerOf(view);
  return view.core.workbook.names.filter((name) => name.sheet === owner);
}

function find(view: HostObject, key: Argument): HostObject | null {
  const wanted = asText(key).toLowerCase();
  const found = namesOf(view).find(
    (name) => name.name.toLowerCase() === wanted || name.id.toLowerCase() === wanted,
  );
  return found ? new HostObject(view.core, 'NamedItem', view, found) : null;
}

/** `=Sheet1!$A$1:$B$2` of a range. */
function absolute({ sheet, block }: RangeTarget): string {
  const { top, left, bottom, right } = block;
  const first = `$${columnLetters(left)}$${top + 1}`;
  const last = `$${columnLetters(right)}$${bottom + 1}`;
  return `=${quoteName(sheet.name)}!${first === last ? first : `${first}:${last}`}`;
}

function add(view: HostObject, name: Argument, reference: Argument, comment: Argument): HostObject {
  const { workbook } = view.core;
  if (typeof name !== 'string' || !VALID.test(name) || name.length > 255 || parseBlock(name))
    throw invalidArgument();
  if (find(view, name)) throw itemAlreadyExists();
  const formula = isRange(reference) ? absolute(reference.target) : asText(reference);
  const owner = ownerOf(view);
  const made: DefinedName = {
    id: workbook.guid(),
    name,
    formula: formula.startsWith('=') ? formula : `=${formula}`,
    visible: true,
    comment: typeof comment === 'string' ? comment : '',
    ...(owner && { sheet: owner }),
  };
  workbook.names.push(made);
  changed(view);
  return new HostObject(view.core, 'NamedItem', view, made);
}

function changed(view: HostObject): void {
  view.core.workbook.engine.namesChanged();
  view.core.workbook.emit({ kind: 'object', type: 'NamedItem' });
}

function rangeOf(view: NameObject): HostObject | null {
  const { sheet, range } = splitAddress(view.target.formula.slice(1));
  if (!parseBlock(range)) return null;
  const home = view.target.sheet ?? view.core.workbook.sheets[0]!;
  const found = addressed(view.core, home, sheet === undefined ? range : `${quoteName(sheet)}!${range}`);
  return view.core.range(found.sheet, found.block);
}

function evaluated(view: NameObject): ReturnType<typeof view.core.workbook.engine.evaluate> {
  const { workbook } = view.core;
  return workbook.engine.evaluate(view.target.formula, view.target.sheet ?? workbook.sheets[0]!);
}

function typeOfName(view: NameObject): Json {
  if (rangeOf(view)) return 'Range';
  const value = evaluated(view);
  if (Array.isArray(value)) return 'Array';
  return valueType(value);
}

function valueOfName(view: NameObject): Json {
  if (rangeOf(view)) return view.target.formula.slice(1);
  const value = evaluated(view);
  if (Array.isArray(value)) return wireValue(value[0]?.[0] ?? null);
  return value !== null && isCellError(value) ? value.error : wireValue(value);
}

function required(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

export const nameBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  NamedItemCollection: behaviour({
    items: (view) => namesOf(view).map((name) => new HostObject(view.core, 'NamedItem', view, name)),
    call: {
      Add: add,
      AddFormulaLocal: add,
      GetItem: (view, name) => required(find(view, name)),
      GetItemOrNullObject: find,
    },
  }),
  NamedItem: behaviour<DefinedName>({
    get: {
      Name: (view) => view.target.name,
      _Id: (view) => view.target.id,
      Type: typeOfName,
      Value: valueOfName,
      Visible: (view) => view.target.visible,
      Comment: (view) => view.target.comment,
      Formula: (view) => view.target.formula,
      Scope: (view) => (view.target.sheet ? 'Worksheet' : 'Workbook'),
    },
    set: {
      Visible: (view, value) => {
        view.target.visible = value === true;
        changed(view);
      },
      Comment: (view, value) => {
        view.target.comment = asText(value);
        changed(view);
      },
      Formula: (view, value) => {
        view.target.formula = asText(value);
        changed(view);
      },
    },
    navigate: {
      Worksheet: (view) => {
        if (!view.target.sheet) throw itemNotFound();
        return view.core.worksheet(view.target.sheet);
      },
      WorksheetOrNullObject: (view) => (view.target.sheet ? view.core.worksheet(view.target.sheet) : null),
    },
    call: {
      GetRange: (view) => required(rangeOf(view)),
      GetRangeOrNullObject: rangeOf,
      Delete: (view) => {
        const { names } = view.core.workbook;
        const index = names.indexOf(view.target);
        if (index < 0) throw itemNotFound();
        names.splice(index, 1);
        changed(view);
        return null;
      },
    },
  }),
};
