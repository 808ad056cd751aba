import { z } from 'zod';
import { checkedDecimal, compareDecimals, formatDecimal, subtractDecimals } from '../../facts/decimal';
import { measureSchema, resolveSwitch, switchSchema } from '../primitives';
import { countingKind, isNegative, ONE, ZERO } from './kind';

/** A monthly quota: falling short counts once, or once for each missing unit. */
export const quotaShortfall = countingKind({
  mode: 'quota_shortfall',
  schema: z.strictObject({
    mode: z.literal('quota_shortfall'),
    unit: z.string().min(1),
    measure: z.string().min(1),
    measureUnit: z.string().min(1),
    target: measureSchema,
    charge: switchSchema(z.enum(['once', 'per-unit'])),
  }),
  source: 'record',
  plain: false,
  check: (_spec, incident) => (isNegative(incident.value) ? { code: 'VALUE_REQUIRED' } : undefined),
  count: (spec, incident, quantity, context) => {
    if (!context.measuredTrigger || incident.value === undefined) {
      return { units: quantity, reason: { code: 'OCCURRED', params: { units: formatDecimal(quantity) } } };
    }
    const target = checkedDecimal(spec.target);
    const params = {
      value: formatDecimal(incident.value),
      target: spec.target,
      unit: spec.measureUnit,
    };
    if (compareDecimals(incident.value, target) >= 0) {
      return { units: ZERO, reason: { code: 'QUOTA_MET', params } };
    }
    const missing = subtractDecimals(target, incident.value);
    const units = resolveSwitch(spec.charge, context.readings) === 'once' ? ONE : missing;
    return {
      units,
      reason: {
        code: 'QUOTA_MISSED',
        params: { ...params, missing: formatDecimal(missing), units: formatDecimal(units) },
      },
    };
  },
});
