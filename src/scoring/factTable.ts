import { dayOf, type Day } from '../facts/date';
import type { Incident, Source } from '../facts/incident';
import { FLAGS } from '../rulebook/primitives';

/** Days are stored as an offset from here, which leaves room until 2179. */
export const DAY_ORIGIN: Day = dayOf(2000, 1, 1) ?? 0;
const LAST_OFFSET = 65_535;

/** Flag bit of a record that has more than date, subject, clause, quantity and a common flag. */
export const HAS_DETAIL = 0x80;
/** Flags with a bit of their own; a record with any other is kept in full. */
const COMMON_FLAGS = ['aggravated', 'serious', 'loss', 'excused', 'dispute', 'downstream', 'valid_complaint'] as const;

/** Bit of a common flag, 0 for others. */
export function flagBit(flag: string): number {
  const index = (COMMON_FLAGS as readonly string[]).indexOf(flag);
  return index < 0 ? 0 : 1 << index;
}

/** Rows of one sheet that follow each other, as a span of records. */
interface Block {
  readonly sheet: string;
  readonly firstRecord: number;
  readonly firstRow: number;
}

const PLAIN_FIELDS: ReadonlySet<string> = new Set(['date', 'subject', 'clause', 'qty', 'flags', 'source']);

class Interner {
  readonly names: string[] = [];
  private readonly index = new Map<string, number>();

  id(name: string): number {
    let id = this.index.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.names.push(name);
      this.index.set(name, id);
    }
    return id;
  }

  find(name: string): number | undefined {
    return this.index.get(name);
  }
}

/**
 * Records as typed columns: eight bytes a record. Names and clauses are interned, sheet rows are kept as
 * spans, and what only few records have (values, events, choices) stands aside in full.
 */
export class FactTable {
  length = 0;
  days: Uint16Array;
  subjects: Uint16Array | Uint32Array;
  clauses: Uint16Array;
  quantities: Uint8Array;
  flags: Uint8Array;
  private readonly subjectNames = new Interner();
  private readonly clauseNames = new Interner();
  private readonly details = new Map<number, Incident>();
  private readonly blocks: Block[] = [];

  constructor(capacity = 1024) {
    this.days = new Uint16Array(capacity);
    this.subjects = new Uint16Array(capacity);
    this.clauses = new Uint16Array(capacity);
    this.quantities = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  static from(incidents: readonly Incident[]): FactTable {
    const table = new FactTable(Math.max(16, incidents.length));
    for (const incident of incidents) table.add(incident);
    return table;
  }

  /** Adds a record; returns its position. */
  add(incident: Incident): number {
    const at = this.reserve();
    this.write(at, incident);
    this.noteRow(at, incident.source);
    return at;
  }

  /**
   * Adds a record of common shape without making an object of it: `quantity` a whole number 1-255,
   * `flags` bits of `flagBit`. Anything else goes through `add`. Returns its position.
   */
  addPlain(day: Day, subject: string, clause: string, quantity: number, flags: number): number {
    const at = this.reserve();
    const offset = day - DAY_ORIGIN;
    if (offset < 0 || offset > LAST_OFFSET || quantity < 1 || quantity > 255 || quantity % 1 !== 0) {
      const qty = { digits: BigInt(Math.round(quantity * 1000)), scale: 3 };
      this.write(at, { date: day, subject, clause, qty, flags: flagsOf(flags) });
      return at;
    }
    this.days[at] = offset;
    this.setSubject(at, this.subjectNames.id(subject));
    this.clauses[at] = this.clauseNames.id(clause);
    this.quantities[at] = quantity;
    this.flags[at] = flags;
    return at;
  }

  /** Puts another record in the place of one. */
  replace(at: number, incident: Incident): void {
    this.details.delete(at);
    this.write(at, incident);
  }

  /** Sheet and first row of the records from the next one on; later records follow row by row. */
  startBlock(sheet: string, firstRow: number): void {
    this.blocks.push({ sheet, firstRecord: this.length, firstRow });
  }

  get subjectCount(): number {
    return this.subjectNames.names.length;
  }

  get clauseIds(): readonly string[] {
    return this.clauseNames.names;
  }

  get subjectKeys(): readonly string[] {
    return this.subjectNames.names;
  }

  /** Makes a subject known that has no records. */
  addSubject(subject: string): number {
    return this.subjectNames.id(subject);
  }

  subjectId(subject: string): number | undefined {
    return this.subjectNames.find(subject);
  }

  day(at: number): Day {
    const detail = (this.flags[at] as number) & HAS_DETAIL ? this.details.get(at) : undefined;
    return detail === undefined ? (this.days[at] as number) + DAY_ORIGIN : detail.date;
  }

  /** The record at a position as scoring looks at it. */
  incident(at: number): Incident {
    const detail = this.details.get(at);
    if (detail !== undefined) return detail;
    const flags = flagsOf(this.flags[at] as number);
    const quantity = this.quantities[at] as number;
    const source = this.source(at);
    return {
      date: (this.days[at] as number) + DAY_ORIGIN,
      subject: this.subjectNames.names[this.subjects[at] as number] as string,
      clause: this.clauseNames.names[this.clauses[at] as number] as string,
      ...(quantity === 1 ? {} : { qty: { digits: BigInt(quantity), scale: 0 } }),
      ...(flags.length === 0 ? {} : { flags }),
      ...(source === undefined ? {} : { source }),
    };
  }

  private source(at: number): Source | undefined {
    let low = 0;
    let high = this.blocks.length - 1;
    let found: Block | undefined;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const block = this.blocks[middle] as Block;
      if (block.firstRecord <= at) {
        found = block;
        low = middle + 1;
      } else high = middle - 1;
    }
    if (found === undefined || found.sheet === '') return undefined;
    return { sheet: found.sheet, row: found.firstRow + (at - found.firstRecord) };
  }

