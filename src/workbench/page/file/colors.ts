import { attribute, child, type XmlElement } from '../../../workbook/xlsx/xml';

/** Colours of the workbook's theme in the order in which cells number them, RRGGBB. */
export type Theme = readonly string[];

const NAMES = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];
const OFFICE_THEME: Theme = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47'.split(
  ' ',
);
/** The palette of old, numbers 8 to 63; 0 to 7 repeat its first eight. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

export function readTheme(root: XmlElement | undefined): Theme {
  const elements = root && child(root, 'themeElements');
  const scheme = elements && child(elements, 'clrScheme');
  if (!scheme) return OFFICE_THEME;
  return NAMES.map((name, i) => {
    const color = child(scheme, name)?.children[0];
    const value = color && (attribute(color, 'lastClr') ?? attribute(color, 'val'));
    return /^[0-9a-f]{6}$/i.test(value ?? '') ? value! : OFFICE_THEME[i]!;
  });
}

/** `#RRGGBB` of a colour element; undefined for automatic ones. */
export function colorOf(element: XmlElement | undefined, theme: Theme): string | undefined {
  if (!element) return undefined;
  const base = baseColor(element, theme);
  if (base === undefined) return undefined;
  const tint = Number(attribute(element, 'tint') ?? 0);
  return `#${tint === 0 ? base.toUpperCase() : tinted(base, tint)}`;
}

function baseColor(element: XmlElement, theme: Theme): string | undefined {
  const rgb = attribute(element, 'rgb');
  if (rgb !== undefined) return rgb.slice(-6);
  const themed = attribute(element, 'theme');
  if (themed !== undefined) return theme[Number(themed)];
  const indexed = attribute(element, 'indexed');
  if (indexed === undefined) return undefined;
  const index = Number(indexed);
  return PALETTE[index < 8 ? index : index - 8];
}

/** A tint moves the lightness towards white (above 0) or black (below); mixing with either does the same. */
function tinted(color: string, tint: number): string {
  return [0, 2, 4]
    .map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16);
      const moved = tint > 0 ? part + (255 - part) * tint : part * (1 + tint);
      return Math.round(moved).toString(16).padStart(2, '0').toUpperCase();
    })
    .join('');
}
