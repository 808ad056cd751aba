import { dayOf, type Day } from '../facts/date';
import type { Incident } from '../facts/incident';
import { Interner, RowBlocks } from './factIndex';
import {
  flagsOf,
  IN_FULL,
  LAST_QUANTITY,
  plainQuantity,
  plainShape,
  sameSource,
  STATES_QUANTITY,
  type RecordKind,
} from './recordShape';

/** Days are stored as an offset from here, which leaves room until 2179. */
export const DAY_ORIGIN: Day = dayOf(2000, 1, 1) ?? 0;
const LAST_OFFSET = 65_535;
export const LAST_COLUMN_DAY: Day = DAY_ORIGIN + LAST_OFFSET;

/**
 * Records as typed columns: seven bytes a record. Names are interned, clause and flags together are a kind,
 * sheet rows are kept as spans, and what only few records have (values, events, choices) stands aside in full.
 */
export class FactTable {
  length = 0;
  /** Offset from `DAY_ORIGIN`; 0 for a day beyond the column, which only records kept in full have. */
  days: Uint16Array;
  subjects: Uint16Array | Uint32Array;
  kinds: Uint16Array | Uint32Array;
  /** 1-255; 0 for records kept in full. */
  quantities: Uint8Array;
  private readonly names = new Interner();
  private readonly kindList: RecordKind[] = [];
  private readonly kindsOfShape = new Map<number, Map<string, number>>();
  private readonly details = new Map<number, Incident>();
  private readonly blocks = new RowBlocks();

  constructor(capacity = 1024) {
    const room = Math.max(16, capacity);
    this.days = new Uint16Array(room);
    this.subjects = new Uint16Array(room);
    this.kinds = new Uint16Array(room);
    this.quantities = new Uint8Array(room);
  }

  static from(incidents: readonly Incident[]): FactTable {
    const table = new FactTable(incidents.length);
    for (const incident of incidents) table.add(incident);
    return table;
  }

  /** Makes room for so many records more. */
  reserve(records: number): void {
    const needed = this.length + records;
    if (needed > this.days.length) this.grow(Math.max(needed, this.length * 2));
  }

  /** Adds a record; returns its position. */
  add(incident: Incident): number {
    const at = this.next();
    this.blocks.note(at, incident.source);
    this.write(at, incident);
    return at;
  }

  /**
   * Adds a record without making an object of it: ids from `addSubject` and `kindOf`. Returns its position. What
   * does not `fit` the columns goes through `add`.
   */
  addCoded(day: Day, subject: number, kind: number, quantity: number): number {
    const at = this.next();
    this.code(at, day, subject, kind, quantity);
    return at;
  }

  /** Whether the columns can hold a day and quantity. */
  fits(day: Day, quantity: number): boolean {
    const offset = day - DAY_ORIGIN;
    return (
      offset >= 0 && offset <= LAST_OFFSET && quantity >= 1 && quantity <= LAST_QUANTITY && quantity % 1 === 0
    );
  }

  /** Puts another record in the place of one, from the same row and without making an object of it. */
  replaceCoded(at: number, day: Day, subject: number, kind: number, quantity: number): void {
    if (this.details.size > 0) this.details.delete(at);
    this.code(at, day, subject, kind, quantity);
  }

  /** Puts another record in the place of one. */
  replace(at: number, incident: Incident): void {
    this.details.delete(at);
    this.write(at, incident);
  }

  /** Sheet and first row of the records from the next one on; later records follow row by row. */
  startBlock(sheet: string, firstRow: number): void {
    this.blocks.start(this.length, sheet, firstRow);
  }

  /** Bytes of the columns. */
  get bytes(): number {
    const columns = [this.days, this.subjects, this.kinds, this.quantities];
    return columns.reduce((bytes, column) => bytes + column.byteLength, 0);
  }

  get subjectCount(): number {
    return this.names.names.length;
  }

  /** Subjects in the order of first mention; a subject's id is its position. */
  get subjectKeys(): readonly string[] {
    return this.names.names;
  }

  /** Kinds in the order of first mention; a kind's id is its position. */
  get recordKinds(): readonly RecordKind[] {
    return this.kindList;
  }

  /** Ids of the subjects known so far. */
  get subjectIds(): ReadonlyMap<string, number> {
    return this.names.ids;
  }

