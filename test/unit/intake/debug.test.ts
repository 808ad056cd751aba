import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { sharedSheets, gridOfShared } from './support/grids';
import { recogniseSheet } from '../../../src/intake/recognise/recognise';
import { readPeriod } from '../../../src/intake/values/period';
import type { Grid } from '../../../src/workbook/grid';
import { readWorkbook } from '../../../src/workbook/xlsx';

const out: string[] = [];
function show(grid: Grid, expected: string): void {
  const r = recogniseSheet(grid, { period: readPeriod('2026-09') });
  out.push(`## ${grid.sheet} -> ${r.role.value} ${r.role.confidence} ${JSON.stringify(r.role.reasons)} title ${r.titleRows} header ${r.headerRows} data ${r.dataStartRow}-${r.dataEndRow} ${r.fingerprint}   EXPECTED ${expected}`);
  for (const c of r.columns) out.push(`   ${c.index} ${c.header} => ${c.field ?? '-'} ${c.confidence} ${c.reason.code} ${JSON.stringify(c.reason.params ?? {})} ${c.fullMarks ?? ''}`);
  out.push(`   skipped ${JSON.stringify(r.skipped)}`);
}
test('debug', () => {
  for (const f of ['attendance', 'qa', 'complaints']) for (const s of sharedSheets(f)) { out.push('# ' + s.id); show(gridOfShared(s), `${s.header_rows} ${s.data_start_row}`); }
  for (const n of ['01', '04', '07']) {
    const p = `/work/shared/domain/workbooks/${n}.xlsx`;
    if (!existsSync(p)) continue;
    const wb = readWorkbook(new Uint8Array(readFileSync(p)));
    const truth = JSON.parse(readFileSync(`/work/shared/domain/workbooks/${n}.truth.json`, 'utf8'));
    for (const g of wb.sheets.map((s) => wb.grid(s.name))) { out.push('# ' + n); show(g, JSON.stringify(truth.sheets.find((s: any) => s.name === g.sheet))); }
  }
  writeFileSync('/tmp/debug.txt', out.join('\n'));
});
