import {
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type ICellData,
  type IStyleData,
} from '@univerjs/core';
import { isCellError } from '../../workbook/grid';
import { formatValue, type BorderSide, type CellFormat, type FormatKey } from '../model/format';
import type { Cell } from '../model/sheet';

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Justify: VerticalAlign.MIDDLE,
  Distributed: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  Dot: BorderStyleTypes.DOTTED,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Double: BorderStyleTypes.DOUBLE,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
};
const WEIGHTS: Readonly<Record<string, BorderStyleTypes>> = {
  Hairline: BorderStyleTypes.HAIR,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
};
const SIDES: readonly [BorderSide, keyof IBorderData][] = [
  ['top', 't'],
  ['bottom', 'b'],
  ['left', 'l'],
  ['right', 'r'],
];

/** For machines that lack the fonts of the file. */
const FALLBACK_FONTS = 'Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif';

const styles = new WeakMap<CellFormat, IStyleData>();

/** The look of a cell in the component's terms; formats that are one object give one object. */
export function styleOf(format: CellFormat): IStyleData {
  let style = styles.get(format);
  if (!style) styles.set(format, (style = makeStyle(format)));
  return style;
}

function makeStyle(format: CellFormat): IStyleData {
  const get = (key: FormatKey): string => String(formatValue(format, key));
  const horizontal = HORIZONTAL[get('horizontalAlignment')];
  const borders = bordersOf(format);
  const rotation = Number(get('textOrientation'));
  const indent = Number(get('indentLevel'));
  return {
    vt: VERTICAL[get('verticalAlignment')] ?? VerticalAlign.BOTTOM,
    ff: `${get('font.name')}, ${FALLBACK_FONTS}`,
    fs: Number(get('font.size')),
    ...(horizontal !== undefined && { ht: horizontal }),
    ...(format['font.bold'] === true && { bl: 1 }),
    ...(format['font.italic'] === true && { it: 1 }),
    ...(format['font.strikethrough'] === true && { st: { s: 1 } }),
    ...(get('font.underline') !== 'None' && { ul: { s: 1 } }),
    ...(format['font.color'] !== undefined && { cl: { rgb: get('font.color') } }),
    ...(filled(format) && { bg: { rgb: get('fill.color') } }),
    ...(format.wrapText === true && { tb: WrapStrategy.WRAP }),
    ...(format.numberFormat !== undefined && { n: { pattern: get('numberFormat') } }),
    ...(rotation !== 0 && { tr: { a: rotation } }),
    ...(indent > 0 && { pd: { l: 2 + indent * 9 } }),
    ...(borders && { bd: borders }),
  };
}

function filled(format: CellFormat): boolean {
  const color = format['fill.color'];
  return color !== undefined && color !== '';
}

function bordersOf(format: CellFormat): IBorderData | undefined {
  const borders: IBorderData = {};
  let any = false;
  for (const [side, key] of SIDES) {
    const style = String(formatValue(format, `border.${side}.style`));
    if (style === 'None') continue;
    const weight = WEIGHTS[String(formatValue(format, `border.${side}.weight`))] ?? BorderStyleTypes.THIN;
    const color = String(formatValue(format, `border.${side}.color`));
    borders[key] = { s: LINES[style] ?? weight, cl: { rgb: color } };
    any = true;
  }
  return any ? borders : undefined;
}

/** A cell as the component draws it; `null` where nothing is there. The formula is for show: nothing calculates it. */
export function cellOf(cell: Cell | undefined, format: CellFormat): ICellData | null {
  const style = styleOf(format);
  if (!cell) return Object.keys(format).length === 0 ? null : { s: style };
  const content = contentOf(cell);
  const plain = cell.formula === undefined ? {} : { f: cell.formula };
  return { ...content, ...plain, s: style };
}

function contentOf({ value }: Cell): Pick<ICellData, 'v' | 't'> {
  if (value === null) return {};
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  return { v: value, t: CellValueType.STRING };
}
