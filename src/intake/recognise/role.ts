import type { Problem } from '../../facts/problem';
import type { Judged, SheetRole } from '../types';
import { compactText } from '../values/text';

/** What is known of a sheet when its role is decided. */
export interface Evidence {
  /** Strongest score with which any column may mean the field. */
  readonly has: (field: string) => boolean;
  /** How many of these fields some column may mean. */
  readonly count: (...fields: readonly string[]) => number;
  readonly dayColumns: number;
  /** Shares over the cells under day columns. */
  readonly days: {
    readonly attendance: number;
    readonly time: number;
    readonly symbol: number;
    readonly shift: number;
    readonly filled: number;
  };
  readonly resultColumns: number;
  readonly timeColumns: number;
  readonly leaveColumns: number;
  /** Numeric columns without any other meaning. */
  readonly criteria: number;
  readonly negativeCriteria: number;
  readonly fullMarks: boolean;
  readonly clauseCodes: boolean;
  readonly shiftHours: boolean;
  readonly attendanceResult: boolean;
  readonly legend: boolean;
  readonly distinctNames: number;
  readonly dataRows: number;
  /** Title rows and sheet name in one text. */
  readonly title: string;
}

const DRAFT =
  /草稿|草案|未核对|未审核稿|作废|[(（【[]旧[)）】\]]|旧版|旧表|备份|副本|归档|存档|勿用|停用|废弃|初稿/;
const DRAFT_EN = /(?:^|[^a-z])(?:draft|backup|old|copy of|archived?|obsolete)(?:[^a-z]|$)/;
const ADDRESS_BOOK = /通讯录|联系表|联系方式|电话表|电话簿|contacts?$|addressbook|phonebook/i;

/** Whether a sheet calls itself a draft, an old state or a copy. */
export function draftMark(title: string): string | undefined {
  const found = DRAFT.exec(compactText(title)) ?? DRAFT_EN.exec(title.toLowerCase());
  return found?.[0].trim();
}

type Vote = readonly [role: SheetRole, confidence: number, ...fields: string[]];

/** The role with the strongest evidence. Reasons are codes with the fields that spoke for it. */
export function judgeRole(e: Evidence): Judged<SheetRole> {
  const draft = draftMark(e.title);
  if (draft !== undefined) return judged('none', 0.9, { code: 'ROLE_DRAFT', params: { mark: draft } });
  const votes = [...attendanceVotes(e), ...recordVotes(e), ...sideVotes(e)];
  let best: Vote | undefined;
  for (const vote of votes) if (best === undefined || vote[1] > best[1]) best = vote;
  const person = e.has('name') || e.has('id');
  const address =
    e.count('phone', 'email', 'extension', 'address') >= 2 || ADDRESS_BOOK.test(compactText(e.title));
  const strong = best !== undefined && best[0] !== 'roster';
  if (address && person && !strong && !e.has('joined') && !e.has('left')) {
    return judged('none', 0.85, { code: 'ROLE_ADDRESS_LIST' });
  }
  if (best === undefined || best[1] < 0.5) {
    const summary = person && e.count('points', 'money', 'total', 'plus', 'minus', 'average', 'pct') >= 1;
    return summary
      ? judged('none', 0.75, { code: 'ROLE_DERIVED_SUMMARY' })
      : judged('none', 0.6, { code: 'ROLE_UNRECOGNISED' });
  }
  return judged(best[0], Math.round(Math.min(0.99, best[1]) * 100) / 100, {
    code: 'ROLE_BY_COLUMNS',
    params: { role: best[0], fields: best.slice(2).join(' ') },
  });
}

function judged(value: SheetRole, confidence: number, reason: Problem): Judged<SheetRole> {
  return { value, confidence, reasons: [reason] };
}

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

function attendanceVotes(e: Evidence): Vote[] {
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
  if (!dated && (stats >= 2 || (stats >= 1 && e.leaveColumns >= 1)) && !record) {
    votes.push(['attendance-handmade', 0.85, 'counts']);
  }
  const punches =
    e.has('punch') || (dated && (e.timeColumns > 0 || e.has('firstPunch') || e.has('lastPunch')));
  if (punches && e.resultColumns === 0 && !record && !e.attendanceResult && !e.has('leaveType')) {
    votes.push(['attendance-punches', 0.82, 'punch']);
  }
  return votes;
}

function recordVotes(e: Evidence): Vote[] {
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

function sideVotes(e: Evidence): Vote[] {
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
  } else if (person && decided && (dated || e.has('startTime')) && !e.has('violation') && !e.has('clause')) {
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
