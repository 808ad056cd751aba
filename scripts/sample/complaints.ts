import type { LiteralCell, LiteralSheet } from '../../src/workbook/xlsx';
import { banner, centred, day, head, title, wrapped } from './looks';
import { COMPANY } from './people';

export const COMPLAINTS = '投诉登记';

const HEADERS = [
  '序号',
  '受理时间',
  '受理渠道',
  '客户称呼',
  '内容',
  '被投诉人',
  '是否属实',
  '处理结果',
  '回访满意度',
  '备注',
];

type Line = readonly [
  at: string,
  channel: string,
  customer: string,
  content: string,
  accused: string,
  verified: string,
  result: string,
  callback: string,
  remark?: string,
];

const LINES: readonly Line[] = [
  [
    '2026-09-04 10:12',
    '在线客服',
    '玩家“霜降”',
    '充值到账慢,问了三次答复都不一样',
    '江可',
    '属实',
    '补发道具并致歉',
    '满意',
  ],
  [
    '2026-09-09 20:40',
    '热线',
    '蒋女士',
    '孩子误充值,客服说明退款条件时不耐烦',
    '钟离舟',
    '部分属实',
    '组长回电解释,按未成年人流程受理',
    '基本满意',
  ],
  [
    '2026-09-17 15:25',
    '官方论坛',
    '玩家“南柯旧梦”',
    '活动奖励没发,帖子没人理',
    '殷若溪',
    '不属实',
    '奖励有邮件记录,已贴截图',
    '满意',
    '玩家没看邮箱',
  ],
  ['2026-09-24 09:02', '应用商店评论', '匿名', '客服都是机器人', '—', '无法核实', '公开回复', '—'],
  [
    '2026-10-02 21:17',
    '热线',
    '贾先生',
    '封号原因说不清楚',
    '骆宁',
    '不属实',
    '出示外挂检测记录',
    '不满意',
    '客户坚持申诉',
  ],
  [
    '2026-10-06 13:48',
    '在线客服',
    '玩家“折竹”',
    '排队40分钟无人接入',
    '—',
    '属实',
    '国庆高峰排队,赠送补偿包',
    '满意',
    '非个人责任',
  ],
  [
    '2026-10-11 16:30',
    '热线',
    '尹女士',
    '实名信息改绑等了两天',
    '段弘毅',
    '属实',
    '当日办结并致歉',
    '基本满意',
  ],
  [
    '2026-10-14 11:05',
    '12315转办',
    '许先生',
    '要求退还误购礼包款',
    '祝安然',
    '不属实',
    '不符合退款条件,书面答复',
    '不满意',
    '回复函已寄',
  ],
  [
    '2026-10-19 22:51',
    '官方论坛',
    '玩家“一苇”',
    '道具描述与实物不符',
    '—',
    '属实',
    '转策划修改文案',
    '满意',
    '产品问题',
  ],
  [
    '2026-10-22 10:20',
    '在线客服',
    '玩家“小满”',
    '客服把补偿发到了别的区服',
    '祝安然',
    '属实',
    '重新补发,后台误操作已登记质检',
    '满意',
    '见质检记录',
  ],
  ['2026-10-26 19:33', '热线', '龚女士', '夜里打热线没有人', '岑默', '无法核实', '核查话务记录中', '待回访'],
  [
    '2026-10-29 14:09',
    '在线客服',
    '玩家“观潮”',
    '表扬:耐心帮找回账号',
    '邵明玥',
    '—',
    '转班组表扬',
    '满意',
    '表扬',
  ],
];

export function complaints(): LiteralSheet {
  return {
    name: COMPLAINTS,
    rows: [
      banner(title(`${COMPANY} 客户投诉登记(2026年)`), HEADERS.length),
      HEADERS.map((header) => head(header, 'FCE4D6')),
      ...LINES.map(cells),
    ],
    merges: ['A1:J1'],
    columnWidths: [6, 17, 13, 16, 38, 10, 10, 32, 11, 16],
    rowHeights: { 0: 26 },
    freeze: { rows: 2, columns: 0 },
  };
}

/** 1-based rows of the data. */
export const COMPLAINT_ROWS = LINES.map((_, at) => at + 3);

function cells(line: Line, at: number): LiteralCell[] {
  const [time, channel, customer, content, accused, verified, result, callback, remark] = line;
  return [
    centred(at + 1),
    day(time, 'yyyy-mm-dd hh:mm'),
    centred(channel),
    centred(customer),
    wrapped(content),
    centred(accused),
    centred(verified),
    wrapped(result),
    centred(callback),
    wrapped(remark ?? null),
  ];
}
