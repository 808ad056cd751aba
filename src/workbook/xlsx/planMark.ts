import type { DefinedName } from './workbookPart';

/**
 * A tab made from a plan carries a hidden name of its own sheet whose value is the plan id as a text constant.
 * Excel, WPS and LibreOffice all keep such names when they save, move or rename the tab.
 */
export const PLAN_MARK = '_QAScore.plan';

/** Plan ids by sheet position. */
export function readPlanMarks(names: readonly DefinedName[]): Map<number, string> {
  const marks = new Map<number, string>();
  for (const { name, sheet, value } of names) {
    if (sheet === undefined || name.toLowerCase() !== PLAN_MARK.toLowerCase()) continue;
    const text = /^\s*"((?:[^"]|"")*)"\s*$/.exec(value)?.[1];
    if (text !== undefined) marks.set(sheet, text.replace(/""/g, '"'));
  }
  return marks;
}

/** The value of the mark: a text constant. */
export function planMarkValue(planId: string): string {
  return `"${planId.replace(/"/g, '""')}"`;
}
