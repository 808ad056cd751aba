import { formatDay, type Day } from '../../facts/date';
import type { CellValue, Grid } from '../../workbook/grid';
import type { ReadOptions } from '../options';
import { columnsByField, rowsOf, SheetRows, type DataRow } from '../recognise/rows';
import { SharedByRows } from '../recognise/sameRows';
import type { PersonRef, SheetReading } from '../types';
import { readDate, type DateContext, type DateReading } from '../values/date';
import { cellText, isNoData } from '../values/text';
import type { Collector } from './collector';
import { emit } from './dailyEvents';
import type { Found, Layout, Slot } from './dailyLayout';
import { addLeave, checkCounts, COUNTS, fromCounts, mergeSummary } from './dailySummary';
import { readShiftText, shiftHours } from './shiftText';
import { PERSON_FIELDS, personOf } from './who';
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
  const layout: Layout = { slots, leaves, counts };
  const rows = new SheetRows(grid, reading);
  const sheet: DailySheet = {
    layout,
    context,
    options,
    into,
    people: new SharedByRows(
      grid,
      reading,
      (field) => PERSON_FIELDS.has(field),
      (index) => personOf(rows.at(index)),
    ),
    dates: new SharedByRows(
      grid,
      reading,
      (field) => field === 'date' || field === 'workDate',
      (index) => rowDatesOf(rows.at(index), context),
    ),
    said: slots.map(() => new Map<string, SlotSays>()),
  };
  const results = new SharedByRows(grid, reading, resultFields(layout), (index) =>
    lookAtResults(rows.at(index), layout),
  );
  const maySayNothing = slots.length > 0 && fields.has('shift');
  const empty: DataRow[] = [];
  for (let index = rows.start; index < rows.end; index += 1) {
    if (index % SLICE === SLICE - 1) yield;
    if (!rows.holds(index)) continue;
    into.rowCount += 1;
    const look = results.of(index);
    if (look.plain && !(maySayNothing && look.silent)) continue;
    const row = rows.at(index);
    if (maySayNothing && look.silent && isEmpty(row, slots)) empty.push(row);
    else if (!look.plain) readRow(row, sheet);
  }
  if (empty.length > 0) yield* readEmpty(grid, reading, empty, sheet);
}

/** Rows between two pauses. */
const SLICE = 1000;

/** One sheet while it is read. Cells that say the same are read once. */
interface DailySheet {
  readonly layout: Layout;
  readonly context: DateContext;
  readonly options: ReadOptions;
  readonly into: Collector;
  readonly people: SharedByRows<PersonRef | undefined>;
  readonly dates: SharedByRows<RowDates>;
  /** What the texts under each slot say. */
  readonly said: readonly Map<string, SlotSays>[];
}

/** A result text under one slot, its happenings at their place. */
interface SlotSays {
  readonly found: readonly Found[];
  readonly unknown: readonly { readonly text: string; readonly column: number }[];
  readonly cancels?: { readonly code: string; readonly column: number };
}

/** The date of a row and the platform's own work date. */
interface RowDates {
  readonly date: DateReading | undefined;
  readonly work: DateReading | undefined;
}

const rowDatesOf = (row: DataRow, context: DateContext): RowDates => ({
  date: readDate(row.value('date'), row.kind('date'), context),
  work: readDate(row.value('workDate'), row.kind('workDate'), context),
});

/** What the result columns of rows come to; most rows of a sheet are alike there. */
interface ResultLook {
  /** Nothing but 正常, 休息 and blanks: most rows, and they need no more reading. */
  readonly plain: boolean;
  /** No slot has a result. */
  readonly silent: boolean;
}

function lookAtResults(row: DataRow, layout: Layout): ResultLook {
  return {
    plain: isPlain(row, layout),
    silent: layout.slots.every(({ resultField }) => isNoData(row.value(resultField))),
  };
}

/** The fields that {@link lookAtResults} looks at. */
function resultFields({ slots, leaves, counts }: Layout): (field: string) => boolean {
  const fields = new Set([
    'dayResult',
    ...slots.map(({ resultField }) => resultField),
    ...leaves,
    ...counts.map(([field]) => field),
  ]);
  return (field) => fields.has(field);
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
  sheet: DailySheet,
): Generator<void> {
  const { layout, context, options, into } = sheet;
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
    if (!isPlain(row, layout)) readRow(row, sheet);
    if (into.events.length + into.setAside.length > before) continue;
    const shift = readShiftText(row.text('shift'));
    if (shift.off || (shift.hours.length === 0 && shiftHours(shift.name, options.shifts ?? []) === undefined))
      continue;
    const day = readRowDate(row, sheet);
    const who = sheet.people.of(row.row - 1);
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

function readRow(row: DataRow, sheet: DailySheet): void {
  const { layout, into } = sheet;
  const { slots, leaves } = layout;
  const index = row.row - 1;
  const found: Found[] = [];
  let cancels: SlotSays['cancels'];
  const unknown: { readonly text: string; readonly column: number }[] = [];
  let used = 0;
  for (let place = 0; place < slots.length; place += 1) {
    const says = slotSays(row, sheet, place);
    if (says === undefined) continue;
    used += 1;
    for (const one of says.found) found.push(one);
    for (const one of says.unknown) unknown.push(one);
    if (says.cancels !== undefined) cancels = says.cancels;
  }
  const day = readRowDate(row, sheet);
  const who = sheet.people.of(row.row - 1);
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
  emit(row, who, day, found, used, sheet.context, sheet.options, into);
}

/** What the row says under a slot; undefined where it says nothing. */
function slotSays(row: DataRow, { layout, said }: DailySheet, place: number): SlotSays | undefined {
  const slot = layout.slots[place]!;
  const value = row.value(slot.resultField);
  if (typeof value !== 'string' || isNoData(value)) return undefined;
  const known = said[place]!.get(value);
  if (known !== undefined) return known;
  const column = row.column(slot.resultField) ?? 0;
  const result = readResult(value);
  const says: SlotSays = {
    found: result.happenings.map((one) => ({ ...one, slot: slot.name, column, place: slot })),
    unknown: result.unknown.map((text) => ({ text, column })),
    ...(result.cancels === undefined ? {} : { cancels: { code: result.cancels, column } }),
  };
  said[place]!.set(value, says);
  return says;
}

/** Nothing but 正常, 休息 and blanks. */
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

function readRowDate(row: DataRow, { dates, into }: DailySheet): Day | undefined {
  const { date, work } = dates.of(row.row - 1);
  const column = row.column('date') ?? row.column('workDate');
  if (date?.weekdayMismatch === true && column !== undefined) {
    // The platform's own work date settles it; without one the date is not certain.
    if (work === undefined) {
      into.finding('WEEKDAY_MISMATCH', 'warning', row.row - 1, column);
      return undefined;
    }
  }
  if (date !== undefined && work !== undefined && date.day !== work.day && column !== undefined) {
    into.finding('DATES_DISAGREE', 'warning', row.row - 1, column);
    return undefined;
  }
  return date?.alternative === undefined ? (date?.day ?? work?.day) : undefined;
}
