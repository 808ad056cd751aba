import type { ShiftTime } from '../types';
import { cleanText, compactText, memoText } from '../values/text';

/** A shift cell taken apart: `A 09:00-18:00`, `早班 08:00-12:00 13:00-17:00`, `休息`. */
export interface ShiftText {
  readonly name?: string;
  /** Pairs of seconds since midnight; an end beyond 86400 lies on the next day. */
  readonly hours: readonly (readonly [start: number, end: number])[];
  /** No shift that day. */
  readonly off: boolean;
}

const HOURS =
  /(次日)?(\d{1,2}):([0-5]\d)(?::\d{2})?\s*(?:-|~|至|到|—|–)\s*(次日|翌日)?\s*(\d{1,2}):([0-5]\d)(?::\d{2})?/g;
const OFF = /^(?:休息|休|公休|不在考勤组|未排班|自由工时|自由上下班|离职|已离职|--|-|—|节假日|放假|off)$/i;

export const readShiftText = memoText((raw: string): ShiftText => {
  const text = cleanText(raw).slice(0, 200);
  const hours: (readonly [number, number])[] = [];
  for (const match of text.matchAll(HOURS)) {
    const start = Number(match[2]) * 3600 + Number(match[3]) * 60;
    let end = Number(match[5]) * 3600 + Number(match[6]) * 60;
    if (match[4] !== undefined || end <= start) end += 86_400;
    if (start <= 86_400 && end - start <= 86_400) hours.push([start, end]);
  }
  const name = text
    .replace(HOURS, ' ')
    .replace(/[\s:;,()]+/g, ' ')
    .trim();
  const off = OFF.test(compactText(text)) && hours.length === 0;
  return { hours, off, ...(name === '' || off ? {} : { name }) };
});

/** Finds the hours of a shift by name, or by the only shift there is. */
export function shiftHours(
  name: string | undefined,
  shifts: readonly ShiftTime[],
): readonly [number, number] | undefined {
  if (name === undefined || name === '') {
    const only = shifts.length === 1 ? shifts[0] : undefined;
    return only === undefined ? undefined : [only.start, only.end];
  }
  const key = compactText(name);
  const found =
    shifts.find((shift) => compactText(shift.name) === key) ??
    shifts.find((shift) => `${compactText(shift.name)}班` === key);
  return found === undefined ? undefined : [found.start, found.end];
}

/** The name of a shift that a sheet gives only by its hours. */
export function shiftNameOfHours(
  hours: readonly [number, number],
  shifts: readonly ShiftTime[],
): string | undefined {
  const found = shifts.filter((shift) => shift.start === hours[0] && shift.end === hours[1]);
  return found.length === 1 ? found[0]?.name : undefined;
}
