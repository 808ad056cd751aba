import { excelSchema } from '../../scripts/workbench/schema';
import {
  clientAddress,
  clientFrameName,
  ExcelHost,
  XdmChannel,
  type ClientOptions,
} from '../../src/workbench/host';
import { fromLiteral } from '../../src/workbench/model/load';

const OPTIONS: ClientOptions = {
  conversationId: 'c1',
  controlId: 'ctl',
  hostOrigin: 'https://localhost:3000',
  locale: 'zh-CN',
};

interface Sent {
  _messageType: number;
  _actionName: string;
  _correlationId: number;
  _responseType: number;
  _errorCode: number;
  _data: Record<string, unknown>;
}

function connected() {
  const host = new ExcelHost({
    schema: excelSchema(),
    workbook: fromLiteral({ Sheet1: [['a', 1]] }),
    requirementSets: { ExcelApi: '1.13', SharedRuntime: '1.1' },
    functions: { functions: [{ id: 'ADD', name: 'ADD', parameters: [{ name: 'a' }] }] },
  });
  const sent: Sent[] = [];
  const channel = new XdmChannel(host, OPTIONS, { post: (text) => sent.push(JSON.parse(text) as Sent) });
  let correlation = 0;
  const send = (name: string, data: unknown, type = 0, more: object = {}): number => {
    correlation++;
    channel.receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: name,
        _conversationId: 'c1',
        _correlationId: correlation,
        _origin: 'https://localhost:3001',
        _data: data,
        _actionType: type,
        _serializerVersion: 1,
        ...more,
      }),
    );
    return correlation;
  };
  const execute = async (dispatch: number, data: object): Promise<Sent> => {
    const id = send('executeMethod', {
      ...data,
      DdaMethod: { ControlId: 'ctl', Version: 1, DispatchId: dispatch },
    });
    for (let i = 0; i < 10; i++) await Promise.resolve();
    return sent.find((each) => each._correlationId === id)!;
  };
  return { host, channel, sent, send, execute };
}

const batch = (body: object, flags = 0): object => ({
  ArrayData: [
    'IterativeExecutor',
    'POST',
    'ProcessQuery',
    [],
    JSON.stringify(body),
    0,
    flags,
    '',
    '',
    '',
    '',
    '',
    '',
  ],
});

test('the page is opened with all the client needs to find its host', () => {
  const address = new URL(clientAddress('https://localhost:3001/taskpane.html?x=1', OPTIONS));
  expect(address.searchParams.get('_host_Info')).toBe('Excel$Web$16.01$zh-CN$$$$3');
  expect(address.hash).toBe('#&_xdm_Info=c1|ctl|https%3A%2F%2Flocalhost%3A3000');
  expect(JSON.parse(clientFrameName(OPTIONS))).toMatchObject({ xdmInfo: 'c1|ctl|https://localhost:3000' });
});

test('the start: context, notices, subscriptions', () => {
  const { host, sent, send, channel } = connected();
  host.workbook.settings.set('book', { id: 'GM' });
  send('ContextActivationManager_getAppContextAsync', 'ctl');
  expect(sent[0]).toMatchObject({ _messageType: 1, _correlationId: 1, _responseType: 0, _errorCode: 0 });
  expect(sent[0]!._data).toMatchObject({
    _id: 'ctl',
    _appName: 16,
    _appUILocale: 'zh-CN',
    _clientMode: 1,
    _settings: [['book', '{"id":"GM"}']],
    _requirementMatrix: '{"ExcelApi":"1.13","SharedRuntime":"1.1"}',
  });
  send('ContextActivationManager_notifyHost', ['ctl', 21, 'https://x']);
  expect(sent[1]!._data).toBeNull();
  expect(channel.isConnected).toBe(false);
  send('richApiMessage', { controlId: 'ctl', eventDispId: 33, targetId: '' }, 1);
  expect(sent[2]!._data).toEqual({ Error: 0 });
  expect(channel.isConnected).toBe(true);
});

test('messages of another conversation and other texts are passed over', () => {
  const { sent, send, channel } = connected();
  send('ContextActivationManager_getAppContextAsync', 'ctl', 0, { _conversationId: 'other' });
  channel.receive('no JSON');
  channel.receive({ some: 'object' });
  expect(sent).toEqual([]);
});

