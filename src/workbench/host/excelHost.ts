import { isOnSheet, parseBlock, type Block } from '../model/address';
import type { Sheet } from '../model/sheet';
import { WorkbookModel } from '../model/workbook';
import { BEHAVIOURS } from './behaviours';
import { utf8Length } from './batchSize';
import { CustomFunctionCalls, type FunctionsMetadata } from './customFunctions';
import { ApiError, type RequestErrorCode } from './errors';
import { EventHub } from './events';
import { Faults, refusal, type RequestRefusal } from './faults';
import type { HostCore } from './hostCore';
import { HostObject, type RangeObject, type RangeTarget } from './hostObject';
import { isEditable } from './ranges';
import { executeBatch } from './interpreter';
import { sendModelEvents } from './modelEvents';
import type { BatchRequest, BatchResponse, MessageEntry } from './protocol';
import type { ExcelSchema } from './schema';
import { serviceObject, type ServiceCall } from './services';
import { HostStats } from './stats';
import { shiftBlock } from '../model/shiftCells';
import { FormulaEngine } from '../model/engine/formulaEngine';

export interface HostLimits {
  /** Bytes of a request and of an answer. */
  readonly payload: number;
}

/** What Excel on the web takes and gives in one call. */
export const WEB_LIMITS: HostLimits = { payload: 5 * 1024 * 1024 };

export interface HostOptions {
  readonly schema: ExcelSchema;
  /** Left out: an empty workbook with one sheet. */
  readonly workbook?: WorkbookModel;
  readonly functions?: FunctionsMetadata;
  /** Requirement sets the client is told of: `{ExcelApi: '1.13'}`. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly limits?: HostLimits;
  /** Serial number of the present moment, for TODAY and NOW. Left out: 2026-11-02. */
  readonly now?: () => number;
}

export interface HostRequest {
  /** A batch, as an object or as its JSON. */
  readonly body: BatchRequest | string;
  readonly flags?: number;
}

/** An answer to a batch, or the refusal of it. */
export type HostAnswer =
  { readonly body: BatchResponse; readonly text: string } | { readonly refused: RequestRefusal };

/** Requirement sets of a current Excel, as far as the client library knows them. */
export const CURRENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.15',
  ExcelApiOnline: '1.1',
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.4',
  SharedRuntime: '1.2',
  RibbonApi: '1.2',
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  Settings: '1.1',
  KeyboardShortcuts: '1.1',
  AddinCommands: '1.3',
};

const DELAY_FOR_CELL_EDIT = 64;
const DEFAULT_NOW = 46_328;

/**
 * An emulated Excel: answers the client library's requests over one workbook and sends it events, custom function
 * calls and actions. Strict: what it does not model fails with `ApiNotFound` and is counted in
 * `stats.unimplemented`.
 */
export class ExcelHost implements HostCore {
  readonly schema: ExcelSchema;
  readonly behaviours = BEHAVIOURS;
  readonly workbook: WorkbookModel;
  readonly events: EventHub;
  readonly functions: CustomFunctionCalls;
  readonly stats = new HostStats();
  readonly faults = new Faults();
  readonly references = new Map<string, HostObject>();
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly limits: HostLimits;
  readonly now: () => number;
  readonly root: HostObject;
  /** Calls to the ribbon, to runtime services and the like, in order. */
  readonly serviceCalls: ServiceCall[] = [];
  private readonly views = new WeakMap<Sheet, HostObject<Sheet>>();
  private readonly services = new Map<string, HostObject>();
  private editing = false;
  private waiting: (() => void)[] = [];

  constructor(options: HostOptions) {
    this.schema = options.schema;
    this.limits = options.limits ?? WEB_LIMITS;
    this.now = options.now ?? (() => DEFAULT_NOW);
    this.requirementSets = options.requirementSets ?? CURRENT_SETS;
    this.workbook = options.workbook ?? emptyWorkbook();
    this.root = new HostObject(this, 'Workbook', undefined, this.workbook, this.workbook.bag);
    this.workbook.bag.children.set('Properties', this.workbook.properties);
    this.events = new EventHub((count) => {
      this.stats.eventsSent += count;
    });
    this.functions = new CustomFunctionCalls((entry) => {
      this.events.send(entry);
    });
    if (options.functions) this.functions.register(options.functions);
    this.workbook.engine = new FormulaEngine(this.workbook, {
      custom: this.functions,
      now: this.now,
    });
    sendModelEvents(this.workbook, this.events);
    this.workbook.onChange((change) => {
      if (change.kind === 'structure') this.moveReferences(change.sheet, change.shift);
    });
  }

