/** The customer-service team of the sample: invented people of an invented company. */
export const COMPANY = '鹭汀互娱客服部';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly team: '在线一组' | '在线二组' | '夜班组';
  readonly role: 'GM客服' | '高级GM' | '领班';
  readonly joined: string;
  /** Last day, inclusive. */
  readonly left?: string;
  readonly moved?: { readonly on: string; readonly from: Member['team'] };
  /** The attendance platform knows some people without their 工号. */
  readonly unnumbered?: true;
  readonly remark?: string;
}

export const MEMBERS: readonly Member[] = [
  { id: 'LT1001', name: '邵明玥', team: '在线一组', role: '领班', joined: '2021-03-15' },
  { id: 'LT1002', name: '钟离舟', team: '在线一组', role: '高级GM', joined: '2021-06-01' },
  { id: 'LT1003', name: '江可', team: '在线一组', role: 'GM客服', joined: '2022-02-21' },
  { id: 'LT1006', name: '傅思齐', team: '在线一组', role: 'GM客服', joined: '2022-07-04' },
  { id: 'LT1008', name: '黎晓棠', team: '在线一组', role: 'GM客服', joined: '2023-03-06' },
  {
    id: 'LT1011',
    name: '刘洋',
    team: '在线一组',
    role: 'GM客服',
    joined: '2023-09-11',
    remark: '与夜班组刘洋重名,登记请写工号',
  },
  { id: 'LT1015', name: '殷若溪', team: '在线一组', role: 'GM客服', joined: '2024-05-20', unnumbered: true },
  { id: 'LT1004', name: '裴景行', team: '在线二组', role: '领班', joined: '2021-08-16' },
  { id: 'LT1005', name: '骆宁', team: '在线二组', role: '高级GM', joined: '2022-04-11' },
  { id: 'LT1007', name: '祝安然', team: '在线二组', role: 'GM客服', joined: '2022-10-10' },
  { id: 'LT1009', name: '段弘毅', team: '在线二组', role: 'GM客服', joined: '2023-04-17' },
  {
    id: 'LT1012',
    name: '顾北辰',
    team: '在线二组',
    role: 'GM客服',
    joined: '2023-11-06',
    left: '2026-10-15',
    remark: '个人原因离职,交接已办完',
  },
  {
    id: 'LT1016',
    name: '柯以安',
    team: '在线二组',
    role: 'GM客服',
    joined: '2025-03-03',
    moved: { on: '2026-10-16', from: '在线一组' },
    remark: '接顾北辰的班',
  },
  { id: 'LT1018', name: '阮星河', team: '在线二组', role: 'GM客服', joined: '2026-10-12', remark: '试用期' },
  { id: 'LT1010', name: '宋听白', team: '夜班组', role: '领班', joined: '2022-05-09' },
  { id: 'LT1013', name: '刘洋', team: '夜班组', role: 'GM客服', joined: '2024-01-08' },
  { id: 'LT1014', name: '岑默', team: '夜班组', role: 'GM客服', joined: '2024-03-18' },
  { id: 'LT1017', name: '戚云帆', team: '夜班组', role: 'GM客服', joined: '2025-07-14' },
];

export function memberOf(id: string): Member {
  const member = MEMBERS.find((one) => one.id === id);
  if (!member) throw new Error(`no member ${id}`);
  return member;
}

export function teamOn(member: Member, date: string): Member['team'] {
  return member.moved !== undefined && date < member.moved.on ? member.moved.from : member.team;
}