  /** The id of a subject, made known where it was not. */
  addSubject(subject: string): number {
    const id = this.names.id(subject);
    if (id > 65_535 && this.subjects instanceof Uint16Array) this.subjects = Uint32Array.from(this.subjects);
    return id;
  }

  subjectId(subject: string): number | undefined {
    return this.names.find(subject);
  }

  /** Ids of the kinds of one shape (flag bits and `STATES_QUANTITY`) by clause, as far as there are any. */
  kindsOf(shape: number): ReadonlyMap<string, number> {
    return this.kindMap(shape);
  }

  /** Id of the kind of records of a clause with a shape, made known where it was not. */
  kindOf(clause: string, shape: number): number {
    const kinds = this.kindMap(shape);
    const known = kinds.get(clause);
    if (known !== undefined) return known;
    const id = this.kindList.length;
    if (id > 65_535 && this.kinds instanceof Uint16Array) this.kinds = Uint32Array.from(this.kinds);
    kinds.set(clause, id);
    this.kindList.push({ clause, flags: flagsOf(shape), inFull: shape === IN_FULL, shape });
    return id;
  }

  /** The records kept in full, by position. */
  get inFull(): ReadonlyMap<number, Incident> {
    return this.details;
  }

  day(at: number): Day {
    if (this.quantities[at] !== 0) return this.days[at]! + DAY_ORIGIN;
    return this.details.get(at)?.date ?? this.days[at]! + DAY_ORIGIN;
  }

  /** The record at a position as scoring looks at it. */
  incident(at: number): Incident {
    const detail = this.details.get(at);
    if (detail !== undefined) return detail;
    const { clause, flags, shape } = this.kindList[this.kinds[at]!]!;
    const source = this.blocks.source(at);
    return {
      date: this.days[at]! + DAY_ORIGIN,
      subject: this.names.names[this.subjects[at]!]!,
      clause,
      ...((shape & STATES_QUANTITY) === 0 ? {} : { qty: { digits: BigInt(this.quantities[at]!), scale: 0 } }),
      ...(flags.length === 0 ? {} : { flags }),
      ...(source === undefined ? {} : { source }),
    };
  }

  private kindMap(shape: number): Map<string, number> {
    let kinds = this.kindsOfShape.get(shape);
    if (kinds === undefined) {
      kinds = new Map<string, number>();
      this.kindsOfShape.set(shape, kinds);
    }
    return kinds;
  }

  private code(at: number, day: Day, subject: number, kind: number, quantity: number): void {
    this.days[at] = day - DAY_ORIGIN;
    this.subjects[at] = subject;
    this.kinds[at] = kind;
    this.quantities[at] = quantity;
  }

  private write(at: number, incident: Incident): void {
    const subject = this.addSubject(incident.subject);
    this.subjects[at] = subject;
    const offset = incident.date - DAY_ORIGIN;
    const fits = offset >= 0 && offset <= LAST_OFFSET;
    this.days[at] = fits ? offset : 0;
    const quantity = plainQuantity(incident.qty);
    const shape = quantity === undefined || !fits ? undefined : plainShape(incident);
    if (shape === undefined || !sameSource(incident.source, this.blocks.source(at))) {
      this.details.set(at, incident);
      this.setKind(at, this.kindOf(incident.clause, IN_FULL), 0);
    } else this.setKind(at, this.kindOf(incident.clause, shape), quantity!);
  }

  private setKind(at: number, kind: number, quantity: number): void {
    this.kinds[at] = kind;
    this.quantities[at] = quantity;
  }

  private next(): number {
    const at = this.length;
    this.reserve(1);
    this.length = at + 1;
    return at;
  }

  private grow(capacity: number): void {
    this.days = copied(new Uint16Array(capacity), this.days);
    this.subjects = copied(wide(this.subjects, capacity), this.subjects);
    this.kinds = copied(wide(this.kinds, capacity), this.kinds);
    this.quantities = copied(new Uint8Array(capacity), this.quantities);
  }
}

function wide(column: Uint16Array | Uint32Array, capacity: number): Uint16Array | Uint32Array {
  return column instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity);
}

function copied<T extends Uint8Array | Uint16Array | Uint32Array>(next: T, old: T): T {
  next.set(old);
  return next;
}
