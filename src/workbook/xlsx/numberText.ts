const ZERO = 48;
const POWERS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
/** Up to this many digits a decimal is an exact integer over an exact power of ten. */
const EXACT_DIGITS = 15;

/**
 * The number written in a byte range, exactly as `Number` would read it; NaN when it is none or not finite.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  const negative = bytes[i] === 45;
  if (negative) i++;
  let mantissa = 0;
  let digits = 0;
  let fraction = 0;
  let point = false;
  for (; i < end; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      if (mantissa !== 0) digits++;
      if (point) fraction++;
    } else if (digit === -2 && !point) {
      point = true;
    } else {
      return parseSlowly(bytes, start, end);
    }
  }
  if (digits > EXACT_DIGITS || fraction >= POWERS.length || end - start < 1)
    return parseSlowly(bytes, start, end);
  if (i === start + (negative ? 1 : 0) + (point ? 1 : 0)) return NaN;
  const value = fraction === 0 ? mantissa : mantissa / POWERS[fraction]!;
  return negative ? 0 - value : value;
}

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return NaN;
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) return NaN;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : NaN;
}
