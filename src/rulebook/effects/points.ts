import { z } from 'zod';
import { amountVariants } from './amount';

/** Points taken from or added to the score. */
export const pointsSchema = z.discriminatedUnion('kind', amountVariants('points', ['deduct', 'add']));
export type PointsEffect = z.infer<typeof pointsSchema>;
