import { BORDER_COLOR, type CellStyle } from '../styles';
import type { XmlPart } from './opcPackage';
import {
  alignmentKey,
  argb,
  borderKey,
  differenceKey,
  fillKey,
  fontKey,
  fontLook,
  formatKey,
  isLocked,
  solidFillKey,
  styleAlignment,
  thinBorderKey,
} from './styleKeys';
import { StyleList } from './styleList';
import { attribute, booleanAttribute, child, childrenNamed, type XmlElement } from './xml';
import { qualified, XmlEdit } from './xmlEdit';
import { escapeAttribute } from './xmlText';

const FIRST_CUSTOM_FORMAT = 164;
const BUILT_IN_FORMATS: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};

/**
 * A style sheet to which looks are only ever added: every index that cells of other sheets use stays what it was,
 * and a look that is there already is used again.
 */
export class StyleSheet {
  private readonly edit: XmlEdit;
  private readonly prefix: string;
  private readonly fonts: StyleList;
  private readonly fills: StyleList;
  private readonly borders: StyleList;
  private readonly formats: StyleList;
  private readonly cellFormats: StyleList;
  private readonly differences: StyleList;
  private readonly formatIds = new Map<string, number>(Object.entries(BUILT_IN_FORMATS));
  private nextFormatId = FIRST_CUSTOM_FORMAT;
  /** What our fonts take over from the workbook's normal font. */
  private readonly baseFont: { readonly name: string; readonly size: number; readonly color: string };
  private readonly baseFontXml: { readonly color: string; readonly face: string };
  private readonly parentFormat: string;
  private readonly known = new Map<CellStyle, [plain: number | undefined, quoted: number | undefined]>();

  constructor({ text, root }: XmlPart) {
    this.edit = new XmlEdit(text);
    this.prefix = root.prefix;
    const list = (group: string, item: string, key: (element: XmlElement) => string | undefined): StyleList =>
      new StyleList(root, group, item, key, this.edit);

    this.formats = list('numFmts', 'numFmt', () => undefined);
    const codes = new Map(Object.entries(BUILT_IN_FORMATS).map(([code, id]) => [id, code]));
    for (const format of childrenNamed(child(root, 'numFmts'), 'numFmt')) {
      const id = Number(attribute(format, 'numFmtId'));
      const code = formatKey(attribute(format, 'formatCode') ?? '');
      codes.set(id, code);
      if (!this.formatIds.has(code)) this.formatIds.set(code, id);
      if (id >= this.nextFormatId) this.nextFormatId = id + 1;
    }
    this.fonts = list('fonts', 'font', (font) => fontKey(fontLook(font)));
    this.fills = list('fills', 'fill', fillKey);
    this.borders = list('borders', 'border', borderKey);
    const keysOf = (group: string, item: string, key: (element: XmlElement) => string): string[] =>
      childrenNamed(child(root, group), item).map(key);
    const fontKeys = keysOf('fonts', 'font', (font) => fontKey(fontLook(font)));
    const fillKeys = keysOf('fills', 'fill', fillKey);
    const borderKeys = keysOf('borders', 'border', borderKey);
    this.cellFormats = list('cellXfs', 'xf', (xf) => {
      const id = (name: string): number => Number(attribute(xf, name) ?? 0);
      const simple = id('xfId') === 0 && !child(xf, 'extLst');
      if (!simple || booleanAttribute(xf, 'pivotButton')) return undefined;
      return cellFormatKey({
        format: codes.get(id('numFmtId')) ?? `#${id('numFmtId')}`,
        font: fontKeys[id('fontId')] ?? '',
        fill: fillKeys[id('fillId')] ?? 'none',
        border: borderKeys[id('borderId')] ?? thinBorderKey(undefined),
        alignment: alignmentKey(child(xf, 'alignment')),
        locked: isLocked(xf),
        quoted: booleanAttribute(xf, 'quotePrefix'),
      });
    });
    this.differences = list('dxfs', 'dxf', differenceKey);
    this.parentFormat = child(root, 'cellStyleXfs') ? ' xfId="0"' : '';

    const normal = childrenNamed(child(root, 'fonts'), 'font')[0];
    const look = normal && fontLook(normal);
    this.baseFont = { name: look?.name ?? DEFAULT_FONT, size: look?.size ?? 11, color: look?.color ?? '' };
    const source = (names: readonly string[]): string =>
      (normal?.children ?? [])
        .filter((c) => names.includes(c.name))
        .map((c) => text.slice(c.start, c.end))
        .join('');
    this.baseFontXml = {
      color: source(['color']),
      face: source(['name']) + source(['family']) + source(['charset']) + source(['scheme']),
    };
    this.addReserved();
  }

  /** Index for a cell of this look; `quoted` for text that would else be taken for a formula. */
  cellFormat(style: CellStyle, quoted = false): number {
    let pair = this.known.get(style);
    if (!pair) this.known.set(style, (pair = [undefined, undefined]));
    return (pair[quoted ? 1 : 0] ??= this.makeCellFormat(style, quoted));
  }

  /** Index of a differential format, as conditional formats use it. */
  difference({ color, fill }: { readonly color?: string; readonly fill?: string }): number {
    const key = `${color ? argb(color) : ''}|${fill ? argb(fill) : ''}`;
    return this.differences.indexOf(key, () =>
      this.tag('dxf', {}, [
        ...(color ? [this.tag('font', {}, [this.tag('color', { rgb: argb(color) })])] : []),
        ...(fill
          ? [this.tag('fill', {}, [this.tag('patternFill', {}, [this.tag('bgColor', { rgb: argb(fill) })])])]
          : []),
      ]),
    );
  }

