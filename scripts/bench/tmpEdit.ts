import { FIRST_MONTH, fullScore, READER } from './engine';
import { tidy, timed } from './measure';
import { rowsOf, rulesetOf, workload, type Row, randomFrom } from './workload';
import { passRows } from './peers';
const random = randomFrom(7);
const load = workload('W2');
const rows = rowsOf(load);
const totals = fullScore(rows, rulesetOf(load), load.months);
const monthOf = (row: Row): number => FIRST_MONTH + new Date((row[0] - 25_569) * 86_400_000).getUTCMonth();
for (let k = 0; k < 5; k++) { const f = rowsOf(load); console.log('peer', timed(() => { passRows(load, f); })); }
const N = Number(process.argv[2] ?? 4000);
for (let rep = 0; rep < 12; rep++) {
  const edits = JSON.parse(JSON.stringify(Array.from({ length: N }, () => {
    const at = Math.floor(random() * rows.length);
    const row = rows[at]!;
    const c = rows[Math.floor(random() * rows.length)]![2];
    return { at, row: [row[0], load.subjects[Math.floor(random() * load.subjects.length)]!, c, 1 + (at % 3), 0] as const };
  }))) as { at: number; row: Row }[];
  const b = edits.map((e) => { const before = rows[e.at]!; rows[e.at] = e.row; return { e, before, m0: monthOf(before), m1: monthOf(e.row) }; });
  if (process.argv[3] === 'gc') tidy();
  const ms = timed(() => { for (const { e, before, m0, m1 } of b) {
    READER.replaceIn(totals, e.at, e.row, e.at + 2);
    totals.number(before[1], m0, 'score');
    totals.number(e.row[1], m1, 'score');
  } });
  console.log((ms * 1000 / N).toFixed(2), 'us');
}
