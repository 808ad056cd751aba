import type { SheetRole } from '../types';

const list = (text: string): readonly string[] => text.split(' ');

const WHO = list('seq name id userId aliases team department role head attendanceGroup grade employment');
const CONTACT = list('phone email extension address');
const CUSTOMER = list('customer customerId target');
const ROSTER = [
  ...WHO,
  ...CONTACT,
  ...CUSTOMER,
  ...list('joined left transferred fromTeam toTeam remark shift'),
];
const ATTENDANCE = [
  ...WHO,
  ...list(
    'date workDate shift remark sign firstPunch lastPunch punch scheduledAt punchSource dayResult approvalRef',
  ),
  ...list(
    'lateCount lateMinutes severeLateCount severeLateMinutes absentLateDays absentLateMinutes earlyCount earlyMinutes',
  ),
  ...list(
    'missInCount missOutCount missCount absentDays attendDays restDays workTime tripDays outingDays overtime excused',
  ),
];
const RECORD = [
  ...WHO,
  ...CUSTOMER,
  ...list(
    'phone address email date recordDate verifiedOn recordId orderNo eventId complaintNo clause violation',
  ),
  ...list(
    'category1 category2 category3 trigger triggersHit level kind complaintLevel penalty points money pct',
  ),
  ...list(
    'chosenPoints chosenPct chosenMoney qty minutes measured rings flags shift channel verified excused unexcused exempt exemptReason',
  ),
  ...list(
    'appealStatus appealResult appellant appealDate appealReason sanction headSanction linked reviewer evidence remark',
  ),
  ...list('settledOn acceptedOn faultAt reportedAt approvalStatus'),
];
const CASES = list(
  'request handlingDepartment coDepartment handler dueOn handling correction result finishedOn satisfaction calledBackOn cause urgency subjectText',
);
const SCORES = list('total machineScore average rank sessions sampled sampleRate plus minus criterion');
const METRICS = [
  ...list(
    'seq name id team department role head date month metric metricValue remark shift householdsVisited frontdeskContacts',
  ),
  ...list(
    'feeCollected feeDue feeRate attrition attritionOn replenishedOn manhoursRequired manhoursActual manhoursShort deptRank',
  ),
  ...list('groupSize rankLast monthlyReportOn attritionListOn dailyReportAt lateCount value reviewer'),
];

const ALLOWED: Readonly<Record<SheetRole, ReadonlySet<string>>> = {
  'attendance-daily': new Set(ATTENDANCE),
  'attendance-matrix': new Set(ATTENDANCE),
  'attendance-punches': new Set(ATTENDANCE),
  'attendance-machine': new Set(ATTENDANCE),
  'attendance-handmade': new Set(ATTENDANCE.filter((field) => field !== 'date')),
  approvals: new Set([
    ...WHO,
    ...list(
      'recordId date approvalStatus approvalResult approvalType leaveType startTime endTime length completedAt dayResult remark reviewer',
    ),
  ]),
  'qa-log': new Set([...RECORD, ...CASES]),
  'qa-scorecard': new Set([...RECORD, ...SCORES]),
  'qa-deductions': new Set([...RECORD, ...SCORES]),
  'qa-summary': new Set([...RECORD, ...SCORES]),
  'qa-ai-export': new Set([...RECORD, ...SCORES]),
  appeals: new Set([...RECORD, ...CASES]),
  'complaint-ledger': new Set([...RECORD, ...CASES]),
  'complaint-order': new Set([...RECORD, ...CASES]),
  roster: new Set(ROSTER),
  shifts: new Set(list('seq name id userId team department role date shift startTime endTime remark')),
  daily: new Set([
    ...METRICS,
    ...list('reportedHeadcount actualHeadcount latePersons leavePersons submittedAt'),
  ]),
  submissions: new Set(
    list('seq team department name report reportDate dueAt submittedAt month date remark reviewer'),
  ),
  metrics: new Set(METRICS),
  params: new Set(
    list('seq clause param value points effectiveFrom effectiveTo category1 violation remark money pct'),
  ),
  made: new Set(),
  none: new Set([...WHO, ...CONTACT, ...RECORD, ...SCORES]),
};

/** Whether a field can mean anything on a sheet of this role. */
export function allowsField(role: SheetRole, field: string): boolean {
  if (field.startsWith('flag.'))
    return ALLOWED[role].has('violation') && role !== 'params' && role !== 'none';
  if (field.startsWith('day.'))
    return (role.startsWith('attendance') && role !== 'attendance-daily') || role === 'shifts';
  if (/^(?:in|out)\d/.test(field) || field.startsWith('leave.')) return role.startsWith('attendance');
  return ALLOWED[role].has(field);
}
