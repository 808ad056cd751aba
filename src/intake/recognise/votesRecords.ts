import type { Evidence, Vote } from './role';

/** Roles of quality and complaint sheets that the evidence speaks for. */
export function recordVotes(e: Evidence): Vote[] {
  const votes: Vote[] = [];
  const subject = e.count('name', 'id', 'team', 'customer', 'customerId', 'department') > 0;
  const dated = e.has('date') || e.has('recordDate');
  const cases = e.count(
    'handling',
    'result',
    'satisfaction',
    'handlingDepartment',
    'dueOn',
    'request',
    'correction',
    'calledBackOn',
    'finishedOn',
    'handler',
  );
  const assessed =
    e.has('clause') ||
    e.clauseCodes ||
    e.count(
      'chosenPoints',
      'chosenPct',
      'sanction',
      'complaintLevel',
      'penalty',
      'verified',
      'qty',
      'appealResult',
      'appealStatus',
      'approvalStatus',
    ) >= 2;
  const what = e.count('violation', 'clause', 'category1', 'trigger');
  const appeal = e.count('appellant', 'appealDate', 'appealReason');
  if (e.has('appealResult') && appeal >= 2 && !(what >= 2 && dated && e.has('date')))
    votes.push(['appeals', 0.93, 'appealResult']);
  const attendanceLike = e.resultColumns > 0 || e.attendanceResult;
  if (subject && dated && what >= 1 && !attendanceLike) {
    const extra = e.count(
      'points',
      'penalty',
      'qty',
      'appealStatus',
      'approvalStatus',
      'appealResult',
      'chosenPoints',
      'recordId',
      'flag.dispute',
      'flag.serious',
      'reviewer',
      'evidence',
      'eventId',
      'minutes',
      'sanction',
      'category2',
      'shift',
    );
    const weak = what === 1 && !e.has('clause') && !e.has('violation');
    votes.push(['qa-log', (weak ? 0.62 : 0.84) + Math.min(extra, 5) * 0.02, 'date', 'violation']);
    if (cases >= 2 && !assessed)
      votes.push(['complaint-ledger', 0.86 + Math.min(cases, 6) * 0.02, 'handling']);
  }
  if (!dated && subject && e.has('violation') && e.count('points', 'money', 'penalty', 'clause') >= 1)
    votes.push(['qa-log', 0.6, 'violation', 'points']);
  if (subject && cases >= 3 && !assessed) votes.push(['complaint-ledger', 0.84, 'handling']);
  if (e.has('machineScore') && (e.has('total') || e.has('appealResult')))
    votes.push(['qa-ai-export', 0.92, 'machineScore']);
  const scored = e.count('total', 'flag.fatal', 'points');
  if (subject && e.criteria >= 3 && (scored >= 1 || e.fullMarks) && what <= 1) {
    votes.push([
      e.negativeCriteria > e.criteria / 2 && !e.fullMarks ? 'qa-deductions' : 'qa-scorecard',
      e.fullMarks ? 0.95 : 0.8,
      'criterion',
    ]);
  } else if (subject && e.negativeCriteria >= 2) votes.push(['qa-deductions', 0.75, 'criterion']);
  const summary = e.count('sampled', 'sessions', 'average', 'rank', 'sampleRate', 'plus', 'minus');
  if (subject && !e.has('date') && summary >= 2 && what === 0)
    votes.push(['qa-summary', 0.8 + Math.min(summary, 5) * 0.03, 'sampled']);
  return votes;
}
