import { legendPairs, isLegendRow } from '../../../src/intake/attendance/legendText';
import { bothWays, type SheetOf } from './support/bothWays';
import { codes, eventLine, fieldsOf, metricLine } from './support/show';

type Row = SheetOf['rows'][number];

const SHIFTS: SheetOf = {
  name: '班次表',
  rows: [
    ['班次', '上班时间', '下班时间'],
    ['早班', '08:00', '17:00'],
  ],
};

const daysOf = (count: number, cell: (day: number) => string | null): (string | null)[] =>
  Array.from({ length: count }, (_, i) => cell(i + 1));

describe('attendance exports', () => {
  it('DingTalk 每日统计 under one header row, the day only as epoch milliseconds', () => {
    const header = (
      '姓名 考勤组 部门 工号 职位 UserId 日期 workDate 班次 上班1打卡时间 上班1打卡结果 下班1打卡时间 下班1打卡结果 ' +
      '上班2打卡时间 上班2打卡结果 下班2打卡时间 下班2打卡结果 关联的审批单 出勤天数 休息天数 工作时长(分钟) 迟到次数 ' +
      '迟到时长(分钟) 严重迟到次数 严重迟到时长(分钟) 旷工迟到天数 早退次数 早退时长(分钟) 上班缺卡次数 下班缺卡次数 ' +
      '旷工天数 出差时长 外出时长 事假(天) 病假(小时) 加班总时长 早退扣款 补卡次数'
    ).split(' ');
    // 2026-10-09 00:00 in China.
    const ninth = Date.UTC(2026, 9, 8, 16);
    const row = (name: string, date: number, cells: Record<string, string | number>): Row =>
      header.map(
        (text) =>
          ({ 姓名: name, UserId: `u${name}`, workDate: ninth + (date - 9) * 86_400_000, ...cells })[text] ??
          null,
      );
    const early = { 班次: '早班 08:00-17:00' };
    const late = { 班次: '晚班 15:00-24:00' };
    const [facts] = bothWays([
      {
        name: '每日统计',
        rows: [
          ['每日统计表 统计日期:2026-10-01 至 2026-10-31'],
          ['报表生成时间:2026-11-02 10:11'],
          header,
          row('岳朗', 9, {
            ...early,
            上班1打卡时间: '08:07',
            上班1打卡结果: '外勤,迟到',
            下班1打卡时间: '17:02',
            下班1打卡结果: '正常',
            迟到次数: 1,
            '迟到时长(分钟)': 7,
          }),
          row('安可(已离职)', 9, {
            ...late,
            上班1打卡时间: '16:20',
            上班1打卡结果: '旷工迟到',
            下班1打卡时间: '次日 00:05',
            下班1打卡结果: '正常',
            旷工迟到天数: 1,
          }),
          row('安可(已离职)', 10, { ...late, 上班1打卡结果: '管理员孙梅改为正常', 下班1打卡结果: '正常' }),
          row('岳朗', 10, { 班次: '休息' }),
          row('岳朗', 12, { ...early, 上班1打卡结果: '旷工', 下班1打卡结果: '旷工', 旷工天数: 1 }),
          row('岳朗', 13, {
            ...early,
            上班1打卡时间: '08:00',
            上班1打卡结果: '正常',
            下班1打卡结果: '缺卡',
            下班缺卡次数: 1,
          }),
          row('岳朗', 14, {
            ...early,
            上班1打卡结果: '请假',
            下班1打卡结果: '请假',
            关联的审批单: '事假10-14 08:00到10-14 17:00 1天',
            '事假(天)': 1,
          }),
        ],
      },
    ]).facts;
    expect(facts!.events.map(eventLine)).toEqual([
      '岳朗 2026-10-09 late 7min 上班1 早班',
      '安可 2026-10-09 absent_late 80min 上班1 晚班',
      '岳朗 2026-10-12 absent 1d 早班',
      '岳朗 2026-10-13 missing_punch 下班1 早班',
      '岳朗 2026-10-14 leave 事假 1d 早班',
    ]);
    expect(codes(facts!.dropped)).toEqual(['CANCELLED_BY_ADMIN']);
    expect([facts!.setAside, facts!.findings]).toEqual([[], []]);
  });

  it('DingTalk 打卡时间: punches of a day in one cell under its day', () => {
    const punches: Readonly<Record<number, string>> = {
      9: '08:12\n17:03\n',
      12: '07:58  \n',
      13: '07:50\n12:01\n12:58\n16:40\n',
    };
    const [facts] = bothWays([
      {
        name: '打卡时间',
        merges: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:AH3'],
        rows: [
          ['打卡时间表 统计日期:2026-10-01 至 2026-10-31'],
          ['报表生成时间:2026-11-02'],
          ['姓名', '工号', 'UserId', '打卡时间', ...daysOf(30, () => null)],
          [null, null, null, ...daysOf(31, (day) => `${day} ${'三四五六日一二'[day % 7]}`)],
          ['岳朗', null, 'u1', ...daysOf(31, (day) => punches[day] ?? null)],
        ],
      },
      SHIFTS,
    ]).facts;
    expect(facts!.reading.role.value).toBe('attendance-punches');
    expect(facts!.events.map(eventLine)).toEqual([
      '岳朗 2026-10-09 late 12min 上班 早班',
      '岳朗 2026-10-12 missing_punch 下班 早班',
      '岳朗 2026-10-13 early_leave 20min 下班 早班',
    ]);
  });

  it('DingTalk 原始记录: control characters, dashes and slashes, cancelled punches', () => {
    const who = (name: string): Row => [name, '一组', null, `u${name}`];
    const [facts] = bothWays([
      {
        name: '原始记录',
        rows: [
          ['原始记录表 统计日期:2026-10-01 至 2026-10-31'],
          [
            '姓名',
            '部门',
            '工号',
            'UserId',
            '考勤日期',
            '考勤时间',
            '打卡时间',
            '打卡结果',
            '打卡地址',
            '数据来源',
          ],
          [
            ...who('岳\u2060朗'),
            '26-10-09 星期五',
            '2026-10-09 08:00',
            '2026/10/09  08:07',
            '迟到',
            'A座',
            '考勤机',
          ],
          [
            ...who('岳朗'),
            '26-10-09 星期五',
            '2026-10-09 17:00',
            '2026-10-09  17:03',
            '正常',
            'A座',
            '考勤机',
          ],
          [...who('安可'), '26-10-12 星期一', '2026-10-12 15:00', '-', '缺卡', null, null],
          [...who('安可'), '26-10-13 星期二', '2026-10-13 15:00', '2026-10-13 15:30', '严重迟到', null, null],
          [
            ...who('安可'),
            '26-10-14 星期三',
            '2026-10-14 15:00',
            '2026-10-14 14:30',
            '打卡无效:已更新',
            null,
            null,
          ],
        ],
      },
    ]).facts;
    expect(facts!.events.map(eventLine)).toEqual([
      '岳朗 2026-10-09 late 7min',
      '安可 2026-10-12 missing_punch',
      '安可 2026-10-13 severe_late 30min',
    ]);
    expect(facts!.setAside).toEqual([]);
  });

  it('Feishu: one text a day with times inside', () => {
    const texts = [
      '休息',
      '正常(07:52),正常(17:03)',
      '迟到14分钟(08:14),正常(17:03)',
      '严重迟到47分钟(08:47),早退20分钟(16:40)',
      '缺卡(-),正常(17:10)',
      '休息打卡(10:02,18:11)',
      '请假 事假(全天)',
      '正常(08:00),请假 病假(下午)',
      '-',
      '外勤(08:00),正常(17:00)',
      '正常(07:59),缺卡(-)',
    ];
    const [facts] = bothWays([
      {
        name: '考勤统计',
        rows: [
          ['2026年10月 考勤月报'],
          ['姓名', '部门', '工号', ...daysOf(31, (day) => `10-${String(day).padStart(2, '0')}`)],
          ['岳朗', '一组', 'K1', ...daysOf(31, (day) => texts[day - 1] ?? '休息')],
        ],
      },
    ]).facts;
    expect(facts!.events.map(eventLine)).toEqual([
      '岳朗 2026-10-03 late 14min',
      '岳朗 2026-10-04 severe_late 47min',
      '岳朗 2026-10-04 early_leave 20min',
      '岳朗 2026-10-05 missing_punch 上班',
      '岳朗 2026-10-07 leave 事假 1d',
      '岳朗 2026-10-08 leave 病假 0.5d',
      '岳朗 2026-10-11 missing_punch 下班',
    ]);
  });

  it('first and last punch a day, with a table of exceptions', () => {
    const [list, exceptions] = bothWays([
      {
        name: '打卡统计',
        rows: [
          ['姓名', '部门', '日期', '最早打卡时间', '最晚打卡时间'],
          ['岳朗', '一组', '2026-10-09', '08:12', '17:03'],
          ['岳朗', '一组', '2026-10-12', '08:00', null],
          ['安可', '一组', '2026-10-09', '08:00', '16:30'],
          ['安可', '一组', '2026-10-12', null, null],
        ],
      },
      {
        name: '考勤异常记录表',
        rows: [
          ['考勤异常记录表'],
          ['姓名', '部门', '日期', '异常类型', '异常说明', '流程状态'],
          ['岳朗', '一组', '2026-10-12', '漏打卡', '下班忘打卡', '已通过'],
          ['安可', '一组', '2026-10-12', '事假', null, '已通过'],
          ['安可', '一组', '2026-10-13', '漏打卡', '上班', '审批中'],
        ],
      },
      SHIFTS,
    ]).facts;
    expect(list!.events.map(eventLine)).toEqual([
      '岳朗 2026-10-09 late 12min 上班 早班',
      '岳朗 2026-10-12 missing_punch 下班 早班',
      '安可 2026-10-09 early_leave 30min 下班 早班',
    ]);
    expect(exceptions!.approvals.map(({ who, kind, granted }) => [who.name, kind, granted])).toEqual([
      ['岳朗', 'punch', true],
      ['安可', 'leave', true],
      ['安可', 'punch', false],
    ]);
  });

  it.each([
    [
      'name and moment',
      [
        ['姓名', '日期时间'],
        ['岳朗', '2026-10-09 08:12:31'],
        ['岳朗', '2026-10-09 12:00:10'],
        ['岳朗', '2026-10-09 12:00:40'],
        ['岳朗', '2026-10-09 17:01:10'],
      ],
    ],
    [
      'a machine list with date and time apart',
      [
        ['登记号码', '姓名', '部门', '日期', '时间', '机器号', '比对方式'],
        ['12', '岳朗', '一组', '2026-10-09', '08:12', 1, '指纹'],
        ['12', '岳朗', '一组', '2026-10-09', '17:01', 1, '指纹'],
      ],
    ],
  ] satisfies [string, Row[]][])('raw punches: %s', (_title, rows) => {
    const [facts] = bothWays([{ name: 'Sheet1', rows }, SHIFTS]).facts;
    expect(facts!.reading.role.value).toBe('attendance-punches');
    expect(facts!.events.map(eventLine)).toEqual(['岳朗 2026-10-09 late 12min 上班 早班']);
  });
});

