import { firstDay, monthOfDay, type Day } from '../../facts/date';
import type { Decimal } from '../../facts/decimal';
import { countWorkdays } from '../../facts/workdays';
import { resolveSwitch, type Switch } from '../primitives';
import type { CountContext } from './kind';

export interface LateDaysSettings {
  readonly lateDays: Switch<'calendar' | 'working'>;
  readonly lateMonth: Switch<'split' | 'due-month'>;
}

/**
 * Days late after `due` that belong to the month being scored. `done` absent = not done yet: counted to the
 * end of the month. `split` gives each month its own late days, `due-month` all of them to the month of the
 * due date.
 * @throws ProblemError CALENDAR_MISSING
 */
export function lateDaysInMonth(
  due: Day,
  done: Day | undefined,
  settings: LateDaysSettings,
  context: CountContext,
): Decimal {
  const { readings, month, monthEnd } = context;
  const split = resolveSwitch(settings.lateMonth, readings) === 'split';
  if (!split && monthOfDay(due) !== month) return { digits: 0n, scale: 0 };
  const first = split ? Math.max(due + 1, firstDay(month)) : due + 1;
  const end = done ?? monthEnd;
  const last = split ? Math.min(end, monthEnd) : end;
  const working = resolveSwitch(settings.lateDays, readings) === 'working';
  const days = working ? countWorkdays(context.calendar, first, last) : Math.max(0, last - first + 1);
  return { digits: BigInt(days), scale: 0 };
}
