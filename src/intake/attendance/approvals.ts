import type { Day } from '../../facts/date';
import { compareDecimals, decimalOf, type Decimal } from '../../facts/decimal';
import type { Moment } from '../../facts/incident';
import { columnLetters, type Grid } from '../../workbook/grid';
import type { ReadOptions } from '../options';
import { headerUnit, rowsOf, type DataRow, type FieldCell } from '../recognise/rows';
import type { Approval, SheetReading } from '../types';
import { readDate, type DateContext, type DateReading } from '../values/date';
import { readDuration, type DurationUnit } from '../values/duration';
import { cellText, compactText } from '../values/text';
import type { Collector } from './collector';
import { personOf } from './who';

const DONE =
  /^(?:审批)?(?:已?完成|已?通过|审批通过|已?同意|结束|已结束|已办结|归档|已归档|approved|completed|agree|finished|生效)$/i;
const AGREED = /^(?:审批)?(?:同意|通过|已同意|已通过|审批通过|approved|agree|agreed|批准|已批准)$/i;
const PUNCH = /补卡|漏打卡|忘打卡|缺卡|未打卡|忘记打卡|漏卡/;

/** Reads sheets of requests: leave, made-up punches, trips. Only completed and agreed ones are granted. */
export function* readApprovals(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
  out: Approval[],
): Generator<void> {
  const context: DateContext = { period: reading.period ?? options.period, date1904: grid.date1904 };
  const unit = headerUnit(reading, 'length') ?? 'days';
  const title =
    reading.titleRows.map((r) => (grid.rows[r - 1] ?? []).map((value) => cellText(value)).join('')).join('') +
    grid.sheet;
  const usual = /补卡|出差|外出|加班/.exec(title)?.[0] ?? '';
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    readRow(row, grid.sheet, unit, usual, context, into, out);
    count += 1;
    if (count % 2000 === 0) yield;
  }
}

function readRow(
  row: DataRow,
  sheet: string,
  unit: DurationUnit,
  usual: string,
  context: DateContext,
  into: Collector,
  out: Approval[],
): void {
  const index = row.row - 1;
  const who = personOf(row);
  const type =
    compactText(row.text('leaveType') || row.text('approvalType') || row.text('dayResult')) || usual;
  const start = row.cell('startTime') ?? row.cell('date');
  const from = start === undefined ? undefined : dateOf(start, context);
  const end = row.cell('endTime') ?? start;
  const to = end === undefined ? undefined : dateOf(end, context);
  if (who === undefined || from === undefined || to === undefined || to.day < from.day) {
    into.aside(who === undefined ? 'PERSON_MISSING' : 'DATE_UNREADABLE', index, start?.column, {
      ...(who === undefined ? {} : { who }),
    });
    return;
  }
  const granted = isGranted(row);
  const lengthCell = row.cell('length');
  const length = lengthCell === undefined ? undefined : readDuration(lengthCell.value, unit, lengthCell.kind);
  const kind = kindOf(type);
  const approval: Approval = {
    who,
    kind,
    ...(type === '' ? {} : { leaveType: type }),
    from: momentOf(from, 'start'),
    to: momentOf(to, 'end'),
    ...(length?.days === undefined ? {} : { days: length.days }),
    ...(length?.minutes === undefined ? {} : { minutes: length.minutes }),
    granted,
    source: { sheet, row: row.row, ...(start === undefined ? {} : { column: columnLetters(start.column) }) },
  };
  out.push(approval);
  if (!granted) {
    into.drop(
      'APPROVAL_NOT_GRANTED',
      index,
      row.cell('approvalResult')?.column ?? row.cell('approvalStatus')?.column,
      { who, date: from.day },
    );
    return;
  }
  if (kind === 'leave') leaveEvents(approval, length, index, start?.column, into);
}

function dateOf(cell: FieldCell, context: DateContext): DateReading | undefined {
  const read = readDate(cell.value, cell.kind, context);
  return read?.alternative === undefined ? read : undefined;
}

function momentOf(date: DateReading, edge: 'start' | 'end'): Moment {
  const half =
    date.half === 'am'
      ? edge === 'start'
        ? 0
        : 43_200
      : date.half === 'pm'
        ? edge === 'start'
          ? 43_200
          : 86_400
        : undefined;
  return { day: date.day, second: date.second ?? half ?? (edge === 'start' ? 0 : 86_400) };
}

function isGranted(row: DataRow): boolean {
  const status = compactText(row.text('approvalStatus'));
  const result = compactText(row.text('approvalResult'));
  if (result !== '') return AGREED.test(result) && (status === '' || DONE.test(status));
  return status !== '' && DONE.test(status) && row.cell('approvalResult') === undefined;
}

function kindOf(type: string): Approval['kind'] {
  if (PUNCH.test(type)) return 'punch';
  if (type.includes('出差')) return 'business_trip';
  if (/外出|外勤/.test(type)) return 'outing';
  if (type.includes('加班')) return 'overtime';
  return /假|调休|补休|年休/.test(type) || type === '' ? 'leave' : 'other';
}

/** One event a day; the days of a longer request only where they are plainly one each. */
function leaveEvents(
  approval: Approval,
  length: { days?: Decimal; minutes?: Decimal } | undefined,
  row: number,
  column: number | undefined,
  into: Collector,
): void {
  const first = approval.from.day;
  const last: Day =
    approval.to.second === 0 && approval.to.day > first ? approval.to.day - 1 : approval.to.day;
  const span = last - first + 1;
  const each = length?.days !== undefined && compareDecimals(length.days, decimalOf(span)) === 0;
  const type = approval.leaveType === undefined ? {} : { leaveType: approval.leaveType };
  if (span === 1) {
    into.event(
      approval.who,
      first,
      {
        kind: 'leave',
        ...type,
        ...(length?.days === undefined ? {} : { days: length.days }),
        ...(length?.minutes === undefined ? {} : { minutes: length.minutes }),
      },
      row,
      column,
    );
    return;
  }
  if (span > 366) return;
  for (let day = first; day <= last; day += 1)
    into.event(
      approval.who,
      day,
      { kind: 'leave', ...type, ...(each ? { days: decimalOf(1) } : {}) },
      row,
      column,
    );
}
