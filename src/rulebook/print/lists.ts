import { fold } from './fold';

/** Names in quotation marks, one after another: 「迟到」「早退」. */
export const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('');

/** The names between quotation marks, undefined where other words stand between them. */
export function readQuoted(text: string): string[] | undefined {
  const rest = text.replace(/「[^」]*」/g, '').replace(/[\s、,，]/g, '');
  const names = [...text.matchAll(/「([^」]*)」/g)].map((match) => match[1]?.trim() ?? '');
  return rest === '' && names.length > 0 ? names : undefined;
}

const SEPARATORS = /[、,;。]/;

/** A list with 、 between the names; a name with such a sign of its own stands in quotation marks. */
export const listed = (names: readonly string[]): string =>
  names.map((name) => (SEPARATORS.test(fold(name)) ? `「${name}」` : name)).join('、');

export function readListed(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(/「([^」]*)」|[^、「]+/g)) {
    const name = (match[1] ?? match[0]).trim();
    if (name !== '') names.push(name);
  }
  return names;
}
