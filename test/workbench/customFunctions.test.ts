import type { FunctionsMetadata } from '../../src/workbench/host';
import { openExcel, type OpenedExcel } from '../excel/support/openExcel';

const METADATA: FunctionsMetadata = {
  functions: [
    { id: 'ADD', name: 'ADD', parameters: [{ name: 'a' }, { name: 'b' }] },
    { id: 'QATABLE', name: 'QATABLE', parameters: [{ name: 'rows', type: 'number' }] },
    { id: 'QASUM', name: 'QASUM', parameters: [{ name: 'values', dimensionality: 'matrix' }] },
    { id: 'QALIVE', name: 'QALIVE', parameters: [{ name: 'key' }], options: { stream: true } },
    { id: 'QAFAIL', name: 'QAFAIL', parameters: [] },
  ],
};

let excel: OpenedExcel;
afterEach(() => {
  excel.dispose();
});

/** Waits, by turns of the event loop, until a condition holds. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !condition(); turn++)
    await new Promise((resolve) => setTimeout(resolve, 1));
  expect(condition()).toBe(true);
}

const value = (address: string): unknown => excel.values('Sheet1', address)[0]![0];

test('a function is busy until the client is ready and has answered', async () => {
  excel = openExcel({ functionsMetadata: METADATA, sheets: { Sheet1: [[2, '=ADD(A1,40)', '=B1+1']] } });
  expect(value('B1')).toEqual({ error: '#BUSY!' });
  excel.associate({ ADD: async (a: number, b: number) => Promise.resolve(a + b) });
  await until(() => value('B1') === 42);
  expect(value('C1')).toBe(43);
  excel.edit('Sheet1', 'A1', 5);
  expect(value('B1')).toEqual({ error: '#BUSY!' });
  await until(() => value('B1') === 45);
  expect(excel.host.functions.sent).toEqual({ ADD: 2 });
});

test('ranges arrive as rows, rows of values spill, missing arguments are null, errors keep their kind', async () => {
  const seen: unknown[] = [];
  excel = openExcel({
    functionsMetadata: METADATA,
    sheets: {
      Sheet1: [
        [1, 2],
        [3, null],
      ],
    },
  });
  excel.associate({
    QASUM: (rows: number[][]) => {
      seen.push(rows);
      return rows.flat().reduce((sum, each) => sum + Number(each), 0);
    },
    QATABLE: (rows: number) => Array.from({ length: rows }, (_, i) => [`r${i}`, i]),
    ADD: (a: unknown, b: unknown) => {
      seen.push([a, b]);
      return 0;
    },
    QAFAIL: () => {
      // The library's error class is none of the language's.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'no such person');
    },
  });
  excel.edit('Sheet1', 'D1', '=QASUM(A1:B2)');
  excel.edit('Sheet1', 'D3', '=QATABLE(2)');
  excel.edit('Sheet1', 'D6', '=ADD(1,)');
  excel.edit('Sheet1', 'D7', '=QAFAIL()');
  await until(() => excel.host.functions.open === 0 && value('D1') === 6);
  expect(seen).toEqual([
    [
      [1, 2],
      [3, ''],
    ],
    [1, null],
  ]);
  expect(excel.values('Sheet1', 'D3:E4')).toEqual([
    ['r0', 0],
    ['r1', 1],
  ]);
  expect(value('D7')).toEqual({ error: '#N/A' });
  expect(excel.host.functions.failures).toEqual([
    { functionId: 'QAFAIL', message: 'no such person', code: 1 },
  ]);
});

test('streams push again and again, are shared, and end when their formulas go', async () => {
  const streams = new Map<string, CustomFunctions.StreamingInvocation<number>>();
  const ended: string[] = [];
  excel = openExcel({ functionsMetadata: METADATA });
  excel.associate({
    QALIVE: (key: string, invocation: CustomFunctions.StreamingInvocation<number>) => {
      streams.set(key, invocation);
      invocation.onCanceled = () => ended.push(key);
      invocation.setResult(1);
    },
  });
  excel.edit('Sheet1', 'A1', '=QALIVE("a")');
  excel.edit('Sheet1', 'A2', '=QALIVE("a")*10');
  excel.edit('Sheet1', 'A3', '=QALIVE("b")');
  await until(() => value('A1') === 1 && value('A2') === 10 && value('A3') === 1);
  expect(excel.host.functions.sent).toEqual({ QALIVE: 2 });
  streams.get('a')!.setResult(7);
  await until(() => value('A1') === 7 && value('A2') === 70);
  excel.edit('Sheet1', 'A1', 'gone');
  excel.edit('Sheet1', 'A3', '=QALIVE("c")');
  await until(() => value('A3') === 1);
  expect(ended).toEqual(['b']);
  excel.edit('Sheet1', 'A2', '');
  await until(() => ended.includes('a'));
  expect(excel.host.functions.open).toBe(1);
});

test('a function is written through the object model; without metadata it is #NAME?', async () => {
  excel = openExcel({ functionsMetadata: METADATA });
  excel.associate({ ADD: (a: number, b: number) => a + b });
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B1').formulas = [['=ADD(20,22)', '=QANONE(1)']];
    await context.sync();
  });
  await until(() => value('A1') === 42);
  expect(value('B1')).toEqual({ error: '#NAME?' });
});
