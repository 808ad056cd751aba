import * as fc from 'fast-check';
import { serialOfDay } from '../../../src/facts/date';
import type { ReadOptions } from '../../../src/intake/options';
import { readSheet } from '../../../src/intake/readSheet';
import { rowsOf } from '../../../src/intake/recognise/rows';
import type { SheetFacts } from '../../../src/intake/types';
import { readDate } from '../../../src/intake/values/date';
import { readPeriod } from '../../../src/intake/values/period';
import type { CellValue, Grid } from '../../../src/workbook/grid';
import { gridOf } from './support/grids';
import { eventLine, metricLine } from './support/show';

const options: ReadOptions = { period: readPeriod('2026-10') };

/** A table to be changed without changing what it says. */
interface Table {
  readonly sheet: string;
  readonly titles: readonly (readonly CellValue[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly dateColumns: readonly number[];
  /** Other words for a header. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const DAILY: Table = {
  sheet: '每日统计',
  titles: [['每日统计表 统计日期:2026-10-01 至 2026-10-31']],
  header: [
    '姓名',
    '部门',
    '工号',
    '日期',
    '班次',
    '上班1打卡时间',
    '上班1打卡结果',
    '下班1打卡时间',
    '下班1打卡结果',
    '迟到次数',
    '迟到时长(分钟)',
  ],
  rows: [
    ['周晓兰', '热线', 'KF12', '2026-10-08', 'A 09:00-18:00', '08:52', '正常', '18:03', '正常', 0, 0],
    ['周晓兰', '热线', 'KF12', '2026-10-09', 'A 09:00-18:00', '09:12', '迟到', '18:01', '正常', 1, 12],
    ['何佳', '热线', 'KF20', '2026-10-09', 'A 09:00-18:00', '', '旷工', '', '旷工', 0, 0],
    ['何佳', '热线', 'KF20', '2026-10-12', 'A 09:00-18:00', '10:05', '旷工迟到', '17:20', '早退', 0, 0],
    ['马立新', '热线', 'KF17', '2026-10-12', 'B 13:00-22:00', '', '补卡审批通过', '22:01', '正常', 0, 0],
  ],
  dateColumns: [3],
  words: {
    姓名: ['员工姓名', 'Name'],
    部门: ['所属部门'],
    工号: ['员工编号', 'Employee ID'],
    日期: ['考勤日期'],
    班次: ['班次名称'],
  },
};

const DAILY_TEAM: Table = {
  sheet: '每日人力',
  titles: [['2026年10月外呼每日人力']],
  header: ['日期', '班组', '上报人数', '实际人数', '请假人数'],
  rows: [
    ['2026-10-08', '一组', 20, 19, 2],
    ['2026-10-09', '一组', 20, 21, 4],
    ['2026-10-10', '二组', 12, 12, 1],
  ],
  dateColumns: [0],
  words: {
    日期: ['工作日期'],
    班组: ['团队'],
    上报人数: ['上报当值人数'],
    实际人数: ['实际当值人数', '实到人数'],
  },
};

const LOG: Table = {
  sheet: '质检记录',
  titles: [['10月质检记录 2026年10月']],
  header: ['序号', '日期', '姓名', '条款', '问题描述', '次数', '扣分', '申诉结果', '质检员'],
  rows: [
    [1, '2026-10-08', '周晓兰', 'GM-02', '电话没有及时接听', 1, 2, '', '孙梅'],
    [2, '2026-10-09', '何 佳', '', '在办公区抽烟', 1, 5, '申诉不成立', '孙梅'],
    [3, '2026-10-12', '马立新', 'GM-13', '日志没有填写', 2, '', '', '孙梅'],
  ],
  dateColumns: [1],
  words: {
    日期: ['违规日期', '发生日期'],
    姓名: ['客服姓名', '责任人'],
    条款: ['条款编号'],
    问题描述: ['违规事实'],
    质检员: ['登记人'],
  },
};

/** Everything a sheet says, without rows and columns. */
function said(facts: SheetFacts, grid: Grid): unknown {
  const log = [...rowsOf(grid, facts.reading)].map((row) =>
    ['date', 'name', 'clause', 'violation', 'qty', 'points', 'appealResult'].map((field) =>
      field === 'date'
        ? (readDate(row.value(field), row.kind(field), { period: facts.reading.period ?? options.period })
            ?.day ?? null)
        : row.text(field).replace(/\s/g, ''),
    ),
  );
  return {
    role: facts.reading.role.value,
    events: facts.events.map(eventLine).sort(),
    metrics: facts.metrics.map(metricLine).sort(),
    dropped: facts.dropped.map((row) => row.code).sort(),
    setAside: facts.setAside.map((row) => row.code),
    rows: facts.reading.role.value === 'qa-log' ? log : [],
  };
}

const full = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

interface Change {
  readonly order: readonly number[];
  readonly insertAt: number;
  readonly titles: number;
  readonly words: number;
  readonly sheet: string;
  readonly junk: number;
  readonly dates: 'text' | 'serial' | 'slash' | 'chinese';
  readonly wide: boolean;
}

function changed(table: Table, change: Change): Grid {
  const dateOf = (value: CellValue): CellValue => {
    const day = readDate(value)?.day;
    if (day === undefined || typeof value !== 'string') return value;
    const [year, month, date] = value.split('-').map(Number) as [number, number, number];
    if (change.dates === 'serial') return serialOfDay(day);
    if (change.dates === 'slash') return `${year}/${month}/${date}`;
    return change.dates === 'chinese' ? `${month}月${date}日` : value;
  };
  const header = table.header.map((word) => {
    const others = table.words[word];
    return others === undefined || change.words === 0 ? word : others[(change.words - 1) % others.length]!;
  });
  const body = table.rows.map((row) =>
    row.map((value, c) =>
      table.dateColumns.includes(c)
        ? dateOf(value)
        : change.wide && typeof value === 'string' && /^[\d:]+$/.test(value)
          ? full(value)
          : value,
    ),
  );
  const place = (row: readonly CellValue[], filler: CellValue): CellValue[] => {
    const moved = change.order.map((c) => row[c] ?? null);
    moved.splice(Math.min(change.insertAt, moved.length), 0, filler);
    return moved;
  };
  const titles = [...table.titles, ['报表生成时间:2026-11-01 09:12'], ['内部资料']].slice(0, change.titles);
  const junk: CellValue[][] = [
    [],
    ['', '', '合计', ''],
    ['审核：        制表人：'],
    ['注：以上数据仅供内部使用'],
  ].slice(0, change.junk);
  return gridOf([...titles, place(header, '自定义列'), ...body.map((row) => place(row, null)), ...junk], {
    sheet: change.sheet,
  });
}

const changes = (table: Table): fc.Arbitrary<Change> =>
  fc.record({
    order: fc.shuffledSubarray(
      table.header.map((_, i) => i),
      { minLength: table.header.length },
    ),
    insertAt: fc.nat(table.header.length),
    titles: fc.integer({ min: 0, max: 3 }),
    words: fc.integer({ min: 0, max: 2 }),
    sheet: fc.constantFrom(table.sheet, 'Sheet1', '10月', '2026-10', '数据'),
    junk: fc.integer({ min: 0, max: 4 }),
    dates: fc.constantFrom('text', 'serial', 'slash', 'chinese'),
    wide: fc.boolean(),
  });

describe('mechanical changes leave the facts the same', () => {
  it.each([
    ['daily', DAILY],
    ['team', DAILY_TEAM],
    ['log', LOG],
  ] as const)('%s', (_name, table) => {
    const plain: Change = {
      order: table.header.map((_, i) => i),
      insertAt: 99,
      titles: 1,
      words: 0,
      sheet: table.sheet,
      junk: 0,
      dates: 'text',
      wide: false,
    };
    const grid = changed(table, plain);
    const expected = said(readSheet(grid, options), grid);
    expect(JSON.stringify(expected).length).toBeGreaterThan(150);
    fc.assert(
      fc.property(changes(table), (change) => {
        const other = changed(table, change);
        expect(said(readSheet(other, options), other)).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });

  it('the fingerprint stays when columns move, rows come and the month changes', () => {
    const plain = gridOf([
      ['姓名', '1 四', '2 五', '3 六', '4 日', '5 一', '备注'],
      ['周晓兰', '正常', '正常', '迟到', '休息', '正常', ''],
    ]);
    const next = gridOf([
      ['2026年11月'],
      ['备注', '姓名', '1 日', '2 一', '3 二', '4 三', '5 四', '6 五'],
      ['', '何佳', '正常', '正常', '迟到', '休息', '正常', '正常'],
    ]);
    const other = gridOf([
      ['姓名', '工号', '1 四', '2 五', '3 六', '4 日', '5 一'],
      ['周晓兰', '1', '正常', '正常', '迟到', '休息', '正常'],
    ]);
    const print = (grid: Grid): string => readSheet(grid, options).reading.fingerprint;
    expect(print(next)).toBe(print(plain));
    expect(print(other)).not.toBe(print(plain));
  });
});

describe('any grid', () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<CellValue>(
        '姓名',
        '日期',
        '上班1打卡结果',
        '条款',
        '迟到',
        '合计',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '事假',
        '工号：',
        '姓名：',
        '备注',
        '√○',
        '26-10-08 星期四',
        '2026年10月',
        '扣分',
        '开始时间',
        '结束时间',
        '审批状态',
        '班次',
        '流失人数',
        '参数',
        '值',
        '报表',
        '提交时间',
        '应交时间',
        '打卡时间',
        '最早',
        '最晚',
      ),
    },
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ maxLength: 12 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom<CellValue>(
      null,
      { error: '#N/A' },
      '\ud800',
      '\udfff迟到\ud800',
      NaN,
      Infinity,
      -0,
      1e308,
      46268,
      46268.5,
    ),
  );
  it('is read without throwing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 14 }),
        fc.boolean(),
        fc.boolean(),
        (rows, date1904, dated) => {
          const grid = gridOf(rows, {
            date1904,
            merges: [
              { top: 0, left: 0, bottom: 1, right: 3 },
              { top: -1, left: -1, bottom: 99999, right: 99999 },
            ],
            kinds: [Uint8Array.from([1, 2, 3, 4, 5, 9])],
          });
          const facts = readSheet(grid, dated ? options : {});
          for (const row of rowsOf(grid, facts.reading)) expect(row.row).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<[string, CellValue]>([
    ['long text', 'a'.repeat(500_000)],
    ['long digits', '9'.repeat(200_000)],
    ['long dates', '2026-10-08,'.repeat(40_000)],
    ['long spaces', `${' '.repeat(300_000)}x`],
    ['long brackets', '('.repeat(200_000)],
    ['long times', '08:00\n'.repeat(60_000)],
    ['long Han', '迟'.repeat(200_000)],
  ])('%s does not hang', (_name, text) => {
    const rows: CellValue[][] = [
      ['姓名', '日期', '上班1打卡结果', '备注', '班次'],
      ['周晓兰', '2026-10-08', text, text, text],
      [text, text, text, text, text],
    ];
    const started = performance.now();
    readSheet(gridOf(rows), options);
    readSheet(
      gridOf([
        ['姓名', '1', '2', '3', '4', '5', '备注'],
        ['周晓兰', text, text, text, text, text, text],
        [text, text],
      ]),
      options,
    );
    readSheet(
      gridOf([
        ['姓名', '迟到', '早退', '旷工', '备注'],
        ['周晓兰', text, 1, 1, text],
      ]),
      options,
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('16 000 columns', () => {
    const wide = Array.from({ length: 16_384 }, (_, i) => `列${i}`);
    const started = performance.now();
    readSheet(
      gridOf([
        ['姓名', '日期', ...wide],
        ['周晓兰', '2026-10-08', ...wide],
      ]),
      options,
    );
    readSheet(
      gridOf([wide.map((_, i) => (i % 31) + 1), ['工号：', '12', '姓名：', '周晓兰', ...wide]]),
      options,
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