  /** The style sheet with everything added. */
  toString(): string {
    const lists = [this.formats, this.fonts, this.fills, this.borders, this.cellFormats, this.differences];
    for (const list of lists) list.flush();
    return this.edit.toString();
  }

  private makeCellFormat(style: CellStyle, quoted: boolean): number {
    const { baseFont } = this;
    const font = fontKey({
      name: baseFont.name,
      size: style.size ?? baseFont.size,
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      color: style.color ? argb(style.color) : baseFont.color,
      other: '',
    });
    const border = style.border ? BORDER_COLOR : undefined;
    const code = style.format ?? 'General';
    const alignment = styleAlignment(style);
    const key = cellFormatKey({
      format: formatKey(code),
      font,
      fill: solidFillKey(style.fill),
      border: thinBorderKey(border),
      alignment: Object.entries(alignment)
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join(),
      locked: !style.unlocked,
      quoted,
    });
    return this.cellFormats.indexOf(key, () => {
      const flag = (on: boolean): '1' | undefined => (on ? '1' : undefined);
      const attributes = {
        numFmtId: String(this.formatId(code)),
        fontId: String(this.fonts.indexOf(font, () => this.fontXml(style))),
        fillId: String(this.fills.indexOf(solidFillKey(style.fill), () => this.fillXml(style.fill ?? ''))),
        borderId: String(this.borders.indexOf(thinBorderKey(border), () => this.borderXml(border))),
      };
      const children = [
        ...(Object.keys(alignment).length > 0 ? [this.tag('alignment', alignment)] : []),
        ...(style.unlocked ? [this.tag('protection', { locked: '0' })] : []),
      ];
      const applied = {
        quotePrefix: flag(quoted),
        applyNumberFormat: flag(code !== 'General'),
        applyFont: '1',
        applyFill: flag(style.fill !== undefined),
        applyBorder: flag(style.border !== undefined),
        applyAlignment: flag(Object.keys(alignment).length > 0),
        applyProtection: flag(style.unlocked === true),
      };
      return this.tag('xf', attributes, children, this.parentFormat, applied);
    });
  }

  private formatId(code: string): number {
    const key = formatKey(code);
    const known = this.formatIds.get(key);
    if (known !== undefined) return known;
    const id = this.nextFormatId++;
    this.formatIds.set(key, id);
    this.formats.add(this.tag('numFmt', { numFmtId: String(id), formatCode: escapeAttribute(code) }));
    return id;
  }

  private fontXml(style: CellStyle): string {
    return this.tag('font', {}, [
      ...(style.bold ? [this.tag('b', {})] : []),
      ...(style.italic ? [this.tag('i', {})] : []),
      this.tag('sz', { val: String(style.size ?? this.baseFont.size) }),
      style.color ? this.tag('color', { rgb: argb(style.color) }) : this.baseFontXml.color,
      this.baseFontXml.face || this.tag('name', { val: DEFAULT_FONT }),
    ]);
  }

  private fillXml(color: string): string {
    const pattern = color
      ? this.tag('patternFill', { patternType: 'solid' }, [
          this.tag('fgColor', { rgb: argb(color) }),
          this.tag('bgColor', { indexed: '64' }),
        ])
      : this.tag('patternFill', { patternType: 'none' });
    return this.tag('fill', {}, [pattern]);
  }

  private borderXml(color: string | undefined): string {
    const side = (name: string): string =>
      color === undefined
        ? this.tag(name, {})
        : this.tag(name, { style: 'thin' }, [this.tag('color', { rgb: argb(color) })]);
    return this.tag('border', {}, [
      ...['left', 'right', 'top', 'bottom'].map(side),
      this.tag('diagonal', {}),
    ]);
  }

  /** Index 0 of every list is the default look, and fills 0 and 1 are fixed by the format. */
  private addReserved(): void {
    if (this.fonts.length === 0) this.fonts.add(this.fontXml({}));
    if (this.fills.length === 0) this.fills.add(this.fillXml(''), 'none');
    if (this.fills.length === 1) {
      this.fills.add(this.tag('fill', {}, [this.tag('patternFill', { patternType: 'gray125' })]));
    }
    if (this.borders.length === 0) this.borders.add(this.borderXml(undefined), thinBorderKey(undefined));
    if (this.cellFormats.length === 0) {
      this.cellFormats.add(this.tag('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' }));
    }
  }

  private tag(
    name: string,
    attributes: Readonly<Record<string, string>>,
    children: readonly string[] = [],
    more = '',
    optional: Readonly<Record<string, string | undefined>> = {},
  ): string {
    const full = qualified(this.prefix, name);
    const list = Object.entries({ ...attributes }).map(([key, value]) => ` ${key}="${value}"`);
    const rest = Object.entries(optional).flatMap(([key, value]) => (value ? [` ${key}="${value}"`] : []));
    const head = `<${full}${list.join('')}${more}${rest.join('')}`;
    const body = children.join('');
    return body ? `${head}>${body}</${full}>` : `${head}/>`;
  }
}

/** The normal font of Chinese Excel, where a workbook names none. */
const DEFAULT_FONT = '等线';

interface CellFormatParts {
  readonly format: string;
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly alignment: string;
  readonly locked: boolean;
  readonly quoted: boolean;
}

function cellFormatKey({ format, font, fill, border, alignment, locked, quoted }: CellFormatParts): string {
  return JSON.stringify([format, font, fill, border, alignment, locked, quoted]);
}
