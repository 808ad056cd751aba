import { fold } from '../../rulebook/print/fold';
import type { Label } from '../../rulebook/print/labels';

/** A line with a label: `标准：每次扣2分。` */
export interface LabelledLine<L extends string = Label> {
  readonly label: L;
  /** The words as they stand, without the full stop. */
  readonly words: string;
}

const labelled = (labels: Readonly<Record<string, string>>): RegExp =>
  new RegExp(
    `(?<=^|[\\n\\r。])\\s{0,20}(${Object.values(labels)
      .sort((a, b) => b.length - a.length)
      .join('|')})\\s*:`,
    'g',
  );

/** Splits words at their labels. */
export function splitLines<L extends string>(
  words: string,
  labels: Readonly<Record<L, string>>,
): { before: string; lines: LabelledLine<L>[] } {
  const byWord = new Map((Object.keys(labels) as L[]).map((key) => [labels[key], key] as const));
  const found = [...fold(words).matchAll(labelled(labels))];
  const lines = found.flatMap((match, index) => {
    const label = byWord.get(match[1] ?? '');
    const from = match.index + match[0].length;
    const to = found[index + 1]?.index ?? words.length;
    return label === undefined ? [] : [{ label, words: withoutStop(words.slice(from, to)) }];
  });
  return { before: words.slice(0, found[0]?.index ?? words.length), lines };
}

const withoutStop = (words: string): string =>
  unwrapped(words)
    .replace(/[。;；]$/, '')
    .trim();

const CJK = /[\p{Script=Han}，。；：、（）「」《》]/u;

/** Words whose lines were wrapped, in one line; between Chinese characters nothing is put in the place of a break. */
export function unwrapped(words: string): string {
  return words.trim().replace(/\s+/g, (gap, at: number, whole: string) => {
    if (!/[\n\r]/.test(gap)) return gap;
    const isChinese = CJK.test(whole.charAt(at - 1)) || CJK.test(whole.charAt(at + gap.length));
    return isChinese ? '' : ' ';
  });
}
