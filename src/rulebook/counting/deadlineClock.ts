import { z } from 'zod';
import { formatDay } from '../../facts/date';
import { resolveSwitch, switchSchema } from '../primitives';
import { countingKind, ONE, ZERO } from './kind';

/** `10:00` -> seconds since midnight. */
const secondsOf = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;

/** A daily clock time on the record's date; late or missing counts once. */
export const deadlineClock = countingKind({
  mode: 'deadline_clock',
  schema: z.strictObject({
    mode: z.literal('deadline_clock'),
    unit: z.string().min(1),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    /** Whether the stroke of the hour is on time. */
    inclusive: switchSchema(z.boolean()),
  }),
  source: 'record',
  plain: false,
  count: (spec, incident, _quantity, context) => {
    const due = `${formatDay(incident.date)} ${spec.time}`;
    const at = incident.submittedAt;
    if (at === undefined) return { units: ONE, reason: { code: 'NOT_SUBMITTED', params: { due } } };
    const lateBy = (at.day - incident.date) * 86_400 + at.second - secondsOf(spec.time);
    const late = resolveSwitch(spec.inclusive, context.readings) ? lateBy > 0 : lateBy >= 0;
    return {
      units: late ? ONE : ZERO,
      reason: { code: late ? 'SUBMITTED_LATE' : 'SUBMITTED_IN_TIME', params: { due } },
    };
  },
});
