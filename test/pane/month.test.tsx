/** @jest-environment jsdom */
import './support/jsdomGaps';
import { act, fireEvent, waitFor, within } from '@testing-library/react';
import { cleanup, emptyBytes, openPane, openSample, screen } from './support/renderPane';

afterEach(cleanup);

const click = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

test('first run: the sheets are recognised, the rulebook is asked for, the month is built and undone', async () => {
  const { port, settled } = await openPane();

  // the latest month with records; one stray record of November is not November's work
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '月份' }).value).toBe('2026-10');
  expect(screen.getByText('5 张表，1150 行')).toBeTruthy();
  const build = screen.getByRole('button', { name: '生成 10 月报表' });
  expect(build.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('请先在第 1 步选择规程。')).toBeTruthy();

  const choice = screen.getByRole('combobox', { name: '规程' });
  expect(within(choice).getAllByRole('option')).toHaveLength(9);
  fireEvent.change(choice, { target: { value: 'GM' } });
  await settled();

  expect(port.state).toMatchObject({ rulebook: { id: 'GM' } });
  expect(await screen.findByText('6 处需处理 · 4 处提示')).toBeTruthy();
  const writes = await screen.findByText(/^将写入 \d+ 个工作表，不改动现有工作表$/);
  const planned = Number(/\d+/.exec(writes.textContent)?.[0]);

  const before = port.sheetNames;
  click('生成 10 月报表');
  await screen.findByText(`已写入 ${planned} 个工作表`);
  await settled();

  expect(port.sheetNames.slice(0, before.length)).toEqual(before);
  expect(port.sheetNames).toHaveLength(before.length + planned);
  expect(screen.getByText('未计入或需核对 4 项')).toBeTruthy();
  expect(screen.getByText(`将更新 ${planned} 个工作表，手填内容保留，其他工作表不改动`)).toBeTruthy();
  const last = port.sheetNames.at(-1) ?? '';
  click(last);
  await waitFor(() => {
    expect(port.jumps).toEqual([`${last}!A1`]);
  });

  click('撤销上次生成');
  await waitFor(() => {
    expect(screen.queryByText(`已写入 ${planned} 个工作表`)).toBeNull();
  });
  expect(port.sheetNames).toEqual(before);
  expect(screen.getByRole('status').textContent).toBe('已撤销，工作簿恢复到生成以前。');
});

test('a finding leads to its cell', async () => {
  const { port } = await openSample();

  click(/^3 ?检查/);
  click(/^请核对 质检记录!I30/);

  await waitFor(() => {
    expect(port.jumps).toEqual(['质检记录!I30']);
  });
});

test('a build shows its step and can be cancelled; nothing is written then', async () => {
  let gate = Promise.resolve();
  let open = (): void => undefined;
  const { port, settled } = await openSample({ pause: () => gate });
  const before = port.sheetNames;
  gate = new Promise((resolve) => {
    open = resolve;
  });

  click('生成 10 月报表');
  await screen.findByRole('progressbar', { name: '生成进度' });
  expect(screen.getByRole('status').textContent).not.toBe('');
  click('取消');
  expect(screen.getByText('正在取消，已写入的会撤回…')).toBeTruthy();
  open();
  await screen.findByRole('button', { name: '生成 10 月报表' });
  await settled();

  expect(port.applied).toBe(0);
  expect(port.sheetNames).toEqual(before);
  expect(screen.getByRole('status').textContent).toBe('已取消，工作簿没有改动。');
});

test('what the host refuses is said with what to do, and goes when it is closed', async () => {
  const { port, settled } = await openSample();

  port.refuse('apply', { code: 'HOST_EDITING' });
  click('生成 10 月报表');
  const sentence = '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，再试一次。';
  await screen.findByText(sentence);
  await settled();
  click('知道了');

  expect(screen.queryByText(sentence)).toBeNull();
  expect(port.applied).toBe(0);
});

test('a setting that cannot be saved is not taken as settled', async () => {
  const { port, session, settled } = await openSample();

  port.refuse('saveState', { code: 'HOST_READ_ONLY' });
  fireEvent.change(screen.getByRole('combobox', { name: '月份' }), { target: { value: '2026-09' } });
  await screen.findByText('工作簿是只读的。请另存一份，或取得编辑权限后再试。');
  await settled();

  expect(session.store.state.month).toBeUndefined();
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '月份' }).value).toBe('2026-10');
});

test('a workbook that cannot be read says so and is read again on demand', async () => {
  const { port, session } = await openSample();

  port.refuse('open', { code: 'HOST_BUSY' });
  await act(() => session.reload());
  await screen.findByText('Excel 正忙或连接中断。请稍等几秒，再试一次。');
  click('重试');

  await waitFor(() => {
    expect(screen.queryByText('Excel 正忙或连接中断。请稍等几秒，再试一次。')).toBeNull();
  });
  expect(session.phase).toBe('ready');
});

test('an empty workbook says what to put into it', async () => {
  await openPane({ bytes: emptyBytes(), language: 'en' });

  expect(screen.getByText('There is nothing in this workbook yet.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Build/ })).toBeNull();
});
