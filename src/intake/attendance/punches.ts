import { formatDay, type Day } from '../../facts/date';
import { decimalOf } from '../../facts/decimal';
import type { Grid } from '../../workbook/grid';
import type { ReadOptions } from '../options';
import { columnsByField, rowsOf } from '../recognise/rows';
import type { PersonRef, SheetReading } from '../types';
import { readDate } from '../values/date';
import { readId, readName } from '../values/name';
import { cellText, isBlank, isNoData } from '../values/text';
import { readTime, readTimes } from '../values/time';
import { machinePerson } from '../recognise/machine';
import type { Collector } from './collector';
import { dayColumns } from './matrix';
import { datedShifts, keysOf, Schedule } from './schedule';
import { readShiftText, shiftHours } from './shiftText';
import { personOf } from './who';

/** Punches before this are of the day before; up to `ASK_UNTIL` the user is asked. */
const SURE_UNTIL = 4 * 3600;
const ASK_UNTIL = 7 * 3600;
/** Punches this close together are one. */
const DOUBLE_SECONDS = 120;

interface DayPunches {
  readonly who: PersonRef;
  readonly day: Day;
  readonly seconds: number[];
  readonly row: number;
  readonly column: number;
  readonly shift: string;
}

/** Gathers punches by person and working day. */
class PunchBook {
  private readonly days = new Map<string, DayPunches>();
  /** Rows of one person and day that hold no punch. */
  private readonly blank: Omit<DayPunches, 'seconds'>[] = [];
  readonly schedule: Schedule;

  constructor(
    private readonly options: ReadOptions,
    private readonly into: Collector,
  ) {
    this.schedule = new Schedule(options.schedule ?? []);
  }

  add(who: PersonRef, day: Day, second: number, row: number, column: number, shift: string): void {
    const boundary = this.options.dayBoundary ?? SURE_UNTIL;
    let [onDay, at] = [day, second];
    if (second < boundary) [onDay, at] = [day - 1, second + 86_400];
    else if (
      this.options.dayBoundary === undefined &&
      second < ASK_UNTIL &&
      !startsEarly(shift === '' ? (this.schedule.shiftOf(who, day) ?? '') : shift, this.options)
    ) {
      this.into.findingOnce('DAY_BOUNDARY_REQUIRED', 'warning', row, column);
    }
    const key = `${who.id ?? ''}|${who.userId ?? ''}|${who.name}|${onDay}`;
    const known = this.days.get(key);
    if (known === undefined) this.days.set(key, { who, day: onDay, seconds: [at], row, column, shift });
    else known.seconds.push(at);
  }

  addBlank(who: PersonRef, day: Day, row: number, column: number, shift: string): void {
    this.blank.push({ who, day, row, column, shift });
  }

  all(): Iterable<DayPunches> {
    return this.days.values();
  }

  /**
   * Days on which somebody was to work and did not punch at all: rows without a punch, and scheduled days of people who
   * punched on others. Only days up to the last punch of the sheet: later ones are still to come.
   */
  unpunched(): Omit<DayPunches, 'seconds'>[] {
    const punched = new Set<string>();
    const rows = new Map<string, DayPunches>();
    let [first, last] = [Infinity, -Infinity];
    for (const entry of this.days.values()) {
      first = Math.min(first, entry.day);
      last = Math.max(last, entry.day);
      for (const key of keysOf(entry.who)) {
        punched.add(`${key}|${entry.day}`);
        if (!rows.has(key)) rows.set(key, entry);
      }
    }
    const found = new Map<string, Omit<DayPunches, 'seconds'>>();
    const note = (entry: Omit<DayPunches, 'seconds'>): void => {
      const keys = keysOf(entry.who);
      if (entry.day < first || entry.day > last || keys.some((key) => punched.has(`${key}|${entry.day}`)))
        return;
      const text = readShiftText(
        entry.shift === '' ? (this.schedule.shiftOf(entry.who, entry.day) ?? '') : entry.shift,
      );
      const known = text.hours[0] ?? shiftHours(text.name, this.options.shifts ?? []);
      // A shift that is merely the only one there is says nothing about this day.
      if (text.off || known === undefined || (text.name === undefined && text.hours.length === 0)) return;
      found.set(`${keys[0]}|${entry.day}`, entry);
    };
    for (const { who, day, shift } of datedShifts(this.options.schedule ?? [])) {
      const own = keysOf(who).flatMap((key) => rows.get(key) ?? [])[0];
      if (own !== undefined) note({ who: own.who, day, row: own.row, column: own.column, shift });
    }
    this.blank.forEach(note);
    return [...found.values()];
  }
}

