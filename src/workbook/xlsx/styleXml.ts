import type { CellStyle } from '../styles';
import type { XmlPart } from './opcPackage';
import { argb, fontLook, type FontLook } from './styleKeys';
import { child, childrenNamed } from './xml';
import { qualified } from './xmlEdit';

/** The normal font of Chinese Excel, where a workbook names none. */
const DEFAULT_FONT = '等线';
const DEFAULT_SIZE = 11;

type Attributes = Readonly<Record<string, string | undefined>>;

/** Writes the elements of a style sheet with its prefix and its normal font. */
export class StyleXml {
  /** What our fonts take over from the workbook's normal font. */
  readonly normal: Pick<FontLook, 'name' | 'size' | 'color'>;
  private readonly prefix: string;
  private readonly normalColor: string;
  private readonly normalFace: string;

  constructor({ text, root }: XmlPart) {
    this.prefix = root.prefix;
    const font = childrenNamed(child(root, 'fonts'), 'font')[0];
    const look = font && fontLook(font);
    this.normal = {
      name: look?.name ?? DEFAULT_FONT,
      size: look?.size ?? DEFAULT_SIZE,
      color: look?.color ?? '',
    };
    const source = (name: string): string => {
      const element = font?.children.find((c) => c.name === name);
      return element ? text.slice(element.start, element.end) : '';
    };
    this.normalColor = source('color');
    this.normalFace = ['name', 'family', 'charset', 'scheme'].map(source).join('');
  }

  /** Attributes without a value are left out. */
  tag(name: string, attributes: Attributes = {}, children: readonly string[] = []): string {
    const full = qualified(this.prefix, name);
    const list = Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : ` ${key}="${value}"`,
    );
    const head = `<${full}${list.join('')}`;
    const body = children.join('');
    return body ? `${head}>${body}</${full}>` : `${head}/>`;
  }

  font({ bold, italic, size, color }: CellStyle): string {
    return this.tag('font', {}, [
      ...(bold ? [this.tag('b')] : []),
      ...(italic ? [this.tag('i')] : []),
      this.tag('sz', { val: String(size ?? this.normal.size) }),
      color ? this.color('color', color) : this.normalColor,
      this.normalFace || this.tag('name', { val: DEFAULT_FONT }),
    ]);
  }

  fill(color: string | undefined): string {
    if (color === undefined) return this.patternFill('none');
    return this.patternFill('solid', [this.color('fgColor', color), this.tag('bgColor', { indexed: '64' })]);
  }

  patternFill(pattern: string, colors: readonly string[] = []): string {
    return this.tag('fill', {}, [this.tag('patternFill', { patternType: pattern }, colors)]);
  }

  /** Thin lines all round, or none. */
  border(color: string | undefined): string {
    const side = (name: string): string =>
      color === undefined ? this.tag(name) : this.tag(name, { style: 'thin' }, [this.color('color', color)]);
    return this.tag('border', {}, [...['left', 'right', 'top', 'bottom'].map(side), this.tag('diagonal')]);
  }

  difference(color: string | undefined, fill: string | undefined): string {
    const fillXml =
      fill && this.tag('fill', {}, [this.tag('patternFill', {}, [this.color('bgColor', fill)])]);
    return this.tag('dxf', {}, [
      color ? this.tag('font', {}, [this.color('color', color)]) : '',
      fillXml ?? '',
    ]);
  }

  private color(name: string, color: string): string {
    return this.tag(name, { rgb: argb(color) });
  }
}
