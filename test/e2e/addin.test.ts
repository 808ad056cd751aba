import fs from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser';
import { startWorkbench, type WorkbenchServer } from './support/server';
import { WorkbenchPage } from './support/workbenchPage';

jest.setTimeout(300_000);

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

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

const SCREENS = ['月报', '解释', '数据', '规程', '投诉'];

async function chooseRulebook(page: WorkbenchPage): Promise<void> {
  await page.pane.locator('select').filter({ hasText: 'GM' }).first().selectOption({ value: 'GM' });
  await page.pane.getByRole('button', { name: /生成 10 月/ }).waitFor();
}

async function build(page: WorkbenchPage): Promise<void> {
  await page.pane.getByRole('tab', { name: '月报' }).click();
  const button = page.pane.getByRole('button', { name: /生成 10 月/ });
  await button.and(page.pane.locator(':not([aria-disabled=true]):not([disabled])')).click();
}

const tabNames = (page: WorkbenchPage): Promise<string[]> =>
  page.page.evaluate(
    `workbench.book.model.sheets.filter((s) => s.visibility === 'Visible').map((s) => s.name)`,
  );

test('choose, build, and the reader stays where he is', async () => {
  const before = await tabNames(workbench);
  await chooseRulebook(workbench);
  await build(workbench);
  await workbench.pane.getByText('已写入 9 个工作表').waitFor({ timeout: 120_000 });
  expect((await tabNames(workbench)).slice(0, before.length)).toEqual(before);
  expect(await workbench.page.evaluate('workbench.book.model.active.name')).toBe(before[0]);
});

test('a second build changes nothing and says so', async () => {
  const written = 'workbench.book.host.stats.cellsWritten';
  const before = await workbench.page.evaluate<number>(written);
  await build(workbench);
  await workbench.pane.getByText('没有变化').first().waitFor({ timeout: 120_000 });
  expect(await workbench.page.evaluate<number>(written)).toBe(before);
});

test('one edited record changes the formulas of its person and no others', async () => {
  await workbench.openTab('人员名单');
  await workbench.type('L2', '=QASCORE("钟离舟","2026-10")');
  await workbench.type('L3', '=QASCORE("傅思齐","2026-10")');
  await workbench.waitForCell('L2', '8');
  await workbench.waitForCell('L3', '8');
  await workbench.openTab('质检记录');
  await workbench.type('L29', '申诉成立');
  await workbench.openTab('人员名单');
  await workbench.waitForCell('L2', '15');
  await workbench.waitForCell('L3', '8');
});

test('the explanation follows the selection and leads to the record', async () => {
  const { pane } = workbench;
  await workbench.goTo('L3');
  await pane.getByRole('tab', { name: '解释' }).click();
  await pane.getByText('LT1006').first().waitFor();
  const line = pane.getByRole('button', { name: /GM-11/ }).first();
  await line.waitFor();
  expect(await pane.locator('body').innerText()).toContain('质检记录!行 32');
  await line.click();
  await workbench.page.waitForFunction(`workbench.book.model.active.name === '质检记录'`);
  await workbench.screenshot('explain');
});

test('undo takes the last build back', async () => {
  const { pane } = workbench;
  await pane.getByRole('tab', { name: '月报' }).click();
  await pane.getByRole('button', { name: /撤销/ }).first().click();
  await workbench.page.waitForFunction(
    `!workbench.book.model.sheets.some((s) => s.name === '绩效汇总')`,
    undefined,
    { timeout: 60_000 },
  );
  expect(await tabNames(workbench)).not.toContain('扣分明细');
});

test('cancelled while it runs, no half tab is left', async () => {
  const before = await tabNames(workbench);
  await build(workbench);
  await workbench.pane.getByRole('button', { name: '取消' }).click();
  await workbench.pane.getByText('已取消').first().waitFor({ timeout: 60_000 });
  expect(await tabNames(workbench)).toEqual(before);
  expect(await workbench.page.evaluate('workbench.book.model.sheets.length')).toBe(before.length);
});

