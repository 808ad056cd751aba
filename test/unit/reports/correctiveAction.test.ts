import { applyRows, type ServiceIssue } from '../../../src/casework';
import { assessmentPlan, readAssessments } from '../../../src/reports/assessment';
import { correctiveActionPlan, readCorrectiveActions } from '../../../src/reports/correctiveAction';
import { regenerate } from '../../../src/workbook/regenerate';
import type { SheetPlan } from '../../../src/workbook/sheetPlan';
import { gridOf, inputOf, Sheet } from '../casework/support/caseTabs';
import { CONTEXT, date, day, issue, TODAY, without } from '../casework/support/issues';

const LABELS = [
  '客户姓名',
  '客户电话',
  '客户地址',
  '服务质量问题摘要',
  '服务质量问题处理情况',
  '服务质量问题纠正措施',
  '备注及签名',
  '备注:',
  '承办部门负责人签名:',
];

const texts = (made: SheetPlan): string[] =>
  made.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (typeof cell?.value === 'string' && cell.value !== '' ? [cell.value] : [])),
  );
const handled = issue({ state: '纠正措施' });

describe('the corrective-action form', () => {
  const made = correctiveActionPlan(inputOf([handled]), 'zh');

  it('has annex 2’s labels in their order, and what is known', () => {
    expect(texts(made)).toEqual([
      '服务质量问题处理及纠正措施情况表',
      '编号:督〔2026〕第012号',
      '客户姓名',
      '王晓明',
      '客户电话',
      '13912345678',
      '客户地址',
      '南京街12号',
      '服务质量问题摘要',
      '窗口人员态度生硬',
      '服务质量问题处理情况',
      '已向客户致歉',
      '服务质量问题纠正措施',
      '班前会重申服务规范',
      '备注及签名',
      '备注:',
      '承办部门负责人签名:',
    ]);
    expect(texts(made).filter((text) => LABELS.includes(text))).toEqual(LABELS);
    expect([made.id, made.name, made.print.orientation]).toEqual([
      'correction:2026-10',
      '纠正措施',
      'portrait',
    ]);
  });

  it('comes with the handling, one a page', () => {
    const states: readonly ServiceIssue['state'][] = ['受理', '督办', '处理', '回访'];
    const several = correctiveActionPlan(
      inputOf(states.map((state, index) => ({ ...handled, id: `2026-00${index + 1}`, state }))),
      'zh',
    );
    expect(several.rows.flatMap(({ id }) => (id?.endsWith(':title') === true ? [id] : []))).toEqual([
      '2026-003:title',
      '2026-004:title',
    ]);
    expect(several.print.pageBreaks).toHaveLength(1);
    expect(texts(correctiveActionPlan(inputOf([]), 'zh'))).toEqual([
      '本期没有需要填写纠正措施的服务质量问题。',
    ]);
  });

  it('fits a page', () => {
    expect(made.rows.reduce((sum, row) => sum + (row.height ?? 15), 0)).toBeLessThan((11.69 - 1.3) * 72);
  });

  it('gives what the department writes to the issue and keeps signatures', () => {
    const bare = without(handled, 'handling', 'measures');
    const first = regenerate(undefined, correctiveActionPlan(inputOf([bare]), 'zh')).plan;
    const sheet = new Sheet(gridOf(first));
    const beside = (label: string, value: string) => {
      const [row, column] = sheet.find(label);
      sheet.set(row, column + 1, value);
    };
    beside('服务质量问题处理情况', '当天上门致歉');
    beside('服务质量问题纠正措施', '每周抽查录音');
    beside('备注:', '客户已谅解');
    beside('承办部门负责人签名:', '赵强');
    const rows = readCorrectiveActions(sheet.toGrid());
    const { file, findings } = applyRows({ last: {}, issues: [bare] }, rows, TODAY, CONTEXT, { adds: false });
    expect(findings).toEqual([]);
    expect(file.issues[0]).toMatchObject({
      handling: '当天上门致歉',
      measures: '每周抽查录音',
      correctionNote: '客户已谅解',
    });
    const again = regenerate(sheet.toGrid(), correctiveActionPlan(inputOf(file.issues), 'zh'));
    expect(again.conflicts).toEqual([]);
    const written = texts(again.plan);
    for (const text of ['当天上门致歉', '每周抽查录音', '客户已谅解', '赵强']) {
      expect(written.filter((cell) => cell === text)).toHaveLength(1);
    }
  });
});

