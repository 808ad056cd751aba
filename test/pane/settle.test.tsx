/** @jest-environment jsdom */
import './support/jsdomGaps';
import { act, fireEvent, waitFor, within } from '@testing-library/react';
import { wordingKey } from '../../src/intake';
import { cleanup, openSample, screen, type OpenPane } from './support/renderPane';

afterEach(cleanup);

const rowForm = (row: number): HTMLElement => {
  const jump = screen.getByRole('button', { name: `质检记录!行 ${row}` });
  const item = jump.closest('li');
  if (item === null) throw new Error(`no form for row ${row}`);
  return item;
};

const chooseIn = (form: HTMLElement, value: string): void => {
  fireEvent.change(within(form).getByRole('combobox'), { target: { value } });
};

const confirm = async (pane: OpenPane, form: HTMLElement): Promise<void> => {
  fireEvent.click(within(form).getByRole('button', { name: '确认' }));
  await waitFor(() => {
    expect(pane.state().isBusy).toBe(false);
  });
  await pane.settled();
};

test('a clause confirmed for a wording is remembered by its words, and can be taken back', async () => {
  const pane = await openSample({ screen: 'sources' });
  const form = rowForm(44);
  const suggested = within(form).getByRole('group', { name: '建议' }).querySelectorAll('option');
  expect([...suggested].map((option) => option.value)).toEqual(['GM-06', 'GM-14', 'GM-11', 'GM-04']);

  chooseIn(form, 'GM-14');
  expect(within(form).getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
  await confirm(pane, form);
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: '质检记录!行 44' })).toBeNull();
  });

  const key = wordingKey('线上出了严重问题,没有及时往上报');
  expect(pane.port.state).toMatchObject({ wordings: { GM: { [key]: 'GM-14' } } });
  const { report } = pane.state();
  const entries = report?.subjects.flatMap(({ card }) => card.entries) ?? [];
  expect(entries.find(({ source }) => source?.row === 44)?.clause).toBe('GM-14');

  fireEvent.click(screen.getByRole('button', { name: '已确认的 1 项' }));
  fireEvent.click(screen.getByRole('button', { name: `撤回：写法「${key}」` }));
  await screen.findByRole('button', { name: '质检记录!行 44' });
  expect(pane.port.state).toMatchObject({ wordings: { GM: {} } });
});

test('不考核 and a person are settled for the row alone', async () => {
  const pane = await openSample({ screen: 'sources' });
  expect(pane.state().report?.counts.setAside).toBe(4);

  chooseIn(rowForm(43), 'none');
  await confirm(pane, rowForm(43));
  chooseIn(rowForm(40), '刘洋(LT1013)');
  await confirm(pane, rowForm(40));

  expect(pane.port.state).toMatchObject({
    settings: {
      GM: {
        confirm: [
          { sheet: '质检记录', row: 43, clause: null },
          { sheet: '质检记录', row: 40, person: '刘洋(LT1013)' },
        ],
      },
    },
  });
  await waitFor(() => {
    expect(pane.state().report?.counts.setAside).toBe(2);
  });
});

test('a layout is corrected, remembered by its fingerprint, and recognised anew', async () => {
  const pane = await openSample({ screen: 'sources' });
  fireEvent.click(screen.getByRole('button', { name: /^完成 投诉登记/ }));
  const column = (): HTMLSelectElement => screen.getByRole('combobox', { name: '「客户称呼」列的含义' });
  expect(column().value).toBe('customer');

  fireEvent.change(column(), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: '保存并重新读取' }));
  await screen.findByRole('button', { name: '恢复自动识别' });
  await pane.settled();

  const sheet = pane.state().report?.reading.sheets.find(({ name }) => name === '投诉登记');
  expect(pane.port.state).toMatchObject({
    mappings: [{ fingerprint: sheet?.fingerprint, fields: { 客户称呼: null } }],
  });
  expect(sheet?.columns.find(({ header }) => header === '客户称呼')?.field).toBeUndefined();

  fireEvent.click(screen.getByRole('button', { name: '恢复自动识别' }));
  await waitFor(() => {
    expect(pane.port.state).toMatchObject({ mappings: [] });
  });
});

