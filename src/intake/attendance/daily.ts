import type { Day } from '../../facts/date';
import { compareDecimals, decimalOf, formatDecimal, type Decimal } from '../../facts/decimal';
import type { CellValue, Grid } from '../../workbook/grid';
import type { PersonRef, SheetReading } from '../types';
import type { ReadOptions } from '../options';
import { columnsByField, rowsOf, type DataRow } from '../recognise/rows';
import { readDate, type DateContext } from '../values/date';
import { readDuration } from '../values/duration';
import { readDecimal } from '../values/number';
import { readTime, secondsFromStart } from '../values/time';
import { cellText, isNoData } from '../values/text';
import { readYesNo } from '../values/yesNo';
import type { Collector } from './collector';
import { readShiftText, shiftHours, shiftNameOfHours, type ShiftText } from './shiftText';
import { personOf } from './who';
import { readResult, type Happening, type ResultReading } from './words';

interface Slot {
  /** 上班1, 下班1 ... */
  readonly name: string;
  readonly side: 'in' | 'out';
  readonly index: number;
  readonly resultField: string;
  readonly timeField: string;
}

/** The columns of one sheet. */
interface Layout {
  readonly slots: readonly Slot[];
  readonly leaves: readonly string[];
  readonly counts: typeof COUNTS;
}

interface Found extends Happening {
  readonly column?: number;
  readonly place?: Slot;
}

/** Reads sheets with one row a person and day: DingTalk 每日统计, WeCom 打卡日报, and lists with a result column. */
export function* readDaily(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
): Generator<void> {
  const fields = columnsByField(reading);
  const slots = slotsOf(fields);
  const leaves = [...fields.keys()].filter((field) => field.startsWith('leave.'));
  const counts = COUNTS.filter(([field]) => fields.has(field));
  const context: DateContext = { period: reading.period ?? options.period, date1904: grid.date1904 };
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    readRow(row, { slots, leaves, counts }, context, options, into);
    count += 1;
    if (count % 2000 === 0) yield;
  }
}

function slotsOf(fields: ReadonlyMap<string, readonly number[]>): Slot[] {
  const slots: Slot[] = [];
  for (let index = 1; index <= 9; index += 1) {
    for (const side of ['in', 'out'] as const) {
      const resultField = `${side}${index}.result`;
      const timeField = `${side}${index}.time`;
      if (fields.has(resultField))
        slots.push({
          name: `${side === 'in' ? '上班' : '下班'}${index}`,
          side,
          index,
          resultField,
          timeField,
        });
    }
  }
  return slots;
}

function readRow(
  row: DataRow,
  layout: Layout,
  context: DateContext,
  options: ReadOptions,
  into: Collector,
): void {
  const { slots, leaves } = layout;
  if (isPlain(row, layout)) return;
  const index = row.row - 1;
  const found: Found[] = [];
  let cancels: { code: string; column: number } | undefined;
  const unknown: { text: string; column: number }[] = [];
  let used = 0;
  for (const slot of slots) {
    const cell = row.cell(slot.resultField);
    if (cell === undefined || isNoData(cell.value) || typeof cell.value !== 'string') continue;
    const result = readResult(cell.value);
    used += 1;
    for (const one of result.happenings) {
      found.push({ ...one, slot: slot.name, column: cell.column, place: slot });
    }
    result.unknown.forEach((text) => unknown.push({ text, column: cell.column }));
    if (result.cancels !== undefined) cancels = { code: result.cancels, column: cell.column };
  }
  const day = readRowDate(row, context, into);
  const who = personOf(row);
  const whole = row.cell('dayResult');
  const summary =
    whole !== undefined && typeof whole.value === 'string' && !isNoData(whole.value)
      ? readResult(whole.value)
      : undefined;
  if (summary !== undefined && whole !== undefined) {
    summary.unknown.forEach((text) => unknown.push({ text, column: whole.column }));
    if (!mergeSummary(found, summary, whole.column)) {
      into.aside('RESULT_CONFLICT', index, whole.column, {
        ...(who === undefined ? {} : { who }),
        dates: day === undefined ? [] : [day],
        params: { text: String(whole.value).slice(0, 40) },
      });
      return;
    }
    if (summary.cancels !== undefined) {
      cancels = { code: summary.cancels, column: whole.column };
    }
  }
  if (slots.length === 0 && summary === undefined) found.push(...fromCounts(row));
  addLeave(row, leaves, found);
  if (cancels === undefined && unknown.length === 0) checkCounts(row, layout, found, into);
  if (found.length === 0 && unknown.length === 0 && cancels === undefined) return;
  if (who === undefined || day === undefined) {
    if (found.length + unknown.length > 0) {
      into.aside(who === undefined ? 'PERSON_MISSING' : 'DATE_UNREADABLE', index, undefined, {
        ...(who === undefined ? {} : { who }),
        dates: day === undefined ? [] : [day],
      });
    }
    return;
  }
  for (const { text, column } of unknown)
    into.aside('RESULT_UNKNOWN', index, column, { who, dates: [day], params: { text } });
  if (cancels !== undefined) into.drop(cancels.code, index, cancels.column, { who, date: day });
  emit(row, who, day, found, used, context, options, into);
}

