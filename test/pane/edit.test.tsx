/** @jest-environment jsdom */
import './support/jsdomGaps';
import { fireEvent, waitFor, within } from '@testing-library/react';
import { formatDay } from '../../src/facts/date';
import { shippedRulebook } from '../../src/rulebook/shipped';
import { rulebookText } from '../../src/month/views/rulebookFile';
import { startReview } from '../../src/draft/review/review';
import { cleanup, openRulebookPart, openSample, screen, type OpenPane } from './support/renderPane';
import { violations } from './support/violations';

afterEach(cleanup);

// by its text: jsdom takes seconds to work out the names of all that could be a button
const button = (name: string | RegExp): HTMLElement => {
  const all = [...document.querySelectorAll('button')];
  const found = all.filter(({ textContent: text }) =>
    typeof name === 'string' ? text === name : name.test(text),
  );
  if (found.length !== 1) throw new Error(`${found.length} buttons ${String(name)}`);
  return found[0]!;
};
const click = (name: string | RegExp): void => {
  fireEvent.click(button(name));
};
const amountOf = (effect: string): HTMLElement =>
  within(screen.getByLabelText(effect)).getByLabelText('数额');
const setAmount = (effect: string, value: string): void => {
  fireEvent.change(amountOf(effect), { target: { value } });
};
const type = (name: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
};

async function openEditor(language: 'zh' | 'en' = 'zh'): Promise<OpenPane> {
  const pane = await openSample({ screen: 'rulebook', language });
  await openRulebookPart(language === 'zh' ? '修订' : 'Revise');
  await screen.findByText('GM-02');
  return pane;
}

/** Opens a clause and says one amount otherwise from a date on. */
function revise(id: string, amount: string, from = '2026-10-16', reference = '2026 年第 3 号通知'): void {
  click(new RegExp(`^${id}`));
  click('修改');
  type('从哪天起', from);
  type('依据', reference);
  setAmount('第 2 项 扣分', amount);
}

const deductedBy = ({ state }: OpenPane, clause: string): (readonly [string, number])[] =>
  state()
    .report!.subjects.flatMap(({ card }) =>
      card.entries
        .filter((entry) => entry.clause === clause && entry.charged)
        .map((entry): readonly [string, number] => [formatDay(entry.date), entry.deducted / 1000]),
    )
    .sort();

test('an amount from a date on is kept as a draft, published, and counts for records from that day alone', async () => {
  const pane = await openEditor();
  const before = deductedBy(pane, 'GM-02');
  const others = (): string[] =>
    pane
      .state()
      .report!.subjects.flatMap(({ card }) =>
        card.entries
          .filter(({ clause, origin }) => clause !== 'GM-02' && origin === 'record')
          .map(({ clause, date, deducted, fine }) => `${clause} ${date} ${deducted} ${fine}`),
      );
  const rest = others();
  expect(before.map(([, points]) => points)).toEqual([2, 2, 2, 2]);

  revise('GM-02', '3');
  // the words follow the amount
  expect(screen.getByLabelText<HTMLTextAreaElement>('条文').value).toContain('3 分');
  click('存入草稿');
  await screen.findByText('草稿，有 1 处修改');
  expect(deductedBy(pane, 'GM-02')).toEqual(before);
  expect(pane.port.state).toMatchObject({
    rulebooks: { GM: { draft: { id: 'GM' } } },
    rulebook: { id: 'GM' },
  });

  click('草稿，有 1 处修改');
  expect(screen.getByText(/^2026-10-16 起：/).parentElement?.textContent).toContain(
    'GM-02 2026-10-16 起：每次罚款 20 元、每次扣 2 分 → 每次罚款 20 元、每次扣 3 分；条文同改（2026 年第 3 号通知）',
  );
  click('发布…');
  expect(screen.getByLabelText<HTMLInputElement>('版本').value).toBe('2026.1/2026-11-02');
  click('发布');
  await screen.findAllByText(/已发布第 2026.1\/2026-11-02 版/);
  await pane.settled();

  // one point more for each unit of a record of the 16th or later
  const expected = before.map(([date, points]) => [date, date >= '2026-10-16' ? 3 : points]);
  expect(expected).not.toEqual(before);
  expect(deductedBy(pane, 'GM-02')).toEqual(expected);
  expect(others()).toEqual(rest);
  expect(pane.state().report!.setAside.filter(({ code }) => code.startsWith('MATCH_AMOUNT'))).toEqual([]);
  expect(pane.port.state).toMatchObject({
    rulebooks: { GM: { published: { version: '2026.1/2026-11-02' } } },
  });
});

test('what is refused says why and keeps what was typed', async () => {
  const pane = await openEditor();
  revise('GM-02', '3', '2026-10-16', '');
  click('存入草稿');
  expect(await screen.findByText(/请填写依据/)).toBeTruthy();

  type('依据', '通知');
  type('从哪天起', '2019-12-31');
  click('存入草稿');
  expect(await screen.findByText(/早于规程的施行日 2020-01-01/)).toBeTruthy();

  type('从哪天起', '2026-10-16');
  setAmount('第 2 项 扣分', '两三');
  click('存入草稿');
  expect(await screen.findByText(/数额 "两三" 不对/)).toBeTruthy();
  expect(pane.port.state).not.toHaveProperty('rulebooks');
});

