import { parseDecimal, subtractDecimals, type Decimal } from '../../facts/decimal';
import { columnLetters, type CellValue, type Grid, type NumberKind } from '../../workbook/grid';
import { SheetRows, type DataRow } from '../recognise/rows';
import { SharedByRows } from '../recognise/sameRows';
import type { ColumnReading, PersonRef, SheetReading, SheetRole } from '../types';
import type { Period } from '../values/period';
import { readQuantity } from '../values/number';
import { isNoData } from '../values/text';
import { readYesNo } from '../values/yesNo';
import type { RowNames, RowWords } from './draft';
import { OwnNumbers } from './ownNumbers';
import { isAddition, isOfWords, readWords } from './readRow';
import { RecordRows } from './recordRows';
import { rowContext, type RowContext } from './rowContext';
import { DATE_FIELDS, NAME_FIELDS, readNames, readWhen } from './rowNames';
import { readStatus } from './status';

/** Sheets whose rows are violations, one or several a row. */
export const RECORD_ROLES: ReadonlySet<SheetRole> = new Set([
  'qa-log',
  'qa-deductions',
  'qa-scorecard',
  'qa-ai-export',
  'complaint-ledger',
]);

/** A row that leads to no draft, and why. */
export interface EmptyRow {
  readonly row: number;
  readonly code: string;
}

export interface DraftSheet {
  readonly drafts: RecordRows;
  readonly empty: EmptyRow[];
}

/** Rows between two pauses, where all of them say what others said before. */
const SLICE = 1000;
/** What a row costs that says something new, in such rows. */
const NEW = 8;

/** What rows with the same words lead to: a record each, several of them, or none and why. */
interface Outcome {
  readonly records: readonly RowWords[];
  readonly empty?: string;
  /** A record only where the row names somebody. */
  readonly silent: boolean;
}

/** An outcome with the numbers of its words among the records, once a row led to it. */
interface EnteredOutcome extends Outcome {
  numbers?: readonly number[];
}

/**
 * Reads the rows of a record sheet, adding its records to `drafts`; equal rows share what is read of them. Yields between
 * slices of rows.
 */
export function* readDrafts(
  grid: Grid,
  reading: SheetReading,
  period: Period | undefined,
  drafts = new RecordRows(),
): Generator<void, DraftSheet> {
  const context = rowContext(grid, reading, { period: reading.period ?? period, date1904: grid.date1904 });
  const sheet: DraftSheet = { drafts, empty: [] };
  const criteria = reading.columns.filter((column) => column.field === 'criterion');
  const carries = reading.role.value === 'qa-deductions' && criteria.length > 0;
  let carried: PersonRef | undefined;
  const rows = new SheetRows(grid, reading);
  const shared = <T>(wanted: (field: string) => boolean, make: (row: DataRow) => T): SharedByRows<T> =>
    new SharedByRows(grid, reading, wanted, (index) => make(rows.at(index)));
  const outcomes = shared(isOfWords, (row): EnteredOutcome => outcomeOf(row, criteria, context));
  const names = shared(
    (field) => NAME_FIELDS.has(field),
    (row) => readNames(row, context),
  );
  const dates = shared(
    (field) => DATE_FIELDS.has(field),
    (row) => readWhen(row, context),
  );
  // Numbers among the records of what has a number on this sheet.
  const nameNumbers: (number | undefined)[] = [];
  const dateNumbers: (number | undefined)[] = [];
  const own = new OwnNumbers(grid, context, rows);
  const hidden = grid.hiddenRows;
  let work = 0;
  for (let index = rows.start; index < rows.end; index += 1) {
    if (work >= SLICE) {
      work = 0;
      yield;
    }
    work += 1;
    if (!rows.holds(index)) continue;
    const outcome = outcomes.of(index);
    if (outcome.numbers === undefined) work += NEW;
    const naming = names.numberOf(index);
    let named = names.at(naming);
    let other = false;
    if (carries) {
      if (named.who !== undefined) carried = named.who;
      else if (carried !== undefined) {
        named = { ...named, who: carried };
        other = true;
      }
    }
    if (outcome.empty !== undefined || (outcome.silent && namesNobody(named))) {
      sheet.empty.push({ row: index + 1, code: outcome.empty ?? 'ROW_SAYS_NOTHING' });
      continue;
    }
    const ids = own.recordIds(index);
    const eventId = own.eventId(index);
    const isHidden = hidden.size > 0 && hidden.has(index);
    const dating = dates.numberOf(index);
    const date = (dateNumbers[dating] ??= drafts.enterDate(dates.at(dating)));
    const who = other ? drafts.enterNames(named) : (nameNumbers[naming] ??= drafts.enterNames(named));
    outcome.numbers ??= outcome.records.map((words) => drafts.enterWords(words));
    for (const words of outcome.numbers) drafts.add(index + 1, words, who, date, ids, eventId, isHidden);
  }
  return sheet;
}

