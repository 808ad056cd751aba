import { z } from 'zod';
import { checkedDecimal, compareDecimals, formatDecimal } from '../../facts/decimal';
import { measureSchema, resolveSwitch, switchSchema } from '../primitives';
import { countingKind, ZERO } from './kind';

/**
 * A record counts when its measured value passes a bound. A record without a value asserts the violation
 * itself, as does one that names another, unmeasured behaviour of the clause.
 */
export const measureThreshold = countingKind({
  mode: 'measure_threshold',
  schema: z.strictObject({
    mode: z.literal('measure_threshold'),
    unit: z.string().min(1),
    /** What is measured, for example `late_minutes`. */
    measure: z.string().min(1),
    measureUnit: z.string().min(1),
    value: measureSchema,
    /** Whether the bound itself counts. */
    inclusive: switchSchema(z.boolean()),
    /** Where the band ends: what lies above it is the matter of another clause. */
    upTo: z.strictObject({ value: measureSchema, inclusive: switchSchema(z.boolean()) }).optional(),
  }),
  source: 'record',
  plain: true,
  count: (spec, incident, quantity, context) => {
    const units = formatDecimal(quantity);
    if (!context.measuredTrigger || incident.value === undefined) {
      return { units: quantity, reason: { code: 'OCCURRED', params: { units } } };
    }
    const bound = checkedDecimal(spec.value);
    const side = compareDecimals(incident.value, bound);
    const inclusive = resolveSwitch(spec.inclusive, context.readings);
    const params = { value: formatDecimal(incident.value), bound: spec.value, unit: spec.measureUnit, units };
    if (spec.upTo !== undefined) {
      const above = compareDecimals(incident.value, checkedDecimal(spec.upTo.value));
      if (above > 0 || (above === 0 && !resolveSwitch(spec.upTo.inclusive, context.readings))) {
        return { units: ZERO, reason: { code: 'ABOVE_BAND', params: { ...params, bound: spec.upTo.value } } };
      }
    }
    if (side > 0 || (side === 0 && inclusive)) {
      return { units: quantity, reason: { code: inclusive ? 'REACHED' : 'EXCEEDED', params } };
    }
    return { units: ZERO, reason: { code: inclusive ? 'NOT_REACHED' : 'NOT_EXCEEDED', params } };
  },
});
