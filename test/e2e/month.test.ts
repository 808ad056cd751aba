import type { Browser } from 'playwright-core';
import { readWorkbook } from '../../src/workbook/xlsx';
import { launchBrowser } from './support/browser';
import { startWorkbench, type WorkbenchServer } from './support/server';
import { WorkbenchPage } from './support/workbenchPage';

jest.setTimeout(300_000);

let server: WorkbenchServer;
let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench({ own: true }), launchBrowser()]);
  workbench = await WorkbenchPage.open(browser, server.address);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("the add-in builds the sample's month, the tabs are shown and travel with the download", async () => {
  const { pane, page } = workbench;
  await pane.locator('select').filter({ hasText: 'GM' }).first().selectOption({ value: 'GM' });
  const build = pane.getByRole('button', { name: /生成 10 月/ });
  await build.and(pane.locator(':not([aria-disabled=true])')).click();
  await pane.getByText('已写入 9 个工作表').waitFor({ timeout: 120_000 });

  await workbench.openTab('绩效汇总');
  await workbench.waitForCell('A1', '2026年10月绩效汇总');
  expect(await workbench.shown('A3:D3')).toEqual([['名次', '姓名', '工号', '班组']]);
  // the chart stands below the table, and is drawn with the tab
  await page.locator('.charts svg').waitFor({ state: 'attached' });
  expect(await page.locator('.charts svg').getAttribute('aria-label')).toContain('得分');
  await workbench.screenshot('month');

  const saved = readWorkbook(await workbench.download());
  const made = saved.sheets.filter(({ madeBy }) => madeBy !== undefined);
  expect(made).toHaveLength(9);
  expect(saved.grid('绩效汇总').rows[0]![0]).toBe('2026年10月绩效汇总');
  expect(saved.customXml().map(({ namespace }) => namespace)).toContain('urn:qascore:state:1');
  expect(await page.evaluate('workbench.book.host.stats.unimplemented')).toEqual({});
  expect(new Set(workbench.requests.map((each) => new URL(each).origin))).toEqual(
    new Set([new URL(server.address).origin]),
  );
  expect(workbench.errors).toEqual([]);
});

test('a formula typed in a cell shows the score of the month', async () => {
  await workbench.openTab('人员名单');
  await workbench.type('L2', '=QASCORE("邵明玥","2026-10")');
  await workbench.waitForCell('L2', (await scoreInTable('邵明玥')) ?? 'the person has a score');
});

/** The score in the performance tab, as it is shown. */
async function scoreInTable(name: string): Promise<string | undefined> {
  const table = await workbench.page.evaluate<string[][]>(
    `workbench.spreadsheet.api.getActiveWorkbook().getSheetByName('绩效汇总').getRange('A3:P40').getDisplayValues()`,
  );
  const [header = [], ...rows] = table;
  return rows.find((row) => row[header.indexOf('姓名')] === name)?.[header.indexOf('得分')];
}
