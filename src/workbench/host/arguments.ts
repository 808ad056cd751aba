import { invalidArgument } from './errors';
import type { Argument } from './hostObject';

/** An argument as text; numbers and truth values become texts, anything else throws `InvalidArgument`. */
export function asText(value: Argument): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalidArgument();
}
