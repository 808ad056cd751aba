import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, type Day } from '../../../src/facts/date';
import { parseDay } from '../../../src/facts/date';
import type { Language } from '../../../src/i18n';
import { MonthSession } from '../../../src/month/live/session';
import { App } from '../../../src/taskpane/App';
import { PaneModel } from '../../../src/taskpane/state/paneModel';
import type { PaneState, Screen } from '../../../src/taskpane/state/paneState';
import { createWorkbook } from '../../../src/workbook/xlsx';
import { FilePort } from './filePort';

// the whole page in every failure hides the sentence that says what failed
configure({
  getElementError: (message) =>
    new Error(`${(message ?? '').slice(0, 200)}\n${document.body.textContent ?? ''}`),
  asyncUtilTimeout: 20_000,
});

jest.setTimeout(120_000);

export interface OpenPane {
  readonly port: FilePort;
  readonly session: MonthSession;
  readonly model: PaneModel;
  readonly state: () => PaneState;
  /** Waits until the pane has shown everything it is working at. */
  readonly settled: () => Promise<void>;
}

export interface OpenPaneOptions {
  /** Absent = the sample. */
  readonly bytes?: Uint8Array;
  readonly language?: Language;
  readonly screen?: Screen;
  readonly today?: string;
  /** Holds the session's work until it resolves. */
  readonly pause?: () => Promise<void>;
  /** State that the workbook carries from before. */
  readonly carries?: unknown;
}

export const SAMPLE = join(__dirname, '../../../assets/sample.xlsx');
export const sampleBytes = (): Uint8Array => new Uint8Array(readFileSync(SAMPLE));
export const emptyBytes = (): Uint8Array => createWorkbook([{ name: 'Sheet1', rows: [] }]);

const dayOfText = (text: string): Day => parseDay(text) ?? dayOf(2026, 11, 2) ?? 0;

/** Renders the pane over a workbook file, through the real session and core. */
export async function openPane(options: OpenPaneOptions = {}): Promise<OpenPane> {
  const { bytes = sampleBytes(), language = 'zh', screen: first = 'month', today = '2026-11-02' } = options;
  const port = new FilePort(bytes);
  if (options.carries !== undefined) await port.saveState(options.carries);
  let ticks = 0;
  const session = new MonthSession({
    port,
    language,
    today: () => dayOfText(today),
    pause: options.pause ?? (() => Promise.resolve()),
    // a pause after every step
    clock: () => (ticks += 50),
    later: (_milliseconds, work) => {
      const timer = setTimeout(work, 0);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const model = new PaneModel(session, first);
  render(<App model={model} />);
  const pane: OpenPane = {
    port,
    session,
    model,
    state: model.snapshot,
    settled: () =>
      waitFor(
        () => {
          const { phase, isBusy, report, failure, error } = model.snapshot();
          expect(['ready', 'failed']).toContain(phase);
          expect(isBusy).toBe(false);
          if (failure === undefined && error === undefined) expect(report).toBeDefined();
        },
        { timeout: 60_000, interval: 20 },
      ),
  };
  await pane.settled();
  return pane;
}

/** The pane over the sample with a rulebook chosen. */
export const openSample = (options: OpenPaneOptions = {}): Promise<OpenPane> =>
  openPane({ carries: { version: 1, rulebook: { id: 'GM' } }, ...options });

/** Opens a part of the rulebook screen and waits until it has been fetched. */
export async function openRulebookPart(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('tab', { name }));
  await waitFor(() => {
    expect(screen.queryByText(/^(?:正在打开…|Opening…)$/)).toBeNull();
  });
}

export { cleanup, screen };
