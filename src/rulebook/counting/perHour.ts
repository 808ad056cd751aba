import { z } from 'zod';
import { formatDecimal } from '../../facts/decimal';
import { resolveSwitch, switchSchema } from '../primitives';
import { countingKind, isNegative } from './kind';

/** Each missing hour counts; fractions of an hour are dropped or counted in proportion. */
export const perHour = countingKind({
  mode: 'per_hour',
  schema: z.strictObject({
    mode: z.literal('per_hour'),
    unit: z.string().min(1),
    measure: z.string().min(1),
    rounding: switchSchema(z.enum(['floor', 'proportional'])),
  }),
  source: 'record',
  plain: false,
  divisible: true,
  check: (_spec, incident) =>
    (incident.value === undefined && incident.qty === undefined) || isNegative(incident.value)
      ? { code: 'VALUE_REQUIRED' }
      : undefined,
  count: (spec, incident, quantity, context) => {
    const hours = incident.value ?? quantity;
    const whole = { digits: hours.digits / 10n ** BigInt(hours.scale), scale: 0 };
    const units = resolveSwitch(spec.rounding, context.readings) === 'floor' ? whole : hours;
    const params = { value: formatDecimal(hours), units: formatDecimal(units) };
    return { units, reason: { code: units.digits > 0n ? 'HOURS_MISSING' : 'HOURS_BELOW_ONE', params } };
  },
});
