import { z } from 'zod';
import { isWeekend, parseDay, type Day } from '../facts/date';
import { ProblemError } from '../facts/problem';
import { yearSpan, type WorkCalendar } from '../facts/workdays';
import { dateSchema } from './primitives';

/**
 * The holiday arrangement of one year. Days of a neighbouring year that the same notice moves belong to that
 * year's file.
 */
export const calendarSchema = z
  .strictObject({
    year: z.int().min(1900).max(9999),
    /** The notice that the days come from, in words. */
    source: z.string().min(1),
    /** Every day off of a holiday period, the weekend days inside it included. */
    holidays: z.array(dateSchema),
    /** Weekend days that are worked in exchange. */
    makeupWorkdays: z.array(dateSchema),
  })
  .superRefine((file, context) => {
    const { first, last } = yearSpan(file.year);
    const seen = new Set<Day>();
    const refuse = (list: DayList, index: number, code: string): void => {
      context.addIssue({ code: 'custom', path: [list, index], params: { code } });
    };
    for (const list of DAY_LISTS) {
      const own = new Set<Day>();
      daysOf(file[list]).forEach((day, index) => {
        if (day < first || day > last) refuse(list, index, 'OUTSIDE_YEAR');
        else if (own.has(day)) refuse(list, index, 'DUPLICATE');
        else if (seen.has(day)) refuse(list, index, 'IN_BOTH_LISTS');
        else if (list === 'makeupWorkdays' && !isWeekend(day)) refuse(list, index, 'NOT_A_WEEKEND_DAY');
        own.add(day);
      });
      own.forEach((day) => seen.add(day));
    }
  });
export type CalendarFile = z.infer<typeof calendarSchema>;

type DayList = 'holidays' | 'makeupWorkdays';
const DAY_LISTS: readonly DayList[] = ['holidays', 'makeupWorkdays'];

/** Days of texts that the schema has found to be dates. */
const daysOf = (texts: readonly string[]): readonly Day[] => texts.map((text) => parseDay(text) ?? NaN);

/**
 * A calendar file as a calendar that speaks for its year only.
 * @throws ProblemError CALENDAR_INVALID {path, detail}: the first thing wrong. `detail` is one of
 *   `UNKNOWN_KEY`, `MISSING`, `BAD_VALUE`, `BAD_DATE`, `OUTSIDE_YEAR`, `DUPLICATE`, `IN_BOTH_LISTS`,
 *   `NOT_A_WEEKEND_DAY`.
 */
export function calendarFromFile(json: unknown): WorkCalendar {
  const parsed = calendarSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) throw invalid(parsed.error.issues);
  const { year, holidays, makeupWorkdays } = parsed.data;
  return {
    years: new Set([year]),
    holidays: new Set(daysOf(holidays)),
    makeupWorkdays: new Set(daysOf(makeupWorkdays)),
  };
}

function invalid(issues: readonly z.core.$ZodIssue[]): ProblemError {
  const [issue] = issues;
  if (issue === undefined) return new ProblemError('CALENDAR_INVALID', { path: '', detail: 'BAD_VALUE' });
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return new ProblemError('CALENDAR_INVALID', {
    path: z.core.toDotPath([...issue.path, ...extra]),
    detail: detailOf(issue),
  });
}

function detailOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'UNKNOWN_KEY';
  if (issue.code === 'custom') return String(issue.params?.['code']);
  return issue.path.length > 0 && issue.input === undefined ? 'MISSING' : 'BAD_VALUE';
}
