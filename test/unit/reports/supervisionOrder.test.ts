import { applyRows, type ServiceIssue } from '../../../src/casework';
import { readSupervisionOrders, supervisionOrderPlan } from '../../../src/reports/supervisionOrder';
import { regenerate } from '../../../src/workbook/regenerate';
import type { SheetPlan } from '../../../src/workbook/sheetPlan';
import { createWorkbook, readWorkbook } from '../../../src/workbook/xlsx';
import { gridOf, inputOf, Sheet } from '../casework/support/caseTabs';
import { CONTEXT, date, day, issue, TODAY, without } from '../casework/support/issues';

/** The labels of annex 1 in the order of the source. */
const LABELS = [
  '客户姓名',
  '联系电话',
  '反映方式',
  '反映时间',
  '客户反映的服务质量问题内容:',
  '客户要求:',
  '调查处理人:',
  '承办部门',
  '承办人',
  '办理时限',
  '承办部门负责人签字:',
];

const ordered = issue({
  state: '处理',
  channel: '12345转办',
  reportedOn: day('2026-10-07'),
  orderedOn: day('2026-10-08'),
});
const plan = (issues: readonly ServiceIssue[], more = {}): SheetPlan =>
  supervisionOrderPlan(inputOf(issues, more), 'zh');
const texts = (made: SheetPlan): string[] =>
  made.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (typeof cell?.value === 'string' && cell.value !== '' ? [cell.value] : [])),
  );
const valueOf = (made: SheetPlan, label: string): string | undefined => {
  const all = texts(made);
  const value = all[all.indexOf(label) + 1];
  return value === undefined || LABELS.includes(value) ? undefined : value;
};
const read = (
  made: SheetPlan,
  issues: readonly ServiceIssue[],
  edit: (sheet: Sheet) => void = () => undefined,
) => {
  const sheet = new Sheet(gridOf(regenerate(undefined, made).plan));
  edit(sheet);
  const rows = readSupervisionOrders(sheet.toGrid());
  return applyRows({ last: {}, issues }, rows, TODAY, CONTEXT, { adds: false });
};

describe('the supervision order', () => {
  it('has annex 1’s labels in their order', () => {
    const made = plan([ordered]);
    expect(texts(made).filter((text) => LABELS.includes(text))).toEqual(LABELS);
    expect(texts(made).slice(0, 2)).toEqual(['服务质量问题督办处理单', '编号:督〔2026〕第012号']);
    expect([made.id, made.name, made.print.orientation]).toEqual(['order:2026-10', '督办单', 'portrait']);
  });

  it('says what is known', () => {
    const made = plan([ordered]);
    expect(LABELS.map((label) => valueOf(made, label))).toEqual([
      '王晓明',
      '13912345678',
      '□来访\u3000□来电\u3000□回访\u3000☑其它',
      '2026年10月7日',
      '窗口人员态度生硬',
      '希望改进服务态度',
      undefined,
      '营业部',
      '赵强',
      '□当天\u3000☑3日内',
      undefined,
    ]);
  });

  it.each([
    ['来访', '☑来访\u3000□来电\u3000□回访\u3000□其它'],
    ['客户来电', '□来访\u3000☑来电\u3000□回访\u3000□其它'],
    ['电话回访', '□来访\u3000□来电\u3000☑回访\u3000□其它'],
    ['来函', '□来访\u3000□来电\u3000□回访\u3000☑其它'],
    [undefined, '□来访\u3000□来电\u3000□回访\u3000□其它'],
  ])('channel %s ticks %s', (channel, boxes) => {
    expect(valueOf(plan([{ ...ordered, channel }]), '反映方式')).toBe(boxes);
  });

  it.each([
    ['当天', '☑当天\u3000□____日内'],
    ['5个工作日内', '□当天\u3000☑5个工作日内'],
    ['2026-10-15前', '□当天\u3000☑2026年10月15日前'],
    [undefined, '□当天\u3000□____日内'],
    ['尽快', '□当天\u3000□____日内'],
  ])('limit %s is %s', (limit, boxes) => {
    expect(valueOf(plan([{ ...ordered, limit }]), '办理时限')).toBe(boxes);
  });

  it('shows an extension', () => {
    const extended = { ...ordered, extension: { to: day('2026-10-20') } };
    expect(valueOf(plan([extended]), '办理时限')).toBe('□当天\u3000☑3日内（延至2026年10月20日）');
  });

  it('stands on a page of its own, for issues under an order', () => {
    const made = plan([
      { ...ordered, id: '2026-001', state: '受理' },
      { ...ordered, id: '2026-002', state: '督办' },
      { ...ordered, id: '2026-003', state: '办结', closedOn: day('2026-10-12') },
      { ...ordered, id: '2026-004', state: '办结', closedOn: day('2026-09-30') },
      { ...ordered, id: '2026-005', receivedOn: day('2026-11-02') },
      { ...ordered, id: '2026-006', receivedOn: day('2026-09-02') },
    ]);
    const starts = made.rows.flatMap(({ id }, index) => (id?.endsWith(':title') === true ? [index] : []));
    expect(starts.map((row) => made.rows[row]?.id)).toEqual([
      '2026-002:title',
      '2026-003:title',
      '2026-006:title',
    ]);
    expect(made.print.pageBreaks).toEqual(starts.slice(1));
  });

  it('fits a page, a long report included', () => {
    const printable = (11.69 - 1.3) * 72;
    for (const length of [0, 20, 400, 800]) {
      const made = plan([{ ...ordered, content: '长'.repeat(length) }]);
      const height = made.rows.reduce((sum, row) => sum + (row.height ?? 15), 0);
      expect([length, height <= printable]).toEqual([length, true]);
    }
    const long = plan([{ ...ordered, content: '字'.repeat(3000) }]);
    expect(long.rows.every(({ height }) => (height ?? 15) <= 409)).toBe(true);
    expect(
      texts(long)
        .filter((text) => /^字+$/.test(text))
        .join(''),
    ).toHaveLength(3000);
  });

  it('is a sheet that says so where there is none', () => {
    expect(texts(plan([]))).toEqual(['本期没有需要督办的服务质量问题。']);
    expect(readSupervisionOrders(gridOf(plan([])))).toEqual([]);
  });

  it('hides phone and name on request', () => {
    const made = plan([ordered], { maskPhones: true, maskNames: true });
    expect([valueOf(made, '客户姓名'), valueOf(made, '联系电话')]).toEqual(['王**', '139****5678']);
  });

  it('is yellow where people write', () => {
    const hands = plan([ordered]).rows.flatMap(({ id, cells }) =>
      cells.some((cell) => cell?.style === 'hand') ? [id?.split(':')[1]] : [],
    );
    expect(hands).toEqual(['reported', 'demand', 'investigator', 'handling', 'head']);
  });

  it('can be written', () => {
    const made = regenerate(undefined, plan([ordered, { ...ordered, id: '2026-013' }])).plan;
    const grid = readWorkbook(createWorkbook([made])).grid('督办单');
    expect(readSupervisionOrders(grid).map(({ id }) => id)).toEqual(['2026-012', '2026-013']);
  });
});

