import { namedColor } from './colorNames';

/**
 * The look of a cell, flat: only what differs from the default is there. Colours are `#RRGGBB`, sizes and widths
 * points. Names follow the Office.js path (`range.format.font.bold` is `font.bold`).
 */
export interface FormatValues {
  numberFormat: string;
  /** Name of the cell style. */
  style: string;
  horizontalAlignment: string;
  verticalAlignment: string;
  wrapText: boolean;
  textOrientation: number;
  indentLevel: number;
  shrinkToFit: boolean;
  readingOrder: string;
  autoIndent: boolean;
  'fill.color': string;
  'fill.pattern': string;
  'fill.patternColor': string;
  'fill.tintAndShade': number;
  'fill.patternTintAndShade': number;
  'font.name': string;
  'font.size': number;
  'font.color': string;
  'font.bold': boolean;
  'font.italic': boolean;
  'font.underline': string;
  'font.strikethrough': boolean;
  'font.subscript': boolean;
  'font.superscript': boolean;
  'font.tintAndShade': number;
  'protection.locked': boolean;
  'protection.formulaHidden': boolean;
}

export type BorderSide = 'top' | 'bottom' | 'left' | 'right' | 'diagonalDown' | 'diagonalUp';
export const BORDER_SIDES: readonly BorderSide[] = [
  'top',
  'bottom',
  'left',
  'right',
  'diagonalDown',
  'diagonalUp',
];
export interface BorderValues {
  /** `None`, `Continuous`, `Dash`, ... (Excel.BorderLineStyle). */
  style: string;
  /** `Hairline`, `Thin`, `Medium`, `Thick`. */
  weight: string;
  color: string;
  tintAndShade: number;
}

type BorderKeys = {
  [S in BorderSide]: { [K in keyof BorderValues]: `border.${S}.${K}` }[keyof BorderValues];
};
export type FormatKey = keyof FormatValues | BorderKeys[BorderSide];
export type FormatValue = string | number | boolean;
export type CellFormat = Readonly<
  Partial<FormatValues> & Partial<Record<BorderKeys[BorderSide], FormatValue>>
>;

export const PLAIN: CellFormat = Object.freeze({});

const DEFAULTS: Readonly<FormatValues> = {
  numberFormat: 'General',
  style: 'Normal',
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  textOrientation: 0,
  indentLevel: 0,
  shrinkToFit: false,
  readingOrder: 'Context',
  autoIndent: false,
  'fill.color': '#FFFFFF',
  'fill.pattern': 'None',
  'fill.patternColor': '#000000',
  'fill.tintAndShade': 0,
  'fill.patternTintAndShade': 0,
  'font.name': 'Calibri',
  'font.size': 11,
  'font.color': '#000000',
  'font.bold': false,
  'font.italic': false,
  'font.underline': 'None',
  'font.strikethrough': false,
  'font.subscript': false,
  'font.superscript': false,
  'font.tintAndShade': 0,
  'protection.locked': true,
  'protection.formulaHidden': false,
};
const BORDER_DEFAULTS: Readonly<BorderValues> = {
  style: 'None',
  weight: 'Thin',
  color: '#000000',
  tintAndShade: 0,
};

/** The value that counts where a format does not set `key`. */
export function defaultFormat(key: FormatKey): FormatValue {
  if (Object.hasOwn(DEFAULTS, key)) return DEFAULTS[key as keyof FormatValues];
  return BORDER_DEFAULTS[key.slice(key.lastIndexOf('.') + 1) as keyof BorderValues];
}

export function isFormatKey(key: string): key is FormatKey {
  return Object.hasOwn(DEFAULTS, key) || /^border\.\w+\.(?:style|weight|color|tintAndShade)$/.test(key);
}

export function formatValue(format: CellFormat, key: FormatKey): FormatValue {
  return format[key] ?? defaultFormat(key);
}

const shared = new WeakMap<CellFormat, Map<string, CellFormat>>();

/** The format with one value set; the same step gives the same object, so that cells share their formats. */
export function withFormat(format: CellFormat, key: FormatKey, value: FormatValue): CellFormat {
  if (formatValue(format, key) === value) return format;
  let steps = shared.get(format);
  if (!steps) shared.set(format, (steps = new Map<string, CellFormat>()));
  const step = `${key}\t${typeof value}\t${String(value)}`;
  let next = steps.get(step);
  if (!next) {
    const { [key]: _, ...rest } = format;
    next = value === defaultFormat(key) ? rest : { ...rest, [key]: value };
    steps.set(step, Object.freeze(next));
  }
  return next;
}

/** `#RRGGBB` of a colour as Office.js takes them (`#rgb` forms and HTML names too); undefined when it is none. */
export function normaliseColor(text: string): string | undefined {
  if (text === '') return '';
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex !== undefined) return `#${hex.toUpperCase()}`;
  return namedColor(text);
}
