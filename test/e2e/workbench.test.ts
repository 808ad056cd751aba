import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { createWorkbook, readWorkbook } from '../../src/workbook/xlsx';
import { launchBrowser } from './support/browser';
import { startWorkbench, type WorkbenchServer } from './support/server';
import { WorkbenchPage } from './support/workbenchPage';

jest.setTimeout(240_000);

let server: WorkbenchServer;
let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
  workbench = await WorkbenchPage.open(browser, server.address);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('the page shows the sample, and the pane has started as in Excel', async () => {
  expect(await workbench.shown('A1:A3')).toEqual([
    ['鹭汀互娱客服部 质检与考勤资料'],
    [''],
    ['1. “每日统计”每月2日前从考勤系统导出后整张贴入,不要改列。'],
  ]);
  expect(await workbench.inPane('window.ready')).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
  expect(await workbench.page.locator('.ribbon [role=tab]').allTextContents()).toEqual(['探测']);
  expect(await workbench.page.locator('.ribbon .command').allTextContents()).toEqual(['运行', '打开面板']);
});

test('what is typed reaches office.js, read as Excel reads it, and is told as an event', async () => {
  await workbench.type('B10', '42');
  await workbench.type('B11', '2026-10-08');
  await workbench.type('B12', "'007");
  const values = await workbench.inPane<unknown>(`Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('说明').getRange('B10:B12');
    range.load('values,numberFormat');
    await context.sync();
    return [range.values, range.numberFormat];
  })`);
  expect(values).toEqual([
    [[42], [46303], ['007']],
    [['General'], ['yyyy/m/d'], ['General']],
  ]);
  await workbench.waitForCell('B11', '2026/10/8');
  expect(await workbench.inPane<string[]>('window.seen')).toEqual(
    expect.arrayContaining(['changed B10', 'changed B11', 'changed B12', 'selected']),
  );
});

test('formulas show the values of the host, custom functions those of the add-in', async () => {
  await workbench.type('C10', '=B10*2+1');
  await workbench.waitForCell('C10', '85');
  await workbench.type('C11', '=QASCORE("王芳","2026-10")');
  await workbench.waitForCell('C11', '王芳@2026-10');
  await workbench.type('C12', '=TWICE(B10)');
  await workbench.waitForCell('C12', '84');
  await workbench.type('B10', '50');
  await workbench.waitForCell('C12', '100');
  await workbench.waitForCell('C10', '101');
});

test('what the add-in writes is drawn', async () => {
  await workbench.inPane(`Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('报表');
    sheet.getRange('A1:C1').values = [['姓名', '得分', '状态']];
    const header = sheet.getRange('A1:C1').format;
    header.fill.color = '#D9E2F3';
    header.font.bold = true;
    header.horizontalAlignment = 'Center';
    sheet.getRange('A2:C4').values = [['王芳', 98.5, '完成'], ['李强', 55, '整改'], ['=1+1', 77, '完成']];
    sheet.getRange('B2:B4').numberFormat = [['0.00'], ['0.00'], ['0.00']];
    sheet.getRange('A:A').format.columnWidth = 120;
    sheet.getRange('A6:C6').merge();
    sheet.getRange('A6').values = [['合并']];
    sheet.freezePanes.freezeRows(1);
    const low = sheet.getRange('B2:B4').conditionalFormats.add('CellValue');
    low.cellValue.format.fill.color = '#FECACA';
    low.cellValue.rule = { formula1: '=60', operator: 'LessThan' };
    const open = sheet.getRange('C2:C4').conditionalFormats.add('CellValue');
    open.cellValue.format.font.color = '#C00000';
    open.cellValue.rule = { formula1: '="整改"', operator: 'EqualTo' };
    sheet.getRange('C2:C4').dataValidation.rule = { list: { inCellDropDown: true, source: '完成,整改' } };
    sheet.activate();
    sheet.getRange('B3').select();
    await context.sync();
  })`);
  await workbench.waitForCell('B2', '98.50');
  expect(await workbench.shown('A1:C4')).toEqual([
    ['姓名', '得分', '状态'],
    ['王芳', '98.50', '完成'],
    ['李强', '55.00', '整改'],
    ['2', '77.00', '完成'],
  ]);
  const look = await workbench.page.evaluate(`(() => {
    const book = workbench.spreadsheet.api.getActiveWorkbook();
    const sheet = book.getActiveSheet();
    const header = sheet.getRange('A1');
    return {
      tab: sheet.getSheetName(),
      selected: book.getActiveRange().getA1Notation(),
      fill: header.getBackground(),
      width: sheet.getColumnWidth(0),
      merged: sheet.getRange('A6').isMerged() || sheet.getMergedRanges().length,
      frozen: sheet.getFrozenRows(),
      rules: sheet.getConditionalFormattingRules().length,
      lists: sheet.getDataValidations().length,
    };
  })()`);
  expect(look).toEqual({
    tab: '报表',
    selected: 'B3',
    fill: '#D9E2F3',
    width: 160,
    merged: expect.anything(),
    frozen: 1,
    rules: 2,
    lists: 1,
  });
  await workbench.screenshot('written-by-the-addin');
});

