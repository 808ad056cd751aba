import type { Evidence, Vote } from './role';

/** Roles of everything around the records: requests, shifts, measures, parameters, rosters. */
export function sideVotes(e: Evidence): Vote[] {
  const votes: Vote[] = [];
  const person = e.has('name') || e.has('id') || e.has('userId');
  const dated = e.has('date') || e.has('recordDate');
  const span = e.has('startTime') && e.has('endTime');
  const decided = e.has('approvalStatus') || e.has('approvalResult');
  if (
    person &&
    ((span && (decided || e.has('leaveType'))) ||
      (decided && (e.has('leaveType') || e.has('approvalType') || e.has('dayResult'))))
  ) {
    votes.push(['approvals', 0.96, 'approvalStatus']);
  } else if (
    person &&
    decided &&
    (dated || e.has('startTime')) &&
    !e.has('violation') &&
    !e.has('clause') &&
    e.criteria < 2 &&
    e.count('points', 'money', 'penalty', 'total', 'category1') === 0
  ) {
    votes.push(['approvals', 0.8, 'approvalResult']);
  }
  if (e.has('shift') && ((span && !decided) || e.shiftHours) && !dated && !e.has('name'))
    votes.push(['shifts', 0.92, 'shift', 'startTime']);
  const violations = e.has('violation') || e.has('clause');
  const worked =
    e.resultColumns + e.timeColumns > 0 ||
    e.attendanceResult ||
    e.count('punch', 'firstPunch', 'lastPunch', 'dayResult') > 0;
  if (e.has('shift') && e.has('name') && !violations && !decided && !e.has('leaveType')) {
    if (!dated && (e.shiftHours || (e.has('startTime') && e.has('endTime'))))
      votes.push(['shifts', 0.88, 'name', 'shift', 'startTime']);
    else if (dated && !worked && e.count('points', 'money', 'submittedAt') === 0)
      votes.push(['shifts', 0.7, 'date', 'name', 'shift']);
  }
  const heads = e.count('reportedHeadcount', 'actualHeadcount', 'latePersons', 'leavePersons');
  if (dated && (heads >= 2 || (heads >= 1 && !person)) && !violations && e.resultColumns === 0)
    votes.push(['daily', 0.9, 'date', 'reportedHeadcount']);
  const places = e.count('report', 'dueAt', 'reportDate');
  if (e.has('submittedAt') && places >= 1 && !violations)
    votes.push(['submissions', 0.85 + places * 0.03, 'report', 'submittedAt']);
  const metrics = e.count(
    'householdsVisited',
    'frontdeskContacts',
    'feeCollected',
    'feeDue',
    'attrition',
    'replenishedOn',
    'manhoursRequired',
    'manhoursActual',
    'manhoursShort',
    'deptRank',
    'rankLast',
    'monthlyReportOn',
    'attritionListOn',
    'dailyReportAt',
  );
  if (metrics >= 1 && !violations) votes.push(['metrics', 0.8 + Math.min(metrics, 4) * 0.03, 'metric']);
  else if (e.has('metric') && e.count('metricValue', 'value') >= 1 && !violations)
    votes.push(['metrics', 0.72, 'metric', 'metricValue']);
  const valued = e.has('value') || (e.has('points') && !person);
  if (valued && !person && !dated && !e.has('team') && (e.clauseCodes || e.has('clause')))
    votes.push(['params', 0.9, 'clause', 'value']);
  else if (e.has('param') && valued && !person && !dated) votes.push(['params', 0.75, 'param', 'value']);
  votes.push(...rosterVotes(e, person, dated));
  return votes;
}

function rosterVotes(e: Evidence, person: boolean, dated: boolean): Vote[] {
  const marks = e.count(
    'id',
    'userId',
    'team',
    'department',
    'role',
    'joined',
    'left',
    'head',
    'aliases',
    'employment',
    'customerId',
    'transferred',
    'toTeam',
    'grade',
  );
  const scores = e.count(
    'points',
    'money',
    'total',
    'average',
    'plus',
    'minus',
    'pct',
    'appealStatus',
    'clause',
    'value',
  );
  const dates = dated && !e.has('joined') && !e.has('left') && !e.has('transferred');
  if (dates || scores > 0 || e.dayColumns >= 5 || e.resultColumns > 0) return [];
  if (person && marks >= 1 && e.distinctNames >= 0.6)
    return [['roster', 0.7 + Math.min(marks, 5) * 0.04, 'name']];
  if (e.has('customer') && e.has('customerId') && e.distinctNames >= 0.6)
    return [['roster', 0.75, 'customer']];
  if (e.has('head') && (e.has('department') || e.has('team'))) return [['roster', 0.7, 'head']];
  if (person && marks >= 1) return [['roster', 0.55, 'name']];
  return [];
}
