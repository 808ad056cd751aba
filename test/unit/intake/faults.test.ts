import { inspectWorkbook } from '../../../src/intake/inspect';
import type { Grid } from '../../../src/workbook/grid';
import { asked, droppedRows, facts, grid, read } from './records/helpers';

const roster = grid('名单', [
  ['工号', '姓名', '班组'],
  ['K1', '何佳', '一组'],
  ['K2', '马立新', '一组'],
]);

describe('amounts that are given', () => {
  const deductions = grid('10月质检扣分', [
    ['姓名', '日期', '开头语', '语气', '解答错误', '其他', '备注'],
    ['何佳', '2026-10-08', -1, null, null, null, null],
    ['马立新', '2026-10-09', null, null, null, '+5', '客户表扬'],
    ['马立新', '2026-10-10', null, -2, null, null, null],
  ]);

  test('under a criterion: shown as given, asked about where no clause gives, never lost', () => {
    const [sheet] = inspectWorkbook([deductions]).sheets;
    expect(sheet!.events.map(({ name, points }) => [name, points])).toEqual([
      ['何佳', -1],
      ['马立新', 5],
      ['马立新', -2],
    ]);
    const reading = read('QA', '2026-10', [roster, deductions]);
    expect(asked(reading)).toContain('10月质检扣分!3 ADDITION_UNMATCHED');
    expect(droppedRows(reading)).toEqual([]);
  });

  const log = (points: string | number, header = '扣分') =>
    grid('登记', [
      ['日期', '姓名', '问题描述', header],
      ['2026-10-09', '何佳', '在办公区抽烟', points],
    ]);

  test.each([
    ['+5', '扣分'],
    ['加5分', '扣分'],
    [5, '加减分'],
    [5, '加分'],
  ])('%s under %s is no deduction', (points, header) => {
    const reading = read('GM', '2026-10', [roster, log(points, header)]);
    expect([facts(reading), asked(reading)]).toEqual([[], ['登记!2 ADDITION_UNMATCHED']]);
  });

  test.each([
    [5, '扣分'],
    [-5, '加减分'],
    ['-5', '加扣分值'],
    ['扣5分', '加减分'],
  ])('%s under %s is one', (points, header) => {
    expect(asked(read('GM', '2026-10', [roster, log(points, header)])).join()).not.toContain('ADDITION');
  });
});

test('an appeal or review upheld in part is asked about, not cleared', () => {
  for (const result of ['部分误判', '部分成立', '部分属实,改扣1分']) {
    const log = grid('登记', [
      ['日期', '姓名', '条款', '问题描述', '申诉结果'],
      ['2026-10-09', '何佳', 'GM-04', '脱岗90分钟', result],
    ]);
    expect([result, asked(read('GM', '2026-10', [roster, log]))]).toEqual([
      result,
      ['登记!2 APPEAL_PARTIAL'],
    ]);
  }
  const exported = grid('智能质检', [
    ['会话ID', '姓名', '日期', '机器得分', '人工得分', '命中规则', '复核结果'],
    ['S1', '何佳', '2026-10-09', 80, 90, '反问客户、未致歉', '部分误判'],
    ['S2', '何佳', '2026-10-10', 80, 100, '反问客户', '误判'],
  ]);
  const reading = read('QA', '2026-10', [roster, exported]);
  expect(asked(reading)).toEqual(['智能质检!2 APPEAL_PARTIAL']);
  expect(droppedRows(reading)).toEqual(['智能质检!3 REVIEW_CLEARED']);
});

test('others held responsible are named, not charged in silence', () => {
  const log = grid('质检违规记录', [
    ['日期', '归属人', '违规详情', '扣除学分/绩效', '连带责任人', '质检状态'],
    ['2026-10-09', '何佳', '反问客户', '2分', '马立新:2%、孙梅:1分', '待申诉'],
    ['2026-10-10', '何佳', '错误承诺', '5.00%', '孙梅:2%', '申诉成功'],
  ]);
  const [sheet] = inspectWorkbook([log]).sheets;
  expect(sheet!.events.map(({ name, kind, points, pct }) => [name, kind, points, pct])).toEqual([
    ['何佳', 'violation', -2, undefined],
    ['马立新', 'linked', undefined, -2],
    ['孙梅', 'linked', -1, undefined],
    ['何佳', 'violation', 0, undefined],
  ]);
});

