import type { CellValue } from '../../workbook/grid';
import { isoToSerial } from '../../workbook/xlsx/isoDate';

/** What a cell gets from a text that is typed or written into it. */
export interface Entered {
  readonly value: CellValue;
  /** With its `=`. */
  readonly formula?: string;
  /** Number format the entry brings where the cell has none. */
  readonly numberFormat?: string;
}

const ERRORS = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/i;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const GROUPED = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const PERCENT = /^([-+]?(?:\d+(?:\.\d*)?|\.\d+))\s?%$/;
const CURRENCY = /^([-+]?)([$¥￥])\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?$/;
const DATE = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
/** Digits a number keeps. */
const PRECISION = 15;

/** Reads an entry as Excel does, for a cell that is not formatted as text. */
export function readEntry(input: string | number | boolean): Entered {
  if (typeof input !== 'string') return { value: typeof input === 'number' ? precise(input) : input };
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith('=') && input.length > 1) return { value: null, formula: input };
  const text = input.trim();
  if (NUMBER.test(text)) return { value: precise(Number(text)) };
  if (GROUPED.test(text)) {
    return {
      value: precise(Number(text.replace(/,/g, ''))),
      numberFormat: text.includes('.') ? '#,##0.00' : '#,##0',
    };
  }
  const money = CURRENCY.exec(text);
  if (money) {
    const [, sign = '', symbol = '', whole = '', decimals = ''] = money;
    const amount = `"${symbol === '$' ? '$' : '¥'}"#,##0${decimals === '' ? '' : '.00'}`;
    return {
      value: precise(Number(sign + whole.replace(/,/g, '') + decimals)),
      numberFormat: `${amount};[Red]-${amount}`,
    };
  }
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) {
    return {
      value: precise(Number((Number(percent) / 100).toPrecision(PRECISION))),
      numberFormat: percent.includes('.') ? '0.00%' : '0%',
    };
  }
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (ERRORS.test(text)) return { value: { error: text.toUpperCase() } };
  return readDate(text) ?? { value: input };
}

function readDate(text: string): Entered | undefined {
  const time = TIME.exec(text);
  if (time) {
    const [, hour, minute, second = '0'] = time;
    const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
    return { value: seconds / 86_400, numberFormat: time[3] === undefined ? 'h:mm' : 'h:mm:ss' };
  }
  const date = DATE.exec(text);
  if (!date) return undefined;
  const [, year, month, day, hour, minute, second] = date;
  const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');
  const clock = hour === undefined ? '' : ` ${two(hour)}:${two(minute)}:${two(second)}`;
  const read = isoToSerial(`${year}-${two(month)}-${two(day)}${clock}`);
  if (!read) return undefined;
  return { value: read.serial, numberFormat: hour === undefined ? 'yyyy/m/d' : 'yyyy/m/d h:mm' };
}

function precise(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(PRECISION)) : value;
}
