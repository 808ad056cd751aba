import type { Language } from '../../i18n';
import {
  clientAddress,
  clientFrameName,
  ExcelHost,
  XdmChannel,
  type ClientOptions,
  type ExcelSchema,
  type FunctionsMetadata,
} from '../host';
import { fromXlsx } from '../model/load';
import type { WorkbookModel } from '../model/workbook';
import { ChartLayer } from './chartLayer';
import { Drawing } from './drawing';
import { applyFileLook } from './file/look';
import { OriginalSheets } from './file/original';
import { saveWorkbook } from './file/save';
import type { Spreadsheet } from './spreadsheet';
import { UserInput } from './userInput';

/** What an open workbook is made from. */
export interface BookSource {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly schema: ExcelSchema;
  readonly functions: FunctionsMetadata | undefined;
}

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' };
const CONTROL = 'pane';
/** Serial number of 1970-01-01 and milliseconds of a day. */
const EPOCH = 25_569;
const DAY_MS = 86_400_000;

/** A workbook in the spreadsheet, with the host that answers the add-in. */
export class OpenBook {
  readonly host: ExcelHost;
  readonly drawing: Drawing;
  private readonly bytes: Uint8Array;
  private readonly original: OriginalSheets;
  private readonly charts: ChartLayer;
  private readonly input: UserInput;
  private channel: XdmChannel | undefined;
  private client: ClientOptions | undefined;

  constructor(
    spreadsheet: Spreadsheet,
    readonly model: WorkbookModel,
    { bytes, schema, functions }: BookSource,
  ) {
    this.bytes = bytes;
    this.original = new OriginalSheets(model);
    this.host = new ExcelHost({ schema, workbook: model, now: localNow, ...(functions && { functions }) });
    for (const sheet of model.sheets) model.engine.adopt(sheet);
    const charts = new ChartLayer(spreadsheet, model);
    this.charts = charts;
    this.drawing = new Drawing(spreadsheet, model, () => charts.draw());
    this.input = new UserInput(spreadsheet, model, this.drawing, {
      enter: (sheet, row, column, inputs) => {
        const only = inputs[0]?.[0];
        if (inputs.length > 1 || inputs[0]!.length > 1) this.host.userPaste(sheet.name, row, column, inputs);
        else if (only !== undefined && only !== null) this.host.userEdit(sheet.name, row, column, only);
      },
      select: (sheet, block) => this.host.select(sheet.name, block),
    });
  }

  /** The workbook as it stands, as a file. */
  save(): Uint8Array {
    return saveWorkbook(this.model, this.original, this.bytes);
  }

  /** Presses a button of the ribbon that runs a function of the add-in. */
  runCommand(buttonId: string, functionName: string): void {
    void this.channel?.invokeCommand(functionName, buttonId);
  }

  /** How to open the add-in's page so that it finds the host: the frame's name and its address. */
  startRuntime(page: string, language: Language, key: number): { name: string; address: string } {
    this.client = {
      conversationId: `workbench-${key}-${Date.now()}`,
      controlId: CONTROL,
      hostOrigin: location.origin,
      locale: LOCALES[language],
    };
    return { name: clientFrameName(this.client), address: clientAddress(page, this.client) };
  }

  /** Keeps the channel with the add-in's frame until the returned function is called. */
  connect(frame: HTMLIFrameElement): () => void {
    if (!this.client) return () => undefined;
    const channel = new XdmChannel(this.host, this.client, {
      post: (message) => frame.contentWindow?.postMessage(message, location.origin),
    });
    this.channel = channel;
    const receive = (event: MessageEvent): void => {
      if (event.source === frame.contentWindow && event.origin === location.origin)
        channel.receive(event.data);
    };
    window.addEventListener('message', receive);
    return () => {
      window.removeEventListener('message', receive);
      channel.dispose();
    };
  }

  dispose(): void {
    this.input.dispose();
    this.charts.dispose();
    this.drawing.dispose();
  }
}

/** Opens a file in the place of `before`, which stays when the file cannot be read. */
export function openBook(
  spreadsheet: Spreadsheet,
  source: BookSource,
  before: OpenBook | undefined,
): OpenBook {
  const { bytes, fileName } = source;
  const model = fromXlsx(bytes, fileName);
  applyFileLook(model, bytes);
  before?.dispose();
  return new OpenBook(spreadsheet, model, source);
}

/** The present moment as a serial number, in the local time of the person at the screen. */
function localNow(): number {
  const now = new Date();
  return EPOCH + (now.getTime() - now.getTimezoneOffset() * 60_000) / DAY_MS;
}
