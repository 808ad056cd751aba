import { sentence, t, type Language } from '../../i18n';
import { ProblemError } from '../../facts/problem';
import { readManifest, type AddinManifest, type RibbonButton } from './manifest';
import type { ExcelSchema, FunctionsMetadata } from '../host';
import { openBook, type OpenBook } from './openBook';
import { createSpreadsheet, setSpreadsheetLanguage, type Spreadsheet } from './spreadsheet';

export interface Pane {
  /** Another one for every runtime of the add-in. */
  readonly key: number;
  readonly name: string;
  readonly address: string;
}

export interface WorkbenchState {
  readonly language: Language;
  readonly fileName: string;
  readonly busy: boolean;
  readonly notice: string | undefined;
  readonly manifest: AddinManifest | undefined;
  readonly pane: Pane | undefined;
  readonly paneOpen: boolean;
}

const SAMPLE = { address: '/sample.xlsx', name: 'sample.xlsx' };
const ADDIN_FOLDER = '/addin/';
const LANGUAGE_KEY = 'workbench.language';

/** The page's one object: the open workbook, the spreadsheet that shows it and the add-in beside it. */
export class Workbench {
  state: WorkbenchState = {
    language: localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'zh',
    fileName: SAMPLE.name,
    busy: true,
    notice: undefined,
    manifest: undefined,
    pane: undefined,
    paneOpen: true,
  };
  spreadsheet: Spreadsheet | undefined;
  book: OpenBook | undefined;
  private manifestText: string | undefined;
  private schema: ExcelSchema | undefined;
  private runtimes = 0;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Shows the sample in `container` and starts the add-in. */
  async start(container: HTMLElement): Promise<void> {
    if (this.spreadsheet) return;
    this.spreadsheet = createSpreadsheet(container, this.state.language);
    const response = await fetch('/manifest.xml');
    if (response.ok) this.manifestText = await response.text();
    this.readManifest();
    await this.openSample();
  }

  async openSample(): Promise<void> {
    const response = await fetch(SAMPLE.address);
    await this.open(new Uint8Array(await response.arrayBuffer()), SAMPLE.name);
  }

  async openFile(file: File): Promise<void> {
    await this.open(new Uint8Array(await file.arrayBuffer()), file.name);
  }

  /** Shows another workbook; the one that is open stays when the file cannot be read. */
  async open(bytes: Uint8Array, fileName: string): Promise<void> {
    if (!this.spreadsheet) return;
    this.set({ busy: true, notice: undefined });
    try {
      this.schema ??= await fetchJson<ExcelSchema>('/excel-schema.json');
      const address = this.state.manifest?.functions;
      const functions = address === undefined ? undefined : await fetchJson<FunctionsMetadata>(address);
      this.book = openBook(this.spreadsheet, { bytes, fileName, schema: this.schema, functions }, this.book);
      this.set({ fileName });
      this.startAddin();
    } catch (failure) {
      this.set({
        notice: t(this.state.language, 'workbench.failed', { name: fileName, why: this.why(failure) }),
      });
    }
    this.set({ busy: false });
  }

  /** Hands the workbook as it stands to the browser's downloads. */
  download(): void {
    try {
      const bytes = this.book?.save();
      if (!bytes) return;
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
      link.download = this.state.fileName.replace(/\.\w+$/, '') + '.xlsx';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (failure) {
      this.set({ notice: t(this.state.language, 'workbench.notSaved', { why: this.why(failure) }) });
    }
  }

  /** The add-in starts anew, as Office does when its language changes; the workbook stays. */
  setLanguage(language: Language): void {
    localStorage.setItem(LANGUAGE_KEY, language);
    this.set({ language });
    if (this.spreadsheet) setSpreadsheetLanguage(this.spreadsheet, language);
    this.readManifest();
    this.startAddin();
  }

  press(button: RibbonButton): void {
    if (button.action.kind === 'pane') this.showPane(true);
    else this.book?.runCommand(button.id, button.action.name);
  }

  showPane(paneOpen: boolean): void {
    this.set({ paneOpen });
  }

  dismiss(): void {
    this.set({ notice: undefined });
  }

  /** Connects the frame of the pane with the host; returns how to cut the connection. */
  attachPane(frame: HTMLIFrameElement): () => void {
    const stop = this.book?.connect(frame);
    return () => stop?.();
  }

  private startAddin(): void {
    const { manifest, language } = this.state;
    if (!manifest || !this.book) return this.set({ pane: undefined });
    const key = ++this.runtimes;
    this.set({ pane: { key, ...this.book.startRuntime(manifest.page, language, key) } });
  }

  private readManifest(): void {
    if (this.manifestText === undefined) return;
    try {
      this.set({ manifest: readManifest(this.manifestText, this.state.language, ADDIN_FOLDER) });
    } catch (failure) {
      this.set({ manifest: undefined, notice: this.why(failure) });
    }
  }

  private why(failure: unknown): string {
    if (failure instanceof ProblemError) return sentence(failure.problem, this.state.language);
    return failure instanceof Error ? failure.message : String(failure);
  }

  private set(change: Partial<WorkbenchState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
