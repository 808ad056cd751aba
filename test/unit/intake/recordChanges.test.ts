import * as fc from 'fast-check';
import { inspectWorkbook } from '../../../src/intake/inspect';
import { readPeriod } from '../../../src/intake/values/period';
import type { CellValue, Grid, MergedRange } from '../../../src/workbook/grid';
import { gridOf } from './support/grids';

/** A column under its parent; columns of one parent stay side by side. */
interface Column {
  readonly parent?: string;
  readonly header: string;
  /** Other words for the header. */
  readonly words?: readonly string[];
  readonly cells: readonly CellValue[];
}

interface Table {
  readonly sheet: string;
  readonly names: readonly string[];
  readonly title: string;
  readonly columns: readonly Column[];
  /** A row of full marks below the header, by header. */
  readonly marks?: Readonly<Record<string, number>>;
  /** Rows whose order says something (a name only on the first row of a person). */
  readonly fixedRows?: true;
  readonly expected: { readonly role: string; readonly events: readonly string[] };
}

const LOG: Table = {
  sheet: '质检违规登记',
  names: ['质检违规登记', 'Sheet1', '10月', '2026-10', 'QA'],
  title: '2026年10月质检违规登记表',
  columns: [
    { header: '质检编号', words: ['记录编号', '质检单号'], cells: ['Z1', 'Z2', 'Z3', 'Z4', 'Z5'] },
    {
      header: '日期',
      words: ['违规日期', '发生日期', '发生时间'],
      cells: ['2026-10-08', '2026-10-09', '2026/10/9', '2026年10月12日', '10月13日'],
    },
    {
      header: '姓名',
      words: ['客服姓名', '坐席姓名', '责任人', '被质检人'],
      cells: ['周晓兰', '何 佳', '马立新', '周晓兰', '何佳'],
    },
    { header: '工号', words: ['员工编号', '坐席工号'], cells: ['KF12', 'KF20', 'KF17', 'KF12', 'KF20'] },
    {
      header: '问题描述',
      words: ['违规内容', '违规事实', '扣分原因', '情况描述'],
      cells: ['未及时接听电话', '在办公区抽烟', '日志没有填写', '提前挂断客户电话', '态度生硬,顶撞客户'],
    },
    { header: '扣分', words: ['扣分值', '分值'], cells: [2, 5, '1分', -3, '扣4分'] },
    { header: '申诉结果', words: ['复核结果', '申诉结论'], cells: ['', '申诉不成立', '', '申诉成立', ''] },
    { header: '质检员', words: ['检查人', '登记人'], cells: ['孙梅', '孙梅', '孙梅', '孙梅', '孙梅'] },
  ],
  expected: {
    role: 'qa-log',
    events: [
      'KF12 周晓兰 2026-10-08 violation -2',
      'KF12 周晓兰 2026-10-12 violation 0',
      'KF17 马立新 2026-10-09 violation -1',
      'KF20 何佳 2026-10-09 violation -5',
      'KF20 何佳 2026-10-13 violation -4',
    ],
  },
};

const SCORECARD: Table = {
  sheet: '质检评分',
  names: ['质检评分', 'Sheet1', '10月', '评分明细'],
  title: '10月质检评分表',
  columns: [
    { header: '录音编号', words: ['录音流水号', '通话编号'], cells: ['R1', 'R2', 'R3'] },
    { header: '姓名', words: ['坐席姓名', '客服'], cells: ['周晓兰', '马立新', '何佳'] },
    { header: '日期', words: ['通话日期'], cells: ['2026-10-08', '2026-10-09', '2026-10-10'] },
    { parent: '服务规范', header: '开头语', cells: [5, 3, 5] },
    { parent: '服务规范', header: '礼貌用语', cells: [10, 10, 8] },
    { parent: '业务能力', header: '解答准确', cells: [30, 25, 30] },
    { parent: '业务能力', header: '记录完整', cells: [15, 15, 15] },
    { header: '总得分', words: ['得分', '质检得分'], cells: [60, 53, 58] },
  ],
  marks: { 开头语: 5, 礼貌用语: 10, 解答准确: 30, 记录完整: 15 },
  expected: {
    role: 'qa-scorecard',
    events: ['何佳 2026-10-10 violation -2', '马立新 2026-10-09 violation -7'],
  },
};

