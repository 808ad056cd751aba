import { z } from 'zod';
import {
  checkedDecimal,
  compareDecimals,
  formatDecimal,
  subtractDecimals,
  type Decimal,
} from '../../facts/decimal';
import { measureSchema } from '../primitives';
import { countingKind, isNegative, ZERO } from './kind';

const over = (total: Decimal, allowance: Decimal): Decimal =>
  compareDecimals(total, allowance) > 0 ? subtractDecimals(total, allowance) : ZERO;

const add = (a: Decimal, b: Decimal): Decimal => subtractDecimals(a, { digits: -b.digits, scale: b.scale });

/**
 * A daily allowance; what goes over it counts. All records of one day are looked at together, and a day
 * below its allowance never makes up for another.
 */
export const excessPerDay = countingKind({
  mode: 'excess_per_day',
  schema: z.strictObject({
    mode: z.literal('excess_per_day'),
    unit: z.string().min(1),
    measure: z.string().min(1),
    allowance: measureSchema,
  }),
  source: 'record',
  plain: false,
  bucket: 'day',
  measure: (incident) => incident.value ?? ZERO,
  check: (_spec, incident) =>
    (incident.value === undefined && incident.qty === undefined) || isNegative(incident.value)
      ? { code: 'VALUE_REQUIRED' }
      : undefined,
  count: (spec, incident, quantity, context) => {
    if (incident.value === undefined) {
      return {
        units: quantity,
        reason: { code: 'OVER_ALLOWANCE_STATED', params: { units: formatDecimal(quantity) } },
      };
    }
    const allowance = checkedDecimal(spec.allowance);
    const total = add(context.prior, incident.value);
    const units = subtractDecimals(over(total, allowance), over(context.prior, allowance));
    const params = {
      value: formatDecimal(total),
      allowance: spec.allowance,
      units: formatDecimal(units),
      unit: spec.unit,
    };
    return { units, reason: { code: units.digits > 0n ? 'OVER_ALLOWANCE' : 'WITHIN_ALLOWANCE', params } };
  },
});