describe('the assessment tab', () => {
  const verified = issue({ state: '考核意见', chosenPoints: '12' });
  const complaint = issue({ id: '2026-013', kind: '投诉', level: 3 });
  const open = without(issue({ id: '2026-014' }), 'verified', 'kind');
  const made = assessmentPlan(inputOf([verified, complaint, open]), 'zh');
  const headers = made.rows[made.table?.headerRow ?? 0]?.cells.map((cell) => String(cell?.value)) ?? [];
  const cellOf = (id: string, header: string) =>
    made.rows.find((row) => row.id === id)?.cells[headers.indexOf(header)]?.value;

  it('shows the standard, the proposal and what is missing', () => {
    expect(cellOf('2026-012', '考核标准')).toBe('至少扣10分');
    expect(cellOf('2026-012', '考核意见')).toBe('周晓兰 扣12分\n赵强 扣5分');
    expect(cellOf('2026-012', '提出 → 报送')).toBe('客户服务中心 → 人力资源行政部');
    expect(cellOf('2026-013', '考核标准')).toBe('通报批评、警告、记过（选一）');
    expect(cellOf('2026-013', '考核意见')).toBe('');
    expect(String(cellOf('2026-013', '待补事项'))).toContain('要选一种处分');
    expect(cellOf('2026-013', '提出 → 报送')).toBe('人力资源行政部 → 公司');
    expect(String(cellOf('2026-014', '待补事项'))).toContain('还没有调查核实');
  });

  it('leaves out what is closed without an assessment', () => {
    const closed = assessmentPlan(
      inputOf([
        issue({ id: '2026-001', state: '办结', verified: false }),
        issue({ id: '2026-002', state: '办结', verified: true }),
      ]),
      'zh',
    );
    expect(closed.rows.flatMap(({ id }) => ((id ?? '').startsWith('2026') ? [id] : []))).toEqual([
      '2026-002',
    ]);
  });

  it('is read back by number, and adds no issues', () => {
    const sheet = new Sheet(gridOf(made));
    const type = (id: string, header: string, value: string | number) => {
      sheet.set(sheet.find(id)[0], headers.indexOf(header), value);
    };
    type('2026-013', '处分', '警告');
    type('2026-013', '扣分', 15);
    type('2026-014', '核实', '属实');
    type('2026-014', '核实日期', '2026-10-12');
    type('2026-014', '责任人', '李雷、韩梅梅');
    type('2026-012', '核实', '待定');
    sheet.insertRow(4);
    sheet.set(4, headers.indexOf('责任人'), '无编号');
    const { rows } = readAssessments(sheet.toGrid());
    const before = [verified, complaint, open];
    const { file, findings, added } = applyRows({ last: {}, issues: before }, rows, TODAY, CONTEXT, {
      adds: false,
    });
    expect(added).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['CASE_YES_NO_UNREADABLE']);
    expect(file.issues[0]).toMatchObject({ verified: true, unread: { verified: '待定' } });
    expect(file.issues[1]).toMatchObject({
      chosenDiscipline: '警告',
      chosenPoints: '15',
      kind: '投诉',
      level: 3,
    });
    expect(file.issues[2]).toMatchObject({ verified: true, people: '李雷、韩梅梅' });
    expect(date(file.issues[2]?.verifiedOn)).toBe('2026-10-12');
    expect(day('2026-10-12')).toBe(file.issues[2]?.verifiedOn);
  });
});
