import { scoreOf, totalOf, type MonthRules, type MonthSums, type PreviousDeductions } from './finish';
import { rankColumn, type CardTotals } from './scorecard';

/** The numbers kept of every subject, in the order in which they stand side by side. Units as in `CardTotals`. */
const NAMES = ['deducted', 'added', 'bonus', 'score', 'fine', 'performanceDeduct'] as const;
const WIDTH = NAMES.length;
const PLACES: ReadonlyMap<string, number> = new Map(NAMES.map((name, place) => [name, place]));
export type NumberName = (typeof NAMES)[number] | 'rank';

/** Everyone's numbers of a month: subjects of the table by id, then `heads`. */
export class MonthNumbers {
  /** Subjects whose numbers changed since they were written: each once, and a mark by subject id. */
  private readonly stale: number[] = [];
  private readonly isStale: Uint8Array;
  private readonly length: number;
  private readonly values: Float64Array;
  private ranks: Int32Array | undefined;
  private readonly brought = { bonus: 0, fine: 0, pct: 0 };

  constructor(
    subjects: number,
    /** Heads who have no record of their own. */
    readonly heads: readonly string[],
    private readonly rules: MonthRules,
  ) {
    this.length = subjects + heads.length;
    this.values = new Float64Array(this.length * WIDTH);
    this.isStale = new Uint8Array(subjects);
  }

  /** Marks a subject's numbers as to be written anew. */
  forget(id: number): void {
    if (this.isStale[id] === 1) return;
    this.isStale[id] = 1;
    this.stale.push(id);
  }

  /** Subjects to be written anew, which then count as current; the last one first. */
  nextStale(): number | undefined {
    const id = this.stale.pop();
    if (id !== undefined) this.isStale[id] = 0;
    return id;
  }

  /** A number of one subject; undefined where there is no score or rank. */
  get(at: number, name: NumberName): number | undefined {
    const value = name === 'rank' ? this.rank(at) : this.values[at * WIDTH + PLACES.get(name)!]!;
    return Number.isNaN(value) ? undefined : value;
  }

  /** Finishes sums of records that bring nothing but numbers; `foldTotals` gives the same with the lists. */
  finish(at: number, sums: MonthSums, previous: PreviousDeductions): void {
    const { bonus, fine, pct } = this.rules.computed.sumUp(sums, previous, this.brought);
    const deducted = totalOf(sums.deductedByCategory);
    const score = scoreOf(deducted, sums.added, bonus, this.rules);
    const pay = Math.min(sums.pct + pct, this.rules.ruleset.performanceCap);
    this.put(at, deducted, sums.added, bonus, score, sums.fine + fine, pay);
  }

  /** Takes the numbers of a finished card. */
  write(at: number, card: CardTotals): void {
    this.put(at, card.deducted, card.added, card.bonus, card.score, card.fine, card.performanceDeduct);
  }

  private put(
    at: number,
    deducted: number,
    added: number,
    bonus: number,
    score: number | undefined,
    fine: number,
    performanceDeduct: number,
  ): void {
    const { values } = this;
    const start = at * WIDTH;
    values[start] = deducted;
    values[start + 1] = added;
    values[start + 2] = bonus;
    values[start + 3] = score ?? NaN;
    values[start + 4] = fine;
    values[start + 5] = performanceDeduct;
    this.ranks = undefined;
  }

  private rank(at: number): number {
    if (this.ranks === undefined) {
      const scores = new Float64Array(this.length);
      for (let i = 0; i < this.length; i += 1) scores[i] = this.values[i * WIDTH + 3]!;
      this.ranks = rankColumn(scores);
    }
    const rank = this.ranks[at]!;
    return rank === 0 ? NaN : rank;
  }
}
