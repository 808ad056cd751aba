import { readFileSync } from 'node:fs';
import { parseMonth } from '../../src/facts/date';
import { reportWithCases } from '../../src/month/build';
import { shippedRulebook } from '../../src/rulebook/shipped';
import { readWorkbook } from '../../src/workbook/xlsx';
import { contents } from './support/contents';
import { openExcel, type OpenedExcel } from './support/openExcel';
import { openSession, TODAY } from './support/session';

const SAMPLE = 'assets/sample.xlsx';
const MONTH = parseMonth('2026-10')!;

const file = readWorkbook(readFileSync(SAMPLE));
const grids = file.sheets.filter(({ hasCells }) => hasCells).map(({ name }) => file.grid(name));
const expected = reportWithCases(grids, undefined, {
  rulebook: shippedRulebook('GM')!,
  month: MONTH,
  settings: {},
  language: 'zh',
  today: TODAY,
});

async function build(excel: OpenedExcel) {
  const { session, port, runTimers } = openSession();
  await session.start();
  await session.settle((state) => ({ ...state, rulebook: { id: 'GM' }, month: '2026-10' }));
  const outcome = await session.build();
  return { session, port, outcome, runTimers, excel };
}

const names = (excel: OpenedExcel): string[] => excel.workbook.sheets.map(({ name }) => name);

test('builds the tabs of the month with the numbers of the report', async () => {
  const excel = openExcel({ xlsx: SAMPLE });
  const before = names(excel);
  const { outcome } = await build(excel);
  expect(outcome.outcome).toBe('done');
  expect(names(excel)).toEqual([...before, ...outcome.tabs.map(({ name }) => name)]);
  expect(excel.stats.unimplemented).toEqual({});
  const table = excel.workbook.sheet('绩效汇总')!;
  const used = table.usedBlock(true)!;
  const rows = excel.values('绩效汇总', `A1:Z${used.bottom + 1}`);
  const header = rows.findIndex((row) => row.includes('姓名'));
  const [nameAt, scoreAt] = ['姓名', '得分'].map((title) => rows[header]!.indexOf(title)) as [number, number];
  const lines = rows.slice(header + 1).map((row) => [row[nameAt], row[scoreAt]]);
  for (const { name, card } of expected.subjects)
    expect(lines).toContainEqual([name, (card.score ?? NaN) / 1000]);
});

test('a second build changes nothing', async () => {
  const excel = openExcel({ xlsx: SAMPLE });
  const { session } = await build(excel);
  excel.stats.reset();
  const again = await session.build();
  expect(again.outcome).toBe('unchanged');
  expect(again.tabs).toEqual([]);
  expect(excel.stats.cellsWritten).toBe(0);
});

test('undo gives back the workbook as it was', async () => {
  const excel = openExcel({ xlsx: SAMPLE });
  const { session } = openSession();
  await session.start();
  await session.settle((state) => ({ ...state, rulebook: { id: 'GM' }, month: '2026-10' }));
  const before = contents(excel);
  await session.build();
  expect(contents(excel)).not.toEqual(before);
  expect(session.port.canUndo()).toBe(true);
  expect(await session.undo()).toBe(true);
  expect(contents(excel)).toEqual(before);
  expect(await session.undo()).toBe(false);
});

test('cancelled at any moment, no half tab is left', async () => {
  const steps: string[] = [];
  {
    const { session } = await openSmall();
    await session.build({ onProgress: ({ step, done }) => steps.push(`${step} ${done}`) });
  }
  expect(steps.length).toBeGreaterThan(8);
  for (let stopAt = 1; stopAt <= steps.length; stopAt += 1) {
    const { excel, session } = await openSmall();
    const before = contents(excel);
    let seen = 0;
    const { outcome } = await session.build({
      onProgress: () => (seen += 1),
      isCancelled: () => seen >= stopAt,
    });
    expect(outcome).toBe('cancelled');
    expect(contents(excel)).toEqual(before);
    excel.dispose();
  }
});

async function openSmall() {
  const excel = openExcel({
    sheets: {
      人员: [
        ['工号', '姓名', '班组'],
        ['A01', '江可', '一组'],
        ['A02', '钟离舟', '一组'],
      ],
      质检记录: [
        ['日期', '姓名', '条款', '情况'],
        ['2026-10-09', '江可', 'GM-02', '未及时应答'],
        ['2026-10-13', '钟离舟', 'GM-02', '未及时应答'],
      ],
      引用: [["=SUM('质检记录'!A2:A3)"]],
    },
  });
  const { session } = openSession();
  await session.start();
  await session.settle((state) => ({ ...state, rulebook: { id: 'GM' }, month: '2026-10' }));
  return { excel, session };
}

