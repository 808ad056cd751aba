import { formatScaled, PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../../facts/decimal';
import type { Entry } from '../../scoring/entry';

/** What entries come to: thousandths of a point, fen, hundredths of a percent; `records` counts what brought them. */
export interface Amounts {
  readonly records: number;
  readonly deducted: number;
  readonly added: number;
  readonly fine: number;
  readonly pct: number;
  readonly sanctions: readonly string[];
}

const NOTHING: Amounts = { records: 0, deducted: 0, added: 0, fine: 0, pct: 0, sanctions: [] };

/** Sums of entries by clause. Points of bonuses are among the added ones. */
export function amountsByClause(entries: readonly Entry[]): ReadonlyMap<string, Amounts> {
  const sums = new Map<string, Amounts>();
  for (const entry of entries.filter(({ charged }) => charged)) {
    const sum = sums.get(entry.clause) ?? NOTHING;
    sums.set(entry.clause, {
      records: sum.records + (entry.origin === 'record' ? 1 : 0),
      deducted: sum.deducted + entry.deducted,
      added: sum.added + entry.added + entry.bonus,
      fine: sum.fine + entry.fine,
      pct: sum.pct + entry.pct,
      sanctions: [...sum.sanctions, ...entry.discipline],
    });
  }
  return sums;
}

/** Amounts as other programs read them: decimals as strings. */
export interface AmountsJson {
  readonly records: number;
  readonly pointsDeducted: string;
  readonly pointsAdded: string;
  readonly fineYuan: string;
  readonly pct: string;
  readonly sanctions: readonly string[];
}

export function amountsJson(amounts: Amounts = NOTHING): AmountsJson {
  return {
    records: amounts.records,
    pointsDeducted: formatScaled(amounts.deducted, POINT_SCALE),
    pointsAdded: formatScaled(amounts.added, POINT_SCALE),
    fineYuan: formatScaled(amounts.fine, YUAN_SCALE),
    pct: formatScaled(amounts.pct, PERCENT_SCALE),
    sanctions: amounts.sanctions,
  };
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
