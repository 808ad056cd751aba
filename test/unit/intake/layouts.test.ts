import { applyApprovals } from '../../../src/intake/attendance/applyApprovals';
import { readSheet, readSheets } from '../../../src/intake/readSheet';
import type { ReadOptions } from '../../../src/intake/options';
import type { SheetFacts } from '../../../src/intake/types';
import { readPeriod } from '../../../src/intake/values/period';
import type { CellValue, Grid } from '../../../src/workbook/grid';
import { gridOf } from './support/grids';
import { codes, eventLine, fieldsOf, metricLine } from './support/show';

function read(
  sheet: string,
  rows: readonly (readonly CellValue[])[],
  options: ReadOptions = {},
  extra: Partial<Grid> = {},
): SheetFacts {
  return readSheet(gridOf(rows, { sheet, ...extra }), { period: readPeriod('2026-10'), ...options });
}

describe('attendance', () => {
  const daily = [
    '姓名',
    '考勤组',
    '工号',
    'UserId',
    '日期',
    'workDate',
    '班次',
    '上班1打卡时间',
    '上班1打卡结果',
    '下班1打卡时间',
    '下班1打卡结果',
    '关联的审批单',
    '迟到次数',
    '迟到时长(分钟)',
    '事假(天)',
  ];

  it('DingTalk 每日统计 with one header row', () => {
    const facts = read('每日统计', [
      ['每日统计表 统计日期:2026-10-01 至 2026-10-31'],
      ['报表生成时间:2026-11-01'],
      daily,
      [
        '周晓兰',
        'G',
        '',
        '0423661',
        '26-10-09 星期五',
        1791475200000,
        'A 09:00-18:00',
        '09:12',
        '外勤,迟到',
        '18:00',
        '正常',
        '',
        1,
        12,
        '',
      ],
      [
        '马立新(已离职)',
        'G',
        '',
        '0423670',
        '26-10-09 星期五',
        '',
        '晚班 16:00-24:00',
        '17:00',
        '严重迟到',
        '次日 00:23',
        '正常',
        '',
        1,
        '',
        '',
      ],
      [
        '何佳',
        'G',
        '',
        '0423688',
        '26-10-12 星期一',
        '',
        'A 09:00-18:00',
        '',
        '请假',
        '',
        '请假',
        '病假10-12 09:00到10-12 18:00 1天',
        0,
        0,
        '',
      ],
      [
        '何佳',
        'G',
        '',
        '0423688',
        '26-10-13 星期二',
        '',
        'A 09:00-18:00',
        '',
        '缺卡',
        '18:00',
        '正常',
        '事假10-13 09:00到10-13 12:00 0.5天',
        0,
        0,
        '',
      ],
    ]);
    expect(facts.events.map(eventLine)).toEqual([
      '周晓兰 2026-10-09 late 12min 上班1 A',
      '马立新 2026-10-09 severe_late 60min 上班1 晚班',
      '何佳 2026-10-12 leave 病假 1d A',
    ]);
    expect(codes(facts.dropped)).toEqual(['CANCELLED_LEAVE_APPROVED']);
    expect(facts.events[1]?.who).toEqual({ name: '马立新', userId: '0423670', left: true });
    expect(facts.setAside).toEqual([]);
  });

  it('a weekday that does not fit its date is asked about', () => {
    const facts = read('每日统计', [
      daily,
      [
        '何佳',
        '',
        '',
        '1',
        '26-10-13 星期一',
        '',
        'A 09:00-18:00',
        '09:30',
        '迟到',
        '18:00',
        '正常',
        '',
        '',
        '',
        '',
      ],
    ]);
    expect(facts.events).toEqual([]);
    expect(codes(facts.findings)).toEqual(['WEEKDAY_MISMATCH']);
    expect(codes(facts.setAside)).toEqual(['DATE_UNREADABLE']);
  });

  it('minutes of the sheet and of the punch disagree', () => {
    const facts = read('每日统计', [
      daily,
      [
        '何佳',
        '',
        '',
        '1',
        '26-10-13 星期二',
        '',
        'A 09:00-18:00',
        '09:30',
        '迟到',
        '18:00',
        '正常',
        '',
        1,
        25,
        '',
      ],
    ]);
    expect(facts.events.map(eventLine)).toEqual(['何佳 2026-10-13 late 25min 上班1 A']);
    expect(facts.findings).toMatchObject([
      { code: 'MINUTES_DISAGREE', address: 'N2', params: { used: '25', other: '30' } },
    ]);
  });

  it('a count without a word is a finding, an unknown word is set aside', () => {
    const facts = read('每日统计', [
      daily,
      [
        '何佳',
        '',
        '',
        '1',
        '26-10-13 星期二',
        '',
        'A 09:00-18:00',
        '08:30',
        '正常',
        '18:00',
        '正常',
        '',
        1,
        25,
        '',
      ],
      [
        '何佳',
        '',
        '',
        '1',
        '26-10-14 星期三',
        '',
        'A 09:00-18:00',
        '08:30',
        '飞行',
        '18:00',
        '正常',
        '',
        '',
        '',
        '',
      ],
    ]);
    expect(codes(facts.findings)).toEqual(['COUNT_DISAGREE']);
    expect(facts.setAside).toMatchObject([
      { code: 'RESULT_UNKNOWN', row: 3, column: 'I', params: { text: '飞行' } },
    ]);
  });

  it('raw records with the time that was due', () => {
    const facts = read('原始记录', [
      ['原始记录表'],
      ['姓名', '工号', '考勤日期', '考勤时间', '打卡时间', '打卡结果', '数据来源'],
      ['周晓兰', 'KF12', '2026-10-09 星期五', '2026-10-09 09:00', '2026-10-09 09:12', '迟到', '考勤机'],
      ['周晓兰', 'KF12', '2026-10-09 星期五', '2026-10-09 18:00', '2026-10-09 18:02', '正常', '考勤机'],
    ]);
    expect(facts.events.map(eventLine)).toEqual(['周晓兰 2026-10-09 late 12min']);
  });

  it('raw punches need shift times, and take them from another sheet', () => {
    const punches = gridOf(
      [
        ['姓名', '部门', '打卡时间', '数据来源'],
        ['周\u0001晓兰', '客服', '2026-10-09  08:12', '考勤机'],
        ['周晓兰', '客服', '2026/10/09 16:40', '手机'],
        ['马立新', '客服', '2026/10/09 08:00', '-'],
        ['马立新', '客服', '2026/10/10 01:03', '-'],
      ],
      { sheet: '打卡时间' },
    );
    const shifts = gridOf(
      [
        ['班次', '上班时间', '下班时间'],
        ['早班', '08:00', '17:00'],
      ],
      { sheet: '班次' },
    );
    expect(codes(readSheet(punches).findings)).toEqual(['SHIFT_TIMES_REQUIRED']);
    expect(readSheet(punches).events).toEqual([]);
    const [facts] = readSheets([punches, shifts]);
    expect(facts?.events.map(eventLine)).toEqual([
      '周晓兰 2026-10-09 late 12min 上班 早班',
      '周晓兰 2026-10-09 early_leave 20min 下班 早班',
    ]);
  });

  it('the night of a machine belongs to the day before; the small hours are asked about', () => {
    const rows = (time: string): CellValue[][] => [
      ['考勤日期：2026/10/01 ~ 10/31'],
      Array.from({ length: 31 }, (_, i) => i + 1),
      ['工号：', '', '12', '姓名：', '周晓兰'],
      ['', '', '16:00\n', `${time}\n`],
    ];
    const night = [{ name: '晚班', start: 16 * 3600, end: 24 * 3600 }];
    expect(read('刷卡记录', rows('00:23'), { shifts: night }).events).toEqual([]);
    const asked = read('刷卡记录', rows('05:10'), { shifts: night });
    expect(codes(asked.findings)).toEqual(['DAY_BOUNDARY_REQUIRED']);
    expect(codes(read('刷卡记录', rows('05:10'), { shifts: night, dayBoundary: 7 * 3600 }).findings)).toEqual(
      [],
    );
  });

  it('Feishu day texts', () => {
    const facts = read('飞书', [
      ['2026年10月考勤'],
      ['姓名', '工号', '10-08', '10-09', '10-10', '10-11', '10-12', '10-13'],
      [
        '周晓兰',
        '12',
        '正常(07:52),正常(17:03)',
        '迟到14分钟(08:14),正常(17:00)',
        '休息',
        '休息',
        '缺卡(-),正常(17:00)',
        '外勤(08:00),正常(17:01)',
      ],
      [
        '马立新',
        '17',
        '严重迟到47分钟(13:47)',
        '请假 10-09 事假(全天)',
        '休息打卡(10:02,18:11)',
        '-',
        '正常(12:58),早退20分钟(21:40)',
        '请假 10-13 病假(上午),正常(22:00)',
      ],
    ]);
    expect(facts.events.map(eventLine)).toEqual([
      '周晓兰 2026-10-09 late 14min',
      '周晓兰 2026-10-12 missing_punch 上班',
      '马立新 2026-10-08 severe_late 47min',
      '马立新 2026-10-09 leave 事假 1d',
      '马立新 2026-10-12 early_leave 20min',
      '马立新 2026-10-13 leave 病假 0.5d',
    ]);
    expect(facts.setAside).toEqual([]);
  });

  it('a matrix over the end of a month', () => {
    const facts = read('考勤', [
      ['统计日期:2026-09-26 至 2026-10-25'],
      ['姓名', ...[26, 27, 28, 29, 30, 1, 2, 3, 4]],
      ['周晓兰', '迟到5分钟', '正常', '正常', '正常', '正常', '正常', '早退6分钟', '正常', '旷工'],
    ]);
    expect(facts.events.map(eventLine)).toEqual([
      '周晓兰 2026-09-26 late 5min',
      '周晓兰 2026-10-02 early_leave 6min',
      '周晓兰 2026-10-04 absent 1d',
    ]);
  });

  it('symbols without a legend are asked about', () => {
    const facts = read('10月', [
      ['2026年10月考勤'],
      ['姓名', 1, 2, 3, 4, 5, 6],
      ['周晓兰', '√', '迟', '○', '事', '休', '√'],
    ]);
    expect(facts.events.map(eventLine)).toEqual([
      '周晓兰 2026-10-02 late',
      '周晓兰 2026-10-04 leave 事假 1d',
    ]);
    expect(codes(facts.findings)).toEqual(['LEGEND_REQUIRED']);
    expect(codes(facts.setAside)).toEqual(['SYMBOL_UNKNOWN']);
    expect(
      codes(
        read(
          '10月',
          [['2026年10月考勤'], ['姓名', 1, 2, 3, 4, 5, 6], ['周晓兰', '√', '迟', '○', '事', '休', '√']],
          { legend: { '○': '早退' } },
        ).setAside,
      ),
    ).toEqual([]);
  });
});

