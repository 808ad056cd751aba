import { calendarDate, parseDay, type Day } from '../../../facts/date';
import type { Clause } from '../../clause';
import { isByReading } from '../../primitives';
import type { LintCheck, LintContext } from '../finding';
import type { ClauseState } from '../states';

const cases = (setting: unknown): unknown[] =>
  isByReading(setting) ? Object.values(setting.cases) : [setting];

/** Whether a deadline, under some reading, looks at working days or holidays. */
function needsCalendar({ count }: Clause): boolean {
  if (count.mode === 'deadline_workdays') return true;
  if (count.mode !== 'deadline_dom') return false;
  return cases(count.shift).some((shift) => shift !== 'none') || cases(count.lateDays).includes('working');
}

const yearOf = (day: Day): number => calendarDate(day).year;

/** From this year (or the first of the rule, or its last) to the last that the rule names. */
function yearsInForce({ from, to }: ClauseState, { rulebook, today }: LintContext): [number, number] {
  const start = [from, rulebook.effectiveFrom].map((text) => parseDay(text ?? '') ?? today);
  const ends = [to, rulebook.effectiveTo].flatMap((text) => parseDay(text ?? '') ?? []);
  const first = Math.max(yearOf(today), ...start.map(yearOf));
  const last = ends.length === 0 ? first : Math.min(...ends.map(yearOf));
  return [Math.min(first, last), last];
}

/** Working-day deadlines in years whose holidays are not known: their records are refused. */
export const calendarMissing: LintCheck = {
  check: 'CALENDAR_MISSING',
  severity: 'warning',
  *look(context) {
    const { years } = context.calendar;
    if (years === 'all') return;
    for (const state of context.states) {
      if (!needsCalendar(state.clause)) continue;
      const [first, last] = yearsInForce(state, context);
      for (let year = first; year <= last; year++) {
        if (years.has(year)) continue;
        yield { clause: state.clause.id, params: { year, known: [...years].join(', ') } };
        break;
      }
    }
  },
};
