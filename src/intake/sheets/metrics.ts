import { monthOfDay, type MonthKey } from '../../facts/date';
import { compareDecimals, decimalOf, subtractDecimals, type Decimal } from '../../facts/decimal';
import type { MetricName } from '../../facts/metric';
import { columnLetters, type Grid } from '../../workbook/grid';
import type { Collector } from '../attendance/collector';
import { personOf } from '../attendance/who';
import type { ReadOptions } from '../options';
import { columnsByField, rowsOf, type DataRow, type FieldCell } from '../recognise/rows';
import type { SheetMetric, SheetReading } from '../types';
import { readDate, type DateContext } from '../values/date';
import { readQuantity } from '../values/number';
import { readPeriod } from '../values/period';
import { cellText, isNoData, textKey } from '../values/text';
import { readYesNo } from '../values/yesNo';

const NUMBERS: readonly (readonly [field: string, name: MetricName])[] = [
  ['householdsVisited', 'households_visited'],
  ['frontdeskContacts', 'frontdesk_contacts'],
  ['feeCollected', 'fee_collected'],
  ['feeDue', 'fee_due'],
  ['attrition', 'attrition'],
  ['manhoursShort', 'manhours_short'],
  ['latePersons', 'late_count'],
  ['leavePersons', 'leave_count'],
  ['reportedHeadcount', 'reported_headcount'],
  ['actualHeadcount', 'actual_headcount'],
];
const DATES: readonly (readonly [field: string, name: MetricName])[] = [
  ['replenishedOn', 'replenished_on'],
  ['monthlyReportOn', 'monthly_report_submitted_on'],
  ['attritionListOn', 'attrition_list_submitted_on'],
];
const NAMES: readonly (readonly [RegExp, MetricName, 'number' | 'date' | 'moment' | 'yes'])[] = [
  [/走访/, 'households_visited', 'number'],
  [/沟通/, 'frontdesk_contacts', 'number'],
  [/实收|已收|收缴(?:金)?额/, 'fee_collected', 'number'],
  [/应收|应缴/, 'fee_due', 'number'],
  [/日报.*(?:提交|上交|报送)/, 'daily_report_submitted_at', 'moment'],
  [/(?:运营|月)报告?.*(?:提交|上交|报送)/, 'monthly_report_submitted_on', 'date'],
  [/流失名单.*(?:提交|上报|报送)/, 'attrition_list_submitted_on', 'date'],
  [/补(?:充|员|足).*(?:日期|时间)/, 'replenished_on', 'date'],
  [/流失/, 'attrition', 'number'],
  [/工时.*(?:不足|缺)|缺.*工时/, 'manhours_short', 'number'],
  [/排名.*最后|末位/, 'rank_last', 'yes'],
];

/** Reads sheets of measures: a column a measure, or a row a measure. Also the daily sheets of a team. */
export function* readMetrics(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
  out: SheetMetric[],
): Generator<void> {
  const period = reading.period ?? options.period;
  const context: DateContext = { period, date1904: grid.date1904 };
  const fields = columnsByField(reading);
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const before = out.length;
    const at = placeInTime(row, context, period);
    const reader = new MetricRow(row, grid.sheet, at, context, into, out);
    if (reader.month === undefined) into.aside('MONTH_MISSING', row.row - 1, undefined);
    else if (fields.has('metric')) reader.byName();
    else reader.byColumns(fields);
    if (reader.month !== undefined && out.length === before && !reader.refused)
      into.drop('NO_VALUES', row.row - 1, undefined);
    count += 1;
    if (count % 2000 === 0) yield;
  }
}

interface InTime {
  readonly month?: MonthKey;
  readonly day?: number;
}

function placeInTime(row: DataRow, context: DateContext, period: ReadOptions['period']): InTime {
  const date = readDate(row.value('date'), row.kind('date'), context);
  if (date !== undefined && date.alternative === undefined && date.weekdayMismatch !== true)
    return { day: date.day, month: monthOfDay(date.day) };
  if (row.has('date')) return {};
  // What starts the period in which lost people must be replaced.
  const lost = readDate(row.value('attritionOn'), row.kind('attritionOn'), context);
  if (lost !== undefined && lost.alternative === undefined)
    return { day: lost.day, month: monthOfDay(lost.day) };
  const cell = row.cell('month');
  if (cell !== undefined && !isNoData(cell.value)) {
    const whole = readDate(cell.value, cell.kind, context);
    const bare =
      typeof cell.value === 'number' && Number.isInteger(cell.value) && cell.value >= 1 && cell.value <= 12
        ? `${cell.value}月`
        : cellText(cell.value);
    const span =
      readPeriod(bare, period) ?? (whole === undefined ? undefined : { from: whole.day, to: whole.day });
    return span === undefined || monthOfDay(span.from) !== monthOfDay(span.to)
      ? {}
      : { month: monthOfDay(span.from) };
  }
  return period === undefined || monthOfDay(period.from) !== monthOfDay(period.to)
    ? {}
    : { month: monthOfDay(period.from) };
}

/** One row of measures. */
class MetricRow {
  readonly month: MonthKey | undefined;
  refused = false;
  private readonly base: Pick<SheetMetric, 'who' | 'team'>;

