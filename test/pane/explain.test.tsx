/** @jest-environment jsdom */
import './support/jsdomGaps';
import { act, fireEvent, waitFor, within } from '@testing-library/react';
import { explainSubject } from '../../src/month/views/explain';
import { cleanup, openSample, screen, type OpenPane } from './support/renderPane';

afterEach(cleanup);

const select = (pane: OpenPane, sheet: string, address: string, formula: string): Promise<void> =>
  act(async () => {
    pane.port.select(sheet, address, formula);
    await Promise.resolve();
  });

const shownName = (name: string): Promise<HTMLElement> => screen.findByRole('article', { name });

test('the explanation of everybody adds up to the scorecard', async () => {
  const pane = await openSample({ screen: 'explain' });
  const { report } = pane.state();
  expect(report?.subjects).toHaveLength(18);

  for (const subject of report?.subjects ?? []) {
    const explained = explainSubject(subject, report!, 'zh');
    const { arithmetic = '', charged, unchecked } = explained;
    const [left = '', right = ''] = arithmetic.split(' = ');
    const sum = left
      .replaceAll('−', '-')
      .replace(/- /g, '-')
      .replace(/\+ /g, '')
      .split(' ')
      .reduce((total, term) => total + Number(term), 0);

    expect(sum).toBe(Number(right.replace('−', '-')));
    expect(Number(right)).toBe((subject.card.score ?? NaN) / 1000);
    expect(charged.length + unchecked.length).toBe(subject.card.entries.length);
  }
});

test('follows a name, a record, a formula of ours with its arguments in cells, and a pick by hand', async () => {
  const pane = await openSample({ screen: 'explain' });

  await select(pane, '人员名单', 'B2', '邵明玥');
  await shownName('邵明玥');

  // row 26 of the log is 江可's
  await select(pane, '质检记录', 'F26', '');
  const article = await shownName('江可');
  expect(within(article).getByText('10 − 2 = 8')).toBeTruthy();
  expect(within(article).getByText('8/18')).toBeTruthy();
  expect(within(article).getByText('−2 分 绩效 −20%')).toBeTruthy();
  expect(within(article).getByText('查过未扣（2）')).toBeTruthy();

  await act(async () => {
    pane.port.type('说明', 40, 0, '钟离舟');
    await pane.session.refresh();
  });
  await select(pane, '说明', 'B41', '=ROUND(QASCORE($A41, "2026-10"),1)');
  await shownName('钟离舟');

  fireEvent.change(screen.getByRole('combobox', { name: '解释谁的得分' }), { target: { value: '江可' } });
  await shownName('江可');
});

test('a line leads to its record and back, and the explanation stays', async () => {
  const pane = await openSample({ screen: 'explain' });
  await select(pane, '人员名单', 'B4', '江可');
  await select(pane, '质检记录', 'D42', '');
  const article = await shownName('江可');

  fireEvent.click(within(article).getByRole('button', { name: /质检记录!行 26/ }));
  await waitFor(() => {
    expect(pane.port.jumps).toEqual(['质检记录!A26']);
  });
  await shownName('江可');
  fireEvent.click(await screen.findByRole('button', { name: '回到 质检记录!D42' }));

  await waitFor(() => {
    expect(pane.port.jumps).toEqual(['质检记录!A26', '质检记录!D42']);
  });
  await shownName('江可');
});

test('two people of one name are asked about, an unknown name and a bad month are said', async () => {
  const pane = await openSample({ screen: 'explain' });

  await select(pane, '说明', 'C1', '=QASCORE("刘洋","2026-10")');
  await screen.findByText('有 2 人同名。请在上面选一位。');

  await select(pane, '说明', 'C1', '=QASCORE("某某","2026-10")');
  await screen.findByText('本月资料里没有「某某」。请核对姓名或工号。');

  await select(pane, '说明', 'C1', '=QASCORE("江可","十月")');
  await screen.findByText('看不懂月份「十月」。请写成 2026-10、202610、2026年10月或日期。');
});
