import { bounding } from '../../model/address';
import { Bag, type Json } from '../../model/bag';
import { covers, touches, withoutBlocks } from '../../model/blocks';
import type { ConditionalFormatModel, ValidationModel } from '../../model/parts';
import { invalidArgument, invalidOperation, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument, type Behaviour } from '../hostObject';
import { makeAreas, type AreasTarget } from '../ranges';
import { toJson } from '../objectModel';

type AreasObject = HostObject<AreasTarget>;
interface FormatTarget extends AreasTarget {
  readonly format: ConditionalFormatModel;
}
type FormatObject = HostObject<FormatTarget>;

/** Which property holds what belongs to a type of conditional format. */
const PART_OF_TYPE: Readonly<Record<string, string>> = {
  Custom: 'Custom',
  DataBar: 'DataBar',
  ColorScale: 'ColorScale',
  IconSet: 'IconSet',
  TopBottom: 'TopBottom',
  PresetCriteria: 'Preset',
  ContainsText: 'TextComparison',
  CellValue: 'CellValue',
};
const PART_CLASSES: Readonly<Record<string, string>> = {
  Custom: 'CustomConditionalFormat',
  DataBar: 'DataBarConditionalFormat',
  ColorScale: 'ColorScaleConditionalFormat',
  IconSet: 'IconSetConditionalFormat',
  TopBottom: 'TopBottomConditionalFormat',
  Preset: 'PresetCriteriaConditionalFormat',
  TextComparison: 'TextConditionalFormat',
  CellValue: 'CellValueConditionalFormat',
};
const LIST_LENGTH = 255;

function formatObject(self: AreasObject, format: ConditionalFormatModel): FormatObject {
  return new HostObject(self.core, 'ConditionalFormat', self, { ...self.target, format }, format.bag);
}

function formatsOf({ target: { sheet, blocks } }: AreasObject): ConditionalFormatModel[] {
  return sheet.conditionalFormats.filter((format) => touches(format.blocks, blocks));
}

function changed(self: HostObject<AreasTarget>, type: string): void {
  self.core.workbook.emit({ kind: 'object', type, sheet: self.target.sheet });
}

function partNavigation(): NonNullable<Behaviour<FormatTarget>['navigate']> {
  const navigate: Record<string, (self: FormatObject) => HostObject | null> = {};
  for (const [part, type] of Object.entries(PART_CLASSES)) {
    const open = (self: FormatObject): HostObject | null =>
      PART_OF_TYPE[self.target.format.type] === part
        ? new HostObject(self.core, type, self, undefined, self.bag.child(part))
        : null;
    navigate[part] = (self) => {
      const object = open(self);
      if (!object) throw invalidOperation();
      return object;
    };
    navigate[`${part}OrNullObject`] = open;
  }
  return navigate;
}

function boundingOf(self: FormatObject): HostObject {
  const { sheet, format } = self.target;
  return self.core.range(sheet, format.blocks.reduce(bounding));
}

/** The one validation all cells share: undefined where there is none, null where they differ. */
function validationOf({ target: { sheet, blocks } }: AreasObject): ValidationModel | undefined | null {
  const found = sheet.validations.filter((each) => touches(each.blocks, blocks));
  if (found.length === 0) return undefined;
  const [only] = found;
  return found.length === 1 && blocks.every((block) => covers(only!.blocks, block)) ? only! : null;
}

const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  list: 'List',
  date: 'Date',
  time: 'Time',
  custom: 'Custom',
};

function validationRule(rule: Argument): Record<string, Json> {
  if (rule === null || typeof rule !== 'object' || Array.isArray(rule)) throw invalidArgument();
  const json: Record<string, Json> = {};
  for (const [key, value] of Object.entries(rule as Record<string, Argument>)) {
    const name = key.charAt(0).toLowerCase() + key.slice(1);
    if (value === null || value === undefined) continue;
    if (!Object.hasOwn(TYPES, name)) throw invalidArgument();
    json[name] = inner(value as Record<string, Argument>);
  }
  if (Object.keys(json).length !== 1) throw invalidArgument();
  const source = (json['list'] as Record<string, Json> | undefined)?.['source'];
  if (typeof source === 'string' && !source.startsWith('=') && (source === '' || source.length > LIST_LENGTH)) {
    throw invalidArgument();
  }
  return json;
}

function inner(given: Readonly<Record<string, Argument>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key.charAt(0).toLowerCase() + key.slice(1),
      value instanceof HostObject ? `=${String(toJson(value) as string)}` : toJson(value),
    ]),
  );
}

function validationValue(wire: string, fallback: Json) {
  return (self: AreasObject): Json => {
    const found = validationOf(self);
    return found === null ? null : (found?.bag.values.get(wire) ?? fallback);
  };
}

