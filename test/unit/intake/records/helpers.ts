import { readFileSync } from 'node:fs';
import { formatDay, parseMonth } from '../../../../src/facts/date';
import { formatDecimal } from '../../../../src/facts/decimal';
import type { Incident } from '../../../../src/facts/incident';
import { buildMatcher, type Matcher } from '../../../../src/intake/matching/matcher';
import { readWorkbook } from '../../../../src/intake/readWorkbook';
import type { IntakeContext, WorkbookReading } from '../../../../src/intake/types';
import { loadRulebook } from '../../../../src/rulebook/load';
import type { ReadingValue } from '../../../../src/rulebook/primitives';
import type { Rulebook } from '../../../../src/rulebook/rulebook';
import type { CellValue, Grid } from '../../../../src/workbook/grid';

const books = new Map<string, Rulebook>();

export function rulebook(id: string): Rulebook {
  let book = books.get(id);
  if (book === undefined) {
    const loaded = loadRulebook(JSON.parse(readFileSync(`rulesets/${id}.json`, 'utf8')));
    if (!loaded.ok) throw new Error(`${id} does not load`);
    book = loaded.rulebook;
    books.set(id, book);
  }
  return book;
}

const matchers = new Map<string, Matcher>();

export function matcher(id: string): Matcher {
  let found = matchers.get(id);
  if (found === undefined) {
    found = buildMatcher(rulebook(id));
    matchers.set(id, found);
  }
  return found;
}

export function grid(sheet: string, rows: readonly (readonly CellValue[])[], more: Partial<Grid> = {}): Grid {
  return {
    sheet,
    visibility: 'visible',
    rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    merges: [],
    kinds: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
    ...more,
  };
}

export function context(book: string, month: string, more: Partial<IntakeContext> = {}): IntakeContext {
  const loaded = rulebook(book);
  const readings: Record<string, ReadingValue> = {};
  for (const reading of loaded.readings) readings[reading.id] = reading.default;
  return {
    rulebook: loaded,
    month: parseMonth(month) ?? 0,
    readings,
    confirmations: [],
    mappings: [],
    knownWordings: {},
    ...more,
  };
}

export function read(
  book: string,
  month: string,
  grids: readonly Grid[],
  more: Partial<IntakeContext> = {},
): WorkbookReading {
  return readWorkbook(grids, context(book, month, more));
}

/** An incident in the notation of the facts format, for comparing. */
export function fact(incident: Incident): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(incident)) {
    if (key === 'source') continue;
    if (key === 'date' || key.endsWith('On')) plain[key] = formatDay(value as number);
    else if (typeof value === 'object' && value !== null && 'digits' in value)
      plain[key] = formatDecimal(value as never);
    else plain[key] = value;
  }
  return plain;
}

export const facts = (reading: WorkbookReading): Record<string, unknown>[] => reading.incidents.map(fact);
export const asked = (reading: WorkbookReading): string[] =>
  reading.setAside.map(({ sheet, row, code }) => `${sheet}!${row} ${code}`);
export const droppedRows = (reading: WorkbookReading): string[] =>
  reading.dropped.map(({ sheet, row, code }) => `${sheet}!${row} ${code}`);
