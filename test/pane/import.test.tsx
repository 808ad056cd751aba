/** @jest-environment jsdom */
import './support/jsdomGaps';
import { fireEvent, waitFor, within } from '@testing-library/react';
import { readReview } from '../../src/draft/review/review';
import { parseDay } from '../../src/facts/date';
import { printRulebook } from '../../src/rulebook/print';
import { shippedRulebook } from '../../src/rulebook/shipped';
import { cleanup, openRulebookPart, openSample, screen, type OpenPane } from './support/renderPane';
import { violations } from './support/violations';

afterEach(cleanup);

/** Made up for this test. */
const REGULATION = `客服班组考核细则
一、基本分 100 分。
二、服务用语
1、未使用规范开头语，扣2分/次。
2、与客户争吵的，扣5分/次，罚款50元。
3、抢话、打断客户讲话扣1分，语速过快扣0.5分。
4、态度冷淡，视情节扣分。
三、奖励
5、收到客户书面表扬，每次加3分。`;

const click = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

const kept = (pane: OpenPane) => readReview(pane.state().settings.review);

async function openImport(): Promise<OpenPane> {
  const pane = await openSample({ screen: 'rulebook' });
  await openRulebookPart('从文本导入');
  return pane;
}

async function readText(text: string): Promise<OpenPane> {
  const pane = await openImport();
  fireEvent.change(screen.getByRole('textbox', { name: '考核办法的正文' }), { target: { value: text } });
  click('读取条款');
  await screen.findByRole('list', { name: '条款' });
  return pane;
}

test('a text without rules is said to have none, and nothing is kept', async () => {
  const pane = await openImport();
  fireEvent.change(screen.getByRole('textbox', { name: '考核办法的正文' }), { target: { value: '通知。' } });
  click('读取条款');
  await screen.findByText(/没有读到条款/);
  expect(pane.state().settings.review).toBeUndefined();
});

test('clauses stand with their words, questions first, and the decisions stay in the workbook', async () => {
  const pane = await readText(REGULATION);
  const items = kept(pane)!.items;
  expect(items.map(({ clause }) => clause.effects)).toMatchObject([
    [{ type: 'points', dir: 'deduct', kind: 'exact', value: '2' }],
    [
      { type: 'points', dir: 'deduct', kind: 'exact', value: '5' },
      { type: 'fine_yuan', dir: 'deduct', kind: 'exact', value: '50' },
    ],
    [{ type: 'points', value: '1' }],
    [{ type: 'points', value: '0.5' }],
    [{ type: 'points', dir: 'deduct', kind: 'unset' }],
    [{ type: 'points', dir: 'add', kind: 'exact', value: '3' }],
  ]);
  const cards = within(screen.getByRole('list', { name: '条款' })).getAllByRole('group');
  // those about which something is asked come first
  expect(cards[0]?.textContent).toContain('抢话');
  for (const { spans, clause } of items) {
    const words = spans.map(({ start, end }) => REGULATION.slice(start, end)).join('');
    expect(words).toContain(clause.statement.zh.slice(0, 4));
  }

  click(/^接受没有疑问的 \d 条$/);
  await pane.settled();
  const { items: after } = kept(pane)!;
  expect(after.filter(({ decision }) => decision === 'accepted').map(({ id }) => id)).toEqual(
    items.filter(({ questions }) => questions.length === 0).map(({ id }) => id),
  );
  expect(readReview((pane.port.state as { review?: unknown }).review)).toEqual(kept(pane));
});

