import type { AnyBehaviour } from '../hostObject';
import { customXmlBehaviours } from './customXml';
import { formatBehaviours } from './format';
import { propertyBehaviours } from './properties';
import { rangeBehaviours } from './range';
import { sheetPartBehaviours } from './sheetParts';
import { serviceBehaviours } from '../services';
import { workbookBehaviours } from './workbook';
import { worksheetBehaviours } from './worksheets';

/** How the modelled classes behave, by class name. Classes without an entry are bags of properties. */
export const BEHAVIOURS: Readonly<Record<string, AnyBehaviour>> = {
  ...workbookBehaviours,
  ...worksheetBehaviours,
  ...sheetPartBehaviours,
  ...rangeBehaviours,
  ...formatBehaviours,
  ...propertyBehaviours,
  ...customXmlBehaviours,
  ...serviceBehaviours,
};