  constructor(
    private readonly row: DataRow,
    private readonly sheet: string,
    private readonly at: InTime,
    private readonly context: DateContext,
    private readonly into: Collector,
    private readonly out: SheetMetric[],
  ) {
    this.month = at.month;
    const who = personOf(row);
    const team = row.text('team') || row.text('department');
    this.base = { ...(who === undefined ? {} : { who }), ...(team === '' ? {} : { team }) };
  }

  byColumns(fields: ReadonlyMap<string, readonly number[]>): void {
    for (const [field, name] of NUMBERS) this.number(this.row.cell(field), name);
    if (!fields.has('latePersons')) this.number(this.row.cell('lateCount'), 'late_count');
    for (const [field, name] of DATES) this.date(this.row.cell(field), name);
    this.moment(this.row.cell('dailyReportAt'), 'daily_report_submitted_at');
    this.manhours();
    this.rank();
  }

  byName(): void {
    const name = this.row.text('metric');
    const cell = this.row.cell('metricValue') ?? this.row.cell('value');
    const found = NAMES.find(([pattern]) => pattern.test(textKey(name)));
    if (found === undefined || cell === undefined) {
      this.refused = true;
      this.into.drop('METRIC_UNKNOWN', this.row.row - 1, cell?.column, {
        params: { name: name.slice(0, 40) },
      });
    } else if (found[2] === 'number') this.number(cell, found[1]);
    else if (found[2] === 'date') this.date(cell, found[1]);
    else if (found[2] === 'moment') this.moment(cell, found[1]);
    else this.yes(cell, found[1]);
  }

  private push(name: MetricName, column: number, value: Pick<SheetMetric, 'number' | 'on' | 'at'>): void {
    if (this.month === undefined) return;
    this.out.push({
      ...this.base,
      name,
      month: this.month,
      ...(this.at.day === undefined ? {} : { day: this.at.day }),
      ...value,
      source: { sheet: this.sheet, row: this.row.row, column: columnLetters(column) },
    });
  }

  private refuse(cell: FieldCell, name: MetricName): void {
    this.refused = true;
    this.into.aside('METRIC_UNREADABLE', this.row.row - 1, cell.column, {
      ...(this.base.who === undefined ? {} : { who: this.base.who }),
      dates: this.at.day === undefined ? [] : [this.at.day],
      params: { metric: name, text: cellText(cell.value).slice(0, 40) },
    });
  }

  private number(cell: FieldCell | undefined, name: MetricName): void {
    if (cell === undefined) return;
    const quantity = readQuantity(cell.value, cell.kind);
    if (quantity === 'none') return;
    if (quantity === undefined || quantity.value.digits < 0n || quantity.unit === '%')
      return this.refuse(cell, name);
    this.push(name, cell.column, { number: quantity.value });
  }

  private date(cell: FieldCell | undefined, name: MetricName): void {
    if (cell === undefined || isNoData(cell.value) || /^未|^尚未|^没有/.test(cellText(cell.value))) return;
    const date = readDate(cell.value, cell.kind, this.context);
    if (date === undefined || date.alternative !== undefined || date.weekdayMismatch === true)
      return this.refuse(cell, name);
    this.push(name, cell.column, { on: date.day });
  }

  private moment(cell: FieldCell | undefined, name: MetricName): void {
    if (cell === undefined || isNoData(cell.value)) return;
    const date = readDate(cell.value, cell.kind, this.context);
    if (date?.second === undefined || date.alternative !== undefined) return this.refuse(cell, name);
    this.push(name, cell.column, { at: { day: date.day, second: date.second } });
  }

  private yes(cell: FieldCell | undefined, name: MetricName): void {
    if (cell === undefined || isNoData(cell.value)) return;
    const yes = readYesNo(cell.value);
    if (yes === undefined) return this.refuse(cell, name);
    this.push(name, cell.column, { number: decimalOf(yes ? 1 : 0) });
  }

  /** Required less actual, where the sheet does not state the shortfall. */
  private manhours(): void {
    const [required, actual] = [this.row.cell('manhoursRequired'), this.row.cell('manhoursActual')];
    if (required === undefined || actual === undefined || this.row.has('manhoursShort')) return;
    const [a, b] = [plain(required), plain(actual)];
    if (a === undefined || b === undefined) {
      if (!isNoData(required.value) && !isNoData(actual.value)) this.refuse(actual, 'manhours_short');
      return;
    }
    const short = subtractDecimals(a, b);
    this.push('manhours_short', actual.column, { number: short.digits > 0n ? short : decimalOf(0) });
  }

  private rank(): void {
    const last = this.row.cell('rankLast');
    if (last !== undefined && !isNoData(last.value)) return this.yes(last, 'rank_last');
    const [rank, size] = [this.row.cell('deptRank'), this.row.cell('groupSize')];
    const [place, of] = [
      rank === undefined ? undefined : plain(rank),
      size === undefined ? undefined : plain(size),
    ];
    if (rank === undefined || place === undefined) return;
    if (of === undefined) {
      this.into.finding('GROUP_SIZE_MISSING', 'warning', this.row.row - 1, rank.column);
      return;
    }
    this.push('rank_last', rank.column, { number: decimalOf(compareDecimals(place, of) >= 0 ? 1 : 0) });
  }
}

function plain(cell: FieldCell): Decimal | undefined {
  const quantity = readQuantity(cell.value, cell.kind);
  return quantity === undefined || quantity === 'none' ? undefined : quantity.value;
}
