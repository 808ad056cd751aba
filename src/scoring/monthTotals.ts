import type { MonthKey } from '../facts/date';
import type { Incident } from '../facts/incident';
import { indexDays, type DayIndex } from './dayIndex';
import type { FactTable } from './factTable';
import { chargeRecords, type RecordEntries } from './month';
import { compileAmounts } from './plainAmounts';
import type { Ruleset } from './ruleset';
import { foldScorecard, foldSums, rankScores, sumEntries, type Scorecard } from './scorecard';
import { scoreMonth } from './scoreMonth';
import { noSums, SlotSums } from './slotSums';

/** Work done, for asserting that an edit costs what it changes and not what the table holds. */
export interface WorkCounters {
  /** Records looked at by whole passes. */
  folded: number;
  /** Records looked at one by one. */
  touched: number;
  /** Subject months finished. */
  finished: number;
}

/**
 * The numbers of every subject and month of a table, kept current. Subject months of fixed amounts come from
 * one pass over the columns; those that hold anything else are charged record by record. Both end in the same
 * fold, and `scorecard` gives the entries behind a number when someone looks.
 */
export class MonthTotals {
  readonly counters: WorkCounters = { folded: 0, touched: 0, finished: 0 };
  private readonly table: FactTable;
  private ruleset: Ruleset;
  private days!: DayIndex;
  private sums!: SlotSums;
  private readonly cards = new Map<number, Scorecard>();
  private readonly ranks = new Map<MonthKey, readonly (number | undefined)[]>();
  /** Whole months, where heads share in others' records and subjects cannot be scored one by one. */
  private readonly months = new Map<MonthKey, ReadonlyMap<string, Scorecard>>();
  private joint = false;
  /** Clauses whose records reach into later months. */
  private spanning: ReadonlySet<number> = new Set();
  private lists: RecordLists | undefined;

  constructor(table: FactTable, ruleset: Ruleset) {
    this.table = table;
    this.ruleset = ruleset;
    this.refold();
  }

  /** Scores under other readings, parameters or rules, from the resident columns. */
  use(ruleset: Ruleset): void {
    this.ruleset = ruleset;
    this.refold();
  }

  get firstMonth(): MonthKey {
    return this.days.firstMonth;
  }

  get monthCount(): number {
    return this.days.monthCount;
  }

  /** Totals of a subject's month; entries of plain records are left out. Undefined for an unknown subject. */
  totals(subject: string, month: MonthKey): Scorecard | undefined {
    if (this.joint) return this.wholeMonth(month).get(subject);
    const id = this.table.subjectId(subject);
    return id === undefined ? undefined : this.card(id, month);
  }

  /** The scorecard with every entry, undefined for an unknown subject. */
  scorecard(subject: string, month: MonthKey): Scorecard | undefined {
    if (this.joint) return this.wholeMonth(month).get(subject);
    const id = this.table.subjectId(subject);
    return id === undefined ? undefined : this.chargedCard(id, month, this.recordsOf(id));
  }

  /** Competition rank of a subject among all subjects of the table. */
  rank(subject: string, month: MonthKey): number | undefined {
    const id = this.table.subjectId(subject);
    if (id === undefined) return undefined;
    let ranks = this.ranks.get(month);
    if (ranks === undefined) {
      ranks = rankScores(this.table.subjectKeys.map((key) => this.totals(key, month)?.score));
      this.ranks.set(month, ranks);
    }
    return ranks[id];
  }

  /** Replaces one record and brings exactly the subject months it touches up to date. */
  replace(at: number, incident: Incident): void {
    const from = this.sums.slotOf(at);
    const spanned = this.spanning.has(this.table.clauses[at] as number);
    this.sums.apply(at, -1);
    this.table.replace(at, incident);
    if (this.joint || spanned || !this.sums.fits(at) || this.spanning.has(this.table.clauses[at] as number)) {
      this.refold();
      return;
    }
    this.sums.apply(at, 1);
    const to = this.sums.slotOf(at);
    this.lists = this.lists?.moved(at, from, to);
    this.forget(from);
    this.forget(to);
    this.counters.touched += 2;
  }

  private refold(): void {
    const { table, ruleset } = this;
    this.cards.clear();
    this.ranks.clear();
    this.months.clear();
    this.lists = undefined;
    this.joint = ruleset.rulebook.clauses.some((clause) => (clause.jointLiability ?? []).length > 0);
    const spanning = new Set(ruleset.spanningClauses);
    this.spanning = new Set(table.clauseIds.flatMap((id, index) => (spanning.has(id) ? [index] : [])));
    this.days = indexDays(table, ruleset);
    const amounts = compileAmounts(table.clauseIds, this.days.versionDays, ruleset);
    this.sums = new SlotSums(table, this.days, amounts, ruleset.categories.length);
    this.sums.fold();
    this.counters.folded += table.length;
  }

