import { decimalOf, parseDecimal, type Decimal } from '../../facts/decimal';
import type { Clause } from '../../rulebook/clause';
import { phraseCovers } from '../matching/search';
import type { Matcher } from '../matching/matcher';
import { memoText } from '../values/text';

/** A duration in a text that says how long it took: not a bound (`15分钟内`, `超过15分钟`). */
const DURATION =
  /(超过|超出|超|不到|不足|未满|少于|提前)?\s*(\d{1,4}(?:\.\d{1,2})?)\s*(?:(个?半?小时|h)|(分钟?|min))(?:(\d{1,2})\s*分钟?)?(多|余)?(以?内|之内|以上|以下)?/g;

/** Minutes that a text states once and exactly. */
export const minutesInText = memoText((text: string): Decimal | undefined => {
  let found: Decimal | undefined;
  const plain = text.normalize('NFKC').slice(0, 400);
  for (const match of plain.matchAll(DURATION)) {
    if (match[1] !== undefined || match[6] !== undefined || match[7] !== undefined) continue;
    if (found !== undefined) return undefined;
    const number = Number(match[2]);
    const extra = match[5] === undefined ? 0 : Number(match[5]);
    if (match[3] !== undefined) {
      if (match[3].includes('半')) return undefined;
      found = parseDecimal(String(Math.round((number * 60 + extra) * 100) / 100));
    } else found = parseDecimal(match[2]!);
  }
  return found;
});

const RINGS = /(?:响了?|铃响|响铃|第)\s*(\d{1,2}|[一二三四五六七八九十])\s*(?:声|次|遍)/;
const NUMERALS = '零一二三四五六七八九十';

export function ringsInText(text: string): Decimal | undefined {
  const match = RINGS.exec(text.normalize('NFKC').slice(0, 400));
  if (match === null || /声内|声以内/.test(text)) return undefined;
  const digits = match[1]!;
  return decimalOf(/\d/.test(digits) ? Number(digits) : NUMERALS.indexOf(digits));
}

/** What a clause measures, in the words of its count. */
export type MeasureKind = 'minutes' | 'rings' | 'other' | 'none';

export function measureOf(clause: Clause): MeasureKind {
  const { count } = clause;
  if (count.mode === 'measure_threshold') return /声|ring/i.test(count.measureUnit) ? 'rings' : 'minutes';
  return count.mode === 'quota_shortfall' || count.mode === 'per_hour' || count.mode === 'excess_per_day'
    ? 'other'
    : 'none';
}

/** Clauses whose records say nothing without dates or amounts that a log seldom holds. */
const NEEDS_FACTS = new Set([
  'deadline_clock',
  'deadline_dom',
  'abs_diff_per_day',
  'rate_below',
  'excess_per_day',
  'per_hour',
]);

export function needsFacts(clause: Clause): boolean {
  const { count } = clause;
  if (count.mode === 'deadline_workdays') return count.trigger.event === 'attrition';
  return NEEDS_FACTS.has(count.mode);
}

export interface TriggerReading {
  readonly trigger?: string;
  /** How many of the clause's listed behaviours the text shows; 1 where it cannot be told. */
  readonly hit: number;
}

const CLEAR = 0.3;

/**
 * Which of the clause's behaviours a text shows, phrase by phrase. The trigger is given only for clauses where
 * it decides how the record counts, and never against a measured value that speaks for the measured behaviour.
 */
export function readTriggers(matcher: Matcher, clause: Clause, texts: readonly string[]): TriggerReading {
  if ((clause.triggers?.length ?? 0) < 2 || texts.length === 0) return ONE_BEHAVIOUR;
  const key = texts.length === 1 ? texts[0]! : texts.join('\n');
  let byText = remembered.get(clause);
  if (byText === undefined || byText.size > REMEMBERED) {
    byText = new Map();
    remembered.set(clause, byText);
  }
  let reading = byText.get(key);
  if (reading === undefined) {
    reading = lookUpTriggers(matcher, clause, texts);
    byText.set(key, reading);
  }
  return reading;
}

const ONE_BEHAVIOUR: TriggerReading = { hit: 1 };
const REMEMBERED = 5000;
const remembered = new WeakMap<Clause, Map<string, TriggerReading>>();

function lookUpTriggers(matcher: Matcher, clause: Clause, texts: readonly string[]): TriggerReading {
  const position = matcher.position.get(clause.id);
  const triggers = clause.triggers ?? [];
  if (position === undefined) return ONE_BEHAVIOUR;
  const phrases = matcher.wordings[position]?.phrases ?? [];
  const shown = new Set<string>();
  for (const part of texts.flatMap((text) => text.split(/[,;、。\uff0c\uff1b\n]/)).slice(0, 20)) {
    if (part.trim().length < 2) continue;
    const covers = phraseCovers(matcher.index, position, part);
    let best: string | undefined;
    let cover = CLEAR;
    let second = 0;
    phrases.forEach(({ trigger }, i) => {
      if (trigger === undefined) return;
      const value = covers[i] ?? 0;
      if (value > cover) {
        second = cover;
        cover = value;
        best = trigger;
      } else if (value > second) second = value;
    });
    if (best !== undefined && cover - second >= 0.05) shown.add(best);
  }
  const [only] = shown;
  const decides = triggers.some((trigger) => trigger.measured === true);
  return {
    hit: Math.max(1, shown.size),
    ...(decides && shown.size === 1 && only !== undefined ? { trigger: only } : {}),
  };
}
