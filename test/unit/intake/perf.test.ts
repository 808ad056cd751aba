import { readSheet, readSheetInSteps } from '../../../src/intake/readSheet';
import { rowsOf } from '../../../src/intake/recognise/rows';
import { readPeriod } from '../../../src/intake/values/period';
import { gridOf } from './support/grids';
test('perf', () => {
  const period = readPeriod('2026-09');
  const head = ['姓名','考勤组','部门','工号','日期','班次','上班1打卡时间','上班1打卡结果','下班1打卡时间','下班1打卡结果','迟到次数','迟到时长(分钟)'];
  const rows: (string|number|null)[][] = [head];
  for (let i = 0; i < 100000; i++) rows.push([`员${String.fromCharCode(0x4e00 + (i % 200))}`, 'A', '客服部', `K${i % 200}`, `26-09-${String(1 + (i % 30)).padStart(2,'0')}`, '早班 08:00-16:00', `08:${String(i % 60).padStart(2,'0')}`, i % 20 === 0 ? '迟到' : '正常', '16:03', '正常', i % 20 === 0 ? 1 : 0, i % 20 === 0 ? i % 60 : 0]);
  const g = gridOf(rows, { sheet: '每日统计' });
  for (let k = 0; k < 3; k++) { const t = performance.now(); const f = readSheet(g, { period }); console.log('daily', f.reading.role.value, f.events.length, f.setAside.length, f.findings.length, (performance.now() - t).toFixed(0)); }
  const q: (string|number|null)[][] = [['序号','日期','姓名','工号','条款','问题描述','次数','扣分','申诉结果','班次','质检员','备注']];
  for (let i = 0; i < 100000; i++) q.push([i + 1, 46266 + (i % 30), `员${String.fromCharCode(0x4e00 + (i % 200))}`, `K${i % 200}`, `GM-${i % 19 + 1}`, `电话没有及时接听${i % 500}`, 1, 2, null, '早班', '孙梅', null]);
  const gq = gridOf(q, { sheet: '记录' });
  for (let k = 0; k < 3; k++) {
    const t = performance.now(); const f = readSheet(gq, { period }); const t1 = performance.now();
    let n = 0; for (const r of rowsOf(gq, f.reading)) { if (r.text('name') !== '' && r.cell('date') !== undefined && r.text('violation') !== '') n++; }
    console.log('log', f.reading.role.value, f.rowCount, n, (t1 - t).toFixed(0), (performance.now() - t1).toFixed(0)); }
  let worst = 0; let last = performance.now(); for (const _ of readSheetInSteps(g, { period })) { const now = performance.now(); worst = Math.max(worst, now - last); last = now; }
  console.log('worst slice', worst.toFixed(0));
});
