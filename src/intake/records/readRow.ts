import { decimalOf, parseDecimal, type Decimal } from '../../facts/decimal';
import { isCellError, NumberKind, type CellValue, type Grid } from '../../workbook/grid';
import { headerUnit, type DataRow } from '../recognise/rows';
import type { PersonRef, SheetReading } from '../types';
import { readDate, type DateContext, type DateReading } from '../values/date';
import { readDuration } from '../values/duration';
import { readId, readName } from '../values/name';
import { readPercent, readQuantity, type Quantity } from '../values/number';
import { cellText, isBlank, isNoData } from '../values/text';
import { readYesNo } from '../values/yesNo';
import { NO_IDS } from './recordRows';
import {
  recordKey,
  type FlagReading,
  type NumberReading,
  type RecordDraft,
  type RowDate,
  type RowNames,
  type RowWords,
} from './draft';

/** What is the same for all rows of one sheet. */
export interface RowContext {
  readonly grid: Grid;
  readonly reading: SheetReading;
  readonly dates: DateContext;
  /** Unit of bare numbers under 时长; undefined = not to be told, such a number is not read. */
  readonly minutesUnit: 'minutes' | 'hours' | 'days' | undefined;
  /** The `excused` column asks 是否无故: yes means not excused. */
  readonly excusedInverted: boolean;
  readonly flagFields: readonly string[];
  /** Fields that the sheet has a column for; nothing else is looked up. */
  readonly fields: ReadonlySet<string>;
  /** The first column of each of them. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields of record numbers that the sheet has columns for. */
  readonly numberFields: readonly string[];
  /** Amount fields whose column gives points (加分) or both gives and takes (加减分): a bare number is given. */
  readonly giving: ReadonlySet<string>;
}

const GIVING = /加减|增减|变动|^(?:.*\/)?(?:加分|加分值|奖励|奖励分|奖金)$/;

export function rowContext(grid: Grid, reading: SheetReading, dates: DateContext): RowContext {
  const excused = reading.columns.find((column) => column.field === 'excused');
  const columns = firstColumns(reading);
  return {
    grid,
    reading,
    dates,
    // Ledgers of casework count hours and days as well as minutes.
    minutesUnit:
      headerUnit(reading, 'minutes') ?? (reading.role.value === 'complaint-ledger' ? undefined : 'minutes'),
    excusedInverted: excused?.header.includes('无故') === true,
    flagFields: reading.columns.flatMap(({ field }) => (field?.startsWith('flag.') === true ? [field] : [])),
    fields: new Set(columns.keys()),
    columns,
    numberFields: NUMBER_FIELDS.filter((field) => columns.has(field)),
    giving: new Set(
      reading.columns.flatMap(({ field, header }) =>
        field !== undefined && GIVING.test(header.replace(/\s/g, '')) ? [field] : [],
      ),
    ),
  };
}

function firstColumns(reading: SheetReading): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { field, index } of reading.columns)
    if (field !== undefined && !columns.has(field)) columns.set(field, index);
  return columns;
}

const NOTHING: readonly string[] = [];
const NO_FLAGS: ReadonlyMap<string, FlagReading> = new Map();

/** Cells of one row under their fields. */
class Cells {
  constructor(
    private readonly row: DataRow,
    private readonly context: RowContext,
  ) {}

  value(field: string): CellValue {
    return this.context.fields.has(field) ? this.row.value(field) : null;
  }

  kind(field: string): NumberKind {
    return this.row.kind(field);
  }

  text(field: string): string {
    if (!this.context.fields.has(field)) return '';
    const value = this.value(field);
    return isNoData(value) ? '' : cellText(value);
  }

  texts(field: string): readonly string[] {
    if (!this.context.fields.has(field)) return NOTHING;
    const texts: string[] = [];
    for (const value of this.row.values(field)) if (!isNoData(value)) texts.push(cellText(value));
    return texts;
  }
}

/** Reads one data row of a record sheet. Nothing is judged here; what cannot be read is marked so. */
export function readRow(row: DataRow, context: RowContext): RecordDraft {
  return {
    ...readWords(row, context),
    ...readNames(row, context),
    ...readWhen(row, context),
    row: row.row,
    eventId: eventIdIn(row, context),
    recordIds: recordIdsIn(row, context),
    hidden: context.grid.hiddenRows.has(row.row - 1),
  };
}

