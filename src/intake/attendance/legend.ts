import type { Grid } from '../../workbook/grid';
import { cleanText } from '../values/text';
import { legendPairs } from './legendText';
import { meaningOf, type SymbolMeaning } from './meanings';

export type Legend = ReadonlyMap<string, SymbolMeaning>;

/** Anything that is neither letter nor number. */
const MARK = /[^\p{L}\p{N}\s()[\]:,.%/_-]/u;

/** Characters that say what they mean without a legend. */
const SELF: readonly string[] = [
  '迟',
  '旷',
  '事',
  '病',
  '年',
  '调',
  '休',
  '迟到',
  '早退',
  '旷工',
  '事假',
  '病假',
  '年假',
  '调休',
  '公假',
  '出差',
  '正常',
  '出勤',
  '休息',
  '√',
  '✓',
  '✔',
];

/**
 * The legend of a sheet from its title rows and notes and from texts beside them (headers such as `迟到○`), corrected by the user; `found`
 * tells whether it has one.
 */
export function readLegend(
  grid: Grid,
  rows: readonly number[],
  beside: readonly string[],
  given: Readonly<Record<string, string>> | undefined,
): { readonly legend: Legend; readonly found: boolean } {
  const legend = new Map<string, SymbolMeaning>();
  for (const word of SELF) {
    const meaning = meaningOf(/^[√✓✔]$/.test(word) ? '出勤' : word);
    if (meaning !== undefined) legend.set(word, meaning);
  }
  let found = false;
  const take = (text: string): boolean => {
    const pairs = legendPairs(text);
    for (const [symbol, meaning] of pairs) legend.set(symbol, meaning);
    found ||= pairs.length >= 2 || pairs.some(([symbol]) => MARK.test(symbol));
    return pairs.length > 0;
  };
  for (const text of beside) if (MARK.test(text)) take(text);
  for (const r of rows) {
    // What no cell says alone, its neighbours may say with it: a symbol, and beside it the word.
    const alone: string[] = [];
    for (const value of (grid.rows[r] ?? []).slice(0, 80))
      if (typeof value === 'string' && value !== '' && !take(value)) alone.push(value.slice(0, 200));
    if (alone.length >= 2) take(alone.join(' '));
  }
  for (const [symbol, word] of Object.entries(given ?? {})) {
    const meaning = meaningOf(cleanText(word));
    if (meaning !== undefined) {
      legend.set(cleanText(symbol), meaning);
      found = true;
    }
  }
  return { legend, found };
}
