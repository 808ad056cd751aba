import type { CellStyle } from '../styles';
import { attribute, booleanAttribute, child, childrenNamed, type XmlElement } from './xml';

/**
 * Fonts, fills, borders and cell formats as comparable text, so that a look that is in the style sheet already is
 * found again even after another program has rewritten it in its own words.
 */

export interface FontLook {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** As `colorKey` gives it; empty without one. */
  readonly color: string;
  /** Anything else, such as an underline. */
  readonly other: string;
}

export function fontLook(font: XmlElement): FontLook {
  const value = (name: string): string => {
    const element = child(font, name);
    return element ? (attribute(element, 'val') ?? '') : '';
  };
  const flag = (name: string): boolean => {
    const element = child(font, name);
    return element !== undefined && booleanAttribute(element, 'val', true);
  };
  const plain = new Set(['name', 'sz', 'b', 'i', 'color', 'family', 'charset', 'scheme']);
  return {
    name: value('name'),
    size: Number(value('sz') || 11),
    bold: flag('b'),
    italic: flag('i'),
    color: colorKey(child(font, 'color')),
    other: font.children
      .filter((c) => !plain.has(c.name) && booleanAttribute(c, 'val', true))
      .map((c) => c.name + (attribute(c, 'val') ?? ''))
      .join(),
  };
}

export function fontKey(look: FontLook): string {
  return JSON.stringify([look.name, look.size, look.bold, look.italic, look.color, look.other]);
}

export function colorKey(color: XmlElement | undefined): string {
  if (!color) return '';
  const rgb = attribute(color, 'rgb');
  if (rgb !== undefined) return rgb.toUpperCase().padStart(8, 'F');
  return ['theme', 'indexed', 'auto', 'tint'].map((name) => attribute(color, name) ?? '').join(':');
}

/** `RRGGBB` as files write it. */
export function argb(color: string): string {
  return `FF${color.toUpperCase()}`;
}

export function fillKey(fill: XmlElement): string {
  const pattern = child(fill, 'patternFill');
  if (!pattern) return JSON.stringify(fill.children.map((c) => [c.name, c.start]));
  const type = attribute(pattern, 'patternType') ?? 'none';
  return type === 'none' ? type : `${type} ${colorKey(child(pattern, 'fgColor'))}`;
}

export function solidFillKey(color: string | undefined): string {
  return color === undefined ? 'none' : `solid ${argb(color)}`;
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

export function borderKey(border: XmlElement): string {
  const side = (name: string): string => {
    const element = child(border, name);
    const style = element ? (attribute(element, 'style') ?? 'none') : 'none';
    return style === 'none' ? '' : `${style} ${colorKey(element && child(element, 'color'))}`;
  };
  const diagonal = side('diagonal');
  return [...SIDES.map(side), ...(diagonal ? [diagonal] : [])].join('|');
}

export function thinBorderKey(color: string | undefined): string {
  return SIDES.map(() => (color === undefined ? '' : `thin ${argb(color)}`)).join('|');
}

/** Alignment attributes that differ from the default. */
export function alignmentKey(alignment: XmlElement | undefined): string {
  if (!alignment) return '';
  const set = alignment.attributes
    .filter(({ prefix, name, value }) => prefix === '' && !isDefaultAlignment(name, value))
    .map(({ name, value }) => `${name}=${value === 'true' ? '1' : value}`);
  return set.sort().join();
}

function isDefaultAlignment(name: string, value: string): boolean {
  if (name === 'horizontal') return value === 'general';
  if (name === 'vertical') return value === 'bottom';
  return value === '0' || value === 'false';
}

export function styleAlignment({ align, valign, wrap }: CellStyle): Readonly<Record<string, string>> {
  return {
    ...(align && { horizontal: align }),
    ...(valign && { vertical: valign === 'middle' ? 'center' : valign }),
    ...(wrap && { wrapText: '1' }),
  };
}

export function isLocked(xf: XmlElement): boolean {
  const protection = child(xf, 'protection');
  return protection ? booleanAttribute(protection, 'locked', true) : true;
}

/** Number format codes that differ only in needless backslashes are the same. */
export function formatKey(code: string): string {
  return code.replace(/\\([-/: .,()+])/g, '$1');
}

/** Key of a differential format made of a text colour and a fill; undefined when it holds more. */
export function differenceKey(dxf: XmlElement): string | undefined {
  const known = dxf.children.every((c) => c.name === 'font' || c.name === 'fill');
  const font = child(dxf, 'font');
  const pattern = childrenNamed(child(dxf, 'fill'), 'patternFill')[0];
  if (!known || font?.children.some((c) => c.name !== 'color')) return undefined;
  return `${colorKey(font && child(font, 'color'))}|${colorKey(pattern && child(pattern, 'bgColor'))}`;
}

export interface CellFormatParts {
  readonly format: string;
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly alignment: string;
  readonly locked: boolean;
  readonly quoted: boolean;
}

export function cellFormatKey({
  format,
  font,
  fill,
  border,
  alignment,
  locked,
  quoted,
}: CellFormatParts): string {
  return JSON.stringify([format, font, fill, border, alignment, locked, quoted]);
}
