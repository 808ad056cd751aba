import type { FactTable } from './factTable';
import type { MonthRules } from './finish';
import type { JointShare } from './jointShares';
import type { MonthNumbers } from './monthNumbers';
import type { CardTotals } from './scorecard';

/** What was worked out for one month. */
export class KnownMonth {
  /** By subject id. Cards of heads stand only as long as `shares`. */
  readonly cards: (CardTotals | undefined)[] = [];
  numbers: MonthNumbers | undefined;
  /** What department heads share in; undefined until asked for. */
  private jointShares: ReadonlyMap<string, JointShare> | undefined;

  constructor(
    readonly rules: MonthRules,
    private readonly table: FactTable,
  ) {}

  get shares(): ReadonlyMap<string, JointShare> | undefined {
    return this.jointShares;
  }

  /** Takes shares worked out anew; what stood for their heads before does not hold any more. */
  setShares(shares: ReadonlyMap<string, JointShare>): ReadonlyMap<string, JointShare> {
    this.jointShares = shares;
    this.forgetHeads(shares);
    return shares;
  }

  /** Drops what a subject's records led to; with what others share in them where `shared`. */
  forget(subject: number, shared: boolean): void {
    this.cards[subject] = undefined;
    this.numbers?.forget(subject);
    if (!shared || this.jointShares === undefined) return;
    this.forgetHeads(this.jointShares);
    this.jointShares = undefined;
    this.numbers = undefined;
  }

  private forgetHeads(shares: ReadonlyMap<string, JointShare>): void {
    for (const head of shares.keys()) {
      const id = this.table.subjectId(head);
      if (id !== undefined) this.cards[id] = undefined;
    }
  }
}
