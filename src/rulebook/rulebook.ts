import { z } from 'zod';
import { clauseSchema } from './clause';
import {
  amountSchema,
  dateSchema,
  idSchema,
  localizedTextSchema,
  readingValueSchema,
  switchSchema,
} from './primitives';

/** A named interpretation of an ambiguous word of the source. */
export const readingSchema = z.strictObject({
  id: idSchema,
  title: localizedTextSchema,
  default: readingValueSchema,
  options: z.array(z.strictObject({ value: readingValueSchema, label: localizedTextSchema })).min(2),
});
export type Reading = z.infer<typeof readingSchema>;

/**
 * A value that the regulation leaves open. Clauses with an unset amount have a parameter of their own id,
 * which need not be listed.
 */
export const parameterSchema = z.strictObject({
  id: idSchema,
  title: localizedTextSchema,
  kind: z.enum(['points', 'count', 'score']),
  suggested: amountSchema.optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;

const scoreSchema = z.strictObject({
  /** Points before anything is counted; null where the source states none and the user gives it. */
  base: amountSchema.nullable(),
  suggestedBase: amountSchema.optional(),
  floor: switchSchema(z.enum(['zero', 'none'])),
  /** The month's pay is a percentage that sanctions reduce. */
  paysPerformance: z.boolean(),
  /** Percent of performance pay that can be taken at most. */
  performanceCap: amountSchema,
  /** The source ranks the subjects against each other. */
  ranked: z.boolean(),
});

const tiersSchema = z.strictObject({
  high: z.strictObject({ param: idSchema, title: localizedTextSchema }),
  low: z.strictObject({ param: idSchema, title: localizedTextSchema }),
  middle: localizedTextSchema,
  /** Whether the cut-off itself belongs to the tier. */
  inclusive: switchSchema(z.boolean()),
});

const overlapGroupSchema = z.strictObject({
  id: idSchema,
  title: localizedTextSchema,
  /** Which records of one event under several clauses of the group stay. */
  keep: switchSchema(z.enum(['highest', 'specific', 'cumulative'])),
  /** The clause that stays under `specific`. */
  specific: idSchema.optional(),
});

/** Service-quality issues: 抱怨 and 投诉, levels, verification. */
const issuesSchema = z.strictObject({
  /** Month of an issue: when it occurred or when it was verified. */
  month: switchSchema(z.enum(['occurred', 'verified'])),
  /** Whether a 投诉 costs the points of a 抱怨 besides its sanction. */
  complaintPoints: switchSchema(z.enum(['sanction-only', 'points-too'])),
});

/** A rulebook file. Everything in it is data; there is no expression language. */
export const rulebookSchema = z.strictObject({
  $schema: z.string().optional(),
  id: idSchema,
  title: localizedTextSchema,
  version: z.string().min(1),
  effectiveFrom: dateSchema,
  effectiveTo: dateSchema.optional(),
  subject: z.enum(['agent', 'team', 'customer']),
  sources: z.array(z.strictObject({ id: idSchema, title: localizedTextSchema })).min(1),
  score: scoreSchema,
  tiers: tiersSchema.optional(),
  issues: issuesSchema.optional(),
  /** Which version of a rule applies: that of the record's date or that of the month's end. */
  versionBy: switchSchema(z.enum(['record-date', 'month-end'])),
  categories: z.array(z.strictObject({ id: z.string().min(1), title: localizedTextSchema })).min(1),
  readings: z.array(readingSchema),
  params: z.array(parameterSchema),
  overlapGroups: z.array(overlapGroupSchema).optional(),
  /** Rules about the whole, in words: base, period, statistics, notices. */
  general: z.array(localizedTextSchema).optional(),
  clauses: z.array(clauseSchema).min(1),
});
export type Rulebook = z.infer<typeof rulebookSchema>;
