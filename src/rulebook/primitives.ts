import { z } from 'zod';
import { parseDay } from '../facts/date';
import { parseDecimal, toScaled } from '../facts/decimal';

/** A text in both languages of the product. */
export const localizedTextSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** A non-negative amount as a decimal string with at most three places; signs are carried by `dir`. */
export const amountSchema = z.string().refine(
  (text) => {
    const scaled = toScaled(text, 1000);
    return scaled !== undefined && scaled >= 0 && !text.startsWith('+');
  },
  { params: { code: 'BAD_AMOUNT' } },
);

/** A measured bound as a decimal string. */
export const measureSchema = z.string().refine((text) => parseDecimal(text) !== undefined, {
  params: { code: 'BAD_NUMBER' },
});

/** A calendar date `yyyy-mm-dd`. */
export const dateSchema = z
  .string()
  .refine((text) => parseDay(text) !== undefined, { params: { code: 'BAD_DATE' } });

export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);

/** Flags a person sets on a record, in the words of the rulebook files. */
export const flagSchema = z.enum([
  'aggravated',
  'downstream',
  'dispute',
  'serious',
  'loss',
  'bad_influence',
  'bad_consequence',
  'valid_complaint',
  'excused',
  'exempt',
  'discretionary',
  'cause_confirmed',
]);
export type Flag = z.infer<typeof flagSchema>;
export const FLAGS: readonly Flag[] = flagSchema.options;

const readingValueSchema = z.union([z.string(), z.number(), z.boolean()]);
export type ReadingValue = z.infer<typeof readingValueSchema>;
export { readingValueSchema };

/** A setting that depends on how an ambiguous word is read: one value per option of the reading. */
export interface ByReading<T> {
  readonly reading: string;
  readonly cases: Readonly<Record<string, T>>;
}

/** Either a fixed setting or one that a reading chooses. Every option of the reading has its case. */
export type Switch<T> = T | ByReading<T>;

export function switchSchema<S extends z.ZodType>(value: S) {
  return z.union([value, z.strictObject({ reading: z.string().min(1), cases: z.record(z.string(), value) })]);
}

/** What a switchable setting comes to. */
export type Resolved<S> = S extends ByReading<infer T> ? T : S;

export function isByReading(setting: unknown): setting is ByReading<unknown> {
  return typeof setting === 'object' && setting !== null && 'reading' in setting && 'cases' in setting;
}

/** Values of the readings in force, by reading id. */
export type ReadingValues = Readonly<Record<string, ReadingValue>>;

/** The setting under the readings in force. Loading has made sure that every option has a case. */
export function resolveSwitch<S>(setting: S, readings: ReadingValues): Resolved<S> {
  if (!isByReading(setting)) return setting as Resolved<S>;
  const value = String(readings[setting.reading]);
  if (!Object.hasOwn(setting.cases, value)) {
    throw new Error(`reading ${setting.reading} has no case for ${value}`);
  }
  return setting.cases[value] as Resolved<S>;
}
