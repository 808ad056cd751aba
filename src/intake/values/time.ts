import { NumberKind, type CellValue } from '../../workbook/grid';
import { cellText, isNoData, memoText } from './text';

/** A clock time. */
export interface TimeReading {
  /** Seconds since midnight of the day it stands on (0 .. 86400; 86400 = 24:00). */
  readonly second: number;
  /** `次日`: the clock time is on the following day. */
  readonly nextDay?: true;
}

const CLOCK =
  /^(次日|第二天|明日|翌日|\(次日\)|\+1)?(上午|早上|凌晨|中午|下午|晚上|am|pm)?(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:\.\d{1,6})?(am|pm)?(\(次日\)|\(\+1\)|次日|\+1)?$/i;

const timeOfText = memoText((raw: string): TimeReading | undefined => {
  const match = CLOCK.exec(raw.replace(/\s+/g, ''));
  if (match === null) return undefined;
  let hour = Number(match[3]);
  const half = (match[2] ?? match[6] ?? '').toLowerCase();
  if ((half === '下午' || half === '晚上' || half === 'pm') && hour < 12) hour += 12;
  if ((half === 'am' || half === '凌晨') && hour === 12) hour = 0;
  const second = hour * 3600 + Number(match[4]) * 60 + Number(match[5] ?? 0);
  if (hour > 47) return undefined;
  if (second > 86_400) return { second: second - 86_400, nextDay: true };
  const nextDay = match[1] !== undefined || match[7] !== undefined;
  return nextDay ? { second, nextDay: true } : { second };
});

/**
 * A clock time: `09:07:30`, `次日 00:23`, `下午3:05`, `24:00`, a fraction of a day, or the time of a serial date.
 * Undefined for blank, no-data marks and texts such as 未打卡.
 */
export function readTime(
  value: CellValue | undefined,
  kind: NumberKind = NumberKind.General,
): TimeReading | undefined {
  if (isNoData(value)) return undefined;
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value < 0) return undefined;
    if (value >= 1 && kind !== NumberKind.DateTime && kind !== NumberKind.Time) return undefined;
    return { second: Math.round((value - Math.floor(value)) * 86_400) };
  }
  return typeof value === 'string' ? timeOfText(cellText(value)) : undefined;
}

/** `HH:mm` in seconds with the next day added: orders times of one shift. */
export function secondsFromStart(time: TimeReading): number {
  return time.second + (time.nextDay === true ? 86_400 : 0);
}

const ALL_CLOCKS = /(次日)?\s*(?<!\d)(\d{1,2}):([0-5]\d)(?::([0-5]\d))?/g;

// Machines write `08:0008:0017:31`.
const RUN_TOGETHER = /(\d{2}:\d{2})(?=\d{2}:)/g;

/** Every clock time in a text that runs several together: `07:52\n17:03\n`, `正常(07:52),正常(17:03)`. */
export function readTimes(text: string): TimeReading[] {
  const found: TimeReading[] = [];
  const apart = text.replace(RUN_TOGETHER, '$1 ');
  for (const match of apart.matchAll(ALL_CLOCKS)) {
    const hour = Number(match[2]);
    if (hour > 24) continue;
    const second = hour * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
    if (second > 86_400) continue;
    found.push(match[1] === undefined ? { second } : { second, nextDay: true });
    if (found.length >= 200) break;
  }
  return found;
}