test('what is merged over rows is said of each; a number merged over rows counts once', () => {
  const merges = [0, 1, 2, 3].map((left) => ({ top: 1, left, bottom: 2, right: left }));
  const log = grid(
    '登记',
    [
      ['日期', '违规内容', '条款', '扣分', '姓名'],
      ['2026-10-09', '脱岗90分钟', 'GM-04', 10, '何佳'],
      [null, null, null, null, '马立新'],
    ],
    { merges },
  );
  const [sheet] = inspectWorkbook([log]).sheets;
  expect(sheet!.events.map(({ name, date, clause, points }) => [name, date, clause, points])).toEqual([
    ['何佳', '2026-10-09', 'GM-04', -10],
    ['马立新', '2026-10-09', 'GM-04', undefined],
  ]);
});

describe('a scheduled day without any punch', () => {
  const hours = grid('班次表', [
    ['班次', '上班时间', '下班时间'],
    ['早班', '08:00', '17:00'],
    ['晚班', '16:00', '24:00'],
  ]);
  const schedule = grid('排班', [
    ['2026年10月排班表'],
    ['姓名', 1, 2, 3, 4, 5, 6],
    ['何佳', '早班', '早班', '休', '早班', '早班', '早班'],
    ['马立新', '晚班', '晚班', '晚班', '休', '晚班', '早班'],
  ]);
  const punches = grid('打卡', [
    ['姓名', '打卡时间', '数据来源'],
    ['何佳', '2026-10-01 07:55', '考勤机'],
    ['何佳', '2026-10-01 17:05', '考勤机'],
    ['何佳', '2026-10-05 07:55', '考勤机'],
    ['何佳', '2026-10-05 17:05', '考勤机'],
    ['马立新', '2026-10-01 15:55', '考勤机'],
    ['马立新', '2026-10-01 23:59:59', '考勤机'],
  ]);
  const days = (grids: readonly Grid[]): string[] =>
    read('GM', '2026-10', [roster, hours, schedule, punches, ...grids])
      .setAside.filter(({ code }) => code === 'NO_PUNCH')
      .map(({ subjects, params }) => `${subjects.join()} ${params?.date}`)
      .sort();

  // The 3rd and the 4th are days off; after the 5th nobody has punched yet.
  const expected = ['K1 2026-10-02', 'K1 2026-10-04', 'K2 2026-10-02', 'K2 2026-10-03', 'K2 2026-10-05'];

  test('is asked about', () => {
    expect(days([]).map((day) => day.replace(/^何佳/, 'K1').replace(/^马立新/, 'K2'))).toEqual(expected);
  });

  test('is explained by granted leave', () => {
    const leave = grid('请假', [
      ['审批状态', '审批结果', '发起人工号', '发起人姓名', '请假类型', '开始时间', '结束时间', '时长'],
      ['完成', '同意', 'K2', '马立新', '事假', '2026-10-02 09:00', '2026-10-03 18:00', '2天'],
      ['完成', '拒绝', 'K1', '何佳', '事假', '2026-10-02 09:00', '2026-10-02 18:00', '1天'],
    ]);
    expect(days([leave]).map((day) => day.replace(/^何佳/, 'K1').replace(/^马立新/, 'K2'))).toEqual(
      expected.filter((day) => !/^K2 2026-10-0[23]/.test(day)),
    );
  });

  test('on a daily sheet: a shift and nothing else, up to the last day with a result', () => {
    const daily = grid('每日统计', [
      [
        '姓名',
        '工号',
        '日期',
        '班次',
        '上班1打卡时间',
        '上班1打卡结果',
        '下班1打卡时间',
        '下班1打卡结果',
        '关联的审批单',
      ],
      ['何佳', 'K1', '2026-10-08', '早班 08:00-17:00', null, null, null, null, null],
      ['马立新', 'K2', '2026-10-08', '早班 08:00-17:00', null, null, null, null, '事假 1天'],
      ['何佳', 'K1', '2026-10-09', '休息', null, null, null, null, null],
      ['何佳', 'K1', '2026-10-10', '早班 08:00-17:00', '07:50', '正常', '17:03', '正常', null],
      ['何佳', 'K1', '2026-10-11', '早班 08:00-17:00', null, null, null, null, null],
    ]);
    expect(asked(read('GM', '2026-10', [roster, daily]))).toEqual(['每日统计!2 NO_PUNCH']);
  });
});
