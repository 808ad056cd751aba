import { wireValue } from './cellValues';
import { appContext, settingPairs, type ClientOptions } from './appContext';
import type { ExcelHost } from './excelHost';
import type { Json } from '../model/bag';
import type { MessageEntry } from './protocol';
import { asText } from './arguments';

/** What a channel needs of its window. */
export interface ChannelPort {
  /** Posts a text to the client's frame. */
  post(message: string): void;
}

export interface ChannelHandlers {
  /** The pane told the host something (focus, keys, messages): the number says what. */
  readonly notified?: (action: number) => void;
}

interface Envelope {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: Json;
  readonly _actionType: number;
}

const Message = { request: 0, response: 1 } as const;
const Action = { invoke: 0, register: 1, unregister: 2 } as const;
const ResponseKind = { answer: 0, event: 1 } as const;
const ACCESS_DENIED = -5;
const NO_SUCH_ACTION = -2;
const NOT_SUPPORTED = 5001;

const Dispatch = {
  getSelectedData: 64,
  refreshSettings: 75,
  saveSettings: 76,
  executeRichApi: 93,
  commandCompleted: 94,
} as const;

/**
 * The channel Excel on the web keeps with an add-in's frame: envelopes of JSON by `postMessage`. Give it what the
 * window receives by `receive`.
 */
export class XdmChannel {
  /** Dispatch ids asked for that the channel does not know. */
  readonly unknownDispatches: number[] = [];
  private readonly subscriptions = new Map<string, number>();
  private readonly completions = new Map<string, (argument: unknown) => void>();
  private readonly stop: (() => void)[] = [];
  private queued: MessageEntry[] = [];
  private nextCommand = 1;

  constructor(
    private readonly host: ExcelHost,
    private readonly options: ClientOptions,
    private readonly port: ChannelPort,
    private readonly handlers: ChannelHandlers = {},
  ) {
    this.stop.push(
      host.onMessage((entries) => {
        this.sendEntries(entries);
      }),
      host.workbook.onChange((change) => {
        if (change.kind === 'selected') this.event('documentSelectionChanged', {});
        if (change.kind === 'object' && change.type === 'Setting') this.event('settingsChanged', {});
      }),
    );
  }

  /** Ends the channel, as when the frame is closed. */
  dispose(): void {
    for (const stop of this.stop) stop();
    this.subscriptions.clear();
  }

  /** True when the client is listening to messages: it has started. */
  get isConnected(): boolean {
    return this.subscriptions.has('richApiMessage');
  }

  /** A message the window received; what is not from this client is passed over. */
  receive(data: unknown): void {
    if (typeof data !== 'string') return;
    let envelope: Envelope;
    try {
      envelope = JSON.parse(data) as Envelope;
    } catch {
      return;
    }
    if (envelope._messageType !== Message.request || envelope._conversationId !== this.options.conversationId)
      return;
    const { _actionName: name } = envelope;
    if (envelope._actionType === Action.register) {
      this.subscriptions.set(name, envelope._correlationId);
      this.answer(envelope, { Error: 0 });
      if (name === 'richApiMessage') this.flush();
    } else if (envelope._actionType === Action.unregister) {
      this.subscriptions.delete(name);
      this.answer(envelope, { Error: 0 });
    } else this.invoke(envelope);
  }

  /** Runs a function of the commands file, as a ribbon button does; resolves when it has completed. */
  invokeCommand(functionName: string, source = 'ribbon'): Promise<unknown> {
    const id = `command${this.nextCommand++}`;
    return new Promise((resolve) => {
      this.completions.set(id, resolve);
      this.event('appCommandInvoked', {
        0: id,
        1: functionName,
        2: JSON.stringify({ source: { id: source } }),
      });
    });
  }