/** Nothing but 正常, 休息 and blanks: most rows, and they need no more reading. */
function isPlain(row: DataRow, { slots, leaves, counts }: Layout): boolean {
  if (slots.length === 0 && row.text('dayResult') === '') return false;
  for (const slot of slots) if (!isNormal(row.value(slot.resultField))) return false;
  return (
    isNormal(row.value('dayResult')) &&
    leaves.every((field) => isZero(row.value(field))) &&
    counts.every(([field]) => isZero(row.value(field)))
  );
}

function isZero(value: CellValue): boolean {
  return value === null || value === 0 || value === '0' || isNoData(value);
}

function isNormal(value: CellValue): boolean {
  if (value === null || value === '正常' || value === '休息') return true;
  if (typeof value !== 'string') return false;
  const result = readResult(value);
  return result.happenings.length === 0 && result.unknown.length === 0 && result.cancels === undefined;
}

function readRowDate(row: DataRow, context: DateContext, into: Collector): Day | undefined {
  const date = readDate(row.value('date'), row.kind('date'), context);
  const work = readDate(row.value('workDate'), row.kind('workDate'), context);
  const cell = row.cell('date') ?? row.cell('workDate');
  if (date?.weekdayMismatch === true && cell !== undefined) {
    // The platform's own work date settles it; without one the date is not certain.
    if (work === undefined) {
      into.finding('WEEKDAY_MISMATCH', 'warning', row.row - 1, cell.column);
      return undefined;
    }
  }
  if (date !== undefined && work !== undefined && date.day !== work.day && cell !== undefined) {
    into.finding('DATES_DISAGREE', 'warning', row.row - 1, cell.column);
    return undefined;
  }
  return date?.alternative === undefined ? (date?.day ?? work?.day) : undefined;
}

/** Joins the day's own result with those of the punches; false when one says normal and the other does not. */
function mergeSummary(found: Found[], summary: ResultReading, column: number): boolean {
  if (summary.cancels !== undefined) {
    found.length = 0;
    return true;
  }
  const open = found.filter((one) => one.cancelled === undefined);
  if (summary.happenings.length === 0) return !(summary.normal && open.length > 0);
  for (const one of summary.happenings) {
    const at = found.findIndex((other) => other.kind === one.kind && other.minutes === undefined);
    if (at >= 0) {
      const old = found[at] as Found;
      found[at] = {
        ...one,
        ...old,
        ...(one.minutes === undefined ? {} : { minutes: one.minutes }),
        ...(one.days === undefined ? {} : { days: one.days }),
      };
    } else if (!found.some((other) => other.kind === one.kind)) found.push({ ...one, column });
  }
  return true;
}

