import { monthOfDay, type MonthKey } from '../facts/date';
import { Aside, concernsHeads, countsElsewhere } from './aside';
import { DayIndex, fitsColumn } from './dayIndex';
import type { FactTable } from './factTable';
import type { MonthSums } from './finish';
import { jointShares, type JointShare } from './jointShares';
import { chargeRecords, type IndexedIncident, type RecordEntries } from './month';
import { RecordLists } from './recordLists';
import type { Ruleset } from './ruleset';
import { sumEntries } from './scorecard';
import { addSums, noSums, SlotSums, type MutableSums } from './slotSums';

/** Work done, for asserting that an edit costs what it changes and not what the table holds. */
export interface WorkCounters {
  /** Records looked at by whole passes. */
  folded: number;
  /** Records looked at one by one. */
  touched: number;
  /** Subject months finished. */
  finished: number;
}

/** What a subject's own records of a month come to. */
export interface OwnRecords {
  readonly sums: MonthSums;
  /** Entries and refusals of the records that are not of fixed amounts. */
  readonly open: RecordEntries;
}

/** Subject and month that a record counts for; without a month it may matter in any. */
export interface Belonging {
  readonly subject: number;
  readonly month: MonthKey | undefined;
}

export const NO_RECORDS: RecordEntries = { entries: [], refusals: [] };

/**
 * The records of a table under a ruleset, summed up by subject and month and kept current: records of fixed
 * amounts by one pass over the columns, the others charged when their subject's month is asked for.
 */
export class RecordSums {
  readonly counters: WorkCounters = { folded: 0, touched: 0, finished: 0 };
  private readonly days: DayIndex;
  private sums!: SlotSums;
  private aside!: Aside;
  private lists: RecordLists | undefined;
  private readonly isOpen = (record: number): boolean => this.sums.isOpen(record);

  constructor(
    private readonly table: FactTable,
    private ruleset: Ruleset,
  ) {
    this.days = new DayIndex(table, ruleset);
    this.counters.folded += table.length;
    this.refold();
  }

  /** Takes other rules; sums up anew, from the resident columns, where some record brings something else. */
  use(ruleset: Ruleset): void {
    this.ruleset = ruleset;
    const sameDays = this.days.use(ruleset);
    if (!sameDays || !this.sums.use(ruleset)) this.refold();
  }

  /** Months with records, in ascending order. */
  get months(): readonly MonthKey[] {
    return [...this.days.months].sort((a, b) => a - b);
  }

  /** Bytes of everything kept besides the table. */
  get bytes(): number {
    return this.days.bytes + this.sums.bytes + (this.lists?.bytes ?? 0);
  }

  /** Makes room for subjects that the table learnt of by itself. */
  fit(): void {
    this.sums.fit();
  }

  /** Takes a record back before it is changed in the table. */
  leave(at: number): Belonging {
    if (fitsColumn(this.table, at)) this.lists?.take(at, this.table.subjects[at]!, this.monthPlace(at));
    return this.change(at, -1);
  }

  /** Counts a record that was changed in the table or added to it. */
  enter(at: number): Belonging {
    const fits = fitsColumn(this.table, at);
    if (fits) this.days.place(this.table.days[at]!);
    this.sums.fit();
    if (fits) this.lists?.put(at, this.table.subjects[at]!, this.monthPlace(at));
    return this.change(at, 1);
  }

  /** What a subject's own records of a month come to. */
  own(subject: number, month: MonthKey): OwnRecords {
    const place = this.days.placeOf(month);
    const fixed = place === undefined ? noSums(this.ruleset.categories.length) : this.sums.of(subject, place);
    const hasOpen = place !== undefined && this.sums.hasOpen(subject, place);
    if (!hasOpen && this.aside.roamingOf(subject) === undefined) return { sums: fixed, open: NO_RECORDS };
    const open = this.charge(this.recordsOf(subject, hasOpen ? place : undefined, this.isOpen), month);
    return { sums: addSums(fixed, sumEntries(open.entries, this.ruleset)), open };
  }

  /** Place of a month among those with records, undefined for one without. */
  placeOf(month: MonthKey): number | undefined {
    return this.days.placeOf(month);
  }

  /** Reads a subject's sums of a month over `into`; false where some records are not of fixed amounts. */
  read(subject: number, place: number | undefined, into: MutableSums): boolean {
    if (place === undefined || this.sums.hasOpen(subject, place) || this.aside.isRoamer(subject))
      return false;
    this.sums.read(subject, place, into);
    return true;
  }

  /** Entries of all of a subject's own records of a month. */
  entries(subject: number, month: MonthKey): RecordEntries {
    return this.charge(this.recordsOf(subject, this.days.placeOf(month)), month);
  }

  /** What department heads share in the records of a month, by head. */
  shares(month: MonthKey): ReadonlyMap<string, JointShare> {
    const place = this.days.placeOf(month);
    const records = this.aside
      .concernedIn(month)
      .map((id) => this.indexed(this.recordsOf(id, place, this.isOpen)));
    return jointShares(records, month, this.ruleset);
  }

  private refold(): void {
    this.aside = new Aside();
    this.sums = new SlotSums(this.table, this.days, this.ruleset);
    this.sums.fold((record) => this.standsAside(record, 1));
    this.counters.folded += this.table.length;
  }

  private change(at: number, sign: 1 | -1): Belonging {
    const subject = this.table.subjects[at]!;
    if (!this.sums.apply(at, sign)) {
      if (this.standsAside(at, sign)) return { subject, month: undefined };
      this.sums.countOpen(at, sign);
    }
    return { subject, month: this.days.months[this.monthPlace(at)] };
  }

  /** Notes or forgets what is special about an open record; true when it belongs to no month's sums. */
  private standsAside(record: number, sign: 1 | -1): boolean {
    const subject = this.table.subjects[record]!;
    const incident = this.table.inFull.get(record);
    if (incident !== undefined && concernsHeads(incident)) {
      this.aside.noteConcerned(subject, monthOfDay(incident.date), sign);
    }
    const homeless = incident !== undefined && (!fitsColumn(this.table, record) || countsElsewhere(incident));
    if (!homeless && !this.sums.isRoaming(record)) return false;
    this.aside.noteRoaming(record, subject, sign);
    return true;
  }

  private monthPlace(record: number): number {
    return this.days.month[this.table.days[record]!]!;
  }

  private charge(records: readonly number[], month: MonthKey): RecordEntries {
    return chargeRecords(this.indexed(records), month, this.ruleset);
  }

  private indexed(records: readonly number[]): readonly IndexedIncident[] {
    this.counters.touched += records.length;
    return records.map((at) => ({ incident: this.table.incident(at), index: at }));
  }

  /** A subject's records of a month, or those wanted of them, with the ones that may matter in any month. */
  private recordsOf(
    subject: number,
    place: number | undefined,
    wanted: (record: number) => boolean = () => true,
  ): readonly number[] {
    const roaming = this.aside.roamingOf(subject);
    const placed = place === undefined ? [] : this.listed().of(subject, place);
    const own = placed.filter((record) => wanted(record) && roaming?.has(record) !== true);
    return roaming === undefined ? own : [...own, ...roaming];
  }

  /** Lists of the records by subject and month, made in one pass when first needed. */
  private listed(): RecordLists {
    if (this.lists === undefined) {
      this.counters.folded += this.table.length;
      this.lists = new RecordLists(this.table, this.days);
    }
    return this.lists;
  }
}
