import type { AttendanceKind } from '../../facts/attendance';
import type { Day } from '../../facts/date';
import { decimalOf, parseDecimal, type Decimal } from '../../facts/decimal';
import type { Grid } from '../../workbook/grid';
import type { ReadOptions } from '../options';
import { rowsOf, type DataRow } from '../recognise/rows';
import type { PersonRef, SheetReading } from '../types';
import { compactText, isBlank } from '../values/text';
import type { Collector } from './collector';
import { readLegend, type Legend } from './legend';
import type { SymbolMeaning } from './meanings';
import { dayColumns, type DayColumn } from './matrix';
import { readRemark } from './remarks';
import { personOf } from './who';

interface Mark {
  readonly meaning: SymbolMeaning;
  readonly minutes?: Decimal;
}

interface DayEvent {
  readonly kind: AttendanceKind;
  readonly leaveType?: string;
  minutes?: Decimal;
  halves: number;
  readonly slot?: string;
  readonly row: number;
  readonly column: number;
}

/** Reads hand-made sheets of symbols by the sheet's own legend; one or two rows (上午/下午) a person. */
export function* readSymbols(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
): Generator<void> {
  const period = reading.period ?? options.period;
  const days = dayColumns(reading, period);
  const legendRows = [
    ...reading.titleRows,
    ...reading.skipped.filter((row) => row.reason === 'note').map((row) => row.row),
  ].map((row) => row - 1);
  const beside = [...headersOf(reading), ...besideTable(grid, reading)];
  const { legend, found } = readLegend(grid, legendRows, beside, options.legend);
  const top = Math.max(0, (reading.headerRows[0] ?? 1) - 1);
  if (!found) into.findingOnce('LEGEND_REQUIRED', 'warning', top, days[0]?.column ?? 0);
  if (days.length === 0) into.findingOnce('PERIOD_REQUIRED', 'error', top, 0);
  let group: DataRow[] = [];
  let who: PersonRef | undefined;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const own = personOf(row);
    const another =
      own !== undefined &&
      (own.name !== who?.name || own.id !== who.id || (group.length >= 2 && !row.isMergedFromAbove('name')));
    if (another) {
      readPerson(grid, group, who, days, legend, period, into);
      yield;
      [group, who] = [[], own];
    } else if (
      own === undefined &&
      who === undefined &&
      days.some(({ column }) => !isBlank(grid.rows[row.row - 1]?.[column]))
    ) {
      into.aside('PERSON_MISSING', row.row - 1, undefined);
      continue;
    }
    group.push(row);
  }
  readPerson(grid, group, who, days, legend, period, into);
}

/** Headers of columns that count symbols: `迟到○`, or 迟到 over ○. */
function headersOf(reading: SheetReading): string[] {
  return reading.columns.flatMap(({ header, field }) =>
    field?.startsWith('day.') === true || header.length > 12 ? [] : [header.replaceAll('/', ' ')],
  );
}

/** Texts in columns of no other use: a legend may stand beside the table, a line a symbol. */
function besideTable(grid: Grid, reading: SheetReading): string[] {
  const texts: string[] = [];
  for (const { index, field } of reading.columns) {
    if (field !== undefined) continue;
    for (const row of grid.rows.slice(reading.dataStartRow - 1, reading.dataStartRow + 40)) {
      const value = row[index];
      if (typeof value === 'string' && value !== '' && value.length <= 40) texts.push(value);
    }
  }
  return texts;
}