describe('shifts of persons', () => {
  const machine = gridOf(
    [
      ['考勤日期：2026/10/01 ~ 10/31'],
      Array.from({ length: 31 }, (_, i) => i + 1),
      ['工号：', '', '12', '姓名：', '周晓兰'],
      ['08:14\n17:00\n', '08:00\n16:30\n'],
      ['工号：', '', '17', '姓名：', '马立新'],
      ['16:20\n', '15:50\n00:30\n'],
    ],
    { sheet: '刷卡记录' },
  );
  const hours = gridOf(
    [
      ['班次', '上班时间', '下班时间'],
      ['早班', '08:00', '17:00'],
      ['晚班', '16:00', '24:00'],
    ],
    { sheet: '班次表' },
  );
  const expected = [
    '周晓兰 2026-10-01 late 14min 上班 早班',
    '周晓兰 2026-10-02 early_leave 30min 下班 早班',
    '马立新 2026-10-01 late 20min 上班 晚班',
    '马立新 2026-10-02 missing_punch 下班 晚班',
  ];
  const events = (grids: Grid[]): string[] => readSheets(grids)[0]!.events.map(eventLine);

  it('two shifts and nobody assigned: asked, not guessed', () => {
    const [facts] = readSheets([machine, hours]);
    expect(facts?.events).toEqual([]);
    expect(codes(facts?.findings ?? [])).toEqual(['SHIFT_TIMES_REQUIRED']);
  });
  it('from the roster', () => {
    expect(
      events([
        machine,
        hours,
        gridOf(
          [
            ['工号', '姓名', '班组', '班次'],
            ['12', '周晓兰', '一组', '早班'],
            ['17', '马立新', '一组', '晚班'],
          ],
          { sheet: '名单' },
        ),
      ]),
    ).toEqual(expected);
  });
  it('from a schedule of days', () => {
    expect(
      events([
        machine,
        hours,
        gridOf(
          [
            ['2026年10月排班表'],
            ['姓名', 1, 2, 3, 4, 5],
            ['周晓兰', '早班', '早班', '休', '休', '早班'],
            ['马立新', '晚班', '晚班', '晚班', '休', '晚班'],
          ],
          { sheet: '排班' },
        ),
      ]),
    ).toEqual(expected);
  });
  it('from a list of persons with hours', () => {
    expect(
      events([
        machine,
        gridOf(
          [
            ['姓名', '班次', '上班时间', '下班时间'],
            ['周晓兰', '早班', '08:00', '17:00'],
            ['马立新', '晚班', '16:00', '24:00'],
          ],
          { sheet: '班次' },
        ),
      ]),
    ).toEqual(expected);
  });
});

