import { parseMonth } from '../../../src/facts/date';
import { readWorkbookInSteps } from '../../../src/intake';
import type { IntakeContext, WorkbookReading } from '../../../src/intake/types';
import type { CellValue, Grid } from '../../../src/workbook/grid';
import { shipped } from '../../support/scoring';
import { gridOf } from './support/grids';

const ROWS = 12_000;
/** Rows that may be looked at between two pauses; some loops look at a row twice. */
const BETWEEN = 9000;

const context: IntakeContext = {
  rulebook: shipped('GM'),
  month: parseMonth('2026-10')!,
  readings: {},
  confirmations: [],
  mappings: [],
  knownWordings: {},
};

/** The grid, and how often its rows were looked at so far. */
function counted(
  rows: readonly (readonly CellValue[])[],
  sheet: string,
): { grid: Grid; looks: () => number } {
  let looks = 0;
  const grid = gridOf(rows, { sheet });
  const watched = new Proxy(grid.rows, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { grid: { ...grid, rows: watched }, looks: () => looks };
}

const NAMES = ['王伟', '李娜', '张敏', '刘洋'];

const log = [
  ['质检编号', '日期', '姓名', '条款', '问题描述', '扣分'],
  ...Array.from({ length: ROWS }, (_, i) => [
    `Z${i}`,
    46_296 + (i % 31),
    NAMES[i % 4]!,
    i % 2 === 0 ? 'GM-04' : null,
    '上班迟到',
    null,
  ]),
];
const daily = [
  ['姓名', '日期', '班次', '上班1打卡时间', '上班1打卡结果', '下班1打卡时间', '下班1打卡结果'],
  ...Array.from({ length: ROWS }, (_, i) => [
    NAMES[i % 4]!,
    46_296 + (Math.floor(i / 4) % 31),
    '早班 08:00-17:00',
    i % 10 === 0 ? '08:14' : '07:52',
    i % 10 === 0 ? '迟到' : '正常',
    '17:03',
    '正常',
  ]),
];

test.each([
  ['a log of violations', log],
  ['a daily attendance sheet', daily],
])('pauses while rows are worked through: %s', (sheet, rows) => {
  const { grid, looks } = counted(rows, sheet);
  const steps = readWorkbookInSteps([grid], context);
  let most = 0;
  let reading: WorkbookReading | undefined;
  while (reading === undefined) {
    const before = looks();
    const step = steps.next();
    most = Math.max(most, looks() - before);
    if (step.done === true) reading = step.value;
  }
  expect(reading.rowCount).toBe(ROWS);
  expect(looks()).toBeGreaterThan(ROWS * 3);
  expect(most).toBeLessThan(BETWEEN);
});
