import { firstDay, monthOfDay, type Day, type MonthKey } from '../facts/date';
import { DAY_ORIGIN, type FactTable } from './factTable';
import { isSameList } from './plainAmounts';
import type { Ruleset } from './ruleset';

const NOWHERE = 0xffff;

/** A stretch of rules that records of the table fall into, and one of their days by which to look at it. */
export interface RuleVersion {
  readonly day: Day;
  readonly month: MonthKey;
}

/**
 * Months and rule versions of the days that a table holds. Only months with records have a place, in the order
 * in which they were met, so that one mistyped year costs one month.
 */
export class DayIndex {
  /** Position of a day's month in `months` by day offset; `NOWHERE` for months without a place. */
  month = new Uint16Array(0);
  /** Position of the day's rules in `versions`, by day offset. */
  version = new Uint16Array(0);
  readonly months: MonthKey[] = [];
  versions: RuleVersion[] = [];
  private readonly placeOfMonth = new Map<MonthKey, number>();
  private placeOfVersion = new Map<number, number>();

  constructor(
    table: FactTable,
    private ruleset: Ruleset,
  ) {
    const seen = daysSeen(table.days, table.length);
    // 0 is also what stands in the column for days beyond it.
    if (seen[0] === 1 && !holdsFirstDay(table)) seen[0] = 0;
    const last = seen.lastIndexOf(1);
    if (last >= 0) this.reach(offsetsOf(monthOfDay(last + DAY_ORIGIN))[1]);
    for (let offset = seen.indexOf(1); offset >= 0; offset = seen.indexOf(1, offset + 1)) this.place(offset);
  }

  /** Looks the rules of every day up anew; whether all days have the place in `versions` that they had. */
  use(ruleset: Ruleset): boolean {
    const before = this.version.slice();
    this.ruleset = ruleset;
    this.versions = [];
    this.placeOfVersion = new Map();
    for (const month of this.months) this.indexRules(month);
    return isSameList(before, this.version);
  }

  get bytes(): number {
    return this.month.byteLength + this.version.byteLength;
  }

  /** Position of a month, undefined for one without records. */
  placeOf(month: MonthKey): number | undefined {
    return this.placeOfMonth.get(month);
  }

  /** Makes a place for a day's month where there is none. */
  place(offset: number): void {
    if ((this.month[offset] ?? NOWHERE) !== NOWHERE) return;
    const month = monthOfDay(offset + DAY_ORIGIN);
    const [start, end] = offsetsOf(month);
    if (end > this.month.length) this.reach(end);
    this.month.fill(this.months.length, start, end);
    this.placeOfMonth.set(month, this.months.length);
    this.months.push(month);
    this.indexRules(month);
  }

  /** Makes room for days up to an offset. */
  private reach(end: number): void {
    const [months, versions] = [this.month, this.version];
    this.month = new Uint16Array(end).fill(NOWHERE);
    this.month.set(months);
    this.version = new Uint16Array(end);
    this.version.set(versions);
  }

  private indexRules(month: MonthKey): void {
    const [start, end] = offsetsOf(month);
    const first = this.ruleVersion(start, month);
    if (this.ruleVersion(end - 1, month) === first) {
      this.version.fill(first, start, end);
      return;
    }
    for (let offset = start; offset < end; offset += 1) {
      this.version[offset] = this.ruleVersion(offset, month);
    }
  }

  /** Place of the rules of a day, made where there is none. */
  private ruleVersion(offset: number, month: MonthKey): number {
    const day = offset + DAY_ORIGIN;
    const key = this.ruleset.versionOf(this.ruleset.ruleDay(day, month));
    let version = this.placeOfVersion.get(key);
    if (version === undefined) {
      version = this.versions.length;
      this.placeOfVersion.set(key, version);
      this.versions.push({ day, month });
    }
    return version;
  }
}

/** 1 at every day offset of a column. */
function daysSeen(days: Uint16Array, length: number): Uint8Array {
  const seen = new Uint8Array(65_536);
  for (let i = 0; i < length; i += 1) seen[days[i]!] = 1;
  return seen;
}

/** Whether a record's day stands in the column, and not only in the record kept in full. */
export function fitsColumn(table: FactTable, at: number): boolean {
  return table.day(at) === table.days[at]! + DAY_ORIGIN;
}

function holdsFirstDay(table: FactTable): boolean {
  for (let i = 0; i < table.length; i += 1) if (table.days[i] === 0 && fitsColumn(table, i)) return true;
  return false;
}

function offsetsOf(month: MonthKey): readonly [number, number] {
  return [Math.max(0, firstDay(month) - DAY_ORIGIN), Math.min(65_536, firstDay(month + 1) - DAY_ORIGIN)];
}