describe('approvals', () => {
  const attendance = read('每日统计', [
    ['姓名', '日期', '班次', '上班1打卡结果', '下班1打卡结果', '备注'],
    ['何佳', '2026-10-09', 'A 09:00-18:00', '旷工', '旷工', ''],
    ['何佳', '2026-10-12', 'A 09:00-18:00', '缺卡', '缺卡', ''],
    ['何佳', '2026-10-13', 'A 09:00-18:00', '迟到', '正常', '地铁故障,主管批准'],
    ['何佳', '2026-10-14', 'A 09:00-18:00', '迟到', '正常', '暴雨,不计迟到'],
    ['何佳', '2026-10-15', 'A 09:00-18:00', '迟到', '正常', '未经主管批准'],
  ]);
  it('remarks excuse or cancel', () => {
    expect(
      attendance.events.map((event) => [eventLine(event).split(' ')[1], event.kind, event.excused]),
    ).toEqual([
      ['2026-10-09', 'absent', undefined],
      ['2026-10-12', 'missing_punch', undefined],
      ['2026-10-12', 'missing_punch', undefined],
      ['2026-10-13', 'late', true],
      ['2026-10-15', 'late', undefined],
    ]);
  });
  it('granted requests of another sheet cancel what they cover', () => {
    const requests = read('审批', [
      ['申请人', '审批类型', '开始时间', '结束时间', '审批状态', '审批结果'],
      ['何佳', '事假', '2026-10-09 09:00', '2026-10-09 18:00', '完成', '同意'],
      ['何佳', '补卡', '2026-10-12 09:00', '2026-10-12 09:00', '完成', '同意'],
      ['何佳', '事假', '2026-10-15 09:00', '2026-10-15 18:00', '完成', '拒绝'],
    ]);
    const applied = applyApprovals(attendance.events, requests.approvals, (who) => who.name);
    expect(
      applied.events.map((event) => `${eventLine(event).split(' ')[1]} ${event.kind} ${event.slot}`),
    ).toEqual(['2026-10-12 missing_punch 下班1', '2026-10-13 late 上班1', '2026-10-15 late 上班1']);
    expect(codes(applied.dropped)).toEqual(['CANCELLED_LEAVE_APPROVED', 'CANCELLED_PUNCH_APPROVED']);
    expect(codes(requests.dropped)).toEqual(['APPROVAL_NOT_GRANTED']);
  });
});

