import { attribute, child, childrenNamed, type XmlElement } from '../../../workbook/xlsx/xml';
import type { CellFormat, FormatKey, FormatValue } from '../../model/format';
import { PLAIN, withFormat } from '../../model/format';
import { colorOf, type Theme } from './colors';

const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  31: 'yyyy"年"m"月"d"日"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
const BORDERS: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  double: ['Double', 'Thick'],
  dotted: ['Dot', 'Thin'],
  dashed: ['Dash', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  dashDot: ['DashDot', 'Thin'],
  mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};
const VERTICAL: Readonly<Record<string, string>> = {
  top: 'Top',
  center: 'Center',
  justify: 'Justify',
  distributed: 'Distributed',
};

type Setter = (key: FormatKey, value: FormatValue | undefined) => void;

/** The formats of a workbook's cells by their number (`cellXfs`), of a part `xl/styles.xml`. */
export function readFormats(root: XmlElement, theme: Theme): CellFormat[] {
  const codes = new Map<number, string>();
  for (const each of childrenNamed(child(root, 'numFmts'), 'numFmt')) {
    codes.set(Number(attribute(each, 'numFmtId')), attribute(each, 'formatCode') ?? 'General');
  }
  const list = (parent: string, name: string): XmlElement[] => childrenNamed(child(root, parent), name);
  const [fonts, fills, borders] = [list('fonts', 'font'), list('fills', 'fill'), list('borders', 'border')];
  return list('cellXfs', 'xf').map((xf) => {
    let format = PLAIN;
    const set: Setter = (key, value) => {
      if (value !== undefined) format = withFormat(format, key, value);
    };
    const id = Number(attribute(xf, 'numFmtId') ?? 0);
    set('numberFormat', codes.get(id) ?? BUILT_IN[id]);
    setFont(set, fonts[Number(attribute(xf, 'fontId') ?? 0)], theme);
    setFill(set, fills[Number(attribute(xf, 'fillId') ?? 0)], theme);
    setBorder(set, borders[Number(attribute(xf, 'borderId') ?? 0)], theme);
    setAlignment(set, child(xf, 'alignment'));
    if (isOff(child(xf, 'protection'), 'locked')) set('protection.locked', false);
    return format;
  });
}

function setFont(set: Setter, font: XmlElement | undefined, theme: Theme): void {
  if (!font) return;
  const value = (name: string): string | undefined => {
    const found = child(font, name);
    return found && attribute(found, 'val');
  };
  const isOn = (name: string): boolean => child(font, name) !== undefined && value(name) !== '0';
  set('font.name', value('name'));
  set('font.size', Number(value('sz') ?? 11));
  set('font.color', colorOf(child(font, 'color'), theme));
  set('font.bold', isOn('b'));
  set('font.italic', isOn('i'));
  set('font.strikethrough', isOn('strike'));
  if (isOn('u') && value('u') !== 'none')
    set('font.underline', value('u') === 'double' ? 'Double' : 'Single');
}

function setFill(set: Setter, fill: XmlElement | undefined, theme: Theme): void {
  const pattern = fill && child(fill, 'patternFill');
  if (!pattern || attribute(pattern, 'patternType') !== 'solid') return;
  set('fill.color', colorOf(child(pattern, 'fgColor'), theme));
}

function setBorder(set: Setter, border: XmlElement | undefined, theme: Theme): void {
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const line = border && child(border, side);
    const known = BORDERS[(line && attribute(line, 'style')) ?? ''];
    if (!line || !known) continue;
    set(`border.${side}.style`, known[0]);
    set(`border.${side}.weight`, known[1]);
    set(`border.${side}.color`, colorOf(child(line, 'color'), theme));
  }
}

function setAlignment(set: Setter, alignment: XmlElement | undefined): void {
  if (!alignment) return;
  const horizontal = attribute(alignment, 'horizontal');
  if (horizontal === 'centerContinuous') set('horizontalAlignment', 'CenterAcrossSelection');
  else if (horizontal !== undefined) {
    set('horizontalAlignment', horizontal.charAt(0).toUpperCase() + horizontal.slice(1));
  }
  set('verticalAlignment', VERTICAL[attribute(alignment, 'vertical') ?? '']);
  if (attribute(alignment, 'wrapText') !== undefined) set('wrapText', !isOff(alignment, 'wrapText'));
  if (attribute(alignment, 'shrinkToFit') !== undefined) set('shrinkToFit', !isOff(alignment, 'shrinkToFit'));
  set('indentLevel', Number(attribute(alignment, 'indent') ?? 0));
  const rotation = Number(attribute(alignment, 'textRotation') ?? 0);
  set('textOrientation', rotation > 90 && rotation <= 180 ? 90 - rotation : rotation);
}

function isOff(element: XmlElement | undefined, name: string): boolean {
  const value = element && attribute(element, name);
  return value === '0' || value === 'false';
}
