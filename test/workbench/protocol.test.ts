import { excelSchema } from '../../scripts/workbench/schema';
import { ApiError, ExcelHost, type BatchRequest, type BatchResponse } from '../../src/workbench/host';
import { fromLiteral } from '../../src/workbench/model/load';

const ROOT = { Id: 1, ObjectPathType: 1, Name: '' };
const SHEETS = { Id: 3, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 };
const sheet = (name: string, id = 5): object => ({
  Id: id,
  ObjectPathType: 5,
  Name: '',
  ParentObjectPathId: 3,
  ArgumentInfo: { Arguments: [name] },
});
const range = (address: string, id = 7): object => ({
  Id: id,
  ObjectPathType: 3,
  Name: 'GetRange',
  ParentObjectPathId: 5,
  ArgumentInfo: { Arguments: [address] },
});
const instantiate = (id: number, path: number): object => ({
  Id: id,
  ActionType: 1,
  Name: '',
  ObjectPathId: path,
});

function hostWith(
  sheets = {
    Sheet1: [
      ['Agent', 'Score'],
      ['甲', 91],
    ],
  } as Record<string, (string | number)[][]>,
): ExcelHost {
  return new ExcelHost({ schema: excelSchema(), workbook: fromLiteral(sheets) });
}

async function ask(host: ExcelHost, actions: object[], paths: object[]): Promise<BatchResponse> {
  const byId = Object.fromEntries(paths.map((path) => [(path as { Id: number }).Id, path]));
  const body = { AutoKeepReference: true, Actions: actions, ObjectPaths: byId } as unknown as BatchRequest;
  const answer = await host.handle({ body });
  if (!('body' in answer)) throw new Error(answer.refused.code);
  return answer.body;
}

test('a used range is instantiated, kept by reference and read', async () => {
  const host = hostWith();
  const used = {
    Id: 7,
    ObjectPathType: 3,
    Name: 'GetUsedRange',
    ParentObjectPathId: 5,
    ArgumentInfo: { Arguments: [null] },
  };
  const answer = await ask(
    host,
    [
      instantiate(2, 1),
      instantiate(4, 3),
      instantiate(6, 5),
      instantiate(8, 7),
      { Id: 9, ActionType: 3, Name: '_KeepReference', ObjectPathId: 7, ArgumentInfo: { Arguments: [] } },
      instantiate(10, 7),
      {
        Id: 11,
        ActionType: 2,
        Name: '',
        ObjectPathId: 7,
        QueryInfo: { Select: ['values', 'address'] },
        L: [1, 3, 5, 7],
      },
    ],
    [ROOT, SHEETS, sheet('sheet1'), used],
  );
  const [id] = Object.keys(answer.Results[2]!.Value as object);
  const reference = (answer.Results[5]!.Value as { _ReferenceId: string })._ReferenceId;
  expect(id).toBe('Id');
  expect(answer).toEqual({
    Results: [
      { ActionId: 2, Value: {} },
      { ActionId: 4, Value: {} },
      { ActionId: 6, Value: { Id: host.workbook.sheets[0]!.id } },
      { ActionId: 8, Value: {} },
      { ActionId: 9, Value: null },
      { ActionId: 10, Value: { _ReferenceId: reference } },
      {
        ActionId: 11,
        Value: {
          _ReferenceId: reference,
          Values: [
            ['Agent', 'Score'],
            ['甲', 91],
          ],
          Address: 'Sheet1!A1:B2',
        },
      },
    ],
    TraceIds: [],
  });
  const later = await ask(
    host,
    [{ Id: 1, ActionType: 2, Name: '', ObjectPathId: 2, QueryInfo: { Select: ['rowCount'] } }],
    [{ Id: 2, ObjectPathType: 6, Name: reference }],
  );
  expect(later.Results[0]!.Value).toEqual({ _ReferenceId: reference, RowCount: 2 });
});

