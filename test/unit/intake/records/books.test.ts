import { asked, droppedRows, facts, grid, read } from './helpers';

const day = (date: number): string => `2026-09-${String(date).padStart(2, '0')}`;

describe('GAS: service-quality issues', () => {
  const roster = grid('人员名单', [
    ['工号', '姓名', '部门', '岗位', '部门负责人'],
    ['G01', '赵一鸣', '营业厅', '窗口', '钱部长'],
    ['G02', '孙晓', '客服热线', '坐席', '李主任'],
    ['G03', '周全', '安检队', '安检员', '吴队'],
  ]);
  const log = grid('服务质量问题登记', [
    [
      '登记编号',
      '发生日期',
      '责任人',
      '工号',
      '问题描述',
      '考核条款',
      '性质',
      '投诉级别',
      '是否核实',
      '核实日期',
      '扣分',
      '处分',
      '投诉编号',
    ],
    ['F001', day(3), '赵一鸣', 'G01', '收款没有唱收唱付', 'GAS-05.4', '抱怨', '', '是', day(5), 10, '', 'T1'],
    ['F002', day(4), '孙晓', 'G02', '挂机前没有征询客户意见', '', '抱怨', '', '属实', day(6), '15', '', 'T2'],
    [
      'F003',
      day(5),
      '周全',
      'G03',
      '入户安检没有穿鞋套',
      '13.2',
      '投诉',
      '二级投诉',
      '是',
      day(7),
      '',
      '给予记过处分',
      'T3',
    ],
    ['F004', day(6), '周全', 'G03', '进门没有穿鞋套', '', '抱怨', '', '是', '', '', '', 'T4'],
    ['F005', day(7), '孙晓', 'G02', '热线交接班漏岗', 'GAS-06.1', '抱怨', '', '未核实', '', '', '', 'T5'],
    ['F006', day(8), '赵一鸣', 'G01', '窗口没有准时营业', 'GAS-05.1', '', '', '是', '', '', '', 'T6'],
  ]);
  const reading = read('GAS', '2026-09', [roster, log]);

  test('kind, level, head, choices, sanction and verification are read', () => {
    expect(facts(reading)).toEqual([
      {
        date: day(3),
        subject: '赵一鸣',
        clause: 'GAS-05.4',
        eventId: 'T1',
        kind: '抱怨',
        head: '钱部长',
        chosenPoints: '10',
        verified: true,
        verifiedOn: day(5),
      },
      {
        date: day(4),
        subject: '孙晓',
        clause: 'GAS-06.4',
        eventId: 'T2',
        kind: '抱怨',
        head: '李主任',
        chosenPoints: '15',
        verified: true,
        verifiedOn: day(6),
      },
      {
        date: day(5),
        subject: '周全',
        clause: 'GAS-13.2',
        eventId: 'T3',
        kind: '投诉',
        level: 2,
        head: '吴队',
        chosenDiscipline: ['记过'],
        verified: true,
        verifiedOn: day(7),
      },
      {
        date: day(7),
        subject: '孙晓',
        clause: 'GAS-06.1',
        eventId: 'T5',
        kind: '抱怨',
        head: '李主任',
        verified: false,
      },
      { date: day(8), subject: '赵一鸣', clause: 'GAS-05.1', eventId: 'T6', head: '钱部长', verified: true },
    ]);
  });

  test('what fits two clauses is asked about, a missing kind is reported', () => {
    expect(asked(reading)).toEqual(['服务质量问题登记!5 CLAUSE_UNCERTAIN']);
    expect(
      reading.findings.filter(({ code }) => code === 'KIND_MISSING').map(({ address }) => address),
    ).toEqual(['G7']);
  });
});

describe('OUT: teams', () => {
  const roster = grid('花名册', [
    ['工号', '姓名', '班组', '职位'],
    ['1', '张三', '甲组', '外呼坐席'],
    ['2', '李四', '甲组', '外呼坐席'],
    ['3', '王五', '甲组', '外呼坐席'],
    ['4', '赵六', '乙组', '外呼坐席'],
  ]);
  const attendance = grid('每日考勤', [
    [
      '姓名',
      '部门',
      '工号',
      '日期',
      '班次',
      '上班1打卡时间',
      '上班1打卡结果',
      '下班1打卡时间',
      '下班1打卡结果',
    ],
    ...['张三', '李四', '王五'].map((name, i) => [
      name,
      '外呼部',
      String(i + 1),
      day(10),
      '早班 08:00-17:00',
      '08:12',
      '迟到',
      '17:01',
      '正常',
    ]),
    ['赵六', '外呼部', '4', day(10), '早班 08:00-17:00', '08:02', '迟到', '17:01', '正常'],
  ]);
  const log = grid('现场检查记录', [
    ['检查日期', '班组', '责任人', '条款编号', '问题描述', '次数', '扣分'],
    [day(8), '甲组', '张三', '1.4', '工作现场吃东西', 1, 0.5],
    [day(9), '乙组', '', '', '监听中发现员工服务态度差', 2, 1],
    [day(9), '丙组', '', '1.5', '现场打私人电话', 1, 0.5],
    [day(11), '', '李四', '1.8', '消极怠工', 1, 0.5],
    [day(12), '甲组', '', '7.2', '运营报告迟交', 1, 1],
  ]);
  const reading = read('OUT', '2026-09', [roster, attendance, log]);

  test('the team named, or that of the person, is scored; lateness is counted by team and day', () => {
    expect(facts(reading)).toEqual([
      { date: day(8), subject: '甲组', clause: 'OUT-1.4' },
      { date: day(9), subject: '乙组', clause: 'OUT-4.1', qty: '2' },
      { date: day(11), subject: '甲组', clause: 'OUT-1.8' },
      { date: day(10), subject: '甲组', clause: 'OUT-2.3', value: '3' },
      { date: day(10), subject: '乙组', clause: 'OUT-2.3', value: '1' },
    ]);
    expect(reading.subjects).toEqual(['甲组', '乙组']);
  });

  test('unknown teams and deadlines without their dates are asked about', () => {
    expect(asked(reading)).toEqual(['现场检查记录!4 TEAM_UNKNOWN', '现场检查记录!6 LOG_VALUE_MISSING']);
  });
});

