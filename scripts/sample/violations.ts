import type { Shift } from './shifts';

/** One line of the team's violation log, as its recorder wrote it. */
export interface Violation {
  readonly no: string;
  /** ISO for a real date cell; `text` where the recorder typed the date as text. */
  readonly date: string;
  readonly dateText?: string;
  readonly id?: string;
  readonly name: string;
  readonly shift?: Shift['name'];
  readonly what: string;
  readonly clause?: string;
  /** Typed as text by the recorder. */
  readonly minutes?: string;
  readonly points?: number;
  readonly fine?: number;
  readonly handling?: string;
  readonly appeal?: string;
  readonly remark?: string;
}

export const SEPTEMBER: readonly Violation[] = [
  { no: 'ZJ2609-001', date: '2026-09-02', id: 'LT1003', name: '江可', shift: '早班', what: '开班二十分钟还没登录客服系统', clause: 'GM-02', points: 2, fine: 20, handling: '口头提醒' },
  { no: 'ZJ2609-002', date: '2026-09-03', id: 'LT1007', name: '祝安然', shift: '晚班', what: 'GM日志填得不认真,两起封号工单没写处理结果', points: 1, handling: '扣绩效10%' },
  { no: 'ZJ2609-003', date: '2026-09-05', id: 'LT1012', name: '顾北辰', shift: '晚班', what: '误封申诉隔了26分钟才处理', clause: 'GM-09', minutes: '26', points: 2, fine: 20 },
  { no: 'ZJ2609-004', date: '2026-09-07', id: 'LT1002', name: '钟离舟', shift: '晚班', what: '客服电话响了没有及时接听', points: 2, fine: 20, appeal: '申诉不成立' },
  { no: 'ZJ2609-005', date: '2026-09-10', id: 'LT1014', name: '岑默', shift: '夜班', what: '夜班在茶水间窗口吸烟,烟感报警', points: 5, fine: 50, handling: '警告批评' },
  { no: 'ZJ2609-006', date: '2026-09-11', id: 'LT1009', name: '段弘毅', shift: '早班', what: '论坛帖28分钟才回复', clause: 'GM-11', minutes: '28', points: 2, handling: '警告批评,扣绩效20%' },
  { no: 'ZJ2609-007', date: '2026-09-12', id: 'LT1006', name: '傅思齐', shift: '晚班', what: '最后一个走,客服区的门没锁', clause: 'GM-17', points: 5, fine: 50 },
  { no: 'ZJ2609-008', date: '2026-09-14', id: 'LT1011', name: '刘洋', shift: '早班', what: '和同组一起下楼吃饭,没人留守', clause: 'GM-03', points: 2, fine: 20 },
  { no: 'ZJ2609-009', date: '2026-09-15', id: 'LT1005', name: '骆宁', shift: '晚班', what: '后台发放邮件选错区服,已撤回', clause: 'GM-12', points: 2, handling: '扣绩效20%', remark: '领班选定' },
  { no: 'ZJ2609-010', date: '2026-09-16', id: 'LT1004', name: '裴景行', shift: '晚班', what: '来电未接', clause: 'GM-02', points: 2, fine: 20, appeal: '申诉成立', remark: '话机故障,有报修单' },
  { no: 'ZJ2609-011', date: '2026-09-18', dateText: '9月18日', id: 'LT1001', name: '邵明玥', shift: '早班', what: '班次日志漏签,交接事项没写', clause: 'GM-13', points: 1, handling: '扣绩效10%' },
  { no: 'ZJ2609-012', date: '2026-09-19', id: 'LT1016', name: '柯以安', shift: '早班', what: '申诉工单17分钟才处理', clause: 'GM-09', minutes: '17', points: 2, fine: 20 },
  { no: 'ZJ2609-013', date: '2026-09-22', id: 'LT1015', name: '殷若溪', shift: '晚班', what: '论坛投诉帖整班没有回复', clause: 'GM-11', points: 2, handling: '警告批评,扣绩效20%' },
  { no: 'ZJ2609-014', date: '2026-09-23', id: 'LT1017', name: '戚云帆', shift: '夜班', what: '没请假,后半夜无故离开岗位', clause: 'GM-05', points: 5, handling: '扣绩效50%', remark: '=已面谈' },
  { no: 'ZJ2609-015', date: '2026-09-23', id: 'LT1003', name: '江可', shift: '晚班', what: '热线没有及时应答', clause: 'GM-02', points: 2, fine: 20, handling: '口头提醒' },
  { no: 'ZJ2609-016', date: '2026-09-25', id: 'LT1008', name: '黎晓棠', shift: '晚班', what: '三区服务器宕机,24分钟后才上报', clause: 'GM-06', minutes: '24', points: 5, handling: '扣绩效50%' },
  { no: 'ZJ2609-017', date: '2026-09-26', id: 'LT1010', name: '宋听白', shift: '夜班', what: '值班时刷视频,工作懈怠', clause: 'GM-08', handling: '严重警告批评' },
  { no: 'ZJ2609-018', date: '2026-09-26', id: 'LT1012', name: '顾北辰', shift: '早班', what: '没交接就下班', clause: 'GM-13', points: 1, handling: '扣绩效10%' },
  { no: 'ZJ2609-019', date: '2026-09-29', id: 'LT1009', name: '段弘毅', shift: '晚班', what: '日志照抄前一天', clause: 'GM-13', points: 1, handling: '扣绩效10%' },
  { no: 'ZJ2609-020', date: '2026-09-30', id: 'LT1006', name: '傅思齐', shift: '早班', what: '申诉处理用时31分钟', clause: 'GM-09', minutes: '31', points: 0, handling: '免扣', remark: '特殊情况:合服停机,主管同意不计' },
];

