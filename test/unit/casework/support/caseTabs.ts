import type { ServiceIssue } from '../../../../src/casework';
import { parseMonth } from '../../../../src/facts/date';
import { settingsFor, type CaseReportInput } from '../../../../src/reports/caseInput';
import { shippedRulebook } from '../../../../src/rulebook/shipped';
import { shippedCalendar } from '../../../../src/rulebook/shippedCalendar';
import { Ruleset } from '../../../../src/scoring/ruleset';
import { NumberKind, type CellValue, type Grid } from '../../../../src/workbook/grid';
import type { SheetPlan } from '../../../../src/workbook/sheetPlan';
import { STYLES, type CellStyle } from '../../../../src/workbook/styles';
import { TODAY } from './issues';

const rulebook = shippedRulebook('GAS');
if (rulebook === undefined) throw new Error('no GAS');
export const RULESET = new Ruleset(rulebook, { base: '100' }, shippedCalendar());

export function inputOf(
  issues: readonly ServiceIssue[],
  more: Partial<CaseReportInput> = {},
): CaseReportInput {
  return {
    rulebook: RULESET.rulebook,
    ruleset: RULESET,
    month: parseMonth('2026-10') ?? 0,
    subjects: [],
    exceptions: [],
    issues,
    today: TODAY,
    settings: settingsFor(RULESET),
    ...more,
  };
}

/** The tab that a plan makes, as it is read back. */
export function gridOf(plan: SheetPlan): Grid {
  const width = plan.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const kindOf = (format: string | undefined): NumberKind =>
    format === '@'
      ? NumberKind.Text
      : format?.includes('yyyy') === true
        ? NumberKind.Date
        : NumberKind.General;
  return {
    sheet: plan.name,
    visibility: 'visible',
    rows: plan.rows.map(({ cells }) =>
      cells.map((cell): CellValue => (cell === null || cell.value === '' ? null : cell.value)),
    ),
    columnCount: width,
    merges: plan.merges ?? [],
    kinds: plan.rows.map(({ cells }) =>
      Uint8Array.from(cells, (cell) =>
        cell === null ? 0 : kindOf((STYLES[cell.style] as CellStyle).format),
      ),
    ),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
    madeBy: plan.id,
  };
}

/** A grid that can be edited cell by cell, kinds along with values. */
export class Sheet {
  readonly rows: { value: CellValue; kind: number }[][];

  constructor(private readonly grid: Grid) {
    this.rows = grid.rows.map((cells, row) =>
      Array.from({ length: grid.columnCount }, (_, column) => ({
        value: cells[column] ?? null,
        kind: grid.kinds[row]?.[column] ?? 0,
      })),
    );
  }

  /** 0-based row and column of a cell with that text. */
  find(text: string): readonly [number, number] {
    for (const [row, cells] of this.rows.entries()) {
      const column = cells.findIndex(({ value }) => value === text);
      if (column >= 0) return [row, column];
    }
    throw new Error(`no cell says ${text}`);
  }

  set(row: number, column: number, value: CellValue, kind = 0): void {
    const cells = (this.rows[row] ??= []);
    while (cells.length <= column) cells.push({ value: null, kind: 0 });
    cells[column] = { value, kind };
  }

  insertRow(at: number): void {
    this.rows.splice(
      at,
      0,
      Array.from({ length: this.grid.columnCount }, () => ({ value: null, kind: 0 })),
    );
  }

  moveColumn(from: number, to: number): void {
    for (const cells of this.rows) {
      const [cell] = cells.splice(from, 1);
      if (cell !== undefined) cells.splice(to, 0, cell);
    }
  }

  toGrid(): Grid {
    return {
      ...this.grid,
      rows: this.rows.map((cells) => cells.map(({ value }) => value)),
      kinds: this.rows.map((cells) => Uint8Array.from(cells, ({ kind }) => kind)),
      columnCount: Math.max(0, ...this.rows.map((cells) => cells.length)),
      merges: [],
    };
  }
}