const DEDUCTIONS: Table = {
  sheet: '质检扣分',
  names: ['质检扣分', 'Sheet1', '10月扣分'],
  title: '客服部质检扣分表 2026年10月',
  columns: [
    { header: '姓名', words: ['客服姓名'], cells: ['岳朗', null, '安可', null] },
    { header: '日期', words: ['会话日期'], cells: ['10.8', '10.9', '10.12', '10.13'] },
    { header: '会话编号', words: ['会话id'], cells: ['S1', 'S2', 'S3', 'S4'] },
    { header: '开头语', cells: [-1, null, null, null] },
    { header: '语气', cells: [null, -2, null, null] },
    { header: '解答错误', cells: [null, '-3', -4, null] },
    { header: '其他', cells: [null, null, null, '+5'] },
    { header: '备注', words: ['备注说明'], cells: [null, '与客户争执', null, '客户表扬'] },
  ],
  fixedRows: true,
  expected: {
    role: 'qa-deductions',
    events: [
      '安可 2026-10-12 violation -4',
      '安可 2026-10-13 violation 5',
      '岳朗 2026-10-08 violation -1',
      '岳朗 2026-10-09 violation -5',
    ],
  },
};

const LEDGER: Table = {
  sheet: '投诉台账',
  names: ['投诉台账', 'Sheet1', '10月', '客诉'],
  title: '2026年10月客户投诉处理台账',
  columns: [
    { header: '序号', cells: [1, 2, 3] },
    {
      header: '投诉日期',
      words: ['受理时间', '投诉时间', '受理日期'],
      cells: ['2026-10-09', '2026/10/10', '2026-10-12 10:22'],
    },
    { parent: '客户信息', header: '客户姓名', words: ['投诉人'], cells: ['某先生', '李女士', '赵强'] },
    { parent: '客户信息', header: '联系电话', words: ['客户电话'], cells: ['138****0001', '', '0755-1'] },
    { header: '投诉来源', words: ['受理渠道', '反映方式'], cells: ['12345', '来电', '来访'] },
    {
      header: '投诉内容',
      words: ['反映内容', '问题描述', '具体问题描述'],
      cells: ['态度生硬,中途挂断', '承诺未兑现', '等待太久'],
    },
    { header: '责任人', words: ['被投诉人', '涉及人员'], cells: ['周晓兰', '马立新', '何佳'] },
    { parent: '处理', header: '处理措施', words: ['处理情况', '处理方案'], cells: ['致歉', '补偿', '解释'] },
    { parent: '处理', header: '处理结果', words: ['处理结论'], cells: ['客户认可', '已办结', '跟进中'] },
    { parent: '处理', header: '完成时间', words: ['办结时间'], cells: ['2026-10-10', '2026-10-11', ''] },
    { header: '满意度', words: ['回访满意度', '客户满意度'], cells: ['满意', '一般', ''] },
  ],
  expected: {
    role: 'complaint-ledger',
    events: ['何佳 2026-10-12 complaint', '周晓兰 2026-10-09 complaint', '马立新 2026-10-10 complaint'],
  },
};

interface Change {
  readonly order: readonly number[];
  readonly rowOrder: readonly number[];
  readonly words: readonly number[];
  readonly titles: number;
  readonly blankColumns: readonly number[];
  readonly blankRows: readonly number[];
  readonly levels: boolean;
  readonly sheet: number;
  readonly totals: boolean;
}