const COUNTS: readonly (readonly [string, Happening['kind'], string | undefined, string?])[] = [
  ['lateCount', 'late', 'lateMinutes'],
  ['severeLateCount', 'severe_late', 'severeLateMinutes'],
  ['absentLateDays', 'absent_late', 'absentLateMinutes'],
  ['earlyCount', 'early_leave', 'earlyMinutes'],
  ['missInCount', 'missing_punch', undefined, '上班'],
  ['missOutCount', 'missing_punch', undefined, '下班'],
  ['missCount', 'missing_punch', undefined],
  ['absentDays', 'absent', undefined],
];

/** The sheet counts something that its words do not say. */
function checkCounts(
  row: DataRow,
  { slots, counts }: Layout,
  found: readonly Found[],
  into: Collector,
): void {
  if (slots.length === 0 && found.length > 0) return;
  for (const [field, kind] of counts) {
    const cell = row.cell(field);
    const count = cell === undefined ? undefined : readDecimal(cell.value);
    if (cell === undefined || count === undefined || count.digits <= 0n) continue;
    // Platforms count 旷工迟到 among the absences and 严重迟到 among the latenesses.
    const near =
      kind === 'absent'
        ? ['absent', 'absent_late']
        : kind === 'late'
          ? ['late', 'severe_late', 'absent_late']
          : [kind];
    if (!found.some((one) => near.includes(one.kind))) {
      into.finding('COUNT_DISAGREE', 'warning', row.row - 1, cell.column, {
        stated: formatDecimal(count),
        read: 0,
      });
    }
  }
}

/** Where a sheet has counts and minutes but no words. */
function fromCounts(row: DataRow): Found[] {
  const found: Found[] = [];
  for (const [field, kind, minutesField, slot] of COUNTS) {
    const count = readDecimal(row.value(field));
    if (count === undefined || count.digits <= 0n) continue;
    const column = row.cell(field)?.column;
    const base = {
      kind,
      ...(slot === undefined ? {} : { slot }),
      ...(column === undefined ? {} : { column }),
    };
    if (kind === 'absent') {
      found.push({ ...base, days: count });
      continue;
    }
    const times = Math.min(20, Number(formatDecimal(count)));
    const minutes = minutesField === undefined ? undefined : readDuration(row.value(minutesField))?.minutes;
    for (let i = 0; i < times; i += 1)
      found.push({ ...base, ...(times === 1 && minutes !== undefined ? { minutes } : {}) });
  }
  return found;
}

/** Kind and length of leave stand in columns of their own or in the approvals. */
function addLeave(row: DataRow, fields: readonly string[], found: Found[]): void {
  const leaves: Found[] = [];
  for (const field of fields) {
    const days = readDecimal(row.value(field));
    const column = row.cell(field)?.column;
    if (days !== undefined && days.digits > 0n && column !== undefined)
      leaves.push({ kind: 'leave', leaveType: field.slice(6), days, column });
  }
  const text = row.text('approvalRef');
  const approved = text === '' ? [] : readResult(text).happenings.filter((one) => one.kind === 'leave');
  const open = found.some((one) => one.kind === 'leave');
  if (!open && leaves.length === 0) return;
  const best: readonly Found[] = leaves.length > 0 ? leaves : approved;
  const first = found.find((one) => one.kind === 'leave');
  for (let i = found.length - 1; i >= 0; i -= 1) if (found[i]?.kind === 'leave') found.splice(i, 1);
  const column = first?.column;
  if (best.length > 0)
    found.push(
      ...best.map((one) => ({
        ...one,
        ...(column === undefined || one.column !== undefined ? {} : { column }),
      })),
    );
  else if (first !== undefined) {
    const { slot: _slot, place: _place, ...plain } = first;
    found.push(plain);
  }
}

