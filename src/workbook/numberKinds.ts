import { NumberKind } from './grid';

const { General, Date: DATE, Time, DateTime, Percent, Text } = NumberKind;

/**
 * Formats that files name by number alone. 27-36 and 50-58 are those of East Asian locales as Chinese Excel
 * shows them (`yyyy"年"m"月"`, `m"月"d"日"`, `上午/下午h"时"mm"分"` ...).
 */
const BUILT_IN: Readonly<Record<number, NumberKind>> = {
  ...range(14, 17, DATE),
  ...range(18, 21, Time),
  22: DateTime,
  ...range(45, 47, Time),
  9: Percent,
  10: Percent,
  49: Text,
  ...range(27, 31, DATE),
  ...range(32, 35, Time),
  36: DATE,
  ...range(50, 54, DATE),
  ...range(55, 56, Time),
  ...range(57, 58, DATE),
};

function range(first: number, last: number, kind: NumberKind): Record<number, NumberKind> {
  return Object.fromEntries(Array.from({ length: last - first + 1 }, (_, i) => [first + i, kind]));
}

/** How a built-in number format displays a number; `General` for plain numbers and unknown ids. */
export function builtInKind(id: number): NumberKind {
  return BUILT_IN[id] ?? General;
}

/**
 * How a number format code displays a number. Literals (`"年"`, `\-`, `_)`, `*-`), colours, conditions and
 * locales are no part of it; the first section that shows anything decides.
 */
export function formatCodeKind(code: string): NumberKind {
  for (const section of splitSections(code)) {
    const kind = sectionKind(section);
    if (kind !== undefined) return kind;
  }
  return General;
}

/** Sections of a code with literals dropped and elapsed-time brackets kept as `[h]`. */
function splitSections(code: string): string[] {
  const sections: string[] = [''];
  const tokens = /"[^"]*"?|\\[^]|[_*][^]|\[([^\]]*)\]?|;|General|AM\/PM|A\/P|上午\/下午|[^]/gi;
  for (const [token, bracket] of code.matchAll(tokens)) {
    const first = token[0]!;
    if (token === ';') sections.push('');
    else if (first === '[' && bracket !== undefined) {
      if (/^(?:h+|m+|s+)$/i.test(bracket)) sections[sections.length - 1] += `[${bracket[0]!.toLowerCase()}]`;
    } else if (/^general$/i.test(token)) sections[sections.length - 1] += '0';
    else if (/\/(?:PM|P|下午)$/i.test(token)) sections[sections.length - 1] += '~';
    else if (!/^["\\_*]/.test(token)) sections[sections.length - 1] += token;
  }
  return sections;
}

function sectionKind(section: string): NumberKind | undefined {
  const text = section.toLowerCase().replace(/e[+-]/g, '0');
  const date = /[ydgr]|e|a{3}|b{2}|m{3}/.test(text) || hasMonth(text);
  const time = /[hs~]|\[[hms]\]/.test(text);
  if (date) return time ? DateTime : DATE;
  if (time) return Time;
  if (text.includes('%')) return Percent;
  if (/[0#?]/.test(text)) return General;
  if (text.includes('@')) return Text;
  return undefined;
}

/** `m` is a month unless hours stand before it or seconds after it. */
function hasMonth(text: string): boolean {
  const units = text.match(/\[[hms]\]|([ydhmsg])\1*/g) ?? [];
  return units.some((unit, i) => {
    if (!unit.startsWith('m')) return false;
    const before = units[i - 1] ?? '';
    const after = units[i + 1] ?? '';
    return !before.includes('h') && !after.includes('s');
  });
}
