import { z } from 'zod';
import { isWeekend, parseDay, type Day } from '../facts/date';
import { ProblemError } from '../facts/problem';
import { yearSpan, type WorkCalendar } from '../facts/workdays';
import { formProblems } from './issues';

const daySchema = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', params: { code: 'BAD_DATE' } });
  return z.NEVER;
});

/**
 * The holiday arrangement of one year: `{year, source, holidays, makeupWorkdays}`. Days of a neighbouring
 * year that the same notice moves belong to that year's file.
 */
export const calendarSchema = z
  .strictObject({
    year: z.int().min(1900).max(9999),
    /** The notice that the days come from, in words. */
    source: z.string().min(1),
    /** Every day off of a holiday period, the weekend days inside it included. */
    holidays: z.array(daySchema),
    /** Weekend days that are worked in exchange. */
    makeupWorkdays: z.array(daySchema),
  })
  .superRefine((file, context) => {
    const { first, last } = yearSpan(file.year);
    const check = (list: 'holidays' | 'makeupWorkdays', wrong: (day: Day) => string | undefined): void => {
      const seen = new Set<Day>();
      file[list].forEach((day, index) => {
        const outside = day < first || day > last;
        const code = outside ? 'OUTSIDE_YEAR' : seen.has(day) ? 'DUPLICATE' : wrong(day);
        if (code !== undefined) context.addIssue({ code: 'custom', path: [list, index], params: { code } });
        seen.add(day);
      });
    };
    const holidays = new Set(file.holidays);
    check('holidays', () => undefined);
    check('makeupWorkdays', (day) => {
      if (holidays.has(day)) return 'IN_BOTH_LISTS';
      return isWeekend(day) ? undefined : 'NOT_A_WEEKEND_DAY';
    });
  });

/** The file as it is written. */
export type CalendarFile = z.input<typeof calendarSchema>;

/**
 * A calendar file as a calendar that speaks for its own year only.
 * @throws ProblemError CALENDAR_INVALID {path, detail}: the first thing that is wrong. `detail` is the code of
 *   a fault as in rulebook files (`UNKNOWN_KEY`, `MISSING` ...), `BAD_DATE`, `OUTSIDE_YEAR`, `DUPLICATE`,
 *   `IN_BOTH_LISTS` or `NOT_A_WEEKEND_DAY`.
 */
export function calendarFromFile(json: unknown): WorkCalendar {
  const parsed = calendarSchema.safeParse(json);
  if (!parsed.success) {
    const { path, code } = formProblems(parsed.error, 'calendar', json)[0]!;
    throw new ProblemError('CALENDAR_INVALID', { path, detail: code.replace(/^RULEBOOK_/, '') });
  }
  const { year, holidays, makeupWorkdays } = parsed.data;
  return { years: new Set([year]), holidays: new Set(holidays), makeupWorkdays: new Set(makeupWorkdays) };
}
