import { fold } from '../../rulebook/print/fold';

/** Items of a line, apart at semicolons. */
export function itemsOf(words: string): string[] {
  const items: string[] = [];
  let from = 0;
  for (const match of fold(words).matchAll(/;|$/g)) {
    const item = words.slice(from, match.index).trim();
    if (item !== '') items.push(item);
    from = match.index + 1;
  }
  return items;
}
