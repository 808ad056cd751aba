import { execFileSync } from 'node:child_process';
import { associateFunctions } from '../../src/functions';
import { connectFormulas } from '../../src/functions/connectFormulas';
import type { FunctionsMetadata } from '../../src/workbench/host';
import type { LiteralWorkbook } from '../../src/workbench/model/load';
import { openExcel, type OpenedExcel } from './support/openExcel';
import { openSession } from './support/session';

const SHEETS = {
  人员: [
    ['工号', '姓名', '班组'],
    ['A01', '江可', '一组'],
    ['A02', '钟离舟', '一组'],
  ],
  质检记录: [
    ['日期', '姓名', '条款', '情况'],
    ['2026-10-09', '江可', 'GM-02', '未及时应答'],
    ['2026-10-12', '钟离舟', 'GM-02', '未及时应答'],
    ['2026-10-13', '江可', 'GM-02', '未及时应答'],
  ],
  查询: [
    ['江可', '=QASCORE(A1,"2026-10")', '=QADEDUCT(A1,"2026-10")'],
    ['钟离舟', '=QASCORE(A2,"2026-10")', '=QADEDUCT(A2,"2026-10")'],
    ['查无此人', '=QASCORE(A3,"2026-10")', '=QASCORE(A1,"十月")'],
    ['', '=QASCORE(A4,"2026-10")', '=QAEXPLAIN("江可","2026-10")'],
  ],
};

/** Desktop Excel hands over ranges of any size. */
const DESKTOP = { payload: Infinity };

const print =
  "import('./scripts/build/functionsMetadata.mjs').then((made) => made.functionsMetadata(process.cwd()))" +
  ".then((byLocale) => process.stdout.write(JSON.stringify(byLocale['zh-CN'])))";
const metadata = JSON.parse(
  execFileSync(process.execPath, ['-e', print], { encoding: 'utf8' }),
) as FunctionsMetadata;

async function open(
  sheets: LiteralWorkbook = SHEETS,
): Promise<{ excel: OpenedExcel } & ReturnType<typeof openSession>> {
  const excel = openExcel({ sheets, functionsMetadata: metadata, limits: DESKTOP });
  const opened = openSession();
  associateFunctions();
  connectFormulas(opened.session);
  excel.host.functions.ready();
  await excel.settled();
  await opened.session.start();
  await opened.session.settle((state) => ({ ...state, rulebook: { id: 'GM' } }));
  await opened.runTimers();
  await answered(excel);
  return { excel, ...opened };
}

/** Streams are sent every now and then. */
async function answered(excel: OpenedExcel): Promise<void> {
  await excel.settled();
  await new Promise((resolve) => setTimeout(resolve, 700));
  await excel.settled();
}

test('formulas show the numbers of the month', async () => {
  const { excel } = await open();
  const [first, second, third, fourth] = excel.values('查询', 'A1:C4');
  expect(first!.slice(1)).toEqual([6, 4]);
  expect(second!.slice(1)).toEqual([8, 2]);
  expect(third!.slice(1)).toEqual([{ error: '#N/A' }, { error: '#VALUE!' }]);
  expect(fourth![1]).toEqual({ error: '#VALUE!' });
  const spilled = excel.values('查询', 'C4:H7');
  expect(spilled[0]).toEqual(['日期', '条款', '内容与理由', '记录', '数额', '累计得分']);
  expect(spilled.map((row) => row[5])).toEqual(['累计得分', 10, 8, 6]);
  expect(spilled[2]![3]).toBe('质检记录!2');
});

test('one edited record: one request reads, only the cells it changes are written', async () => {
  const { excel, session, runTimers } = await open();
  const pushed = session.formulas.pushed;
  excel.stats.reset();
  excel.edit('质检记录', 'B4', '钟离舟');
  await excel.settled();
  expect(excel.stats.syncs).toBe(0);
  await runTimers();
  expect(excel.stats.syncs).toBe(1);
  // two persons with score and deduction each, and the explanation
  expect(session.formulas.pushed - pushed).toBe(5);
  await answered(excel);
  expect(excel.values('查询', 'B1:C2')).toEqual([
    [8, 2],
    [6, 4],
  ]);
});

test('an edit that is no record changes no formula', async () => {
  const { excel, session, runTimers } = await open();
  const { pushed } = session.formulas;
  excel.edit('查询', 'F1', '备注');
  await excel.settled();
  await runTimers();
  expect(session.formulas.pushed).toBe(pushed);
});

test('a sheet that is renamed or deleted is noticed', async () => {
  const { excel, runTimers } = await open();
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('质检记录').delete();
    await context.sync();
  });
  await excel.settled();
  await runTimers();
  await answered(excel);
  expect(excel.values('查询', 'B1:B2')).toEqual([[15], [15]]);
});

test('formulas taken away are no longer answered', async () => {
  const { excel, session } = await open();
  const asked = session.formulas.size;
  excel.edit('查询', 'B1', '');
  await answered(excel);
  expect(session.formulas.size).toBe(asked - 1);
});

test('2,000 formulas over 100,000 rows: one edit is one request, and only the cells that differ are pushed', async () => {
  const people = Array.from({ length: 1_000 }, (_, i) => `客服${String(i).padStart(4, '0')}`);
  // 101 months from January 2019: about one record a person and month
  const rows = Array.from({ length: 100_000 }, (_, i) => [
    `${2019 + Math.floor((i % 101) / 12)}-${String(1 + ((i % 101) % 12)).padStart(2, '0')}-10`,
    people[i % 1_000]!,
    'GM-02',
    `第 ${i} 条`,
  ]);
  const { excel, session, runTimers } = await open({
    质检记录: [['日期', '姓名', '条款', '情况'], ...rows],
    查询: [
      ['姓名', '得分', '扣分'],
      ...people.map((name, r) => [name, `=QASCORE(A${r + 2},"2026-10")`, `=QADEDUCT(A${r + 2},"2026-10")`]),
    ],
  });
  expect(session.formulas.size).toBe(2_000);
  expect(session.problem).toBeUndefined();
  expect(session.store.worked).toBe(1);
  // the sheet with the formulas has calculated
  await runTimers();
  const { pushed } = session.formulas;
  excel.stats.reset();
  // the first record of October 2026 is the one at i = 93
  expect(excel.values('质检记录', 'A95:B95')).toEqual([[46_305, people[93]]]);
  excel.edit('质检记录', 'B95', people[94]!);
  await excel.settled();
  await runTimers();
  // values and formats of that one sheet, once
  expect(excel.stats.cellsRead).toBe(2 * 100_001 * 4);
  // score and deduction of two persons
  expect(session.formulas.pushed - pushed).toBe(4);
  expect(session.store.worked).toBe(2);
}, 300_000);
