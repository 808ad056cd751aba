import type { Day } from '../../facts/date';
import { decimalOf, type Decimal } from '../../facts/decimal';
import type { ReadOptions } from '../options';
import type { DataRow } from '../recognise/rows';
import type { PersonRef } from '../types';
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
    if (/批准|同意|有正当理由|有故/.test(text) && !isRefused(text)) return { excused: { excused: true } };
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
const SPAN =
  /假[^\d]{0,4}((?:\d{4}-)?\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})\s*(?:到|至|~)\s*((?:\d{4}-)?\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})/g;

/** Approved leave named in the row, as seconds since 1970. */
function leaveSpans(text: string, context: DateContext): (readonly [number, number])[] {
  if (text === '') return [];
  const spans: (readonly [number, number])[] = [];
  for (const match of text.slice(0, 500).matchAll(SPAN)) {
    const from = readDate(match[1], 0, context);
    const to = readDate(match[2], 0, context);
    if (from !== undefined && to !== undefined)
      spans.push([from.day * 86_400 + (from.second ?? 0), to.day * 86_400 + (to.second ?? 86_399)]);
  }
  return spans;
}
