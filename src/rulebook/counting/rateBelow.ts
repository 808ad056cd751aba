import { z } from 'zod';
import { checkedDecimal, compareDecimals, formatDecimal, multiplyDecimals } from '../../facts/decimal';
import { measureSchema, resolveSwitch, switchSchema } from '../primitives';
import { countingKind, isNegative, ONE, ZERO } from './kind';

const HUNDRED = { digits: 100n, scale: 0 };

/** A rate below a limit, compared exactly as `collected * 100 < limit * due`, never on rounded percentages. */
export const rateBelow = countingKind({
  mode: 'rate_below',
  schema: z.strictObject({
    mode: z.literal('rate_below'),
    unit: z.string().min(1),
    measure: z.string().min(1),
    /** Percent. */
    limit: measureSchema,
    /** Whether the rate alone charges, or only with its cause confirmed (flag `cause_confirmed`). */
    cause: switchSchema(z.enum(['automatic', 'confirmed'])),
  }),
  source: 'record',
  plain: false,
  check: (_spec, incident) =>
    (incident.collected === undefined) !== (incident.due === undefined) ||
    isNegative(incident.collected) ||
    isNegative(incident.due)
      ? { code: 'VALUE_REQUIRED' }
      : undefined,
  count: (spec, incident, _quantity, context) => {
    const { collected, due } = incident;
    if (collected === undefined || due === undefined) {
      return { units: ONE, reason: { code: 'OCCURRED', params: { units: '1' } } };
    }
    const params = { collected: formatDecimal(collected), due: formatDecimal(due), limit: spec.limit };
    if (due.digits === 0n) return { units: ZERO, reason: { code: 'RATE_NOT_APPLICABLE', params } };
    const limit = checkedDecimal(spec.limit);
    if (compareDecimals(multiplyDecimals(collected, HUNDRED), multiplyDecimals(limit, due)) >= 0) {
      return { units: ZERO, reason: { code: 'RATE_MET', params } };
    }
    const confirmed = incident.flags?.includes('cause_confirmed') ?? false;
    if (resolveSwitch(spec.cause, context.readings) === 'confirmed' && !confirmed) {
      return { units: ZERO, reason: { code: 'CAUSE_NOT_CONFIRMED', params } };
    }
    return { units: ONE, reason: { code: 'RATE_BELOW', params } };
  },
});
