import { z } from 'zod';
import { amountVariants } from './amount';

/** Percent of the month's performance pay taken (`deduct`) or granted whole (`set`). */
export const performanceSchema = z.discriminatedUnion(
  'kind',
  amountVariants('performance_pct', ['deduct', 'add', 'set']),
);
export type PerformanceEffect = z.infer<typeof performanceSchema>;
