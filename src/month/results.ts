import { formatScaled, PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../facts/decimal';
import type { Rulebook } from '../rulebook/rulebook';
import { rankScores, type Scorecard } from '../scoring/scorecard';

/** One subject's result as other programs read it: decimals as strings without trailing zeros. */
export interface SubjectResult {
  readonly pointsDeducted: string;
  readonly pointsAdded: string;
  readonly bonus: string;
  /** Null when neither the rulebook nor the settings give a base. */
  readonly score: string | null;
  readonly fineYuan: string;
  readonly performanceDeductPct: string;
  readonly discipline: readonly string[];
  readonly liability: readonly string[];
  readonly obligations: readonly string[];
  readonly tier: string | null;
  readonly performancePct?: string;
  readonly rank?: number;
}

/** The result fields of a scorecard. */
export function subjectResult(card: Scorecard, rank?: number): SubjectResult {
  return {
    pointsDeducted: formatScaled(card.deducted, POINT_SCALE),
    pointsAdded: formatScaled(card.added, POINT_SCALE),
    bonus: formatScaled(card.bonus, POINT_SCALE),
    score: card.score === undefined ? null : formatScaled(card.score, POINT_SCALE),
    fineYuan: formatScaled(card.fine, YUAN_SCALE),
    performanceDeductPct: formatScaled(card.performanceDeduct, PERCENT_SCALE),
    discipline: card.discipline,
    liability: card.liability,
    obligations: card.obligations,
    tier: card.tier,
    ...(card.performance === undefined
      ? {}
      : { performancePct: formatScaled(card.performance, PERCENT_SCALE) }),
    ...(rank === undefined ? {} : { rank }),
  };
}

/** Results by subject; ranks only where the rulebook itself ranks its subjects and there are several. */
export function resultsBySubject(
  cards: readonly Scorecard[],
  rulebook: Rulebook,
): Readonly<Record<string, SubjectResult>> {
  const ranked = rulebook.score.ranked && cards.length > 1;
  const ranks = ranked ? rankScores(cards.map((card) => card.score)) : [];
  return Object.fromEntries(cards.map((card, index) => [card.subject, subjectResult(card, ranks[index])]));
}