  /** Answers one request, after the latency set in `faults`, and not before a cell is left that is being edited. */
  async handle(request: HostRequest): Promise<HostAnswer> {
    const text = typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
    const fault = this.faults.take();
    if (this.faults.latency > 0) await delay(this.faults.latency);
    if (fault !== undefined) return fault instanceof ApiError ? this.batchFault(fault) : refuse(fault);
    if (this.editing) {
      if (((request.flags ?? 0) & DELAY_FOR_CELL_EDIT) === 0) return refuse('InvalidOperationInCellEditMode');
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
    return this.execute(text);
  }

  private execute(text: string): HostAnswer {
    const size = utf8Length(text);
    this.stats.syncs++;
    this.stats.requestBytes += size;
    this.stats.largestRequest = Math.max(this.stats.largestRequest, size);
    if (size > this.limits.payload) return refuse('RequestPayloadSizeLimitExceeded');
    const body = executeBatch(this, JSON.parse(text) as BatchRequest);
    this.workbook.engine.calculate();
    const answer = JSON.stringify(body);
    const answered = utf8Length(answer);
    this.stats.responseBytes += answered;
    this.stats.largestResponse = Math.max(this.stats.largestResponse, answered);
    if (answered > this.limits.payload) return refuse('ResponsePayloadSizeLimitExceeded');
    return { body, text: answer };
  }

  private batchFault({ code, message, status }: ApiError): HostAnswer {
    const body: BatchResponse = {
      Results: [],
      TraceIds: [],
      Error: { Code: code, Message: message, HttpStatusCode: status, ActionIndex: 0, Location: '' },
    };
    return { body, text: JSON.stringify(body) };
  }

  /** Calls `listener` with messages for the client; returns how to stop. */
  onMessage(listener: (entries: readonly MessageEntry[]) => void): () => void {
    return this.events.onMessage(listener);
  }

  /**
   * What a person types into a cell. `row` and `column` are 0-based. An empty text empties the cell. False when the
   * cell is locked on a protected sheet: Excel tells the person, and nothing changes.
   */
  userEdit(sheetName: string, row: number, column: number, input: string | number | boolean): boolean {
    const sheet = this.sheetNamed(sheetName);
    const block = { top: row, left: column, bottom: row, right: column };
    if (!isEditable(sheet, block)) return false;
    const before = sheet.value(row, column);
    this.workbook.enter(sheet, row, column, input);
    this.workbook.entered(sheet, block, 'user', before);
    this.workbook.engine.calculate();
    return true;
  }

  /**
   * Several cells typed or pasted at once, from `row` and `column` on; null leaves a cell as it is. False, with nothing
   * changed, when one of the cells is locked on a protected sheet.
   */
  userPaste(
    sheetName: string,
    row: number,
    column: number,
    inputs: readonly (readonly (string | number | boolean | null)[])[],
  ): boolean {
    const sheet = this.sheetNamed(sheetName);
    const width = Math.max(1, ...inputs.map((line) => line.length));
    const block = { top: row, left: column, bottom: row + inputs.length - 1, right: column + width - 1 };
    if (!isEditable(sheet, block)) return false;
    inputs.forEach((line, i) => {
      line.forEach((input, j) => {
        if (input !== null) this.workbook.enter(sheet, row + i, column + j, input);
      });
    });
    this.workbook.entered(sheet, block, 'user');
    this.workbook.engine.calculate();
    return true;
  }

  /** What a person selects: `B2` or `B2:D9`. */
  select(sheetName: string, address: string | Block): void {
    const block = typeof address === 'string' ? parseBlock(address) : address;
    if (!block || !isOnSheet(block))
      throw new RangeError(
        `no such range: ${typeof address === 'string' ? address : JSON.stringify(address)}`,
      );
    this.workbook.select(this.sheetNamed(sheetName), block);
  }

  /** A person begins to edit a cell: requests fail, or wait when they were made with `delayForCellEdit`. */
  beginCellEdit(): void {
    this.editing = true;
  }

  endCellEdit(): void {
    this.editing = false;
    const resume = this.waiting;
    this.waiting = [];
    for (const each of resume) each();
  }

  /** The client's page was loaded anew: it holds no references, no registrations and no functions any more. */
  clientReset(): void {
    this.references.clear();
    this.events.reset();
    this.functions.reset();
  }

  /** Runs a function the add-in associated with a name (`Office.actions.associate`), as a shortcut key does. */
  invokeAction(name: string, argument: Readonly<Record<string, unknown>> = {}): void {
    this.events.send([2, 1000, '', JSON.stringify([name, JSON.stringify(argument)]), '', false]);
  }

  worksheet(sheet: Sheet): HostObject<Sheet> {
    let view = this.views.get(sheet);
    if (!view) {
      const collection = new HostObject(this, 'WorksheetCollection', this.root, undefined);
      view = new HostObject(this, 'Worksheet', collection, sheet, sheet.bag);
      this.views.set(sheet, view);
    }
    return view;
  }

  range(sheet: Sheet, block: Block): RangeObject {
    return new HostObject<RangeTarget>(this, 'Range', this.worksheet(sheet), { sheet, block: { ...block } });
  }

  service(name: string): HostObject | undefined {
    let service = this.services.get(name);
    if (!service) {
      service = serviceObject(this, name, this.functions, this.serviceCalls);
      if (service) this.services.set(name, service);
    }
    return service;
  }

  private sheetNamed(name: string): Sheet {
    const sheet = this.workbook.sheet(name);
    if (!sheet) throw new RangeError(`no such sheet: ${name}`);
    return sheet;
  }

  /** Ranges a client holds move with their cells. */
  private moveReferences(sheet: Sheet, shift: Parameters<typeof shiftBlock>[1]): void {
    for (const object of this.references.values()) {
      if (object.type !== 'Range') continue;
      const target = object.target as RangeTarget;
      if (target.sheet !== sheet) continue;
      const moved = shiftBlock(target.block, shift);
      if (moved) target.block = moved;
      else target.lost = true;
    }
  }
}

function refuse(code: RequestErrorCode): HostAnswer {
  return { refused: refusal(code) };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function emptyWorkbook(): WorkbookModel {
  const workbook = new WorkbookModel();
  workbook.addSheet('Sheet1');
  return workbook;
}
