import { z } from 'zod';
import { formatDecimal } from '../../facts/decimal';
import { countingKind } from './kind';

/** Each record counts its quantity. */
export const occurrence = countingKind({
  mode: 'occurrence',
  schema: z.strictObject({ mode: z.literal('occurrence'), unit: z.string().min(1) }),
  source: 'record',
  plain: true,
  count: (_spec, _incident, quantity) => ({
    units: quantity,
    reason: { code: 'OCCURRED', params: { units: formatDecimal(quantity) } },
  }),
});