describe('side sheets', () => {
  it('daily sheets of a team', () => {
    const facts = read('每日人力', [
      ['日期', '班组', '上报当值人数', '实际当值人数', '迟到人数', '请假人数'],
      ['2026-10-08', '外呼一组', 20, 19, 3, 2],
      ['10.9', '外呼一组', '20', '２０', '', '4人'],
      ['合计', '', '', '', 3, 6],
    ]);
    expect(facts.reading.role.value).toBe('daily');
    expect(facts.metrics.map(metricLine).sort()).toEqual([
      '外呼一组 actual_headcount 2026-10-08 19',
      '外呼一组 actual_headcount 2026-10-09 20',
      '外呼一组 late_count 2026-10-08 3',
      '外呼一组 leave_count 2026-10-08 2',
      '外呼一组 leave_count 2026-10-09 4',
      '外呼一组 reported_headcount 2026-10-08 20',
      '外呼一组 reported_headcount 2026-10-09 20',
    ]);
  });

  it('submissions', () => {
    const facts = read('报表报送', [
      ['报表', '所属日期', '应交时间', '提交时间'],
      ['工作日报', '2026-10-08', '2026-10-09 10:00', '2026-10-09 10:20'],
      ['工作日报', '2026-10-09', '2026-10-10 10:00', '09:58'],
      ['运营报告', '2026-09', '2026-10-05', '2026-10-07'],
      ['人员流失名单', '2026-09', '2026-10-05', '未交'],
      ['工作日报', '2026-10-10', '2026-10-11 10:00', '上午'],
    ]);
    expect(facts.metrics.map(metricLine)).toEqual([
      '* daily_report_submitted_at 2026-10-09 2026-10-09+37200',
      '* daily_report_submitted_at 2026-10-10 2026-10-10+35880',
      '* monthly_report_submitted_on 2026-10-05 2026-10-07',
      '* attrition_list_submitted_on 2026-10-05',
    ]);
    expect(codes(facts.setAside)).toEqual(['SUBMITTED_UNREADABLE']);
  });

  it('measures in columns and in rows', () => {
    const month = 2026 * 12 + 9;
    expect(
      read('10月指标', [
        ['管家', '走访户数', '前台沟通户次', '应收', '实收'],
        ['周晓兰', 14, '', '', ''],
        ['马立新', '', '12户次', '10,000', '9400'],
      ]).metrics.map(metricLine),
    ).toEqual([
      `周晓兰 households_visited month ${month} 14`,
      `马立新 frontdesk_contacts month ${month} 12`,
      `马立新 fee_collected month ${month} 9400`,
      `马立新 fee_due month ${month} 10000`,
    ]);
    expect(
      read('指标', [
        ['指标', '数值'],
        ['走访户数', 14],
        ['物业费应收', '20000'],
      ]).metrics.map(metricLine),
    ).toEqual([`* households_visited month ${month} 14`, `* fee_due month ${month} 20000`]);
    const lost = read('人员', [
      ['月份', '团队', '流失人数', '流失日期', '补充日期', '应有工时', '实际工时'],
      ['2026-10', '外呼一组', 5, '2026-10-10', '2026-11-05', 1000, '985.5'],
    ]);
    expect(lost.metrics.map(metricLine)).toEqual([
      '外呼一组 attrition 2026-10-10 5',
      '外呼一组 replenished_on 2026-10-10 2026-11-05',
      '外呼一组 manhours_short 2026-10-10 14.5',
    ]);
  });

  it('rosters', () => {
    const facts = read('花名册', [
      ['姓名', '工号', '班组', '岗位', '入职日期', '离职日期', '备注'],
      ['周晓兰', 'KF12', '一组', '客服', '2025-03-01', '', '2026-10-15调至二组'],
      ['王丽', 'Y001', '一组', '客服', 45717, '2026/10/20', ''],
      ['王丽(已离职)', 'Y003', '二组', '前台', '', '', ''],
    ]);
    const day = (text: string): number => Date.parse(text) / 86_400_000;
    expect(facts.people.map((person) => person.spans)).toEqual([
      [
        { team: '一组', role: '客服', from: day('2025-03-01'), to: day('2026-10-14') },
        { team: '二组', role: '客服', from: day('2026-10-15') },
      ],
      [{ team: '一组', role: '客服', from: day('2025-03-01'), to: day('2026-10-20') }],
      [{ team: '二组', role: '前台' }],
    ]);
    expect(codes(facts.findings)).toEqual(['LEFT_DATE_MISSING']);
  });

  it('parameters', () => {
    const facts = read('参数', [
      ['参数', '值', '说明'],
      ['流失定额', '2', ''],
      ['高分界线', '８０', ''],
      ['投诉频次阈值', '待定', ''],
    ]);
    expect(facts.params.map(({ id, value }) => [id, value])).toEqual([
      ['attritionQuota', '2'],
      ['highCutoff', '80'],
    ]);
    expect(codes(facts.findings)).toEqual(['PARAM_UNSET']);
  });
});

