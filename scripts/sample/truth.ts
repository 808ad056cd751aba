import { ATTENDANCE, attendanceRow } from './attendance';
import { COMPLAINT_ROWS, COMPLAINTS } from './complaints';
import { LOG, rowOf } from './violationLog';

/** What a correct reading of the sample gives for 2026-10 under GM, worked out by hand from the clauses. */
export interface SampleResult {
  readonly pointsDeducted: string;
  readonly bonus: string;
  readonly score: string;
  readonly fineYuan: string;
  readonly performanceDeductPct: string;
  readonly discipline: readonly string[];
  /** `incomplete`: a row of this person waits for a decision; `either`: a row may be theirs. */
  readonly state: 'complete' | 'incomplete' | 'either';
  readonly why: string;
}

export interface SampleRow {
  readonly sheet: string;
  readonly row: number;
  readonly why: string;
}

export const MONTH = '2026-10';
export const RULEBOOK = 'GM';

const result = (
  [pointsDeducted, fineYuan, performanceDeductPct, bonus, score]: readonly [
    string,
    string,
    string,
    string,
    string,
  ],
  why: string,
  more: Partial<Pick<SampleResult, 'discipline' | 'state'>> = {},
): SampleResult => ({
  pointsDeducted,
  fineYuan,
  performanceDeductPct,
  bonus,
  score,
  discipline: more.discipline ?? [],
  state: more.state ?? 'complete',
  why,
});

/** By name, or name and id where two people share a name. */
export const RESULTS: Readonly<Record<string, SampleResult>> = {
  邵明玥: result(
    ['0', '0', '0', '5', '15'],
    '10-08 GM-02 申诉成立,不计;10-07 缺卡已改为正常;全月无问题 GM-19 +5 → 10+5',
  ),
  钟离舟: result(
    ['2', '20', '0', '0', '8'],
    '10-09 GM-02 −2、20元;10-13 迟到 GM 无数额;10-24 一行条款两可(GM-06/GM-14),搁置 → 10−2',
    { state: 'incomplete' },
  ),
  江可: result(
    ['2', '0', '20', '0', '8'],
    'GM-13 当月两次(10-04、10-22):选定 2 分、20% 取代逐次所计 → 10−2,扣绩效20%',
  ),
  傅思齐: result(
    ['2', '0', '20', '0', '8'],
    '10-13 GM-11 34分钟>20,早班 −2、20%、警告批评;10-15 GM-09 特殊情况免计;10-28 严重迟到无条款 → 10−2',
    { discipline: ['警告批评'] },
  ),
  黎晓棠: result(
    ['0', '0', '0', '0', '10'],
    '10-15 早班下班缺卡 GM-01:只登记、补打卡,失去全月奖励;10-23 补卡通过不计 → 10',
  ),
  '刘洋(LT1011)': result(
    ['4', '40', '0', '0', '6'],
    '10-17 GM-03 −2、20元;10-26 GM-02(写作 gm02)−2、20元 → 10−4;10-21 无工号的“刘洋”一行待定',
    { state: 'either' },
  ),
  殷若溪: result(
    ['6', '0', '60', '0', '4'],
    '10-22 旷工 GM-05 −5、50%;10-30 GM-13 首次 −1、10%;10-14 事假不计 → 10−6,扣绩效60%',
  ),
  裴景行: result(['0', '0', '0', '5', '15'], '外勤、加班都不计;全月无问题 GM-19 +5 → 15'),
  骆宁: result(
    ['10', '50', '100', '0', '0'],
    '10-16 GM-04 80分钟>60 −10、50元;扣光10分 GM-18 扣绩效100%、书面检讨;10-23 一行无条款可对,搁置 → 10−10',
    { discipline: ['在全体部门会议上做书面检讨'], state: 'incomplete' },
  ),
  祝安然: result(
    ['3', '0', '30', '0', '7'],
    '10-20 GM-12 选定 3 分、30%,申诉不成立;10-08 迟到无数额;11-01 不是本月;10-22“祝安燃”一行待定 → 10−3',
    { state: 'either' },
  ),
  段弘毅: result(
    ['2', '20', '0', '0', '8'],
    '10-03 GM-09 22分钟>15 −2、20元(同一行重复登记一次,只计一次);10-20 刚好15分钟不计;10-23 早退无条款 → 10−2',
  ),
  顾北辰: result(['1', '0', '10', '0', '9'], '10-08 GM-13 首次 −1、10% → 10−1;10-15 离职'),
  柯以安: result(
    ['4', '40', '0', '0', '6'],
    '10-10 GM-02 −2、20元(登记人写成扣1分,以条款为准);10-27 GM-02 −2、20元 → 10−4;10-16 调组不影响',
  ),
  阮星河: result(['0', '0', '0', '5', '15'], '10-12 入职;当月无问题 GM-19 +5 → 15'),
  宋听白: result(
    ['0', '0', '0', '5', '15'],
    '10-20 夜班缺卡:GM-01 只管早、晚班;10-21 GM-11 夜班不计;当月无问题 +5 → 15',
  ),
  '刘洋(LT1013)': result(
    ['5', '50', '0', '0', '5'],
    '10-18 GM-16 首次 −5、50元、警告批评 → 10−5;10-21 无工号的“刘洋”一行待定',
    { discipline: ['警告批评'], state: 'either' },
  ),
  岑默: result(['0', '0', '0', '0', '10'], '10-24 GM-08 首次只给严重警告批评,失去全月奖励 → 10', {
    discipline: ['严重警告批评'],
  }),
  戚云帆: result(['5', '0', '50', '0', '5'], '10-12 GM-14 −5、50% → 10−5;10-18 病假不计'),
};

