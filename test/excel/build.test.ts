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
  for (const { name, card } of expected.subjects) expect(lines).toContainEqual([name, (card.score ?? NaN) / 1000]);
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
