import { dayOfSerial, parseDay, serialOfDay, type Day } from '../facts/date';
import { parseDecimal, type Decimal } from '../facts/decimal';
import type { Incident } from '../facts/incident';
import type { Problem } from '../facts/problem';
import { DAY_ORIGIN, LAST_COLUMN_DAY, type FactTable } from './factTable';
import type { MonthTotals } from './monthTotals';
import { flagBit, LAST_QUANTITY, STATES_QUANTITY } from './recordShape';

/** Positions of the columns of a sheet that lists one record a row. */
export interface RowColumns {
  readonly date: number;
  readonly subject: number;
  readonly clause: number;
  readonly quantity?: number;
  /** Cells: blank, 0 or false = no; 1 or true = `name`; a text = the flag of that name. */
  readonly flag?: { readonly column: number; readonly name: string };
}

/** A row that is no record: it takes part in no number until someone acts. */
export interface RefusedRow extends Problem {
  readonly code: RowProblem;
  /** 1-based. */
  readonly row: number;
}
export type RowProblem = 'ROW_DATE' | 'ROW_SUBJECT' | 'ROW_CLAUSE' | 'ROW_QUANTITY' | 'ROW_FLAG';

/** First and last serial date that are the same day in every program: 1900-03-01 and 9999-12-31. */
const [FIRST_SERIAL, LAST_SERIAL] = [61, 2_958_465];
/** The same of the days that a table's columns hold. */
const FIRST_COLUMN_SERIAL = serialOfDay(DAY_ORIGIN);
const LAST_COLUMN_SERIAL = serialOfDay(LAST_COLUMN_DAY);
/** In place of the position of a column that the sheet does not have. */
const NO_COLUMN = -1;

/**
 * Reads rows of one sheet as records of a table; cells are as the host hands them. Whether clause, quantity and
 * flag are allowed is the rulebook's business. What a row says in numbers goes through the reader's own fields, so
 * that a row costs no object; its texts stay in its cells, as keeping a new text in an old object costs as much as
 * reading the row.
 */
export class RowReader {
  private day: Day = 0;
  /** 1 where the row states none or `exact` has it. */
  private quantity = 1;
  private exact: Decimal | undefined;
  private flag: string | undefined;
  /** Shape of the record in the table's columns. */
  private shape = 0;
  /** The columns cannot hold it. */
  private inFull = false;
  private readonly flagBits: number;

  constructor(
    private readonly sheet: string,
    private readonly columns: RowColumns,
  ) {
    this.flagBits = flagBit(columns.flag?.name ?? '');
  }

  /** Adds rows that follow each other to a table, blank ones left out. Returns the rows that are no record. */
  addTo(table: FactTable, rows: readonly (readonly unknown[])[], firstRow: number): readonly RefusedRow[] {
    const refused: RefusedRow[] = [];
    const { columns } = this;
    const { date: dateColumn, subject: subjectColumn, clause: clauseColumn } = columns;
    const quantityColumn = columns.quantity ?? NO_COLUMN;
    const flagColumn = columns.flag?.column ?? NO_COLUMN;
    // Nothing is looked up anew for a row that a loop over the columns can take by itself.
    const shape = quantityColumn === NO_COLUMN ? 0 : STATES_QUANTITY;
    const flagged = shape | this.flagBits;
    const ids = table.subjectIds;
    const unflaggedKinds = table.kindsOf(shape);
    const flaggedKinds = table.kindsOf(flagged);
    const canFlag = this.flagBits !== 0;
    // Names are known to be stated because they were met before; a table that was told of an empty one is no help.
    const namesHold = !(ids.has('') || unflaggedKinds.has('') || flaggedKinds.has(''));
    const { length } = rows;
    table.reserve(length);
    let { days, subjects, kinds, quantities } = table;
    let at = table.length;
    let follows = false;
    for (let i = 0; i < length; i += 1) {
      const cells = rows[i]!;
      const date = cells[dateColumn];
      const subject = cells[subjectColumn];
      const clause = cells[clauseColumn];
      const quantity = quantityColumn === NO_COLUMN ? 1 : cells[quantityColumn];
      const flag = flagColumn === NO_COLUMN ? 0 : cells[flagColumn];
      if (
        follows &&
        namesHold &&
        typeof date === 'number' &&
        date >= FIRST_COLUMN_SERIAL &&
        date < LAST_COLUMN_SERIAL + 1 &&
        typeof quantity === 'number' &&
        quantity >= 1 &&
        quantity <= LAST_QUANTITY &&
        quantity % 1 === 0 &&
        typeof flag === 'number' &&
        (flag === 0 || (flag === 1 && canFlag))
      ) {
        const id = ids.get(subject as string);
        const kind = (flag === 0 ? unflaggedKinds : flaggedKinds).get(clause as string);
        if (id !== undefined && kind !== undefined) {
          days[at] = date - FIRST_COLUMN_SERIAL;
          subjects[at] = id;
          kinds[at] = kind;
          quantities[at] = quantity;
          at += 1;
          continue;
        }
      }
      table.length = at;
      const problem = this.add(table, cells, firstRow + i, follows);
      follows = problem === undefined;
      if (problem !== undefined && problem !== 'BLANK') refused.push({ code: problem, row: firstRow + i });
      ({ days, subjects, kinds, quantities, length: at } = table);
    }
    table.length = at;
    return refused;
  }

