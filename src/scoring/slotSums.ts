import type { DayIndex } from './dayIndex';
import type { FactTable } from './factTable';
import type { MonthSums } from './finish';
import {
  compileAmounts,
  CHECKED,
  isOpenPlace,
  isSameAmounts,
  isSameList,
  ROAMING,
  type PlainAmounts,
  type SlotPlaces,
} from './plainAmounts';
import type { Ruleset } from './ruleset';

/**
 * Running sums per subject and month (a slot) of the records whose amounts are fixed, as one typed array.
 * Records that must be looked at in full are only counted, so that their slots are known.
 */
export class SlotSums {
  private readonly places: SlotPlaces;
  private readonly width: number;
  /** Slots of one month stand side by side, with room for subjects to come. */
  private subjectRoom: number;
  private monthRoom: number;
  private sums: Float64Array<ArrayBuffer>;
  private open: Float64Array<ArrayBuffer>;
  private fines = new Float64Array(0);
  private pcts = new Float64Array(0);
  private amounts: PlainAmounts;

  constructor(
    private readonly table: FactTable,
    private readonly days: DayIndex,
    private ruleset: Ruleset,
  ) {
    const categories = ruleset.categories.length;
    this.places = {
      added: categories,
      tally: { costly: categories + 1, free: categories + 2 },
    };
    this.width = categories + 3;
    this.subjectRoom = table.subjectCount;
    this.monthRoom = days.months.length;
    this.sums = new Float64Array(this.slotRoom * this.width);
    this.open = new Float64Array(this.slotRoom);
    this.amounts = this.compile();
  }

  /** Takes other rules; false where records bring something else under them, so that all are to be summed anew. */
  use(ruleset: Ruleset): boolean {
    if (!isSameList(this.ruleset.categories, ruleset.categories)) return false;
    const { recordKinds } = this.table;
    const amounts = compileAmounts(recordKinds, this.days.versions, this.places, ruleset);
    if (!isSameAmounts(this.amounts, amounts)) return false;
    this.ruleset = ruleset;
    return true;
  }

  /** The pass: one look at each record, no object made. Open records that `roams` are left out. */
  fold(roams: (record: number) => boolean): void {
    const { sums, fines, pcts, width, subjectRoom } = this;
    const { days: dayColumn, subjects, kinds, quantities, length } = this.table;
    const { points, pointsPlace, tallyPlace, fine, pct, kindCount, hasMoney } = this.amounts;
    const { month, version } = this.days;
    for (let i = 0; i < length; i += 1) {
      const day = dayColumn[i]!;
      const at = version[day]! * kindCount + kinds[i]!;
      const tally = tallyPlace[at]!;
      if (tally >= width) {
        if (tally !== CHECKED && !roams(i)) this.countOpen(i, 1);
        continue;
      }
      const slot = month[day]! * subjectRoom + subjects[i]!;
      const start = slot * width;
      const quantity = quantities[i]!;
      const place = start + pointsPlace[at]!;
      sums[place] = sums[place]! + points[at]! * quantity;
      sums[start + tally] = sums[start + tally]! + 1;
      if (hasMoney) {
        fines[slot] = fines[slot]! + fine[at]! * quantity;
        pcts[slot] = pcts[slot]! + pct[at]! * quantity;
      }
    }
  }

  /** Adds (`sign` 1) or takes back (-1) one record's share; false for an open record, which has none. */
  apply(record: number, sign: 1 | -1): boolean {
    const { table, amounts, sums } = this;
    const at = this.ruleOf(record);
    const tallyPlace = amounts.tallyPlace[at]!;
    if (tallyPlace === CHECKED) return true;
    if (isOpenPlace(tallyPlace)) return false;
    const slot = this.slotOf(record);
    const quantity = table.quantities[record]! * sign;
    const place = slot * this.width + amounts.pointsPlace[at]!;
    sums[place] = sums[place]! + amounts.points[at]! * quantity;
    const tally = slot * this.width + tallyPlace;
    sums[tally] = sums[tally]! + sign;
    if (!amounts.hasMoney) return true;
    this.fines[slot] = this.fines[slot]! + amounts.fine[at]! * quantity;
    this.pcts[slot] = this.pcts[slot]! + amounts.pct[at]! * quantity;
    return true;
  }

  /** Notes that a slot has one open record more or less. */
  countOpen(record: number, sign: 1 | -1): void {
    const slot = this.slotOf(record);
    this.open[slot] = this.open[slot]! + sign;
  }