describe('symbols', () => {
  const all = '√出勤 ○休息 ▲迟到 ×旷工';
  it.each([
    ['符号:√ 出勤  ○ 休息  ▲ 迟到  × 旷工', all],
    ['√:出勤;○:休息;▲:迟到;×:旷工', all],
    ['√=出勤 ○=休息 ▲=迟到 ×=旷工', all],
    ['√—出勤 ○—休息 ▲—迟到 ×—旷工', all],
    ['"√"表示出勤,"○"表示休息,"▲"代表迟到,"×"为旷工', all],
    ['√出勤/○休息/▲迟到/×旷工', all],
    ['√(出勤)○(休息)▲(迟到)×(旷工)', all],
    ['√ 出勤 / 休息 — 未打卡', '√出勤 /休息 —未打卡'],
    ['SJ=事假 BJ=病假', 'SJ事假 BJ病假'],
    ['√ 出勤 事 事假 病 病假', '√出勤 事事假 病病假'],
    ['√勤 ○休 ×旷', '√勤 ○休 ×旷'],
    ['姓名:岳朗 部门:一组', ''],
  ])('%s', (text, pairs) => {
    expect(
      legendPairs(text)
        .map(([symbol, { word }]) => symbol + word)
        .join(' '),
    ).toBe(pairs);
  });

  it('the word may come first', () => {
    expect(new Map(legendPairs('出勤√ 迟到○ 事假“△”')).get('○')?.kind).toBe('late');
  });

  it('a row of symbols and words is a legend, a row of marks is not', () => {
    expect(isLegendRow(['说明', '√', '出勤', '○', '休息'])).toBe(true);
    expect(isLegendRow(['岳朗', '√', '事假', '○', '病假'])).toBe(false);
    expect(isLegendRow(['√', '√', '√', '事假'])).toBe(false);
  });

  it.each([
    ['in one cell above', [['√ 出勤  ○ 休息  ▲ 迟到']], []],
    ['cell by cell below', [], [[null, '√', '出勤', '○', '休息', '▲', '迟到']]],
    ['a cell a pair below', [], [['√出勤', '○休息', '▲迟到']]],
  ] satisfies [string, Row[], Row[]][])('the legend %s', (_title, above, below) => {
    const [facts] = bothWays([
      {
        name: '10月考勤',
        rows: [
          ['2026年10月考勤表'],
          ...above,
          ['姓名', ...daysOf(31, String)],
          ['岳朗', ...daysOf(31, (day) => (day === 9 ? '▲' : day % 7 === 3 ? '○' : '√'))],
          ...below,
        ],
      },
    ]).facts;
    expect(facts!.events.map(eventLine)).toEqual(['岳朗 2026-10-09 late']);
    expect([facts!.setAside, facts!.findings]).toEqual([[], []]);
  });
});