/** Fields that say whom a row names. */
export const NAME_FIELDS: ReadonlySet<string> = new Set(['name', 'id', 'userId', 'customer', 'customerId']);
/** Fields that say when. */
export const DATE_FIELDS: ReadonlySet<string> = new Set(['date', 'recordDate']);
/** Fields with numbers of the record: different in nearly every row. */
const NUMBER_FIELDS = ['recordId', 'orderNo', 'complaintNo'] as const;

const WORD_FIELDS: ReadonlySet<string> = new Set(
  (
    'team department head clause trigger violation category1 category2 category3 remark qty triggersHit minutes ' +
    'faultAt reportedAt rings measured points money penalty pct chosenPoints chosenPct flags shift kind level ' +
    'complaintLevel linked sanction headSanction verified verifiedOn settledOn acceptedOn excused exempt ' +
    'exemptReason appealStatus appealResult approvalStatus criterion'
  ).split(' '),
);
/** Whether {@link readWords}, or what reads criteria, looks at a field. */
export const isOfWords = (field: string): boolean => WORD_FIELDS.has(field) || field.startsWith('flag.');

/** What the row says apart from whose, when and which record it is. */
export function readWords(row: DataRow, context: RowContext): RowWords {
  const cells = new Cells(row, context);
  const amounts = amountsIn(cells, context);
  const words: Mutable<RowWords> = {
    sheet: context.grid.sheet,
    role: context.reading.role.value,
    columns: context.columns,
    team: cells.text('team'),
    department: cells.text('department'),
    codes: codesIn(cells, row),
    texts: textsIn(cells),
    categories: categoriesIn(cells),
    remarks: cells.texts('remark'),
    qty: numberIn(cells, 'qty'),
    triggersHit: numberIn(cells, 'triggersHit'),
    minutes: minutesIn(cells, context),
    measured: numberIn(cells, 'rings') ?? numberIn(cells, 'measured'),
    points: amounts.points,
    money: amounts.money,
    pct: amounts.pct,
    addition: amounts.addition,
    chosenPoints: numberIn(cells, 'chosenPoints'),
    chosenPct: percentIn(cells, 'chosenPct'),
    flags:
      context.flagFields.length === 0
        ? NO_FLAGS
        : new Map(context.flagFields.map((field) => [field, flagIn(cells.value(field))])),
    flagTexts: cells.texts('flags'),
    shift: cells.text('shift'),
    kindText: cells.text('kind'),
    levelText: cells.text('complaintLevel') || cells.text('level'),
    linked: cells.text('linked'),
    sanction: cells.text('sanction'),
    headSanction: cells.text('headSanction'),
    verifiedText: cells.text('verified'),
    excused: context.excusedInverted
      ? inverted(flagIn(cells.value('excused')))
      : flagIn(cells.value('excused')),
    exempt: flagIn(cells.value('exempt')),
    exemptReason: cells.text('exemptReason') || reasonIn(cells.text('exempt')),
    statusText: cells.text('appealStatus'),
    appealText: cells.text('appealResult'),
    approvalTexts: cells.texts('approvalStatus'),
  };
  const head = headIn(cells);
  if (head !== undefined) words.head = head;
  for (const field of ['verifiedOn', 'settledOn', 'acceptedOn'] as const) {
    const day = context.fields.has(field) ? dayIn(cells, field, context) : undefined;
    if (day !== undefined) words[field] = day;
  }
  return words;
}

/** Whom the row names. */
export function readNames(row: DataRow, context: RowContext): RowNames {
  const cells = new Cells(row, context);
  const who = personIn(cells);
  const customer = customerIn(cells.value('customer'), cells.value('customerId'));
  return { ...(who === undefined ? {} : { who }), ...(customer === undefined ? {} : { customer }) };
}