function startsEarly(shift: string, options: ReadOptions): boolean {
  const hours = hoursOf(shift, options);
  return hours !== undefined && hours[0] < ASK_UNTIL + 3600;
}

function hoursOf(shift: string, options: ReadOptions): readonly [number, number] | undefined {
  const text = readShiftText(shift);
  if (text.off) return undefined;
  return text.hours[0] ?? shiftHours(text.name, options.shifts ?? []);
}

/** Lists of raw punches (DingTalk 原始记录, machine lists), first and last punch a day, and punches under days. */
export function* readPunches(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
): Generator<void> {
  const book = new PunchBook(options, into);
  const period = reading.period ?? options.period;
  const context = { period, date1904: grid.date1904 };
  const days = dayColumns(reading, period);
  const fields = columnsByField(reading);
  const timeFields = [
    'firstPunch',
    'lastPunch',
    ...[...fields.keys()].filter((field) => /^(?:in|out)\d\.time$/.test(field)),
  ].filter((field) => fields.has(field));
  let carried: PersonRef | undefined;
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const index = row.row - 1;
    const who = personOf(row, days.length > 0 ? carried : undefined);
    carried = who;
    const shift = row.text('shift');
    if (who === undefined) {
      into.aside('PERSON_MISSING', index, undefined);
      continue;
    }
    const date =
      readDate(row.value('date'), row.kind('date'), context) ??
      readDate(row.value('workDate'), row.kind('workDate'), context);
    let any = false;
    for (const cell of row.cells('punch')) {
      const moment = readDate(cell.value, cell.kind, context);
      if (moment?.second !== undefined) {
        book.add(who, moment.day, moment.second, index, cell.column, shift);
        any = true;
      } else if (date !== undefined && typeof cell.value === 'string') {
        for (const time of readTimes(cellText(cell.value)))
          book.add(who, date.day + (time.nextDay === true ? 1 : 0), time.second, index, cell.column, shift);
        any = true;
      } else if (date !== undefined) {
        const time = readTime(cell.value, cell.kind);
        if (time !== undefined) book.add(who, date.day, time.second, index, cell.column, shift);
        any ||= time !== undefined;
      } else if (!isNoData(cell.value)) into.aside('DATE_UNREADABLE', index, cell.column, { who });
    }
    for (const field of timeFields) {
      const cell = row.cell(field);
      const time = cell === undefined ? undefined : readTime(cell.value, cell.kind);
      if (cell === undefined || time === undefined) continue;
      const moment = readDate(cell.value, cell.kind, context);
      const day = date?.day ?? moment?.day;
      if (day === undefined) continue;
      book.add(who, day + (time.nextDay === true ? 1 : 0), time.second % 86_400, index, cell.column, shift);
      any = true;
    }
    for (const { column, day } of days) {
      const value = grid.rows[index]?.[column];
      if (typeof value !== 'string') continue;
      for (const time of readTimes(cellText(value)))
        book.add(who, day + (time.nextDay === true ? 1 : 0), time.second, index, column, shift);
    }
    if (!any && days.length === 0 && date !== undefined)
      book.addBlank(who, date.day, index, row.cell('date')?.column ?? 0, shift);
    if (!any && days.length === 0 && date === undefined)
      into.aside('DATE_UNREADABLE', index, undefined, { who });
    count += 1;
    if (count % 2000 === 0) yield;
  }
  judge(book, options, into);
}

