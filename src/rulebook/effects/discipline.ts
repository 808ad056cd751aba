import { z } from 'zod';
import { whenSchema } from './amount';

/**
 * A sanction without an amount. `fixed`: every option is given; `up_to`: the last option is the proposal,
 * a person may decide less; `one_of`: a person chooses exactly one; `one_or_more`: a person chooses;
 * `discretionary`: possible, decided by a person. Sanctions are proposals, never carried out.
 */
export const disciplineSchema = z.strictObject({
  type: z.literal('discipline'),
  choice: z.enum(['fixed', 'up_to', 'one_of', 'one_or_more', 'discretionary']),
  options: z.array(z.string().min(1)).min(1),
  when: whenSchema.optional(),
  /** The source ends the list with 等: a person may write another sanction. */
  open_list: z.boolean().optional(),
});
export type DisciplineEffect = z.infer<typeof disciplineSchema>;
