import type { DayIndex } from './dayIndex';
import type { FactTable } from './factTable';

const SUBJECTS = 2 ** 32;

/**
 * Positions of the records of every subject's month: one array sorted by subject and month with the start of
 * each, and aside what changed since. Months are places of the day index.
 */
export class RecordLists {
  private readonly starts: Int32Array;
  private readonly order: Int32Array;
  private readonly subjects: number;
  private readonly months: number;
  private readonly changed = new Map<number, readonly number[]>();

  constructor(table: FactTable, days: DayIndex) {
    this.subjects = table.subjectCount;
    this.months = days.months.length;
    const { days: dayColumn, subjects, length } = table;
    const slots = this.subjects * this.months;
    const slotOf = (record: number): number => {
      const month = days.month[dayColumn[record]!] ?? this.months;
      return month < this.months ? subjects[record]! * this.months + month : slots;
    };
    const starts = new Int32Array(slots + 2);
    for (let i = 0; i < length; i += 1) {
      const next = slotOf(i) + 1;
      starts[next] = starts[next]! + 1;
    }
    for (let slot = 0; slot <= slots; slot += 1) {
      starts[slot + 1] = starts[slot + 1]! + starts[slot]!;
    }
    const fill = starts.slice();
    const order = new Int32Array(length);
    for (let i = 0; i < length; i += 1) {
      const slot = slotOf(i);
      order[fill[slot]!] = i;
      fill[slot] = fill[slot]! + 1;
    }
    this.starts = starts;
    this.order = order;
  }

  get bytes(): number {
    return this.starts.byteLength + this.order.byteLength;
  }

  of(subject: number, month: number): readonly number[] {
    const changed = this.changed.get(month * SUBJECTS + subject);
    if (changed !== undefined) return changed;
    if (subject >= this.subjects || month >= this.months) return [];
    const slot = subject * this.months + month;
    return Array.from(this.order.subarray(this.starts[slot], this.starts[slot + 1]));
  }

  put(record: number, subject: number, month: number): void {
    this.changed.set(month * SUBJECTS + subject, [...this.of(subject, month), record]);
  }

  take(record: number, subject: number, month: number): void {
    const left = this.of(subject, month).filter((other) => other !== record);
    this.changed.set(month * SUBJECTS + subject, left);
  }
}