/** The day it happened, else the day of its recording; or why there is none. */
export function readWhen(row: DataRow, context: RowContext): RowDate {
  const cells = new Cells(row, context);
  for (const field of DATE_FIELDS) {
    const value = cells.value(field);
    if (isNoData(value)) continue;
    const said = { dateText: cellText(value).slice(0, 40), textDate: typeof value === 'string' };
    const date = readDate(value, cells.kind(field), context.dates);
    if (date === undefined) return { ...said, dateProblem: 'DATE_UNREADABLE' };
    if (doubtful(date)) return { ...said, dateProblem: 'DATE_AMBIGUOUS' };
    return { ...said, day: date.day, ...(date.second === undefined ? {} : { second: date.second }) };
  }
  return { dateText: '', textDate: false, dateProblem: 'DATE_MISSING' };
}

/** Numbers of the record itself, as keys. */
export function recordIdsIn(row: DataRow, context: RowContext): readonly string[] {
  let found: string[] | undefined;
  for (const field of context.numberFields) {
    for (const value of row.values(field)) {
      if (isNoData(value)) continue;
      const key = recordKey(cellText(value));
      if (found === undefined) found = [key];
      else found.push(key);
    }
  }
  return found ?? NO_IDS;
}

/** The number that joins the records of one event, '' where there is none. */
export function eventIdIn(row: DataRow, context: RowContext): string {
  if (!context.fields.has('eventId') && !context.fields.has('complaintNo')) return '';
  const cells = new Cells(row, context);
  return cells.text('eventId') || cells.text('complaintNo');
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function textsIn(cells: Cells): readonly string[] {
  const [trigger, violation] = [cells.texts('trigger'), cells.texts('violation')];
  return trigger.length === 0 ? violation : [...trigger, ...violation];
}

function categoriesIn(cells: Cells): readonly string[] {
  const found: string[] = [];
  for (const field of ['category1', 'category2', 'category3']) {
    const text = cells.text(field);
    if (text !== '') found.push(text);
  }
  return found;
}

function personIn(cells: Cells): PersonRef | undefined {
  const name = readName(cells.value('name'));
  const id = readId(cells.value('id')) ?? name?.id;
  const userId = readId(cells.value('userId'));
  if (name === undefined && id === undefined && userId === undefined) return undefined;
  const who: Mutable<PersonRef> = { name: name?.name ?? '' };
  if (id !== undefined) who.id = id;
  if (userId !== undefined) who.userId = userId;
  if (name?.left === true) who.left = true;
  return who;
}

/**
 * A customer as written: brackets belong to a company's name (`东海贸易（上海）`), they are no remark. Undefined where
 * the cells name nobody.
 */
export function customerIn(name: CellValue, id: CellValue): PersonRef | undefined {
  const written =
    isNoData(name) || typeof name !== 'string' ? '' : name.trim().replace(/\s+/g, ' ').slice(0, 100);
  const number = isNoData(id) ? undefined : readId(id);
  if (written === '' && number === undefined) return undefined;
  return { name: written, ...(number === undefined ? {} : { id: number }) };
}

function headIn(cells: Cells): PersonRef | undefined {
  const value = cells.value('head');
  const name = isNoData(value) ? undefined : readName(value);
  return name === undefined
    ? undefined
    : { name: name.name, ...(name.id === undefined ? {} : { id: name.id }) };
}

const doubtful = (date: DateReading): boolean =>
  date.alternative !== undefined || date.weekdayMismatch === true;

function dayIn(cells: Cells, field: string, context: RowContext): number | undefined {
  const value = cells.value(field);
  const date = isNoData(value) ? undefined : readDate(value, cells.kind(field), context.dates);
  return date === undefined || doubtful(date) ? undefined : date.day;
}

/** Clause cells as they stand; a number formatted as a date is no code. */
function codesIn(cells: Cells, row: DataRow): CellValue[] {
  const value = cells.value('clause');
  if (isNoData(value) || isCellError(value)) return [];
  const kind = row.kind('clause');
  return kind === NumberKind.Date || kind === NumberKind.DateTime ? [] : [value];
}

function numberIn(cells: Cells, field: string): NumberReading {
  const value = cells.value(field);
  if (isBlank(value)) return undefined;
  const quantity = readQuantity(value, cells.kind(field));
  return quantity === 'none' ? undefined : (quantity?.value ?? 'unreadable');
}

function percentIn(cells: Cells, field: string): NumberReading {
  const value = cells.value(field);
  if (isNoData(value)) return undefined;
  return readPercent(value, cells.kind(field))?.value ?? 'unreadable';
}

const AMOUNT_COLUMNS = ['points', 'money', 'penalty', 'pct'];
const NO_AMOUNTS = { points: undefined, money: undefined, pct: undefined, addition: false };
const AMOUNT_FIELDS = [
  ['points', 'points'],
  ['money', 'money'],
  ['penalty', 'points'],
] as const;

/** One column may hold `2分`, `50元` or `5.00%`; separate columns hold one of them each. */
function amountsIn(
  cells: Cells,
  context: RowContext,
): Pick<RecordDraft, 'points' | 'money' | 'pct' | 'addition'> {
  if (!AMOUNT_COLUMNS.some((field) => context.fields.has(field))) return NO_AMOUNTS;
  let addition = false;
  const found: { points: NumberReading; money: NumberReading; pct: NumberReading } = {
    points: undefined,
    money: undefined,
    pct: percentIn(cells, 'pct'),
  };
  for (const [field, plain] of AMOUNT_FIELDS) {
    if (!context.fields.has(field)) continue;
    const value = cells.value(field);
    if (isNoData(value)) continue;
    const quantity = readQuantity(value, cells.kind(field));
    if (quantity === 'none') continue;
    if (quantity === undefined) {
      // A penalty in words (口头警告) is no amount; anything else should have been one.
      if (field !== 'penalty') found[plain] ??= 'unreadable';
      continue;
    }
    const target =
      quantity.unit === '%'
        ? 'pct'
        : quantity.unit === '元'
          ? 'money'
          : quantity.unit === '分'
            ? 'points'
            : plain;
    found[target] ??= quantity.value;
    addition ||= isAddition(value, quantity, context.giving.has(field));
  }
  return { points: found.points, money: found.money, pct: found.pct, addition };
}

/** Whether an amount is given, not taken: `+5`, `加5分`, or above zero in a column that gives. */
export function isAddition(value: CellValue, quantity: Quantity, giving: boolean): boolean {
  if (quantity.value.digits <= 0n || quantity.verb === 'deduct') return false;
  return giving || quantity.verb === 'add' || (typeof value === 'string' && /^\s*[+\uff0b]/.test(value));
}

function minutesIn(cells: Cells, context: RowContext): NumberReading {
  const value = cells.value('minutes');
  if (!isNoData(value)) {
    const bare = typeof value === 'number' || /^[\d.\s]+$/.test(cellText(value));
    const clock = cells.kind('minutes') === NumberKind.Time;
    if (context.minutesUnit === undefined && bare && !clock) return 'unreadable';
    return readDuration(value, context.minutesUnit, cells.kind('minutes'))?.minutes ?? 'unreadable';
  }
  return minutesBetween(cells, context);
}

/** From a fault's time to its report, where the sheet has both. */
function minutesBetween(cells: Cells, context: RowContext): Decimal | undefined {
  const [from, to] = ['faultAt', 'reportedAt'].map((field) => {
    const value = cells.value(field);
    const date = isNoData(value) ? undefined : readDate(value, cells.kind(field), context.dates);
    return date?.second === undefined || doubtful(date) ? undefined : date.day * 86_400 + date.second;
  });
  if (from === undefined || to === undefined || to < from) return undefined;
  const seconds = to - from;
  return seconds % 60 === 0 ? decimalOf(seconds / 60) : parseDecimal((seconds / 60).toFixed(3));
}

function flagIn(value: CellValue): FlagReading {
  if (isNoData(value)) return undefined;
  return readYesNo(value) ?? 'unreadable';
}

const inverted = (flag: FlagReading): FlagReading => (typeof flag === 'boolean' ? !flag : flag);

/** A reason standing in the yes/no column itself: `是,系统停机`. */
function reasonIn(text: string): string {
  return /^(?:是|有|yes)[,:;\uff0c\uff1a\uff1b\s]+(.+)$/i.exec(text)?.[1] ?? '';
}
