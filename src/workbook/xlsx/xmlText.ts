import { escapeText } from '../xmlEscape';
import { corrupt } from './failures';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Replaces character and predefined entity references. Throws `CORRUPT` for any other entity. */
export function decodeEntities(text: string, part: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,10});?/g, (whole, body: string) => {
    const named = NAMED[body];
    if (named !== undefined && whole.endsWith(';')) return named;
    const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(body);
    const code = number ? parseInt(number[1] ?? number[2]!, number[1] ? 16 : 10) : NaN;
    if (!whole.endsWith(';') || !(code <= 0x10ffff)) throw corrupt(part, 'xml');
    return String.fromCodePoint(code);
  });
}

/** `_x000D_` and the like, as spreadsheets write characters XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Text in a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n]/g, (c) => (c === '"' ? '&quot;' : c === '\t' ? '&#9;' : '&#10;'));
}

/** Text of a cell: as between tags, with carriage returns and look-alikes of an escape escaped. */
export function escapeCellText(text: string): string {
  const clean = text.includes('_x') ? text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_') : text;
  return escapeText(clean.includes('\r') ? clean.replace(/\r/g, '_x000D_') : clean);
}
