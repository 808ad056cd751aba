import { z } from 'zod';
import { amountVariants } from './amount';

/** Money in yuan, summed apart from points and never mixed with them. */
export const fineSchema = z.discriminatedUnion('kind', amountVariants('fine_yuan', ['deduct', 'add']));
export type FineEffect = z.infer<typeof fineSchema>;