test('a parameter is set where the rulebook leaves it open; a bad one is refused at once', async () => {
  const pane = await openSample({ screen: 'month', carries: { version: 1, rulebook: { id: 'QA' } } });
  expect(screen.getByText('9 项待设定')).toBeTruthy();
  const base = screen.getByRole<HTMLInputElement>('textbox', { name: '起始分' });

  fireEvent.change(base, { target: { value: '-3' } });
  expect(screen.getByText('请填不小于 0 的数字，最多三位小数，例如 2 或 0.5。')).toBeTruthy();
  fireEvent.blur(base);
  expect(pane.state().isBusy).toBe(false);

  fireEvent.change(base, { target: { value: '１００' } });
  fireEvent.keyDown(base, { key: 'Enter' });
  await screen.findByText('8 项待设定');

  expect(pane.port.state).toMatchObject({ settings: { QA: { base: '100' } } });
});

test('a reading shows whom it would affect before anything is saved', async () => {
  const pane = await openSample({ screen: 'rulebook' });
  fireEvent.click(screen.getByRole('button', { name: /^读法/ }));
  const title = '重复后的计法';
  const field = (): HTMLSelectElement => screen.getByRole('combobox', { name: title });
  const before = field().value;
  const other = [...field().options].map(({ value }) => value).find((value) => value !== before) ?? '';

  fireEvent.change(field(), { target: { value: other } });
  await screen.findByText(/^本月有 1 人的结果改变/);
  expect(screen.getByText(/^江可：8 −20% → /)).toBeTruthy();
  expect(pane.port.state).not.toHaveProperty('settings.GM.readings');
  fireEvent.click(screen.getByRole('button', { name: '不改' }));
  expect(field().value).toBe(before);

  fireEvent.change(field(), { target: { value: other } });
  await screen.findByText(/^本月有 1 人的结果改变/);
  fireEvent.click(screen.getByRole('button', { name: '采用' }));
  await screen.findByText('9 种，改了 1 种');

  const [chosen] = Object.values(
    (pane.port.state as { settings: { GM: { readings: Record<string, string> } } }).settings.GM.readings,
  );
  expect(chosen).toBe(other);
});

test('settings that the rulebook cannot use are said, and can be put back from the pane', async () => {
  const carries = {
    version: 1,
    rulebook: { id: 'GM' },
    settings: { GM: { readings: {} } },
  };
  const { rulebook } = (await openSample()).state().report ?? {};
  const [reading] = rulebook?.readings ?? [];
  cleanup();
  Object.assign(carries.settings.GM.readings, { [reading?.id ?? '']: 'nonsense' });

  const pane = await openSample({ carries });
  expect(pane.state().error?.code).toBe('BAD_READING');
  fireEvent.click(screen.getByRole('button', { name: '恢复规程原来的参数与读法' }));
  await screen.findByText('6 处需处理 · 4 处提示');

  expect(pane.port.state).toMatchObject({ settings: { GM: {} } });
});

test('what a person opened and typed stays while the workbook changes', async () => {
  const pane = await openSample({ screen: 'rulebook' });
  const search = screen.getByRole<HTMLInputElement>('searchbox');
  fireEvent.change(search, { target: { value: 'GM-13' } });
  search.focus();
  const { version } = pane.state();

  await act(async () => {
    pane.port.type('说明', 40, 0, '新的一行');
    await pane.session.reload();
  });
  await waitFor(() => {
    expect(pane.state().version).toBeGreaterThan(version);
  });

  expect(search.isConnected).toBe(true);
  expect(search.value).toBe('GM-13');
  expect(document.activeElement).toBe(search);
});
