import type { Day, MonthKey } from '../facts/date';
import type { Incident } from '../facts/incident';
import type { FactTable } from './factTable';
import { monthRules } from './finish';
import type { JointShare } from './jointShares';
import { KnownMonth } from './knownMonth';
import type { RecordEntries } from './month';
import { NO_RECORDS, RecordSums, type Belonging, type WorkCounters } from './recordSums';
import type { Ruleset } from './ruleset';
import { MonthNumbers, type NumberName } from './monthNumbers';
import { foldScorecard, foldTotals, sumEntries, type CardTotals, type Scorecard } from './scorecard';
import { addSums, noSums } from './slotSums';

const NOTHING_BEFORE = (): readonly number[] => [];
const NO_SHARES: ReadonlyMap<string, JointShare> = new Map();

/**
 * The numbers of every subject and month of a table, kept current: worked out when asked for, kept until a
 * record or rule behind them changes. `scorecard` gives the entries behind a number when someone looks.
 */
export class MonthTotals {
  private readonly records: RecordSums;
  private readonly months = new Map<MonthKey, KnownMonth>();
  /** Written over from one subject to the next. */
  private sums = noSums(0);
  /** The month asked for last: formulas and edits mostly stay in one. */
  private latest: KnownMonth | undefined;
  private joint = false;
  /** Whether a known month looks at the one before it. */
  private looksBack = false;
  private subjectCount = 0;

  constructor(
    readonly table: FactTable,
    private ruleset: Ruleset,
  ) {
    this.records = new RecordSums(table, ruleset);
    this.begin();
  }

  /** Scores under other readings, parameters or rules, from the resident columns. */
  use(ruleset: Ruleset): void {
    this.ruleset = ruleset;
    this.records.use(ruleset);
    this.begin();
  }

  get counters(): WorkCounters {
    return this.records.counters;
  }

  /** Months with records, in ascending order. */
  get recordedMonths(): readonly MonthKey[] {
    return this.records.months;
  }

  /** Bytes of the typed arrays kept besides the table. */
  get bytes(): number {
    return this.records.bytes;
  }

  /**
   * Totals of a subject's month; undefined for a subject that neither the table knows nor a record of the month
   * names as a head who shares in it.
   */
  totals(subject: string, month: MonthKey): CardTotals | undefined {
    const known = this.monthOf(month);
    const id = this.table.subjectId(subject);
    if (id !== undefined) return this.card(id, known);
    return this.sharesOf(known).has(subject) ? this.finish(subject, undefined, known) : undefined;
  }

  /** Totals of all subjects: those of the table in its order, then heads who only share in others' records. */
  cards(month: MonthKey): readonly CardTotals[] {
    const known = this.monthOf(month);
    const cards = this.table.subjectKeys.map((_, id) => this.card(id, known));
    return [...cards, ...this.headsOf(known).map((head) => this.finish(head, undefined, known))];
  }

  /** The scorecard with every entry; undefined as in `totals`. */
  scorecard(subject: string, month: MonthKey): Scorecard | undefined {
    const id = this.table.subjectId(subject);
    const share = this.sharesOf(this.monthOf(month)).get(subject);
    if (id === undefined && share === undefined) return undefined;
    const own = id === undefined ? NO_RECORDS : this.records.entries(id, month);
    const { entries, refusals } = together(own, share);
    return foldScorecard(
      subject,
      month,
      entries,
      refusals,
      () => this.deductedBefore(id, month),
      this.ruleset,
    );
  }

  /** One number of a subject's month; undefined as in `totals`, and where there is no score or rank. */
  number(subject: string, month: MonthKey, name: NumberName): number | undefined {
    const known = this.monthOf(month);
    const numbers = this.numbersOf(known);
    const id = this.table.subjectId(subject);
    if (id !== undefined) return numbers.get(id, name);
    const head = numbers.heads.indexOf(subject);
    return head < 0 ? undefined : numbers.get(this.table.subjectCount + head, name);
  }

  /** Competition rank among all subjects of `cards`. */
  rank(subject: string, month: MonthKey): number | undefined {
    return this.number(subject, month, 'rank');
  }

  /** Replaces one record and drops exactly what it and the one before led to. */
  replace(at: number, incident: Incident): void {
    this.forget(this.records.leave(at));
    this.table.replace(at, incident);
    this.forget(this.records.enter(at));
    this.counters.touched += 2;
  }

  /** The same for a row read anew, without making an object of it; see `FactTable.replaceCoded`. */
  replaceCoded(at: number, day: Day, subject: number, kind: number, quantity: number): void {
    this.forget(this.records.leave(at));
    this.table.replaceCoded(at, day, subject, kind, quantity);
    this.forget(this.records.enter(at));
    this.counters.touched += 2;
  }

  /** Adds one record; returns its position. */
  add(incident: Incident): number {
    const at = this.table.add(incident);
    this.forget(this.records.enter(at));
    this.counters.touched += 1;
    return at;
  }

