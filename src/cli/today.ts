import { dayOf, parseDay, type Day } from '../facts/date';
import { ProblemError } from '../facts/problem';
import type { Options } from './options';

/**
 * The day given with `--today`, else today where the user is.
 * @throws ProblemError BAD_DATE
 */
export const todayOf = ({ today }: Options): Day => dayGiven('--today', today);

/**
 * A day given with an option, else today where the user is.
 * @throws ProblemError BAD_DATE
 */
export function dayGiven(option: string, text: string | undefined): Day {
  if (text === undefined) return localDay(new Date());
  const day = parseDay(text);
  if (day === undefined) throw new ProblemError('BAD_DATE', { where: option, found: text });
  return day;
}

const localDay = (now: Date): Day => dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
