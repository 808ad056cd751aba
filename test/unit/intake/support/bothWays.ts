import { inspectWorkbook, type InspectedSheet } from '../../../../src/intake/inspect';
import type { ReadOptions } from '../../../../src/intake/options';
import { readSheets } from '../../../../src/intake/readSheet';
import type { SheetFacts } from '../../../../src/intake/types';
import { readPeriod } from '../../../../src/intake/values/period';
import type { CellValue } from '../../../../src/workbook/grid';
import { createWorkbook, readWorkbook } from '../../../../src/workbook/xlsx';
import { gridOf } from './grids';
import { eventLine } from './show';

export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly (CellValue & (string | number | boolean | null))[])[];
  readonly merges?: readonly string[];
}

export interface BothWays {
  readonly facts: readonly SheetFacts[];
  readonly inspected: readonly InspectedSheet[];
}

const lines = (facts: readonly SheetFacts[]): unknown[] =>
  facts.map(({ reading, events, setAside, dropped, findings }) => [
    reading.role.value,
    reading.columns.map(({ field }) => field),
    events.map((event) => `${event.source.row} ${eventLine(event)}`),
    [...setAside, ...dropped].map(({ code, row }) => `${row} ${code}`),
    findings.map(({ code, address }) => `${address} ${code}`),
  ]);

/** Reads sheets as grids and as a workbook file made from them: both must say the same. October 2026. */
export function bothWays(sheets: readonly SheetOf[], options: ReadOptions = {}): BothWays {
  const withPeriod = { period: readPeriod('2026-10'), ...options };
  const grids = sheets.map(({ name, rows, merges }) => gridOf(rows, { sheet: name, refs: merges ?? [] }));
  const file = readWorkbook(createWorkbook(sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] }))));
  const read = file.sheets.map(({ name }) => file.grid(name));
  const facts = readSheets(read, withPeriod);
  expect(lines(facts)).toEqual(lines(readSheets(grids, withPeriod)));
  return { facts, inspected: inspectWorkbook(read, withPeriod).sheets };
}
