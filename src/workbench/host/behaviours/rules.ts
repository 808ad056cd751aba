import { bounding } from '../../model/address';
import { Bag, type Json } from '../../model/bag';
import { covers, touches, withoutBlocks } from '../../model/blocks';
import type { ConditionalFormatModel, ValidationModel } from '../../model/parts';
import { invalidArgument, invalidOperation, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument, type Behaviour } from '../hostObject';
import { makeAreas, type AreasTarget } from '../ranges';
import { toJson } from '../objectModel';
import { asText } from '../arguments';

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

function formatObject(view: AreasObject, format: ConditionalFormatModel): FormatObject {
  return new HostObject(view.core, 'ConditionalFormat', view, { ...view.target, format }, format.bag);
}

function formatsOf({ target: { sheet, blocks } }: AreasObject): ConditionalFormatModel[] {
  return sheet.conditionalFormats.filter((format) => touches(format.blocks, blocks));
}

function changed(view: HostObject<AreasTarget>, type: string): void {
  view.core.workbook.emit({ kind: 'object', type, sheet: view.target.sheet });
}

function partNavigation(): NonNullable<Behaviour<FormatTarget>['navigate']> {
  const navigate: Record<string, (view: FormatObject) => HostObject | null> = {};
  for (const [part, type] of Object.entries(PART_CLASSES)) {
    const open = (view: FormatObject): HostObject | null =>
      PART_OF_TYPE[view.target.format.type] === part
        ? new HostObject(view.core, type, view, undefined, view.bag.child(part))
        : null;
    navigate[part] = (view) => {
      const object = open(view);
      if (!object) throw invalidOperation();
      return object;
    };
    navigate[`${part}OrNullObject`] = open;
  }
  return navigate;
}

function boundingOf(view: FormatObject): HostObject {
  const { sheet, format } = view.target;
  return view.core.range(sheet, format.blocks.reduce(bounding));
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
  const source = (json.list as Record<string, Json> | undefined)?.source;
  if (
    typeof source === 'string' &&
    !source.startsWith('=') &&
    (source === '' || source.length > LIST_LENGTH)
  ) {
    throw invalidArgument();
  }
  return json;
}

function inner(given: Readonly<Record<string, Argument>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key.charAt(0).toLowerCase() + key.slice(1),
      value instanceof HostObject ? `=${asText(toJson(value) as string)}` : toJson(value),
    ]),
  );
}

function validationValue(wire: string, fallback: Json) {
  return (view: AreasObject): Json => {
    const found = validationOf(view);
    return found === null ? null : (found?.bag.values.get(wire) ?? fallback);
  };
}

function setValidationValue(wire: string) {
  return (view: AreasObject, value: Json): void => {
    const { sheet, blocks } = view.target;
    for (const each of sheet.validations) if (touches(each.blocks, blocks)) each.bag.values.set(wire, value);
    if (!sheet.validations.some((each) => touches(each.blocks, blocks))) {
      sheet.validations.push({ blocks: [...blocks], rule: {}, bag: new Bag({ [wire]: value }) });
    }
    changed(view, 'DataValidation');
  };
}

const NO_ALERT = { message: '', showAlert: true, style: 'Stop', title: '' };
const NO_PROMPT = { message: '', showPrompt: true, title: '' };

export const ruleBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  ConditionalFormatCollection: behaviour<AreasTarget>({
    items: (view) => formatsOf(view).map((format) => formatObject(view, format)),
    call: {
      Add: (view, type) => {
        const { sheet, blocks } = view.target;
        const kind = asText(type);
        const id = `{${view.core.workbook.nextId()}}`;
        const format: ConditionalFormatModel = {
          id,
          type: kind,
          blocks: blocks.map((each) => ({ ...each })),
          bag: new Bag(),
        };
        sheet.conditionalFormats.push(format);
        changed(view, 'ConditionalFormat');
        return formatObject(view, format);
      },
      ClearAll: (view) => {
        const { sheet, blocks } = view.target;
        sheet.conditionalFormats = withoutBlocks(sheet.conditionalFormats, blocks);
        changed(view, 'ConditionalFormat');
        return null;
      },
    },
  }),
  ConditionalFormat: behaviour<FormatTarget>({
    get: {
      Id: (view) => view.target.format.id,
      Type: (view) => view.target.format.type,
      Priority: ({ target: { sheet, format } }) => sheet.conditionalFormats.indexOf(format),
    },
    set: {
      Priority: (view, value) => {
        const { sheet, format } = view.target;
        const list = sheet.conditionalFormats;
        list.splice(list.indexOf(format), 1);
        list.splice(Number(value), 0, format);
        changed(view, 'ConditionalFormat');
      },
    },
    defaults: { StopIfTrue: false },
    navigate: partNavigation(),
    call: {
      Delete: (view) => {
        const { sheet, format } = view.target;
        const index = sheet.conditionalFormats.indexOf(format);
        if (index < 0) throw itemNotFound();
        sheet.conditionalFormats.splice(index, 1);
        changed(view, 'ConditionalFormat');
        return null;
      },
      GetRange: boundingOf,
      GetRangeOrNullObject: (view) => (view.target.format.blocks.length === 1 ? boundingOf(view) : null),
      GetRanges: (view) => makeAreas(view.core, view.target.sheet, [...view.target.format.blocks]),
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
      Rule: (view) => {
        const found = validationOf(view);
        return found === null ? null : { ...(found?.rule ?? {}) };
      },
      Type: (view) => {
        const found = validationOf(view);
        if (found === null) return 'Inconsistent';
        const [kind] = Object.keys(found?.rule ?? {});
        return kind === undefined ? 'None' : (TYPES[kind] ?? 'None');
      },
      IgnoreBlanks: validationValue('IgnoreBlanks', true),
      ErrorAlert: validationValue('ErrorAlert', NO_ALERT),
      Prompt: validationValue('Prompt', NO_PROMPT),
    },
    set: {
      Rule: (view, _value, argument) => {
        const { sheet, blocks } = view.target;
        const rule = validationRule(argument);
        const kept = validationOf(view)?.bag.copy() ?? new Bag();
        sheet.validations = withoutBlocks(sheet.validations, blocks);
        sheet.validations.push({ blocks: blocks.map((each) => ({ ...each })), rule, bag: kept });
        changed(view, 'DataValidation');
      },
      IgnoreBlanks: setValidationValue('IgnoreBlanks'),
      ErrorAlert: setValidationValue('ErrorAlert'),
      Prompt: setValidationValue('Prompt'),
    },
    call: {
      Clear: (view) => {
        const { sheet, blocks } = view.target;
        sheet.validations = withoutBlocks(sheet.validations, blocks);
        changed(view, 'DataValidation');
        return null;
      },
    },
  }),
};