describe('records', () => {
  it('deductions under criteria, the name only on the first row of a person', () => {
    const { facts, inspected } = bothWays([
      {
        name: '10月质检扣分',
        rows: [
          ['客服部质检扣分表'],
          ['统计周期:2026年10月'],
          ['姓名', '日期', '会话编号', '开头语', '语气', '解答错误', '漏记工单', '其他', '备注'],
          ['岳朗', '10.8', 'S1', -1, null, null, null, null, null],
          [null, '10.9', 'S2', null, -2, '-3', null, null, '与客户争执'],
          [null, '10.12', 'S3', null, null, null, null, '+5', '客户表扬'],
          ['安 可', '10.10', 'S4', null, null, null, -5, null, null],
          ['合计', null, null, -1, -2, -3, -5, '+5', null],
        ],
      },
    ]);
    expect(facts[0]!.reading.role.value).toBe('qa-deductions');
    expect(facts[0]!.reading.skipped.map(({ row, reason }) => [row, reason])).toEqual([[8, 'total']]);
    expect(inspected[0]!.events.map(({ name, date, points }) => [name, date, points])).toEqual([
      ['岳朗', '2026-10-08', -1],
      ['岳朗', '2026-10-09', -5],
      ['岳朗', '2026-10-12', 5],
      ['安可', '2026-10-10', -5],
    ]);
  });

  it('dealer quality check: criteria of its own words, the same header twice, no full marks', () => {
    const [facts] = bothWays([
      {
        name: '10月外呼质检',
        rows: [
          ['10月外呼质检'],
          [
            '日期',
            '姓名',
            '经销商',
            '录音编号',
            '开场白',
            '需求挖掘',
            '添加微信',
            '邀约',
            '添加微信',
            '得分',
            '达成率',
          ],
          ['2026-10-09', '何 佳', '甲', 'R1', 10, 18, '是', 19, 10, 77, 0.35],
          ['2026-10-09', '岳朗', '甲', 'R2', 8, 20, '否', 20, 0, 66, '35%'],
          ['小计', null, null, null, 18, 38, null, 39, 10, 143, null],
          ['2026-10-10', '安可', '乙', 'R3', 10, '—', '是', 20, 10, 60, 35],
        ],
      },
    ]).facts;
    const { role, headerRows, columns, skipped } = facts!.reading;
    expect([role.value, headerRows, skipped.map(({ row }) => row)]).toEqual(['qa-scorecard', [2], [5]]);
    expect(columns.flatMap(({ index, field }) => (field === 'criterion' ? [index] : []))).toEqual([
      4, 5, 7, 8,
    ]);
    expect(facts!.findings.map(({ code, address }) => [code, address])).toEqual([
      ['FULL_MARKS_MISSING', 'E2'],
    ]);
  });

  it('export of a rating program: machine and human score, hits, review', () => {
    const [facts] = bothWays([
      {
        name: '质检结果导出',
        rows: [
          [
            '会话ID',
            '坐席工号',
            '坐席姓名',
            '通话时间',
            '机器得分',
            '人工得分',
            '命中规则',
            '复核状态',
            '复核结果',
          ],
          ['C1', 'K1', '岳朗', '2026-10-09 10:11:12', 80, 90, '服务禁语;抢话', '已复核', '确认违规'],
          ['C2', 'K2', '安可', '2026-10-10 11:11:12', 100, null, null, '待复核', null],
        ],
      },
    ]).facts;
    expect(facts!.reading.role.value).toBe('qa-ai-export');
    expect(fieldsOf(facts!)).toMatchObject({
      机器得分: 'machineScore',
      人工得分: 'total',
      命中规则: 'trigger',
      复核状态: 'approvalStatus',
      复核结果: 'appealResult',
    });
  });

  it('a log of visits, anonymous people and no person to blame', () => {
    const [facts] = bothWays([
      {
        name: '信访登记',
        rows: [
          ['2026年10月来信来访登记'],
          [
            '序号',
            '日期',
            '信访类型',
            '来访人',
            '联系电话',
            '反映内容',
            '涉及部门',
            '涉及人员',
            '处理情况',
            '是否属实',
          ],
          [
            1,
            '2026-10-09',
            '来访',
            '某女士',
            null,
            '窗口人员态度生硬',
            '办税厅',
            '岳朗',
            '已批评教育',
            '属实',
          ],
          [2, '2026-10-12', '12345', null, null, '排队时间长', '办税厅', null, '已增加窗口', '不属实'],
        ],
      },
    ]).facts;
    expect(['qa-log', 'complaint-ledger']).toContain(facts!.reading.role.value);
    expect(fieldsOf(facts!)).toMatchObject({
      来访人: 'customer',
      反映内容: 'violation',
      涉及部门: 'department',
      涉及人员: 'name',
      是否属实: 'verified',
    });
  });

  it('the parent of a header decides what its child is', () => {
    const [facts] = bothWays([
      {
        name: '登记',
        merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1', 'H1:I1', 'J1:J2'],
        rows: [
          ['发生日期', '客户', null, '责任人', null, '审批', null, '申诉', null, '违规内容'],
          [null, '编号', '名称', '姓名', '工号', '状态', '日期', '状态', '日期', null],
          ['2026-10-09', 'C01', '江屿装饰', '岳朗', 'K1', '驳回', '2026-10-11', null, null, '辱骂客户'],
        ],
      },
    ]).facts;
    expect(fieldsOf(facts!)).toEqual({
      发生日期: 'date',
      '客户/编号': 'customerId',
      '客户/名称': 'customer',
      '责任人/姓名': 'name',
      '责任人/工号': 'id',
      '审批/状态': 'approvalStatus',
      '申诉/状态': 'appealStatus',
      '申诉/日期': 'appealDate',
      违规内容: 'violation',
    });
  });

  it('clauses as numbers, what was done as a sanction, a date merged over rows', () => {
    const { facts, inspected } = bothWays([
      {
        name: '检查',
        merges: ['A2:A3'],
        rows: [
          ['日期', '姓名', '依据条款', '检查情况', '处理方式'],
          ['2026-10-09', '岳朗', 2.2, '没戴工牌', '警告'],
          [null, '安可', 7.3, '快件乱放', '记过'],
          ['2026-10-10', '安可', '第7.1条', '没核实', '通报批评'],
        ],
      },
    ]);
    expect(fieldsOf(facts[0]!)).toMatchObject({ 依据条款: 'clause', 处理方式: 'sanction' });
    expect(inspected[0]!.events.map(({ date, clause }) => [date, clause])).toEqual([
      ['2026-10-09', '2.2'],
      ['2026-10-09', '7.3'],
      ['2026-10-10', '第7.1条'],
    ]);
  });
});

