import type { CellValue } from '../../../src/workbook/grid';
import { grid, read } from './records/helpers';

const roster = grid('名单', [
  ['工号', '姓名', '班组'],
  ['K1', '何佳', '一组'],
  ['K2', '马立新', '二组'],
]);

/** Tabs that people build on the functions, as they read once calculated. */
const SUMMARIES: readonly (readonly [string, readonly CellValue[], readonly CellValue[]])[] = [
  ['score', ['姓名', '得分'], ['何佳', 83]],
  ['score of a month', ['姓名', '月份', '得分'], ['何佳', '2026-10', 83]],
  ['score with a date', ['姓名', '日期', '得分', '扣分'], ['何佳', '2026-10-01', 83, 17]],
  ['rank', ['姓名', '部门', '得分', '排名'], ['何佳', '一组', 83, 2]],
  ['team', ['班组', '得分', '排名', '参评数'], ['一组', 83, 2, 2]],
  ['money', ['工号', '姓名', '得分', '罚款', '绩效', '排名'], ['K1', '何佳', 83, 50, -5, 2]],
  [
    'everything',
    ['姓名', '扣分', '加分', '罚款', '绩效%', '排名', '等级', '处分'],
    ['何佳', 17, 0, 50, '-5%', 2, 'B', '警告'],
  ],
  ['counts of clauses', ['姓名', 'GM-04次数', 'GM-16次数'], ['何佳', 1, 2]],
  ['counts of lateness', ['姓名', '迟到次数', '缺卡次数', '得分'], ['何佳', 1, 2, 80]],
  ['months', ['姓名', '7月', '8月', '9月', '10月'], ['何佳', 90, 80, 70, 60]],
  ['categories', ['姓名', '考勤扣分', '质检扣分', '投诉扣分', '总分', '名次'], ['何佳', -5, -3, 0, 92, 2]],
  ['performance', ['姓名', '服务态度', '业务能力', '奖励', '总分', '排名'], ['何佳', -5, -3, 0, 90, 2]],
  [
    'explanation',
    ['条款', '说明', '来源', '金额', '余分'],
    ['GM-04', '脱岗超过 1 小时', '违规登记!5', -10, 90],
  ],
  [
    'explanation with name and date',
    ['日期', '姓名', '条款', '说明', '来源', '分值', '余分'],
    ['2026-10-08', '何佳', 'GM-04', '脱岗超过 1 小时', "'违规 登记'!$A$5", -10, 90],
  ],
];

describe.each(['GM', 'OUT'])('results on a tab of the user never feed %s', (book) => {
  it.each(SUMMARIES)('%s', (_name, header, row) => {
    const second = row.map((value) => (value === '何佳' ? '马立新' : value === 'K1' ? 'K2' : value));
    const reading = read(book, '2026-10', [roster, grid('我的汇总', [header, row, second])]);
    expect([reading.incidents, reading.metrics, reading.events, reading.setAside]).toEqual([[], [], [], []]);
  });
});
