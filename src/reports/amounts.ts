import { formatDecimal, formatScaled, PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../facts/decimal';
import { t, type Language, type TextKey } from '../i18n';
import type { Entry } from '../scoring/entry';
import type { Ruleset } from '../scoring/ruleset';
import type { Scorecard } from '../scoring/scorecard';
import type { PlanCell } from '../workbook/sheetPlan';
import type { StyleName } from '../workbook/styles';
import { unitWords } from './effectWords';

/**
 * A scaled amount as the number a cell holds. The quotient of two integers prints as the shortest decimal,
 * so no binary fraction shows.
 */
export function cellNumber(scaled: number, scale: number): number {
  return Number(formatScaled(scaled, scale));
}

/** Decimal places that the amounts of a list need, 0 to 3. */
export function placesOf(scaled: readonly number[], scale: number): number {
  return scaled.reduce(
    (most, value) => Math.max(most, (formatScaled(value, scale).split('.')[1] ?? '').length),
    0,
  );
}

/** The number style with that many places, so that a column lines up. */
export function numberStyle(places: number): StyleName {
  const styles: readonly StyleName[] = ['integer', 'decimal1', 'decimal2', 'decimal3'];
  return styles[places] ?? 'decimal3';
}

/** The look of a signed amount in a list whose amounts have that many places. */
export function signedStyle(scaled: number, places: number): StyleName {
  if (scaled === 0) return numberStyle(places);
  if (places === 1) return scaled < 0 ? 'deduction1' : 'bonus1';
  return scaled < 0 ? 'deduction' : 'bonus';
}

/** Signed points in the look of a list whose points have that many places. */
export function pointsCell(scaled: number, places: number): PlanCell {
  return { value: cellNumber(scaled, POINT_SCALE), style: signedStyle(scaled, places) };
}

/** `2 次 × 2 分 = 4 分` for every kind of amount of an entry. */
export function arithmetic(entry: Entry, unit: string, language: Language): string[] {
  const units = formatDecimal(entry.units);
  const line = (label: TextKey, key: TextKey, total: number, scale: number): string[] => {
    if (total === 0) return [];
    const whole = entry.units.scale === 0 ? Number(entry.units.digits) : 0;
    const amount = t(language, key, { value: formatScaled(total, scale) });
    const text = t(language, label, { amount });
    if (whole <= 1 || total % whole !== 0) return [text];
    const each = t(language, key, { value: formatScaled(total / whole, scale) });
    return [t(language, 'how.amount', { units, unit: unitWords(unit, language), each, total: text })];
  };
  return [
    ...line('how.deduct', 'how.points', entry.deducted, POINT_SCALE),
    ...line('how.add', 'how.points', entry.added + entry.bonus, POINT_SCALE),
    ...line('how.fine', 'how.yuan', entry.fine, YUAN_SCALE),
    ...line('how.pay', 'how.percent', entry.pct, PERCENT_SCALE),
  ];
}

/**
 * `100 − 4 + 2 = 98`: base, what each entry took or gave, and the score; where there are many entries the sums.
 * Where the rulebook floors the score, what it floors to is said.
 */
export function scoreLine(card: Scorecard, ruleset: Ruleset, language: Language): string {
  const points = (scaled: number): string => formatScaled(scaled, POINT_SCALE);
  const given = card.added + card.bonus;
  if (card.score === undefined || ruleset.base === undefined) {
    return t(language, 'slip.noBase', { deducted: points(card.deducted), added: points(given) });
  }
  const steps = card.entries
    .flatMap(({ deducted, added, bonus }) => [-deducted, added, bonus])
    .filter((step) => step !== 0);
  const shown =
    steps.length <= MOST_STEPS
      ? steps
      : [-card.deducted, card.added, card.bonus].filter((step) => step !== 0);
  const sum = ruleset.base - card.deducted + given;
  const line = [
    points(ruleset.base),
    ...shown.map((step) => `${step < 0 ? '−' : '+'} ${points(Math.abs(step))}`),
  ].join(' ');
  const result = (value: number): string => points(value).replace('-', '−');
  return sum === card.score ? `${line} = ${result(sum)}` : `${line} = ${result(sum)} → ${result(card.score)}`;
}

const MOST_STEPS = 8;
