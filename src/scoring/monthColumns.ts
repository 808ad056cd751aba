import { computedNumbers, scoreOf, totalOf, type MonthRules, type MonthSums, type PreviousDeductions } from './finish';
import { rankColumn, type CardTotals } from './scorecard';

/** Names of the columns of numbers. */
export type NumberColumn = 'deducted' | 'added' | 'bonus' | 'scores' | 'fines' | 'performanceDeducts' | 'ranks';

/** Everyone's numbers of a month: subjects of the table by id, then `heads`. Units as in `CardTotals`. */
export class MonthColumns {
  readonly deducted: Float64Array;
  readonly added: Float64Array;
  readonly bonus: Float64Array;
  /** NaN where there is no score. */
  readonly scores: Float64Array;
  readonly fines: Float64Array;
  readonly performanceDeducts: Float64Array;
  /** Subjects whose numbers changed since they were written. */
  readonly stale: number[] = [];
  private ranked: Int32Array | undefined;
  private readonly brought = { bonus: 0, fine: 0, pct: 0 };

  constructor(
    subjects: number,
    /** Heads who have no record of their own. */
    readonly heads: readonly string[],
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

  /** Ranks by score; 0 where there is no rank. */
  get ranks(): Int32Array {
    return (this.ranked ??= rankColumn(this.scores));
  }

  /** Finishes sums of records that bring nothing but numbers; `foldTotals` gives the same with the lists. */
  finish(at: number, sums: MonthSums, previous: PreviousDeductions): void {
    const { bonus, fine, pct } = computedNumbers(sums, previous, this.rules, this.brought);
    this.ranked = undefined;
    this.deducted[at] = totalOf(sums.deductedByCategory);
    this.added[at] = sums.added;
    this.bonus[at] = bonus;
    this.scores[at] = scoreOf(sums, bonus, this.rules) ?? NaN;
    this.fines[at] = sums.fine + fine;
    this.performanceDeducts[at] = Math.min(sums.pct + pct, this.rules.ruleset.performanceCap);
  }

  write(at: number, card: CardTotals): void {
    this.ranked = undefined;
    this.deducted[at] = card.deducted;
    this.added[at] = card.added;
    this.bonus[at] = card.bonus;
    this.scores[at] = card.score ?? NaN;
    this.fines[at] = card.fine;
    this.performanceDeducts[at] = card.performanceDeduct;
  }
}
