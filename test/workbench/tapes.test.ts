import fs from 'node:fs';
import path from 'node:path';
import { excelSchema } from '../../scripts/workbench/schema';
import { ExcelHost } from '../../src/workbench/host';
import { readTape, replayTape, type TapeCall } from '../../src/workbench/host/tape';
import { fromLiteral, fromXlsx } from '../../src/workbench/model/load';

const SHEET = '{AAAAAAAA-0001-0000-0000-000000000000}';
const PATHS = {
  1: { Id: 1, ObjectPathType: 1, Name: '' },
  3: { Id: 3, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  5: { Id: 5, ObjectPathType: 5, Name: '', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['Sheet1'] } },
};
const first = {
  request: { Actions: [{ Id: 6, ActionType: 1, Name: '', ObjectPathId: 5 }], ObjectPaths: PATHS },
  response: { Results: [{ ActionId: 6, Value: { Id: SHEET } }], TraceIds: [] },
};
const second = (values: unknown): object => ({
  request: {
    Actions: [{ Id: 1, ActionType: 2, Name: '', ObjectPathId: 7, QueryInfo: { Select: ['values'] } }],
    ObjectPaths: {
      ...PATHS,
      5: { ...PATHS[5], ArgumentInfo: { Arguments: [SHEET] } },
      7: {
        Id: 7,
        ObjectPathType: 3,
        Name: 'GetRange',
        ParentObjectPathId: 5,
        ArgumentInfo: { Arguments: ['A1'] },
      },
    },
  },
  response: { Results: [{ ActionId: 1, Value: { Values: values } }], TraceIds: [] },
});

/** The console's text in the two forms in which answers are logged. */
function consoleText(values: unknown): string {
  const { request, response } = second(values) as typeof first;
  return [
    'something else',
    'Request:',
    JSON.stringify(first.request),
    'app.js:1 Response:',
    JSON.stringify({ HttpStatusCode: 200, Body: first.response }),
    '[10:00:01] Request:',
    JSON.stringify(request),
    'Response:',
    JSON.stringify({ status: 'succeeded', value: { data: [200, [], [JSON.stringify(response)]] } }),
  ].join('\n');
}

const hostWith = (value: string): ExcelHost =>
  new ExcelHost({ schema: excelSchema(), workbook: fromLiteral({ Sheet1: [[value]] }) });

test('a tape is read from the console, ids are translated, differences are found', async () => {
  const calls = readTape(consoleText([['x']]));
  expect(calls).toEqual([first, second([['x']])]);
  expect(await replayTape(hostWith('x'), calls)).toEqual([]);
  expect(await replayTape(hostWith('y'), calls)).toEqual([
    { call: 1, path: 'Results.0.Value.Values.0.0', recorded: 'x', answered: 'y' },
  ]);
});

const folder = 'test/workbench/tapes';
const recorded = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
if (recorded.length > 0) {
  test.each(recorded)('%s is answered as by Excel', async (name) => {
    const calls = JSON.parse(fs.readFileSync(path.join(folder, name, 'calls.json'), 'utf8')) as TapeCall[];
    const workbook = fromXlsx(fs.readFileSync(path.join(folder, name, 'workbook.xlsx')));
    expect(await replayTape(new ExcelHost({ schema: excelSchema(), workbook }), calls)).toEqual([]);
  });
}
