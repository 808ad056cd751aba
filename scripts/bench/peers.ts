import {
  BASE,
  CATEGORIES,
  CATEGORY_BONUS,
  CLEAN_BONUS,
  FIRST_YEAR,
  type Row,
  type Workload,
} from './workload';

/**
 * The passes that the engine is measured against, written for one rulebook by hand: (b) over typed columns and
 * (c) over rows. Neither checks anything, keeps where a record came from or can explain a number.
 */

/** Results by month and subject, subjects in the order of first mention. Amounts in thousandths. */
export interface Results {
  readonly subjects: number;
  readonly months: number;
  /** Slot = month * room + subject. */
  readonly room: number;
  readonly byCategory: Float64Array;
  readonly total: Float64Array;
  readonly bonus: Float64Array;
  readonly score: Float64Array;
  readonly rank: Int32Array;
}

const FIRST_SERIAL = Date.UTC(FIRST_YEAR, 0, 1) / 86_400_000 + 25_569;

/** Month of each day of the year. */
const MONTH_OF_DAY = Uint8Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(FIRST_YEAR, 0, 1 + day)).getUTCMonth(),
);

/** Columns of (b): eight bytes a record. */
export interface Columns {
  readonly subjects: number;
  readonly day: Uint16Array;
  readonly subject: Uint16Array;
  readonly clause: Uint16Array;
  readonly quantity: Uint8Array;
  readonly flag: Uint8Array;
}

export function columnsOf(load: Workload, rows: readonly Row[]): Columns {
  const ids = new Map<string, number>();
  const clauses = new Map(load.clauses.map((clause, index) => [clause.id, index]));
  const subjectOf = (name: string): number => {
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  };
  const columns = {
    day: Uint16Array.from(rows, (row) => row[0] - FIRST_SERIAL),
    subject: Uint16Array.from(rows, (row) => subjectOf(row[1])),
    clause: Uint16Array.from(rows, (row) => clauses.get(row[2]) ?? 0),
    quantity: Uint8Array.from(rows, (row) => row[3]),
    flag: Uint8Array.from(rows, (row) => row[4]),
  };
  return { subjects: ids.size, ...columns };
}

/** (b) */
export function passColumns(load: Workload, columns: Columns, floored = false): Results {
  const { day, subject, clause, quantity, flag, subjects } = columns;
  const [sums, counts] = [
    new Float64Array(subjects * load.months * CATEGORIES),
    new Int32Array(subjects * load.months),
  ];
  const category = Uint8Array.from(load.clauses, (each) => each.category);
  const amount = Int32Array.from(load.clauses, (each) => each.points);
  for (let i = 0; i < day.length; i += 1) {
    const slot = MONTH_OF_DAY[day[i]!]! * subjects + subject[i]!;
    const c = clause[i]!;
    const place = slot * CATEGORIES + category[c]!;
    sums[place] = sums[place]! + amount[c]! * quantity[i]! * (1 + flag[i]!);
    counts[slot] = counts[slot]! + 1;
  }
  return finish(sums, counts, subjects, subjects, load.months, floored);
}

/** (c) */
export function passRows(load: Workload, rows: readonly Row[]): Results {
  const room = 2048;
  const [sums, counts] = [
    new Float64Array(room * load.months * CATEGORIES),
    new Int32Array(room * load.months),
  ];
  const category = Uint8Array.from(load.clauses, (each) => each.category);
  const amount = Int32Array.from(load.clauses, (each) => each.points);
  const clauses = new Map(load.clauses.map((each, index) => [each.id, index]));
  const names = new Map<string, number>();
  for (const row of rows) {
    let subject = names.get(row[1]);
    if (subject === undefined) {
      subject = names.size;
      names.set(row[1], subject);
    }
    const c = clauses.get(row[2])!;
    const slot = MONTH_OF_DAY[row[0] - FIRST_SERIAL]! * room + subject;
    const place = slot * CATEGORIES + category[c]!;
    sums[place] = sums[place]! + amount[c]! * row[3] * (1 + row[4]);
    counts[slot] = counts[slot]! + 1;
  }
  return finish(sums, counts, names.size, room, load.months, false);
}

function finish(
  byCategory: Float64Array,
  counts: Int32Array,
  subjects: number,
  room: number,
  months: number,
  floored: boolean,
): Results {
  const slots = room * months;
  const [total, bonus, score] = [new Float64Array(slots), new Float64Array(slots), new Float64Array(slots)];
  const rank = new Int32Array(slots);
  for (let month = 0; month < months; month += 1) {
    for (let slot = month * room; slot < month * room + subjects; slot += 1) {
      let lost = 0;
      let won = counts[slot] === 0 ? CLEAN_BONUS : 0;
      for (let c = 0; c < CATEGORIES; c += 1) {
        const deducted = byCategory[slot * CATEGORIES + c]!;
        lost += deducted;
        if (deducted === 0) won += CATEGORY_BONUS;
      }
      total[slot] = lost;
      bonus[slot] = won;
      const final = BASE - lost + won;
      score[slot] = floored ? Math.max(0, final) : final;
    }
    rankMonth(score.subarray(month * room, month * room + subjects), rank.subarray(month * room));
  }
  return { subjects, months, room, byCategory, total, bonus, score, rank };
}

/** 1, 1, 3: one more than how many are better, found in the sorted scores. */
function rankMonth(scores: Float64Array, rank: Int32Array): void {
  const sorted = scores.slice().sort();
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i]!;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= score) low = middle + 1;
      else high = middle;
    }
    rank[i] = sorted.length - low + 1;
  }
}

/** One number for all results; equal only if every one of them is, in all likelihood. */
export class Checksum {
  private hash = 0x811c9dc5;

  add(value: number): void {
    this.hash = Math.imul(this.hash ^ (value | 0), 0x01000193);
    this.hash = Math.imul(this.hash ^ Math.floor(value / 4_294_967_296), 0x01000193);
  }

  get value(): number {
    return this.hash >>> 0;
  }
}

export function checksumOf(results: Results): number {
  const sum = new Checksum();
  for (let month = 0; month < results.months; month += 1) {
    for (let subject = 0; subject < results.subjects; subject += 1) {
      const slot = month * results.room + subject;
      for (let c = 0; c < CATEGORIES; c += 1) sum.add(results.byCategory[slot * CATEGORIES + c]!);
      sum.add(results.total[slot]!);
      sum.add(results.bonus[slot]!);
      sum.add(results.score[slot]!);
      sum.add(results.rank[slot]!);
    }
  }
  return sum.value;
}