const namesNobody = ({ who, customer }: RowNames): boolean => who === undefined && customer === undefined;

function outcomeOf(row: DataRow, criteria: readonly ColumnReading[], context: RowContext): Outcome {
  const words = readWords(row, context);
  if (criteria.length > 0 && words.codes.length === 0) return byCriterion(row, words, criteria, context);
  if (context.reading.role.value === 'qa-ai-export') return fromExport(row, words);
  return { records: [words], silent: saysNothing(words) };
}

const records = (...of: readonly RowWords[]): Outcome => ({ records: of, silent: false });
const empty = (code: string): Outcome => ({ records: [], empty: code, silent: false });

/** A row without clause, description, category, amount and team, for example a line of signatures. */
function saysNothing({ codes, texts, categories, points, money, pct, team }: RowWords): boolean {
  if (codes.length > 0 || texts.length > 0 || categories.length > 0) return false;
  return points === undefined && money === undefined && pct === undefined && team === '';
}

/** One record for every criterion that lost points; a fatal mark is a record of its own. */
function byCriterion(
  row: DataRow,
  words: RowWords,
  criteria: readonly ColumnReading[],
  context: RowContext,
): Outcome {
  const found: RowWords[] = [];
  for (const column of criteria) {
    const cell = row.at(column.index);
    if (isNoData(cell.value)) continue;
    const won = wonPoints(cell.value, cell.kind, context.reading.role.value);
    const lost = won ?? lostPoints(cell.value, cell.kind, column.fullMarks, context.reading.role.value);
    if (lost === undefined) continue;
    const header = column.header.split('/').pop() ?? column.header;
    found.push({
      ...words,
      column: columnLetters(column.index),
      columns: new Map([...words.columns, ['violation', column.index], ['points', column.index]]),
      // What a bonus is for stands beside it; the column (其他) hardly says.
      texts: [header, ...words.texts, ...(won === undefined ? [] : words.remarks)],
      addition: won !== undefined,
      categories: column.header.includes('/')
        ? [column.header.split('/')[0]!, ...words.categories]
        : words.categories,
      points: lost,
      qty: undefined,
    });
  }
  if (words.flags.get('flag.fatal') === true) {
    found.push({
      ...words,
      column: 'fatal',
      texts: ['致命错误', ...words.texts, ...words.remarks],
      points: undefined,
      qty: undefined,
    });
  }
  if (found.length > 0) return records(...found);
  return words.texts.length > 0 && typeof words.points === 'object' && words.points.digits !== 0n
    ? records(words)
    : empty('NO_DEDUCTION');
}

/** Points given under a criterion, written as such: `+5`, `加5分`; on a sheet of deductions only. */
function wonPoints(value: CellValue, kind: NumberKind, role: SheetRole): Decimal | undefined {
  if (role !== 'qa-deductions') return undefined;
  const quantity = readQuantity(value, kind);
  if (quantity === undefined || quantity === 'none') return undefined;
  return isAddition(value, quantity, false) ? quantity.value : undefined;
}

/** Points lost on a criterion: full marks less the score, or the deduction itself; undefined where none. */
function lostPoints(
  cell: CellValue,
  kind: NumberKind,
  fullMarks: string | undefined,
  role: SheetRole,
): Decimal | 'unreadable' | undefined {
  const quantity = readQuantity(cell, kind);
  if (quantity === 'none') return undefined;
  if (quantity === undefined) {
    const tick = readYesNo(cell);
    return tick === true ? undefined : 'unreadable';
  }
  const points = quantity.value;
  if (points.digits < 0n) return { digits: -points.digits, scale: points.scale };
  if (role === 'qa-deductions') return points.digits === 0n ? undefined : points;
  const full = fullMarks === undefined ? undefined : parseDecimal(fullMarks);
  if (full === undefined) return undefined;
  const lost = subtractDecimals(full, points);
  return lost.digits > 0n ? lost : undefined;
}

const SEPARATORS = /[、,;|\n\uff0c\uff1b]+/;

/** Exports of rating programs: people's judgement wins; every confirmed rule hit is a record. */
function fromExport(row: DataRow, words: RowWords): Outcome {
  const review = readStatus(words.appealText);
  if (review === 'partial') return records(words);
  if (review === 'void' || /误判|误报|不违规|无问题|正常|合格/.test(words.appealText))
    return empty('REVIEW_CLEARED');
  const hits = [
    ...new Set(
      row
        .text('trigger')
        .split(SEPARATORS)
        .map((hit) => hit.trim())
        .filter((hit) => hit !== ''),
    ),
  ];
  if (hits.length === 0 && words.codes.length === 0 && words.texts.length === 0) return empty('NO_DEDUCTION');
  if (hits.length <= 1) return records(words);
  return records(
    ...hits
      .slice(0, 50)
      .map((hit, i): RowWords => ({ ...words, column: `#${i + 1}`, texts: [hit], points: undefined })),
  );
}
