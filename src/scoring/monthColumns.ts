import { computedNumbers, scoreOf, totalOf, type MonthRules, type MonthSums, type PreviousDeductions } from './finish';
import { rankColumn, type CardTotals } from './scorecard';

/** Everyone's numbers of a month: subjects of the table by id, then `heads`. Units as in `CardTotals`. */
export interface MonthColumns {
  readonly heads: readonly string[];
  readonly deducted: Float64Array;
  readonly added: Float64Array;
  readonly bonus: Float64Array;
  /** NaN where there is no score. */
  readonly scores: Float64Array;
  readonly fines: Float64Array;
  readonly performanceDeducts: Float64Array;
  /** 0 where there is no rank. */
  readonly ranks: Int32Array;
}

/** Names of the columns of numbers. */
export type NumberColumn = Exclude<keyof MonthColumns, 'heads'>;

/** Finishes one subject after the other into columns, without an object for each. */
export class ColumnWriter {
  private readonly deducted: Float64Array;
  private readonly added: Float64Array;
  private readonly bonus: Float64Array;
  private readonly scores: Float64Array;
  private readonly fines: Float64Array;
  private readonly performanceDeducts: Float64Array;
  private readonly brought = { bonus: 0, fine: 0, pct: 0 };

  constructor(
    subjects: number,
    private readonly heads: readonly string[],
    private readonly rules: MonthRules,
  ) {
    const length = subjects + heads.length;
    const memory = new Float64Array(length * 6);
    const column = (index: number): Float64Array => memory.subarray(index * length, (index + 1) * length);
    this.deducted = column(0);
    this.added = column(1);
    this.bonus = column(2);
    this.scores = column(3);
    this.fines = column(4);
    this.performanceDeducts = column(5);
  }

  /** Finishes sums of records; `foldTotals` gives the same with the lists. */
  finish(at: number, sums: MonthSums, previous: PreviousDeductions): void {
    const { ruleset } = this.rules;
    const { bonus, fine, pct } = computedNumbers(sums, previous, this.rules, this.brought);
    this.deducted[at] = totalOf(sums.deductedByCategory);
    this.added[at] = sums.added;
    this.bonus[at] = bonus;
    this.scores[at] = scoreOf(sums, bonus, this.rules) ?? NaN;
    this.fines[at] = sums.fine + fine;
    this.performanceDeducts[at] = Math.min(sums.pct + pct, ruleset.performanceCap);
  }

  write(at: number, card: CardTotals): void {
    this.deducted[at] = card.deducted;
    this.added[at] = card.added;
    this.bonus[at] = card.bonus;
    this.scores[at] = card.score ?? NaN;
    this.fines[at] = card.fine;
    this.performanceDeducts[at] = card.performanceDeduct;
  }

  ranked(): MonthColumns {
    const { heads, deducted, added, bonus, scores, fines, performanceDeducts } = this;
    return { heads, deducted, added, bonus, scores, fines, performanceDeducts, ranks: rankColumn(scores) };
  }
}
