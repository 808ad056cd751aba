import { z } from 'zod';
import { ProblemError } from '../facts/problem';
import { SHEET_ROLES } from '../intake/types';
import { settingsSchema, type SettingsJson } from './settingsFormat';

const mappingSchema = z.object({
  fingerprint: z.string(),
  role: z.enum(SHEET_ROLES).exactOptional(),
  fields: z.record(z.string(), z.string().nullable()),
});

/**
 * What a user settled, as the workbook carries it: the parts of its state document (see `WorkbookState`) that are no
 * casework. Parts that are not known here are kept as they are.
 */
export const workbookSettingsSchema = z.looseObject({
  version: z.literal(1).default(1),
  /** The rulebook chosen. */
  rulebook: z.object({ id: z.string(), hash: z.string().exactOptional() }).exactOptional(),
  /**
   * The team's own rulebooks by id, as rulebook files: the one in force, and the one being worked on. One with the id
   * of a shipped rulebook takes its place in this workbook.
   */
  rulebooks: z
    .record(z.string(), z.object({ published: z.unknown().optional(), draft: z.unknown().optional() }))
    .default({}),
  /** A regulation's text on its way to a rulebook (see `draft/review`). */
  review: z.unknown().optional(),
  /** Month shown last, `2026-10`. */
  month: z.string().exactOptional(),
  /** Readings, parameters and confirmations by rulebook. */
  settings: z.record(z.string(), settingsSchema).default({}),
  /** Sheets that the last build read records from. */
  sources: z.array(z.string()).exactOptional(),
  /** Layouts that a person corrected. */
  mappings: z.array(mappingSchema).default([]),
  /** Wordings confirmed before, normalised text to clause, by rulebook. */
  wordings: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});
export type WorkbookSettings = z.infer<typeof workbookSettingsSchema>;

export const NO_SETTINGS: WorkbookSettings = workbookSettingsSchema.parse({});

/**
 * Reads the state document of a workbook; none = nothing settled yet.
 * @throws ProblemError BAD_STATE {path}: written by a newer version or damaged; nothing is overwritten then
 */
export function readWorkbookSettings(state: unknown): WorkbookSettings {
  if (state === undefined || state === null) return NO_SETTINGS;
  const parsed = workbookSettingsSchema.safeParse(state);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  throw new ProblemError('BAD_STATE', { path: path.length === 0 ? '—' : path.map(String).join('.') });
}

/** Settings of a rulebook in the workbook. */
export function settingsOf(settled: WorkbookSettings, rulebook: string): SettingsJson {
  return settled.settings[rulebook] ?? {};
}
