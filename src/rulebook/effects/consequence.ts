import { z } from 'zod';
import { whenSchema } from './amount';

const text = z.string().min(1);

/** Responsibility without an amount: compensation, legal liability. */
export const liabilitySchema = z.strictObject({
  type: z.literal('liability'),
  text,
  when: whenSchema.optional(),
  bearer: z.enum(['vendor', 'person']).optional(),
});

/** Something that must be done: punch again, write a statement, report. */
export const obligationSchema = z.strictObject({
  type: z.literal('obligation'),
  text,
  when: whenSchema.optional(),
});

/** What a high tier brings. */
export const benefitSchema = z.strictObject({
  type: z.literal('benefit'),
  text,
  when: whenSchema.optional(),
});

/** What a low tier loses. */
export const restrictionSchema = z.strictObject({
  type: z.literal('restriction'),
  text,
  when: whenSchema.optional(),
});
