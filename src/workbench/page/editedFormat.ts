import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import {
  defaultFormat,
  withFormat,
  type CellFormat,
  type FormatKey,
  type FormatValue,
} from '../model/format';

const HORIZONTAL: Readonly<Partial<Record<HorizontalAlign, string>>> = {
  [HorizontalAlign.LEFT]: 'Left',
  [HorizontalAlign.CENTER]: 'Center',
  [HorizontalAlign.RIGHT]: 'Right',
};
const VERTICAL: Readonly<Partial<Record<VerticalAlign, string>>> = {
  [VerticalAlign.TOP]: 'Top',
  [VerticalAlign.MIDDLE]: 'Center',
  [VerticalAlign.BOTTOM]: 'Bottom',
};

/** A format with what a person changed in the component; keys the edit does not name stay. */
export function editedFormat(format: CellFormat, edit: IStyleData): CellFormat {
  let next = format;
  const set = (key: FormatKey, given: unknown, value: FormatValue | undefined): void => {
    if (given === undefined) return;
    next = withFormat(next, key, given === null ? defaultFormat(key) : (value ?? defaultFormat(key)));
  };
  set('font.bold', edit.bl, isSet(edit.bl));
  set('font.italic', edit.it, isSet(edit.it));
  set('font.underline', edit.ul, isSet(edit.ul?.s) ? 'Single' : 'None');
  set('font.strikethrough', edit.st, isSet(edit.st?.s));
  set('font.size', edit.fs, edit.fs);
  set('font.name', edit.ff, edit.ff ?? undefined);
  set('font.color', edit.cl, hex(edit.cl?.rgb));
  set('fill.color', edit.bg, hex(edit.bg?.rgb));
  set('numberFormat', edit.n, edit.n?.pattern);
  set('horizontalAlignment', edit.ht, HORIZONTAL[edit.ht ?? HorizontalAlign.UNSPECIFIED] ?? 'General');
  set('verticalAlignment', edit.vt, VERTICAL[edit.vt ?? VerticalAlign.UNSPECIFIED] ?? 'Bottom');
  set('wrapText', edit.tb, edit.tb === WrapStrategy.WRAP);
  return next;
}

const isSet = (flag: BooleanNumber | null | undefined): boolean => flag === BooleanNumber.TRUE;

/** `#RRGGBB`, also from `rgb(r,g,b)`. */
function hex(color: Nullable<string>): string | undefined {
  if (typeof color !== 'string') return undefined;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  if (!parts) return color.toUpperCase();
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}