describe('what people write on the order', () => {
  const bare = without(ordered, 'demand', 'handler', 'reportedOn');

  it('is the issue’s', () => {
    const { file, findings } = read(plan([bare]), [bare], (sheet) => {
      const beside = (label: string, value: string) => {
        const [row, column] = sheet.find(label);
        sheet.set(row, column + 1, value);
      };
      beside('客户要求:', '赔礼道歉');
      beside('承办人', '李雷');
      beside('调查处理人:', '孙梅');
      beside('反映时间', '2026年10月6日');
      beside('承办部门负责人签字:', '赵强');
      sheet.insertRow(1);
    });
    expect(findings).toEqual([]);
    const [after] = file.issues;
    expect(after).toMatchObject({ demand: '赔礼道歉', handler: '李雷', investigator: '孙梅' });
    expect(date(after?.reportedOn)).toBe('2026-10-06');
  });

  it('changes nothing where nothing was written', () => {
    const { file } = read(plan([ordered]), [ordered]);
    expect(file.issues[0]).toEqual({
      ...ordered,
      investigator: undefined,
      unread: undefined,
      seenOpenOn: TODAY,
    });
  });

  it('is found at its cell where it cannot be read, and stays', () => {
    const { file, findings } = read(plan([bare]), [bare], (sheet) => {
      const [row, column] = sheet.find('反映时间');
      sheet.set(row, column + 1, '上周');
    });
    expect(findings.map(({ code, address }) => [code, address])).toEqual([['CASE_DATE_UNREADABLE', 'E4']]);
    expect(valueOf(plan(file.issues), '反映时间')).toBe('上周');
  });

  it('signatures included survive making the tab anew', () => {
    const first = regenerate(undefined, plan([ordered])).plan;
    const sheet = new Sheet(gridOf(first));
    const [row, column] = sheet.find('承办部门负责人签字:');
    sheet.set(row, column + 1, '赵强 10月9日');
    const again = regenerate(sheet.toGrid(), plan([{ ...ordered, id: '2026-003' }, ordered]));
    expect(again.conflicts).toEqual([]);
    const signed = again.plan.rows.find(({ id }) => id === '2026-012:head');
    expect(signed?.cells[1]).toMatchObject({ value: '赵强 10月9日', style: 'hand' });
    expect(again.plan.rows.find(({ id }) => id === '2026-003:head')?.cells[1]?.value).toBeNull();
  });
});
