import type { LiteralCell, LiteralSheet } from '../../src/workbook/xlsx';
import { spread } from './days';
import { banner, cell, centred, head, percent, title, total } from './looks';
import { COMPANY, type Member, MEMBERS } from './people';

export const METRICS = '月度指标';

const HEADERS = [
  '月份',
  '工号',
  '姓名',
  '班组',
  '会话量',
  '抽检量',
  '抽检比例',
  '满意度',
  '平均响应(秒)',
  '一次解决率',
  '备注',
];
const MONTHS = ['2026年9月', '2026年10月'] as const;

export function metrics(): LiteralSheet {
  return {
    name: METRICS,
    rows: [
      banner(title(`${COMPANY} 月度服务指标`), HEADERS.length),
      HEADERS.map((header) => head(header, 'E2EFDA')),
      ...MONTHS.flatMap(monthRows),
    ],
    merges: ['A1:K1'],
    columnWidths: [11, 9, 9, 11, 9, 9, 10, 9, 13, 12, 18],
    rowHeights: { 0: 26 },
    freeze: { rows: 2, columns: 3 },
  };
}

function monthRows(month: (typeof MONTHS)[number]): LiteralCell[][] {
  const september = month === '2026年9月';
  const members = MEMBERS.filter((member) => !september || member.joined < '2026-10-01');
  const lines = members.map((member) => ({ member, ...figures(member, month) }));
  const sum = (of: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((added, line) => added + of(line), 0);
  return [
    ...lines.map(({ member, sessions, sampled, satisfied, seconds, solved }) => [
      centred(month),
      centred(member.id),
      centred(member.name),
      centred(september ? (member.moved?.from ?? member.team) : member.team),
      centred(sessions),
      centred(sampled),
      percent(Math.round((1000 * sampled) / sessions) / 1000),
      percent(satisfied / 1000),
      centred(seconds),
      percent(solved / 1000),
      cell(remarkOf(member, september)),
    ]),
    [
      total(`${month.slice(5)}小计`),
      ...[null, null, null].map(total),
      total(sum((line) => line.sessions)),
      total(sum((line) => line.sampled)),
      ...Array.from({ length: 5 }, () => total(null)),
    ],
  ];
}

interface Figures {
  readonly sessions: number;
  readonly sampled: number;
  /** Per mille. */
  readonly satisfied: number;
  readonly seconds: number;
  readonly solved: number;
}

function figures(member: Member, month: string): Figures {
  const within = (from: number, to: number, what: string): number =>
    from + spread(to - from + 1, member.id, month, what);
  const night = member.team === '夜班组';
  const part = month === '2026年10月' && (member.id === 'LT1012' || member.id === 'LT1018');
  const sessions = within(night ? 620 : 1180, night ? 780 : 1560, 'sessions');
  return {
    sessions: part ? Math.round(sessions / 2) : sessions,
    sampled: part ? 15 : within(28, 34, 'sampled'),
    satisfied: within(936, 991, 'satisfied'),
    seconds: within(night ? 31 : 19, night ? 48 : 36, 'seconds'),
    solved: within(842, 931, 'solved'),
  };
}

function remarkOf(member: Member, september: boolean): string | null {
  if (september) return null;
  if (member.left !== undefined) return '10月15日离职';
  if (member.id === 'LT1018') return '10月12日入职';
  return null;
}