describe('columns of records', () => {
  it.each<[string, CellValue[], CellValue[], string, Record<string, string>]>([
    [
      'GAS',
      [
        '编号',
        '受理日期',
        '责任部门',
        '责任人',
        '部门负责人',
        '问题性质',
        '投诉级别',
        '条款',
        '问题描述',
        '是否核实',
        '核实日期',
        '选定扣分',
        '处分',
      ],
      [
        'W1',
        '2026-10-03',
        '窗口部',
        '周晓兰',
        '孙梅',
        '抱怨',
        '',
        'GAS-03.1',
        '态度冷淡',
        '是',
        '2026-10-05',
        20,
        '',
      ],
      'qa-log',
      {
        编号: 'recordId',
        受理日期: 'date',
        责任部门: 'department',
        责任人: 'name',
        部门负责人: 'head',
        问题性质: 'kind',
        投诉级别: 'complaintLevel',
        条款: 'clause',
        问题描述: 'violation',
        是否核实: 'verified',
        核实日期: 'verifiedOn',
        选定扣分: 'chosenPoints',
        处分: 'sanction',
      },
    ],
    [
      'OUT',
      ['检查日期', '团队', '责任人', '扣分项', '描述', '宗数', '扣分', '申诉'],
      ['2026-10-03', '外呼一组', '周晓兰', '1.6', '吃零食', 1, '1', ''],
      'qa-log',
      {
        检查日期: 'date',
        团队: 'team',
        责任人: 'name',
        扣分项: 'clause',
        描述: 'violation',
        宗数: 'qty',
        扣分: 'points',
        申诉: 'appealResult',
      },
    ],
    [
      'CP',
      ['日期', '客户名称', '客户编号', '条款', '行为描述', '次数'],
      ['2026-10-03', '华星贸易', 'C001', 'CP-D2', '逾期付款', 1],
      'qa-log',
      {
        日期: 'date',
        客户名称: 'customer',
        客户编号: 'customerId',
        条款: 'clause',
        行为描述: 'violation',
        次数: 'qty',
      },
    ],
    [
      'en',
      ['Date', 'Agent', 'Employee ID', 'Clause', 'Description', 'Points', 'Appeal Result', 'Remarks'],
      ['2026-10-08', 'Zhou Lan', 'A12', 'SVC-08', 'hung up early', 6, '', ''],
      'qa-log',
      {
        Date: 'date',
        Agent: 'name',
        'Employee ID': 'id',
        Clause: 'clause',
        Description: 'violation',
        Points: 'points',
        'Appeal Result': 'appealResult',
        Remarks: 'remark',
      },
    ],
    [
      'annex 3',
      [
        '序号',
        '受理人',
        '受理时间',
        '客户姓名',
        '客户电话',
        '客户地址',
        '服务质量问题内容',
        '被抱怨/投诉部门、人员',
        '承办部门',
        '处理时限',
        '处理结果',
        '客户满意度(回访)',
        '备注',
      ],
      [
        1,
        '孙梅',
        '2026-10-08',
        '某女士',
        '',
        '',
        '态度差',
        '窗口部 周晓兰',
        '窗口部',
        '3日内',
        '已道歉',
        '满意',
        '',
      ],
      'complaint-ledger',
      {
        序号: 'seq',
        受理人: 'reviewer',
        受理时间: 'date',
        客户姓名: 'customer',
        客户电话: 'phone',
        客户地址: 'address',
        服务质量问题内容: 'violation',
        '被抱怨/投诉部门、人员': 'target',
        承办部门: 'handlingDepartment',
        处理时限: 'dueOn',
        处理结果: 'result',
        '客户满意度(回访)': 'satisfaction',
        备注: 'remark',
      },
    ],
  ])('%s', (_name, header, row, role, fields) => {
    const facts = read('Sheet1', [header, row]);
    expect(facts.reading.role.value).toBe(role);
    expect(fieldsOf(facts)).toEqual(fields);
  });

  it('the same header twice: yes or no, and the score', () => {
    const facts = read('外呼质检', [
      ['日期', '姓名', '录音编号', '添加微信', '态度', '话术', '添加微信', '得分', '通过率'],
      ['2026-10-08', '周 兰', 'R1', '是', 10, 8, 5, 95, 0.35],
      ['2026-10-08', '马立新', 'R2', '否', 9, 8, 0, 90, '35%'],
    ]);
    expect(
      facts.reading.columns.filter((column) => column.header === '添加微信').map((column) => column.field),
    ).toEqual([undefined, 'criterion']);
  });

  it('a mapping corrects role and columns', () => {
    const rows = [
      ['甲', '乙', '姓名', '日期', '问题描述'],
      ['x', 2, '周晓兰', '2026-10-08', '挂机'],
    ];
    const plain = read('Sheet1', rows);
    const mapped = read('Sheet1', rows, {
      mappings: [
        { fingerprint: plain.reading.fingerprint, role: 'qa-log', fields: { 乙: 'points', 问题描述: null } },
      ],
    });
    expect(fieldsOf(mapped)).toEqual({ 乙: 'points', 姓名: 'name', 日期: 'date' });
    expect(mapped.reading.role).toMatchObject({ value: 'qa-log', confidence: 1 });
  });

  it('sheets we made and sheets that are no records', () => {
    expect(
      read(
        '扣分明细',
        [
          ['姓名', '日期', '条款'],
          ['周晓兰', '2026-10-01', 'GM-01'],
        ],
        {},
        { madeBy: 'entries' },
      ).reading.role.value,
    ).toBe('made');
    for (const title of ['9月积分(草稿)', '质检汇总(旧)', '违规登记 备份', 'QA log draft']) {
      const facts = read(title, [
        ['姓名', '日期', '条款', '问题描述'],
        ['周晓兰', '2026-10-01', 'GM-01', 'x'],
      ]);
      expect(facts.reading.role).toMatchObject({ value: 'none', reasons: [{ code: 'ROLE_DRAFT' }] });
    }
    expect(
      read('8月扣分', [
        ['姓名', '扣分', '罚款'],
        ['周晓兰', 2, 20],
      ]).reading.role,
    ).toMatchObject({ value: 'none', reasons: [{ code: 'ROLE_DERIVED_SUMMARY' }] });
    expect(
      read('x', [
        ['姓名', '手机', '邮箱'],
        ['周晓兰', '000', 'a@example.com'],
      ]).reading.role.reasons,
    ).toMatchObject([{ code: 'ROLE_ADDRESS_LIST' }]);
  });
});