test('words that name another amount block publishing', async () => {
  await openEditor();
  revise('GM-02', '3');
  type('条文', '每次罚款 20 元并减 5 分');
  click('存入草稿');
  await screen.findByText('草稿，有 1 处修改');
  click('发布…');
  expect(await screen.findByText(/有 1 处错误，改好以后才能发布/)).toBeTruthy();
  expect(screen.queryByText('发布')).toBeNull();
});

test('a draft is taken back piece by piece, or thrown away as a whole after a question', async () => {
  const pane = await openEditor();
  revise('GM-02', '3');
  click('存入草稿');
  await screen.findByText('草稿，有 1 处修改');
  click('撤回');
  await screen.findByText(/修改先存为草稿/);
  expect(pane.port.state).toMatchObject({ rulebooks: {} });

  click('停用');
  type('最后一天', '2026-10-20');
  type('依据', '停用通知');
  click('存入草稿');
  await screen.findByText('草稿，有 1 处修改');
  expect(screen.getAllByText('施行到 2026-10-20').length).toBeGreaterThan(0);
  click('放弃草稿…');
  click('保留');
  expect(screen.queryByText('放弃')).toBeNull();
  click('放弃草稿…');
  click('放弃');
  await screen.findAllByText('草稿已放弃。');
  expect(pane.port.state).toMatchObject({ rulebooks: {} });
});

test('a clause is added under the next id, stated anew and taken out again', async () => {
  const pane = await openEditor();
  click('新增条款');
  type('名称', '未戴耳麦');
  type('条文', '当班不戴耳麦的，每次扣 1 分');
  type('依据', '部门会议');
  setAmount('第 1 项 扣分', '1');
  click('存入草稿');
  await screen.findByText('GM-20');
  expect(screen.getByText('新增')).toBeTruthy();

  click('修改');
  setAmount('第 1 项 扣分', '1.5');
  click('存入草稿');
  await waitFor(() => {
    expect(button(/^GM-20/).textContent).toContain('每次扣 1.5 分');
  });
  click('移出草稿');
  await waitFor(() => {
    expect(screen.queryByText('GM-20')).toBeNull();
  });
  expect(pane.port.state).toMatchObject({ rulebooks: {} });
});

test('a rulebook comes in as JSON: faults are named, a good one is a draft of its own', async () => {
  const pane = await openEditor();
  click('导入 JSON');
  const area = screen.getByLabelText('粘贴规程文件的内容');
  fireEvent.change(area, { target: { value: '{"id": ' } });
  click('导入为草稿');
  expect(await screen.findByText(/这不是 JSON 文件的内容/)).toBeTruthy();

  const own = { ...shippedRulebook('GM')!, id: 'TEAM', version: '1' };
  fireEvent.change(area, { target: { value: JSON.stringify({ ...own, subject: 'nobody' }) } });
  click('导入为草稿');
  expect(await screen.findByText(/TEAM\.subject/)).toBeTruthy();
  expect(pane.port.state).not.toHaveProperty('rulebooks');

  fireEvent.change(area, { target: { value: rulebookText(own) } });
  click('导入为草稿');
  await screen.findByText('草稿，还没有发布过，共 19 条');
  expect(screen.getByLabelText<HTMLSelectElement>('修订哪个规程').value).toBe('TEAM');

  click('导出 JSON');
  expect(screen.getByLabelText<HTMLTextAreaElement>('规程文件的内容').value).toBe(rulebookText(own));
});

test('Enter keeps a form, Escape leaves it, and the keyboard goes on where it was opened', async () => {
  const pane = await openEditor();
  click(/^GM-02/);
  click('停用');
  type('最后一天', '2026-10-20');
  fireEvent.keyDown(screen.getByLabelText('依据'), { key: 'Escape' });
  expect(screen.queryByLabelText('依据')).toBeNull();
  expect(document.activeElement?.textContent).toBe('修改');
  expect(pane.port.state).not.toHaveProperty('rulebooks');

  click('停用');
  type('最后一天', '2026-10-20');
  type('依据', '通知');
  fireEvent.submit(screen.getByLabelText('停用'));
  await screen.findByText('草稿，有 1 处修改');
  expect(screen.queryByLabelText('依据')).toBeNull();
});

test.each(['zh', 'en'] as const)(
  'with everything open there is no accessibility fault (%s)',
  async (language) => {
    const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
    await openEditor(language);
    click(/^GM-12/);
    click(say('停用', 'End'));
    type(say('依据', 'By what'), '通知');
    click(say('存入草稿', 'Into the draft'));
    click(
      await screen.findByText(say('草稿，有 1 处修改', 'Draft, 1 changed')).then((head) => head.textContent),
    );
    click(say('发布…', 'Publish…'));
    click(say('修改', 'Change'));
    click(say('英文条文…', 'Chinese words…'));
    click(say('导出 JSON', 'Export JSON'));
    expect(await violations()).toEqual([]);

    click(say('导入 JSON', 'Import JSON'));
    click(say('新增条款', 'Add a clause'));
    click(say('放弃草稿…', 'Discard draft…'));
    expect(await violations()).toEqual([]);
  },
);

test('the regulation to print says every clause, and is read back as the same clauses', async () => {
  const pane = await openEditor();
  click('打印版细则');
  const { value } = screen.getByLabelText<HTMLTextAreaElement>('细则全文');

  expect(startReview(value).items.map(({ clause }) => clause.id)).toEqual(
    pane.state().report!.rulebook.clauses.map(({ id }) => id),
  );
});