  private write(at: number, incident: Incident): void {
    this.setSubject(at, this.subjectNames.id(incident.subject));
    this.clauses[at] = this.clauseNames.id(incident.clause);
    const offset = incident.date - DAY_ORIGIN;
    const plainDay = offset >= 0 && offset <= LAST_OFFSET;
    this.days[at] = plainDay ? offset : at > 0 ? (this.days[at - 1] as number) : 0;
    const quantity = incident.qty === undefined ? 1 : plainQuantity(incident.qty);
    const bits = (incident.flags ?? []).map(flagBit);
    const plain = plainDay && quantity !== undefined && !bits.includes(0) && hasOnlyPlainFields(incident);
    if (plain && incident.source?.column === undefined) {
      this.quantities[at] = quantity;
      this.flags[at] = bits.reduce((all, bit) => all | bit, 0);
      return;
    }
    this.quantities[at] = 0;
    this.flags[at] = HAS_DETAIL;
    this.details.set(at, incident);
  }

  private noteRow(at: number, source: Source | undefined): void {
    const expected = this.source(at);
    if (expected?.sheet === source?.sheet && expected?.row === source?.row) return;
    this.blocks.push({ sheet: source?.sheet ?? '', firstRecord: at, firstRow: source?.row ?? 0 });
  }

  private setSubject(at: number, id: number): void {
    if (id > 65_535 && this.subjects instanceof Uint16Array) this.subjects = Uint32Array.from(this.subjects);
    this.subjects[at] = id;
  }

  private reserve(): number {
    const at = this.length;
    if (at === this.days.length) this.grow(at * 2);
    this.length = at + 1;
    return at;
  }

  private grow(capacity: number): void {
    const copy = <T extends Uint8Array | Uint16Array | Uint32Array>(next: T, old: T): T => {
      next.set(old);
      return next;
    };
    this.days = copy(new Uint16Array(capacity), this.days);
    this.subjects =
      this.subjects instanceof Uint16Array
        ? copy(new Uint16Array(capacity), this.subjects)
        : copy(new Uint32Array(capacity), this.subjects);
    this.clauses = copy(new Uint16Array(capacity), this.clauses);
    this.quantities = copy(new Uint8Array(capacity), this.quantities);
    this.flags = copy(new Uint8Array(capacity), this.flags);
  }
}

function flagsOf(bits: number): string[] {
  return FLAGS.filter((flag) => (bits & flagBit(flag)) !== 0);
}

function plainQuantity(quantity: { readonly digits: bigint; readonly scale: number }): number | undefined {
  const divisor = 10n ** BigInt(quantity.scale);
  if (quantity.digits <= 0n || quantity.digits % divisor !== 0n) return undefined;
  const whole = quantity.digits / divisor;
  return whole <= 255n ? Number(whole) : undefined;
}

function hasOnlyPlainFields(incident: Incident): boolean {
  for (const field in incident) {
    if (!PLAIN_FIELDS.has(field) && incident[field as keyof Incident] !== undefined) return false;
  }
  return true;
}