function setValidationValue(wire: string) {
  return (self: AreasObject, value: Json): void => {
    const { sheet, blocks } = self.target;
    for (const each of sheet.validations) if (touches(each.blocks, blocks)) each.bag.values.set(wire, value);
    if (!sheet.validations.some((each) => touches(each.blocks, blocks))) {
      sheet.validations.push({ blocks: [...blocks], rule: {}, bag: new Bag({ [wire]: value }) });
    }
    changed(self, 'DataValidation');
  };
}

const NO_ALERT = { message: '', showAlert: true, style: 'Stop', title: '' };
const NO_PROMPT = { message: '', showPrompt: true, title: '' };

export const ruleBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  ConditionalFormatCollection: behaviour<AreasTarget>({
    items: (self) => formatsOf(self).map((format) => formatObject(self, format)),
    call: {
      Add: (self, type) => {
        const { sheet, blocks } = self.target;
        const kind = String(type as string);
        const id = `{${self.core.workbook.nextId()}}`;
        const format: ConditionalFormatModel = { id, type: kind, blocks: blocks.map((each) => ({ ...each })), bag: new Bag() };
        sheet.conditionalFormats.push(format);
        changed(self, 'ConditionalFormat');
        return formatObject(self, format);
      },
      ClearAll: (self) => {
        const { sheet, blocks } = self.target;
        sheet.conditionalFormats = withoutBlocks(sheet.conditionalFormats, blocks);
        changed(self, 'ConditionalFormat');
        return null;
      },
    },
  }),
  ConditionalFormat: behaviour<FormatTarget>({
    get: {
      Id: (self) => self.target.format.id,
      Type: (self) => self.target.format.type,
      Priority: ({ target: { sheet, format } }) => sheet.conditionalFormats.indexOf(format),
    },
    set: {
      Priority: (self, value) => {
        const { sheet, format } = self.target;
        const list = sheet.conditionalFormats;
        list.splice(list.indexOf(format), 1);
        list.splice(Number(value), 0, format);
        changed(self, 'ConditionalFormat');
      },
    },
    defaults: { StopIfTrue: false },
    navigate: partNavigation(),
    call: {
      Delete: (self) => {
        const { sheet, format } = self.target;
        const index = sheet.conditionalFormats.indexOf(format);
        if (index < 0) throw itemNotFound();
        sheet.conditionalFormats.splice(index, 1);
        changed(self, 'ConditionalFormat');
        return null;
      },
      GetRange: boundingOf,
      GetRangeOrNullObject: (self) => (self.target.format.blocks.length === 1 ? boundingOf(self) : null),
      GetRanges: (self) => makeAreas(self.core, self.target.sheet, [...self.target.format.blocks]),
    },
  }),
  DataBarConditionalFormat: behaviour({
    defaults: {
      ShowDataBarOnly: false,
      BarDirection: 'Context',
      AxisFormat: 'Automatic',
      AxisColor: '#000000',
      LowerBoundRule: { type: 'Automatic' },
      UpperBoundRule: { type: 'Automatic' },
    },
  }),
  DataValidation: behaviour<AreasTarget>({
    get: {
      Rule: (self) => {
        const found = validationOf(self);
        return found === null ? null : { ...(found?.rule ?? {}) };
      },
      Type: (self) => {
        const found = validationOf(self);
        if (found === null) return 'Inconsistent';
        const [kind] = Object.keys(found?.rule ?? {});
        return kind === undefined ? 'None' : (TYPES[kind] ?? 'None');
      },
      IgnoreBlanks: validationValue('IgnoreBlanks', true),
      ErrorAlert: validationValue('ErrorAlert', NO_ALERT),
      Prompt: validationValue('Prompt', NO_PROMPT),
    },
    set: {
      Rule: (self, _value, argument) => {
        const { sheet, blocks } = self.target;
        const rule = validationRule(argument);
        const kept = validationOf(self)?.bag.copy() ?? new Bag();
        sheet.validations = withoutBlocks(sheet.validations, blocks);
        sheet.validations.push({ blocks: blocks.map((each) => ({ ...each })), rule, bag: kept });
        changed(self, 'DataValidation');
      },
      IgnoreBlanks: setValidationValue('IgnoreBlanks'),
      ErrorAlert: setValidationValue('ErrorAlert'),
      Prompt: setValidationValue('Prompt'),
    },
    call: {
      Clear: (self) => {
        const { sheet, blocks } = self.target;
        sheet.validations = withoutBlocks(sheet.validations, blocks);
        changed(self, 'DataValidation');
        return null;
      },
    },
  }),
};
