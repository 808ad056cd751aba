import { DataValidationRenderMode, DataValidationType, type IRange, type ISheetDataValidationRule } from '@univerjs/core';
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  type IConditionFormattingRule,
} from '@univerjs/preset-sheets-conditional-formatting';
import type { Bag, Json } from '../model/bag';
import type { ConditionalFormatModel, ValidationModel } from '../model/parts';
import { rangeOf } from './sheetData';

const NUMBER_OPERATORS: Readonly<Record<string, CFNumberOperator>> = {
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThan: CFNumberOperator.lessThan,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
  Between: CFNumberOperator.between,
  NotBetween: CFNumberOperator.notBetween,
};
const TEXT_OPERATORS: Readonly<Record<string, CFTextOperator>> = {
  Contains: CFTextOperator.containsText,
  NotContains: CFTextOperator.notContainsText,
  BeginsWith: CFTextOperator.beginsWith,
  EndsWith: CFTextOperator.endsWith,
};
const DEFAULT_BAR = '#638EC6';

type Highlight = { bg?: { rgb: string }; cl?: { rgb: string }; bl?: 0 | 1 };

/** A conditional format as the component draws it; undefined for kinds it is not given. */
export function shownConditionalFormat(model: ConditionalFormatModel): IConditionFormattingRule | undefined {
  const rule = ruleOf(model);
  return rule && { cfId: model.id, ranges: model.blocks.map(rangeOf), stopIfTrue: false, rule };
}

function ruleOf({ type, bag }: ConditionalFormatModel): IConditionFormattingRule['rule'] | undefined {
  const part = bag.child(type);
  const given = record(part.values.get('Rule'));
  const highlight = { type: CFRuleType.highlightCell, style: lookOf(part) } as const;
  switch (type) {
    case 'CellValue': {
      const [first, second] = [given['formula1'], given['formula2']].map(literal);
      const operator = NUMBER_OPERATORS[String(given['operator'])];
      if (operator === undefined || first === undefined) return undefined;
      if (typeof first === 'string') {
        const text = operator === CFNumberOperator.notEqual ? CFTextOperator.notEqual : CFTextOperator.equal;
        return { ...highlight, subType: CFSubRuleType.text, operator: text, value: first };
      }
      if (operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween) {
        if (typeof second !== 'number') return undefined;
        return { ...highlight, subType: CFSubRuleType.number, operator, value: [first, second] };
      }
      return { ...highlight, subType: CFSubRuleType.number, operator, value: first };
    }
    case 'ContainsText':
    case 'TextComparison': {
      const operator = TEXT_OPERATORS[String(given['operator'])];
      if (operator === undefined) return undefined;
      return { ...highlight, subType: CFSubRuleType.text, operator, value: String(given['text']) };
    }
    case 'DataBar': {
      const color = part.child('PositiveFormat').values.get('FillColor');
      return {
        type: CFRuleType.dataBar,
        isShowValue: part.values.get('ShowDataBarOnly') !== true,
        config: {
          min: { type: CFValueType.min },
          max: { type: CFValueType.max },
          isGradient: part.child('PositiveFormat').values.get('GradientFill') === true,
          positiveColor: typeof color === 'string' && color !== '' ? color : DEFAULT_BAR,
          nativeColor: '#FF0000',
        },
      };
    }
    default:
      return undefined;
  }
}

function lookOf(part: Bag): Highlight {
  const [fill, color] = [part.read('Format', 'Fill', 'Color'), part.read('Format', 'Font', 'Color')];
  const bold = part.read('Format', 'Font', 'Bold');
  return {
    ...(typeof fill === 'string' && fill !== '' && { bg: { rgb: fill } }),
    ...(typeof color === 'string' && color !== '' && { cl: { rgb: color } }),
    ...(bold === true && { bl: 1 as const }),
  };
}

/** `5`, `="text"` or `=0.6` to the value it stands for; undefined for formulas that have to be calculated. */
function literal(given: Json | undefined): number | string | undefined {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string' || given === '') return undefined;
  const text = given.startsWith('=') ? given.slice(1).trim() : given;
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replace(/""/g, '"');
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  return given.startsWith('=') ? undefined : text;
}

/** A list to choose from as the component shows it; undefined for other kinds, which the host alone keeps. */
export function shownValidation(model: ValidationModel, uid: string): ISheetDataValidationRule | undefined {
  const list = record(model.rule['list']);
  const source = list['source'];
  if (typeof source !== 'string' || source === '') return undefined;
  const ranges: IRange[] = model.blocks.map(rangeOf);
  return {
    uid,
    type: DataValidationType.LIST,
    formula1: source,
    ranges,
    allowBlank: true,
    showDropDown: list['inCellDropDown'] !== false,
    showErrorMessage: false,
    renderMode: source.startsWith('=') ? DataValidationRenderMode.TEXT : DataValidationRenderMode.ARROW,
  };
}

function record(given: Json | undefined): Readonly<Record<string, Json>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {};
}
