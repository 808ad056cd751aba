import type { Day } from '../../facts/date';
import type { Approval, PersonRef, SheetDropped, SheetEvent, SheetSetAside } from '../types';

/** Events after granted requests from other sheets have been taken into account. */
export interface AppliedApprovals {
  readonly events: readonly SheetEvent[];
  readonly dropped: readonly SheetDropped[];
  readonly setAside: readonly SheetSetAside[];
}

const MIDDAY = 13 * 3600;

/**
 * Cancels what a granted request excuses: leave, trips and outings that cover the moment of an absence, lateness, early
 * leaving or missing punch; made-up punches for the missing punches of their day. Where a request covers part of the
 * day and it cannot be told which punch it means, the event is set aside, not guessed.
 * `keyOf` gives the matched person, undefined where nobody was matched.
 */
export function applyApprovals(
  events: readonly SheetEvent[],
  approvals: readonly Approval[],
  keyOf: (who: PersonRef) => string | undefined,
): AppliedApprovals {
  const byPersonDay = new Map<string, Approval[]>();
  for (const approval of approvals) {
    const key = approval.granted ? keyOf(approval.who) : undefined;
    if (key === undefined) continue;
    for (let day = approval.from.day; day <= approval.to.day && day - approval.from.day <= 366; day += 1) {
      const list = byPersonDay.get(`${key}|${day}`) ?? [];
      list.push(approval);
      byPersonDay.set(`${key}|${day}`, list);
    }
  }
  if (byPersonDay.size === 0) return { events, dropped: [], setAside: [] };
  const kept: SheetEvent[] = [];
  const dropped: SheetDropped[] = [];
  const setAside: SheetSetAside[] = [];
  for (const event of events) {
    const key = keyOf(event.who);
    const found = key === undefined ? [] : (byPersonDay.get(`${key}|${event.day}`) ?? []);
    const verdict = found.length === 0 ? 'keep' : judge(event, found);
    const place = { ...event.source, who: event.who };
    if (verdict === 'keep') kept.push(event);
    else if (verdict === 'ask')
      setAside.push({ code: 'APPROVAL_UNCLEAR', ...place, dates: [event.day], params: { kind: event.kind } });
    else dropped.push({ code: verdict, ...place, date: event.day });
  }
  return { events: kept, dropped, setAside };
}

const EXCUSABLE = new Set([
  'late',
  'severe_late',
  'absent_late',
  'early_leave',
  'missing_punch',
  'absent',
  'off_post',
]);

function judge(
  event: SheetEvent,
  approvals: readonly Approval[],
): 'keep' | 'ask' | 'CANCELLED_LEAVE_APPROVED' | 'CANCELLED_PUNCH_APPROVED' {
  if (!EXCUSABLE.has(event.kind)) return 'keep';
  let unclear = false;
  for (const approval of approvals) {
    if (approval.kind === 'punch') {
      if (event.kind !== 'missing_punch') continue;
      const side = sideOf(event);
      const timed = approval.from.second > 0;
      if (side === undefined || !timed) return 'CANCELLED_PUNCH_APPROVED';
      if ((side === 'in') === approval.from.second < MIDDAY) return 'CANCELLED_PUNCH_APPROVED';
      // On a day shift a morning's punch is not the evening's; over midnight it cannot be told.
      if (/夜|晚/.test(event.shift ?? '')) unclear = true;
      continue;
    }
    if (approval.kind !== 'leave' && approval.kind !== 'business_trip' && approval.kind !== 'outing')
      continue;
    const [from, to] = within(approval, event.day);
    if (to - from >= 7 * 3600) return 'CANCELLED_LEAVE_APPROVED';
    const side = sideOf(event);
    if (side === 'in' && to <= MIDDAY + 3600) return 'CANCELLED_LEAVE_APPROVED';
    if (side === 'out' && from >= MIDDAY - 3600) return 'CANCELLED_LEAVE_APPROVED';
    // The morning is excused, the evening is not.
    if ((side === 'in' && from >= MIDDAY) || (side === 'out' && to <= MIDDAY)) continue;
    unclear = true;
  }
  return unclear ? 'ask' : 'keep';
}

function sideOf(event: SheetEvent): 'in' | 'out' | undefined {
  if (
    event.slot?.startsWith('上') === true ||
    event.kind === 'late' ||
    event.kind === 'severe_late' ||
    event.kind === 'absent_late'
  )
    return 'in';
  return event.slot?.startsWith('下') === true || event.kind === 'early_leave' ? 'out' : undefined;
}

/** The part of an approval on one day, in seconds. */
function within(approval: Approval, day: Day): readonly [number, number] {
  return [
    approval.from.day === day ? approval.from.second : 0,
    approval.to.day === day ? approval.to.second : 86_400,
  ];
}
