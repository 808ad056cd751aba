import { formatDecimal } from '../../facts/decimal';
import type { DataRow } from '../recognise/rows';
import { readDuration } from '../values/duration';
import { readDecimal } from '../values/number';
import type { Collector } from './collector';
import type { CountColumn, Found, Layout } from './dailyLayout';
import { readResult, type ResultReading } from './words';

/** Joins the day's own result with those of the punches; false when one says normal and the other does not. */
export function mergeSummary(found: Found[], summary: ResultReading, column: number): boolean {
  if (summary.cancels !== undefined) {
    found.length = 0;
    return true;
  }
  const open = found.filter((one) => one.cancelled === undefined);
  if (summary.happenings.length === 0) return !(summary.normal && open.length > 0);
  for (const one of summary.happenings) {
    const at = found.findIndex((other) => other.kind === one.kind && other.minutes === undefined);
    if (at >= 0) {
      const old = found[at]!;
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

/** Columns in which platforms count what happened. */
export const COUNTS: readonly CountColumn[] = [
  ['lateCount', 'late', 'lateMinutes'],
  ['severeLateCount', 'severe_late', 'severeLateMinutes'],
  ['absentLateDays', 'absent_late', 'absentLateMinutes'],
  ['earlyCount', 'early_leave', 'earlyMinutes'],
  ['missInCount', 'missing_punch', undefined, '上班'],
  ['missOutCount', 'missing_punch', undefined, '下班'],
  ['missCount', 'missing_punch', undefined],
  ['absentDays', 'absent', undefined],
];

/** Platforms count 旷工迟到 among the absences and 严重迟到 among the latenesses. */
const NEAR: Readonly<Partial<Record<Found['kind'], readonly Found['kind'][]>>> = {
  absent: ['absent_late'],
  late: ['severe_late', 'absent_late'],
};

/** The sheet counts something that its words do not say. */
export function checkCounts(
  row: DataRow,
  { slots, counts }: Layout,
  found: readonly Found[],
  into: Collector,
): void {
  if (slots.length === 0 && found.length > 0) return;
  for (const [field, kind] of counts) {
    const column = row.column(field);
    const count = column === undefined ? undefined : readDecimal(row.value(field));
    if (column === undefined || count === undefined || count.digits <= 0n) continue;
    const near = NEAR[kind];
    if (!found.some((one) => one.kind === kind || near?.includes(one.kind) === true)) {
      into.finding('COUNT_DISAGREE', 'warning', row.row - 1, column, {
        stated: formatDecimal(count),
        read: 0,
      });
    }
  }
}

/** Where a sheet has counts and minutes but no words. */
export function fromCounts(row: DataRow): Found[] {
  const found: Found[] = [];
  for (const [field, kind, minutesField, slot] of COUNTS) {
    const count = readDecimal(row.value(field));
    if (count === undefined || count.digits <= 0n) continue;
    const column = row.column(field);
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
export function addLeave(row: DataRow, fields: readonly string[], found: Found[]): void {
  const leaves: Found[] = [];
  for (const field of fields) {
    const days = readDecimal(row.value(field));
    const column = row.column(field);
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
