import { transformSync, type Options } from '@swc/core';
import { openExcel } from '../../../test/excel/support/openExcel';
import type { Sample } from './sampleFile';
import { samplePage } from './samplePage';

/** What became of one sample. */
export interface Outcome {
  readonly name: string;
  readonly apiVersion: string;
  readonly handlers: number;
  /** Handlers that ended in an error, with what they said. */
  readonly failures: readonly string[];
  readonly unimplemented: readonly string[];
  readonly unknownDefaults: readonly string[];
  /** Something in the workbook is different, was selected or was listened to. */
  readonly changed: boolean;
  /** Lines the script told its reader. */
  readonly told: readonly string[];
}

const LIMIT_MS = 20_000;
/** Timers of a script come at once and not for ever; those that come again and again sooner stop. */
const TIMERS = 5000;
const TICKS = 40;
const OPTIONS: Options = {
  swcrc: false,
  configFile: false,
  isModule: false,
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
};
const ROUNDS = 60;

/**
 * Runs a sample on a new workbook: its script, the handlers that prepare, then all others in the order in which the
 * script attached them. A handler that fails does not keep the others from running.
 */
export async function runSample(sample: Sample): Promise<Outcome> {
  const excel = openExcel({ requirementSets: { ExcelApi: '1.15', ExcelApiOnline: '1.1', Settings: '1.1' } });
  const page = samplePage(sample.html);
  const failures: string[] = [];
  const told: string[] = [];
  let changes = 0;
  let current = 'script';
  excel.workbook.onChange(() => {
    changes += 1;
  });
  const fail = (error: unknown): void => {
    failures.push(`${current}: ${messageOf(error)}`);
  };
  const tell = (...parts: unknown[]): void => {
    if (parts.some((part) => part instanceof Error)) fail(parts.find((part) => part instanceof Error));
    else told.push(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
  };
  const timers = shortTimers(fail);
  const names = {
    document: page.document,
    $: page.query,
    jQuery: page.query,
    console: { log: tell, error: tell, warn: tell, info: tell, debug: tell },
    fetch: () =>
      Promise.resolve({ ok: true, json: () => Promise.resolve({}), text: () => Promise.resolve('') }),
    Office: officeWith(excel.Office),
    OfficeHelpers: {
      UI: { notify: tell },
      Utilities: { log: tell },
    },
    ...timers.names,
  };
  const quiet = async (): Promise<void> => {
    for (let round = 0, last = -1; round < ROUNDS && last !== excel.stats.syncs; round++) {
      last = excel.stats.syncs;
      await excel.settled();
      await timers.idle();
    }
  };
  const attempt = async (id: string, work: () => unknown): Promise<void> => {
    current = id;
    try {
      await inTime(work());
    } catch (error) {
      fail(error);
    }
    await quiet();
  };
  const onRejection = (error: unknown): void => {
    fail(error);
  };
  process.on('unhandledRejection', onRejection);
  await attempt('script', () => evaluate(sample, names));
  const first = page.clicks.filter(({ id }) => id.toLowerCase().startsWith('setup'));
  for (const { id, run } of [...first, ...page.clicks.filter((click) => !first.includes(click))]) {
    await attempt(id, run);
  }
  timers.stop();
  process.off('unhandledRejection', onRejection);
  excel.dispose();
  return {
    name: sample.name,
    apiVersion: sample.apiVersion,
    handlers: page.clicks.length,
    failures,
    unimplemented: Object.keys(excel.stats.unimplemented),
    unknownDefaults: Object.keys(excel.stats.unknownDefaults),
    changed: changes > 0,
    told,
  };
}

/** The library's `Office` with the settings of the document, which the common API keeps. */
function officeWith(office: typeof Office): object {
  const kept = new Map<string, unknown>();
  const settings = {
    get: (name: string) => kept.get(name) ?? null,
    set: (name: string, value: unknown) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
    saveAsync: (...args: unknown[]) => {
      const done = args.at(-1);
      if (typeof done === 'function') (done as (result: object) => void)({ status: 'succeeded' });
    },
  };
  const context = Object.create(office.context, { document: { value: { settings } } }) as object;
  return Object.create(office, {
    context: { value: context },
    AsyncResultStatus: { value: { Succeeded: 'succeeded', Failed: 'failed' } },
  }) as object;
}

function evaluate(sample: Sample, names: Readonly<Record<string, unknown>>): unknown {
  const { code } = transformSync(sample.script, OPTIONS);
  const run = eval;
  const body = run(`(function (${Object.keys(names).join(', ')}) {\n${code}\n})`) as (
    ...args: unknown[]
  ) => unknown;
  return body(...Object.values(names));
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, debugInfo } = error as { code?: string; debugInfo?: { errorLocation?: string } };
  const where = debugInfo?.errorLocation === undefined ? '' : ` at ${debugInfo.errorLocation}`;
  return `${code ?? error.name}${where}: ${error.message}`;
}

async function inTime(work: unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no end within ${LIMIT_MS} ms`));
    }, LIMIT_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

interface ShortTimers {
  readonly names: Readonly<Record<string, unknown>>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
  stop(): void;
}

function shortTimers(fail: (error: unknown) => void): ShortTimers {
  const waiting = new Map<number, NodeJS.Immediate>();
  let made = 0;
  const start = (id: number, work: () => unknown, ticks: number): void => {
    const immediate = setImmediate(() => {
      waiting.delete(id);
      Promise.resolve().then(work).catch(fail);
      if (ticks > 1) start(id, work, ticks - 1);
    });
    waiting.set(id, immediate);
  };
  const once = (work: () => unknown): number => {
    const id = ++made;
    if (made <= TIMERS) start(id, work, 1);
    return id;
  };
  const often = (work: () => unknown): number => {
    const id = ++made;
    if (made <= TIMERS) start(id, work, TICKS);
    return id;
  };
  const clear = (id: number): void => {
    clearImmediate(waiting.get(id));
    waiting.delete(id);
  };
  return {
    names: { setTimeout: once, clearTimeout: clear, setInterval: often, clearInterval: clear },
    async idle() {
      while (waiting.size > 0) await new Promise((resolve) => setImmediate(resolve));
    },
    stop() {
      for (const id of [...waiting.keys()]) clear(id);
      made = TIMERS;
    },
  };
}
