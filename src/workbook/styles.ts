/**
 * The named looks a planned cell may have. Writers turn a name into fonts, fills and borders;
 * reports only ever use names, so both writers (xlsx and Office.js) give the same page.
 */

export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** RRGGBB. */
  readonly color?: string;
  /** RRGGBB. */
  readonly fill?: string;
  readonly border?: 'thin';
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle';
  readonly wrap?: boolean;
  /** Excel number format code; `@` writes text. */
  readonly format?: string;
  /** An editable cell on a sheet a user chooses to protect. */
  readonly unlocked?: boolean;
}

/** Colour of every `thin` border, RRGGBB. */
export const BORDER_COLOR = 'A6A6A6';

const cell = { border: 'thin', valign: 'middle' } as const;

export const STYLES = {
  plain: {},
  title: { bold: true, size: 16, align: 'center', valign: 'middle' },
  subtitle: { size: 10, color: '595959', align: 'left', valign: 'middle' },
  subtitleRight: { size: 10, color: '595959', align: 'right', valign: 'middle' },
  header: { ...cell, bold: true, fill: 'D9E2F3', align: 'center', wrap: true },
  text: { ...cell, align: 'left', format: '@' },
  textCenter: { ...cell, align: 'center', format: '@' },
  textWrap: { ...cell, align: 'left', wrap: true, format: '@' },
  textWrapCenter: { ...cell, align: 'center', wrap: true, format: '@' },
  integer: { ...cell, align: 'right', format: '0' },
  integerCenter: { ...cell, align: 'center', format: '0' },
  decimal: { ...cell, align: 'right', format: 'General' },
  decimal1: { ...cell, align: 'right', format: '0.0' },
  decimal2: { ...cell, align: 'right', format: '0.00' },
  decimal3: { ...cell, align: 'right', format: '0.000' },
  deduction: { ...cell, align: 'right', color: 'C00000', format: 'General' },
  deduction1: { ...cell, align: 'right', color: 'C00000', format: '0.0' },
  bonus: { ...cell, align: 'right', color: '00703C', format: '+General;-General;General' },
  bonus1: { ...cell, align: 'right', color: '00703C', format: '+0.0;-0.0;0.0' },
  yuan: { ...cell, align: 'right', format: '0.00' },
  percent: { ...cell, align: 'right', format: 'General"%"' },
  date: { ...cell, align: 'center', format: 'yyyy-mm-dd' },
  dateLong: { ...cell, align: 'center', format: 'yyyy"年"m"月"d"日"' },
  hand: { ...cell, align: 'left', wrap: true, fill: 'FFF9DB', format: '@', unlocked: true },
  handDate: { ...cell, align: 'center', fill: 'FFF9DB', format: 'yyyy-mm-dd', unlocked: true },
  handDateLong: { ...cell, align: 'center', fill: 'FFF9DB', format: 'yyyy"年"m"月"d"日"', unlocked: true },
  handDateTime: { ...cell, align: 'center', fill: 'FFF9DB', format: 'yyyy-mm-dd hh:mm', unlocked: true },
  handNumber: { ...cell, align: 'right', fill: 'FFF9DB', format: 'General', unlocked: true },
  handPercent: { ...cell, align: 'right', fill: 'FFF9DB', format: '0.00%', unlocked: true },
  handTime: { ...cell, align: 'center', fill: 'FFF9DB', format: 'hh:mm', unlocked: true },
  withdrawn: { ...cell, italic: true, color: '7F7F7F', fill: 'EDEDED', align: 'left', wrap: true },
  withdrawnDate: {
    ...cell,
    italic: true,
    color: '7F7F7F',
    fill: 'EDEDED',
    align: 'center',
    format: 'yyyy-mm-dd',
  },
  label: { ...cell, bold: true, fill: 'F2F2F2', align: 'center', wrap: true },
  warning: { ...cell, align: 'left', wrap: true, color: '9C5700', fill: 'FFF2CC', format: '@' },
  signature: { size: 11, align: 'left', valign: 'middle' },
  heading: { bold: true, size: 12, align: 'left', valign: 'middle' },
  note: { size: 9, color: '7F7F7F', align: 'left', valign: 'top', wrap: true },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;
