import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue, Grid, MergedRange } from '../../../../src/workbook/grid';

/** A layout of the shared collection. */
export interface SharedSheet {
  readonly id: string;
  readonly sheet?: string;
  readonly title_rows?: readonly number[];
  readonly header_rows: readonly number[];
  readonly data_start_row: number;
  readonly merges?: readonly string[];
  readonly expect?: readonly Record<string, unknown>[];
  readonly grid: readonly (readonly CellValue[])[];
}

const ROOT = join(__dirname, '../../../../../shared/domain/sheets');

/** Files of one folder of the shared collection; none when it is not there. */
export function sharedSheets(folder: string): SharedSheet[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as SharedSheet);
}

export function merge(ref: string): MergedRange {
  const [from, to] = ref.split(':').map((cell) => {
    const match = /^([A-Z]+)(\d+)$/.exec(cell)!;
    const column = [...match[1]!].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return [Number(match[2]) - 1, column] as const;
  });
  const [a, b] = [from!, (to ?? from)!];
  return { top: a[0], left: a[1], bottom: b[0], right: b[1] };
}

/** A grid from rows of values; '' becomes an empty cell as in a read workbook. */
export function gridOf(
  rows: readonly (readonly CellValue[])[],
  extra: Partial<Grid> & { readonly refs?: readonly string[] } = {},
): Grid {
  const { refs, ...rest } = extra;
  return {
    sheet: 'Sheet1',
    visibility: 'visible',
    rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    merges: (refs ?? []).map(merge),
    kinds: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
    ...rest,
  };
}

export function gridOfShared(shared: SharedSheet): Grid {
  return gridOf(shared.grid, { sheet: shared.sheet ?? 'Sheet1', refs: shared.merges ?? [] });
}
