/**
 * A tab made from a plan carries a hidden name of its own sheet whose value is the plan id as a text constant.
 * Excel, WPS and LibreOffice all keep such names when they save, move or rename the tab.
 */
export const PLAN_MARK = '_QAScore.plan';

/** The plan id in the value of a mark, with or without `=`; undefined when it is no text constant. */
export function planMarkText(value: string): string | undefined {
  return /^\s*=?\s*"((?:[^"]|"")*)"\s*$/.exec(value)?.[1]?.replace(/""/g, '"');
}

/** The value of the mark: a text constant. */
export function planMarkValue(planId: string): string {
  return `"${planId.replace(/"/g, '""')}"`;
}
