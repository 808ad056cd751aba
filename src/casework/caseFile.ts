import { z } from 'zod';
import { ProblemError } from '../facts/problem';
import { COMPLAINT_LEVELS, DAY_FIELDS, ISSUE_KINDS, TEXT_FIELDS, type ServiceIssue } from './issue';
import { inOrder, type CaseFile } from './register';
import { CASE_STATES } from './states';

const day = z.int().min(-25_567).max(2_932_896);
const recorded = z.union([z.string(), z.number(), z.boolean()]);

const issueSchema = z.strictObject({
  id: z.string().regex(/^\d{4}-\d{3,6}$/),
  state: z.enum(CASE_STATES),
  ...(Object.fromEntries(TEXT_FIELDS.map((name) => [name, z.string().optional()])) as Record<
    (typeof TEXT_FIELDS)[number],
    z.ZodOptional<z.ZodString>
  >),
  ...(Object.fromEntries(DAY_FIELDS.map((name) => [name, day.optional()])) as Record<
    (typeof DAY_FIELDS)[number],
    z.ZodOptional<typeof day>
  >),
  receivedAt: z.int().min(0).max(86_400).optional(),
  verified: z.boolean().optional(),
  kind: z.enum(ISSUE_KINDS).optional(),
  level: z.literal(COMPLAINT_LEVELS).optional(),
  extension: z
    .strictObject({ to: day, from: day.optional(), grantedOn: day.optional(), reason: z.string().optional() })
    .optional(),
  rounds: z.int().min(0).optional(),
  source: z
    .strictObject({ sheet: z.string(), row: z.int().min(1), column: z.string().optional() })
    .optional(),
  sourceNumber: z.string().optional(),
  recorded: z.record(z.string(), recorded).optional(),
  missing: z.boolean().optional(),
  unread: z.record(z.string(), z.string()).optional(),
});

const fileSchema = z.strictObject({
  version: z.literal(1),
  last: z.record(z.string().regex(/^\d{4}$/), z.int().min(0)),
  issues: z.array(issueSchema),
});

/** The file as it travels with the workbook: the same file always gives the same text. */
export function caseFileJson(file: CaseFile): unknown {
  return { version: 1, last: file.last, issues: file.issues.map(tidied) };
}

/** Without what is not there, keys in order. */
function tidied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    present.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, tidied(part)]),
  );
}

/** @throws ProblemError CASE_FILE_INVALID {path} */
export function readCaseFile(json: unknown): CaseFile {
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new ProblemError('CASE_FILE_INVALID', { path: path === '' ? '—' : path });
  }
  const ids = new Set(parsed.data.issues.map(({ id }) => id));
  if (ids.size !== parsed.data.issues.length) throw new ProblemError('CASE_FILE_INVALID', { path: 'issues' });
  return { last: parsed.data.last, issues: inOrder(parsed.data.issues as readonly ServiceIssue[]) };
}
