import { z } from 'zod';
import { benefitSchema, liabilitySchema, obligationSchema, restrictionSchema } from './consequence';
import { disciplineSchema } from './discipline';
import { fineSchema } from './fine';
import { performanceSchema } from './performance';
import { pointsSchema } from './points';

/** Everything a clause may bring; `type` tells which. */
export const effectSchema = z.discriminatedUnion('type', [
  pointsSchema,
  fineSchema,
  performanceSchema,
  disciplineSchema,
  liabilitySchema,
  obligationSchema,
  benefitSchema,
  restrictionSchema,
]);
export type Effect = z.infer<typeof effectSchema>;
export type AmountEffect = Extract<Effect, { kind: string }>;
export type AmountType = AmountEffect['type'];

export function isAmount(effect: Effect): effect is AmountEffect {
  return 'kind' in effect;
}

export type { When } from './amount';
export type { DisciplineEffect } from './discipline';
