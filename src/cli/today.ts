import { dayOf, parseDay, type Day } from '../facts/date';
import { ProblemError } from '../facts/problem';
import type { Options } from './options';

/**
 * The day given with `--today`, else today where the user is.
 * @throws ProblemError BAD_DATE
 */
export function todayOf({ today }: Options): Day {
  if (today === undefined) return localDay(new Date());
  const day = parseDay(today);
  if (day === undefined) throw new ProblemError('BAD_DATE', { where: '--today', found: today });
  return day;
}

const localDay = (now: Date): Day => dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
