import { z } from 'zod';
import { formatDay, type Day } from '../../facts/date';
import { formatDecimal } from '../../facts/decimal';
import { isStatutoryHoliday, isWorkday } from '../../facts/workdays';
import { resolveSwitch, switchSchema } from '../primitives';
import { countingKind, type CountContext } from './kind';
import { lateDaysInMonth } from './lateDays';

const shiftSchema = z.enum(['none', 'holidays', 'holidays-and-weekends']);

/** The due day after the holiday shift. */
function shiftedDue(nominal: Day, shift: z.infer<typeof shiftSchema>, context: CountContext): Day {
  let due = nominal;
  if (shift === 'holidays') while (isStatutoryHoliday(context.calendar, due)) due += 1;
  if (shift === 'holidays-and-weekends') {
    while (!isWorkday(context.calendar, due)) due += 1;
  }
  return due;
}

/** A day of the month (the record's date is that nominal day); each late day counts. */
export const deadlineDayOfMonth = countingKind({
  mode: 'deadline_dom',
  schema: z.strictObject({
    mode: z.literal('deadline_dom'),
    unit: z.string().min(1),
    day: z.int().min(1).max(31),
    /** Which days off move the due day to the next. */
    shift: switchSchema(shiftSchema),
    lateDays: switchSchema(z.enum(['calendar', 'working'])),
    lateMonth: switchSchema(z.enum(['split', 'due-month'])),
  }),
  source: 'record',
  plain: false,
  spansMonths: true,
  count: (spec, incident, _quantity, context) => {
    const due = shiftedDue(incident.date, resolveSwitch(spec.shift, context.readings), context);
    const units = lateDaysInMonth(due, incident.submittedOn, spec, context);
    const params = {
      due: formatDay(due),
      done: incident.submittedOn === undefined ? '' : formatDay(incident.submittedOn),
      units: formatDecimal(units),
    };
    const late = incident.submittedOn === undefined ? 'NOT_SUBMITTED_DAYS' : 'LATE_DAYS';
    return { units, reason: { code: units.digits > 0n ? late : 'ON_TIME', params } };
  },
});