  /** Drops what a changed slot had led to: its own card and those of the month that looks back at it. */
  private forget(slot: number): void {
    const month = slot % this.days.monthCount;
    for (const index of [month, month + 1]) {
      if (index < this.days.monthCount) this.cards.delete(slot - month + index);
      this.ranks.delete(this.days.firstMonth + index);
    }
  }

  private card(subject: number, month: MonthKey): Scorecard {
    const index = month - this.days.firstMonth;
    const slot = index >= 0 && index < this.days.monthCount ? subject * this.days.monthCount + index : undefined;
    const known = slot === undefined ? undefined : this.cards.get(slot);
    if (known !== undefined) return known;
    this.counters.finished += 1;
    const card = this.finish(subject, month, slot);
    if (slot !== undefined) this.cards.set(slot, card);
    return card;
  }

  private finish(subject: number, month: MonthKey, slot: number | undefined): Scorecard {
    if (this.spanning.size > 0) return this.chargedCard(subject, month, this.recordsOf(subject));
    if (slot !== undefined && this.sums.isComplex(slot)) {
      this.lists ??= this.listRecords();
      return this.chargedCard(subject, month, this.lists.ofSlot(slot));
    }
    const sums = slot === undefined ? noSums(this.ruleset.categories.length) : this.sums.sums(slot);
    const name = this.table.subjectKeys[subject] as string;
    return foldSums(name, month, sums, [], () => this.deductedBefore(subject, month), this.ruleset);
  }

  private chargedCard(subject: number, month: MonthKey, records: readonly number[]): Scorecard {
    const name = this.table.subjectKeys[subject] as string;
    const { entries, refusals } = this.charge(month, records);
    return foldScorecard(name, month, entries, refusals, () => this.deductedBefore(subject, month), this.ruleset);
  }

  private charge(month: MonthKey, records: readonly number[]): RecordEntries {
    this.counters.touched += records.length;
    const indexed = records.map((at) => ({ incident: this.table.incident(at), index: at }));
    return chargeRecords(indexed, month, this.ruleset);
  }

  private deductedBefore(subject: number, month: MonthKey): readonly number[] {
    return sumEntries(this.charge(month - 1, this.recordsOf(subject)).entries, this.ruleset).deductedByCategory;
  }

  /** All records of a subject, from lists made in one pass. */
  private recordsOf(subject: number): readonly number[] {
    this.lists ??= this.listRecords();
    return this.lists.ofSubject(subject, this.days.monthCount);
  }

  private listRecords(): RecordLists {
    this.counters.folded += this.table.length;
    return RecordLists.make(this.table.length, this.sums);
  }

  private wholeMonth(month: MonthKey): ReadonlyMap<string, Scorecard> {
    let cards = this.months.get(month);
    if (cards === undefined) {
      const incidents = Array.from({ length: this.table.length }, (_, at) => this.table.incident(at));
      const scored = scoreMonth(incidents, this.table.subjectKeys, month, this.ruleset);
      cards = new Map(scored.cards.map((card) => [card.subject, card]));
      this.months.set(month, cards);
    }
    return cards;
  }
}

/** Positions of the records of every slot, as one sorted array with the start of each slot. */
class RecordLists {
  private readonly extra = new Map<number, number[]>();

  private constructor(
    private readonly starts: Int32Array,
    private readonly order: Int32Array,
  ) {}

  static make(length: number, sums: SlotSums): RecordLists {
    const starts = new Int32Array(sums.slotCount + 1);
    for (let i = 0; i < length; i += 1) {
      const next = sums.slotOf(i) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let slot = 0; slot < sums.slotCount; slot += 1) {
      starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number);
    }
    const fill = starts.slice();
    const order = new Int32Array(length);
    for (let i = 0; i < length; i += 1) {
      const slot = sums.slotOf(i);
      order[fill[slot] as number] = i;
      fill[slot] = (fill[slot] as number) + 1;
    }
    return new RecordLists(starts, order);
  }

  ofSlot(slot: number): readonly number[] {
    return this.extra.get(slot) ?? Array.from(this.order.subarray(this.starts[slot], this.starts[slot + 1]));
  }

  ofSubject(subject: number, monthCount: number): readonly number[] {
    return Array.from({ length: monthCount }, (_, index) => this.ofSlot(subject * monthCount + index)).flat();
  }

  /** The lists after one record went from one slot to another. */
  moved(record: number, from: number, to: number): this {
    if (from === to) return this;
    this.extra.set(from, this.ofSlot(from).filter((other) => other !== record));
    this.extra.set(to, [...this.ofSlot(to), record]);
    return this;
  }
}
