import type { Incident, Source } from '../facts/incident';
import { FLAGS } from '../rulebook/primitives';

/** The largest quantity that a column holds. */
export const LAST_QUANTITY = 255;

/** Shape bit of a record that states its quantity; one without a quantity counts as 1. */
export const STATES_QUANTITY = 1 << 30;
/** Shape of a record that has more than date, subject, clause, quantity and flags, and is kept in full. */
export const IN_FULL = 1 << 29;

/** Shape bit of a flag, 0 for a flag that no rulebook knows. */
export function flagBit(flag: string): number {
  const index = (FLAGS as readonly string[]).indexOf(flag);
  return index < 0 ? 0 : 1 << index;
}

/** What all records of one kind share: the clause and the flags, so that rules look at it once. */
export interface RecordKind {
  readonly clause: string;
  readonly flags: readonly string[];
  /** Kept in full: the kind says nothing but the clause. */
  readonly inFull: boolean;
  readonly shape: number;
}

const PLAIN_FIELDS: ReadonlySet<string> = new Set(['date', 'subject', 'clause', 'qty', 'flags', 'source']);

/** The flags of a shape, in the order of FLAGS. */
export function flagsOf(shape: number): readonly string[] {
  return FLAGS.filter((flag) => (shape & flagBit(flag)) !== 0);
}

/** The quantity as the column keeps it, undefined where it cannot give it back exactly. */
export function plainQuantity(quantity: Incident['qty']): number | undefined {
  if (quantity === undefined) return 1;
  const whole = quantity.scale === 0 ? Number(quantity.digits) : 0;
  return whole >= 1 && whole <= LAST_QUANTITY ? whole : undefined;
}

/** Flag bits and `STATES_QUANTITY` of a record that the columns can give back, undefined for any other. */
export function plainShape(incident: Incident): number | undefined {
  for (const field in incident) {
    if (!PLAIN_FIELDS.has(field) && incident[field as keyof Incident] !== undefined) return undefined;
  }
  let shape = 0;
  for (const flag of incident.flags ?? []) {
    const bit = flagBit(flag);
    // Flags come back in the order of FLAGS, each once.
    if (bit <= shape) return undefined;
    shape |= bit;
  }
  return incident.qty === undefined ? shape : shape | STATES_QUANTITY;
}

/** Whether the row spans of a table give a stated place back. */
export function sameSource(stated: Source | undefined, kept: Source | undefined): boolean {
  return stated?.sheet === kept?.sheet && stated?.row === kept?.row && stated?.column === undefined;
}
