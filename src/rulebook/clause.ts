import { z } from 'zod';
import { ATTENDANCE_KINDS } from '../facts/attendance';
import { METRIC_NAMES } from '../facts/metric';
import { countSchema } from './counting';
import { effectSchema } from './effects';
import {
  amountSchema,
  dateSchema,
  flagSchema,
  idSchema,
  localizedTextSchema,
  measureSchema,
  switchSchema,
} from './primitives';

/** Where a rule stands in its source. */
export const citationSchema = z.strictObject({
  /** Key of `Rulebook.sources`. */
  source: idSchema,
  section: z.string().min(1),
  number: z.string().min(1).optional(),
});

/** One of the behaviours a clause lists. */
export const triggerSchema = z.strictObject({
  id: idSchema,
  /** The behaviour in the words that sheets use. */
  text: localizedTextSchema,
  /** The clause's threshold or quota applies to this behaviour only. */
  measured: z.boolean().optional(),
});
export type Trigger = z.infer<typeof triggerSchema>;

/** Doubling and the like under a condition that a person flags. */
export const multiplierSchema = z.strictObject({
  factor: measureSchema,
  flag: flagSchema,
  label: localizedTextSchema,
  /** Halves of the condition that may be flagged on their own. */
  parts: z
    .strictObject({ flags: z.array(flagSchema).min(2), join: switchSchema(z.enum(['either', 'both'])) })
    .optional(),
});

/** What repeats of the same clause by the same subject within a month bring. */
export const escalationSchema = z.strictObject({
  /** Occurrences in the month from which it applies. */
  minCount: switchSchema(z.int().min(2)),
  /** A flag that brings it at the first occurrence. */
  orFlag: flagSchema.optional(),
  /**
   * `extra`: the effects come once, on top of every occurrence. `replace`: they replace the clause's amounts
   * of the month. `add`: they join the amounts counted before the limit was reached.
   */
  mode: switchSchema(z.enum(['extra', 'replace', 'add'])),
  effects: z.array(effectSchema).min(1),
  /** Fixed sanctions of the single occurrences. */
  warnings: switchSchema(z.enum(['each', 'first', 'replaced'])).optional(),
});

/** Special circumstances under which a record is no violation. */
export const exemptionSchema = z.strictObject({
  text: localizedTextSchema,
  /** The flag `exempt` with a written reason exempts. */
  flag: z.literal('exempt').optional(),
  /** Shifts that are exempt by themselves. */
  shifts: z
    .strictObject({ names: z.array(z.string().min(1)).min(1), applies: switchSchema(z.boolean()) })
    .optional(),
});

/** A derived record for the department head, once per case. */
export const jointLiabilitySchema = z.strictObject({
  role: z.literal('department_head'),
  /** Clause under which the head is charged. */
  clause: idSchema,
  /** Points are at least this many. */
  min: amountSchema,
  /** Only for issues of this kind. */
  kind: z.enum(['抱怨', '投诉']),
  /** All must hold. */
  applies: z.array(switchSchema(z.boolean())),
  /** Whether a 投诉 asks for a sanction of the head as well. */
  sanction: switchSchema(z.enum(['none', 'chosen'])).optional(),
});

/** How facts other than the violation log become records of the clause. */
export const deriveSchema = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('attendance'),
    kinds: z.array(z.enum(ATTENDANCE_KINDS)).min(1),
    shifts: z.array(z.string().min(1)).optional(),
    trigger: idSchema.optional(),
    /** The event's minutes become the record's value. */
    value: z.literal('minutes').optional(),
  }),
  z.strictObject({
    from: z.literal('attendance-count'),
    kinds: z.array(z.enum(ATTENDANCE_KINDS)).min(1),
    /** People are counted once a day. */
    count: z.literal('persons-per-day'),
  }),
  z.strictObject({
    from: z.literal('metric'),
    trigger: idSchema.optional(),
    /** Record field -> metric. */
    fields: z.partialRecord(
      z.enum([
        'value',
        'collected',
        'due',
        'reported',
        'actual',
        'attrition',
        'submittedAt',
        'submittedOn',
        'replenishedOn',
        'last',
      ]),
      z.enum(METRIC_NAMES),
    ),
  }),
]);
export type Derive = z.infer<typeof deriveSchema>;

const versionedShape = {
  statement: localizedTextSchema,
  count: countSchema,
  effects: z.array(effectSchema),
  multiplier: multiplierSchema.optional(),
  escalation: escalationSchema.optional(),
  exemption: exemptionSchema.optional(),
};

/** A change of a clause from a date on; only what changes is written. */
export const revisionSchema = z.strictObject({
  from: dateSchema,
  /** What changed it, for example a decision or a notice. */
  reference: z.string().min(1),
  statement: versionedShape.statement.optional(),
  count: versionedShape.count.optional(),
  effects: versionedShape.effects.optional(),
  multiplier: multiplierSchema.nullable().optional(),
  escalation: escalationSchema.nullable().optional(),
  exemption: exemptionSchema.nullable().optional(),
});

export const clauseSchema = z.strictObject({
  id: idSchema,
  /** Id of `Rulebook.categories`. */
  category: z.string().min(1),
  title: localizedTextSchema,
  ...versionedShape,
  citation: citationSchema,
  subject: z.enum(['agent', 'team', 'customer', 'department', 'department_head', 'hr']),
  /** Who answers for it, where that is not the scored subject. */
  responsible: z.enum(['agent', 'supervisor', 'frontdesk', 'department_head', 'vendor']).optional(),
  triggers: z.array(triggerSchema).optional(),
  /** Whether several listed behaviours of one event count once or each; left out = once. */
  eachTrigger: switchSchema(z.enum(['any', 'each'])).optional(),
  /** Two records of one day by one subject count once or separately; left out = separately. */
  sameDay: switchSchema(z.enum(['separate', 'once'])).optional(),
  /** Direction of the points where the source contradicts itself. */
  direction: switchSchema(z.enum(['add', 'deduct'])).optional(),
  /** A record flagged `excused` is no violation (无故). */
  excusable: z.boolean().optional(),
  linkedRange: z
    .strictObject({ pctPerPoint: measureSchema, coupled: switchSchema(z.enum(['coupled', 'free'])) })
    .optional(),
  /** A flag whose amount replaces the unflagged one, or joins it. */
  substitute: z.strictObject({ flag: flagSchema, mode: switchSchema(z.enum(['replace', 'add'])) }).optional(),
  jointLiability: z.array(jointLiabilitySchema).optional(),
  overlapGroup: idSchema.optional(),
  /** Used only where no other clause fits the event. */
  catchAll: switchSchema(z.boolean()).optional(),
  /** Evidence the source itself asks for. */
  evidence: z.array(localizedTextSchema).optional(),
  derive: z.array(deriveSchema).optional(),
  /** What an experienced reader would point out about the source. */
  notes: z.array(localizedTextSchema).optional(),
  from: dateSchema.optional(),
  /** What brought it in, for a clause that came later than its rulebook. */
  fromReference: z.string().min(1).optional(),
  /** Last day in force. */
  to: dateSchema.optional(),
  /** What ended it. */
  toReference: z.string().min(1).optional(),
  revisions: z.array(revisionSchema).optional(),
});
export type Clause = z.infer<typeof clauseSchema>;
export type Revision = z.infer<typeof revisionSchema>;
export type Escalation = z.infer<typeof escalationSchema>;
export type Multiplier = z.infer<typeof multiplierSchema>;
export type Exemption = z.infer<typeof exemptionSchema>;
export type JointLiability = z.infer<typeof jointLiabilitySchema>;
