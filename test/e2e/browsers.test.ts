import { installedChromium, launchBrowser } from './support/browser';
import { startWorkbench } from './support/server';
import { WorkbenchPage } from './support/workbenchPage';

jest.setTimeout(120_000);

const withInstalled = installedChromium() === undefined ? test.skip : test;

withInstalled('the browser of the machine starts and shows a page', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<title>a</title><p>两</p>');
  expect(await page.locator('p').textContent()).toBe('两');
  await browser.close();
});

test('where the machine has none, the browser from the npm package runs the workbench', async () => {
  const [server, browser] = await Promise.all([startWorkbench(), launchBrowser({ shipped: true })]);
  const workbench = await WorkbenchPage.open(browser, server.address);
  expect(await workbench.shown('A1')).toEqual([['鹭汀互娱客服部 质检与考勤资料']]);
  expect(await workbench.inPane('window.ready')).toMatchObject({ host: 'Excel' });
  await browser.close();
  await server.stop();
});
