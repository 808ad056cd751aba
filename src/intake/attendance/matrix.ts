import type { Day } from '../../facts/date';
import { parseDay } from '../../facts/date';
import { decimalOf, formatDecimal } from '../../facts/decimal';
import type { Grid } from '../../workbook/grid';
import type { ReadOptions } from '../options';
import { rowsOf, type DataRow } from '../recognise/rows';
import type { PersonRef, SheetEvent, SheetReading } from '../types';
import { readDate } from '../values/date';
import { readDecimal } from '../values/number';
import type { Period } from '../values/period';
import { isBlank } from '../values/text';
import type { Collector } from './collector';
import { readShiftText } from './shiftText';
import { personOf } from './who';
import { readResult } from './words';

/** A column of a matrix and the day it stands for. */
export interface DayColumn {
  readonly column: number;
  readonly day: Day;
}

/**
 * The days of a matrix: `day.9` needs the sheet's month, `day.10-09` its year. Where the days run over the end of a
 * month (26 .. 31, 1 .. 25) they follow the period; without a period there are none.
 */
export function dayColumns(reading: SheetReading, period: Period | undefined): DayColumn[] {
  const found: DayColumn[] = [];
  let previous: Day | undefined;
  for (const column of reading.columns) {
    if (column.field?.startsWith('day.') !== true) continue;
    const text = column.field.slice(4);
    const day = dayOfLabel(text, period, previous);
    if (day === undefined) continue;
    found.push({ column: column.index, day });
    previous = day;
  }
  return found;
}

function dayOfLabel(text: string, period: Period | undefined, previous: Day | undefined): Day | undefined {
  const full = parseDay(text);
  if (full !== undefined) return full;
  if (period === undefined) return undefined;
  if (text.includes('-')) return readDate(text, 0, { period })?.day;
  const date = Number(text);
  if (!Number.isInteger(date)) return undefined;
  const start = previous === undefined ? period.from : previous + 1;
  const limit = Math.min(period.to, start + 31);
  for (let day = start; day <= limit; day += 1) if (readDayOfMonth(day) === date) return day;
  return undefined;
}

function readDayOfMonth(day: Day): number {
  return new Date(day * 86_400_000).getUTCDate();
}

/** Reads sheets with one row a person and a text under every day: DingTalk 月度汇总, Feishu. */
export function* readMatrix(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
): Generator<void> {
  const days = dayColumns(reading, reading.period ?? options.period);
  if (days.length === 0)
    into.findingOnce('PERIOD_REQUIRED', 'error', Math.max(0, (reading.headerRows[0] ?? 1) - 1), 0);
  let carried: PersonRef | undefined;
  let cells = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const who = personOf(row, carried);
    carried = who;
    const index = row.row - 1;
    const before = into.events.length;
    if (who === undefined) {
      if (days.some(({ column }) => !isBlank(grid.rows[index]?.[column])))
        into.aside('PERSON_MISSING', index, undefined);
      continue;
    }
    const shift = readShiftText(row.text('shift')).name;
    for (const { column, day } of days) {
      const value = grid.rows[index]?.[column];
      if (typeof value !== 'string' || value === '') {
        if (typeof value === 'number')
          into.aside('RESULT_UNKNOWN', index, column, { who, dates: [day], params: { text: String(value) } });
        continue;
      }
      readCell(value, who, day, shift, index, column, into);
    }
    compareCounts(row, into.events.slice(before), into);
    cells += days.length;
    if (cells > 8000) {
      cells = 0;
      yield;
    }
  }
}

function readCell(
  value: string,
  who: PersonRef,
  day: Day,
  shift: string | undefined,
  row: number,
  column: number,
  into: Collector,
): void {
  const result = readResult(value);
  for (const text of result.unknown)
    into.aside('RESULT_UNKNOWN', row, column, { who, dates: [day], params: { text } });
  if (result.cancels !== undefined) {
    into.drop(result.cancels, row, column, { who, date: day });
    return;
  }
  for (const one of result.happenings) {
    if (one.cancelled !== undefined) {
      into.drop(one.cancelled, row, column, { who, date: day });
      continue;
    }
    const days = one.days ?? (one.kind === 'absent' ? decimalOf(1) : undefined);
    into.event(
      who,
      day,
      {
        kind: one.kind,
        ...(one.minutes === undefined ? {} : { minutes: one.minutes }),
        ...(days === undefined ? {} : { days }),
        ...(one.slot === undefined ? {} : { slot: one.slot }),
        ...(one.leaveType === undefined ? {} : { leaveType: one.leaveType }),
        ...(shift === undefined ? {} : { shift }),
      },
      row,
      column,
    );
  }
}

const COUNTED: readonly (readonly [field: string, kind: SheetEvent['kind'], slot?: string])[] = [
  ['lateCount', 'late'],
  ['severeLateCount', 'severe_late'],
  ['absentLateDays', 'absent_late'],
  ['earlyCount', 'early_leave'],
  ['missInCount', 'missing_punch', '上班'],
  ['missOutCount', 'missing_punch', '下班'],
];

/** The sheet's own totals against the events read; a difference is a finding at the total. */
export function compareCounts(row: DataRow, events: readonly SheetEvent[], into: Collector): void {
  for (const [field, kind, slot] of COUNTED) {
    const cell = row.cell(field);
    const count = cell === undefined ? undefined : readDecimal(cell.value);
    if (cell === undefined || count === undefined) continue;
    const read = events.filter(
      (event) => event.kind === kind && (slot === undefined || event.slot?.startsWith(slot) === true),
    ).length;
    // Some exports count every lateness together.
    const all =
      kind === 'late'
        ? events.filter(
            (event) => event.kind === 'late' || event.kind === 'severe_late' || event.kind === 'absent_late',
          ).length
        : read;
    const text = formatDecimal(count);
    if (text !== String(read) && text !== String(all)) {
      into.finding('COUNT_DISAGREE', 'warning', row.row - 1, cell.column, { stated: text, read });
    }
  }
}
