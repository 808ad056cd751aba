import { formatDay, type Day } from '../../facts/date';
import type { CellValue, Grid } from '../../workbook/grid';
import type { ReadOptions } from '../options';
import { columnsByField, rowsOf, type DataRow } from '../recognise/rows';
import type { SheetReading } from '../types';
import { readDate, type DateContext } from '../values/date';
import { cellText, isNoData } from '../values/text';
import type { Collector } from './collector';
import { emit } from './dailyEvents';
import type { Found, Layout, Slot } from './dailyLayout';
import { addLeave, checkCounts, COUNTS, fromCounts, mergeSummary } from './dailySummary';
import { readShiftText, shiftHours } from './shiftText';
import { personOf } from './who';
import { readResult } from './words';

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
  const empty: DataRow[] = [];
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    if (slots.length > 0 && fields.has('shift') && isEmpty(row, slots)) empty.push(row);
    else readRow(row, { slots, leaves, counts }, context, options, into);
    count += 1;
    if (count % 2000 === 0) yield;
  }
  if (empty.length > 0)
    yield* readEmpty(grid, reading, empty, { slots, leaves, counts }, context, options, into);
}

/** Neither a punch nor a result nor anything that explains it. */
function isEmpty(row: DataRow, slots: readonly Slot[]): boolean {
  for (const { resultField, timeField } of slots)
    if (!isNoData(row.value(resultField)) || !isNoData(row.value(timeField))) return false;
  return ['dayResult', 'approvalRef', 'firstPunch', 'lastPunch'].every((field) => isNoData(row.value(field)));
}

/**
 * Days of work on which the sheet says nothing: normal in some files, an absence in others, so they are asked about. Days
 * after the last one with any result are still to come.
 */
function* readEmpty(
  grid: Grid,
  reading: SheetReading,
  empty: readonly DataRow[],
  layout: Layout,
  context: DateContext,
  options: ReadOptions,
  into: Collector,
): Generator<void> {
  const silent = new Set(empty.map(({ row }) => row));
  let last = -Infinity;
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    count += 1;
    if (count % 2000 === 0) yield;
    if (silent.has(row.row)) continue;
    last = Math.max(
      last,
      readDate(row.value('date') ?? row.value('workDate'), row.kind('date'), context)?.day ?? last,
    );
  }
  for (const row of empty) {
    count += 1;
    if (count % 2000 === 0) yield;
    const before = into.events.length + into.setAside.length;
    readRow(row, layout, context, options, into);
    if (into.events.length + into.setAside.length > before) continue;
    const shift = readShiftText(row.text('shift'));
    if (shift.off || (shift.hours.length === 0 && shiftHours(shift.name, options.shifts ?? []) === undefined))
      continue;
    const day = readRowDate(row, context, into);
    const who = personOf(row);
    if (day === undefined || who === undefined || day > last) continue;
    into.aside('NO_PUNCH', row.row - 1, row.cell(layout.slots[0]!.resultField)?.column, {
      who,
      dates: [day],
      params: { date: formatDay(day) },
    });
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
        params: { text: cellText(whole.value).slice(0, 40) },
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
