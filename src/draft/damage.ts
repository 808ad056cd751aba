const MAX_RATIO = 10;

/**
 * The range that digits standing together may have been before their hyphen was lost: `35` = 3-5,
 * `5001000` = 500-1000. Undefined where no split gives a rising range of like sizes.
 */
export function splitDigits(digits: string): readonly [number, number] | undefined {
  if (!/^[1-9]\d{1,9}$/.test(digits)) return undefined;
  let best: readonly [number, number] | undefined;
  for (let at = 1; at < digits.length; at += 1) {
    if (digits.charAt(at) === '0') continue;
    const low = Number(digits.slice(0, at));
    const high = Number(digits.slice(at));
    if (high <= low || high / low > MAX_RATIO) continue;
    if (best === undefined || high / low < best[1] / best[0]) best = [low, high];
  }
  return best;
}

/**
 * Whether an amount is so far from the others of its text that a lost hyphen is likelier. A word of discretion
 * asks for a range, so it needs less.
 */
export function looksSplit(
  digits: string,
  others: { readonly count: number; readonly largest: number },
  discretion: boolean,
): boolean {
  if (splitDigits(digits) === undefined) return false;
  const value = Number(digits);
  if (digits.length >= 5) return others.count === 0 || value > 10 * others.largest;
  if (others.count < 3) return false;
  return value > (discretion ? 2 : 5) * others.largest;
}
