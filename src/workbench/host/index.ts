/** An emulated Excel for the unmodified client library: one workbook, its object model, events and functions. */
export { clientAddress, clientFrameName, type ClientOptions } from './appContext';
export type { FunctionMetadata, FunctionsMetadata } from './customFunctions';
export { ApiError, type RequestErrorCode } from './errors';
export {
  CURRENT_SETS,
  ExcelHost,
  WEB_LIMITS,
  type HostAnswer,
  type HostLimits,
  type HostOptions,
  type HostRequest,
} from './excelHost';
export { nativeBridge, type NativeBridge } from './nativeBridge';
export type { BatchRequest, BatchResponse, MessageEntry } from './protocol';
export type { ExcelSchema } from './schema';
export { HostStats } from './stats';
export { XdmChannel, type ChannelHandlers, type ChannelPort } from './xdmChannel';