function changed(table: Table, change: Change): Grid {
  // Groups of one parent move as one block.
  const groups: Column[][] = [];
  for (const column of table.columns) {
    const last = groups.at(-1);
    if (column.parent !== undefined && last?.[0]?.parent === column.parent) last.push(column);
    else groups.push([column]);
  }
  const columns: (Column | undefined)[] = change.order
    .filter((g) => g < groups.length)
    .flatMap((g) => groups[g]!);
  for (const at of change.blankColumns) columns.splice(at % (columns.length + 1), 0, undefined);
  // A blank column inside a group would tear its merged parent apart.
  const torn = columns.findIndex(
    (column, c) =>
      column === undefined &&
      columns[c - 1]?.parent !== undefined &&
      columns[c + 1]?.parent === columns[c - 1]?.parent,
  );
  if (torn >= 0) columns.splice(torn, 1);
  const width = columns.length;
  const rows: CellValue[][] = [];
  const merges: MergedRange[] = [];
  const wide = (text: string): void => {
    merges.push({ top: rows.length, left: 0, bottom: rows.length, right: width - 1 });
    rows.push([text]);
  };
  if (change.titles > 0) wide(table.title);
  if (change.titles > 1) rows.push(['制表:质检组', null, '制表日期:2026-11-01']);
  const texts = columns.map((column, c) => {
    const all = column === undefined ? [''] : [column.header, ...(column.words ?? [])];
    return all[(change.words[c] ?? 0) % all.length]!;
  });
  const nested = change.levels && table.columns.some(({ parent }) => parent !== undefined);
  if (nested) {
    const top = rows.length;
    const parents = columns.map((column, c) =>
      column?.parent === undefined
        ? texts[c]!
        : columns[c - 1]?.parent === column.parent
          ? null
          : column.parent,
    );
    columns.forEach((column, c) => {
      if (column === undefined) return;
      if (column.parent === undefined) merges.push({ top, left: c, bottom: top + 1, right: c });
      else if (parents[c] !== null) {
        let right = c;
        while (columns[right + 1]?.parent === column.parent) right += 1;
        if (right > c) merges.push({ top, left: c, bottom: top, right });
      }
    });
    rows.push(
      parents,
      columns.map((column, c) => (column?.parent === undefined ? null : texts[c]!)),
    );
  } else rows.push(texts);
  if (table.marks !== undefined)
    rows.push(
      columns.map((column, c) =>
        c === 0 && column?.header === '录音编号' ? '满分' : (table.marks?.[column?.header ?? ''] ?? null),
      ),
    );
  const count = table.columns[0]!.cells.length;
  const order = table.fixedRows === true ? Array.from({ length: count }, (_, i) => i) : change.rowOrder;
  order
    .filter((r) => r < count)
    .forEach((r, i) => {
      if (change.blankRows.includes(i)) rows.push([]);
      rows.push(columns.map((column) => column?.cells[r] ?? null));
    });
  if (change.totals)
    rows.push(
      columns.map((_, c) => (c === 0 ? '合计' : null)),
      ['审核：      制表：'],
    );
  return {
    ...gridOf(rows, { sheet: table.names[change.sheet % table.names.length]! }),
    merges,
  };
}

const changes = (table: Table): fc.Arbitrary<Change> => {
  const any = (count: number): fc.Arbitrary<number[]> =>
    fc.shuffledSubarray(
      Array.from({ length: count }, (_, i) => i),
      { minLength: count },
    );
  return fc.record({
    order: any(table.columns.length),
    rowOrder: any(table.columns[0]!.cells.length),
    words: fc.array(fc.nat(5), { minLength: 16, maxLength: 16 }),
    titles: fc.nat(2),
    blankColumns: fc.array(fc.nat(12), { maxLength: 2 }),
    blankRows: fc.array(fc.nat(4), { maxLength: 3 }),
    levels: fc.boolean(),
    sheet: fc.nat(4),
    totals: fc.boolean(),
  });
};

function said(grid: Grid): { role: string; events: string[] } {
  const [sheet] = inspectWorkbook([grid], { period: readPeriod('2026-10') }).sheets;
  return {
    role: sheet!.role,
    events: sheet!.events
      .map(({ id, name, date, kind, points }) =>
        [id, name, date, kind, points].filter((x) => x !== undefined).join(' '),
      )
      .sort(),
  };
}

describe('mechanical changes leave the records the same', () => {
  it.each([
    ['violation log', LOG],
    ['scorecard', SCORECARD],
    ['deductions', DEDUCTIONS],
    ['complaint ledger', LEDGER],
  ])('%s', (_name, table) => {
    const expected = { role: table.expected.role, events: [...table.expected.events].sort() };
    fc.assert(
      fc.property(changes(table), (change) => {
        expect(said(changed(table, change))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
