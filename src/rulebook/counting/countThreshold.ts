import { z } from 'zod';
import { compareDecimals, formatDecimal, subtractDecimals } from '../../facts/decimal';
import { idSchema } from '../primitives';
import { countingKind, ONE, ZERO } from './kind';

/** A number of occurrences in the period that the user sets; reaching it counts once. */
export const countThreshold = countingKind({
  mode: 'count_threshold',
  schema: z.strictObject({
    mode: z.literal('count_threshold'),
    unit: z.string().min(1),
    measure: z.string().min(1),
    /** Parameter with the number of occurrences. */
    threshold: idSchema,
  }),
  source: 'record',
  plain: false,
  bucket: 'month',
  measure: (_incident, quantity) => quantity,
  params: (spec) => [spec.threshold],
  count: (spec, _incident, quantity, context) => {
    const threshold = context.param(spec.threshold)!;
    const total = subtractDecimals(quantity, { ...context.prior, digits: -context.prior.digits });
    const params = { value: formatDecimal(total), bound: formatDecimal(threshold) };
    if (compareDecimals(total, threshold) < 0)
      return { units: ZERO, reason: { code: 'COUNT_BELOW', params } };
    // Not by comparing with what came before: the threshold may have changed within the month.
    return context.priorUnits.digits > 0n
      ? { units: ZERO, reason: { code: 'COUNT_ALREADY_CHARGED', params } }
      : { units: ONE, reason: { code: 'COUNT_REACHED', params } };
  },
});
