/** What happened on single days, as the attendance platform's export shows it. */
export interface DayEvent {
  readonly id: string;
  readonly date: string;
  /** Results and clock times that differ from an ordinary day. */
  readonly inResult?: string;
  readonly outResult?: string;
  /** Minutes late or early. */
  readonly late?: number;
  readonly early?: number;
  readonly missing?: readonly ('in' | 'out')[];
  readonly absent?: true;
  readonly leave?: '事假' | '病假' | '年假' | '调休';
  /** Minutes worked beyond the shift. */
  readonly overtime?: number;
  readonly outing?: { readonly from: string; readonly to: string; readonly hours: number };
  /** The approval the platform links. */
  readonly approval?: string;
}

export const DAY_EVENTS: readonly DayEvent[] = [
  { id: 'LT1003', date: '2026-09-02', late: 9 },
  { id: 'LT1005', date: '2026-09-05', overtime: 84 },
  { id: 'LT1002', date: '2026-09-08', leave: '年假' },
  {
    id: 'LT1008',
    date: '2026-09-12',
    missing: ['out'],
    outResult: '补卡审批通过',
    approval: '补卡申请09-12 23:00',
  },
  { id: 'LT1009', date: '2026-09-15', late: 14 },
  { id: 'LT1017', date: '2026-09-17', leave: '病假' },
  { id: 'LT1012', date: '2026-09-17', early: 25 },
  { id: 'LT1007', date: '2026-09-22', missing: ['in'] },
  { id: 'LT1014', date: '2026-09-24', missing: ['out'] },
  { id: 'LT1016', date: '2026-09-28', leave: '调休' },
  { id: 'LT1001', date: '2026-09-23', missing: ['in'], inResult: '管理员苗婧改为正常' },
  { id: 'LT1004', date: '2026-10-02', overtime: 83 },
  { id: 'LT1010', date: '2026-10-04', overtime: 35 },
  { id: 'LT1002', date: '2026-10-05', overtime: 70 },
  { id: 'LT1011', date: '2026-10-05', leave: '调休' },
  { id: 'LT1001', date: '2026-10-07', missing: ['out'], outResult: '管理员苗婧改为正常' },
  { id: 'LT1007', date: '2026-10-08', late: 6 },
  {
    id: 'LT1004',
    date: '2026-10-09',
    inResult: '外勤',
    outing: { from: '13:30', to: '16:30', hours: 3 },
    approval: '外出10-09 13:30到10-09 16:30 3小时',
  },
  { id: 'LT1002', date: '2026-10-13', late: 12 },
  { id: 'LT1015', date: '2026-10-14', leave: '事假' },
  { id: 'LT1008', date: '2026-10-15', missing: ['out'] },
  { id: 'LT1017', date: '2026-10-18', leave: '病假' },
  { id: 'LT1010', date: '2026-10-20', missing: ['out'] },
  { id: 'LT1015', date: '2026-10-22', absent: true },
  {
    id: 'LT1008',
    date: '2026-10-23',
    missing: ['in'],
    inResult: '补卡审批通过',
    approval: '补卡申请10-23 14:30',
  },
  { id: 'LT1009', date: '2026-10-23', early: 22 },
  { id: 'LT1006', date: '2026-10-28', late: 52, inResult: '严重迟到' },
  { id: 'LT1018', date: '2026-10-28', overtime: 40 },
];
