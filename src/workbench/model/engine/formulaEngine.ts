import { NO_ENGINE, type HostEngine } from './hostEngine';
import type { CustomFunctionPort } from './customPort';
import type { WorkbookModel } from '../workbook';

export interface EngineOptions {
  readonly custom: CustomFunctionPort;
  readonly now: () => number;
}
export class FormulaEngine implements HostEngine {
  constructor(_workbook: WorkbookModel, _options: EngineOptions) {
    Object.assign(this, NO_ENGINE);
  }
  contentsChanged = NO_ENGINE.contentsChanged;
  structureChanged = NO_ENGINE.structureChanged;
  namesChanged = NO_ENGINE.namesChanged;
  calculate = NO_ENGINE.calculate;
  adopt = NO_ENGINE.adopt;
  evaluate = NO_ENGINE.evaluate;
}