test('a failing action ends the batch: earlier results stay, the error says where', async () => {
  const host = hostWith();
  const answer = await ask(
    host,
    [
      instantiate(2, 1),
      { Id: 3, ActionType: 4, Name: 'Values', ObjectPathId: 7, ArgumentInfo: { Arguments: [[['x']]] } },
      { Id: 4, ActionType: 2, Name: '', ObjectPathId: 9, QueryInfo: { Select: ['name'] } },
      { Id: 5, ActionType: 4, Name: 'Values', ObjectPathId: 7, ArgumentInfo: { Arguments: [[['y']]] } },
    ],
    [ROOT, SHEETS, sheet('Sheet1'), range('C1'), sheet('gone', 9)],
  );
  expect(answer.Results.map(({ ActionId }) => ActionId)).toEqual([2, 3]);
  expect(answer.Error).toMatchObject({ Code: 'ItemNotFound', HttpStatusCode: 404, ActionIndex: 2 });
  expect(host.workbook.sheets[0]!.value(0, 2)).toBe('x');
});

test('null objects: instantiation gives null, methods say so, properties cannot be set', async () => {
  const host = hostWith();
  const nothing = {
    Id: 5,
    ObjectPathType: 3,
    Name: 'GetItemOrNullObject',
    ParentObjectPathId: 3,
    ArgumentInfo: { Arguments: ['nope'] },
  };
  const answer = await ask(
    host,
    [
      instantiate(1, 5),
      { Id: 2, ActionType: 3, Name: 'Activate', ObjectPathId: 5, ArgumentInfo: { Arguments: [] } },
      { Id: 3, ActionType: 2, Name: '', ObjectPathId: 5, QueryInfo: { Select: ['name'] } },
      { Id: 4, ActionType: 4, Name: 'Name', ObjectPathId: 5, ArgumentInfo: { Arguments: ['x'] } },
    ],
    [ROOT, SHEETS, nothing],
  );
  expect(answer.Results.map(({ Value }) => Value)).toEqual([null, { _IsNull: true }, null]);
  expect(answer.Error?.Code).toBe('ItemNotFound');
});

test('collections answer with their index and id; top and skip cut; expanded parts are nested', async () => {
  const host = hostWith({ A: [], B: [], C: [] });
  const answer = await ask(
    host,
    [
      {
        Id: 1,
        ActionType: 2,
        Name: '',
        ObjectPathId: 3,
        QueryInfo: { Select: ['name', 'protection/protected'], Top: 1, Skip: 1 },
      },
      { Id: 2, ActionType: 3, Name: 'GetCount', ObjectPathId: 3, ArgumentInfo: { Arguments: [false] } },
      { Id: 3, ActionType: 7, Name: '', ObjectPathId: 3, QueryInfo: { Select: ['name'], Top: 1 } },
    ],
    [ROOT, SHEETS],
  );
  const second = host.workbook.sheets[1]!.id;
  expect(answer.Results.map(({ Value }) => Value)).toEqual([
    { _Items: [{ _Index: 1, Id: second, Name: 'B', Protection: { Protected: false } }] },
    3,
    { items: [{ name: 'A' }] },
  ]);
});

test('arguments may be objects, in lists and in plain objects too', async () => {
  const host = hostWith();
  const bounding = {
    Id: 9,
    ObjectPathType: 3,
    Name: 'GetBoundingRect',
    ParentObjectPathId: 7,
    ArgumentInfo: { Arguments: [8], ReferencedObjectPathIds: [8] },
  };
  const answer = await ask(
    host,
    [{ Id: 1, ActionType: 2, Name: '', ObjectPathId: 9, QueryInfo: { Select: ['address'] } }],
    [ROOT, SHEETS, sheet('Sheet1'), range('B2'), range('D9', 8), bounding],
  );
  expect(answer.Results[0]!.Value).toEqual({ Address: 'Sheet1!B2:D9' });
});

