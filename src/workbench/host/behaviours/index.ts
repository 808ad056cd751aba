import type { AnyBehaviour } from '../hostObject';
import { chartBehaviours } from './charts';
import { customXmlBehaviours } from './customXml';
import { filterBehaviours } from './filters';
import { formatBehaviours } from './format';
import { nameBehaviours } from './names';
import { pageLayoutBehaviours } from './pageLayout';
import { propertyBehaviours } from './properties';
import { rangeBehaviours } from './range';
import { ruleBehaviours } from './rules';
import { sheetPartBehaviours } from './sheetParts';
import { chartPartBehaviours } from './chartParts';
import { columnFilterBehaviours } from './columnFilters';
import { commentBehaviours } from './comments';
import { cultureBehaviours } from './culture';
import { functionBehaviours } from './functions';
import { rangeViewBehaviours } from './rangeView';
import { tracingBehaviours } from '../tracing';
import { serviceBehaviours } from '../services';
import { tableBehaviours } from './tables';
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
  ...nameBehaviours,
  ...tableBehaviours,
  ...ruleBehaviours,
  ...filterBehaviours,
  ...pageLayoutBehaviours,
  ...chartBehaviours,
  ...serviceBehaviours,
  ...columnFilterBehaviours,
  ...tracingBehaviours,
  ...rangeViewBehaviours,
  ...commentBehaviours,
  ...chartPartBehaviours,
  ...functionBehaviours,
  ...cultureBehaviours,
};
