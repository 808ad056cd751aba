import { calendarDate, dayOf, monthOfDay } from '../../facts/date';
import type { MetricName } from '../../facts/metric';
import { columnLetters, type Grid } from '../../workbook/grid';
import type { Collector } from '../attendance/collector';
import type { ReadOptions } from '../options';
import { rowsOf, type DataRow, type FieldCell } from '../recognise/rows';
import type { SheetMetric, SheetReading } from '../types';
import { readDate, type DateContext, type DateReading } from '../values/date';
import { readPeriod } from '../values/period';
import { cellText, compactText, isNoData } from '../values/text';
import { readTime } from '../values/time';

const REPORTS: readonly (readonly [RegExp, MetricName])[] = [
  [/流失/, 'attrition_list_submitted_on'],
  [/日报|日分析|每日/, 'daily_report_submitted_at'],
  [/运营报告|运营分析|月报|月度报告|月运营/, 'monthly_report_submitted_on'],
];
const NOT_DONE = /^(?:未|尚未|没有|缺|漏)(?:交|提交|报|上交|报送)?/;

/**
 * Reads lists of reports that were due: `day` is the day the report was due, `at`/`on` when it came; neither = it has
 * not come. A daily report that only names its work date is due the day after.
 */
export function* readSubmissions(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
  out: SheetMetric[],
): Generator<void> {
  const context: DateContext = { period: reading.period ?? options.period, date1904: grid.date1904 };
  const title =
    reading.titleRows
      .map((row) => (grid.rows[row - 1] ?? []).map((value) => cellText(value)).join(''))
      .join('') + grid.sheet;
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    readRow(row, grid.sheet, title, context, into, out);
    count += 1;
    if (count % 2000 === 0) yield;
  }
}

function readRow(
  row: DataRow,
  sheet: string,
  title: string,
  context: DateContext,
  into: Collector,
  out: SheetMetric[],
): void {
  const index = row.row - 1;
  const report = compactText(row.text('report')) || title;
  const name = REPORTS.find(([pattern]) => pattern.test(report))?.[1];
  if (name === undefined) {
    into.drop('REPORT_UNKNOWN', index, row.cell('report')?.column, {
      params: { report: report.slice(0, 40) },
    });
    return;
  }
  const due = dueDay(row, name, context, into);
  if (due === undefined) {
    into.aside('DUE_DATE_MISSING', index, row.cell('dueAt')?.column, {
      params: { report: report.slice(0, 40) },
    });
    return;
  }
  const team = row.text('team') || row.text('department');
  const cell = row.cell('submittedAt');
  const base = {
    ...(team === '' ? {} : { team }),
    name,
    month: monthOfDay(due),
    day: due,
    source: { sheet, row: row.row, ...(cell === undefined ? {} : { column: columnLetters(cell.column) }) },
  };
  if (cell === undefined || isNoData(cell.value) || NOT_DONE.test(cellText(cell.value))) {
    out.push(base);
    return;
  }
  const when = submitted(cell, due, context);
  if (
    when === undefined ||
    when.alternative !== undefined ||
    (name === 'daily_report_submitted_at' && when.second === undefined && when.day === due)
  ) {
    into.aside('SUBMITTED_UNREADABLE', index, cell.column, {
      dates: [due],
      params: { text: cellText(cell.value).slice(0, 40) },
    });
    return;
  }
  if (name === 'daily_report_submitted_at')
    out.push({ ...base, at: { day: when.day, second: when.second ?? 86_399 } });
  else out.push({ ...base, on: when.day });
}

/** A full date, or a clock time on the day it was due. */
function submitted(cell: FieldCell, due: number, context: DateContext): DateReading | undefined {
  const date = readDate(cell.value, cell.kind, context);
  if (date !== undefined) return date;
  const time = readTime(cell.value, cell.kind);
  return time === undefined ? undefined : { day: due + (time.nextDay === true ? 1 : 0), second: time.second };
}

function dueDay(row: DataRow, name: MetricName, context: DateContext, into: Collector): number | undefined {
  const due = row.cell('dueAt');
  const stated = due === undefined ? undefined : readDate(due.value, due.kind, context);
  if (stated !== undefined && stated.alternative === undefined) return stated.day;
  const cell = row.cell('reportDate') ?? row.cell('date');
  const about = cell === undefined ? undefined : readDate(cell.value, cell.kind, context);
  if (name === 'daily_report_submitted_at') {
    if (about === undefined || cell === undefined) return undefined;
    into.findingOnce('REPORT_DUE_NEXT_DAY', 'info', row.row - 1, cell.column);
    return about.day + 1;
  }
  // `每月5日` with the month of the report: due on that day of the month after.
  const date = /(\d{1,2})[日号]/.exec(due === undefined ? '' : cellText(due.value));
  const monthCell = row.cell('month') ?? cell;
  const span =
    monthCell === undefined
      ? undefined
      : (readPeriod(cellText(monthCell.value), context.period) ??
        (about === undefined ? undefined : { from: about.day, to: about.day }));
  if (date === null || span === undefined) return undefined;
  const { year, month } = calendarDate(span.from);
  return month === 12 ? dayOf(year + 1, 1, Number(date[1])) : dayOf(year, month + 1, Number(date[1]));
}