const LATE_FIELDS: Readonly<Record<string, string>> = {
  late: 'lateMinutes',
  severe_late: 'severeLateMinutes',
  absent_late: 'absentLateMinutes',
  early_leave: 'earlyMinutes',
};

function emit(
  row: DataRow,
  who: PersonRef,
  day: Day,
  found: readonly Found[],
  used: number,
  context: DateContext,
  options: ReadOptions,
  into: Collector,
): void {
  const index = row.row - 1;
  const shift = readShiftText(row.text('shift'));
  const hours = shift.hours.length > 0 ? shift.hours : named(shift, options);
  const shiftName =
    shift.name ??
    (shift.hours[0] === undefined ? undefined : shiftNameOfHours(shift.hours[0], options.shifts ?? []));
  const leave = leaveSpans(row.text('approvalRef'), context);
  const pardon = pardonOf(row);
  const absent = found.filter((one) => one.kind === 'absent' && one.cancelled === undefined);
  let absentDone = false;
  for (const one of found) {
    const cancelled = one.cancelled ?? (one.kind === 'leave' ? undefined : pardon.cancelled);
    if (cancelled !== undefined) {
      into.drop(cancelled, index, one.column, { who, date: day });
      continue;
    }
    const at = one.place === undefined ? undefined : slotSecond(one.place, hours);
    if (
      at !== undefined &&
      one.kind !== 'leave' &&
      leave.some(([from, to]) => from <= day * 86_400 + at && day * 86_400 + at <= to)
    ) {
      into.drop('CANCELLED_LEAVE_APPROVED', index, one.column, { who, date: day });
      continue;
    }
    if (one.kind === 'absent') {
      if (absentDone) continue;
      absentDone = true;
      const days = one.days ?? absentDays(row, absent.length, used);
      into.event(
        who,
        day,
        {
          kind: 'absent',
          ...(days === undefined ? {} : { days }),
          ...pardon.excused,
          ...(shiftName === undefined ? {} : { shift: shiftName }),
        },
        index,
        one.column,
      );
      continue;
    }
    const minutes = one.kind === 'leave' ? one.minutes : minutesOf(row, one, found, hours, into);
    into.event(
      who,
      day,
      {
        kind: one.kind,
        ...(minutes === undefined ? {} : { minutes }),
        ...(one.days === undefined ? {} : { days: one.days }),
        ...(one.slot === undefined || one.kind === 'leave' ? {} : { slot: one.slot }),
        ...(one.leaveType === undefined ? {} : { leaveType: one.leaveType }),
        ...(one.kind === 'leave' ? {} : pardon.excused),
        ...(shiftName === undefined ? {} : { shift: shiftName }),
      },
      index,
      one.column,
    );
  }
}

/** What the remark or a column of its own says for the person: not counted at all, or with good reason. */
function pardonOf(row: DataRow): {
  readonly cancelled?: string;
  readonly excused: { readonly excused?: boolean };
} {
  for (const cell of row.cells('remark')) {
    const text = typeof cell.value === 'string' ? cellText(cell.value).slice(0, 300) : '';
    if (/不计|免计|不算(?:迟到|早退|旷工|缺卡)|不考核|免考核/.test(text))
      return { cancelled: 'CANCELLED_NOT_COUNTED', excused: {} };
    if (/批准|同意|有正当理由|有故/.test(text) && !/未批准|不批准|未经批准|不同意|未同意/.test(text))
      return { excused: { excused: true } };
  }
  const cell = row.cell('excused');
  const yes = cell === undefined ? undefined : readYesNo(cell.value);
  return yes === undefined ? { excused: {} } : { excused: { excused: yes } };
}

function named(shift: ShiftText, options: ReadOptions): readonly (readonly [number, number])[] {
  if (shift.off) return [];
  const found = shiftHours(shift.name, options.shifts ?? []);
  return found === undefined ? [] : [found];
}

