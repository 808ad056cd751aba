import type { Bag, Json } from '../model/bag';
import type { ConditionalFormatModel } from '../model/parts';

/** What a conditional format says, of the kinds that are drawn and written. Operators as in Office.js. */
export type ConditionalRule =
  | {
      readonly kind: 'number';
      readonly operator: string;
      readonly values: readonly number[];
      readonly look: RuleLook;
    }
  | { readonly kind: 'text'; readonly operator: string; readonly text: string; readonly look: RuleLook }
  | {
      readonly kind: 'dataBar';
      readonly color: string;
      readonly gradient: boolean;
      readonly fromZero: boolean;
    };

/** Colours are `#RRGGBB`. */
export interface RuleLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

const DEFAULT_BAR = '#638EC6';

/** Undefined for kinds of rules that need calculation or are not drawn. */
export function conditionalRule({ type, bag }: ConditionalFormatModel): ConditionalRule | undefined {
  const part = bag.child(type);
  const given = record(part.values.get('Rule'));
  const operator = typeof given.operator === 'string' ? given.operator : '';
  const look = lookOf(part);
  if (type === 'CellValue') {
    const [first, second] = [literal(given.formula1), literal(given.formula2)];
    if (typeof first === 'string') return { kind: 'text', operator, text: first, look };
    if (first === undefined) return undefined;
    return { kind: 'number', operator, values: typeof second === 'number' ? [first, second] : [first], look };
  }
  if (type === 'ContainsText' || type === 'TextComparison') {
    return typeof given.text === 'string' ? { kind: 'text', operator, text: given.text, look } : undefined;
  }
  if (type !== 'DataBar') return undefined;
  const positive = part.child('PositiveFormat');
  const color = positive.values.get('FillColor');
  const lower = record(part.values.get('LowerBoundRule'));
  return {
    kind: 'dataBar',
    color: typeof color === 'string' && color !== '' ? color : DEFAULT_BAR,
    gradient: positive.values.get('GradientFill') === true,
    fromZero: literal(lower.formula) === 0,
  };
}

function lookOf(part: Bag): RuleLook {
  const [fill, color] = [part.read('Format', 'Fill', 'Color'), part.read('Format', 'Font', 'Color')];
  return {
    ...(typeof fill === 'string' && fill !== '' && { fill }),
    ...(typeof color === 'string' && color !== '' && { color }),
    ...(part.read('Format', 'Font', 'Bold') === true && { bold: true }),
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

/** The texts of a list to choose from, or the reference (`=...`) it stands at; undefined for other validations. */
export function listSource(
  rule: Readonly<Record<string, Json>>,
): { source: string; dropDown: boolean } | undefined {
  const list = record(rule.list);
  const source = list.source;
  if (typeof source !== 'string' || source === '') return undefined;
  return { source, dropDown: list.inCellDropDown !== false };
}

function record(given: Json | undefined): Readonly<Record<string, Json>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {};
}
