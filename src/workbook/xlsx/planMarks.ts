import { PLAN_MARK, planMarkText } from '../planMark';
import type { DefinedName } from './workbookPart';

/** Plan ids by sheet position. */
export function readPlanMarks(names: readonly DefinedName[]): Map<number, string> {
  const marks = new Map<number, string>();
  for (const { name, sheet, value } of names) {
    if (sheet === undefined || name.toLowerCase() !== PLAN_MARK.toLowerCase()) continue;
    const text = planMarkText(value);
    if (text !== undefined) marks.set(sheet, text);
  }
  return marks;
}
