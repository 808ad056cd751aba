import { toScaled } from '../../facts/decimal';
import type { Clause } from '../clause';
import { isAmount, type AmountEffect, type AmountType, type Effect } from '../effects';
import type { LocalizedText } from '../primitives';

const SCALE = 1000;
const DIGITS = '半一两二三四五六七八九十';
const VALUES = [0.5, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A number, or the two of a range, and the unit that says what it is an amount of. */
const ZH =
  /(\d+(?:\.\d+)?|[半一两二三四五六七八九十])(\s*(?:[%元分]?\s*[-~～至到]\s*)?)(\d+(?:\.\d+)?|[半一两二三四五六七八九十])?(\s*(%|％|元|分(?![钟之局别公部单类秒])))/gu;
const EN =
  /(\d+(?:\.\d+)?)(\s*%?\s*(?:to|and|-|–)?\s*)(\d+(?:\.\d+)?)?(\s*(%|points?\b|yuan\b))|((?:CNY|RMB)\s*)(\d+(?:\.\d+)?)/gi;

type Renamed = ReadonlyMap<string, string>;

/**
 * A statement that names the amounts of changed effects: each old amount written with its unit becomes the new one.
 * An amount that several effects share and only some of them change stays, for a person to write. The proposal is
 * shown and can be typed over; nothing relies on it.
 */
export function restated(clause: Clause, effects: readonly Effect[]): LocalizedText {
  const renamed = renamedAmounts(clause.effects, effects);
  const { zh, en } = clause.statement;
  return renamed.size === 0 ? clause.statement : { zh: inChinese(zh, renamed), en: inEnglish(en, renamed) };
}

const keyOf = (type: AmountType, text: string): string => `${type} ${toScaled(text, SCALE) ?? text}`;

function renamedAmounts(before: readonly Effect[], after: readonly Effect[]): Renamed {
  const found = new Map<string, string | undefined>();
  before.forEach((effect, index) => {
    const next = after[index];
    if (!isAmount(effect)) return;
    const [old, now] = [numbersOf(effect), next !== undefined && isAmount(next) ? numbersOf(next) : []];
    old.forEach((text, at) => {
      const key = keyOf(effect.type, text);
      const to = now.length === old.length && next?.type === effect.type ? now[at] : text;
      found.set(key, found.has(key) && found.get(key) !== to ? undefined : to);
    });
  });
  const changed = [...found].filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined && !pair[0].endsWith(` ${toScaled(pair[1], SCALE) ?? ''}`),
  );
  return new Map(changed);
}

function numbersOf(effect: AmountEffect): readonly string[] {
  if (effect.kind === 'exact') return [effect.value];
  if (effect.kind === 'min') return [effect.min];
  return effect.kind === 'range' ? [effect.min, effect.max] : [];
}

function inChinese(text: string, renamed: Renamed): string {
  return text.replace(
    ZH,
    (whole, low: string, between: string, high: string | undefined, tail: string, unit: string) => {
      // digits side by side are one number in words (十五)
      if (high !== undefined && between.trim() === '') return whole;
      const type = unit === '元' ? 'fine_yuan' : unit === '分' ? 'points' : 'performance_pct';
      const now = (number: string): string => renamed.get(keyOf(type, digitsOf(number))) ?? number;
      return `${now(low)}${between}${high === undefined ? '' : now(high)}${tail}`;
    },
  );
}

function digitsOf(number: string): string {
  const at = DIGITS.indexOf(number);
  return at < 0 ? number : String(VALUES[at]);
}

function inEnglish(text: string, renamed: Renamed): string {
  return text.replace(EN, (whole, ...groups: (string | undefined)[]) => {
    const [low = '', between = '', high, tail = '', unit = '', money, amount = ''] = groups;
    if (money !== undefined) return `${money}${renamed.get(keyOf('fine_yuan', amount)) ?? amount}`;
    if (high !== undefined && between.trim() === '') return whole;
    const type = unit === '%' ? 'performance_pct' : /yuan/i.test(unit) ? 'fine_yuan' : 'points';
    const now = (number: string): string => renamed.get(keyOf(type, number)) ?? number;
    const noun = type === 'points' && high === undefined ? plural(now(low), tail) : tail;
    return `${now(low)}${between}${high === undefined ? '' : now(high)}${noun}`;
  });
}

/** `1 point`, `2 points`. */
const plural = (number: string, tail: string): string =>
  tail.replace(/points?/i, number === '1' ? 'point' : 'points');
