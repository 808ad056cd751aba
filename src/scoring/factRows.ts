import { dayOfSerial, parseDay, type Day } from '../facts/date';
import { parseDecimal, type Decimal } from '../facts/decimal';
import type { Incident } from '../facts/incident';
import type { Problem } from '../facts/problem';
import type { FactTable } from './factTable';
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

/**
 * Reads rows of one sheet as records of a table; cells are as the host hands them. Whether clause, quantity and
 * flag are allowed is the rulebook's business. One row after the other goes through the reader's own fields, so
 * that a row costs no object.
 */
export class RowReader {
  private day: Day = 0;
  private subject = '';
  private clause = '';
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
    let shape = 0;
    let kinds = table.kindsOf(shape);
    let follows = false;
    for (let i = 0; i < rows.length; i += 1) {
      const problem = this.read(rows[i]!);
      if (problem !== undefined) {
        follows = false;
        if (problem !== 'BLANK') refused.push({ code: problem, row: firstRow + i });
        continue;
      }
      if (!follows) table.startBlock(this.sheet, firstRow + i);
      follows = true;
      if (this.inFull || !table.fits(this.day, this.quantity)) {
        table.add(this.incident(firstRow + i));
        continue;
      }
      if (this.shape !== shape) {
        ({ shape } = this);
        kinds = table.kindsOf(shape);
      }
      const kind = kinds.get(this.clause) ?? table.kindOf(this.clause, shape);
      table.addCoded(this.day, table.addSubject(this.subject), kind, this.quantity);
    }
    return refused;
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
    if (this.inFull || !table.fits(this.day, this.quantity)) totals.replace(at, this.incident(row));
    else {
      const kind = table.kindOf(this.clause, this.shape);
      totals.replaceCoded(at, this.day, table.addSubject(this.subject), kind, this.quantity);
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
    if (typeof subject !== 'string' || subject === '') return 'ROW_SUBJECT';
    if (typeof clause !== 'string' || clause === '') return 'ROW_CLAUSE';
    this.subject = subject;
    this.clause = clause;
    this.shape = 0;
    this.inFull = false;
    return this.readQuantity(cells) ?? this.readFlag(cells);
  }

  /** The row read last as a record. */
  private incident(row: number): Incident {
    const { day: date, subject, clause, sheet } = this;
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
    this.quantity = 1;
    if (isBlank(cell)) return undefined;
    this.shape = STATES_QUANTITY;
    if (typeof cell === 'number' && cell >= 1 && cell <= LAST_QUANTITY && cell % 1 === 0) {
      this.quantity = cell;
      return undefined;
    }
    this.exact = typeof cell === 'number' || typeof cell === 'string' ? parseDecimal(cell) : undefined;
    this.inFull = true;
    return this.exact === undefined ? 'ROW_QUANTITY' : undefined;
  }

  private readFlag(cells: readonly unknown[]): RowProblem | undefined {
    const { flag } = this.columns;
    this.flag = undefined;
    if (flag === undefined) return undefined;
    const cell = cells[flag.column];
    if (isBlank(cell) || cell === 0 || cell === false) return undefined;
    const named = typeof cell === 'string';
    if (!named && cell !== 1 && cell !== true) return 'ROW_FLAG';
    this.flag = named ? cell : flag.name;
    const bits = named ? flagBit(cell) : this.flagBits;
    this.shape |= bits;
    if (bits === 0) this.inFull = true;
    return undefined;
  }
}

function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || cell === '';
}
