import { z } from 'zod';
import { formatDay } from '../../facts/date';
import { checkedDecimal, compareDecimals, formatDecimal, subtractDecimals } from '../../facts/decimal';
import { addWorkdays } from '../../facts/workdays';
import { idSchema, measureSchema, resolveSwitch, switchSchema } from '../primitives';
import { countingKind, ONE, ZERO } from './kind';
import { lateDaysInMonth } from './lateDays';

/**
 * A period of working days that starts the day after an event. Two events are known: losing more people
 * than the quota allows (each late day counts) and completion acceptance (late or undone counts once).
 */
export const deadlineWorkdays = countingKind({
  mode: 'deadline_workdays',
  schema: z.strictObject({
    mode: z.literal('deadline_workdays'),
    unit: z.string().min(1),
    workdays: z.int().min(1),
    trigger: z.discriminatedUnion('event', [
      z.strictObject({
        event: z.literal('attrition'),
        /** Parameter with the number of people that may be lost. */
        quota: idSchema,
        /** People over the quota that start the period. */
        excess: measureSchema,
        inclusive: switchSchema(z.boolean()),
      }),
      z.strictObject({ event: z.literal('acceptance') }),
    ]),
    lateDays: switchSchema(z.enum(['calendar', 'working'])),
    lateMonth: switchSchema(z.enum(['split', 'due-month'])),
    charge: z.enum(['per-day', 'once']),
  }),
  source: 'record',
  plain: false,
  spansMonths: true,
  params: (spec) => (spec.trigger.event === 'attrition' ? [spec.trigger.quota] : []),
  check: (spec, incident) =>
    spec.trigger.event === 'attrition' && incident.attrition === undefined
      ? { code: 'VALUE_REQUIRED' }
      : undefined,
  count: (spec, incident, quantity, context) => {
    const { trigger } = spec;
    let start = incident.date;
    if (trigger.event === 'attrition') {
      const excess = subtractDecimals(incident.attrition!, context.param(trigger.quota)!);
      const side = compareDecimals(excess, checkedDecimal(trigger.excess));
      const started = side > 0 || (side === 0 && resolveSwitch(trigger.inclusive, context.readings));
      const params = { excess: formatDecimal(excess), bound: trigger.excess };
      if (!started) return { units: ZERO, reason: { code: 'ATTRITION_WITHIN', params } };
    } else if (incident.acceptedOn === undefined) {
      return { units: quantity, reason: { code: 'OCCURRED', params: { units: formatDecimal(quantity) } } };
    } else {
      start = incident.acceptedOn;
    }
    const done = trigger.event === 'acceptance' ? incident.settledOn : incident.replenishedOn;
    const due = addWorkdays(context.calendar, start, spec.workdays);
    const late =
      spec.charge === 'per-day'
        ? lateDaysInMonth(due, done, spec, context)
        : (done ?? context.monthEnd) > due
          ? ONE
          : ZERO;
    const params = {
      due: formatDay(due),
      done: done === undefined ? '' : formatDay(done),
      units: formatDecimal(late),
    };
    if (late.digits === 0n) return { units: ZERO, reason: { code: 'ON_TIME', params } };
    return { units: late, reason: { code: done === undefined ? 'NOT_SUBMITTED_DAYS' : 'LATE_DAYS', params } };
  },
});
