import type { Day } from '../../facts/date';
import { decimalOf, type Decimal } from '../../facts/decimal';
import type { ReadOptions } from '../options';
import type { DataRow } from '../recognise/rows';
import type { PersonRef, SheetEvent } from '../types';
import { readDate, type DateContext } from '../values/date';
import { readDecimal } from '../values/number';
import { cellText } from '../values/text';
import { readYesNo } from '../values/yesNo';
import type { Collector } from './collector';
import type { Found } from './dailyLayout';
import { minutesOf, slotSecond } from './dailyMinutes';
import { readShiftText, shiftHours, shiftNameOfHours, type ShiftText } from './shiftText';
import { isRefused } from './words';

/** Writes the events of one row, less what approvals and remarks take back. */
export function emit(
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
    const event: Mutable<SheetEvent> = { who, day, kind: one.kind, source: into.source(index, one.column) };
    if (one.kind === 'absent') {
      if (absentDone) continue;
      absentDone = true;
      const days = one.days ?? absentDays(row, found, used);
      if (days !== undefined) event.days = days;
    } else {
      const minutes = one.kind === 'leave' ? one.minutes : minutesOf(row, one, found, hours, into);
      if (minutes !== undefined) event.minutes = minutes;
      if (one.days !== undefined) event.days = one.days;
      if (one.slot !== undefined && one.kind !== 'leave') event.slot = one.slot;
      if (one.leaveType !== undefined) event.leaveType = one.leaveType;
    }
    if (pardon.excused !== undefined && one.kind !== 'leave') event.excused = pardon.excused;
    if (shiftName !== undefined) event.shift = shiftName;
    into.add(event);
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Pardon {
  /** The code of what takes all events of the row back. */
  readonly cancelled?: string;
  readonly excused?: boolean;
}

const NO_PARDON: Pardon = {};

/** What the remark or a column of its own says for the person: not counted at all, or with good reason. */
function pardonOf(row: DataRow): Pardon {
  for (const value of row.values('remark')) {
    if (typeof value !== 'string') continue;
    const text = cellText(value).slice(0, 300);
    if (/不计|免计|不算(?:迟到|早退|旷工|缺卡)|不考核|免考核/.test(text))
      return { cancelled: 'CANCELLED_NOT_COUNTED' };
    if (/批准|同意|有正当理由|有故/.test(text) && !isRefused(text)) return { excused: true };
  }
  const yes = readYesNo(row.value('excused'));
  return yes === undefined ? NO_PARDON : { excused: yes };
}

function named(shift: ShiftText, options: ReadOptions): readonly (readonly [number, number])[] {
  if (shift.off) return [];
  const found = shiftHours(shift.name, options.shifts ?? []);
  return found === undefined ? [] : [found];
}

function absentDays(row: DataRow, found: readonly Found[], used: number): Decimal | undefined {
  const own = readDecimal(row.value('absentDays'));
  if (own !== undefined && own.digits > 0n) return own;
  const marked = found.filter((one) => one.kind === 'absent' && one.cancelled === undefined).length;
  return marked >= used ? decimalOf(1) : undefined;
}

const NO_SPANS: readonly (readonly [number, number])[] = [];
const SPAN =
  /假[^\d]{0,4}((?:\d{4}-)?\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})\s*(?:到|至|~)\s*((?:\d{4}-)?\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})/g;

/** Approved leave named in the row, as seconds since 1970. */
function leaveSpans(text: string, context: DateContext): readonly (readonly [number, number])[] {
  if (text === '') return NO_SPANS;
  const spans: (readonly [number, number])[] = [];
  for (const match of text.slice(0, 500).matchAll(SPAN)) {
    const from = readDate(match[1], 0, context);
    const to = readDate(match[2], 0, context);
    if (from !== undefined && to !== undefined)
      spans.push([from.day * 86_400 + (from.second ?? 0), to.day * 86_400 + (to.second ?? 86_399)]);
  }
  return spans;
}
