import { z } from 'zod';
import { formatDecimal, subtractDecimals } from '../../facts/decimal';
import { resolveSwitch, switchSchema } from '../primitives';
import { countingKind, ZERO } from './kind';

/** The difference of two counts of one day; days never net against each other. */
export const absDiffPerDay = countingKind({
  mode: 'abs_diff_per_day',
  schema: z.strictObject({
    mode: z.literal('abs_diff_per_day'),
    unit: z.string().min(1),
    /** Whether too low a report counts as well as too high a one. */
    difference: switchSchema(z.enum(['absolute', 'over-report'])),
  }),
  source: 'record',
  plain: false,
  check: (_spec, incident) =>
    incident.reported === undefined || incident.actual === undefined
      ? incident.qty === undefined
        ? { code: 'VALUE_REQUIRED' }
        : undefined
      : undefined,
  count: (spec, incident, quantity, context) => {
    if (incident.reported === undefined || incident.actual === undefined) {
      return { units: quantity, reason: { code: 'OCCURRED', params: { units: formatDecimal(quantity) } } };
    }
    const difference = subtractDecimals(incident.reported, incident.actual);
    const absolute = resolveSwitch(spec.difference, context.readings) === 'absolute';
    const units =
      difference.digits < 0n ? (absolute ? { ...difference, digits: -difference.digits } : ZERO) : difference;
    const params = {
      reported: formatDecimal(incident.reported),
      actual: formatDecimal(incident.actual),
      units: formatDecimal(units),
    };
    return { units, reason: { code: units.digits > 0n ? 'HEADCOUNT_DIFFERS' : 'HEADCOUNT_AGREES', params } };
  },
});