  /** Makes room for a month, subject or kind of record that came after the arrays were made. */
  fit(): void {
    const { table, days, amounts } = this;
    if (table.subjectCount > this.subjectRoom || days.months.length > this.monthRoom) this.widen();
    if (table.recordKinds.length !== amounts.kindCount || days.versions.length !== amounts.versionCount) {
      this.amounts = this.compile();
    }
  }

  /** Whether a record must be charged with others rather than summed up. */
  isOpen(record: number): boolean {
    return isOpenPlace(this.amounts.tallyPlace[this.ruleOf(record)]);
  }

  /** Whether a record's kind may matter in other months than its own. */
  isRoaming(record: number): boolean {
    return this.amounts.tallyPlace[this.ruleOf(record)] === ROAMING;
  }

  /** Whether a subject's month holds records that must be charged together. */
  hasOpen(subject: number, month: number): boolean {
    return this.open[month * this.subjectRoom + subject] !== 0;
  }

  /** Sums of the fixed records of a subject's month, `month` as a place of the day index. */
  of(subject: number, month: number): MonthSums {
    return this.read(subject, month, noSums(this.places.added));
  }

  /** The same, written over `into`. */
  read(subject: number, month: number, into: MutableSums): MutableSums {
    const slot = month * this.subjectRoom + subject;
    const start = slot * this.width;
    const { sums, places } = this;
    for (let c = 0; c < places.added; c += 1) into.deductedByCategory[c] = sums[start + c]!;
    into.added = sums[start + places.added]!;
    into.fine = this.fines[slot] ?? 0;
    into.pct = this.pcts[slot] ?? 0;
    into.costly = sums[start + places.tally.costly]!;
    into.violations = into.costly + sums[start + places.tally.free]!;
    return into;
  }

  get bytes(): number {
    const { points, pointsPlace, tallyPlace, fine, pct } = this.amounts;
    const arrays = [this.sums, this.open, this.fines, this.pcts, points, pointsPlace, tallyPlace, fine, pct];
    return arrays.reduce((bytes, array) => bytes + array.byteLength, 0);
  }

  private get slotRoom(): number {
    return this.subjectRoom * this.monthRoom;
  }

  private slotOf(record: number): number {
    const { table, days } = this;
    const month = days.month[table.days[record]!]!;
    return month * this.subjectRoom + table.subjects[record]!;
  }

  private ruleOf(record: number): number {
    const { table, days } = this;
    const version = days.version[table.days[record]!] ?? 0;
    return version * this.amounts.kindCount + table.kinds[record]!;
  }

  private compile(): PlainAmounts {
    const amounts = compileAmounts(this.table.recordKinds, this.days.versions, this.places, this.ruleset);
    if (amounts.hasMoney && this.fines.length !== this.slotRoom) {
      this.fines = new Float64Array(this.slotRoom);
      this.pcts = new Float64Array(this.slotRoom);
    }
    return amounts;
  }

  private widen(): void {
    const [oldRoom, months] = [this.subjectRoom, this.monthRoom];
    const { subjectCount } = this.table;
    this.subjectRoom = subjectCount > oldRoom ? subjectCount + (subjectCount >> 3) + 8 : oldRoom;
    this.monthRoom = this.days.months.length;
    const moved = (old: Float64Array<ArrayBuffer>, width: number): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(this.slotRoom * width);
      for (let month = 0; month < months; month += 1) {
        const row = old.subarray(month * oldRoom * width, (month + 1) * oldRoom * width);
        next.set(row, month * this.subjectRoom * width);
      }
      return next;
    };
    this.sums = moved(this.sums, this.width);
    this.open = moved(this.open, 1);
    if (!this.amounts.hasMoney) return;
    this.fines = moved(this.fines, 1);
    this.pcts = moved(this.pcts, 1);
  }
}

/** Sums that are written over from one subject to the next. */
export type MutableSums = { -readonly [K in keyof Omit<MonthSums, 'deductedByCategory'>]: MonthSums[K] } & {
  readonly deductedByCategory: number[];
};

/** Sums of a month without a record. */
export function noSums(categories: number): MutableSums {
  return {
    deductedByCategory: new Array<number>(categories).fill(0),
    added: 0,
    fine: 0,
    pct: 0,
    violations: 0,
    costly: 0,
  };
}

export function addSums(a: MonthSums, b: MonthSums): MonthSums {
  return {
    deductedByCategory: a.deductedByCategory.map(
      (deducted, index) => deducted + (b.deductedByCategory[index] ?? 0),
    ),
    added: a.added + b.added,
    fine: a.fine + b.fine,
    pct: a.pct + b.pct,
    violations: a.violations + b.violations,
    costly: a.costly + b.costly,
  };
}