describe('beside the records', () => {
  it('a team merged down its block of days', () => {
    const [facts] = bothWays([
      {
        name: '每日',
        merges: ['A2:A3'],
        rows: [
          ['团队', '日期', '上报人数', '实到人数'],
          ['一队', '2026-10-09', 5, 5],
          [null, '2026-10-10', 5, 4],
        ],
      },
    ]).facts;
    expect(facts!.metrics.map(metricLine)).toEqual([
      '一队 reported_headcount 2026-10-09 5',
      '一队 actual_headcount 2026-10-09 5',
      '一队 reported_headcount 2026-10-10 5',
      '一队 actual_headcount 2026-10-10 4',
    ]);
  });

  it('settings of a parameter sheet', () => {
    const [facts] = bothWays([
      {
        name: '参数',
        rows: [
          ['参数', '值'],
          ['低分客户界线', '-5'],
          ['高分线', '≥8'],
          ['当月投诉达到几次算频繁', '3次'],
          ['每队允许流失', '3人'],
          ['初始分', 100],
          ['低分标准(新)', '低于-8'],
        ],
      },
    ]).facts;
    expect(facts!.params.map(({ id, value }) => `${id} ${value}`)).toEqual([
      'lowCutoff -5',
      'highCutoff 8',
      'frequencyThreshold 3',
      'attritionQuota 3',
      'base 100',
    ]);
    expect(codes(facts!.findings)).toEqual(['PARAM_UNSET']);
  });

  it('customers with number and short name', () => {
    const [facts] = bothWays([
      {
        name: '客户名录',
        rows: [
          ['编号', '客户全称', '简称'],
          ['K01', '望江纸业有限公司', '望江纸业'],
          ['K02', '晴川食品有限公司', '晴川、晴川食品'],
        ],
      },
    ]).facts;
    expect(facts!.people.map(({ who, aliases }) => [who.id, who.name, aliases])).toEqual([
      ['K01', '望江纸业有限公司', ['望江纸业']],
      ['K02', '晴川食品有限公司', ['晴川', '晴川食品']],
    ]);
  });

  it('a second table below or beside is reported, and its cells are not mixed in', () => {
    const { facts, inspected } = bothWays([
      {
        name: '上下',
        rows: [
          ['日期', '姓名', '违规内容', '扣分'],
          ['2026-10-09', '岳朗', '辱骂客户', 2],
          [],
          ['姓名', '加分', '原因', '日期'],
          ['安可', 3, '表扬', '2026-10-10'],
        ],
      },
      {
        name: '左右',
        rows: [
          ['日期', '姓名', '违规内容', '扣分', null, '姓名', '组别', '工号'],
          ['2026-10-09', '岳朗', '辱骂客户', 2, null, '岳朗', '一组', 'K1'],
          [null, null, null, null, null, '安可', '一组', 'K2'],
        ],
      },
    ]);
    expect(facts.map(({ findings }) => findings.map(({ code, address }) => [code, address]))).toEqual([
      [['SEVERAL_TABLES', 'A4']],
      [['SEVERAL_TABLES', 'F1']],
    ]);
    expect(facts.map(({ reading }) => reading.dataEndRow)).toEqual([2, 2]);
    expect(inspected.map(({ events }) => events.map(({ name, points }) => [name, points]))).toEqual([
      [['岳朗', -2]],
      [['岳朗', -2]],
    ]);
  });
});
