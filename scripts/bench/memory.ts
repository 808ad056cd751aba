import { MonthTotals } from '../../src/scoring/monthTotals';
import { finishAll, fullScore, tableOf } from './engine';
import { tidy, type Line } from './measure';
import { rowsOf, rulesetOf, workload } from './workload';

/** Bytes of the process: objects and typed arrays. */
function resident(): number {
  tidy();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What stays resident for the records after a full score. */
export function memoryLines(): Line[] {
  // What the engine's code takes is no record's memory.
  const small = workload('W1');
  fullScore(rowsOf(small), rulesetOf(small), small.months);
  return (['W2', 'W3'] as const).flatMap((name) => {
    const load = workload(name);
    const ruleset = rulesetOf(load);
    const before = resident();
    const table = tableOf(rowsOf(load));
    const totals = new MonthTotals(table, ruleset);
    finishAll(totals, load.months);
    const bytes = table.bytes + totals.bytes;
    const each = (total: number): string => (total / load.records).toFixed(1);
    const process = resident() - before;
    const someone = table.subjectKeys[0] ?? '';
    totals.scorecard(someone, totals.recordedMonths[0] ?? 0);
    const explained = table.bytes + totals.bytes;
    return [
      {
        what: 'resident bytes a record, typed arrays',
        load: name,
        value: each(bytes),
        bar: '<= 12',
        met: bytes / load.records <= 12,
        note: `${each(table.bytes)} the table; ${each(explained)} once a card was explained`,
      },
      {
        what: 'resident bytes a record, whole process',
        load: name,
        value: each(process),
        bar: '<= 12',
        met: process / load.records <= 12,
        note: 'growth of heap and buffers; names and every number of every subject and month included',
      },
    ];
  });
}
