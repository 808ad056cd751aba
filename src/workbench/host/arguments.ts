import { invalidArgument } from './errors';
import type { Argument } from './hostObject';

/** An argument as text; numbers and truth values become texts, anything else throws `InvalidArgument`. */
export function asText(value: Argument): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalidArgument();
}

const EPOCH = 25_569;
const DAY_MS = 86_400_000;

/** A moment as the client reads dates, from its serial number. */
export const isoMoment = (serial: number): string =>
  new Date(Math.round((serial - EPOCH) * DAY_MS)).toISOString();