function readPerson(
  grid: Grid,
  rows: readonly DataRow[],
  who: PersonRef | undefined,
  days: readonly DayColumn[],
  legend: Legend,
  period: ReadOptions['period'],
  into: Collector,
): void {
  if (who === undefined || rows.length === 0) return;
  const byDay = new Map<Day, DayEvent[]>();
  const halves = rows.length > 1;
  for (const [position, row] of rows.entries()) {
    const half = /下午|pm/i.test(row.text('shift'))
      ? '下午'
      : /上午|am/i.test(row.text('shift'))
        ? '上午'
        : halves
          ? position === 0
            ? '上午'
            : '下午'
          : undefined;
    for (const { column, day } of days) {
      const value = grid.rows[row.row - 1]?.[column];
      if (isBlank(value)) continue;
      const text = compactText(
        typeof value === 'string' ? value : String(typeof value === 'number' ? value : ''),
      );
      const { marks, unknown } = readMarks(text, legend);
      if (unknown !== '')
        into.aside('SYMBOL_UNKNOWN', row.row - 1, column, {
          who,
          dates: [day],
          params: { symbol: unknown.slice(0, 20) },
        });
      const partial = !halves && marks.length > 1 && marks.some((mark) => mark.meaning.kind === undefined);
      for (const mark of marks) {
        if (mark.meaning.kind === undefined) continue;
        add(byDay, day, mark, half, partial ? 1 : halves ? 1 : 2, row.row - 1, column);
      }
    }
  }
  for (const row of rows) remarks(row, who, byDay, period, into);
  for (const [day, events] of byDay) {
    for (const event of events) {
      const lasting =
        event.kind === 'leave' ||
        event.kind === 'absent' ||
        event.kind === 'business_trip' ||
        event.kind === 'outing';
      const length = event.halves >= 2 ? decimalOf(1) : { digits: 5n, scale: 1 };
      into.event(
        who,
        day,
        {
          kind: event.kind,
          ...(event.minutes === undefined ? {} : { minutes: event.minutes }),
          ...(lasting ? { days: length } : {}),
          ...(event.leaveType === undefined ? {} : { leaveType: event.leaveType }),
          ...(event.slot === undefined || lasting ? {} : { slot: event.slot }),
        },
        event.row,
        event.column,
      );
    }
  }
}

function add(
  byDay: Map<Day, DayEvent[]>,
  day: Day,
  mark: Mark,
  half: string | undefined,
  halves: number,
  row: number,
  column: number,
): void {
  const { kind, leaveType } = mark.meaning;
  if (kind === undefined) return;
  const list = byDay.get(day) ?? [];
  const lasting = kind === 'leave' || kind === 'absent' || kind === 'business_trip' || kind === 'outing';
  const same = lasting
    ? list.find((event) => event.kind === kind && event.leaveType === leaveType)
    : undefined;
  if (same !== undefined) same.halves += halves;
  else {
    list.push({
      kind,
      halves,
      row,
      column,
      ...(leaveType === undefined ? {} : { leaveType }),
      ...(mark.minutes === undefined ? {} : { minutes: mark.minutes }),
      ...(half === undefined ? {} : { slot: half }),
    });
  }
  byDay.set(day, list);
}

/** Takes symbols of the legend off the front, longest first, each with an optional number of minutes. */
function readMarks(
  text: string,
  legend: Legend,
): { readonly marks: readonly Mark[]; readonly unknown: string } {
  const marks: Mark[] = [];
  let unknown = '';
  let rest = text.slice(0, 40);
  while (rest !== '') {
    const found = [4, 3, 2, 1].map((n) => rest.slice(0, n)).find((symbol) => legend.has(symbol));
    if (found === undefined) {
      const first = [...rest][0] ?? rest;
      unknown += first;
      rest = rest.slice(first.length);
      continue;
    }
    rest = rest.slice(found.length);
    const number = /^[(]?(\d{1,3}(?:\.\d)?)(?:分钟?|'|min)?[)]?/.exec(rest);
    const minutes = number === null ? undefined : parseDecimal(number[1]!);
    if (number !== null) rest = rest.slice(number[0].length);
    marks.push({
      meaning: legend.get(found)!,
      ...(minutes === undefined ? {} : { minutes }),
    });
  }
  return { marks, unknown };
}

/** Minutes and pardons that stand only in the remark: `8号迟到47分`. */
function remarks(
  row: DataRow,
  who: PersonRef,
  byDay: Map<Day, DayEvent[]>,
  period: ReadOptions['period'],
  into: Collector,
): void {
  for (const cell of row.cells('remark')) {
    if (typeof cell.value !== 'string') continue;
    for (const remark of readRemark(cell.value, { period }).dated) {
      for (const one of remark.happenings) {
        for (const day of remark.days) {
          const list = byDay.get(day) ?? [];
          const at = list.findIndex((event) => event.kind === one.kind);
          const event = list[at];
          const cancelled = one.cancelled ?? remark.cancelled;
          if (event === undefined) {
            if (cancelled === undefined)
              into.finding('REMARK_WITHOUT_MARK', 'warning', row.row - 1, cell.column, {
                text: remark.text.slice(0, 60),
              });
          } else if (cancelled !== undefined) {
            list.splice(at, 1);
            into.drop(cancelled, event.row, event.column, { who, date: day });
          } else if (event.minutes === undefined && one.minutes !== undefined) event.minutes = one.minutes;
        }
      }
    }
  }
}
