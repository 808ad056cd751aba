import type { ExcelHost } from './excelHost';

/** How a client's page is opened. */
export interface ClientOptions {
  /** Unlike any other of the same page's sessions: the client keeps things under it. */
  readonly conversationId: string;
  readonly controlId: string;
  /** Origin of the window that answers; https, and with the host name of the client's page. */
  readonly hostOrigin: string;
  /** Language of the user interface; left out: `zh-CN`. */
  readonly locale?: string;
  readonly addinName?: string;
}

/** Shared runtime with custom functions. */
const CLIENT_FLAGS = 3;
const EXCEL_WEB = 16;
const READ_WRITE = 1;
const TASK_PANE = 2;

export function hostInfo({ locale = 'zh-CN' }: ClientOptions): string {
  return `Excel$Web$16.01$${locale}$$$$${CLIENT_FLAGS}`;
}

/** Query string and fragment to open the client's page with. */
export function clientAddress(page: string, options: ClientOptions): string {
  const { conversationId, controlId, hostOrigin } = options;
  const mark = page.includes('?') ? '&' : '?';
  const info = [conversationId, controlId, encodeURIComponent(hostOrigin)].join('|');
  return `${page}${mark}_host_Info=${encodeURIComponent(hostInfo(options))}#&_xdm_Info=${info}`;
}

/** The name to give the client's frame; dialogs need it. */
export function clientFrameName(options: ClientOptions): string {
  return JSON.stringify({
    baseFrameName: 'excel',
    hostInfo: hostInfo(options),
    xdmInfo: [options.conversationId, options.controlId, options.hostOrigin].join('|'),
    serializerVersion: '1',
  });
}

/** Settings as the client's document settings take them: names with JSON texts. */
export function settingPairs(host: ExcelHost): [name: string, json: string][] {
  return [...host.workbook.settings].map(([name, value]) => [name, JSON.stringify(value)]);
}

/** Answer to the client's first question: where and what it runs in. */
export function appContext(host: ExcelHost, options: ClientOptions): Readonly<Record<string, unknown>> {
  const locale = options.locale ?? 'zh-CN';
  return {
    _id: options.controlId,
    _appName: EXCEL_WEB,
    _appVersion: '16.00',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: `${options.hostOrigin}/${host.workbook.name}`,
    _clientMode: READ_WRITE,
    _settings: settingPairs(host),
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: options.conversationId,
    _appInstanceId: options.controlId,
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify(host.requirementSets),
    _hostCustomMessage: '',
    _hostFullVersion: '16.0.15407.10000',
    _clientWindowHeight: 600,
    _clientWindowWidth: 350,
    _addinName: options.addinName ?? '',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: TASK_PANE,
  };
}
