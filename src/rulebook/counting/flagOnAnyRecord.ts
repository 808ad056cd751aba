import { z } from 'zod';
import { formatDecimal } from '../../facts/decimal';
import { flagSchema } from '../primitives';
import { countingKind } from './kind';

/** A rule over all others: its effects join any record of the rulebook that carries the flag. */
export const flagOnAnyRecord = countingKind({
  mode: 'flag_on_any_record',
  schema: z.strictObject({
    mode: z.literal('flag_on_any_record'),
    unit: z.string().min(1),
    flag: flagSchema,
  }),
  source: 'record',
  plain: false,
  count: (_spec, _incident, quantity) => ({
    units: quantity,
    reason: { code: 'OCCURRED', params: { units: formatDecimal(quantity) } },
  }),
});
