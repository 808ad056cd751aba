import { FIRST_MONTH, fullScore, finishAll, tableOf } from './engine';
import { timed } from './measure';
import { rowsOf, rulesetOf, workload } from './workload';
import { MonthTotals } from '../../src/scoring/monthTotals';
const load = workload('W2');
const table = tableOf(rowsOf(load));
const t: Record<string, number[]> = {};
const note = (k: string, ms: number) => (t[k] ??= []).push(ms);
let totals = new MonthTotals(table, rulesetOf(load));
for (let r = 0; r < 60; r++) {
  let rules = rulesetOf(load);
  note('ruleset', timed(() => { for (let i = 0; i < 10; i++) rules = rulesetOf(load, i % 2 === 0); }) / 10);
  note('new totals', timed(() => { totals = new MonthTotals(table, rules); }));
  note('use', timed(() => { totals.use(rulesetOf(load)); }));
  note('finishAll', timed(() => { finishAll(totals, load.months); }));
}
for (const [k, v] of Object.entries(t)) { const s = v.slice(10).sort((a, b) => a - b); console.log(k, 'first', v[0]!.toFixed(2), 'min', s[0]!.toFixed(2), 'median', s[s.length >> 1]!.toFixed(2), 'ms'); }