describe('CP: customers', () => {
  test('customers by name or number; states and events', () => {
    const reading = read('CP', '2026-09', [
      grid('客户名单', [
        ['客户编号', '客户名称', '等级'],
        ['C001', '东海贸易（上海）有限公司', 'A'],
        ['C002', '南山物流', 'B'],
      ]),
      grid('客户行为记录', [
        ['日期', '客户编号', '客户名称', '行为描述', '加减分'],
        [day(2), 'C001', '', '未按时付款', -3],
        [day(3), '', '东海贸易(上海)有限公司', '推荐了高质量客户', 3],
        [day(4), '', '北山物流', '违反合同', -5],
        [day(5), 'C002', '南山物流', '客户参观展厅', ''],
      ]),
    ]);
    expect(facts(reading)).toEqual([
      { date: day(2), subject: '东海贸易（上海）有限公司', clause: 'CP-D2' },
      { date: day(3), subject: '东海贸易（上海）有限公司', clause: 'CP-A4' },
    ]);
    expect(asked(reading)).toEqual(['客户行为记录!4 CUSTOMER_UNKNOWN', '客户行为记录!5 CLAUSE_UNMATCHED']);
  });
});

describe('PM: attendance and log of one event', () => {
  const attendance = grid('考勤', [
    ['姓名', '工号', '日期', '班次', '上班1打卡时间', '上班1打卡结果', '下班1打卡时间', '下班1打卡结果'],
    ['何佳', 'P1', day(10), '早班 08:00-17:00', '08:12', '迟到', '17:01', '正常'],
    ['何佳', 'P1', day(11), '早班 08:00-17:00', '08:09', '迟到', '17:01', '正常'],
  ]);
  const log = (...rows: (string | number)[][]) =>
    grid('检查登记', [['日期', '姓名', '条款', '问题描述', '次数'], ...rows]);

  test('what the log has is not derived again', () => {
    const reading = read('PM', '2026-09', [
      attendance,
      log([day(10), '何佳', '1.1', '无故迟到12分钟', 1], [day(10), '何佳', '2.2', '未佩戴工牌', 1]),
    ]);
    expect(facts(reading).map(({ date, clause, value }) => [date, clause, value])).toEqual([
      [day(10), 'PM-1.1', '12'],
      [day(10), 'PM-2.2', undefined],
      [day(11), 'PM-1.1', '9'],
    ]);
    expect(reading.findings.filter(({ code }) => code === 'EVENT_LOGGED_TWICE')).toHaveLength(1);
  });

  test('a row twice counts once, two rows apart count twice', () => {
    const reading = read('PM', '2026-09', [
      log(
        [day(3), '何佳', '2.2', '未佩戴工牌', 1],
        [day(3), '何佳', '2.2', '未佩戴工牌', 1],
        [day(4), '何佳', '2.2', '未佩戴工牌', 1],
      ),
    ]);
    expect(facts(reading).map(({ date }) => date)).toEqual([day(3), day(4)]);
    expect(droppedRows(reading)).toEqual(['检查登记!3 DUPLICATE_ROW']);
  });

  test('quantities, dates and names that cannot be read are asked about', () => {
    const reading = read('PM', '2026-09', [
      log(
        [day(3), '何佳', '2.2', '未佩戴工牌', '若干'],
        ['', '何佳', '2.2', '未佩戴工牌', 1],
        [day(5), '', '2.2', '未佩戴工牌', 1],
        [day(6), '何佳', '2.2', '未佩戴工牌', -1],
        [day(7), '何佳', '2.2', '未佩戴工牌', 2],
      ),
    ]);
    expect(asked(reading)).toEqual([
      '检查登记!2 QTY_UNREADABLE',
      '检查登记!3 DATE_MISSING',
      '检查登记!4 PERSON_MISSING',
      '检查登记!5 QTY_INVALID',
    ]);
    expect(facts(reading)).toEqual([{ date: day(7), subject: '何佳', clause: 'PM-2.2', qty: '2' }]);
  });

  test('a confirmation settles a row, and 不考核 takes it out', () => {
    const sheet = log([day(3), '何佳', '', '工位上摆了手办', 1], [day(4), '何佳', '', '工位上摆了手办', 1]);
    const reading = read('PM', '2026-09', [sheet], {
      confirmations: [
        { sheet: '检查登记', row: 2, clause: 'PM-1.3' },
        { sheet: '检查登记', row: 3, clause: null },
      ],
    });
    expect(facts(reading).map(({ clause }) => clause)).toEqual(['PM-1.3']);
    expect(droppedRows(reading)).toEqual(['检查登记!3 NOT_ASSESSED']);
  });
});
