/** Days as ISO text; no clock. */
const DAY_MS = 86_400_000;
const WEEKDAYS = '日一二三四五六';

/** Every day of `from..to`, inclusive. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let ms = msOf(from); ms <= msOf(to); ms += DAY_MS) days.push(new Date(ms).toISOString().slice(0, 10));
  return days;
}

/** Days since 2026-08-31, a Monday. */
export function dayNumber(date: string): number {
  return (msOf(date) - msOf('2026-08-31')) / DAY_MS;
}

export function weekday(date: string): string {
  return `星期${WEEKDAYS.charAt(new Date(msOf(date)).getUTCDay())}`;
}

/** Midnight in China, as the attendance export writes `workDate`. */
export function chinaMidnightMs(date: string): number {
  return msOf(date) - 8 * 3_600_000;
}

/** A number in `0..below-1` that depends on nothing but its arguments. */
export function spread(below: number, ...seeds: readonly (string | number)[]): number {
  let hash = 2_166_136_261;
  for (const char of seeds.join('|')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
}

function msOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