export const OCTOBER: readonly Violation[] = [
  { no: 'ZJ2610-001', date: '2026-10-03', id: 'LT1009', name: '段弘毅', shift: '晚班', what: '玩家的封号申诉拖了22分钟才处理', minutes: '22', points: 2, fine: 20 },
  { no: 'ZJ2610-002', date: '2026-10-04', id: 'LT1003', name: '江 可', shift: '早班', what: 'GM工作日志只写了一句“一切正常”,当天三张工单都没填', points: 1, handling: '扣绩效10%' },
  { no: 'ZJ2610-003', date: '2026-10-08', id: 'LT1012', name: '顾北辰', shift: '早班', what: '下班没做交接就走了', clause: 'GM-13', points: 1, handling: '扣绩效10%' },
  { no: 'ZJ2610-004', date: '2026-10-08', id: 'LT1001', name: '邵明玥', shift: '晚班', what: '客服电话响了六声没有接听', points: 2, fine: 20, appeal: '申诉成立', remark: '话务系统派线故障,已撤销' },
  { no: 'ZJ2610-005', date: '2026-10-09', dateText: '10月9日', id: 'LT1002', name: '钟离舟', shift: '晚班', what: '开班半小时一直没登客服QQ', clause: 'GM-02', points: 2, fine: 20, handling: '口头提醒' },
  { no: 'ZJ2610-006', date: '2026-10-10', id: 'LT1016', name: '柯以安', shift: '晚班', what: '来电没有及时应答', clause: 'GM-02', points: 1, fine: 20, remark: '=同9月口径' },
  { no: 'ZJ2610-007', date: '2026-10-12', id: 'LT1017', name: '戚云帆', shift: '夜班', what: '多名玩家反馈点卡充不进去,没做记录也没有马上报', clause: 'GM-14', points: 5, handling: '扣绩效50%' },
  { no: 'ZJ2610-008', date: '2026-10-13', dateText: '2026/10/13', id: 'LT1006', name: '傅思齐', shift: '早班', what: '论坛求助帖隔了34分钟才回', clause: 'GM-11', minutes: '34', points: 2, handling: '警告批评,扣绩效20%' },
  { no: 'ZJ2610-009', date: '2026-10-15', id: 'LT1006', name: '傅思齐', shift: '早班', what: '申诉工单处理用时18分钟', clause: 'GM-09', minutes: '18', points: 0, handling: '免扣', remark: '特殊情况:工单系统升级11:00-11:40,已报备,主管同意不计' },
  { no: 'ZJ2610-010', date: '2026-10-16', id: 'LT1005', name: '骆宁', shift: '晚班', what: '晚饭后没回座位,脱岗80分钟', clause: 'GM-04', minutes: '80', points: 10, fine: 50, handling: '扣当月绩效', remark: '=重点关注=' },
  { no: 'ZJ2610-011', date: '2026-10-17', id: 'LT1011', name: '刘洋', shift: '早班', what: '午间去吃饭,岗位上没有留人值班', points: 2, fine: 20 },
  { no: 'ZJ2610-012', date: '2026-10-18', id: 'LT1013', name: '刘洋', shift: '夜班', what: '夜班时在办公区里抽烟', points: 5, fine: 50, handling: '警告批评' },
  { no: 'ZJ2610-013', date: '2026-10-20', id: 'LT1007', name: '祝安然', shift: '早班', what: '后台操作失误,把单人补偿发成了全服', clause: 'GM-12', points: 3, handling: '扣绩效30%', appeal: '申诉不成立', remark: '领班选定' },
  { no: 'ZJ2610-014', date: '2026-10-20', id: 'LT1009', name: '段弘毅', shift: '早班', what: '申诉处理用时15分钟', clause: 'GM-09', minutes: '15', points: 0, remark: '刚好15分钟,留档' },
  { no: 'ZJ2610-015', date: '2026-10-21', id: 'LT1010', name: '宋听白', shift: '夜班', what: '凌晨论坛帖子40分钟没有回复', clause: 'GM-11', minutes: '40', points: 0, remark: '夜班值班' },
  { no: 'ZJ2610-016', date: '2026-10-21', name: '刘洋', what: '热线来电没有及时应答', clause: 'GM-02', points: 2, fine: 20, remark: '工号待补' },
  { no: 'ZJ2610-017', date: '2026-10-22', name: '祝安燃', shift: '早班', what: '上午没有登录客服系统', clause: 'GM-02', points: 2, fine: 20 },
  { no: 'ZJ2610-018', date: '2026-10-22', id: 'LT1003', name: '江可', shift: '晚班', what: '下班前没交接就离岗', clause: 'GM-13', points: 2, handling: '扣绩效20%', remark: '本月第二次,领班选定' },
  { no: 'ZJ2610-019', date: '2026-10-23', id: 'LT1005', name: '骆宁', shift: '早班', what: '下班后椅子没归位,桌上零食没收', remark: '行政反映' },
  { no: 'ZJ2610-020', date: '2026-10-24', id: 'LT1002', name: '钟离舟', shift: '晚班', what: '线上出了严重问题,没有及时往上报', remark: '条款待定' },
  { no: 'ZJ2610-021', date: '2026-10-24', id: 'LT1014', name: '岑默', shift: '夜班', what: '带个人情绪处理封号,把和自己吵过架的玩家封了7天', handling: '严重警告批评' },
  { no: 'ZJ2610-022', date: '2026-10-26', id: 'LT1011', name: '刘洋', shift: '早班', what: '客服QQ离线四十分钟', clause: 'gm02', points: 2, fine: 20, handling: '口头提醒' },
  { no: 'ZJ2610-023', date: '2026-10-27', id: 'LT1016', name: '柯以安', shift: '晚班', what: '热线电话没有及时应答,玩家重拨了两次', points: 2, fine: 20 },
  { no: 'ZJ2610-001', date: '2026-10-03', id: 'LT1009', name: '段弘毅', shift: '晚班', what: '玩家的封号申诉拖了22分钟才处理', minutes: '22', points: 2, fine: 20 },
  { no: 'ZJ2610-024', date: '2026-10-30', id: 'LT1015', name: '殷若溪', shift: '早班', what: 'GM日志填写不认真,漏填两个时段', points: 1, handling: '扣绩效10%' },
  { no: 'ZJ2611-001', date: '2026-11-01', id: 'LT1007', name: '祝安然', shift: '晚班', what: '来电没有及时接听', clause: 'GM-02', points: 2, fine: 20 },
];