test('what people typed in yellow cells stays with its record, and formulas go on looking at our tabs', async () => {
  const { excel, session } = await openSmall();
  await session.build();
  const find = (sheet: string, text: string): [row: number, column: number] => {
    const rows = excel.values(sheet, 'A1:Z40');
    const row = rows.findIndex((cells) => cells.includes(text));
    return [row, rows[row]?.indexOf(text) ?? -1];
  };
  const [headerRow, noteColumn] = find('绩效汇总', '备注');
  const [row] = find('绩效汇总', '钟离舟');
  expect(row).toBeGreaterThan(headerRow);
  const letter = String.fromCharCode(65 + noteColumn);
  excel.edit('绩效汇总', `${letter}${row + 1}`, '已谈话');
  const [, scoreColumn] = find('绩效汇总', '得分');
  excel.edit('引用', 'B1', `=绩效汇总!${String.fromCharCode(65 + scoreColumn)}${headerRow + 2}`);

  // another record makes 钟离舟 the last of the list
  excel.edit('质检记录', 'A4', '2026-10-20');
  excel.edit('质检记录', 'B4', '江可');
  excel.edit('质检记录', 'C4', 'GM-02');
  const { outcome, tabs } = await session.build();
  expect(outcome).toBe('done');
  expect(tabs.every(({ replaced }) => replaced)).toBe(true);
  const [moved] = find('绩效汇总', '钟离舟');
  expect(excel.values('绩效汇总', `${letter}${moved + 1}`)).toEqual([['已谈话']]);
  // the best score stands in the first row, and the formula still looks at it
  expect(excel.values('引用', 'B1')).toEqual([[8]]);
  expect(excel.values('引用', 'A1')).toEqual([[46_304 + 46_308]]);
});

test('tabs of the same name that are not ours stay as they are', async () => {
  const excel = openExcel({
    sheets: {
      绩效汇总: [['我自己的表'], ['=1+1']],
      质检记录: [
        ['日期', '姓名', '条款', '情况'],
        ['2026-10-09', '江可', 'GM-02', '未及时应答'],
      ],
    },
  });
  const { session } = openSession();
  await session.start();
  await session.settle((state) => ({ ...state, rulebook: { id: 'GM' }, month: '2026-10' }));
  const { tabs } = await session.build();
  expect(tabs.map(({ name }) => name)).toContain('绩效汇总 (2)');
  expect(excel.values('绩效汇总', 'A1:A3')).toEqual([['我自己的表'], [2], [null]]);
});

test('protected and read-only workbooks are refused with a sentence, unchanged', async () => {
  const { excel, session } = await openSmall();
  await excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  const before = contents(excel);
  await expect(session.build()).rejects.toMatchObject({ problem: { code: 'HOST_PROTECTED' } });
  expect(contents(excel)).toEqual(before);
});

test('text that looks like a formula, a number or a date stands as text', async () => {
  const texts = ['=1+1', '+1', '-1', '@x', '007', '2026-10-09', '3/4', 'TRUE', "'quoted", '1e5', '50%'];
  const excel = openExcel({ sheets: { 源: [['a']] } });
  const { port } = openSession();
  const rows = texts.flatMap((value) => [
    {
      cells: [
        { value, style: 'text' as const },
        { value, style: 'title' as const },
      ],
    },
  ]);
  await port.apply([
    {
      plan: {
        id: 'test:1',
        name: '文本',
        columns: [{ width: 10 }, { width: 10 }],
        rows,
        print: { orientation: 'portrait', fitToWidth: true, footer: '' },
      },
    },
  ]);
  expect(excel.values('文本', `A1:B${texts.length}`)).toEqual(texts.map((value) => [value, value]));
});

test('a sheet that the last build read and that is renamed or gone is named, with what to do', async () => {
  const { excel, session } = await openSmall();
  await session.build();
  expect(session.notice).toBeUndefined();
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('质检记录').name = '质检';
    await context.sync();
  });
  await session.reload();
  expect(session.notice).toEqual({ code: 'SHEET_GONE', params: { sheet: '质检记录' } });
  await session.build();
  expect(session.notice).toBeUndefined();
});

test('undo leaves what was settled after the build', async () => {
  const { excel, session } = await openSmall();
  await session.build();
  await session.settle((state) => ({
    ...state,
    settings: { GM: { readings: { warningBreaksCleanMonth: false } } },
  }));
  expect(await session.undo()).toBe(true);
  expect(session.store.state.settings).toEqual({ GM: { readings: { warningBreaksCleanMonth: false } } });
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['人员', '质检记录', '引用']);
});

test('a start that failed is made up for by the next refresh, events included', async () => {
  const excel = openExcel({ sheets: { 质检记录: [['日期', '姓名', '条款']] } });
  const { session, runTimers } = openSession();
  excel.faults.failNext('ActivityLimitReached');
  await session.start();
  expect(session.problem?.code).toBe('HOST_BUSY');
  await session.reload();
  expect(session.problem).toBeUndefined();
  excel.edit('质检记录', 'A2', '2026-10-09');
  await excel.settled();
  await runTimers();
  expect(session.store.grids[0]!.rows).toHaveLength(2);
});