test('a member that is not modelled fails, is counted and does nothing', async () => {
  const host = hostWith();
  const answer = await ask(
    host,
    [{ Id: 1, ActionType: 3, Name: 'FlashFill', ObjectPathId: 7, ArgumentInfo: { Arguments: [] } }],
    [ROOT, SHEETS, sheet('Sheet1'), range('A1')],
  );
  expect(answer.Error?.Code).toBe('ApiNotFound');
  expect(host.stats.unimplemented).toEqual({ 'Range.FlashFill()': 1 });
});

test('trace actions are reported back and arm events', async () => {
  const host = hostWith();
  const seen: unknown[] = [];
  host.onMessage((entries) => seen.push(...entries));
  host.userEdit('Sheet1', 0, 0, 'before');
  const answer = await ask(
    host,
    [
      {
        Id: 1,
        ActionType: 3,
        Name: '_RegisterDataChangedEvent',
        ObjectPathId: 5,
        ArgumentInfo: { Arguments: [] },
      },
      { Id: 2, ActionType: 5, Name: '', ObjectPathId: 0 },
    ],
    [ROOT, SHEETS, sheet('Sheet1')],
  );
  expect(answer.TraceIds).toEqual([2]);
  host.userEdit('Sheet1', 1, 1, 95);
  await Promise.resolve();
  const { id } = host.workbook.sheets[0]!;
  expect(seen).toEqual([[65_536, 10, id, expect.any(String), '', false]]);
  expect(JSON.parse((seen as string[][])[0]![3]!)).toMatchObject({
    address: 'B2',
    changeType: 'RangeEdited',
    source: 'Local',
    worksheetId: id,
    shiftDirection: 'None',
    valueBefore: 91,
    valueAfter: 95,
  });
});

describe('refusals of whole requests', () => {
  const read = (host: ExcelHost): ReturnType<ExcelHost['handle']> =>
    host.handle({
      body: {
        Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ['name'] } }],
        ObjectPaths: { 1: ROOT },
      },
    });

  test('by number of the call', async () => {
    const host = hostWith();
    host.faults.failCall(2, 'ActivityLimitReached');
    host.faults.failCall(3, new ApiError('GeneralException', 'odd', 500));
    expect(await read(host)).toHaveProperty('body.Results');
    expect(await read(host)).toEqual({
      refused: { code: 'ActivityLimitReached', number: 5102, status: 429 },
    });
    expect(await read(host)).toHaveProperty('body.Error.Code', 'GeneralException');
    expect(await read(host)).toHaveProperty('body.Results');
  });

  test('by size, in both directions', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [`row ${i}`]);
    const host = new ExcelHost({
      schema: excelSchema(),
      workbook: fromLiteral({ Sheet1: rows }),
      limits: { payload: 700 },
    });
    const ask = (address: string, text = ''): ReturnType<ExcelHost['handle']> =>
      host.handle({
        body: {
          Actions: [{ Id: 1, ActionType: 2, Name: text, ObjectPathId: 7, QueryInfo: { Select: ['values'] } }],
          ObjectPaths: { 1: ROOT, 3: SHEETS, 5: sheet('Sheet1'), 7: range(address) },
        } as unknown as BatchRequest,
      });
    expect(await ask('A1:A2')).toHaveProperty('body.Results');
    expect(await ask('A1:A90')).toMatchObject({
      refused: { code: 'ResponsePayloadSizeLimitExceeded', number: 5104 },
    });
    expect(await ask('A1', 'x'.repeat(800))).toMatchObject({
      refused: { code: 'RequestPayloadSizeLimitExceeded' },
    });
  });

  test('while a cell is being edited, unless the request waits for it', async () => {
    const host = hostWith();
    host.beginCellEdit();
    expect(await read(host)).toMatchObject({ refused: { number: 5004 } });
    let answered = false;
    const waiting = host.handle({ flags: 64, body: { Actions: [], ObjectPaths: {} } }).then(() => {
      answered = true;
    });
    await Promise.resolve();
    await Promise.resolve();
    expect(answered).toBe(false);
    host.endCellEdit();
    await waiting;
    expect(answered).toBe(true);
  });
});
