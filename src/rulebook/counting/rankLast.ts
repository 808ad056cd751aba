import { z } from 'zod';
import { resolveSwitch, switchSchema } from '../primitives';
import { countingKind, ONE, ZERO } from './kind';

/** Last place in a ranking that a person recorded; a group of one is not ranked. */
export const rankLast = countingKind({
  mode: 'rank_last',
  schema: z.strictObject({
    mode: z.literal('rank_last'),
    unit: z.string().min(1),
    /** Who is last when tied. */
    tied: switchSchema(z.enum(['all', 'none'])),
  }),
  source: 'record',
  plain: false,
  count: (spec, incident, _quantity, context) => {
    const params = { group: incident.groupSize ?? 0 };
    if (incident.groupSize !== undefined && incident.groupSize <= 1) {
      return { units: ZERO, reason: { code: 'RANK_GROUP_OF_ONE', params } };
    }
    if (incident.last === false) return { units: ZERO, reason: { code: 'RANK_NOT_LAST', params } };
    if (incident.tied === true && resolveSwitch(spec.tied, context.readings) === 'none') {
      return { units: ZERO, reason: { code: 'RANK_TIED', params } };
    }
    return { units: ONE, reason: { code: 'RANK_LAST', params } };
  },
});
