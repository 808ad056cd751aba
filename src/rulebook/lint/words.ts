/** The text in one width, without blanks, marks and brackets. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/** A text as the pairs of neighbouring characters it has, with how often. */
export type Wording = ReadonlyMap<string, number>;

export function wordingOf(text: string): Wording {
  const words = plainWords(text);
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < words.length; at++) {
    const pair = words.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const size = (wording: Wording): number => [...wording.values()].reduce((sum, count) => sum + count, 0);

/** How alike two wordings are, 0 to 1: twice the pairs they share over all they have. */
export function likeness(a: Wording, b: Wording): number {
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  return (2 * shared) / (size(a) + size(b));
}

const AMOUNT_PART = /\d[^,;:。、]*(分(?!钟)|元|%)|[扣罚奖]|处分|辞退|按\S*计/;
const FORMULA_FROM = 3;

const partsOf = (statement: string): string[] => statement.normalize('NFKC').split(/[,;:。()、]/);

/** Parts of statements that so many have in common that they tell nothing about any of them. */
export function formulas(statements: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const part of statements.flatMap((statement) => [...new Set(partsOf(statement))])) {
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= FORMULA_FROM).map(([part]) => part));
}

/** The behaviour in a statement: its parts that speak of no amount and no sanction and are no formula. */
export function behaviourIn(statement: string, known: ReadonlySet<string>): string {
  return partsOf(statement)
    .filter((part) => !known.has(part) && !AMOUNT_PART.test(part))
    .join(',');
}

/** Somebody named decides; 由人 names nobody. */
const CHOOSER =
  /由(?!人[选提决填定])[^,;。]{1,24}?(选定|决定|确定|提出|酌定|裁量|裁定|审定|核定|认定|评定|选取)/;

/** Whether some text says who chooses an amount. */
export function namesChooser(texts: readonly string[]): boolean {
  return texts.some((text) => CHOOSER.test(text.normalize('NFKC')));
}
