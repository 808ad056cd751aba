import { compareDecimals, decimalOf, formatDecimal, type Decimal } from '../../facts/decimal';
import type { DataRow } from '../recognise/rows';
import { readDate } from '../values/date';
import { readDuration } from '../values/duration';
import { readTime, secondsFromStart } from '../values/time';
import type { Collector } from './collector';
import type { Found, Slot } from './dailyLayout';

const LATE_FIELDS: Readonly<Record<string, string>> = {
  late: 'lateMinutes',
  severe_late: 'severeLateMinutes',
  absent_late: 'absentLateMinutes',
  early_leave: 'earlyMinutes',
};
export function slotSecond(slot: Slot, hours: readonly (readonly [number, number])[]): number | undefined {
  const pair = hours[slot.index - 1] ?? (slot.index === 1 ? hours[0] : undefined);
  return pair === undefined ? undefined : slot.side === 'in' ? pair[0] : pair[1];
}

/** The minutes a cell says, else the sheet's own column, else punch against shift; a disagreement is a finding. */
export function minutesOf(
  row: DataRow,
  one: Found,
  all: readonly Found[],
  hours: readonly (readonly [number, number])[],
  into: Collector,
): Decimal | undefined {
  const field = LATE_FIELDS[one.kind];
  if (field === undefined) return one.minutes;
  const written = isSingle(one, all)
    ? readDuration(row.value(field), 'minutes', row.kind(field))?.minutes
    : undefined;
  const stated = written !== undefined && written.digits > 0n ? written : undefined;
  const computed = fromPunch(row, one, hours) ?? fromRecord(row, one);
  const value = one.minutes ?? stated ?? computed;
  if (value === undefined) return undefined;
  const other = differs(stated, value) ? stated : differs(computed, value) ? computed : undefined;
  if (other !== undefined)
    into.finding('MINUTES_DISAGREE', 'warning', row.row - 1, row.column(field) ?? one.column ?? 0, {
      used: formatDecimal(value),
      other: formatDecimal(other),
    });
  return value;
}

function isSingle(one: Found, all: readonly Found[]): boolean {
  let count = 0;
  for (const other of all) if (other.kind === one.kind && other.cancelled === undefined) count += 1;
  return count === 1;
}

const differs = (a: Decimal | undefined, b: Decimal): boolean =>
  a !== undefined && a !== b && compareDecimals(a, b) !== 0;

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
