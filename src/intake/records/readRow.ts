import { decimalOf, parseDecimal, type Decimal } from '../../facts/decimal';
import { isCellError, NumberKind, type CellValue } from '../../workbook/grid';
import type { DataRow } from '../recognise/rows';
import { readDate } from '../values/date';
import { readDuration } from '../values/duration';
import { readPercent, readQuantity, type Quantity } from '../values/number';
import { cellText, isBlank, isNoData } from '../values/text';
import { readYesNo } from '../values/yesNo';
import type { FlagReading, NumberReading, RecordDraft, RowWords } from './draft';
import { Cells, type RowContext } from './rowContext';
import { doubtful, eventIdIn, headIn, readNames, readWhen, recordIdsIn } from './rowNames';

export { rowContext, type RowContext } from './rowContext';

const NO_FLAGS: ReadonlyMap<string, FlagReading> = new Map();

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
