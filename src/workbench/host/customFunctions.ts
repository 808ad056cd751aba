import type { CellValue } from '../../workbook/grid';
import { isCellError } from '../../workbook/grid';
import type { Json } from '../model/bag';
import type { CallResult, CustomCall, CustomFunctionPort } from '../model/engine/customPort';
import type { MessageEntry } from './protocol';

/** A functions.json, as far as a host needs it. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  /** Put before the names of the functions, with a dot. */
  readonly namespace?: string;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters?: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
}

export interface ParameterMetadata {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** What the client answers to an invocation. */
export type InvocationResult =
  | { readonly id: number; readonly ok: true; readonly value: Json }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly code: number };

interface Invocation {
  readonly id: number;
  readonly key: string | undefined;
  readonly streaming: boolean;
  readonly entry: MessageEntry;
  readonly listeners: Set<(result: CallResult) => void>;
  last?: CallResult;
}

const CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const Flag = { cancelable: 1, streaming: 2, allowErrors: 4 } as const;

/** Errors by the code the client sends. */
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};
/** Errors by the `errorCode` of a returned error object. */
const RETURNED_ERRORS: Readonly<Record<string, string>> = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
};

/**
 * Custom functions of the add-in: their calls go to the client as messages, answers come back as results. Calls
 * wait until the client's runtime is ready. Streams with the same function and arguments are one.
 */
export class CustomFunctionCalls implements CustomFunctionPort {
  /** Results of failed calls with the sentence the function gave, newest last. */
  readonly failures: { readonly functionId: string; readonly message: string; readonly code: number }[] = [];
  /** Calls sent to the client, by function id. */
  readonly sent: Record<string, number> = {};
  cancelled = 0;
  private readonly known = new Map<string, FunctionMetadata>();
  private readonly running = new Map<number, Invocation>();
  private readonly streams = new Map<string, Invocation>();
  private isReady = false;
  private nextId = 1;

  constructor(private readonly send: (entry: MessageEntry) => void) {}

  register(metadata: FunctionsMetadata): void {
    const prefix = metadata.namespace ? `${metadata.namespace}.` : '';
    for (const each of metadata.functions) this.known.set((prefix + each.name).toUpperCase(), each);
  }

  has(name: string): boolean {
    return this.known.has(name.toUpperCase());
  }

  isVolatile(name: string): boolean {
    return this.known.get(name.toUpperCase())?.options?.volatile === true;
  }

  /** Calls the client has not answered yet, and streams. */
  get open(): number {
    return this.running.size;
  }

  call(
    name: string,
    args: readonly (CallResult | null)[],
    caller: string,
    done: (result: CallResult) => void,
  ): CustomCall {
    const metadata = this.known.get(name.toUpperCase())!;
    const options = metadata.options ?? {};
    const streaming = options.stream === true;
    const values = argumentsFor(metadata, args);
    const key =
      streaming && !options.requiresAddress ? `${metadata.id}\n${JSON.stringify(values)}` : undefined;
    const shared = key === undefined ? undefined : this.streams.get(key);
    if (shared) {
      shared.listeners.add(done);
      if (shared.last !== undefined) {
        const { last } = shared;
        queueMicrotask(() => {
          if (shared.listeners.has(done)) done(last);
        });
      }
      return { cancel: () => this.leave(shared, done) };
    }
    const id = this.nextId++;
    const flags =
      (options.cancelable || streaming ? Flag.cancelable : 0) |
      (streaming ? Flag.streaming : 0) |
      Flag.allowErrors;
    const message = JSON.stringify([id, metadata.id, values, caller, flags]);
    const invocation: Invocation = {
      id,
      key,
      streaming,
      entry: [CATEGORY, INVOKE, '', message, '', false],
      listeners: new Set([done]),
    };
    this.running.set(id, invocation);
    if (key !== undefined) this.streams.set(key, invocation);
    if (this.isReady) this.dispatch(invocation);
    return { cancel: () => this.leave(invocation, done) };
  }

  /** The client's runtime takes calls from now on. */
  ready(): void {
    if (this.isReady) return;
    this.isReady = true;
    for (const invocation of this.running.values()) this.dispatch(invocation);
  }

  /** The client's page was loaded anew: open calls are made again when it is ready. */
  reset(): void {
    this.isReady = false;
  }

  settle(result: InvocationResult): void {
    const invocation = this.running.get(result.id);
    if (!invocation) return;
    if (!invocation.streaming) this.running.delete(result.id);
    if (!result.ok) {
      const functionId = (JSON.parse(invocation.entry[3]) as [number, string])[1];
      this.failures.push({ functionId, message: result.message, code: result.code });
    }
    const value: CallResult = result.ok
      ? resultValue(result.value)
      : { error: ERRORS[result.code] ?? '#VALUE!' };
    invocation.last = value;
    for (const listener of [...invocation.listeners]) listener(value);
  }

  private dispatch(invocation: Invocation): void {
    const [, functionId] = JSON.parse(invocation.entry[3]) as [number, string];
    this.sent[functionId] = (this.sent[functionId] ?? 0) + 1;
    this.send(invocation.entry);
  }

  private leave(invocation: Invocation, listener: (result: CallResult) => void): void {
    invocation.listeners.delete(listener);
    if (invocation.listeners.size > 0 || !this.running.delete(invocation.id)) return;
    if (invocation.key !== undefined) this.streams.delete(invocation.key);
    this.cancelled++;
    if (!this.isReady) return;
    this.send([CATEGORY, CANCEL, '', JSON.stringify({ invocationId: invocation.id }), '', false]);
  }
}

/** All declared parameters in their places; those of a repeating one as a list. */
function argumentsFor(metadata: FunctionMetadata, args: readonly (CallResult | null)[]): Json[] {
  const parameters = metadata.parameters ?? [];
  return parameters.map((parameter, i) => {
    if (parameter.repeating) {
      const rest = args.slice(i).map((each) => argumentValue(each, parameter));
      return parameter.dimensionality === 'matrix' ? rest : rest.flat(2);
    }
    return argumentValue(args[i] ?? null, parameter);
  });
}

function argumentValue(value: CallResult | null, parameter: ParameterMetadata): Json {
  if (Array.isArray(value)) return value.map((row) => row.map((each) => scalar(each, '')));
  if (parameter.dimensionality === 'matrix' && value !== null) return [[scalar(value, '')]];
  return scalar(value, null);
}

function scalar(value: CellValue, empty: Json): Json {
  if (value === null) return empty;
  return isCellError(value) ? { type: 'Error', basicType: 'Error', basicValue: value.error } : value;
}

/** What a function returned as values of cells; errors and formatted numbers arrive as objects. */
function resultValue(value: Json): CallResult {
  if (!Array.isArray(value)) return cellValue(value);
  if (value.length === 0) return { error: '#CALC!' };
  const rows = value.map((row) => (Array.isArray(row) ? row : [row]).map(cellValue));
  return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0]! : rows;
}

function cellValue(value: Json): CellValue {
  if (value === null) return 0;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return { error: '#VALUE!' };
  const { basicValue, errorCode, code, error } = value;
  if (typeof basicValue === 'string' && basicValue.startsWith('#')) return { error: basicValue };
  const text = errorCode ?? code ?? error;
  if (typeof text === 'string')
    return { error: RETURNED_ERRORS[text] ?? (text.startsWith('#') ? text : '#VALUE!') };
  if (basicValue !== undefined) return cellValue(basicValue);
  return { error: '#VALUE!' };
}
