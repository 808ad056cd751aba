/** @jest-environment jsdom */
import './support/jsdomGaps';
import { fireEvent, waitFor, within } from '@testing-library/react';
import { cleanup, openSample, screen } from './support/renderPane';

afterEach(cleanup);

const click = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

test('clauses are found by id, by a word and by category, and open in place', async () => {
  await openSample({ screen: 'rulebook' });
  const search = screen.getByRole('searchbox', { name: '按编号、词语或类别查找' });
  const shown = (): string[] =>
    screen
      .getAllByRole('button', { name: /^GM-\d/ })
      .map(({ textContent }) => /^GM-\d+/.exec(textContent)?.[0] ?? '');
  expect(shown()).toHaveLength(19);

  fireEvent.change(search, { target: { value: 'ｇｍ-13' } });
  await screen.findByText('找到 1 条');
  expect(shown()).toEqual(['GM-13']);
  click(/^GM-13/);
  expect(screen.getByRole('button', { name: /^GM-13/ }).getAttribute('aria-expanded')).toBe('true');

  fireEvent.change(search, { target: { value: '罚款 20' } });
  await waitFor(() => {
    expect(shown()).toEqual(['GM-02', 'GM-03', 'GM-09']);
  });
});

test('issues are listed by what is to be done, with the way to their rows', async () => {
  const { port } = await openSample({ screen: 'issues' });
  const list = screen.getByRole('region', { name: '进行中（12）' });
  const [first] = within(list).getAllByRole('listitem');

  expect(first?.textContent).toContain('2026-001');
  expect(first?.textContent).toContain('下一步：督办');
  fireEvent.click(within(first!).getByRole('button', { name: '登记表' }));
  await waitFor(() => {
    expect(port.jumps).toHaveLength(1);
  });
  expect(port.jumps[0]).toMatch(/^投诉登记!A\d+$/);
});

test('a formula is put together, previewed and inserted; a bad address is refused', async () => {
  const { port } = await openSample({ screen: 'settings' });
  const person = screen.getByRole('combobox', { name: '对象' });

  fireEvent.change(person, { target: { value: '江可' } });
  expect(screen.getByText('=QASCORE("江可","2026-10")')).toBeTruthy();
  expect(screen.getByText('结果： 8')).toBeTruthy();

  // two people are called 刘洋
  fireEvent.change(person, { target: { value: '刘洋(LT1013)' } });
  expect(screen.getByText('=QASCORE("LT1013","2026-10")')).toBeTruthy();

  fireEvent.change(person, { target: { value: 'cell' } });
  const address = screen.getByRole('textbox', { name: '单元格' });
  fireEvent.change(address, { target: { value: 'A2,B2' } });
  expect(screen.getByText('请写成 A2 这样的单元格。')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '插入到选中的单元格' }).disabled).toBe(true);
  fireEvent.change(address, { target: { value: 'b7' } });
  click('插入到选中的单元格');

  await waitFor(() => {
    expect(port.inserted).toEqual(['=QASCORE(B7,"2026-10")']);
  });
});

test('turning formulas into values asks first; Escape leaves it', async () => {
  const { port } = await openSample({ screen: 'settings' });

  click('固定为数值');
  expect(port.frozen).toBe(0);
  fireEvent.keyDown(screen.getByRole('button', { name: '全部固定' }), { key: 'Escape' });
  expect(screen.queryByRole('button', { name: '全部固定' })).toBeNull();

  click('固定为数值');
  click('全部固定');
  await waitFor(() => {
    expect(port.frozen).toBe(1);
  });
  expect(await screen.findAllByText('已把 5 个公式固定为数值。')).not.toHaveLength(0);
});
