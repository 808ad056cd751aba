import cn2025 from '../../rulesets/calendars/cn-2025.json';
import cn2026 from '../../rulesets/calendars/cn-2026.json';
import { mergeCalendars, type WorkCalendar } from '../facts/workdays';
import { calendarFromFile } from './calendar';

let merged: WorkCalendar | undefined;

/** The holiday calendars that come with the product, as one; days of other years are refused. */
export function shippedCalendar(): WorkCalendar {
  merged ??= mergeCalendars([cn2025, cn2026].map(calendarFromFile));
  return merged;
}
