/**
 * Exact decimal quantities as scaled integers. No binary fraction ever reaches a total:
 * points are counted in thousandths, money in fen, percentages in hundredths of a percent.
 */

/** Thousandths of a point per point. */
export const POINT_SCALE = 1000;
/** Fen per yuan. */
export const YUAN_SCALE = 100;
/** Hundredths of a percent per percent. */
export const PERCENT_SCALE = 100;

/** An exact decimal: `digits / 10 ** scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const DECIMAL_TEXT = /^([+-]?)(\d{1,15})(?:\.(\d{1,15}))?$/;

/**
 * Reads a plain decimal (`"9.9"`, `12`, `-0.5`). Exponents, separators, blanks and non-finite numbers
 * give undefined: they are the reader's business, not arithmetic's.
 */
export function parseDecimal(input: string | number): Decimal | undefined {
  const match = DECIMAL_TEXT.exec(String(input));
  if (match === null) return undefined;
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2]}${fraction}`);
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length };
}

/**
 * A decimal of a text that was checked when it came in, such as an amount of a loaded rulebook.
 * @throws Error for any other text
 */
export function checkedDecimal(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new Error(`no decimal: ${text}`);
  return decimal;
}

/**
 * The decimal as an integer count of `1 / scaleFactor`, or undefined when it has more places than that
 * or does not fit a safe integer.
 */
export function toScaled(input: string | number, scaleFactor: number): number | undefined {
  const decimal = parseDecimal(input);
  if (decimal === undefined) return undefined;
  const numerator = decimal.digits * BigInt(scaleFactor);
  const denominator = 10n ** BigInt(decimal.scale);
  if (numerator % denominator !== 0n) return undefined;
  const scaled = Number(numerator / denominator);
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}

/** `1500, 1000` -> `"1.5"`: no trailing zeros, no exponent, `"0"` for zero. */
export function formatScaled(scaled: number, scaleFactor: number): string {
  const negative = scaled < 0;
  const absolute = Math.abs(scaled);
  const whole = Math.floor(absolute / scaleFactor);
  const rest = absolute - whole * scaleFactor;
  if (rest === 0) return `${negative && whole !== 0 ? '-' : ''}${whole}`;
  const places = String(scaleFactor).length - 1;
  const fraction = String(rest).padStart(places, '0').replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}.${fraction}`;
}

/** Sign of `a - b`. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const left = a.digits * 10n ** BigInt(scale - a.scale);
  const right = b.digits * 10n ** BigInt(scale - b.scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return {
    digits: a.digits * 10n ** BigInt(scale - a.scale) - b.digits * 10n ** BigInt(scale - b.scale),
    scale,
  };
}

/**
 * `amount * units` where `amount` counts `1 / scaleFactor` and `units` is an exact decimal; rounded half up
 * (away from zero) to a whole count when the product has more places.
 */
export function scaleByUnits(amount: number, units: Decimal): number {
  const product = BigInt(amount) * units.digits;
  const denominator = 10n ** BigInt(units.scale);
  const absolute = product < 0n ? -product : product;
  const rounded = (absolute * 2n + denominator) / (denominator * 2n);
  return Number(product < 0n ? -rounded : rounded);
}

export function formatDecimal(value: Decimal): string {
  const negative = value.digits < 0n;
  const text = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0');
  const whole = text.slice(0, text.length - value.scale);
  const fraction = value.scale === 0 ? '' : text.slice(-value.scale).replace(/0+$/, '');
  const plain = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && plain !== '0' ? `-${plain}` : plain;
}

export function decimalOf(whole: number): Decimal {
  return { digits: BigInt(whole), scale: 0 };
}
