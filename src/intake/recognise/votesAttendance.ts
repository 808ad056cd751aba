import type { Evidence, Vote } from './role';

const STATS = [
  'lateCount',
  'earlyCount',
  'absentDays',
  'missCount',
  'lateMinutes',
  'severeLateCount',
  'missInCount',
  'missOutCount',
  'absentLateDays',
  'earlyMinutes',
] as const;

/** Roles of attendance sheets that the evidence speaks for. */
export function attendanceVotes(e: Evidence): Vote[] {
  const person = e.has('name') || e.has('id') || e.has('userId');
  const votes: Vote[] = [];
  if (!person) return votes;
  const stats = e.count(...STATS);
  const record = e.has('violation') || e.has('clause');
  if (e.dayColumns >= 5) {
    const { attendance, time, symbol, shift, filled } = e.days;
    if (filled === 0) votes.push(['attendance-handmade', 0.6, 'day']);
    else if (attendance >= 0.3)
      votes.push([
        e.legend && symbol > attendance ? 'attendance-handmade' : 'attendance-matrix',
        0.93,
        'day',
      ]);
    else if (time >= 0.5) votes.push(['attendance-punches', 0.85, 'day']);
    else if (shift >= 0.7 && !e.legend && stats === 0) votes.push(['shifts', 0.75, 'day']);
    else if (e.legend || symbol >= 0.4 || stats >= 1)
      votes.push(['attendance-handmade', e.legend ? 0.93 : 0.7, 'day']);
    return votes;
  }
  const dated = e.has('date') || e.has('workDate');
  if (dated && e.resultColumns > 0) votes.push(['attendance-daily', 0.95, 'date', 'result']);
  if (dated && e.attendanceResult && !record)
    votes.push(['attendance-daily', 0.88 + Math.min(stats, 4) * 0.02, 'date', 'dayResult']);
  if (dated && stats >= 2 && !record && e.has('name'))
    votes.push(['attendance-daily', 0.72, 'date', 'counts']);
  // Counts beside scores, with no remark that could say when, are what somebody worked out.
  const workedOut = e.scores && !e.has('remark');
  if (!dated && (stats >= 2 || (stats >= 1 && e.leaveColumns >= 1)) && !record && !workedOut) {
    votes.push(['attendance-handmade', 0.85, 'counts']);
  }
  const scored =
    e.criteria >= 3 ||
    e.count('points', 'total', 'category1', 'recordId', 'orderNo', 'penalty', 'qty', 'customer') > 0;
  const punches =
    (e.has('punch') && !scored) ||
    (dated && (e.timeColumns > 0 || e.has('firstPunch') || e.has('lastPunch')));
  if (punches && e.resultColumns === 0 && !record && !e.attendanceResult && !e.has('leaveType')) {
    votes.push(['attendance-punches', 0.82, 'punch']);
  }
  return votes;
}
