import { BORDER_COLOR, type CellStyle } from '../styles';
import type { XmlPart } from './opcPackage';
import {
  alignmentKey,
  argb,
  borderKey,
  cellFormatKey,
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
import { StyleXml } from './styleXml';
import { attribute, booleanAttribute, child, childrenNamed, type XmlElement } from './xml';
import { XmlEdit } from './xmlEdit';
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
  private readonly xml: StyleXml;
  private readonly formats: StyleList;
  private readonly fonts: StyleList;
  private readonly fills: StyleList;
  private readonly borders: StyleList;
  private readonly cellFormats: StyleList;
  private readonly differences: StyleList;
  private readonly formatIds = new Map<string, number>(Object.entries(BUILT_IN_FORMATS));
  private nextFormatId = FIRST_CUSTOM_FORMAT;
  /** Formats of cells refer to the named style "Normal" where there is one. */
  private readonly parent: string | undefined;
  private readonly known = new Map<CellStyle, [plain: number | undefined, quoted: number | undefined]>();

  constructor(part: XmlPart) {
    const { text, root } = part;
    this.edit = new XmlEdit(text);
    this.xml = new StyleXml(part);
    const list = (group: string, item: string, key: (element: XmlElement) => string | undefined): StyleList =>
      new StyleList(root, group, item, key, this.edit);
    this.formats = list('numFmts', 'numFmt', () => undefined);
    this.fonts = list('fonts', 'font', (font) => fontKey(fontLook(font)));
    this.fills = list('fills', 'fill', fillKey);
    this.borders = list('borders', 'border', borderKey);
    this.cellFormats = list('cellXfs', 'xf', this.cellFormatReader(root));
    this.differences = list('dxfs', 'dxf', differenceKey);
    this.parent = child(root, 'cellStyleXfs') ? '0' : undefined;
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
    return this.differences.indexOf(key, () => this.xml.difference(color, fill));
  }

  /** The style sheet with everything added; call once. */
  toString(): string {
    const lists = [this.formats, this.fonts, this.fills, this.borders, this.cellFormats, this.differences];
    for (const list of lists) list.flush();
    return this.edit.toString();
  }

  /** Reads number formats, and returns what tells the key of a cell format that says no more than a plan can. */
  private cellFormatReader(root: XmlElement): (xf: XmlElement) => string | undefined {
    const codes = new Map(Object.entries(BUILT_IN_FORMATS).map(([code, id]) => [id, code]));
    for (const format of childrenNamed(child(root, 'numFmts'), 'numFmt')) {
      const id = Number(attribute(format, 'numFmtId'));
      const code = formatKey(attribute(format, 'formatCode') ?? '');
      codes.set(id, code);
      if (!this.formatIds.has(code)) this.formatIds.set(code, id);
      if (id >= this.nextFormatId) this.nextFormatId = id + 1;
    }
    return (xf) => {
      const id = (name: string): number => Number(attribute(xf, name) ?? 0);
      if (id('xfId') !== 0 || child(xf, 'extLst') || booleanAttribute(xf, 'pivotButton')) return undefined;
      return cellFormatKey({
        format: codes.get(id('numFmtId')) ?? `#${id('numFmtId')}`,
        font: this.fonts.keyAt(id('fontId')),
        fill: this.fills.keyAt(id('fillId')),
        border: this.borders.keyAt(id('borderId')),
        alignment: alignmentKey(child(xf, 'alignment')),
        locked: isLocked(xf),
        quoted: booleanAttribute(xf, 'quotePrefix'),
      });
    };
  }

  private makeCellFormat(style: CellStyle, quoted: boolean): number {
    const { xml } = this;
    const font = fontKey({
      name: xml.normal.name,
      size: style.size ?? xml.normal.size,
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      color: style.color ? argb(style.color) : xml.normal.color,
      other: '',
    });
    const fill = solidFillKey(style.fill);
    const lines = style.border && BORDER_COLOR;
    const border = thinBorderKey(lines);
    const code = style.format ?? 'General';
    const alignment = styleAlignment(style);
    const aligned = Object.entries(alignment).map(([name, value]) => `${name}=${value}`);
    const locked = !style.unlocked;
    const format = formatKey(code);
    const key = cellFormatKey({
      format,
      font,
      fill,
      border,
      alignment: aligned.sort().join(),
      locked,
      quoted,
    });
    const flag = (on: boolean): '1' | undefined => (on ? '1' : undefined);
    return this.cellFormats.indexOf(key, () =>
      xml.tag(
        'xf',
        {
          numFmtId: String(this.formatId(code)),
          fontId: String(this.fonts.indexOf(font, () => xml.font(style))),
          fillId: String(this.fills.indexOf(fill, () => xml.fill(style.fill))),
          borderId: String(this.borders.indexOf(border, () => xml.border(lines))),
          xfId: this.parent,
          quotePrefix: flag(quoted),
          applyNumberFormat: flag(code !== 'General'),
          applyFont: '1',
          applyFill: flag(style.fill !== undefined),
          applyBorder: flag(style.border !== undefined),
          applyAlignment: flag(aligned.length > 0),
          applyProtection: flag(!locked),
        },
        [
          aligned.length > 0 ? xml.tag('alignment', alignment) : '',
          locked ? '' : xml.tag('protection', { locked: '0' }),
        ],
      ),
    );
  }

  private formatId(code: string): number {
    const key = formatKey(code);
    const known = this.formatIds.get(key);
    if (known !== undefined) return known;
    const id = this.nextFormatId++;
    this.formatIds.set(key, id);
    this.formats.add(this.xml.tag('numFmt', { numFmtId: String(id), formatCode: escapeAttribute(code) }));
    return id;
  }

  /** Index 0 of every list is the default look, and fills 0 and 1 are fixed by the format. */
  private addReserved(): void {
    const { xml } = this;
    if (this.fonts.length === 0) this.fonts.add(xml.font({}));
    if (this.fills.length === 0) this.fills.add(xml.fill(undefined), solidFillKey(undefined));
    if (this.fills.length === 1) this.fills.add(xml.patternFill('gray125'));
    if (this.borders.length === 0) this.borders.add(xml.border(undefined), thinBorderKey(undefined));
    if (this.cellFormats.length === 0) {
      this.cellFormats.add(xml.tag('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' }));
    }
  }
}