test('corrected, split, merged, left out, checked and put in force', async () => {
  const pane = await readText(REGULATION);
  const act = async (name: string): Promise<void> => {
    click(name);
    await pane.settled();
  };
  const idOf = (words: string): string =>
    kept(pane)!.items.find(({ clause }) => clause.statement.zh.includes(words))!.id;
  const words = (): string[] => kept(pane)!.items.map(({ clause }) => clause.statement.zh);

  // an amount that the text leaves open is filled in by hand, a bad one is refused
  const cold = idOf('态度冷淡');
  click(`${cold} 的修改`);
  const low = screen.getByRole('textbox', { name: '数额' });
  fireEvent.change(low, { target: { value: '四' } });
  click('保存并接受');
  await screen.findByText(/数额请填不小于 0 的数字/);
  fireEvent.change(screen.getByRole('combobox', { name: '写法' }), { target: { value: 'range' } });
  fireEvent.change(screen.getByRole('textbox', { name: '最低' }), { target: { value: '１' } });
  fireEvent.change(screen.getByRole('textbox', { name: '最高' }), { target: { value: '3' } });
  fireEvent.change(screen.getByRole('textbox', { name: '计数单位' }), { target: { value: '次' } });
  await act('保存并接受');
  expect(kept(pane)!.items.find(({ id }) => id === cold)).toMatchObject({
    decision: 'accepted',
    questions: [],
    clause: { effects: [{ type: 'points', dir: 'deduct', kind: 'range', min: '1', max: '3' }] },
  });

  // 抢话 and 打断 become two clauses of one point, and one again
  const rude = idOf('抢话');
  const before = words();
  click(`${rude} 的拆开`);
  const where = screen.getByRole<HTMLSelectElement>('combobox', { name: '在哪里拆开' });
  const place = [...where.options].find(({ text }) => text.includes('✂ 打断'))!;
  fireEvent.change(where, { target: { value: place.value } });
  await pane.settled();
  const parts = kept(pane)!.items.filter(({ spans }) =>
    spans.some(({ start }) => start >= REGULATION.indexOf('抢话') && start <= REGULATION.indexOf('打断')),
  );
  expect(parts.map(({ clause }) => clause.effects)).toMatchObject([[{ value: '1' }], [{ value: '1' }]]);
  // the first part has no amount of its own, and that is asked about
  expect(parts[0]!.questions.map(({ code }) => code)).toContain('INHERITED');
  await act(`${rude} 的与下一条合并`);
  expect(words()).toHaveLength(before.length);

  await act('2 条没写按什么计：都按「次」计');
  for (const { id, decision } of kept(pane)!.items) {
    if (decision === 'open') await act(`${id} 的${id === idOf('语速') ? '不用' : '接受'}`);
  }
  fireEvent.change(screen.getByRole('textbox', { name: '施行日期' }), { target: { value: '十月' } });
  await act('校验');
  await screen.findByText('请写成 2026-10-01 这样的日期。');
  fireEvent.change(screen.getByRole('textbox', { name: '施行日期' }), { target: { value: '2026-09-01' } });
  await act('校验');
  await screen.findByText(/校验通过：5 条/);
  await act('启用这份规程');

  const { settings, report, rulebookView } = pane.state();
  expect(rulebookView).toBe('inForce');
  expect(settings.review).toBeUndefined();
  expect(settings.rulebook).toEqual({ id: 'TEAM' });
  expect(report?.rulebook).toMatchObject({
    id: 'TEAM',
    title: { zh: '客服班组考核细则' },
    effectiveFrom: '2026-09-01',
    score: { base: '100' },
  });
  expect(report?.rulebook.clauses.map(({ id }) => id)).toEqual([
    'TEAM-01',
    'TEAM-02',
    'TEAM-03',
    'TEAM-04',
    'TEAM-05',
  ]);
});

test('the text, the review, a clause being corrected and the check have no accessibility fault', async () => {
  await openImport();
  expect(await violations()).toEqual([]);
  fireEvent.change(screen.getByRole('textbox', { name: '考核办法的正文' }), {
    target: { value: REGULATION },
  });
  click('读取条款');
  await screen.findByRole('list', { name: '条款' });
  fireEvent.click(screen.getAllByRole('button', { name: /的拆开$/ })[0]!);
  expect(await violations()).toEqual([]);
  fireEvent.click(screen.getAllByRole('button', { name: /的修改$/ })[0]!);
  expect(await violations()).toEqual([]);
  fireEvent.change(screen.getByRole('combobox', { name: '显示' }), { target: { value: 'unread' } });
  expect(await violations()).toEqual([]);
});

test('a Word file and a text file of the Chinese code page are read; another file is refused', async () => {
  await openImport();
  const choose = (name: string, bytes: Uint8Array<ArrayBuffer>): void => {
    const file = new File([bytes], name);
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(bytes.buffer) });
    fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [file] } });
  };
  const box = (): string =>
    screen.getByRole<HTMLTextAreaElement>('textbox', { name: '考核办法的正文' }).value;

  // 扣 = 0xbf 0xdb, 分 = 0xb7 0xd6 in GB 18030
  choose('gb.txt', new Uint8Array([0xbf, 0xdb, 0x32, 0xb7, 0xd6]));
  await waitFor(() => {
    expect(box()).toBe('扣2分');
  });
  choose('picture.png', new Uint8Array([0x89, 0, 0xff, 0xff]));
  await screen.findByText(/picture\.png 不是文本/);
  expect(box()).toBe('扣2分');
});

test('a printed rulebook is told not to carry what paper cannot', async () => {
  await readText(printRulebook(shippedRulebook('QA')!, { day: parseDay('2026-10-31')! }));
  expect(screen.getByText(/打印的细则不带考勤自动计入/)).toBeTruthy();
  cleanup();
  await readText(REGULATION);
  expect(screen.queryByText(/打印的细则不带考勤自动计入/)).toBeNull();
});
