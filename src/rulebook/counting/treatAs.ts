import { z } from 'zod';
import { formatDecimal } from '../../facts/decimal';
import { idSchema, switchSchema } from '../primitives';
import { countingKind } from './kind';

/** Counts like another rule; `null` when the rule named in the source does not exist there (record only). */
export const treatAs = countingKind({
  mode: 'treat_as',
  schema: z.strictObject({
    mode: z.literal('treat_as'),
    unit: z.string().min(1),
    /** What the source calls the other rule. */
    as: z.string().min(1),
    /** Clause whose amounts apply. */
    target: switchSchema(idSchema.nullable()),
  }),
  source: 'record',
  plain: false,
  count: (spec, _incident, quantity) => ({
    units: quantity,
    reason: { code: 'TREATED_AS', params: { as: spec.as, units: formatDecimal(quantity) } },
  }),
});