test('a batch is answered; refusals carry their number', async () => {
  const { host, execute } = connected();
  const read = {
    Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ['name'] } }],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
  };
  const answer = await execute(93, batch(read));
  expect(answer._data).toEqual({
    Version: 1,
    Error: 0,
    Data: [
      200,
      ['Content-Type', 'application/json'],
      '{"Results":[{"ActionId":1,"Value":{"Name":"Book1.xlsx"}}],"TraceIds":[]}',
    ],
  });
  host.faults.failNext('ActivityLimitReached');
  expect((await execute(93, batch(read)))._data).toEqual({ Version: 1, Error: 5102 });
});

test('custom functions wait for the client, then go out as messages', async () => {
  const { host, sent, send, execute } = connected();
  host.userEdit('Sheet1', 0, 2, '=ADD(B1)');
  send('richApiMessage', {}, 1);
  await Promise.resolve();
  expect(sent.filter((each) => each._responseType === 1)).toEqual([]);
  const ready = {
    Actions: [
      {
        Id: 1,
        ActionType: 3,
        Name: '_SetOsfControlContainerReadyForCustomFunctions',
        ObjectPathId: 2,
        ArgumentInfo: {},
      },
      { Id: 2, ActionType: 3, Name: '_GetEnabledFeatures', ObjectPathId: 2, ArgumentInfo: {} },
    ],
    ObjectPaths: { 2: { Id: 2, ObjectPathType: 2, Name: 'Microsoft.ExcelServices.CustomFunctions' } },
  };
  const answer = await execute(93, batch(ready));
  expect(JSON.parse((answer._data.Data as string[])[2]!)).toMatchObject({
    Results: [{ Value: null }, { Value: [1, 2, 3, 4] }],
  });
  const event = sent.find((each) => each._responseType === 1)!;
  expect(event).toMatchObject({ _actionName: 'richApiMessage', _correlationId: 1 });
  expect(event._data).toEqual({ ArrayData: [[1, 1000, '', '[1,"ADD",[1],"Sheet1!C1",4]', '', false]] });
  const result = {
    Actions: [
      {
        Id: 1,
        ActionType: 3,
        Name: 'SetInvocationArrayResults',
        ObjectPathId: 2,
        ArgumentInfo: { Arguments: [[[1, true, 42, [3]]]] },
      },
    ],
    ObjectPaths: ready.ObjectPaths,
  };
  await execute(93, batch(result));
  expect(host.workbook.sheets[0]!.value(0, 2)).toBe(42);
});

test('settings are saved whole and read back', async () => {
  const { host, execute } = connected();
  host.workbook.settings.set('old', 1);
  await execute(76, { DdaSettingsMethod: { OverwriteIfStale: true, Properties: [['cfg', '{"a":[1,2]}']] } });
  expect([...host.workbook.settings]).toEqual([['cfg', { a: [1, 2] }]]);
  expect((await execute(75, {}))._data).toMatchObject({
    Properties: { Settings: [{ Name: 'cfg', Value: '{"a":[1,2]}' }] },
  });
});

test('a ribbon command is invoked and completes', async () => {
  const { channel, sent, send, execute } = connected();
  send('appCommandInvoked', {}, 1);
  const done = channel.invokeCommand('build', 'BuildButton');
  const event = sent.at(-1)!;
  expect(event).toMatchObject({ _actionName: 'appCommandInvoked', _responseType: 1 });
  expect(event._data).toEqual({ 0: 'command1', 1: 'build', 2: '{"source":{"id":"BuildButton"}}' });
  await execute(94, { 0: 'command1', 1: 0, 2: '{"ok":true}' });
  await expect(done).resolves.toBe('{"ok":true}');
});

test('selected values, selection and unknown dispatches', async () => {
  const { host, channel, sent, send, execute } = connected();
  send('documentSelectionChanged', {}, 1);
  host.select('Sheet1', 'A1:B1');
  expect(sent.at(-1)).toMatchObject({ _actionName: 'documentSelectionChanged', _responseType: 1 });
  expect((await execute(64, {}))._data).toMatchObject({ Error: 0, Data: [['a', 1]] });
  expect((await execute(999, {}))._data).toMatchObject({ Error: 5001 });
  expect(channel.unknownDispatches).toEqual([999]);
});

test('a page that is loaded anew holds nothing of the one before', () => {
  const { host, channel, send } = connected();
  host.events.register(10, 'Workbook', true);
  send('richApiMessage', {}, 1);
  send('ContextActivationManager_getAppContextAsync', 'ctl');
  expect([channel.isConnected, host.events.isRegistered(10, 'Workbook')]).toEqual([false, false]);
});
