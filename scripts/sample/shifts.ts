import { dayNumber } from './days';
import { type Member, MEMBERS, teamOn } from './people';

/** A working shift; `end` counts on beyond midnight. Minutes since midnight. */
export interface Shift {
  readonly name: '早班' | '晚班' | '夜班';
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

export const SHIFTS: Readonly<Record<Shift['name'], Shift>> = {
  早班: { name: '早班', label: '早班 09:00-17:30', start: 540, end: 1050 },
  晚班: { name: '晚班', label: '晚班 14:30-23:00', start: 870, end: 1380 },
  夜班: { name: '夜班', label: '夜班 22:30-次日 07:00', start: 1350, end: 1860 },
};

/** The shift of a member on a day, undefined on a rest day. Online teams change shift weekly, nights go 4 on 2 off. */
export function shiftOn(member: Member, date: string): Shift | undefined {
  const day = dayNumber(date);
  const place = MEMBERS.indexOf(member);
  const team = teamOn(member, date);
  if (team === '夜班组') return (day + 5 * place) % 6 < 4 ? SHIFTS.夜班 : undefined;
  const rest = (2 * place) % 7;
  if (day % 7 === rest || day % 7 === (rest + 1) % 7) return undefined;
  const early = Math.floor(day / 7) % 2 === 0;
  return early === (team === '在线一组') ? SHIFTS.早班 : SHIFTS.晚班;
}
