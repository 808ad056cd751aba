import { DataValidationRenderMode, DataValidationType, type ISheetDataValidationRule } from '@univerjs/core';
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  type IConditionFormattingRule,
} from '@univerjs/preset-sheets-conditional-formatting';
import type { ConditionalFormatModel, ValidationModel } from '../model/parts';
import { conditionalRule, listSource, type ConditionalRule } from './conditionalRule';
import { rangeOf } from './sheetData';

const NUMBER_OPERATORS: Readonly<
  Record<string, Exclude<CFNumberOperator, CFNumberOperator.between | CFNumberOperator.notBetween>>
> = {
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThan: CFNumberOperator.lessThan,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
};
const TEXT_OPERATORS: Readonly<Record<string, CFTextOperator>> = {
  EqualTo: CFTextOperator.equal,
  NotEqualTo: CFTextOperator.notEqual,
  Contains: CFTextOperator.containsText,
  NotContains: CFTextOperator.notContainsText,
  BeginsWith: CFTextOperator.beginsWith,
  EndsWith: CFTextOperator.endsWith,
};

/** A conditional format as the component draws it; undefined for kinds it is not given. */
export function shownConditionalFormat(model: ConditionalFormatModel): IConditionFormattingRule | undefined {
  const found = conditionalRule(model);
  const rule = found && shownRule(found);
  return rule && { cfId: model.id, ranges: model.blocks.map(rangeOf), stopIfTrue: false, rule };
}

function shownRule(rule: ConditionalRule): IConditionFormattingRule['rule'] | undefined {
  if (rule.kind === 'dataBar') {
    return {
      type: CFRuleType.dataBar,
      isShowValue: true,
      config: {
        min: rule.fromZero ? { type: CFValueType.num, value: 0 } : { type: CFValueType.min },
        max: { type: CFValueType.max },
        isGradient: rule.gradient,
        positiveColor: rule.color,
        nativeColor: '#FF0000',
      },
    };
  }
  const { fill, color, bold } = rule.look;
  const highlight = {
    type: CFRuleType.highlightCell,
    style: {
      ...(fill && { bg: { rgb: fill } }),
      ...(color && { cl: { rgb: color } }),
      ...(bold && { bl: 1 as const }),
    },
  } as const;
  if (rule.kind === 'text') {
    const operator = TEXT_OPERATORS[rule.operator];
    return operator && { ...highlight, subType: CFSubRuleType.text, operator, value: rule.text };
  }
  const [first, second] = rule.values;
  if (first === undefined) return undefined;
  if (rule.operator === 'Between' || rule.operator === 'NotBetween') {
    if (second === undefined) return undefined;
    const operator = rule.operator === 'Between' ? CFNumberOperator.between : CFNumberOperator.notBetween;
    return { ...highlight, subType: CFSubRuleType.number, operator, value: [first, second] };
  }
  const operator = NUMBER_OPERATORS[rule.operator];
  return operator && { ...highlight, subType: CFSubRuleType.number, operator, value: first };
}

/** A list to choose from as the component shows it; undefined for other kinds, which the host alone keeps. */
export function shownValidation(
  { blocks, rule }: ValidationModel,
  uid: string,
): ISheetDataValidationRule | undefined {
  const list = listSource(rule);
  if (!list) return undefined;
  return {
    uid,
    type: DataValidationType.LIST,
    formula1: list.source,
    ranges: blocks.map(rangeOf),
    allowBlank: true,
    showDropDown: list.dropDown,
    showErrorMessage: false,
    renderMode: DataValidationRenderMode.ARROW,
  };
}
