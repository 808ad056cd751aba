import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';

const SCREENS = 'out/screens';
const WAIT_MS = 30_000;

/** The workbench in a browser, with the means of a person and a look at what is drawn. */
export class WorkbenchPage {
  /** Addresses of all requests of the page, its frames and workers. */
  readonly requests: string[] = [];
  /** Uncaught errors and error messages of the console. */
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly address: string,
  ) {
    context.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** Opens the page and waits until the workbook is shown and the add-in has started. */
  static async open(browser: Browser, address: string): Promise<WorkbenchPage> {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      acceptDownloads: true,
      locale: 'zh-CN',
      viewport: { width: 1440, height: 860 },
    });
    const opened = new WorkbenchPage(context, await context.newPage(), address);
    await opened.page.goto(address);
    await opened.ready();
    return opened;
  }

  /** Waits for the add-in's runtime. */
  async ready(): Promise<void> {
    await this.page.waitForFunction('window.workbench?.book?.channel?.isConnected === true', undefined, {
      timeout: WAIT_MS,
    });
  }

  get pane(): Frame {
    const frame = this.page.frames().find((each) => each.url().includes('taskpane'));
    if (!frame) throw new Error('the pane is not there');
    return frame;
  }

  /** The tab with this name, as a click on it shows it. */
  async openTab(name: string): Promise<void> {
    await this.page.locator('[data-u-comp="slide-tab-item"]', { hasText: name }).first().click();
    await this.page.waitForFunction(
      `workbench.spreadsheet.api.getActiveWorkbook().getActiveSheet().getSheetName() === '${name}'`,
    );
  }

  /** Goes to a cell by the name box. */
  async goTo(cell: string): Promise<void> {
    const box = this.page.locator('[data-u-comp="defined-name"] input');
    await box.click();
    await box.fill(cell);
    await box.press('Enter');
    await this.page.waitForFunction(
      `workbench.spreadsheet.api.getActiveWorkbook().getActiveRange().getA1Notation() === '${cell}'`,
    );
  }

  /** Types into a cell and confirms. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.locator('[data-u-comp="render-canvas"]').last().focus();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** What the component shows in cells of the active tab, row by row, as a person reads it. */
  shown(range: string): Promise<string[][]> {
    return this.page.evaluate(
      `workbench.spreadsheet.api.getActiveWorkbook().getActiveSheet().getRange('${range}').getDisplayValues()`,
    );
  }

  /** Waits until a cell of the active tab shows a text. */
  async waitForCell(cell: string, text: string): Promise<void> {
    await this.page.waitForFunction(
      ([address, wanted]) => {
        const { workbench } = window as unknown as { workbench: WorkbenchGlobal };
        const sheet = workbench.spreadsheet.api.getActiveWorkbook().getActiveSheet();
        return sheet.getRange(address!).getDisplayValue() === wanted;
      },
      [cell, text],
      { timeout: WAIT_MS },
    );
  }

  /** Runs a function in the pane; it may use `Excel` and `Office`. */
  inPane<T>(script: string): Promise<T> {
    return this.pane.evaluate(script);
  }

  async openFile(file: string): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file);
    const name = path.basename(file);
    await this.page.waitForFunction(`workbench.state.fileName === '${name}' && !workbench.state.busy`);
    await this.ready();
  }

  async download(): Promise<Uint8Array> {
    await this.page.locator('.menu > button').click();
    const waiting = this.page.waitForEvent('download');
    await this.page.locator('[data-item="workbench.download"]').click();
    const file = await (await waiting).path();
    return new Uint8Array(fs.readFileSync(file));
  }

  async screenshot(name: string): Promise<void> {
    fs.mkdirSync(SCREENS, { recursive: true });
    await this.page.screenshot({ path: path.join(SCREENS, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

interface WorkbenchGlobal {
  readonly spreadsheet: {
    readonly api: {
      getActiveWorkbook(): {
        getActiveSheet(): {
          getSheetName(): string;
          getRange(address: string): { getDisplayValue(): string };
        };
      };
    };
  };
}
