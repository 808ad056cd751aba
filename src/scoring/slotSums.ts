import type { DayIndex } from './dayIndex';
import type { FactTable } from './factTable';
import type { MonthSums } from './finish';
import type { PlainAmounts } from './plainAmounts';

/**
 * Running sums per subject and month (a slot) of the records whose amounts are fixed, as typed arrays.
 * Records that must be looked at in full are only counted, so that their slots are known.
 */
export class SlotSums {
  readonly slotCount: number;
  private readonly width: number;
  private readonly points: Float64Array;
  private readonly fines: Float64Array;
  private readonly pcts: Float64Array;
  private readonly violations: Int32Array;
  private readonly complex: Int32Array;

  constructor(
    private readonly table: FactTable,
    private readonly days: DayIndex,
    private readonly amounts: PlainAmounts,
    private readonly categories: number,
  ) {
    this.slotCount = table.subjectCount * days.monthCount;
    this.width = categories * 2;
    this.points = new Float64Array(this.slotCount * this.width);
    this.fines = new Float64Array(amounts.hasMoney ? this.slotCount : 0);
    this.pcts = new Float64Array(amounts.hasMoney ? this.slotCount : 0);
    this.violations = new Int32Array(this.slotCount);
    this.complex = new Int32Array(this.slotCount);
  }

  /** The pass: one look at each record, no object made. */
  fold(): void {
    const { points, violations, complex, fines, pcts, width } = this;
    const { days: dayColumn, subjects, clauses, quantities, flags, length } = this.table;
    const { foldable, points: each, multiplied, multiplierBit, column, clauseCount, hasMoney } = this.amounts;
    const { fine, pct } = this.amounts;
    const { month, version, monthCount } = this.days;
    for (let i = 0; i < length; i += 1) {
      const day = dayColumn[i] as number;
      const slot = (subjects[i] as number) * monthCount + (month[day] as number);
      const at = (version[day] as number) * clauseCount + (clauses[i] as number);
      const flag = flags[i] as number;
      if (foldable[at] === 0 || (flag !== 0 && flag !== multiplierBit[at])) {
        complex[slot] = (complex[slot] as number) + 1;
        continue;
      }
      const quantity = quantities[i] as number;
      const place = slot * width + (column[at] as number);
      const amount = (flag === 0 ? each[at] : multiplied[at]) as number;
      points[place] = (points[place] as number) + amount * quantity;
      violations[slot] = (violations[slot] as number) + 1;
      if (hasMoney) {
        fines[slot] = (fines[slot] as number) + (fine[at] as number) * quantity;
        pcts[slot] = (pcts[slot] as number) + (pct[at] as number) * quantity;
      }
    }
  }

  slotOf(record: number): number {
    const { table, days } = this;
    return (table.subjects[record] as number) * days.monthCount + (days.month[table.days[record] as number] as number);
  }

  /** Adds (`sign` 1) or takes back (-1) one record's share. */
  apply(record: number, sign: 1 | -1): void {
    const { table, amounts } = this;
    const slot = this.slotOf(record);
    const day = table.days[record] as number;
    const at = (this.days.version[day] as number) * amounts.clauseCount + (table.clauses[record] as number);
    const flag = table.flags[record] as number;
    if (amounts.foldable[at] === 0 || (flag !== 0 && flag !== amounts.multiplierBit[at])) {
      this.complex[slot] = (this.complex[slot] as number) + sign;
      return;
    }
    const quantity = (table.quantities[record] as number) * sign;
    const amount = (flag === 0 ? amounts.points[at] : amounts.multiplied[at]) as number;
    const place = slot * this.width + (amounts.column[at] as number);
    this.points[place] = (this.points[place] as number) + amount * quantity;
    this.violations[slot] = (this.violations[slot] as number) + sign;
    if (!amounts.hasMoney) return;
    this.fines[slot] = (this.fines[slot] as number) + (amounts.fine[at] as number) * quantity;
    this.pcts[slot] = (this.pcts[slot] as number) + (amounts.pct[at] as number) * quantity;
  }

  /** Whether the arrays have a place for a record that was put in after they were made. */
  fits(record: number): boolean {
    const { table, days } = this;
    return (
      (table.days[record] as number) < days.month.length &&
      (table.days[record] as number) >= days.firstOffset &&
      table.clauseIds.length === this.amounts.clauseCount &&
      table.subjectCount * days.monthCount === this.slotCount
    );
  }

  /** Whether a slot holds records that must be looked at in full. */
  isComplex(slot: number): boolean {
    return (this.complex[slot] as number) > 0;
  }

  sums(slot: number): MonthSums {
    const deductedByCategory = new Array<number>(this.categories);
    let added = 0;
    for (let c = 0; c < this.categories; c += 1) {
      deductedByCategory[c] = this.points[slot * this.width + c] as number;
      added += this.points[slot * this.width + this.categories + c] as number;
    }
    const violations = this.violations[slot] as number;
    return {
      deductedByCategory,
      added,
      fine: this.fines[slot] ?? 0,
      pct: this.pcts[slot] ?? 0,
      violations,
      costly: violations,
    };
  }
}

/** Sums of a month without a record. */
export function noSums(categories: number): MonthSums {
  return { deductedByCategory: new Array<number>(categories).fill(0), added: 0, fine: 0, pct: 0, violations: 0, costly: 0 };
}
