import { decimalOf, formatDecimal, type Decimal } from '../../facts/decimal';
import type { AttendanceKind } from '../../facts/attendance';
import type { Grid } from '../../workbook/grid';
import type { ReadOptions } from '../options';
import { columnsByField, rowsOf, type DataRow } from '../recognise/rows';
import type { PersonRef, SheetReading } from '../types';
import { readDecimal } from '../values/number';
import type { Collector } from './collector';
import { readRemark } from './remarks';
import { personOf } from './who';

interface CountColumn {
  readonly field: string;
  readonly kind: AttendanceKind;
  readonly leaveType?: string;
}

const COUNTS: readonly CountColumn[] = [
  { field: 'lateCount', kind: 'late' },
  { field: 'severeLateCount', kind: 'severe_late' },
  { field: 'absentLateDays', kind: 'absent_late' },
  { field: 'earlyCount', kind: 'early_leave' },
  { field: 'missCount', kind: 'missing_punch' },
  { field: 'absentDays', kind: 'absent' },
];

/** Reads hand-made month summaries: one row a person, counts, and the events with their dates in the remark. */
export function* readHandmade(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
): Generator<void> {
  const fields = columnsByField(reading);
  const counts = [
    ...COUNTS.filter(({ field }) => fields.has(field)),
    ...[...fields.keys()]
      .filter((field) => field.startsWith('leave.'))
      .map((field) => ({ field, kind: 'leave' as const, leaveType: field.slice(6) })),
  ];
  const period = reading.period ?? options.period;
  let seen = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const who = personOf(row);
    const index = row.row - 1;
    if (who === undefined) {
      if (counts.some(({ field }) => (readDecimal(row.value(field))?.digits ?? 0n) > 0n))
        into.aside('PERSON_MISSING', index, undefined);
      continue;
    }
    readRow(row, who, counts, { period, date1904: grid.date1904 }, into);
    seen += 1;
    if (seen % 500 === 0) yield;
  }
}

interface Dated {
  readonly kind: AttendanceKind;
  readonly leaveType?: string;
}

function readRow(
  row: DataRow,
  who: PersonRef,
  counts: readonly CountColumn[],
  context: { period: ReadOptions['period']; date1904: boolean },
  into: Collector,
): void {
  const index = row.row - 1;
  const done: Dated[] = [];
  for (const cell of row.cells('remark')) {
    if (typeof cell.value !== 'string') continue;
    const { dated, rest } = readRemark(cell.value, context);
    const total = new Map<string, number>();
    for (const remark of dated)
      for (const one of remark.happenings) {
        if (remark.cancelled === undefined && one.cancelled === undefined) {
          const key = keyOf(one);
          total.set(key, (total.get(key) ?? 0) + remark.days.length);
        }
      }
    for (const remark of dated) {
      for (const one of remark.happenings) {
        for (const day of remark.days) {
          const cancelled = one.cancelled ?? remark.cancelled;
          if (cancelled !== undefined) {
            into.drop(cancelled, index, cell.column, {
              who,
              date: day,
              params: { text: remark.text.slice(0, 60) },
            });
            continue;
          }
          const days = one.days ?? daysOf(row, one, counts, total.get(keyOf(one)) ?? 1);
          done.push(one);
          into.event(
            who,
            day,
            {
              kind: one.kind,
              ...(one.minutes === undefined ? {} : { minutes: one.minutes }),
              ...(days === undefined ? {} : { days }),
              ...(one.slot === undefined ? {} : { slot: one.slot }),
              ...(one.leaveType === undefined ? {} : { leaveType: one.leaveType }),
            },
            index,
            cell.column,
          );
        }
      }
    }
    for (const text of rest)
      if (/迟到|早退|旷工|缺卡|未打卡|脱岗/.test(text))
        into.finding('REMARK_UNREAD', 'warning', index, cell.column, { text: text.slice(0, 60) });
  }
  checkCounts(row, who, counts, done, into);
}

const keyOf = (one: Dated): string => `${one.kind}/${one.kind === 'leave' ? (one.leaveType ?? '') : ''}`;

/** Days of leave and absence: the column's count shared among the dates, where it divides evenly. */
function daysOf(
  row: DataRow,
  one: Dated,
  counts: readonly CountColumn[],
  dates: number,
): Decimal | undefined {
  if (one.kind !== 'leave' && one.kind !== 'absent') return undefined;
  const column = counts.find((count) => keyOf(count) === keyOf(one));
  const count = column === undefined ? undefined : readDecimal(row.value(column.field));
  if (count === undefined || count.digits <= 0n) return decimalOf(1);
  const parts = count.digits * 10n;
  return parts % BigInt(dates) === 0n ? { digits: parts / BigInt(dates), scale: count.scale + 1 } : undefined;
}

/** Counts without a dated event cannot be placed on a day; other differences are findings. */
function checkCounts(
  row: DataRow,
  who: PersonRef,
  counts: readonly CountColumn[],
  done: readonly Dated[],
  into: Collector,
): void {
  for (const column of counts) {
    const cell = row.cell(column.field);
    const count = cell === undefined ? undefined : readDecimal(cell.value);
    if (cell === undefined || count === undefined || count.digits <= 0n) continue;
    const dated = done.filter((one) => keyOf(one) === keyOf(column)).length;
    const stated = formatDecimal(count);
    if (dated === 0) {
      const params = { kind: column.kind, count: stated };
      // Leave charges nobody by itself: worth a look, not a refusal.
      if (column.kind === 'leave')
        into.finding('ATTENDANCE_DATE_MISSING', 'info', row.row - 1, cell.column, params);
      else into.aside('ATTENDANCE_DATE_MISSING', row.row - 1, cell.column, { who, params });
    } else if (column.kind !== 'leave' && column.kind !== 'absent' && stated !== String(dated)) {
      into.finding('COUNT_DISAGREE', 'warning', row.row - 1, cell.column, { stated, read: dated });
    }
  }
}