test('a button of the ribbon runs a function of the add-in, in the language of the page', async () => {
  await workbench.page.locator('[id="Probe.Run"]').click();
  await workbench.pane.waitForFunction("window.seen.includes('probe')");
  await workbench.page.getByRole('button', { name: 'English' }).click();
  await workbench.ready();
  await workbench.pane.waitForFunction('window.ready !== undefined');
  expect(await workbench.page.locator('.ribbon .command').allTextContents()).toEqual(['Run', 'Open']);
  expect(await workbench.inPane('Office.context.displayLanguage')).toBe('en-US');
  await workbench.screenshot('english');
  await workbench.page.getByRole('button', { name: '中文' }).click();
  await workbench.ready();
});

test('the result is downloaded: changed cells and new tabs in it, everything else as it was', async () => {
  const saved = readWorkbook(await workbench.download());
  expect(saved.sheets.map(({ name }) => name)).toEqual([
    ...readWorkbook(new Uint8Array(fs.readFileSync('assets/sample.xlsx'))).sheets.map(({ name }) => name),
    '报表',
  ]);
  expect(saved.grid('说明').rows[9]).toEqual([null, 50, 101]);
  expect(saved.grid('报表').rows.slice(0, 3)).toEqual([
    ['姓名', '得分', '状态'],
    ['王芳', 98.5, '完成'],
    ['李强', 55, '整改'],
  ]);
});

test("a workbook of one's own is opened, and one that is none is refused with a sentence", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'workbench-'));
  const own = path.join(folder, '自己的.xlsx');
  fs.writeFileSync(own, createWorkbook([{ name: '甲', rows: [['x', { f: '2*3', v: 6 }]] }]));
  await workbench.openFile(own);
  expect(await workbench.shown('A1:B1')).toEqual([['x', '6']]);
  const broken = path.join(folder, 'broken.xlsx');
  fs.writeFileSync(broken, 'no workbook');
  await workbench.page.locator('input[type=file]').setInputFiles(broken);
  const notice = workbench.page.getByRole('alert');
  await notice.waitFor();
  expect(await notice.textContent()).toContain('broken.xlsx');
  expect(await workbench.shown('A1:B1')).toEqual([['x', '6']]);
});

test('nothing left the machine, nothing failed, everything asked for was answered', async () => {
  const origins = new Set(workbench.requests.map((each) => new URL(each).origin));
  origins.delete('null');
  expect([...origins]).toEqual([new URL(server.address).origin]);
  expect(await workbench.page.evaluate('workbench.book.host.stats.unimplemented')).toEqual({});
  expect(workbench.errors).toEqual([]);
});
