import { z } from 'zod';
import { amountSchema, flagSchema } from '../primitives';

/** Conditions of a record under which an effect applies; all given ones must hold. */
export const whenSchema = z.strictObject({
  flag: flagSchema.optional(),
  flag_not: flagSchema.optional(),
  kind: z.enum(['抱怨', '投诉']).optional(),
  level: z.enum(['1', '2', '3']).optional(),
  tier: z.enum(['high', 'low']).optional(),
});
export type When = z.infer<typeof whenSchema>;

/**
 * The ways an amount may be stated: exactly, as a minimum a person may raise, as a range a person chooses
 * from, or not at all (`unset`: a parameter of the user's must give it).
 */
export function amountVariants<T extends string, D extends readonly [string, ...string[]]>(
  type: T,
  directions: D,
) {
  const common = { type: z.literal(type), dir: z.enum(directions), when: whenSchema.optional() };
  return [
    z.strictObject({ ...common, kind: z.literal('exact'), value: amountSchema }),
    z.strictObject({ ...common, kind: z.literal('min'), min: amountSchema }),
    z.strictObject({ ...common, kind: z.literal('range'), min: amountSchema, max: amountSchema }),
    z.strictObject({ ...common, kind: z.literal('unset'), value: z.null() }),
  ] as const;
}
