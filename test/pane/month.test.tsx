/** @jest-environment jsdom */
import './support/jsdomGaps';
import { act, fireEvent, waitFor, within } from '@testing-library/react';
import { cleanup, emptyBytes, openPane, openSample, screen } from './support/renderPane';

afterEach(cleanup);

const click = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

test('first run: the sheets are recognised, the rulebook is asked for, then the month is built', async () => {
  const { port, settled } = await openPane();

  // the latest month with records, not today's
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
  expect(screen.getByText('6 处需处理 · 4 处提示')).toBeTruthy();
  const writes = await screen.findByText(/^将写入 \d+ 个工作表，不改动现有工作表$/);
  const planned = Number(/\d+/.exec(writes.textContent ?? '')?.[0]);

  const before = port.sheetNames;
  click('生成 10 月报表');
  await screen.findByText(`已写入 ${planned} 个工作表`);

  expect(port.sheetNames.slice(0, before.length)).toEqual(before);
  expect(port.sheetNames).toHaveLength(before.length + planned);
  await settled();
  click(port.sheetNames.at(-1) ?? '');
  await waitFor(() => {
    expect(port.jumps).toEqual([`${port.sheetNames.at(-1) ?? ''}!A1`]);
  });
});
