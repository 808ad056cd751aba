import { compactText, memoText } from '../values/text';

/** A name for comparison: half-width, lower case, no inner space between Han characters, no punctuation. */
export const nameKey = memoText((name: string): string =>
  compactText(name)
    .toLowerCase()
    .replace(/[·•.\-_'"`]/g, ''),
);

/** An id for comparison: half-width, upper case, no blanks. */
export function idKey(id: string): string {
  return compactText(id).toUpperCase();
}

/**
 * The number in an id without its letters and leading zeros: `A-001`, `001` and `1` are all `1`. Undefined where
 * an id has no or several numbers; only good for matching when nobody else has the same.
 */
export function idCore(id: string): string | undefined {
  const match = /^[A-Z]{0,6}[-_]?0*(\d{1,15})$/.exec(idKey(id));
  return match?.[1];
}

/** Whether two different names differ by one character: replaced, missing or added, or two swapped. */
export function nearNames(a: string, b: string): boolean {
  const left = Array.from(a);
  const right = Array.from(b);
  if (a === b || Math.abs(left.length - right.length) > 1 || Math.min(left.length, right.length) < 2)
    return false;
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  ) {
    end += 1;
  }
  const [restLeft, restRight] = [left.length - start - end, right.length - start - end];
  if (restLeft <= 1 && restRight <= 1) return true;
  return (
    restLeft === 2 && restRight === 2 && left[start] === right[start + 1] && left[start + 1] === right[start]
  );
}
