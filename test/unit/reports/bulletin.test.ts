import { bulletinPlan } from '../../../src/reports/bulletin';
import { record } from '../../support/scoring';
import { input, listed, rowOf, texts } from './support';

/** GM: base 10; GM-02 costs 2 points and 20 yuan, GM-16 5 points and 50 yuan with a warning; a clean month brings 5. */
const records = [
  record({ subject: '甲', clause: 'GM-02', date: '2026-10-03', at: ['质检', 3] }),
  record({ subject: '甲', clause: 'GM-02', date: '2026-10-09', at: ['质检', 4] }),
  record({ subject: '乙', clause: 'GM-03', date: '2026-10-31', at: ['质检', 5] }),
  record({ subject: '丙', clause: 'GM-16', date: '2026-10-15', at: ['质检', 6] }),
  record({ subject: '乙', clause: 'GM-02', date: '2026-09-15', at: ['质检', 7] }),
  record({ subject: '乙', clause: 'GM-17', date: '2026-09-16', at: ['质检', 8] }),
];
const teams = { 甲: '一组', 乙: '一组', 丙: '二组', 丁: '二组', 戊: '二组' };
const subjects = ['甲', '乙', '丙', '丁', '戊'];
const plan = (more = {}, withPrevious = true) =>
  bulletinPlan(input('GM', records, { subjects, teams, withPrevious, more }), 'zh');

describe('bulletin', () => {
  test('proposes praise and criticism that the numbers show, for a person to confirm', () => {
    const made = plan({ bulletin: { criticiseFrom: '4' } });
    expect(listed(made).map((row) => [row['类型'], row['姓名'], row['事由'], row['扣分合计']])).toEqual([
      ['表扬', '丁', '本月没有扣分、扣款或处分；得分并列第 1 名（2 个）', 0],
      ['表扬', '戊', '本月没有扣分、扣款或处分；得分并列第 1 名（2 个）', 0],
      ['批评', '丙', '扣 5 分，达到 4 分；处分建议：警告批评', -5],
      ['批评', '甲', '扣 4 分，达到 4 分', -4],
    ]);
    const hand = made.table?.columns.filter((column) => column.hand).map(({ key }) => key);
    expect(hand).toEqual(['approve', 'note']);
    expect(made.validations?.[0]?.list).toEqual(['通报', '不通报']);
  });

  test('proposes criticism by sanctions alone where no limit is set', () => {
    const made = plan();
    expect(
      listed(made)
        .filter((row) => row['类型'] === '批评')
        .map((row) => row['姓名']),
    ).toEqual(['丙']);
    expect(texts(made)).toContain('没有设定批评的扣分界线，批评只按规程的处分建议列出。');
  });

  test('praises nobody whose records are open', () => {
    const open = input('GM', records, { subjects, teams });
    const made = bulletinPlan(
      {
        ...open,
        subjects: open.subjects.map((subject) =>
          subject.key === '丁' ? { ...subject, state: 'incomplete' } : subject,
        ),
      },
      'zh',
    );
    expect(
      listed(made)
        .filter((row) => row['类型'] === '表扬')
        .map((row) => row['姓名']),
    ).toEqual(['戊']);
  });

  test('sums the month by clause, category, team and week, against the month before', () => {
    const made = plan();
    expect(rowOf(made, 'clause:GM-02')).toEqual(['GM-02', '不在线或未及时应答', 2, -4, 1, -2, '多 1 条']);
    expect(rowOf(made, 'clause:GM-16').slice(2)).toEqual([1, -5, 0, 0, '多 1 条']);
    expect(rowOf(made, 'clause:GM-17').slice(2)).toEqual([0, 0, 1, -5, '少 1 条']);
    expect(rowOf(made, 'category:处罚条例').slice(1)).toEqual(['处罚条例', 4, -11, 2, -7, '多 2 条']);
    expect(rowOf(made, 'team:一组')).toEqual([2, '一组', 3, -6, 2, -7, '多 1 条']);
    expect(rowOf(made, 'team:二组')).toEqual([3, '二组', 1, -5, 0, 0, '多 1 条']);
    expect(['0', '1', '2', '3', '4'].map((week) => rowOf(made, `week:${week}`).slice(1))).toEqual([
      ['10-01 至 10-07', 1, -2],
      ['10-08 至 10-14', 1, -2],
      ['10-15 至 10-21', 1, -5],
      ['10-22 至 10-28', 0, 0],
      ['10-29 至 10-31', 1, -2],
    ]);
    expect(texts(made)).toContain(
      '本月考核 5 个对象，计入 4 条，分值合计 −11 分；没有扣分 2 个，有记录待补 0 个。建议扣减合计 110 元。',
    );
  });

  test('leaves the comparison out where there is nothing to compare with', () => {
    const made = plan({}, false);
    expect(rowOf(made, 'clause:GM-02')).toEqual(['GM-02', '不在线或未及时应答', 2, -4]);
    expect(texts(made)).toContain('工作表中没有上月记录，不作比较。');
  });

  test('draws charts over the rows they name', () => {
    const made = plan();
    const [heat, weeks] = made.charts ?? [];
    const names = (range: { top: number; bottom: number; left: number }) =>
      made.rows.slice(range.top, range.bottom + 1).map((row) => row.cells[range.left]?.value);
    expect(names(heat!.categories)).toEqual(['不在线或未及时应答', '夜班在办公场所吸烟', '吃饭无人值班']);
    expect(names(heat!.series[0]!.values)).toEqual([2, 1, 1]);
    expect(names(weeks!.categories)).toHaveLength(5);
    expect(Math.min(...made.charts!.map(({ anchor }) => anchor.top))).toBeGreaterThanOrEqual(
      made.rows.length,
    );
  });

  test('is made for nobody and for no records', () => {
    const made = bulletinPlan(input('GM', []), 'en');
    expect(listed(made)).toEqual([]);
    expect(texts(made)).toContain('Nobody meets a condition for praise or criticism.');
  });
});
