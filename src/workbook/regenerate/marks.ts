import { checksum } from '../digest';
import { asKept, type PlainValue } from './values';

/**
 * The hidden last column of a tab of ours. It tells made rows from those a person typed, which columns were ours,
 * and what each made cell said, so that a value typed over it is noticed.
 *
 * `§H|name.name+…` header row: the columns in order, `+` = filled in by hand
 * `§R|sums|id` a record of the list: a check of what every cell was made with, in the order of the header
 * `§F|column.column+…|sums|key` any other made row: its made cells, and hand cells (`+`) that a value was proposed in
 */
export type Mark =
  | {
      readonly kind: 'header';
      readonly columns: readonly { readonly name: string; readonly hand: boolean }[];
    }
  | { readonly kind: 'record'; readonly id: string; readonly sums: readonly string[] }
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly columns: readonly { readonly column: number; readonly hand: boolean }[];
      readonly sums: readonly string[];
    };

const SUM_LENGTH = 3;
const NAME_LENGTH = 4;

export function checkOf(value: PlainValue): string {
  const kept = asKept(value);
  return checksum(kept === null ? '' : `${typeof kept}:${String(kept)}`, SUM_LENGTH);
}

export function nameCheck(header: string): string {
  const name = header.trim();
  return name === '' ? '' : checksum(name, NAME_LENGTH);
}

export function headerMark(columns: readonly { readonly header: string; readonly hand: boolean }[]): string {
  return `§H|${columns.map(({ header, hand }) => nameCheck(header) + (hand ? '+' : '')).join('.')}`;
}

export function recordMark(id: string, values: readonly PlainValue[]): string {
  return `§R|${values.map(checkOf).join('')}|${id}`;
}

export interface MarkedCell {
  readonly column: number;
  readonly hand: boolean;
  readonly value: PlainValue;
}

export function rowMark(key: string, cells: readonly MarkedCell[]): string {
  const columns = cells.map(({ column, hand }) => `${column}${hand ? '+' : ''}`).join('.');
  return `§F|${columns}|${cells.map(({ value }) => checkOf(value)).join('')}|${key}`;
}

const sumsOf = (text: string): string[] => text.match(new RegExp(`.{${SUM_LENGTH}}`, 'g')) ?? [];

export function readMark(value: unknown): Mark | undefined {
  if (typeof value !== 'string' || !value.startsWith('§')) return undefined;
  const header = /^§H\|(.*)$/.exec(value);
  if (header !== null) {
    const columns = (header[1] ?? '').split('.');
    return {
      kind: 'header',
      columns: columns.map((text) => ({ name: text.replace('+', ''), hand: text.endsWith('+') })),
    };
  }
  const record = /^§R\|([0-9A-Z]*)\|([^]*)$/.exec(value);
  if (record !== null) return { kind: 'record', sums: sumsOf(record[1] ?? ''), id: record[2] ?? '' };
  const row = /^§F\|([\d.+]*)\|([0-9A-Z]*)\|([^]*)$/.exec(value);
  if (row === null) return undefined;
  const [, columns = '', sums = '', key = ''] = row;
  const list = columns === '' ? [] : columns.split('.');
  return {
    kind: 'row',
    key,
    sums: sumsOf(sums),
    columns: list.map((text) => ({ column: parseInt(text, 10), hand: text.endsWith('+') })),
  };
}
