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
  const anyone = totals.table.subjectKeys[0] ?? '';
  // One rank needs the numbers of all.
  for (let month = FIRST_MONTH; month < FIRST_MONTH + months; month += 1) totals.rank(anyone, month);
}

export function fullScore(rows: readonly Row[], ruleset: Ruleset, months: number): MonthTotals {
  const totals = new MonthTotals(tableOf(rows), ruleset);
  finishAll(totals, months);
  return totals;
}

export function checksumOfTotals(totals: MonthTotals, months: number): number {
  const sum = new Checksum();
  for (let month = FIRST_MONTH; month < FIRST_MONTH + months; month += 1) {
    for (const card of totals.cards(month)) {
      const { subject } = card;
      const rank = totals.rank(subject, month);
      card.deductedByCategory.forEach((deducted) => {
        sum.add(deducted);
      });
      for (const value of [card.deducted, card.bonus, card.score, rank]) sum.add(value ?? NaN);
      const same = (['deducted', 'bonus', 'score'] as const).every(
        (name) => card[name] === totals.number(subject, month, name),
      );
      if (!same) throw new Error(`card and numbers differ: ${subject}`);
    }
  }
  return sum.value;
}
