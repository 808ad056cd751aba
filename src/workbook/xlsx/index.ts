/** Reading and writing of .xlsx files. Runs in browsers and Node: bytes in, bytes out. */
export { createWorkbook, type CreateOptions } from './createWorkbook';
export type { CustomXmlPart } from './customXml';
export { isoToSerial, type SerialDate } from './isoDate';
export type {
  LiteralCell,
  LiteralDate,
  LiteralFormula,
  LiteralLook,
  LiteralSheet,
  LiteralStyled,
} from './literalSheet';
export { formatCodeKind } from '../numberKinds';
export { PLAN_MARK } from '../planMark';
export { readWorkbook, type SheetInfo, type WorkbookFile, type WorkbookName } from './readWorkbook';
export { STATE_NAMESPACE, stateXml } from '../stateDocument';
export { readStatePart } from './state';
export { writePlans, type WriteOptions, type WriteResult, type WrittenTab } from './writePlans';
