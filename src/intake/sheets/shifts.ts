import type { Grid } from '../../workbook/grid';
import type { Collector } from '../attendance/collector';
import { dayColumns } from '../attendance/matrix';
import { readShiftText } from '../attendance/shiftText';
import { personOf } from '../attendance/who';
import type { ReadOptions } from '../options';
import { columnsByField, rowsOf, type DataRow } from '../recognise/rows';
import type { PersonRef, ScheduledShift, SheetReading, ShiftTime } from '../types';
import { readDate } from '../values/date';
import { cellText, isBlank } from '../values/text';
import { readTime, secondsFromStart } from '../values/time';

/** Reads tables of shifts (name, start, end) and schedules (who works which shift, on which day). */
export function* readShifts(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
  out: { readonly shifts: ShiftTime[]; readonly schedule: ScheduledShift[] },
): Generator<void> {
  const period = reading.period ?? options.period;
  const days = dayColumns(reading, period);
  const fields = columnsByField(reading);
  const dated = fields.has('date');
  const personal = fields.has('name') || fields.has('id');
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const who = personal ? personOf(row) : undefined;
    if (personal && who === undefined) into.aside('PERSON_MISSING', row.row - 1, undefined);
    else if (who !== undefined && days.length > 0) {
      for (const { column, day } of days) {
        const shift = cellText(grid.rows[row.row - 1]?.[column]);
        if (shift !== '') out.schedule.push({ who, day, shift });
      }
    } else readRow(grid, row, who, dated, { period, date1904: grid.date1904 }, into, out);
    count += 1;
    if (count % 1000 === 0) yield;
  }
}

function readRow(
  grid: Grid,
  row: DataRow,
  who: PersonRef | undefined,
  dated: boolean,
  context: { readonly period: ReadOptions['period']; readonly date1904: boolean },
  into: Collector,
  out: { readonly shifts: ShiftTime[]; readonly schedule: ScheduledShift[] },
): void {
  const index = row.row - 1;
  const label = readShiftText(row.text('shift'));
  const hours = hoursOf(grid, row);
  if (who !== undefined) {
    const date = readDate(row.value('date'), row.kind('date'), context);
    if (dated && (date === undefined || date.alternative !== undefined)) {
      into.aside('DATE_UNREADABLE', index, row.cell('date')?.column, { who });
      return;
    }
    const shift =
      hours === undefined
        ? row.text('shift')
        : `${label.name ?? ''} ${clock(hours[0])}-${clock(hours[1])}`.trim();
    if (shift === '') return;
    out.schedule.push({ who, shift, ...(date === undefined ? {} : { day: date.day }) });
    return;
  }
  if (label.off) return;
  if (label.name === undefined || hours === undefined) {
    into.aside('SHIFT_UNREADABLE', index, row.cell('shift')?.column);
    return;
  }
  out.shifts.push({
    name: label.name,
    start: hours[0],
    end: hours[1],
    source: { sheet: grid.sheet, row: row.row },
  });
}

/** Two columns, or one text such as `08:00-16:00` anywhere in the row. */
function hoursOf(grid: Grid, row: DataRow): readonly [number, number] | undefined {
  const [from, to] = [row.cell('startTime'), row.cell('endTime')];
  const start = from === undefined ? undefined : readTime(from.value, from.kind);
  const end = to === undefined ? undefined : readTime(to.value, to.kind);
  if (start !== undefined && end !== undefined) {
    const last = secondsFromStart(end);
    return [start.second, last <= start.second ? last + 86_400 : last];
  }
  for (const value of (grid.rows[row.row - 1] ?? []).slice(0, 60)) {
    if (typeof value !== 'string' || isBlank(value)) continue;
    const found = readShiftText(value).hours[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

function clock(second: number): string {
  const inDay = second > 86_400 ? second - 86_400 : second;
  return `${String(Math.floor(inDay / 3600)).padStart(2, '0')}:${String(Math.floor((inDay % 3600) / 60)).padStart(2, '0')}`;
}