/** A punch machine's blocks: a row of labels, then a row of punches. */
export function* readMachine(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
): Generator<void> {
  const book = new PunchBook(options, into);
  const period = reading.period ?? options.period;
  const days = dayColumns(reading, period);
  if (days.length === 0)
    into.findingOnce('PERIOD_REQUIRED', 'error', Math.max(0, reading.dataStartRow - 2), 0);
  let who: PersonRef | undefined;
  for (let r = reading.dataStartRow - 1; r < reading.dataEndRow; r += 1) {
    const row = grid.rows[r];
    if (row === undefined || row.every((value) => isBlank(value))) continue;
    const labels = machinePerson(row);
    if (labels !== undefined) {
      const name = readName(labels.get('姓名') ?? labels.get('name') ?? '');
      const id = readId(
        labels.get('工号') ??
          labels.get('编号') ??
          labels.get('考勤号') ??
          labels.get('登记号') ??
          labels.get('人员编号') ??
          labels.get('id') ??
          labels.get('no') ??
          '',
      );
      who =
        name === undefined && id === undefined
          ? undefined
          : {
              name: name?.name ?? '',
              ...(id === undefined ? {} : { id }),
              ...(name?.left === true ? { left: true as const } : {}),
            };
      yield;
      continue;
    }
    into.rowCount += 1;
    if (who === undefined) {
      into.aside('PERSON_MISSING', r, undefined);
      continue;
    }
    for (const { column, day } of days) {
      const value = row[column];
      const kind = (grid.kinds[r]?.[column] ?? 0) as 0;
      if (typeof value === 'string')
        for (const time of readTimes(cellText(value))) book.add(who, day, time.second, r, column, '');
      else if (typeof value === 'number') {
        const time = readTime(value, kind);
        if (time !== undefined) book.add(who, day, time.second, r, column, '');
      }
    }
  }
  judge(book, options, into);
}

/** Punches against shift times. Without shift times nothing is computed and they are asked for. */
function judge(book: PunchBook, options: ReadOptions, into: Collector): void {
  for (const { who, day, row, column } of book.unpunched())
    into.aside('NO_PUNCH', row, column, { who, dates: [day], params: { date: formatDay(day) } });
  for (const { who, day, seconds, row, column, shift } of book.all()) {
    const text = readShiftText(shift === '' ? (book.schedule.shiftOf(who, day) ?? '') : shift);
    if (text.off) continue;
    const hours = text.hours[0] ?? shiftHours(text.name, options.shifts ?? []);
    if (hours === undefined) {
      into.findingOnce('SHIFT_TIMES_REQUIRED', 'error', row, column, { shift: text.name ?? '' });
      continue;
    }
    const punches = merged(seconds);
    const name =
      text.name ?? (options.shifts ?? []).find((one) => one.start === hours[0] && one.end === hours[1])?.name;
    const base = name === undefined ? {} : { shift: name };
    const first = punches[0]!;
    const last = punches[punches.length - 1]!;
    const single = punches.length === 1;
    const isIn = !single || Math.abs(first - hours[0]) <= Math.abs(first - hours[1]);
    if (isIn && first - hours[0] >= 60)
      into.event(
        who,
        day,
        { kind: 'late', minutes: decimalOf(Math.floor((first - hours[0]) / 60)), slot: '上班', ...base },
        row,
        column,
      );
    if (single)
      into.event(who, day, { kind: 'missing_punch', slot: isIn ? '下班' : '上班', ...base }, row, column);
    if ((!single || !isIn) && hours[1] - last >= 60)
      into.event(
        who,
        day,
        {
          kind: 'early_leave',
          minutes: decimalOf(Math.floor((hours[1] - last) / 60)),
          slot: '下班',
          ...base,
        },
        row,
        column,
      );
  }
}

function merged(seconds: readonly number[]): number[] {
  const sorted = [...seconds].sort((a, b) => a - b);
  return sorted.filter((second, i) => i === 0 || second - sorted[i - 1]! > DOUBLE_SECONDS);
}
