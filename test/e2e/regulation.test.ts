import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { createWorkbook } from '../../src/workbook/xlsx';
import { launchBrowser } from './support/browser';
import { startWorkbench, type WorkbenchServer } from './support/server';
import { WorkbenchPage } from './support/workbenchPage';

jest.setTimeout(300_000);

/** Made up for this test. */
const REGULATION = `云岫客服中心质检考核办法
第一条 每人每月基本分100分，按下列条款加减。
第二条 服务规范
1. 未使用规范开头语或结束语的，每次扣2分。
2. 推诿客户、拒绝登记诉求的，每次扣5分，罚款50元。
3. 与客户争吵、辱骂客户的，每次扣10分，罚款100元。
4. 工单填写不完整的，每单扣1分。
5. 泄露客户资料的，视情节扣分。
第三条 奖励
6. 收到客户书面表扬的，每次加3分。`;

const LOG = [
  ['日期', '姓名', '违规内容'],
  ['2026-10-09', '周岚', '未使用规范开头语'],
  ['2026-10-12', '周岚', '工单填写不完整'],
  ['2026-10-13', '陆川', '推诿客户、拒绝登记诉求'],
  ['2026-10-20', '陆川', '收到客户书面表扬'],
  ['2026-10-21', '齐悦', '与客户争吵、辱骂客户'],
];

const ROSTER = [
  ['工号', '姓名', '班组', '入职日期'],
  ['Y01', '周岚', '一组', '2024-03-01'],
  ['Y02', '陆川', '一组', '2024-03-01'],
  ['Y03', '齐悦', '二组', '2024-03-01'],
];

let server: WorkbenchServer;
let browser: Browser;
let workbench: WorkbenchPage;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulation-'));

/** A workbook with the roster and a log. */
function workbookFile(name: string, log: readonly (readonly string[])[]): string {
  const file = path.join(folder, name);
  const sheets = [
    { name: '人员', rows: ROSTER },
    { name: '质检记录', rows: log },
  ];
  fs.writeFileSync(file, createWorkbook(sheets));
  return file;
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench({ own: true }), launchBrowser()]);
  workbench = await WorkbenchPage.open(browser, server.address);
  await workbench.openFile(workbookFile('team.xlsx', LOG));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const click = (name: string | RegExp): Promise<void> =>
  workbench.pane.getByRole('button', { name }).first().click();

test('a regulation is pasted, confirmed and put in force, and the month is scored by it', async () => {
  const { pane } = workbench;
  await pane.getByRole('tab', { name: '规程' }).click();
  await pane.getByRole('tab', { name: '从文本导入' }).click();
  await pane.getByRole('textbox', { name: '考核办法的正文' }).fill(REGULATION);
  await click('读取条款');
  await pane.getByText('共 6 条').waitFor();
  await workbench.screenshot('regulation-review');

  // the amount that the text leaves open is typed in
  const asked = pane.getByRole('group', { name: /待确认/ }).filter({ hasText: '泄露客户资料' });
  await asked.getByRole('button', { name: '修改' }).click();
  await asked.getByRole('textbox', { name: '数额' }).fill('20');
  await asked.getByRole('textbox', { name: '计数单位' }).fill('次');
  await workbench.screenshot('regulation-correct');
  await asked.getByRole('button', { name: '保存并接受' }).click();
  await pane.getByText('已接受 1').waitFor();
  await click(/接受没有疑问的/);
  await pane.getByText('待确认 0').waitFor();
  await pane.getByRole('textbox', { name: '施行日期' }).fill('2026-10-01');
  await click('校验');
  await pane.getByText(/校验通过：6 条/).waitFor();
  await workbench.screenshot('regulation-checked');
  await click('启用这份规程');
  await pane.getByText('云岫客服中心质检考核办法').first().waitFor();
  await workbench.screenshot('regulation-in-force');

  await pane.getByRole('tab', { name: '月报' }).click();
  await click(/生成 10 月/);
  await pane.getByText(/已写入 \d+ 个工作表/).waitFor({ timeout: 120_000 });
  await workbench.openTab('人员');
  await workbench.type('F2', '=QASCORE(B2,"2026-10")');
  await workbench.type('F3', '=QASCORE(B3,"2026-10")');
  await workbench.type('F4', '=QASCORE(B4,"2026-10")');
  await workbench.type('G4', '=QAFINE(B4,"2026-10")');
  // 100 - 2 - 1, 100 - 5 + 3, 100 - 10
  await workbench.waitForCell('F2', '97');
  await workbench.waitForCell('F3', '98');
  await workbench.waitForCell('F4', '90');
  await workbench.waitForCell('G4', '100');
  expect(workbench.errors).toEqual([]);
});

const GIVEN = path.join(__dirname, '../../../shared/domain/regulations/13_kf_center_reward_fines');

interface Annotated {
  readonly direction: string;
  readonly money: unknown;
  readonly ambiguous?: boolean;
}

(fs.existsSync(`${GIVEN}.txt`) ? test : test.skip)(
  'a regulation of somebody else becomes a rulebook, and its fines come out as annotated by hand',
  async () => {
    const text = fs.readFileSync(`${GIVEN}.txt`, 'utf8').replace(/^# .*\n/gm, '');
    const { clauses } = JSON.parse(fs.readFileSync(`${GIVEN}.json`, 'utf8')) as { clauses: Annotated[] };
    // every rule of the text becomes a clause, in its order: the number of the one is that of the other
    const chosen = clauses.flatMap(({ direction, money, ambiguous }, index) =>
      direction === 'deduct' && typeof money === 'number' && ambiguous !== true
        ? [{ id: `TEAM-${String(index + 1).padStart(2, '0')}`, money }]
        : [],
    );
    expect(chosen.length).toBeGreaterThan(10);
    const log = chosen.map(({ id }, index) => [`2026-10-${10 + index}`, '周岚', id]);
    await workbench.openFile(workbookFile('given.xlsx', [['日期', '姓名', '条款'], ...log]));
    const { pane } = workbench;
    await pane.getByRole('tab', { name: '规程' }).click();
    await pane.getByRole('tab', { name: '从文本导入' }).click();
    await pane.getByRole('textbox', { name: '考核办法的正文' }).fill(text);
    await click('读取条款');
    const status = pane.getByText(/^共 \d+ 条：/);
    /** Presses a button and waits until the review has taken it. */
    const decide = async (name: string | RegExp): Promise<number> => {
      const before = await status.innerText();
      await click(name);
      const after = pane.getByText(/^共 \d+ 条：/).and(pane.locator(`:not(:text-is("${before}"))`));
      return Number(/待确认 (\d+)/.exec(await after.innerText())?.[1]);
    };
    let open = await decide(/接受没有疑问的/);
    while (open > 0) open = await decide(/ 的接受$/);
    // the text has no title of its own
    await pane.getByRole('textbox', { name: '规程名称' }).fill('给定的办法');
    await pane.getByRole('textbox', { name: '施行日期' }).fill('2026-10-01');
    await click('校验');
    await pane.getByText(/校验通过/).waitFor();
    await click('启用这份规程');
    await pane.getByText('TEAM-01').first().waitFor();
    await workbench.openTab('人员');
    await workbench.type('F2', '=QAFINE(B2,"2026-10")');
    const fines = chosen.reduce((sum, { money }) => sum + money, 0);
    await workbench.waitForCell('F2', String(fines));
  },
);
