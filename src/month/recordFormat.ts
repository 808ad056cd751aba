import { z } from 'zod';
import { parseDay, type Day } from '../facts/date';
import { parseDecimal, type Decimal } from '../facts/decimal';
import type { Incident, Moment } from '../facts/incident';
import { ProblemError } from '../facts/problem';

const flagNames: Readonly<Record<string, string>> = {
  badInfluence: 'bad_influence',
  badConsequence: 'bad_consequence',
  validComplaint: 'valid_complaint',
  causeConfirmed: 'cause_confirmed',
};

/** Flags are written `badInfluence` in facts and `bad_influence` in rulebooks; both are read. */
export function flagName(flag: string): string {
  return Object.hasOwn(flagNames, flag) ? flagNames[flag]! : flag;
}

const day = z.string().transform((text, context): Day => {
  const value = parseDay(text.slice(0, 10));
  if (value === undefined || !/^(|T.*)$/.test(text.slice(10))) {
    context.addIssue({ code: 'custom', message: 'date' });
    return z.NEVER;
  }
  return value;
});

const decimal = z.union([z.string(), z.number()]).transform((input, context): Decimal => {
  const value = parseDecimal(typeof input === 'string' ? input.trim() : input);
  if (value === undefined) {
    context.addIssue({ code: 'custom', message: 'decimal' });
    return z.NEVER;
  }
  return value;
});

const moment = z.string().transform((text, context): Moment => {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(text);
  const on = match === null ? undefined : parseDay(match[1]!);
  const [hours, minutes, seconds] = [Number(match?.[2]), Number(match?.[3]), Number(match?.[4] ?? 0)];
  if (on === undefined || hours > 23 || minutes > 59 || seconds > 59) {
    context.addIssue({ code: 'custom', message: 'moment' });
    return z.NEVER;
  }
  return { day: on, second: hours * 3600 + minutes * 60 + seconds };
});

const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]);
const blankAsAbsent = (value: unknown): unknown => (value === null || value === '' ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blankAsAbsent, schema.optional());
const count = z.coerce.number().int();

const recordSchema = z.object({
  date: day,
  subject: z.string().min(1),
  clause: z.string().min(1),
  qty: optional(decimal),
  value: optional(decimal),
  trigger: optional(z.string()),
  triggersHit: optional(count.min(0)),
  reported: optional(decimal),
  actual: optional(decimal),
  collected: optional(decimal),
  due: optional(decimal),
  attrition: optional(decimal),
  submittedAt: optional(moment),
  submittedOn: optional(day),
  replenishedOn: optional(day),
  settledOn: optional(day),
  acceptedOn: optional(day),
  eventId: optional(z.coerce.string()),
  flags: optional(z.array(z.string().transform(flagName))),
  exemptReason: optional(z.string()),
  shift: optional(z.string()),
  kind: optional(z.string()),
  level: optional(count),
  head: optional(z.string()),
  chosenPoints: optional(decimal),
  chosenPct: optional(decimal),
  chosenDiscipline: optional(names),
  headDiscipline: optional(names),
  verified: optional(z.boolean()),
  verifiedOn: optional(day),
  last: optional(z.boolean()),
  groupSize: optional(count),
  tied: optional(z.boolean()),
});

const KNOWN = new Set(Object.keys(recordSchema.shape));

const pathText = (path: readonly PropertyKey[] = []): string =>
  path.length === 0 ? '—' : path.map(String).join('.');

/** A record of the facts format read, with the names of fields that are not part of the format. */
export interface ReadRecord {
  readonly incident: Incident;
  readonly ignored: readonly string[];
}

/**
 * Reads one record of the facts format.
 * @throws ProblemError BAD_RECORD {record, field} naming the first field that cannot be read
 */
export function readRecord(json: unknown, position: number): ReadRecord {
  const parsed = recordSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ProblemError('BAD_RECORD', { record: position + 1, field: pathText(issue?.path) });
  }
  const present = Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
  const ignored = Object.keys(json as object).filter((key) => !KNOWN.has(key));
  return { incident: present as unknown as Incident, ignored };
}