  private begin(): void {
    this.months.clear();
    this.latest = undefined;
    this.looksBack = false;
    this.sums = noSums(this.ruleset.categories.length);
    this.joint = this.ruleset.rulebook.clauses.some((clause) => (clause.jointLiability ?? []).length > 0);
    this.subjectCount = this.table.subjectCount;
  }

  private forget({ subject, month }: Belonging): void {
    if (month === undefined) {
      for (const known of this.months.values()) known.forget(subject, true);
      return;
    }
    const { latest } = this;
    if (latest?.rules.month === month) latest.forget(subject, true);
    else this.months.get(month)?.forget(subject, true);
    if (!this.looksBack) return;
    const next = this.months.get(month + 1);
    if (next?.rules.computed.looksBack === true) next.forget(subject, false);
  }

  private monthOf(month: MonthKey): KnownMonth {
    const { latest } = this;
    if (latest?.rules.month === month && this.table.subjectCount === this.subjectCount) return latest;
    if (this.table.subjectCount !== this.subjectCount) {
      this.records.fit();
      this.begin();
    }
    let known = this.months.get(month);
    if (known === undefined) {
      known = new KnownMonth(monthRules(month, this.ruleset), this.table);
      this.months.set(month, known);
      this.looksBack ||= known.rules.computed.looksBack;
    }
    this.latest = known;
    return known;
  }

  /** What heads share in a month. Their cards are dropped when it is worked out anew. */
  private sharesOf(known: KnownMonth): ReadonlyMap<string, JointShare> {
    if (!this.joint) return NO_SHARES;
    return known.shares ?? known.setShares(this.records.shares(known.rules.month));
  }

  /** Heads of a month who have no record of their own. */
  private headsOf(known: KnownMonth): readonly string[] {
    return [...this.sharesOf(known).keys()].filter((head) => this.table.subjectId(head) === undefined);
  }

  /** Everyone's numbers of a month: all of them when first asked for, then those that changed. */
  private numbersOf(known: KnownMonth): MonthNumbers {
    if (known.numbers === undefined) {
      const heads = this.headsOf(known);
      const numbers = new MonthNumbers(this.table.subjectCount, heads, known.rules);
      const shares = this.sharesOf(known);
      const place = this.records.placeOf(known.rules.month);
      for (let id = 0; id < this.table.subjectCount; id += 1) this.write(id, place, shares, numbers, known);
      heads.forEach((head, index) => {
        numbers.write(this.table.subjectCount + index, this.finish(head, undefined, known));
      });
      known.numbers = numbers;
      return numbers;
    }
    const { numbers } = known;
    let id = numbers.nextStale();
    if (id === undefined) return numbers;
    const shares = this.sharesOf(known);
    const place = this.records.placeOf(known.rules.month);
    for (; id !== undefined; id = numbers.nextStale()) this.write(id, place, shares, numbers, known);
    return numbers;
  }

  /** Writes a subject's numbers, without a card where there is nothing but numbers. */
  private write(
    id: number,
    place: number | undefined,
    shares: ReadonlyMap<string, JointShare>,
    numbers: MonthNumbers,
    known: KnownMonth,
  ): void {
    const shared = shares.size > 0 && shares.has(this.table.subjectKeys[id]!);
    if (!shared && this.records.read(id, place, this.sums)) {
      const { computed, month } = known.rules;
      // No function is made for a subject where no rule asks it.
      const previous = computed.looksBack ? () => this.deductedBefore(id, month) : NOTHING_BEFORE;
      numbers.finish(id, this.sums, previous);
      this.counters.finished += 1;
    } else numbers.write(id, this.card(id, known));
  }

  private card(id: number, known: KnownMonth): CardTotals {
    if (this.joint) this.sharesOf(known);
    return (known.cards[id] ??= this.finish(this.table.subjectKeys[id]!, id, known));
  }

  private finish(subject: string, id: number | undefined, known: KnownMonth): CardTotals {
    this.counters.finished += 1;
    const { rules } = known;
    const { sums, open } =
      id === undefined
        ? { sums: noSums(this.ruleset.categories.length), open: NO_RECORDS }
        : this.records.own(id, rules.month);
    const share = this.sharesOf(known).get(subject);
    const { entries, refusals } = together(open, share);
    const whole = share === undefined ? sums : addSums(sums, sumEntries(share.entries, this.ruleset));
    return foldTotals(subject, whole, entries, refusals, () => this.deductedBefore(id, rules.month), rules);
  }

  private deductedBefore(id: number | undefined, month: MonthKey): readonly number[] {
    return id === undefined ? [] : this.records.own(id, month - 1).sums.deductedByCategory;
  }
}

function together(own: RecordEntries, share: JointShare | undefined): RecordEntries {
  if (share === undefined) return own;
  return { entries: [...own.entries, ...share.entries], refusals: [...own.refusals, ...share.refusals] };
}
