import { z } from 'zod';
import { parseDay, type Day } from '../facts/date';
import { ProblemError } from '../facts/problem';
import type { WorkCalendar } from '../facts/workdays';
import type { RulebookSettings } from '../rulebook/settings';
import type { BulletinRules } from '../reports/subjects';
import type { CaseOptions } from './caseOptions';

const scalar = z.union([z.string(), z.number()]).transform(String);
const dateText = z.string().refine((text) => parseDay(text) !== undefined);

/** `settings` of the command line and of a workbook: what a user settled about a rulebook. */
export const settingsSchema = z.strictObject({
  base: scalar.nullable().optional(),
  params: z.record(z.string(), scalar).optional(),
  readings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  calendar: z
    .strictObject({ holidays: z.array(dateText).default([]), makeupWorkdays: z.array(dateText).default([]) })
    .optional(),
  versions: z
    .array(z.strictObject({ effective: dateText, params: z.record(z.string(), scalar).default({}) }))
    .optional(),
  confirm: z
    .array(
      z.strictObject({
        sheet: z.string(),
        row: z.int().min(1),
        clause: z.string().nullable().optional(),
        person: z.string().optional(),
      }),
    )
    .optional(),
  bulletin: z
    .strictObject({ criticiseFrom: scalar.optional(), praiseRanks: z.int().min(0).optional() })
    .optional(),
  cases: z
    .strictObject({
      dayUnit: z.enum(['calendar', 'working']).optional(),
      serviceDepartment: z.string().min(1).optional(),
      hrDepartment: z.string().min(1).optional(),
      callBackDays: z.int().min(0).optional(),
      maskPhones: z.boolean().optional(),
      maskNames: z.boolean().optional(),
    })
    .optional(),
});
export type SettingsJson = z.infer<typeof settingsSchema>;

/** @throws ProblemError BAD_SETTINGS {path} */
export function readSettings(json: unknown): SettingsJson {
  const parsed = settingsSchema.safeParse(json ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  throw new ProblemError('BAD_SETTINGS', { path: [...(issue?.path ?? []), ...keys].join('.') || 'settings' });
}

const day = (text: string): Day => parseDay(text) ?? 0;

export function rulebookSettings(settings: SettingsJson): RulebookSettings {
  return {
    base: settings.base ?? undefined,
    params: settings.params,
    readings: settings.readings,
    versions: settings.versions?.map((version) => ({
      effective: day(version.effective),
      params: version.params,
    })),
  };
}

/** The calendar that the settings give, undefined when they give none. */
export function settingsCalendar(settings: SettingsJson): WorkCalendar | undefined {
  if (settings.calendar === undefined) return undefined;
  return {
    years: 'all',
    holidays: new Set(settings.calendar.holidays.map(day)),
    makeupWorkdays: new Set(settings.calendar.makeupWorkdays.map(day)),
  };
}

/** Settings over others: parameters, readings and confirmations one by one, everything else as a whole. */
export function settingsOver(own: SettingsJson, given: SettingsJson): SettingsJson {
  return {
    ...own,
    ...given,
    params: { ...own.params, ...given.params },
    readings: { ...own.readings, ...given.readings },
    confirm: [...(own.confirm ?? []), ...(given.confirm ?? [])],
  };
}

/** What the bulletin proposes, undefined where the settings leave it open. */
export function bulletinRules({ bulletin }: SettingsJson): BulletinRules | undefined {
  return bulletin;
}

export function caseOptions({ cases }: SettingsJson): CaseOptions | undefined {
  return cases;
}
