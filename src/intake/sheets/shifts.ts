import type { Grid } from '../../workbook/grid';
import type { Collector } from '../attendance/collector';
import { readShiftText } from '../attendance/shiftText';
import { rowsOf } from '../recognise/rows';
import type { SheetReading, ShiftTime } from '../types';
import { isBlank } from '../values/text';
import { readTime, secondsFromStart } from '../values/time';

/** Reads tables of shifts: name with start and end in two columns, or hours in one text. */
export function* readShifts(grid: Grid, reading: SheetReading, into: Collector, out: ShiftTime[]): Generator<void> {
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const index = row.row - 1;
    const label = readShiftText(row.text('shift'));
    const [from, to] = [row.cell('startTime'), row.cell('endTime')];
    const start = from === undefined ? undefined : readTime(from.value, from.kind);
    const end = to === undefined ? undefined : readTime(to.value, to.kind);
    let hours: readonly [number, number] | undefined = label.hours[0];
    if (start !== undefined && end !== undefined) {
      const last = secondsFromStart(end);
      hours = [start.second, last <= start.second ? last + 86_400 : last];
    }
    if (hours === undefined) {
      for (const value of grid.rows[index] ?? []) {
        if (typeof value === 'string' && !isBlank(value)) hours ??= readShiftText(value).hours[0];
      }
    }
    if (label.off) continue;
    if (label.name === undefined || hours === undefined) {
      into.aside('SHIFT_UNREADABLE', index, from?.column);
      continue;
    }
    out.push({ name: label.name, start: hours[0], end: hours[1], source: { sheet: grid.sheet, row: row.row } });
  }
  yield;
}
