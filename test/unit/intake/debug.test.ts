import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { sharedSheets, gridOfShared } from './support/grids';
import { readSheet } from '../../../src/intake/readSheet';
import { readPeriod } from '../../../src/intake/values/period';
import { formatDay } from '../../../src/facts/date';
import { formatDecimal } from '../../../src/facts/decimal';
import type { Grid } from '../../../src/workbook/grid';
import { readWorkbook } from '../../../src/workbook/xlsx';

const out: string[] = [];
const js = (x: unknown) => JSON.stringify(x, (k, v) => (v !== null && typeof v === 'object' && 'digits' in v ? formatDecimal(v as never) : k === 'day' || k === 'from' || k === 'to' || k==='date' ? (typeof v === 'number' ? formatDay(v) : v) : typeof v === 'bigint' ? String(v) : v));
function show(grid: Grid): void {
  const t0 = performance.now();
  const f = readSheet(grid, { period: readPeriod('2026-09') });
  out.push(`## ${grid.sheet} -> ${f.reading.role.value} rows ${f.rowCount} ${(performance.now() - t0).toFixed(1)}ms`);
  for (const k of ['events', 'people', 'metrics', 'params', 'approvals', 'shifts', 'findings', 'setAside', 'dropped'] as const) for (const e of f[k]) out.push(`   ${k} ${js(e)}`);
}
test('debug', () => {
  for (const f of ['attendance', 'qa', 'complaints']) for (const s of sharedSheets(f)) { out.push('# ' + s.id); show(gridOfShared(s)); }
  for (const n of ['01', '04', '07']) {
    const p = `/work/shared/domain/workbooks/${n}.xlsx`;
    if (!existsSync(p)) continue;
    const wb = readWorkbook(new Uint8Array(readFileSync(p)));
    for (const g of wb.sheets.map((s) => wb.grid(s.name))) { out.push('# ' + n); show(g); }
  }
  writeFileSync('/tmp/debug.txt', out.join('\n'));
});
