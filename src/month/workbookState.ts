import { z } from 'zod';

/**
 * The one document that travels with a workbook. Parts of it that a reader does not know are kept as they are.
 * `cases`: the issues of casework.
 */
export type WorkbookState = Readonly<Record<string, unknown>> & { readonly cases?: unknown };

const documentSchema = z.record(z.string(), z.unknown());

/** @returns undefined where the text is no document of this kind; an absent text is an empty document */
export function readWorkbookState(text: string | undefined): WorkbookState | undefined {
  if (text === undefined || text.trim() === '') return {};
  try {
    const parsed = documentSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The document with one part replaced: the same parts always give the same text. */
export function withPart(state: WorkbookState, name: string, part: unknown): string {
  return JSON.stringify({ ...state, [name]: part });
}