test('text of the workbook is text, never markup', async () => {
  await workbench.openTab('质检记录');
  await workbench.type('F30', '<img src=x onerror="window.hacked=1"><b>态度</b>');
  await workbench.pane.getByRole('tab', { name: '数据' }).click();
  await workbench.page.waitForTimeout(1_500);
  expect(await workbench.pane.evaluate('window.hacked')).toBeUndefined();
  expect(await workbench.pane.locator('img[src=x]').count()).toBe(0);
});

describe('the page keeps its promises', () => {
  test('no code is made from text', async () => {
    // evaluated by a script of the page's own, which the policy governs
    const refused = await workbench.pane.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.head.append(script);
      return (window as unknown as { inlineRan?: boolean }).inlineRan !== true;
    });
    expect(refused).toBe(true);
    const policy = await workbench.pane
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("default-src 'none'");
  });

  test('bundle and office.js are byte for byte what Excel would load', async () => {
    const scripts = new Set(workbench.requests.filter((each) => /\/(addin|office)\/[^?]+\.js/.test(each)));
    const names = [...scripts].map((each) => new URL(each).pathname);
    expect(names).toContain('/addin/addin.js');
    expect(names).toContain('/office/office.js');
    for (const name of names) {
      const answer = await workbench.page.request.get(new URL(name, server.address).href);
      const file = name
        .replace(/^\/addin\//, 'dist/addin/')
        .replace(/^\/office\//, 'node_modules/@microsoft/office-js/dist/');
      expect((await answer.body()).equals(fs.readFileSync(file))).toBe(true);
    }
  });

  test('nothing leaves the origin, nothing is missing in the host, nothing fails', async () => {
    const origins = new Set(workbench.requests.map((each) => new URL(each).origin));
    expect(origins).toEqual(new Set([new URL(server.address).origin]));
    expect(await workbench.page.evaluate('workbench.book.host.stats.unimplemented')).toEqual({});
    // the refusal that the test above provoked, and the component's late look at rules of a sheet that is gone
    const expected = /Content Security Policy|SheetsDataValidationValidatorService/;
    expect(workbench.errors.filter((error) => !expected.test(error))).toEqual([]);
  });
});

test('everything on every screen can be reached with the keyboard', async () => {
  const { pane, page } = workbench;
  for (const screen of SCREENS) {
    await pane.getByRole('tab', { name: screen }).click();
    await page.waitForTimeout(500);
    const missed = await pane.evaluate(() => {
      const usable = [
        ...document.querySelectorAll<HTMLElement>('button, select, input, a[href], [role=tab]'),
      ].filter(
        (element) =>
          element.offsetParent !== null &&
          !element.hasAttribute('disabled') &&
          element.closest('[aria-hidden=true]') === null,
      );
      return usable
        .filter((element) => {
          // arrow keys lead to the other members of a group of tabs or radio buttons
          const isMember = element.matches('[role=tab], input[type=radio]');
          element.focus();
          return document.activeElement !== element || (!isMember && element.tabIndex < 0);
        })
        .map((element) => element.outerHTML.slice(0, 120));
    });
    expect({ screen, missed }).toEqual({ screen, missed: [] });
  }
  // from the tabs by keys alone: arrow to the next screen, Tab into it
  await pane.getByRole('tab', { name: '月报' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await pane.getByRole('tab', { name: '解释' }).getAttribute('aria-selected')).toBe('true');
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

describe.each([
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['high contrast', { colorScheme: 'dark', forcedColors: 'active' }],
] as const)('in %s', (name, media) => {
  let page: WorkbenchPage;
  beforeAll(async () => {
    page = await WorkbenchPage.open(browser, server.address);
    await page.page.emulateMedia(media);
    await chooseRulebook(page);
  });
  afterAll(() => page.close());

  test.each([...SCREENS, '设置'])('%s passes the accessibility checks', async (screen) => {
    const { pane } = page;
    const button =
      screen === '设置'
        ? pane.getByRole('button', { name: '设置' })
        : pane.getByRole('tab', { name: screen });
    await button.first().click();
    await page.page.waitForTimeout(600);
    await pane.evaluate(AXE);
    const violations = await pane.evaluate<Violation[]>(
      // Fluent's focus keeper puts hidden stops at the edges of its groups, which hand the focus on at once
      `axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] }).then((found) => found.violations)`,
    );
    await page.screenshot(`${name} ${screen}`);
    expect(
      violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
      })),
    ).toEqual([]);
  });
});
