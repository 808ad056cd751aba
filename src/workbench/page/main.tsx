import { readWorkbook } from '../../workbook/xlsx';
import { createSpreadsheet } from './spreadsheet';

const root = document.getElementById('root')!;
root.style.cssText = 'position:fixed;inset:0';
const t0 = performance.now();
const bytes = new Uint8Array(await (await fetch('/sample.xlsx')).arrayBuffer());
const book = readWorkbook(bytes);
const { api } = createSpreadsheet(root, 'zh');
const sheets: Record<string, object> = {};
book.sheets.forEach((s, i) => {
  const g = book.grid(s.name);
  const cellData: Record<number, Record<number, object>> = {};
  g.rows.forEach((r, ri) => {
    cellData[ri] = {};
    r.forEach((v, ci) => {
      if (v !== null && typeof v !== 'object') cellData[ri]![ci] = { v };
    });
  });
  sheets[`s${i}`] = { id: `s${i}`, name: s.name, rowCount: 1000, columnCount: 26, cellData };
});
const sheet0 = sheets['s0'] as { cellData: Record<number, Record<number, object>> };
sheet0.cellData[0]![8] = { v: 7, f: '=QASCORE(1,2)' };
sheet0.cellData[1]![8] = { v: 9, f: '=SUM(I1)' };
api.createWorkbook({ id: 'wb', sheets, sheetOrder: Object.keys(sheets) } as never);
Object.assign(window, { api, boot: performance.now() - t0 });