  private invoke(envelope: Envelope): void {
    switch (envelope._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        // A page that is loaded (again) starts here.
        this.subscriptions.clear();
        this.queued = [];
        this.host.clientReset();
        this.answer(envelope, appContext(this.host, this.options));
        return;
      case 'ContextActivationManager_notifyHost': {
        const action = Array.isArray(envelope._data) ? Number(envelope._data[1]) : 0;
        this.handlers.notified?.(action);
        this.answer(envelope, null);
        return;
      }
      case 'executeMethod':
        void this.execute(envelope);
        return;
      default:
        this.answer(envelope, null, NO_SUCH_ACTION);
    }
  }

  private async execute(envelope: Envelope): Promise<void> {
    const data = envelope._data as Record<string, Json>;
    const method = data.DdaMethod as { DispatchId: number; Version: number; ControlId?: string } | undefined;
    if (!method || (method.ControlId !== undefined && method.ControlId !== this.options.controlId)) {
      this.answer(envelope, null, ACCESS_DENIED);
      return;
    }
    const done = (result: object, error = 0): void => {
      this.answer(envelope, { Version: method.Version, Error: error, ...result });
    };
    switch (method.DispatchId) {
      case Dispatch.executeRichApi: {
        const request = data.ArrayData as Json[];
        const answer = await this.host.handle({
          body: asText(request[4]),
          flags: Number(request[6] ?? 0),
        });
        if ('refused' in answer) done({}, answer.refused.number);
        else done({ Data: [200, ['Content-Type', 'application/json'], answer.text] });
        return;
      }
      case Dispatch.saveSettings:
        this.saveSettings(data.DdaSettingsMethod as Record<string, Json>);
        done({});
        return;
      case Dispatch.refreshSettings:
        done({ Properties: { Settings: settingPairs(this.host).map(([Name, Value]) => ({ Name, Value })) } });
        return;
      case Dispatch.commandCompleted: {
        const id = asText(data['0']);
        this.completions.get(id)?.(data['2']);
        this.completions.delete(id);
        done({});
        return;
      }
      case Dispatch.getSelectedData:
        done({ Data: this.selectedValues() });
        return;
      default:
        this.unknownDispatches.push(method.DispatchId);
        done({}, NOT_SUPPORTED);
    }
  }

  private saveSettings(method: Record<string, Json>): void {
    const { settings } = this.host.workbook;
    settings.clear();
    for (const [name, json] of (method.Properties ?? []) as [string, string][])
      settings.set(name, JSON.parse(json));
    this.host.workbook.emit({ kind: 'object', type: 'Setting' });
  }

  private selectedValues(): Json[][] {
    const { sheet, block } = this.host.workbook.selected;
    const rows: Json[][] = [];
    for (let row = block.top; row <= block.bottom; row++) {
      const line: Json[] = [];
      for (let column = block.left; column <= block.right; column++)
        line.push(wireValue(sheet.value(row, column)));
      rows.push(line);
    }
    return rows;
  }

  private sendEntries(entries: readonly MessageEntry[]): void {
    if (this.isConnected) this.event('richApiMessage', { ArrayData: entries });
    else this.queued.push(...entries);
  }

  private flush(): void {
    const entries = this.queued;
    this.queued = [];
    if (entries.length > 0) this.event('richApiMessage', { ArrayData: entries });
  }

  private event(name: string, data: unknown): void {
    const correlation = this.subscriptions.get(name);
    if (correlation !== undefined) this.post(name, correlation, data, 0, ResponseKind.event);
  }

  private answer({ _actionName, _correlationId }: Envelope, data: unknown, error = 0): void {
    this.post(_actionName, _correlationId, data, error, ResponseKind.answer);
  }

  private post(name: string, correlation: number, data: unknown, error: number, kind: number): void {
    this.port.post(
      JSON.stringify({
        _messageType: Message.response,
        _actionName: name,
        _conversationId: this.options.conversationId,
        _correlationId: correlation,
        _origin: this.options.hostOrigin,
        _data: data,
        _errorCode: error,
        _responseType: kind,
        _serializerVersion: 1,
      }),
    );
  }
}