/** Rows that wait for a person's decision. */
export const SET_ASIDE: readonly SampleRow[] = [
  { sheet: LOG, row: rowOf('ZJ2610-016'), why: '两个刘洋,没有工号' },
  { sheet: LOG, row: rowOf('ZJ2610-017'), why: '名单里没有祝安燃(祝安然?),没有工号' },
  { sheet: LOG, row: rowOf('ZJ2610-019'), why: '没有条款管工位整洁' },
  { sheet: LOG, row: rowOf('ZJ2610-020'), why: 'GM-06 与 GM-14 都说得通,没有分钟数' },
];

/** Rows that must not cost anybody anything. */
export const NOT_CHARGED: readonly SampleRow[] = [
  { sheet: LOG, row: rowOf('ZJ2610-004'), why: '申诉成立' },
  { sheet: LOG, row: rowOf('ZJ2610-009'), why: '特殊情况,有理由' },
  { sheet: LOG, row: rowOf('ZJ2610-014'), why: '刚好15分钟' },
  { sheet: LOG, row: rowOf('ZJ2610-015'), why: '夜班不计 GM-11' },
  { sheet: LOG, row: rowOf('ZJ2610-001', true), why: '与前面同号的一行重复' },
  { sheet: LOG, row: rowOf('ZJ2611-001'), why: '11月' },
  { sheet: ATTENDANCE, row: attendanceRow('LT1001', '2026-10-07'), why: '改为正常' },
  { sheet: ATTENDANCE, row: attendanceRow('LT1002', '2026-10-13'), why: '迟到无数额' },
  { sheet: ATTENDANCE, row: attendanceRow('LT1004', '2026-10-09'), why: '外勤' },
  { sheet: ATTENDANCE, row: attendanceRow('LT1008', '2026-10-23'), why: '补卡审批通过' },
  { sheet: ATTENDANCE, row: attendanceRow('LT1010', '2026-10-20'), why: '夜班缺卡' },
  { sheet: ATTENDANCE, row: attendanceRow('LT1015', '2026-10-14'), why: '请假' },
  { sheet: ATTENDANCE, row: attendanceRow('LT1007', '2026-09-22'), why: '9月' },
  ...COMPLAINT_ROWS.map((row) => ({ sheet: COMPLAINTS, row, why: 'GM 不按客户投诉计分' })),
];
