import { FIRST_YEAR, COLUMNS, type Row } from './workload';
import { RowReader } from '../../src/scoring/factRows';
import { FactTable } from '../../src/scoring/factTable';
import { MonthTotals } from '../../src/scoring/monthTotals';
import type { Ruleset } from '../../src/scoring/ruleset';
import { Checksum } from './peers';

export const FIRST_MONTH = FIRST_YEAR * 12;

export const READER = new RowReader('质检', COLUMNS);

/** Rows to the table, every row checked and traceable. */
export function tableOf(rows: readonly Row[]): FactTable {
  const table = new FactTable(rows.length);
  const refused = READER.addTo(table, rows, 2);
  if (refused.length > 0) throw new Error(`row refused: ${JSON.stringify(refused[0])}`);
  return table;
}

/** Every number of every subject and month, ranks included. */
export function finishAll(totals: MonthTotals, months: number): void {
  for (let month = FIRST_MONTH; month < FIRST_MONTH + months; month += 1) totals.columns(month);
}

export function fullScore(rows: readonly Row[], ruleset: Ruleset, months: number): MonthTotals {
  const totals = new MonthTotals(tableOf(rows), ruleset);
  finishAll(totals, months);
  return totals;
}

export function checksumOfTotals(totals: MonthTotals, months: number): number {
  const sum = new Checksum();
  for (let month = FIRST_MONTH; month < FIRST_MONTH + months; month += 1) {
    const { deducted, bonus, scores, ranks } = totals.columns(month);
    totals.cards(month).forEach((card, at) => {
      card.deductedByCategory.forEach((deducted) => { sum.add(deducted); });
      sum.add(deducted[at] ?? NaN);
      sum.add(bonus[at] ?? NaN);
      sum.add(scores[at] ?? NaN);
      sum.add(ranks[at] ?? NaN);
      const same = card.score === scores[at] && totals.rank(card.subject, month) === ranks[at];
      if (!same) throw new Error(`card and columns differ: ${card.subject}`);
    });
  }
  return sum.value;
}