function absentDays(row: DataRow, marked: number, used: number): Decimal | undefined {
  const own = readDecimal(row.value('absentDays'));
  if (own !== undefined && own.digits > 0n) return own;
  return marked >= used ? decimalOf(1) : undefined;
}

function slotSecond(slot: Slot, hours: readonly (readonly [number, number])[]): number | undefined {
  const pair = hours[slot.index - 1] ?? (slot.index === 1 ? hours[0] : undefined);
  return pair === undefined ? undefined : slot.side === 'in' ? pair[0] : pair[1];
}

/** The minutes a cell says, else the sheet's own column, else punch against shift; a disagreement is a finding. */
function minutesOf(
  row: DataRow,
  one: Found,
  all: readonly Found[],
  hours: readonly (readonly [number, number])[],
  into: Collector,
): Decimal | undefined {
  const field = LATE_FIELDS[one.kind];
  if (field === undefined) return one.minutes;
  const single = all.filter((other) => other.kind === one.kind && other.cancelled === undefined).length === 1;
  const written = single ? readDuration(row.value(field), 'minutes', row.kind(field))?.minutes : undefined;
  const stated = written !== undefined && written.digits > 0n ? written : undefined;
  const computed = fromPunch(row, one, hours) ?? fromRecord(row, one);
  const value = one.minutes ?? stated ?? computed;
  if (value === undefined) return undefined;
  const column = row.cell(field)?.column ?? one.column ?? 0;
  for (const other of [stated, computed]) {
    if (other !== undefined && compareDecimals(other, value) !== 0) {
      into.finding('MINUTES_DISAGREE', 'warning', row.row - 1, column, {
        used: formatDecimal(value),
        other: formatDecimal(other),
      });
      break;
    }
  }
  return value;
}

function fromPunch(
  row: DataRow,
  one: Found,
  hours: readonly (readonly [number, number])[],
): Decimal | undefined {
  const slot = one.place;
  if (slot === undefined) return undefined;
  const due = slotSecond(slot, hours);
  const time = readTime(row.value(slot.timeField), row.kind(slot.timeField));
  if (due === undefined || time === undefined) return undefined;
  let at = secondsFromStart(time);
  // The second half of a night shift is written with its plain clock time.
  if (slot.side === 'out' && due > 86_400 && at < 43_200) at += 86_400;
  const seconds = slot.side === 'in' ? at - due : due - at;
  return seconds <= 0 ? undefined : decimalOf(Math.floor(seconds / 60));
}

/** A list of single punches names the time that was due beside the time of the punch. */
function fromRecord(row: DataRow, one: Found): Decimal | undefined {
  const [due, punch] = [row.cell('scheduledAt'), row.cell('punch')];
  if (due === undefined || punch === undefined || one.place !== undefined) return undefined;
  const [a, b] = [readDate(due.value, due.kind), readDate(punch.value, punch.kind)];
  if (a?.second === undefined || b?.second === undefined) return undefined;
  const seconds = (b.day - a.day) * 86_400 + b.second - a.second;
  const missing = one.kind === 'early_leave' ? -seconds : seconds;
  return missing <= 0 || missing > 86_400 ? undefined : decimalOf(Math.floor(missing / 60));
}

const SPAN =
  /假[^\d]{0,4}((?:\d{4}-)?\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})\s*(?:到|至|~)\s*((?:\d{4}-)?\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})/g;

/** Approved leave named in the row, as seconds since 1970. */
function leaveSpans(text: string, context: DateContext): (readonly [number, number])[] {
  if (text === '') return [];
  const spans: (readonly [number, number])[] = [];
  for (const match of text.slice(0, 500).matchAll(SPAN)) {
    const from = readDate(match[1] as string, 0, context);
    const to = readDate(match[2] as string, 0, context);
    if (from !== undefined && to !== undefined)
      spans.push([from.day * 86_400 + (from.second ?? 0), to.day * 86_400 + (to.second ?? 86_399)]);
  }
  return spans;
}
