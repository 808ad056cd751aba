import { z } from 'zod';
import { formatDecimal } from '../../facts/decimal';
import { idSchema, resolveSwitch, switchSchema } from '../primitives';
import { countingKind, ONE, ZERO } from './kind';

/** A standing state (long-term, on-time payment): counts once a period, however often it was recorded. */
export const state = countingKind({
  mode: 'state',
  schema: z.strictObject({
    mode: z.literal('state'),
    unit: z.string().min(1),
    count: switchSchema(z.enum(['once', 'per-event'])),
    /** A clause whose record in the same period contradicts this state, and whether that is refused. */
    conflict: z.strictObject({ clause: idSchema, on: switchSchema(z.enum(['reject', 'allow'])) }).optional(),
  }),
  source: 'record',
  plain: false,
  bucket: 'month',
  measure: () => ONE,
  count: (spec, _incident, quantity, context) => {
    if (resolveSwitch(spec.count, context.readings) === 'per-event') {
      return { units: quantity, reason: { code: 'OCCURRED', params: { units: formatDecimal(quantity) } } };
    }
    return context.prior.digits === 0n
      ? { units: ONE, reason: { code: 'STATE_HOLDS' } }
      : { units: ZERO, reason: { code: 'STATE_ALREADY_COUNTED' } };
  },
});
