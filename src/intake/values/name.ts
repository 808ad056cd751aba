import type { CellValue } from '../../workbook/grid';
import { cellText, compactText, memoText } from './text';

/** A name as written in a cell, taken apart. */
export interface NameReading {
  /** Without suffixes; inner spaces removed where they stand between Han characters (`何 佳` -> `何佳`). */
  readonly name: string;
  /** The cell says that the person has left. */
  readonly left?: true;
  /** An id written behind the name: `王丽(Y003)`. */
  readonly id?: string;
  /** Any other suffix in brackets. */
  readonly note?: string;
}

const LEFT = /^(?:已?离职|已离岗|离司|已辞职|辞职|resigned|left|former)$/i;
const ID = /^[A-Za-z]{0,4}-?\d{1,12}$/;
const SUFFIX = /^([^()[\]【】]{1,40})[([【]([^()[\]【】]{1,20})[)\]】]$/;
const DASH_LEFT = /^(.{1,40}?)[-_/]?已?离职$/;

const nameOfText = memoText((text: string): NameReading | undefined => {
  const clean = text.trim();
  if (clean === '' || clean.length > 60) return undefined;
  const suffix = SUFFIX.exec(clean);
  if (suffix !== null) {
    const name = tidy(suffix[1]!);
    const inner = compactText(suffix[2]!);
    if (name === '') return undefined;
    if (LEFT.test(inner)) return { name, left: true };
    return ID.test(inner) ? { name, id: inner } : { name, note: inner };
  }
  const left = DASH_LEFT.exec(clean);
  if (left !== null) return { name: tidy(left[1]!), left: true };
  return { name: tidy(clean) };
});

function tidy(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/^[#*]+|[*]+$/g, '');
}

/** The name in a cell; undefined when there is none. Numbers and other types are no names. */
export function readName(value: CellValue | undefined): NameReading | undefined {
  return typeof value === 'string' ? nameOfText(cellText(value)) : undefined;
}

/** Several names in one cell: `孙梅、周岚`, `孙梅:2%` gives `孙梅` only by name. Order kept. */
export function readNames(value: CellValue | undefined): NameReading[] {
  if (typeof value !== 'string') return [];
  return cellText(value)
    .split(/[、,;/\n&]+/)
    .slice(0, 50)
    .flatMap((part) => {
      const name = nameOfText(part.trim());
      return name === undefined ? [] : [name];
    });
}

/** An employee number as a key: `12`, `012` and `KF0012` stay different, `80231` and 80231 are the same. */
export function readId(value: CellValue | undefined): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = compactText(value);
  return text === '' || text.length > 40 || /^[-—–/]+$/.test(text) ? undefined : text;
}
