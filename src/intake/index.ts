/** From the sheets of a workbook to facts. */
export {
  inspectWorkbook,
  inspectWorkbookInSteps,
  type InspectedEvent,
  type InspectedSheet,
  type WorkbookInspection,
} from './inspect';
export { readWorkbook, readWorkbookInSteps } from './readWorkbook';
export { wordingKey } from './matching/tokens';
export { recogniseSheet } from './recognise/recognise';
export type * from './types';