  /** Adds one row, `follows` where the record before stands in the row before. Returns why it is no record. */
  private add(
    table: FactTable,
    cells: readonly unknown[],
    row: number,
    follows: boolean,
  ): RowProblem | 'BLANK' | undefined {
    const problem = this.read(cells);
    if (problem !== undefined) return problem;
    if (!follows) table.startBlock(this.sheet, row);
    if (this.inFull || !table.fits(this.day, this.quantity)) {
      table.add(this.incident(cells, row));
      return undefined;
    }
    const { subject, clause } = this.columns;
    const kind = table.kindOf(cells[clause] as string, this.shape);
    table.addCoded(this.day, table.addSubject(cells[subject] as string), kind, this.quantity);
    return undefined;
  }

  /**
   * Brings totals up to date with a row that was edited: `at` is the position of the record that stood in it.
   * Returns why the row is no record any more, in which case nothing is changed.
   */
  replaceIn(
    totals: MonthTotals,
    at: number,
    cells: readonly unknown[],
    row: number,
  ): RowProblem | 'BLANK' | undefined {
    const problem = this.read(cells);
    if (problem !== undefined) return problem;
    const { table } = totals;
    if (this.inFull || !table.fits(this.day, this.quantity)) totals.replace(at, this.incident(cells, row));
    else {
      const { subject, clause } = this.columns;
      const kind = table.kindOf(cells[clause] as string, this.shape);
      const id = table.addSubject(cells[subject] as string);
      totals.replaceCoded(at, this.day, id, kind, this.quantity);
    }
    return undefined;
  }

  /** What is wrong with a row, or undefined. */
  private read(cells: readonly unknown[]): RowProblem | 'BLANK' | undefined {
    const { columns } = this;
    const date = cells[columns.date];
    const subject = cells[columns.subject];
    const clause = cells[columns.clause];
    if (typeof date === 'number' && date >= FIRST_SERIAL && date < LAST_SERIAL + 1)
      this.day = dayOfSerial(date);
    else {
      if (isBlank(date) && isBlank(subject) && isBlank(clause)) return 'BLANK';
      const day = typeof date === 'string' ? parseDay(date) : undefined;
      if (day === undefined) return 'ROW_DATE';
      this.day = day;
    }
    if (typeof subject !== 'string' || subject.length === 0) return 'ROW_SUBJECT';
    if (typeof clause !== 'string' || clause.length === 0) return 'ROW_CLAUSE';
    this.shape = 0;
    this.inFull = false;
    return this.readQuantity(cells) ?? this.readFlag(cells);
  }

  /** The row read last as a record. */
  private incident(cells: readonly unknown[], row: number): Incident {
    const { day: date, columns, sheet } = this;
    const [subject, clause] = [cells[columns.subject] as string, cells[columns.clause] as string];
    const incident: { -readonly [K in keyof Incident]: Incident[K] } = {
      date,
      subject,
      clause,
      source: { sheet, row },
    };
    if ((this.shape & STATES_QUANTITY) !== 0) {
      incident.qty = this.exact ?? { digits: BigInt(this.quantity), scale: 0 };
    }
    if (this.flag !== undefined) incident.flags = [this.flag];
    return incident;
  }

  private readQuantity(cells: readonly unknown[]): RowProblem | undefined {
    const { quantity } = this.columns;
    const cell = quantity === undefined ? undefined : cells[quantity];
    this.exact = undefined;
    if (typeof cell === 'number' && cell >= 1 && cell <= LAST_QUANTITY && cell % 1 === 0) {
      this.shape = STATES_QUANTITY;
      this.quantity = cell;
      return undefined;
    }
    this.quantity = 1;
    if (isBlank(cell)) return undefined;
    this.shape = STATES_QUANTITY;
    this.exact = typeof cell === 'number' || typeof cell === 'string' ? parseDecimal(cell) : undefined;
    this.inFull = true;
    return this.exact === undefined ? 'ROW_QUANTITY' : undefined;
  }

  private readFlag(cells: readonly unknown[]): RowProblem | undefined {
    const { flag } = this.columns;
    this.flag = undefined;
    if (flag === undefined) return undefined;
    const cell = cells[flag.column];
    let bits = this.flagBits;
    if (typeof cell === 'number') {
      if (cell === 0) return undefined;
      if (cell !== 1) return 'ROW_FLAG';
      this.flag = flag.name;
    } else {
      if (isBlank(cell) || cell === false) return undefined;
      if (typeof cell !== 'string' && cell !== true) return 'ROW_FLAG';
      this.flag = cell === true ? flag.name : cell;
      bits = flagBit(this.flag);
    }
    this.shape |= bits;
    if (bits === 0) this.inFull = true;
    return undefined;
  }
}

/** Numbers are told apart before this is asked: comparing a number with a text is slow. */
function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || cell === '';
}
