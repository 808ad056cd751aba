import fs from 'node:fs';
import path from 'node:path';
import { Association, offered } from './association';
import { watchTimers } from './libraryTimers';
import { nativeBridge, type ExcelHost } from '../../../src/workbench/host';

const SCRIPT = 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js';

/** The globals the client library makes. */
export interface ClientLibrary {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Puts a host behind the library in place of the one before; returns how to take it away. */
  connect(host: ExcelHost): () => void;
  readonly CustomFunctions: typeof CustomFunctions;
}

let loaded: ClientLibrary | undefined;

/**
 * The unmodified client library, evaluated once in this realm (plain objects of another realm are not plain to it).
 * It talks to whichever host is connected.
 */
export function clientLibrary(): ClientLibrary {
  if (loaded) return loaded;
  let current: ExcelHost | undefined;
  let disconnect = (): void => undefined;
  const bridge = nativeBridge(() => current);
  const global = globalThis as unknown as Record<string, unknown>;
  global._richApiNativeBridge = bridge;
  watchTimers();
  if (typeof window === 'undefined') Object.assign(global, browserStandIns());
  const functions = new Association();
  const actions = new Association();
  global.CustomFunctions = offered(functions);
  global.Office = { actions: offered(actions) };
  const evaluate = eval;
  evaluate(fs.readFileSync(path.resolve(SCRIPT), 'utf8'));
  loaded = {
    Excel: global.Excel as typeof Excel,
    Office: officeGlobal(global.Office as Record<string, unknown>, () => current),
    OfficeExtension: global.OfficeExtension as typeof OfficeExtension,
    CustomFunctions: global.CustomFunctions as typeof CustomFunctions,
    connect(host) {
      functions.clear();
      actions.clear();
      disconnect();
      current = host;
      const stop = bridge.connect(host);
      disconnect = () => {
        stop();
        if (current === host) current = undefined;
      };
      return disconnect;
    },
  };
  return loaded;
}

/** The few names of a browser the library touches while it loads. */
function browserStandIns(): Record<string, unknown> {
  const nothing = (): undefined => undefined;
  const element = (): object => ({ style: {}, setAttribute: nothing, appendChild: nothing });
  return {
    window: globalThis,
    self: globalThis,
    parent: globalThis,
    top: globalThis,
    name: '',
    addEventListener: nothing,
    removeEventListener: nothing,
    open: nothing,
    ...(typeof navigator === 'undefined' && { navigator: { userAgent: 'node' } }),
    location: {
      href: 'https://localhost/',
      origin: 'https://localhost',
      search: '',
      hash: '',
      protocol: 'https:',
    },
    document: {
      readyState: 'loading',
      URL: 'https://localhost/',
      domain: 'localhost',
      cookie: '',
      addEventListener: nothing,
      removeEventListener: nothing,
      createElement: element,
      getElementsByTagName: () => [element()],
      querySelectorAll: () => [],
      getElementById: () => null,
      head: element(),
      body: element(),
    },
  };
}

/** What office.js itself would add; without a page there is no start sequence. */
function officeGlobal(office: Record<string, unknown>, host: () => ExcelHost | undefined): typeof Office {
  const info = { host: 'Excel', platform: 'OfficeOnline' };
  const onReady = (callback?: (given: typeof info) => unknown): Promise<typeof info> => {
    callback?.(info);
    return Promise.resolve(info);
  };
  const context = {
    displayLanguage: 'zh-CN',
    contentLanguage: 'zh-CN',
    host: 'Excel',
    platform: 'OfficeOnline',
    requirements: {
      isSetSupported: (name: string, version = '1.1') => {
        const offered = host()?.requirementSets[name];
        return offered !== undefined && compareVersions(offered, String(version)) >= 0;
      },
    },
  };
  const wrapped = Object.create(office, {
    context: { value: context, configurable: true, writable: true },
    onReady: { value: onReady, configurable: true, writable: true },
  }) as typeof Office;
  (globalThis as unknown as Record<string, unknown>).Office = wrapped;
  return wrapped;
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => text.split('.').map(Number));
  return (x![0] ?? 0) - (y![0] ?? 0) || (x![1] ?? 0) - (y![1] ?? 0);
}
