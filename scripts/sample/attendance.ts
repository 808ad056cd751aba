import type { LiteralCell, LiteralSheet } from '../../src/workbook/xlsx';
import { DAY_EVENTS, type DayEvent } from './attendanceEvents';
import { chinaMidnightMs, daysOf, spread, weekday } from './days';
import { banner, head } from './looks';
import { type Member, MEMBERS, teamOn } from './people';
import { type Shift, shiftOn } from './shifts';

export const ATTENDANCE = '每日统计';

const FROM = '2026-09-01';
const TO = '2026-10-31';
const FIRST_ROW = 4;
/** 8.5 hours less half an hour for the meal. */
const MEAL = 30;

const HEADERS = [
  ...['姓名', '考勤组', '部门', '工号', '职位', 'UserId', '日期', 'workDate', '班次'],
  ...[1, 2, 3].flatMap((n) => [
    `上班${n}打卡时间`,
    `上班${n}打卡结果`,
    `下班${n}打卡时间`,
    `下班${n}打卡结果`,
  ]),
  ...['关联的审批单', '出勤天数', '休息天数', '工作时长(分钟)', '迟到次数', '迟到时长(分钟)', '严重迟到次数'],
  ...['严重迟到时长(分钟)', '旷工迟到天数', '早退次数', '早退时长(分钟)', '上班缺卡次数', '下班缺卡次数'],
  ...['旷工天数', '出差时长', '外出时长', '事假(天)', '病假(天)', '年假(天)', '调休(天)', '加班总时长(小时)'],
];

interface Line {
  readonly member: Member;
  readonly date: string;
}

const LINES: readonly Line[] = MEMBERS.flatMap((member) =>
  daysOf(FROM, TO)
    .filter((date) => member.joined <= date && (member.left === undefined || date <= member.left))
    .map((date) => ({ member, date })),
);

/** The 1-based row of someone's day. */
export function attendanceRow(id: string, date: string): number {
  const at = LINES.findIndex((line) => line.member.id === id && line.date === date);
  if (at < 0) throw new Error(`no attendance of ${id} on ${date}`);
  return FIRST_ROW + at;
}

/** A daily export over two months, one row per person and day. */
export function attendance(): LiteralSheet {
  return {
    name: ATTENDANCE,
    rows: [
      banner({ value: `每日统计表  统计日期:${FROM} 至 ${TO}`, bold: true }, HEADERS.length),
      banner('报表生成时间:2026-11-02 09:06', HEADERS.length),
      HEADERS.map((header) => head(header, 'F2F2F2')),
      ...LINES.map(cells),
    ],
    merges: ['A1:AP1', 'A2:AP2'],
    columnWidths: [
      15,
      10,
      18,
      9,
      9,
      10,
      16,
      15,
      21,
      13,
      19,
      13,
      19,
      ...Array.from({ length: 8 }, () => 12),
      40,
    ],
    rowHeights: { 2: 30 },
    freeze: { rows: 3, columns: 1 },
  };
}

function cells({ member, date }: Line): LiteralCell[] {
  const shift = shiftOn(member, date);
  const event = DAY_EVENTS.find((one) => one.id === member.id && one.date === date);
  if (event && !shift) throw new Error(`${member.id} does not work on ${date}`);
  const team = teamOn(member, date);
  return [
    member.left === undefined ? member.name : `${member.name}(已离职)`,
    team === '夜班组' ? '夜班考勤组' : '在线考勤组',
    `客服部/${team}`,
    member.unnumbered ? null : member.id,
    member.role,
    `0${61_000 + 137 * MEMBERS.indexOf(member)}`,
    `${date.slice(2)} ${weekday(date)}`,
    String(chinaMidnightMs(date)),
    shift?.label ?? '休息',
    ...(shift ? worked(member, date, shift, event ?? { id: member.id, date }) : rested()),
  ];
}

function rested(): LiteralCell[] {
  return [...blanks(13), null, 1, ...blanks(18)];
}

function worked(member: Member, date: string, shift: Shift, event: DayEvent): LiteralCell[] {
  const away = event.leave !== undefined || event.absent === true;
  const arrived = shift.start + (event.late ?? -1 - spread(14, member.id, date, 'in'));
  const stayed =
    event.early === undefined ? (event.overtime ?? spread(9, member.id, date, 'out')) : -event.early;
  const left = shift.end + stayed;
  const no = (side: 'in' | 'out'): boolean => away || (event.missing?.includes(side) ?? false);
  const severe = event.inResult === '严重迟到';
  const result = (side: 'in' | 'out'): string => {
    if (event.leave) return '请假';
    if (event.absent) return '旷工';
    const given = side === 'in' ? event.inResult : event.outResult;
    if (given !== undefined) return given;
    if (event.missing?.includes(side)) return '缺卡';
    if (side === 'in') return event.late === undefined ? '正常' : '迟到';
    return event.early === undefined ? '正常' : '早退';
  };
  const missed = (side: 'in' | 'out'): LiteralCell => (result(side) === '缺卡' ? 1 : null);
  const days = (kind: DayEvent['leave']): LiteralCell => (event.leave === kind ? 1 : null);
  return [
    ...[no('in') ? null : clock(arrived), result('in'), no('out') ? null : clock(left), result('out')],
    ...blanks(8),
    approvalOf(event, shift) ?? null,
    ...[away ? null : 1, null, away ? null : shift.end - shift.start - MEAL],
    ...[event.late !== undefined && !severe ? 1 : null, severe ? null : (event.late ?? null)],
    ...[severe ? 1 : null, severe ? (event.late ?? null) : null, null],
    ...[event.early === undefined ? null : 1, event.early ?? null, missed('in'), missed('out')],
    ...[event.absent ? 1 : null, null, event.outing?.hours ?? null],
    ...[days('事假'), days('病假'), days('年假'), days('调休')],
    event.overtime === undefined ? null : Math.floor(event.overtime / 30) / 2,
  ];
}

function approvalOf(event: DayEvent, shift: Shift): string | undefined {
  if (event.approval !== undefined) return event.approval;
  if (event.leave === undefined) return undefined;
  const day = event.date.slice(5);
  return `${event.leave}${day} ${clock(shift.start)}到${day} ${clock(shift.end)} 1天`;
}

function clock(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const within = minute % 1440;
  return `${minute >= 1440 ? '次日 ' : ''}${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

function blanks(count: number): null[] {
  return Array.from({ length: count }, () => null);
}
