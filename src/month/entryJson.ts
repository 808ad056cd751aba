import { formatDay } from '../facts/date';
import { formatDecimal, formatScaled, PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../facts/decimal';
import type { Reason } from '../rulebook/counting';
import type { Entry } from '../scoring/entry';

/** An entry as other programs read it. Points are signed: deductions negative, additions and bonuses positive. */
export interface EntryJson {
  readonly name: string;
  readonly id?: string;
  readonly date: string;
  readonly clause: string;
  readonly origin: Entry['origin'];
  readonly sheet?: string;
  readonly row?: number;
  readonly units: string;
  readonly points: string;
  readonly fineYuan: string;
  readonly pct: string;
  readonly discipline: readonly string[];
  readonly liability: readonly string[];
  readonly obligations: readonly string[];
  readonly charged: boolean;
  readonly reason: string;
  readonly reasons: readonly Reason[];
}

/** @param explain makes the sentence of a reason in the user's language */
export function entryJson(
  entry: Entry,
  who: { readonly name: string; readonly id?: string | undefined },
  explain: (reason: Reason) => string,
): EntryJson {
  return {
    name: who.name,
    ...(who.id === undefined ? {} : { id: who.id }),
    date: formatDay(entry.date),
    clause: entry.clause,
    origin: entry.origin,
    ...(entry.source === undefined ? {} : { sheet: entry.source.sheet, row: entry.source.row }),
    units: formatDecimal(entry.units),
    points: formatScaled(entry.added + entry.bonus - entry.deducted, POINT_SCALE),
    fineYuan: formatScaled(entry.fine, YUAN_SCALE),
    pct: formatScaled(entry.pct, PERCENT_SCALE),
    discipline: entry.discipline,
    liability: entry.liability,
    obligations: entry.obligations,
    charged: entry.charged,
    reason: entry.reasons.map(explain).join('; '),
    reasons: entry.reasons,
  };
}
