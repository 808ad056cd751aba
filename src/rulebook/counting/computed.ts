import { z } from 'zod';
import { idSchema, measureSchema, switchSchema } from '../primitives';
import { countingKind } from './kind';

const unit = z.string().min(1);

/** Points for a category without a deduction in the month. */
export const bonusCategory = countingKind({
  mode: 'bonus_category',
  schema: z.strictObject({
    mode: z.literal('bonus_category'),
    unit,
    /** What must be free of deductions. */
    scope: switchSchema(z.enum(['category', 'since-previous-bonus', 'cumulative', 'previous-month'])),
  }),
  source: 'computed',
  plain: false,
});

/** Reward for a month without any violation of the rulebook. */
export const bonusCleanMonth = countingKind({
  mode: 'bonus_clean_month',
  schema: z.strictObject({
    mode: z.literal('bonus_clean_month'),
    unit,
    /** Whether any violation loses the reward or only one that costs points, money or pay. */
    lostBy: switchSchema(z.enum(['violation', 'deduction'])),
  }),
  source: 'computed',
  plain: false,
});

/** The month's deducted points reach a number. */
export const totalReached = countingKind({
  mode: 'total_reached',
  schema: z.strictObject({ mode: z.literal('total_reached'), unit, points: measureSchema }),
  source: 'computed',
  plain: false,
});

/** What a tier of the final score brings. */
export const tier = countingKind({
  mode: 'tier',
  schema: z.strictObject({ mode: z.literal('tier'), unit, tier: z.enum(['high', 'low']) }),
  source: 'computed',
  plain: false,
});

/** A duty of the process around a case; it belongs to casework and never changes a score. */
export const process = countingKind({
  mode: 'process',
  schema: z.strictObject({ mode: z.literal('process'), unit, follows: idSchema.optional() }),
  source: 'process',
  plain: false,
});
