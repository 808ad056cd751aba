import { firstDay, monthOfDay, type MonthKey } from '../facts/date';
import { DAY_ORIGIN, type FactTable } from './factTable';
import type { Ruleset } from './ruleset';

/** Month index and rule version of every day a table holds, so that the fold only looks them up. */
export interface DayIndex {
  readonly firstMonth: MonthKey;
  /** First day offset the index speaks for. */
  readonly firstOffset: number;
  readonly monthCount: number;
  /** Index = day offset; month index within the table. */
  readonly month: Uint16Array;
  readonly version: Uint8Array;
  /** A day of each version. */
  readonly versionDays: readonly number[];
}

export function indexDays(table: FactTable, ruleset: Ruleset): DayIndex {
  let [first, last] = [Infinity, -Infinity];
  const { days, length } = table;
  for (let i = 0; i < length; i += 1) {
    const day = days[i] as number;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (length === 0) [first, last] = [0, 0];
  const firstMonth = monthOfDay(first + DAY_ORIGIN);
  const monthCount = monthOfDay(last + DAY_ORIGIN) - firstMonth + 1;
  const endOffset = firstDay(firstMonth + monthCount) - DAY_ORIGIN;
  const month = new Uint16Array(endOffset);
  const version = new Uint8Array(endOffset);
  const versionDays = [-Infinity, ...ruleset.changes].map((day) => (day === -Infinity ? (ruleset.changes[0] ?? 1) - 1 : day));
  for (let index = 0; index < monthCount; index += 1) {
    const start = firstDay(firstMonth + index) - DAY_ORIGIN;
    const end = firstDay(firstMonth + index + 1) - DAY_ORIGIN;
    for (let day = Math.max(start, 0); day < end; day += 1) {
      month[day] = index;
      version[day] = ruleset.versionOf(ruleset.ruleDay(day + DAY_ORIGIN, firstMonth + index));
    }
  }
  return { firstMonth, firstOffset: Math.max(0, firstDay(firstMonth) - DAY_ORIGIN), monthCount, month, version, versionDays };
}
